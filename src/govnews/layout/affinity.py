"""How much the lines of a page speak of the same things: the pairs of characters they share, rare ones most."""

import math
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations
from operator import sub

from govnews.lexicon import Lexicon

# Pairs with one of these say more of grammar than of the subject.
_FUNCTION = "的了在是和与为对等中上下不有也就都而及其这那个们以将要从到把被让使并或于之所时后前年月日大小多"
_APART = re.compile(rf"[\W_{_FUNCTION}]+")
_BAND = 160  # lines over which shared subjects are looked for
_UNKNOWN = 23.0  # the weight of a pair that is in no table: in less than two of a hundred articles

_STEPS = 1 << 20  # parts of 1 in which weights are counted

Range = tuple[int, int]


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring Chinese characters, letters or figures in `text`.

    >>> sorted(pairs("招商引资,"))
    ['商引', '引资', '招商']
    """
    return {run[at : at + 2] for run in _APART.split(text) for at in range(len(run) - 1)}


@lru_cache(maxsize=8)
def _weights(lexicon: Lexicon) -> Mapping[str, float]:
    rows = [(_exact(float(row["weight"])), row["pairs"].split(" ")) for row in lexicon.rows("common_pairs")]
    return {pair: weight for weight, found in rows for pair in found}


def _exact(weight: float) -> float:
    """Return the weight in steps of which all sums are exact: a set of strings has another order in each process."""
    return round(weight * _STEPS) / _STEPS


def _near(group: tuple[int, ...]) -> Iterable[tuple[int, int]]:
    """Return every two lines of a group between which no more than the band lies."""
    return [(at, other) for nth, at in enumerate(group, 1) for other in group[nth : bisect_right(group, at + _BAND)]]


def _packed(row: list[float], size: int) -> Sequence[float]:
    """Return a row of a page of so many lines in the form in which it is kept: that of a long page takes a quarter."""
    return row if size <= _BAND else array("d", row)


class Affinity:
    """What each line of one page shares with the lines near it."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Weigh what every two lines of the page share."""
        weights = _weights(lexicon)
        self._own: list[float] = []
        again = self._again(texts, weights)
        size = len(texts)
        width = min(size, _BAND + 1)
        shared = self._shared(again, weights, width)
        # running sums of what line i shares with the lines i+1 … i+k, and with the lines i-1 … i-k
        self._later: list[Sequence[float]] = []
        self._earlier: list[Sequence[float]] = []
        step = max(1, width - 1)  # from what a line shares with another to what the line before it shares with that
        for at in range(size):
            start = at * width
            later = shared[start : start + min(width, size - at)]
            earlier = shared[start - min(at, step) * step : start + 1 : step]
            self._later.append(_packed(list(accumulate(later)), size))
            self._earlier.append(_packed(list(accumulate(reversed(earlier))), size))
        self._slides: dict[int, list[float]] = {}

    def _again(self, texts: Sequence[str], weights: Mapping[str, float]) -> dict[str, list[int]]:
        """Weigh each line alone; return the pairs that stand in more lines than one, with the lines."""
        first: dict[str, int] = {}
        again: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            own = 0.0
            for pair in pairs(text):
                own += weights.get(pair, _UNKNOWN)
                if pair not in first:
                    first[pair] = at
                elif pair in again:
                    again[pair].append(at)
                else:
                    again[pair] = [first[pair], at]
            self._own.append(own)
        return again

    def _shared(self, again: dict[str, list[int]], weights: Mapping[str, float], width: int) -> list[float]:
        """Return what each line shares with the `width` lines from it on, itself (nothing) first; row after row.

        Pairs of the same lines count together, and less the more lines have them: so they do in `_own`, too.
        """
        sums: dict[tuple[int, ...], float] = {}
        for pair, places in again.items():
            known = tuple(places)
            sums[known] = sums.get(known, 0.0) + weights.get(pair, _UNKNOWN)
        own = self._own
        total = len(own) + 2
        most = math.log(total)
        # what many lines of the page have is the place that all of it tells of: 嘉祥县
        rare = [0.0, *[math.log(total / count) for count in range(1, total - 1)]]
        step = width - 1
        shared = [0.0] * (len(own) * width)
        for group, found_weight in sums.items():
            weight = _exact(found_weight * rare[len(group)] / most)
            less = weight - found_weight
            for at in group:
                own[at] += less
            for at, other in combinations(group, 2) if group[-1] - group[0] <= _BAND else _near(group):
                shared[at * step + other] += weight
        return shared

    def _sum(self, line: int, start: int, end: int) -> float:
        """Return what a line shares with the lines from start to end, all of them after it or all before it."""
        if start > line:
            row, near, far = self._later[line], start - line - 1, end - line - 1
        else:
            row, near, far = self._earlier[line], line - end, line - start
        if far >= len(row):
            far = len(row) - 1
        return row[far] - row[near] if near < far else 0.0

    def alike(self, at: int, after: int, reach: int) -> float:
        """Return how alike the `reach` lines before `at` and those from `after` on are: 0 to 1 (cosine).

        `after` is `at` itself or the next line.
        """
        windows = self._slides.get(reach) or self._slide(reach)
        both = self._slides.get(2 * reach) or self._slide(2 * reach)
        over, under = windows[at], windows[after + reach]
        shared = (both[at + reach] - over - windows[at + reach]) / 2
        if after > at:
            start = max(0, at - reach)
            shared -= self._sum(at, start, at)
            shared += self._sum(at + reach, start, at) if at + reach < len(self._own) else 0.0
        return math.sqrt(shared * shared / (over * under)) if shared > 0 else 0.0

    def _slide(self, reach: int) -> list[float]:
        """Return what the lines of each window of `reach` lines share, all with all, by where the window ends.

        Windows begin before the first line and end after the last.
        """
        last = reach - 1
        comes, goes = (
            [own + 2 * (row[last] if last < len(row) else row[-1]) for own, row in zip(self._own, rows, strict=True)]
            for rows in (self._earlier, self._later)
        )
        none = [0.0] * reach
        self._slides[reach] = list(accumulate(map(sub, comes + none, none + goes), initial=0.0))
        return self._slides[reach]

    def told(self, line: int, reaches: Sequence[int]) -> list[float]:
        """Return how often the lines before and after a line come back to its subjects: 0 where they never do.

        Two figures for each reach: above and below.
        """
        own, above, below = self._own[line], self._earlier[line], self._later[line]
        found = []
        for reach in reaches:
            over = above[reach] if reach < len(above) else above[-1]
            under = below[reach] if reach < len(below) else below[-1]
            found.append(math.log1p(3 * over / own) if over else 0.0)
            found.append(math.log1p(3 * under / own) if under else 0.0)
        return found

    def matched(self, heads: Range, body: Range) -> float:
        """Return how often a body comes back to the subjects of the head above or below it."""
        start, end = body
        own = both = 0.0
        for at in range(*heads):
            own += self._own[at]
            if start > at:
                row, near, far = self._later[at], start - at - 1, end - at - 1
            else:
                row, near, far = self._earlier[at], at - end, at - start
            if far >= len(row):
                far = len(row) - 1
            if near < far:
                both += row[far] - row[near]
        return math.log1p(3 * both / own) if both else 0.0

    def share(self, line: int, other: int) -> float:
        """Return which part of the subjects of one line stand in the other, 0 to 1."""
        shared = self._sum(line, other, other + 1)
        return shared / self._own[line] if shared else 0.0
