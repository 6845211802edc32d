"""How much the lines of a page speak of the same things: the pairs of characters they share, rare ones most."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from govnews.lexicon import Lexicon

# Pairs with one of these say more of grammar than of the subject.
_FUNCTION = "的了在是和与为对等中上下不有也就都而及其这那个们以将要从到把被让使并或于之所时后前年月日大小多"
_APART = re.compile(rf"[\W_{_FUNCTION}]+")
_BAND = 160  # lines over which shared subjects are looked for
_UNKNOWN = 23.0  # the weight of a pair that is in no table: in less than two of a hundred articles

_NOTHING = 1e-6  # what the running sums may be off by

Range = tuple[int, int]


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, letters or figures in `text`.

    >>> sorted(pairs("招商引资,"))
    ['商引', '引资', '招商']
    """
    return frozenset([run[at : at + 2] for run in _APART.split(text) for at in range(len(run) - 1)])


@lru_cache(maxsize=8)
def _weights(lexicon: Lexicon) -> Mapping[str, float]:
    return {pair: float(row["weight"]) for row in lexicon.rows("common_pairs") for pair in row["pairs"].split(" ")}


class Affinity:
    """What each line of one page shares with the lines near it."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Weigh what every two lines of the page share."""
        weights = _weights(lexicon)
        lines: dict[str, list[int]] = {}
        own = [0.0] * len(texts)
        for at, text in enumerate(texts):
            for pair in pairs(text):
                lines.setdefault(pair, []).append(at)
        total = len(texts) + 2
        shared: list[dict[int, float]] = [{} for _ in texts]
        for pair, found in lines.items():
            if len(found) == 1:
                own[found[0]] += weights.get(pair, _UNKNOWN)
                continue
            # what many lines of the page have is the place that all of it tells of: 嘉祥县
            weight = weights.get(pair, _UNKNOWN) * math.log(total / len(found)) / math.log(total)
            for nth, at in enumerate(found, 1):
                own[at] += weight
                row = shared[at]
                for other in found[nth:]:
                    if other - at > _BAND:
                        break
                    row[other] = row.get(other, 0.0) + weight
        self._own = own
        self._slides: dict[int, tuple[list[float], list[float], list[float]]] = {}
        # what line i shares with the lines i+1 … i+k, and with the lines i-1 … i-k, summed up
        size = len(texts)
        self._later = [
            [0.0, *accumulate(row.get(at, 0.0) for at in range(i + 1, min(size, i + _BAND + 1)))]
            for i, row in enumerate(shared)
        ]
        self._earlier = [
            [0.0, *accumulate(shared[at].get(i, 0.0) for at in range(i - 1, max(-1, i - _BAND - 1), -1))]
            for i in range(size)
        ]

    def _sum(self, line: int, start: int, end: int) -> float:
        """Return what a line shares with the lines from start to end, all of them after it or all before it."""
        if start > line:
            row, near, far = self._later[line], start - line - 1, end - line - 1
        else:
            row, near, far = self._earlier[line], line - end, line - start
        last = len(row) - 1
        far = min(far, last)
        return row[far] - row[near] if near < far else 0.0

    def alike(self, at: int, after: int, reach: int) -> float:
        """Return how alike the `reach` lines before `at` and those from `after` on are: 0 to 1 (cosine).

        `after` is `at` itself or the next line.
        """
        if reach not in self._slides:
            self._slides[reach] = self._slide(reach)
        over, under, both = self._slides[reach]
        start, end = max(0, at - reach), min(len(self._own), at + reach)
        shared = both[at]
        if after > at:
            shared -= self._sum(at, start, at)
            shared += self._sum(end, start, at) if at + reach < len(self._own) else 0.0
        return math.sqrt(max(0.0, shared) ** 2 / (over[at] * under[after])) if shared > _NOTHING else 0.0

    def _slide(self, reach: int) -> tuple[list[float], list[float], list[float]]:
        """Return, for every border, what the lines before it share, the lines after it, and both with each other."""
        own, size, within = self._own, len(self._own), self._sum
        over, under, both = [0.0], [0.0] * (size + 1), [0.0]
        for at in range(size):
            start, low = max(0, at - reach), max(0, at + 1 - reach)
            end, high = min(size, at + reach), min(size, at + 1 + reach)
            value, shared = over[at], both[at]
            if low > start:
                value -= own[start] + 2 * within(start, start + 1, at)
                shared -= within(start, at, end)
            value += own[at] + 2 * within(at, low, at)
            shared -= within(at, low, at)
            if high > end:
                shared += within(end, low, at)
            over.append(value)
            both.append(shared + within(at, at + 1, high))
        for at in range(size - 1, -1, -1):
            end, high = min(size, at + reach), min(size, at + 1 + reach)
            value = under[at + 1]
            if high > end:
                value -= own[high - 1] + 2 * within(high - 1, at + 1, high - 1)
            under[at] = value + own[at] + 2 * within(at, at + 1, end)
        return over, under, both

    def told(self, line: int, some: Range) -> float:
        """Return how often a run of lines comes back to the subjects of one line: 0 where it never does."""
        if some[0] >= some[1] or not self._own[line]:
            return 0.0
        return math.log1p(3 * max(0.0, self._sum(line, *some)) / self._own[line])

    def matched(self, heads: Range, body: Range) -> float:
        """Return how often a body comes back to the subjects of the head above or below it."""
        own = both = 0.0
        for at in range(*heads):
            own += self._own[at]
            both += self._sum(at, *body)
        return math.log1p(3 * max(0.0, both) / own) if own else 0.0

    def share(self, line: int, other: int) -> float:
        """Return which part of the subjects of one line stand in the other, 0 to 1."""
        if not self._own[line]:
            return 0.0
        return self._sum(line, other, other + 1) / self._own[line]
