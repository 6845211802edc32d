"""How much the lines of a page speak of the same things: the pairs of characters they share, rare ones most."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from govnews.lexicon import Lexicon

# Pairs with one of these say more of grammar than of the subject.
_FUNCTION = frozenset("的了在是和与为对等中上下不有也就都而及其这那个们以将要从到把被让使并或于之所时后前年月日大小多")
_BAND = 160  # lines over which shared subjects are looked for
_UNKNOWN = 23.0  # the weight of a pair that is in no table: in less than two of a hundred articles

Range = tuple[int, int]


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, letters or figures in `text`.

    >>> sorted(pairs("招商引资,"))
    ['商引', '引资', '招商']
    """
    return frozenset(
        a + b for a, b in pairwise(text) if a.isalnum() and b.isalnum() and a not in _FUNCTION and b not in _FUNCTION
    )


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
        row, near, far = (
            (self._later[line], start - line - 1, end - line - 1)
            if start > line
            else (self._earlier[line], line - end, line - start)
        )
        last = len(row) - 1
        return row[min(far, last)] - row[min(near, last)]

    def _within(self, some: Range) -> float:
        return sum(self._own[at] + 2 * self._sum(at, at + 1, some[1]) for at in range(*some))

    def alike(self, above: Range, below: Range) -> float:
        """Return how alike two runs of lines are, whichever is longer: 0 to 1 (cosine)."""
        both = sum(self._sum(at, *below) for at in range(*above)) if below[0] < below[1] else 0.0
        return both / math.sqrt(self._within(above) * self._within(below)) if both else 0.0

    def told(self, line: int, some: Range) -> float:
        """Return how often a run of lines comes back to the subjects of one line: 0 where it never does."""
        if some[0] >= some[1] or not self._own[line]:
            return 0.0
        return math.log1p(3 * max(0.0, self._sum(line, *some)) / self._own[line])

    def matched(self, heads: Range, body: Range) -> float:
        """Return how often a body comes back to the subjects of the head above or below it."""
        own = sum(self._own[at] for at in range(*heads))
        both = sum(self._sum(at, *body) for at in range(*heads)) if body[0] < body[1] else 0.0
        return math.log1p(3 * max(0.0, both) / own) if own else 0.0

    def share(self, line: int, other: int) -> float:
        """Return which part of the subjects of one line stand in the other, 0 to 1."""
        if not self._own[line]:
            return 0.0
        return self._sum(line, other, other + 1) / self._own[line]
