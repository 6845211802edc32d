"""The plain ways of printing an article: head above body, no head, continued from another page.

From each line one of them can begin an article. They cost little to weigh, for all lines where the article can end. So
they tell what the page from there on is worth at the least, and that tells which of the other ways are weighed at all
(`parse.py`): of a hundred, seven come near to the best reading of a page.
"""

from bisect import bisect_right
from collections.abc import Sequence

from govnews.layout.aims import NEVER
from govnews.layout.chunk import Cut
from govnews.layout.desk import Desk
from govnews.layout.weights import Part

REACH = 160  # the most lines of one article; a longer one is cut
_FIRST_SHORT = 0.5  # a short line under a jump line is a subhead, but may be the headline printed again
_DASHES = "—―"


class Plain:
    """The plain way from one line on: what stands over the body, where the body begins, and the rule.

    Attributes:
        rule: the name of the way.
        heads: the lines of the head.
        first: the first line of the body.
        worths: by line where the article can end, what it is worth so; NEVER where it cannot end there.
    """

    def __init__(self, rule: str, heads: Sequence[int], first: int, worths: list[float]) -> None:
        """Take the parts."""
        self.rule = rule
        self.heads = heads
        self.first = first
        self.worths = worths

    def cut(self, end: int) -> Cut:
        """Return the article that ends before a line."""
        alone = self.rule == "head-above-body" and end == self.first
        return Cut((), self.heads, range(self.first, end), "head-without-body" if alone else self.rule)


def plain_way(desk: Desk, start: int, ends: Sequence[int]) -> Plain:
    """Return the plain way from a line on, weighed for every line where it can end."""
    if start in desk.short:
        return _head_above_body(desk, start, ends)
    if desk.sheet.looks[start].from_page:
        return _continued(desk, start, ends)
    return _body_without_head(desk, start, ends)


def _head_above_body(desk: Desk, start: int, ends: Sequence[int]) -> Plain:
    top = desk.shorts(start)
    best, first = NEVER, start + 1
    for neck in desk.necks(start):  # the last short lines may belong to the body already
        under = desk.bylines(neck)
        worth = desk.heads(start, neck) + desk.crowd(start, neck) + desk.under(neck, top) + desk.inside_of(under, top)
        if worth > best:
            best, first = worth, under
    best -= desk.inside_of(first, top)
    body = next((at for at in range(first, ends[-1]) if at not in desk.short), ends[-1])  # its first long line
    before = bisect_right(ends, body)
    worths = [best + desk.prior["head without body"] if end == first else NEVER for end in ends[:before]]
    if before < len(ends):
        told = desk.told(start, first, ends[before:])
        worths += [best + worth + more for worth, more in zip(desk.bodies(first, ends[before:]), told, strict=True)]
    return Plain("head-above-body", range(start, first), first, worths)


def _continued(desk: Desk, start: int, ends: Sequence[int]) -> Plain:
    """An article that began on another page: (上接T01版), then its body, subheads and all."""
    opens = -_FIRST_SHORT * (start + 1 in desk.short)
    worths = [opens + desk.inside_of(start + 1, end) + desk.open_ends[end - 1] for end in ends]
    return Plain("continued", (start,), start + 1, worths)


def _body_without_head(desk: Desk, start: int, ends: Sequence[int]) -> Plain:
    dated = desk.sheet.looks[start].dateline
    opens = desk.opens(start) + desk.prior["no headline, dateline" if dated else "no headline"]
    opens -= desk.inside[start + 1]
    worths = [
        opens + desk.inside[end] + desk.open_ends[end - 1] + columns
        for end, columns in zip(ends, desk.columns.all_worths(start, ends), strict=True)
    ]
    return Plain("body-without-head", (), start, worths)


def rubric_worth(desk: Desk, start: int) -> float:
    """Return what it is worth that a line is the name of a column, NEVER where it cannot be.

    It stands over the article that begins under it, or over something that was set aside.
    """
    end = start + 1
    lines, looks = desk.sheet.lines, desk.sheet.looks
    if start not in desk.short or (end < len(lines) and lines[end].text[0] in _DASHES):
        return NEVER  # over a deck stands a headline
    score = desk.short[start][Part.RUBRIC]
    if desk.bylines(desk.shorts(end)) == len(lines):
        return score + desk.prior["rubric at the end"]
    if desk.sheet.aside[end]:
        return score + desk.prior["rubric alone"]
    return score + desk.prior["rubric over a text"] if looks[end].is_body else score


def near(stops: Sequence[int], start: int) -> Sequence[int]:
    """Return the lines at which an article can end that begins at `start`: at least the first of them."""
    low = bisect_right(stops, start)
    return stops[low : max(low + 1, bisect_right(stops, start + REACH))]
