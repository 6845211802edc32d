"""Whether the columns of a body are of one length, as they are set: 208, 210, 213, 210 characters.

A line that ends no sentence ends a column. Where a column ends with a paragraph no break is seen, and the stretch up to
the next one is twice as long, or three times.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

_SHORTEST = 60  # characters of a column; what is less was not cut by one
_EVEN = 0.02  # of a column's length
_NEARLY = 0.08
_SLACK = 2.0  # characters by which a closing mark, pulled back over the break, makes a column longer
_LAST = 3.0  # what all of them take from the last column, for each of them
_SHORT = 0.9  # of a column; a last one that is shorter ends above the foot of the others
_ENOUGH = 3  # columns that are counted
_FOOT = 0.03  # of a column's length: how near to its foot a column ends
_SEEN = 0.9  # of the broken lines stand so near
_LONG = 720  # characters, of one column
_MOST = 16  # columns of one text

Counts = tuple[int, int, int]  # columns that are even, nearly even, and off
Full = tuple[Sequence[int], int, Counts]  # some columns, the length of the shortest, and how even they are
_NONE: Full = [], 1, (0, 0, 0)


class Columns:
    """The lengths of the columns of one page, as far as its broken lines tell."""

    def __init__(self, sizes: Sequence[int], cuts: Sequence[int], prior: Mapping[str, float]) -> None:
        """Take what is known of the page.

        Args:
            sizes: characters of each line.
            cuts: the lines at which a new column begins, for the line before is broken off.
            prior: what even and uneven columns are worth, by name.
        """
        self._cuts = cuts
        self._prior = prior
        self._sums = [0, *accumulate(sizes)]
        self.most = _ENOUGH * max(0.0, prior["column, even"], prior["column, nearly even"])  # that columns are worth
        self._known: dict[tuple[int, int], tuple[int, Full]] = {}
        self._worths: dict[tuple[int, int], float] = {}

    def forget(self, most: int) -> None:
        """Keep what is remembered from growing with the page."""
        if len(self._known) > most:
            self._known.clear()
        if len(self._worths) > most:
            self._worths.clear()

    def worth(self, first: int, end: int) -> float:
        """Return how much speaks for a body that its columns are of one length."""
        key = first, end
        if key not in self._worths:
            self._worths[key] = self._worth(first, end)
        return self._worths[key]

    def all_worths(self, first: int, ends: Sequence[int]) -> list[float]:
        """Return the same for each line where the body can end."""
        cuts, sums = self._cuts, self._sums
        low = high = bisect_right(cuts, first)
        counts = len(cuts)
        start, full = sums[first], _NONE
        found = []
        for end in ends:
            if high < counts and cuts[high] < end:
                while high < counts and cuts[high] < end:
                    high += 1
                if high - low < _MOST:
                    start, full = self._full(first, low, high)
            found.append(self._value(full, sums[end] - start) if high - low < _MOST else 0.0)
        return found

    def _worth(self, first: int, end: int) -> float:
        low, high = bisect_right(self._cuts, first), bisect_left(self._cuts, end)
        if high - low >= _MOST:
            return 0.0
        start, full = self._full(first, low, high) if high > low else (self._sums[first], _NONE)
        return self._value(full, self._sums[end] - start)

    def _full(self, first: int, low: int, high: int) -> tuple[int, Full]:
        """Return where the last column begins, and how even those before it are."""
        key = first, high
        if key not in self._known:
            edges = self._edges(first, low, high)
            self._known[key] = edges[-1], _full_of([b - a for a, b in pairwise(edges)])
        return self._known[key]

    def turned(self, first: int, end: int, starts: Iterable[int]) -> list[float]:
        """Return, for each line at which a body in a rotated order may begin, how well its columns meet there.

        1 where the column before that line and the one from it are as long as the others, a half if nearly so, else 0.
        """
        low, high = bisect_right(self._cuts, first), bisect_left(self._cuts, end)
        edges = [*self._edges(first, low, high), self._sums[end]]
        sizes = [after - edge for edge, after in pairwise(edges)]
        found: list[float] = []
        units: dict[int, int] = {}
        for at in starts:
            here = self._sums[at]
            nth = bisect_left(edges, here)
            size, last = edges[nth] - here, here - edges[nth - 1]
            if nth not in units:
                units[nth] = min(sizes[: nth - 1] + sizes[nth:], default=0)
            unit = units[nth] or size
            worst = _miss(size, unit, _SLACK)
            if last >= _SHORT * unit and worst <= _NEARLY:
                worst = max(worst, _miss(last, unit, _SLACK + _LAST * len(sizes)))
            found.append(1.0 if worst <= _EVEN else 0.5 if worst <= _NEARLY else 0.0)
        return found

    def _edges(self, first: int, low: int, high: int) -> list[int]:
        """Return where the columns begin, the short ones that no column break cut left out."""
        edges = [self._sums[first]]
        for cut in self._cuts[low:high]:
            if self._sums[cut] - edges[-1] >= _SHORTEST:
                edges.append(self._sums[cut])
        return edges

    def _value(self, full: Full, last: int) -> float:
        """Return what the lengths of all columns and of the last one are worth."""
        columns, unit, (even, nearly, off) = full
        prior = self._prior
        if not columns:
            return prior["column, long"] * (last > _LONG)
        short = False
        if _SHORTEST <= last < unit and _all_even(columns, last):
            even = len(columns)  # the others are two columns long, or three
        elif last < _SHORT * unit:
            even, short = even - 1, True
        else:
            miss = _miss(last, unit, _SLACK + _LAST * len(columns))
            even += (miss <= _EVEN) - 1
            nearly += _EVEN < miss <= _NEARLY
            off += miss > _NEARLY
        return (
            prior["column, even"] * min(_ENOUGH, even)
            + prior["column, nearly even"] * min(_ENOUGH, nearly)
            + prior["column, off"] * min(_ENOUGH, off)
            + prior["column, last short"] * short
            + prior["column, long"] * (unit > _LONG)
        )


def _full_of(columns: Sequence[int]) -> Full:
    unit = max(1, min(columns, default=1))
    return columns, unit, _counts(columns, unit)


def _miss(size: int, unit: int, slack: float) -> float:
    """Return by which part of a column some columns, one or more, are too long or too short."""
    count = (size + unit // 2) // unit or 1
    return (abs(size - count * unit) - slack * count) / unit


def _all_even(columns: Iterable[int], unit: int) -> bool:
    """Tell whether all columns are as long as the unit, or as some of it."""
    for size in columns:  # noqa: SIM110 - asked for so often that a generator is felt
        if _miss(size, unit, _SLACK) > _EVEN:
            return False
    return True


def _counts(columns: Iterable[int], unit: int, slack: float = _SLACK) -> Counts:
    """Count the columns that are as long as the unit, or as some of it, or nearly so, or not."""
    even = nearly = off = 0
    for size in columns:
        miss = _miss(size, unit, slack)
        if miss <= _EVEN:
            even += 1
        elif miss <= _NEARLY:
            nearly += 1
        else:
            off += 1
    return even, nearly, off


def feet(sizes: Sequence[int], ends: Sequence[int]) -> Mapping[int, float]:
    """Return how much speaks for each of some lines of a body that its column ends with it.

    Args:
        sizes: the characters of the lines, in reading order.
        ends: the lines, by number, that end no sentence.

    Returns:
        The logarithm of how much likelier it stands there if all columns are of one length than by chance; for the
        number of columns that explains the ends best, and nothing if none does.

    >>> {at: round(value) for at, value in feet([200, 101, 90, 209], [1, 2]).items()}
    {1: 3, 2: -2}
    """
    sums = [0, *accumulate(sizes)]
    best: dict[int, float] = {}
    most = 0.0
    for count in range(2, _MOST):
        unit = sums[-1] / count
        if unit < _SHORTEST:
            break
        near = _FOOT * unit + _SLACK
        chance = min(0.5, 2 * near * (count - 1) / sums[-1])
        found = {}
        for at in ends:
            nth = round(sums[at + 1] / unit)
            hit = 0 < nth < count and abs(sums[at + 1] - nth * unit) <= near
            found[at] = math.log(_SEEN / chance) if hit else math.log((1 - _SEEN) / (1 - chance))
        worth = sum(found.values()) - math.log(count)
        if worth > most:
            best, most = found, worth
    return best
