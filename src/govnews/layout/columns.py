"""Whether the columns of a body are of one length, as they are set: 208, 210, 213, 210 characters.

A line that ends no sentence ends a column. Where a column ends with a paragraph no break is seen, and the stretch up to
the next one is twice as long, or three times.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

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


class Full(NamedTuple):
    """Some columns: where they begin, as running sums of characters, and how even those before the last are.

    `unit` is the length of the shortest; `even`, `nearly` and `off` count those that are as long as it or some of it,
    or nearly so, or not.
    """

    edges: list[int]
    sizes: list[int]
    unit: int
    even: int
    nearly: int
    off: int


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
        self._sums = [0, *accumulate(sizes)]
        # what so many columns are worth
        counts = [min(_ENOUGH, count) for count in range(_MOST + 1)]
        self._even = [prior["column, even"] * count for count in counts]
        self._nearly = [prior["column, nearly even"] * count for count in counts]
        self._off = [prior["column, off"] * count for count in counts]
        self._short = prior["column, last short"]
        self._long = prior["column, long"]
        self.most = max(0.0, self._even[-1]) + max(0.0, self._nearly[-1])  # that columns are worth
        self._known: dict[tuple[int, int], Full] = {}
        self._worths: dict[tuple[int, int], float] = {}

    def forget(self, most: int) -> None:
        """Keep what is remembered from growing with the page."""
        if len(self._known) > most:
            self._known.clear()
        if len(self._worths) > most:
            self._worths.clear()

    @property
    def remembered(self) -> int:
        """How many answers are remembered."""
        return len(self._known) + len(self._worths)

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
        total = len(cuts)
        full = _full_of([sums[first]])
        found = []
        for end in ends:
            if high < total and cuts[high] < end:
                high = bisect_left(cuts, end, high)
                if high - low < _MOST:
                    full = self._full(first, low, high)
            found.append(self._value(full, sums[end]) if high - low < _MOST else 0.0)
        return found

    def _worth(self, first: int, end: int) -> float:
        low, high = bisect_right(self._cuts, first), bisect_left(self._cuts, end)
        return self._value(self._full(first, low, high), self._sums[end]) if high - low < _MOST else 0.0

    def _full(self, first: int, low: int, high: int) -> Full:
        """Return the columns that begin with some lines, all but the last of which end there."""
        key = first, high
        if key not in self._known:
            # the short ones that no column break cut are left out
            edges = [self._sums[first]]
            for cut in self._cuts[low:high]:
                if self._sums[cut] - edges[-1] >= _SHORTEST:
                    edges.append(self._sums[cut])
            self._known[key] = _full_of(edges)
        return self._known[key]

    def turned(self, first: int, end: int, starts: Iterable[int]) -> list[float]:
        """Return, for each line at which a body in a rotated order may begin, how well its columns meet there.

        1 where the column before that line and the one from it are as long as the others, a half if nearly so, else 0.
        """
        low, high = bisect_right(self._cuts, first), bisect_left(self._cuts, end)
        full, foot = self._full(first, low, high), self._sums[end]
        edges = [*full.edges, foot]
        sizes = [*full.sizes, foot - full.edges[-1]]
        least, *others = sorted(sizes)
        slack = _SLACK + _LAST * len(sizes)
        found: list[float] = []
        for at in starts:
            here = self._sums[at]
            nth = bisect_left(edges, here)
            size, last = edges[nth] - here, here - edges[nth - 1]
            # the shortest of all columns but the one that is cut there
            unit = (others[0] if sizes[nth - 1] == least else least) if others else size
            worst = _miss(size, unit, _SLACK)
            if last >= _SHORT * unit and worst <= _NEARLY:
                worst = max(worst, _miss(last, unit, slack))
            found.append(1.0 if worst <= _EVEN else 0.5 if worst <= _NEARLY else 0.0)
        return found

    def _value(self, full: Full, foot: int) -> float:
        """Return what the lengths of all columns are worth, the last of which ends at a foot."""
        count, unit, even = len(full.sizes), full.unit, full.even
        last = foot - full.edges[-1]
        if not count:
            return self._long if last > _LONG else 0.0
        worth = self._long if unit > _LONG else 0.0
        if _SHORTEST <= last < unit and _all_even(full.sizes, last):  # the others are two columns long, or three
            return worth + self._even[count] + self._nearly[full.nearly] + self._off[full.off]
        if last < _SHORT * unit:
            return worth + self._even[even - 1] + self._nearly[full.nearly] + self._off[full.off] + self._short
        miss = _miss(last, unit, _SLACK + _LAST * count)
        if miss <= _EVEN:
            return worth + self._even[even] + self._nearly[full.nearly] + self._off[full.off]
        if miss <= _NEARLY:
            return worth + self._even[even - 1] + self._nearly[full.nearly + 1] + self._off[full.off]
        return worth + self._even[even - 1] + self._nearly[full.nearly] + self._off[full.off + 1]


def _full_of(edges: list[int]) -> Full:
    sizes = [edges[nth] - edges[nth - 1] for nth in range(1, len(edges))]
    unit = max(1, min(sizes, default=1))
    return Full(edges, sizes, unit, *_counts(sizes, unit))


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


def _counts(columns: Iterable[int], unit: int, slack: float = _SLACK) -> tuple[int, int, int]:
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
