"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is a function from the line where the article begins to every line where it can end, with its score; the order
of `WAYS` decides between equals. A way whose score misses the aim may be left out: most are, by a look at what they
can be worth at the best.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from govnews.layout.aims import NEVER, Aim, everything
from govnews.layout.desk import Cut, Desk, Way
from govnews.layout.plain import Plain, near, plain_way, rubric_worth
from govnews.layout.turned import Turned
from govnews.layout.turning import Turning, turning

_BELOW = 12  # lines of which a head under its body is looked for
_TOPS = 2  # places at which it is tried to end two heads that stand together
_FAR = 4.0  # by how much less is worth what is not tried
_MATCHED = 6.0  # by how much more a body shares with the one of two heads than with the other, at the most
_BORDERS = 4  # borders that are tried between the bodies of two headlines that stand together


def plainly(desk: Desk, plain: Plain, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    """Head above body, no head, continued from another page; and the columns of a body under its head rotated."""
    heads, first, worths = plain.heads, plain.first, plain.worths
    turn = turning(desk, first) if start in desk.short and first < ends[-1] else None
    echo = desk.most_echo(heads)
    for nth, end in enumerate(ends):
        worth, bar = worths[nth], aim.least - aim.rest[end]
        if worth >= bar and worth != NEVER:
            yield Way(start, end, worth, (plain.cut(end),))
        if turn is None or end <= first or worth == NEVER:
            continue
        worth -= desk.open_ends[end - 1]
        if turn.most(end) + echo < bar - worth:
            continue
        for gain, at in turn.best(heads, end, bar - worth):
            yield Way(start, end, worth + gain, (Cut((), heads, Turned(first, at, end), "columns-rotated"),))


def head_below_body(desk: Desk, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    looks = desk.sheet.looks
    if start in desk.short or looks[start].from_page:
        return
    opens = desk.opens(start) + desk.prior["head below body"] - desk.inside[start + 1]
    turn = turning(desk, start)
    for end in ends:
        bar = aim.least - aim.rest[end] - opens
        for neck in _necks_below(desk, end):
            if neck <= start:
                break
            score = desk.inside[max(start + 1, neck)] + desk.heads(neck, end) + desk.crowd(neck, end)
            most = desk.open_ends[neck - 1]
            if turn:
                most = max(most, turn.most(neck) + desk.most_echo(range(neck, end)))
            if score + _MATCHED + most + desk.columns.most < bar:
                continue
            score += desk.columns.worth(start, neck)
            score += desk.match((neck, end), (start, neck)) - desk.match_below(neck, end)
            gain, body = _turned(desk, turn, range(neck, end), start, neck, bar - score)
            if score + gain >= bar:
                cut = Cut((), range(neck, end), body, "head-below-body")
                yield Way(start, end, opens + score + gain, (cut,))


def _turned(
    desk: Desk, turn: Turning | None, heads: Sequence[int], first: int, end: int, least: float
) -> tuple[float, Sequence[int]]:
    """Return the best order in which to read a body, with what it gains over an article that ends with a sentence."""
    plain = desk.open_ends[end - 1]
    if turn:
        for gain, at in turn.best(heads, end, max(plain, least))[:1]:
            if gain > plain:
                return gain, Turned(first, at, end)
    return plain, range(first, end)


def _necks_below(desk: Desk, end: int) -> Sequence[int]:
    """Return the lines at which a head may begin that ends before `end`, under its body; the nearest first."""
    if end not in desk.feet:
        looks = desk.sheet.looks
        found = []
        signed = True  # nothing but attributions seen so far, from the end of the head upwards
        for neck in range(end - 1, max(0, end - _BELOW) - 1, -1):
            if looks[neck].short:
                found.append(neck)
                signed = False
            elif not (signed and looks[neck].whole is not None):
                break
        desk.feet[end] = found
    return desk.feet[end]


def heads_together(desk: Desk, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    if start not in desk.short:
        return
    top = desk.shorts(start)
    if top - start > 2 * _BELOW:
        return  # a list, not heads: two of them in each row of short lines would be tried
    # the last short lines may be of the first body already
    tops = sorted(
        (-desk.heads(start, at) - desk.under(at, top) - desk.inside_of(at, top), at)
        for at in range(start + 2, min(top, start + 2 * _BELOW) + 1)
    )
    for worth, neck in tops[:_TOPS]:
        if worth < tops[0][0] + _FAR:
            yield from _together(desk, start, neck, ends, aim)


def _together(desk: Desk, start: int, top: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    """Yield the ways of reading the lines up to `top` as the heads of two articles, their bodies below."""
    first = desk.bylines(top)
    necks = [at for at in range(start + 1, min(top, start + _BELOW)) if at in desk.short]
    if first >= ends[-1] or not necks:
        return
    heads = range(start, first)
    shown = desk.heads(start, top) + desk.under(top, desk.shorts(start)) + desk.prior["heads together"]
    shown -= desk.inside[first]
    # what both articles must be worth, but for their lines: the least of it from each end on
    bars = [aim.least - aim.rest[end] - desk.inside[end] for end in ends]
    lowest = list(accumulate(reversed(bars), min))[::-1]
    if shown + _SECOND + desk.most_turned(first) + desk.most_turned() < lowest[0]:
        return
    for border in _borders(desk, start, first, ends[-1]):
        half = _half(desk, heads, border) + shown
        nth = bisect_right(ends, border)
        most = half + 2 * _MATCHED + desk.columns.most + desk.most_turned(first) + desk.most_turned(border)
        if nth == len(ends) or most < lowest[nth]:
            continue
        gain, one = _turned(desk, turning(desk, first), heads, first, border, NEVER)
        owns = [half + gain + _own(desk, start, neck, first, border) for neck in necks]
        seconds = list(_seconds(desk, heads, border, ends[nth:], bars[nth:], max(owns) + _MATCHED))
        for neck, own in zip(necks, owns, strict=True):
            a, b = range(start, neck), range(neck, first)
            cut = Cut((), a, one, "heads-together")
            for end, bar, worth, two in seconds:
                score = own + worth
                score += desk.match((neck, first), (border, end)) - desk.match((start, neck), (border, end))
                if score >= bar:
                    score += desk.inside[end]
                    yield Way(start, end, score, (cut, Cut((), b, two, "heads-together")))


def _half(desk: Desk, heads: range, border: int) -> float:
    """Return what it is worth that the second of two bodies begins at a line."""
    first, looks = heads.stop, desk.sheet.looks
    worth = desk.inside[border] - desk.inside[border + (border in desk.long)]
    worth += desk.opens_second(border, heads.start, first) + desk.columns.worth(first, border)
    return worth + desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)


def _own(desk: Desk, start: int, neck: int, first: int, border: int) -> float:
    """Return what it is worth that the first of two heads ends at a line, by the first body."""
    own = desk.border(neck) + desk.crowd(start, neck) + desk.crowd(neck, first)
    return own + desk.match((start, neck), (first, border)) - desk.match((neck, first), (first, border))


def _seconds(
    desk: Desk, heads: range, border: int, ends: Sequence[int], bars: Sequence[float], more: float
) -> Iterator[tuple[int, float, float, Sequence[int]]]:
    """Yield where the second of two bodies can end, its bar, its worth and its order; `more` is what else speaks."""
    turn, echo = turning(desk, border), desk.most_echo(heads)
    for end, bar in zip(ends, bars, strict=True):
        most = desk.open_ends[end - 1]
        if turn:
            most = max(most, turn.most(end) + echo)
        if more + most + desk.columns.most < bar:
            continue
        worth = desk.columns.worth(border, end)
        gain, order = _turned(desk, turn, heads, border, end, bar - more - worth)
        if more + worth + gain >= bar:
            yield end, bar, worth + gain, order


def _borders(desk: Desk, start: int, first: int, end: int) -> Sequence[int]:
    """Return the lines at which the second of two bodies may begin."""
    again = [at for at in range(first + 1, end) if desk.again(at, start, first)][:_BORDERS]
    found = sorted(
        (-desk.opens_second(at, start, first) - desk.columns.worth(first, at) - desk.open_ends[at - 1], at)
        for at in range(first + 1, end)
        if at not in again and not desk.sheet.looks[at].from_page
    )
    return [*again, *(at for _, at in found[:_BORDERS])]


def rubric_alone(desk: Desk, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    """The name of a column, over the article that begins under it or over something that was set aside."""
    if ends[0] == start + 1:
        worth = rubric_worth(desk, start)
        if worth != NEVER and worth >= aim.least - aim.rest[start + 1]:
            yield Way(start, start + 1, worth, (Cut((start,), (), (), "rubric-alone"),))


def ways_from(desk: Desk, start: int, stops: Sequence[int], aim: Aim | None = None, plain: Plain | None = None) -> Iterator[Way]:
    """Yield the ways of printing one or two articles from `start` on.

    Args:
        desk: the lines, weighed.
        start: where they begin.
        stops: the lines at which an article can end, in their order.
        aim: what they must reach; ways that cannot are left out, all others are there. None for all ways.
        plain: the plain way from there, if it is known.
    """
    ends = near(stops, start)
    border = desk.border(start)
    aim = Aim(aim.least - border, aim.rest) if aim else everything(len(desk.sheet.lines))
    for way in rubric_alone(desk, start, ends, aim):
        yield way._replace(score=way.score + border)
    for way in plainly(desk, plain or plain_way(desk, start, ends), start, ends, aim):
        yield way._replace(score=way.score + border)
    for print_ in (head_below_body, heads_together):
        for way in print_(desk, start, ends, aim):
            yield way._replace(score=way.score + border)
