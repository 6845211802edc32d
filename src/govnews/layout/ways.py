"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is a function from the line where the article begins to every line where it can end, with its score; the order
of `WAYS` decides between equals.
"""

from collections.abc import Iterator, Sequence

from govnews.layout.desk import Cut, Desk, Way
from govnews.layout.turned import Turned
from govnews.layout.weights import Part

_REACH = 160  # the most lines of one article; a longer one is cut
_FIRST_SHORT = 0.5  # a short line under a jump line is a subhead, but may be the headline printed again
_COLUMNS = 2  # the fewest lines of a body whose columns could be rotated
_LEADS = 10  # lines of a body that speak most for being its first
_TURNS = 3  # places in a body from which it is tried to be read, where its columns are rotated
_LEAD = -1.0  # a first line that speaks more than that for being the first is it
_UNEVEN = -2.0  # columns that are no one article's, in whatever order
_HOPELESS = -3.5  # what no evidence of a join makes good
_BELOW = 12  # lines of which a head under its body is looked for
_TOPS = 2  # places at which it is tried to end two heads that stand together
_FAR = 4.0  # by how much less is worth what is not tried
_DASHES = "—―"
_BORDERS = 4  # borders that are tried between the bodies of two headlines that stand together


def head_above_body(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start not in desk.short:
        return
    top = desk.shorts(start)
    # the last short lines may belong to the body already
    necks = [(neck, desk.bylines(neck)) for neck in desk.necks(start)]
    score, first = max(
        (
            (
                desk.heads(start, neck) + desk.crowd(start, neck) + desk.under(neck, top) + desk.inside_of(first, top),
                first,
            )
            for neck, first in necks
        ),
        key=lambda found: found[0],
    )
    score -= desk.inside_of(first, top)
    heads = range(start, first)
    body = next((at for at in range(first, ends[-1]) if at not in desk.short), ends[-1])  # its first long line
    for end in ends:
        if end <= body:
            if end == first:
                cut = Cut((), heads, (), "head-without-body")
                yield Way(start, end, score + desk.prior["head without body"], (cut,))
            continue
        worth = score + desk.body(first, end) + desk.told((start, first), (first, end))
        yield Way(start, end, worth + desk.open_end(end - 1), (Cut((), heads, range(first, end), "head-above-body"),))
        for gain, at in _rotated(desk, heads, first, end):
            yield Way(start, end, worth + gain, (Cut((), heads, Turned(first, at, end), "columns-rotated"),))


def _rotated(desk: Desk, heads: Sequence[int], first: int, end: int) -> Sequence[tuple[float, int]]:
    """Return the best lines from which to read a body that breaks off at its end, each with what it gains."""
    key = first, end
    if key not in desk.meetings:
        desk.meetings[key] = _meetings(desk, first, end)
    found = desk.meetings[key]
    if not found:
        return ()
    head, plain = desk.prior["rotation head"], desk.echo(heads, first)
    gains = [(gain + head * (desk.echo(heads, at) - plain), at) for gain, at in found]
    if max(gains)[0] < _HOPELESS:
        return ()
    joins = desk.prior["rotation joins"] * desk.joins(end - 1, first)
    return [(joins + gain, at) for gain, at in sorted(gains, key=lambda found: -found[0])[:_TURNS]]


def _meetings(desk: Desk, first: int, end: int) -> Sequence[tuple[float, int]]:
    """Return the lines from which a body may be read whose first line goes on with its last, whatever its head."""
    looks, prior = desk.sheet.looks, desk.prior
    last = end - 1
    if end - first < _COLUMNS or looks[last].whole or looks[first].dateline:
        return ()
    if desk.lead[first] > _LEAD or desk.columns.worth(first, end) < _UNEVEN:
        return ()
    starts = sorted((at for at in range(first + 1, end) if desk.parted[at]), key=desk.turns.__getitem__)[-_LEADS:]
    meets = prior["columns rotated"] + prior["rotation flow"] * desk.flow(last, first)
    meets -= prior["rotation lead"] * desk.lead[first]
    even = desk.columns.turned(first, end, starts)
    return [(meets + desk.turns[at] + prior["rotation even"] * fits, at) for at, fits in zip(starts, even, strict=True)]


def _turned(desk: Desk, heads: Sequence[int], first: int, end: int) -> tuple[float, Sequence[int]]:
    """Return the best order in which to read a body, with what it gains over an article that ends with a sentence."""
    plain = desk.open_end(end - 1)
    for gain, at in _rotated(desk, heads, first, end)[:1]:
        if gain > plain:
            return gain, Turned(first, at, end)
    return plain, range(first, end)


def continued(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """An article that began on another page: (上接T01版), then its body, subheads and all."""
    if not desk.sheet.looks[start].from_page:
        return
    for end in ends:
        cut = Cut((), (start,), range(start + 1, end), "continued")
        score = desk.inside_of(start + 1, end) + desk.open_end(end - 1) - _FIRST_SHORT * (start + 1 in desk.short)
        yield Way(start, end, score, (cut,))


def body_without_head(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start in desk.short or desk.sheet.looks[start].from_page:
        return
    dated = desk.sheet.looks[start].dateline
    opens = desk.opens(start) + desk.prior["no headline, dateline" if dated else "no headline"]
    for end in ends:
        cut = Cut((), (), range(start, end), "body-without-head")
        score = opens + desk.inside_of(start + 1, end) + desk.open_end(end - 1) + desk.columns.worth(start, end)
        yield Way(start, end, score, (cut,))


def head_below_body(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    looks = desk.sheet.looks
    if start in desk.short or looks[start].from_page:
        return
    opens = desk.opens(start) + desk.prior["head below body"]
    for end in ends:
        for neck in _necks_below(desk, end):
            if neck <= start:
                break
            gain, body = _turned(desk, range(neck, end), start, neck)
            score = opens + desk.inside_of(start + 1, neck) + gain + desk.heads(neck, end)
            score += desk.crowd(neck, end) + desk.columns.worth(start, neck)
            score += desk.match((neck, end), (start, neck)) - desk.match_below(neck, end)
            cut = Cut((), range(neck, end), body, "head-below-body")
            yield Way(start, end, score, (cut,))


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


def heads_together(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
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
            yield from _together(desk, start, neck, ends)


def _together(desk: Desk, start: int, top: int, ends: Sequence[int]) -> Iterator[Way]:
    """Yield the ways of reading the lines up to `top` as the heads of two articles, their bodies below."""
    first = desk.bylines(top)
    necks = [at for at in range(start + 1, min(top, start + _BELOW)) if at in desk.short]
    if first >= ends[-1] or not necks:
        return
    looks = desk.sheet.looks
    shown = desk.heads(start, top) + desk.under(top, desk.shorts(start)) + desk.prior["heads together"]
    for border in _borders(desk, start, first, ends[-1]):
        gain, one = _turned(desk, range(start, first), first, border)
        half = shown + desk.inside_of(first, border) + desk.opens_second(border, start, first) + gain
        half += desk.columns.worth(first, border)
        half += desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)
        seconds = [(end, *_turned(desk, range(start, first), border, end)) for end in ends if end > border]
        for neck in necks:
            a, b = range(start, neck), range(neck, first)
            own = half + desk.border(neck) + desk.crowd(start, neck) + desk.crowd(neck, first)
            own += desk.match((start, neck), (first, border)) - desk.match((neck, first), (first, border))
            cut = Cut((), a, one, "heads-together")
            for end, more, two in seconds:
                score = own + desk.match((neck, first), (border, end)) - desk.match((start, neck), (border, end))
                score += desk.inside_of(border + (border in desk.long), end) + more + desk.columns.worth(border, end)
                yield Way(start, end, score, (cut, Cut((), b, two, "heads-together")))


def _borders(desk: Desk, start: int, first: int, end: int) -> Sequence[int]:
    """Return the lines at which the second of two bodies may begin."""
    again = [at for at in range(first + 1, end) if desk.again(at, start, first)][:_BORDERS]
    found = sorted(
        (-desk.opens_second(at, start, first) - desk.columns.worth(first, at) - desk.open_end(at - 1), at)
        for at in range(first + 1, end)
        if at not in again and not desk.sheet.looks[at].from_page
    )
    return [*again, *(at for _, at in found[:_BORDERS])]


def rubric_alone(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """The name of a column, over the article that begins under it or over something that was set aside."""
    end = start + 1
    if start not in desk.short or end not in ends:
        return
    if end < len(desk.sheet.lines) and desk.sheet.lines[end].text[0] in _DASHES:
        return  # over a deck stands a headline
    score = desk.short[start][Part.RUBRIC]
    if desk.bylines(desk.shorts(end)) == len(desk.sheet.lines):
        score += desk.prior["rubric at the end"]
    elif desk.sheet.aside[end]:
        score += desk.prior["rubric alone"]
    elif desk.sheet.looks[end].is_body:
        score += desk.prior["rubric over a text"]
    yield Way(start, end, score, (Cut((start,), (), (), "rubric-alone"),))


WAYS = (rubric_alone, continued, head_above_body, body_without_head, head_below_body, heads_together)


def ways_from(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """Yield every way of printing one or two articles from `start` on."""
    near = [end for end in ends if end - start <= _REACH] or list(ends[:1])
    border = desk.border(start)
    for print_ in WAYS:
        for way in print_(desk, start, near):
            yield Way(way.start, way.end, way.score + border, way.cuts) if border else way
