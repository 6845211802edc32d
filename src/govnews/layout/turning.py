"""Bodies whose columns come in a rotated order: from which line they are read, and what that gains.

The last line of such a body goes on in its first, and the article begins at a line in its middle.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from govnews.layout.aims import NEVER
from govnews.layout.desk import Desk

_COLUMNS = 2  # the fewest lines of a body whose columns could be rotated
_LEADS = 10  # lines of a body that speak most for being its first
_TURNS = 3  # places in a body from which it is tried to be read, where its columns are rotated
_LEAD = -1.0  # a first line that speaks more than that for being the first is it
_UNEVEN = -2.0  # columns that are no one article's, in whatever order
_AHEAD = 60  # lines that are looked at together
_HOPELESS = -3.5  # what no evidence of a join makes good


class Echo:
    """How much of the subjects of some headlines stands in a line, which speaks for its being the first of their body.

    Attributes:
        most: what that is worth at the most.
    """

    def __init__(self, desk: Desk, heads: Sequence[int]) -> None:
        """Take the headlines."""
        self._share = desk.sheet.affinity.share
        self._weight = desk.prior["rotation head"]
        self._heads = [head for head in heads if head in desk.short]
        self._known: dict[int, float] = {}
        self.most = desk.most_echo * len(self._heads)

    def worth(self, at: int) -> float:
        """Return what the echo in a line is worth."""
        found = self._known.get(at)
        if found is None:
            found = self._known[at] = self._weight * sum([self._share(head, at) for head in self._heads])
        return found


class Turning:
    """The bodies that begin at one line, read from a line in their middle.

    Attributes:
        peak: what reading any of them so can gain at the most, its head left aside.
    """

    def __init__(self, desk: Desk, first: int) -> None:
        """Take the line."""
        prior = desk.prior
        self._desk = desk
        self._first = first
        self._opens = prior["columns rotated"] - prior["rotation lead"] * desk.lead[first]
        self._even = prior["rotation even"]
        self._most = self._opens + self._even + desk.most_joined + desk.most_met[first]
        self._tops: list[float] = []  # by lines of the body, what one of them leads at the most
        self._met: dict[int, tuple[float, float]] = {}
        self._found: dict[int, list[tuple[float, int]]] = {}
        self.peak = self._most + desk.most_run + desk.most_lead

    def most(self, end: int) -> float:
        """Return what reading a body that ends before a line so can gain at the most, its head left aside."""
        if self._desk.sheet.looks[end - 1].whole is not None:
            return NEVER
        return self._most + self._desk.most_runs[end - 1] + self._top(end)

    def best(self, echo: Echo, end: int, least: float) -> list[tuple[float, int]]:
        """Return the best lines from which to read a body, each with what it gains.

        Nothing where none can gain as much as `least`.
        """
        most = self.most(end)
        if most == NEVER or most + echo.most < least:
            return []
        if end not in self._met:
            self._met[end] = self._meeting(end)
        meets, joins = self._met[end]
        most = meets + self._even + self._top(end) + echo.most
        if most < _HOPELESS or most + joins < least:
            return []
        if end not in self._found:
            self._found[end] = self._leads(end)
        plain = meets - echo.worth(self._first)
        gains = sorted([(plain + lead + echo.worth(at), at) for lead, at in self._found[end]], key=_best_first)
        if not gains or gains[0][0] < _HOPELESS:
            return []
        return [(joins + gain, at) for gain, at in gains[:_TURNS]]

    def _top(self, end: int) -> float:
        """Return how much a line of a body leads at the most."""
        known = len(self._tops)
        if end - self._first > known:
            leads = self._desk.leads[self._first + max(1, known) : end + _AHEAD]
            self._tops += list(accumulate(leads, max, initial=self._tops[-1] if known else NEVER))[known > 0 :]
        return self._tops[end - self._first - 1]

    def _meeting(self, end: int) -> tuple[float, float]:
        """Return what it is worth that the last line of a body meets its first, and that it goes on in it."""
        desk, first = self._desk, self._first
        if end - first < _COLUMNS or desk.columns.worth(first, end) < _UNEVEN:
            return NEVER, NEVER
        meets = self._opens + desk.prior["rotation flow"] * desk.sheet.flow(end - 1, first)
        return meets, desk.prior["rotation joins"] * desk.joins(end - 1, first)

    def _leads(self, end: int) -> list[tuple[float, int]]:
        """Return the lines from which a body may be read, each with what it gains but for head and meeting."""
        desk, first = self._desk, self._first
        low, high = bisect_right(desk.parted, first), bisect_left(desk.parted, end)
        starts = sorted(desk.parted[low:high], key=desk.turns.__getitem__)[-_LEADS:]
        even = desk.columns.turned(first, end, starts)
        return [(desk.turns[at] + self._even * fits, at) for at, fits in zip(starts, even, strict=True)]


def turning(desk: Desk, first: int) -> Turning | None:
    """Return the bodies that begin at a line and are read from another; None where it is the first to be read."""
    return None if desk.sheet.looks[first].dateline or desk.lead[first] > _LEAD else Turning(desk, first)


def _best_first(found: tuple[float, int]) -> float:
    return -found[0]
