"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is a function from the line where the article begins to every line where it can end, with its score; the order
of `WAYS` decides between equals.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from govnews.layout.evidence import Sheet, short_line
from govnews.layout.flow import flow
from govnews.layout.running import lead_line, long_line, parallel
from govnews.layout.weights import Part, lead_worth, long_worth, priors, short_worth

_REACH = 160  # the most lines of one article; a longer one is cut
_MAY_OPEN = -4.6  # body lines worth less than that for opening an article are not tried
_FIRST_SHORT = 0.5  # a short line under a jump line is a subhead, but may be the headline printed again
_COLUMNS = 2  # the fewest lines of a body whose columns could be rotated
_TURNS = 3  # places in a body from which it is tried to be read, where its columns are rotated
_BORDERS = 4  # borders that are tried between the bodies of two headlines that stand together
_BOUND = 8.0
_AGAIN = 0.7  # the part of a headline that stands in the line which repeats it


@frozen
class Cut:
    """One article as line numbers: what stands over it, in its head, and in its body, in reading order."""

    rubrics: Sequence[int]
    heads: Sequence[int]
    body: Sequence[int]
    rule: str


@frozen
class Way:
    """One or two articles from `start` to `end`."""

    start: int
    end: int
    score: float
    cuts: tuple[Cut, ...]


@frozen
class Desk:
    """The lines of one page with what each is worth as each part.

    `short` holds the worth of each part of a short line, `long` that of opening an article for a line of body under
    another one (to go on is worth 0), `inside` running sums of what each line is worth as a further line of a body.
    """

    sheet: Sheet
    short: Mapping[int, Mapping[Part, float]]
    long: Mapping[int, float]
    lead: Mapping[int, float]
    prior: Mapping[str, float]
    inside: Sequence[float] = field(init=False)
    met: dict[tuple[int, int], float] = field(factory=dict, init=False)  # how far the first line runs on in the second
    subheads: Sequence[int] = field(init=False)  # running counts of the short lines that would be subheads of a body

    def __attrs_post_init__(self) -> None:
        inside, subheads = [0.0], [0]
        for at, look in enumerate(self.sheet.looks):
            worth: float = 0.0
            if look.short:
                worth = max(self.short[at][Part.SUBHEAD], self.short[at][Part.BODY])
            elif look.whole is not None:
                worth = self.prior["byline inside"]
            elif look.from_page:
                worth = self.prior["jump inside"]
            inside.append(inside[-1] + worth)
            subheads.append(subheads[-1] + (look.short and self.short[at][Part.SUBHEAD] > self.short[at][Part.BODY]))
        object.__setattr__(self, "inside", inside)
        object.__setattr__(self, "subheads", subheads)

    @classmethod
    def of(cls, sheet: Sheet) -> "Desk":
        lexicon = sheet.lexicon
        return cls(
            sheet,
            {at: short_worth(short_line(sheet, at), lexicon) for at in sheet.shorts()},
            {at: long_worth(long_line(sheet, at), lexicon) for at in sheet.longs()},
            {at: lead_worth(lead_line(sheet, at), lexicon) for at in range(len(sheet.lines))},
            priors(lexicon),
        )

    def starts(self) -> list[int]:
        """Return the lines at which an article can begin."""
        found = []
        for at, look in enumerate(self.sheet.looks):
            may = look.short or at not in self.long or self.opens(at) > _MAY_OPEN
            if at == 0 or may:
                found.append(at)
        return found

    def inside_of(self, start: int, end: int) -> float:
        """Return the worth of the lines from start to end as further lines of one body."""
        return self.inside[end] - self.inside[start] if start < end else 0.0

    def body(self, first: int, end: int) -> float:
        """Return the worth of a body under its head."""
        worth = self.inside_of(first, end) + self.prior["lead"] * self.lead[first]
        subheads = self.subheads[end] - self.subheads[first]
        if subheads == 1:
            worth += self.prior["lone subhead"]
        return worth + self.prior["line of body"] * (end - first == 1)

    def opening(self, at: int) -> float:
        """Return how much a line of body speaks for opening an article, within bounds."""
        return max(-_BOUND, min(_BOUND, float(self.long[at])))

    def heads(self, start: int, end: int) -> float:
        """Return the log-probability that the short lines from start to end are head."""
        return sum(self.short[at][Part.HEAD] for at in range(start, end) if at in self.short)

    def shorts(self, start: int) -> int:
        """Return where the short lines that begin at `start` end."""
        at = start
        while at < len(self.sheet.looks) and self.sheet.looks[at].short and (at == start or not self.sheet.aside[at]):
            at += 1
        return at

    def bylines(self, start: int) -> int:
        """Return where the attributions and jump lines that begin at `start` end."""
        looks = self.sheet.looks
        while start < len(looks) and (looks[start].whole is not None or looks[start].from_page):
            start += 1
        return start

    def open_end(self, last: int) -> float:
        look = self.sheet.looks[last]
        if look.short:
            return self.prior["short end"]
        return 0.0 if look.closed or look.whole is not None else self.prior["open end"]

    def flow(self, last: int, first: int) -> float:
        """Return the evidence that the last line of a body runs on in its first."""
        if (last, first) not in self.met:
            self.met[last, first] = flow(self.sheet.lines[last].text, self.sheet.lines[first].text)
        return self.met[last, first]

    def again(self, at: int, start: int, end: int) -> bool:
        """Tell whether a short line is one of the headlines from start to end, printed again over its body."""
        share = self.sheet.affinity.share
        return at in self.short and any(share(head, at) > _AGAIN for head in range(start, end))

    def opens(self, at: int) -> float:
        if at == 0:
            return self.prior["article without a head"]
        if at in self.short:
            return self.prior["headline again"]
        if at not in self.long:
            return self.prior["body under a short line"] + self.prior["lead"] * self.lead[at]
        return self.long[at] + self.prior["parallel"] * parallel(self.sheet, at)

    def match(self, head: tuple[int, int], body: tuple[int, int]) -> float:
        """Return how much of the head's subjects the body shares, weighed."""
        return self.prior["match"] * self.sheet.affinity.matched(head, body)


def head_above_body(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start not in desk.short:
        return
    top = desk.shorts(start)
    # the last short lines may belong to the body already
    necks = [(neck, desk.bylines(neck)) for neck in range(start + 1, top + 1)]
    score, first = max(
        ((desk.heads(start, neck) + desk.inside_of(first, top), first) for neck, first in necks),
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
        worth = score + desk.body(first, end)
        yield Way(start, end, worth + desk.open_end(end - 1), (Cut((), heads, range(first, end), "head-above-body"),))
        for gain, at in _rotated(desk, first, end):
            order = (*range(at, end), *range(first, at))
            yield Way(start, end, worth + gain, (Cut((), heads, order, "columns-rotated"),))


def _rotated(desk: Desk, first: int, end: int) -> Sequence[tuple[float, int]]:
    """Return the best lines from which to read a body that breaks off at its end, each with what it gains."""
    looks = desk.sheet.looks
    last = end - 1
    if end - first < _COLUMNS or looks[last].closed or looks[last].whole or looks[first].dateline:
        return ()
    prior = desk.prior
    meets = prior["rotation flow"] * desk.flow(last, first) + prior["columns rotated"]
    meets -= prior["rotation lead"] * desk.lead[first]
    gains = []
    for at in range(first + 1, end):
        if not looks[at - 1].closed:
            continue
        gain = meets + prior["rotation lead"] * desk.lead[at]
        if at in desk.long:
            gain += prior["rotation border"] * desk.opening(at)
        elif looks[at].whole is not None:
            gain += prior["rotation byline"]
        gains.append((gain, at))
    return sorted(gains, key=lambda found: -found[0])[:_TURNS]


def _turned(desk: Desk, first: int, end: int) -> tuple[float, Sequence[int]]:
    """Return the best order in which to read a body, with what it gains over an article that ends with a sentence."""
    plain = desk.open_end(end - 1)
    for gain, at in _rotated(desk, first, end)[:1]:
        if gain > plain:
            return gain, (*range(at, end), *range(first, at))
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
    opens = desk.opens(start) + desk.prior["no headline"]
    for end in ends:
        cut = Cut((), (), range(start, end), "body-without-head")
        yield Way(start, end, opens + desk.inside_of(start + 1, end) + desk.open_end(end - 1), (cut,))


def head_below_body(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    looks = desk.sheet.looks
    if start in desk.short or looks[start].from_page:
        return
    opens = desk.opens(start) + desk.prior["head below body"]
    for end in ends:
        neck = end
        signed = True  # nothing but attributions seen so far, from the end of the head upwards
        while neck > start and (looks[neck - 1].short or (signed and looks[neck - 1].whole is not None)):
            neck -= 1
            signed = signed and not looks[neck].short
            if neck == start or not looks[neck].short:
                continue
            score = opens + desk.inside_of(start + 1, neck) + desk.open_end(neck - 1) + desk.heads(neck, end)
            later = desk.sheet.bodies(end - 1, 1)
            score += desk.match((neck, end), (start, neck))
            score -= desk.match((neck, end), (later[0], later[-1] + 1)) if later else 0.0
            cut = Cut((), range(neck, end), range(start, neck), "head-below-body")
            yield Way(start, end, score, (cut,))


def heads_together(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start not in desk.short:
        return
    first = desk.bylines(desk.shorts(start))
    necks = [at for at in range(start + 1, first) if at in desk.short]
    if first >= ends[-1] or not necks:
        return
    looks = desk.sheet.looks
    borders = [at for at in range(first + 1, ends[-1]) if at in desk.long]
    again = [at for at in range(first + 1, ends[-1]) if desk.again(at, start, first)]
    shown = desk.heads(start, first) + desk.prior["heads together"]
    for border in (*again, *sorted(borders, key=desk.opening, reverse=True)[:_BORDERS]):
        gain, one = _turned(desk, first, border)
        half = shown + desk.inside_of(first, border) + desk.opens(border) + gain
        half += desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)
        seconds = [(end, *_turned(desk, border, end)) for end in ends if end > border]
        for neck in necks:
            a, b = range(start, neck), range(neck, first)
            own = half + desk.match((start, neck), (first, border)) - desk.match((neck, first), (first, border))
            cut = Cut((), a, one, "heads-together")
            for end, more, two in seconds:
                score = own + desk.match((neck, first), (border, end)) - desk.match((start, neck), (border, end))
                score += desk.inside_of(border + (border in desk.long), end) + more
                yield Way(start, end, score, (cut, Cut((), b, two, "heads-together")))


def rubric_alone(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """The name of a column, over the article that begins under it or over something that was set aside."""
    end = start + 1
    if start not in desk.short or end not in ends:
        return
    score = desk.short[start][Part.RUBRIC]
    if end == len(desk.sheet.lines):
        score += desk.prior["rubric at the end"]
    elif desk.sheet.aside[end]:
        score += desk.prior["rubric alone"]
    yield Way(start, end, score, (Cut((start,), (), (), "rubric-alone"),))


WAYS = (rubric_alone, continued, head_above_body, body_without_head, head_below_body, heads_together)


def ways_from(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """Yield every way of printing one or two articles from `start` on."""
    near = [end for end in ends if end - start <= _REACH] or list(ends[:1])
    for way in WAYS:
        yield from way(desk, start, near)
