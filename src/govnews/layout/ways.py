"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is a function from the line where the article begins to every line where it can end, with its score; the order
of `WAYS` decides between equals. A way whose score misses the aim may be left out: most are, by a look at what they
can be worth at the best.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from govnews.layout.aims import NEVER, Aim, everything
from govnews.layout.desk import Cut, Desk, Way
from govnews.layout.plain import Plain, near, plain_way, rubric_worth
from govnews.layout.turned import Turned

_COLUMNS = 2  # the fewest lines of a body whose columns could be rotated
_LEADS = 10  # lines of a body that speak most for being its first
_TURNS = 3  # places in a body from which it is tried to be read, where its columns are rotated
_LEAD = -1.0  # a first line that speaks more than that for being the first is it
_UNEVEN = -2.0  # columns that are no one article's, in whatever order
_HOPELESS = -3.5  # what no evidence of a join makes good
_BELOW = 12  # lines of which a head under its body is looked for
_TOPS = 2  # places at which it is tried to end two heads that stand together
_FAR = 4.0  # by how much less is worth what is not tried
_MATCHED = 6.0  # by how much more a body shares with the one of two heads than with the other, at the most
_BORDERS = 4  # borders that are tried between the bodies of two headlines that stand together


def plainly(desk: Desk, plain: Plain, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    """Head above body, no head, continued from another page; and the columns of a body under its head rotated."""
    heads, first = plain.heads, plain.first
    headed = start in desk.short
    for nth, end in enumerate(ends):
        worth, bar = plain.worths[nth], aim.least - aim.rest[end]
        if worth >= bar and worth != NEVER:
            yield Way(start, end, worth, (plain.cut(end),))
        if headed and end > first and worth != NEVER:
            worth -= desk.open_ends[end - 1]
            for gain, at in _rotated(desk, heads, first, end, bar - worth):
                yield Way(start, end, worth + gain, (Cut((), heads, Turned(first, at, end), "columns-rotated"),))


def _rotated(desk: Desk, heads: Sequence[int], first: int, end: int, least: float) -> Sequence[tuple[float, int]]:
    """Return the best lines from which to read a body that breaks off at its end, each with what it gains.

    Nothing where none can gain as much as `least`.
    """
    key = first, end
    if key not in desk.meetings:
        if _ceiling(desk, first, end) + desk.most_echo(heads) < least:
            return ()
        desk.meetings[key] = _meetings(desk, first, end)
    found = desk.meetings[key]
    if not found or max(found)[0] + desk.most_echo(heads) + desk.most_joined < least:
        return ()
    head, plain = desk.prior["rotation head"], desk.echo(heads, first)
    gains = sorted([(gain + head * (desk.echo(heads, at) - plain), at) for gain, at in found], key=_worst_last)
    if gains[0][0] < _HOPELESS or gains[0][0] + desk.most_joined < least:
        return ()
    joins = desk.prior["rotation joins"] * desk.joins(end - 1, first)
    return [(joins + gain, at) for gain, at in gains[:_TURNS]]


def _worst_last(found: tuple[float, int]) -> float:
    return -found[0]


def _may_turn(desk: Desk, first: int, end: int) -> bool:
    """Tell whether the columns of a body can be rotated: its first line is none, its last one breaks off."""
    looks = desk.sheet.looks
    return end - first >= _COLUMNS and looks[end - 1].whole is None and not looks[first].dateline and desk.lead[first] <= _LEAD


def _ceiling(desk: Desk, first: int, end: int) -> float:
    """Return what a body can gain at the most by being read in a rotated order, its head left aside."""
    if not _may_turn(desk, first, end):
        return NEVER
    return _meets(desk, first, end) + desk.most_turn + desk.prior["rotation even"] + desk.most_joined


def _meets(desk: Desk, first: int, end: int) -> float:
    """Return what it is worth that the first line of a body goes on with its last."""
    prior = desk.prior
    meets = prior["columns rotated"] + prior["rotation flow"] * desk.flow(end - 1, first)
    return meets - prior["rotation lead"] * desk.lead[first]


def _meetings(desk: Desk, first: int, end: int) -> Sequence[tuple[float, int]]:
    """Return the lines from which a body may be read whose first line goes on with its last, whatever its head."""
    if not _may_turn(desk, first, end) or desk.columns.worth(first, end) < _UNEVEN:
        return ()
    starts = sorted((at for at in range(first + 1, end) if desk.parted[at]), key=desk.turns.__getitem__)[-_LEADS:]
    meets, weight = _meets(desk, first, end), desk.prior["rotation even"]
    even = desk.columns.turned(first, end, starts)
    return [(meets + desk.turns[at] + weight * fits, at) for at, fits in zip(starts, even, strict=True)]


def _turned(desk: Desk, heads: Sequence[int], first: int, end: int, least: float) -> tuple[float, Sequence[int]]:
    """Return the best order in which to read a body, with what it gains over an article that ends with a sentence."""
    plain = desk.open_ends[end - 1]
    for gain, at in _rotated(desk, heads, first, end, max(plain, least))[:1]:
        if gain > plain:
            return gain, Turned(first, at, end)
    return plain, range(first, end)


def head_below_body(desk: Desk, start: int, ends: Sequence[int], aim: Aim) -> Iterator[Way]:
    looks = desk.sheet.looks
    if start in desk.short or looks[start].from_page:
        return
    opens = desk.opens(start) + desk.prior["head below body"]
    for end in ends:
        bar = aim.least - aim.rest[end] - opens
        for neck in _necks_below(desk, end):
            if neck <= start:
                break
            score = desk.inside_of(start + 1, neck) + desk.heads(neck, end) + desk.crowd(neck, end)
            most = max(desk.open_ends[neck - 1], _ceiling(desk, start, neck) + desk.most_echo(range(neck, end)))
            if score + _MATCHED + most + desk.most_even < bar:
                continue
            score += desk.columns.worth(start, neck)
            score += desk.match((neck, end), (start, neck)) - desk.match_below(neck, end)
            gain, body = _turned(desk, range(neck, end), start, neck, bar - score)
            if score + gain >= bar:
                cut = Cut((), range(neck, end), body, "head-below-body")
                yield Way(start, end, opens + score + gain, (cut,))


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
    looks = desk.sheet.looks
    shown = desk.heads(start, top) + desk.under(top, desk.shorts(start)) + desk.prior["heads together"]
    heads = range(start, first)
    for border in _borders(desk, start, first, ends[-1]):
        half = shown + desk.inside_of(first, border) + desk.opens_second(border, start, first)
        half += desk.columns.worth(first, border)
        half += desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)
        gain, one = _turned(desk, heads, first, border, NEVER)
        owns = []
        for neck in necks:
            own = half + gain + desk.border(neck) + desk.crowd(start, neck) + desk.crowd(neck, first)
            own += desk.match((start, neck), (first, border)) - desk.match((neck, first), (first, border))
            owns.append(own)
        best = max(owns) + _MATCHED
        seconds = []
        for end in ends:
            if end <= border:
                continue
            bar = aim.least - aim.rest[end]
            worth = desk.inside_of(border + (border in desk.long), end)
            most = max(desk.open_ends[end - 1], _ceiling(desk, border, end) + desk.most_echo(heads))
            if best + worth + most + desk.most_even < bar:
                continue
            worth += desk.columns.worth(border, end)
            more, two = _turned(desk, heads, border, end, bar - best - worth)
            if best + worth + more >= bar:
                seconds.append((end, bar, worth + more, two))
        for neck, own in zip(necks, owns, strict=True):
            a, b = range(start, neck), range(neck, first)
            cut = Cut((), a, one, "heads-together")
            for end, bar, worth, two in seconds:
                score = own + worth + desk.match((neck, first), (border, end)) - desk.match((start, neck), (border, end))
                if score >= bar:
                    yield Way(start, end, score, (cut, Cut((), b, two, "heads-together")))


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
