"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is a function from the line where the article begins to every line where it can end, with its score; the order
of `WAYS` decides between equals.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govnews.layout.evidence import Sheet, long_line, parallel, short_line
from govnews.layout.flow import flow
from govnews.layout.looks import Look
from govnews.layout.weights import Part, long_odds, priors, short_odds
from govnews.layout.wordings import opening

_REACH = 160  # the most lines of one article; a longer one is cut
_MAY_OPEN = -4.6  # log of 0.01: body lines less likely than that to open an article are not tried
_FIRST_SHORT = 0.5  # a short line under a jump line is a subhead, but may be the headline printed again
_RUBRICS = 2  # the most rubric lines over one headline


@frozen
class Cut:
    """One article as line numbers: what stands over it, in its head, and in its body, in reading order."""

    rubrics: tuple[int, ...]
    heads: tuple[int, ...]
    body: tuple[int, ...]
    rule: str


@frozen
class Way:
    """One or two articles from `start` to `end`."""

    start: int
    end: int
    score: float
    cuts: tuple[Cut, ...]


def _is_body(look: Look) -> bool:
    return not (look.short or look.whole is not None or look.from_page)


@frozen
class Desk:
    """The lines of one page with the odds of each."""

    sheet: Sheet
    short: Mapping[int, Mapping[Part, float]]
    long: Mapping[int, Mapping[Part, float]]
    prior: Mapping[str, float]
    inside: Sequence[float]  # running sums of what each line costs as a further line of a body

    @classmethod
    def of(cls, sheet: Sheet) -> "Desk":
        short, long = {}, {}
        for at, look in enumerate(sheet.looks):
            if look.short:
                short[at] = short_odds(short_line(sheet, at), sheet.lexicon)
            elif at and _is_body(look) and _is_body(sheet.looks[at - 1]):
                long[at] = long_odds(long_line(sheet, at), sheet.lexicon)
        prior = priors(sheet.lexicon)
        inside = [0.0]
        for at, look in enumerate(sheet.looks):
            if look.short:
                cost = max(short[at][Part.SUBHEAD], short[at][Part.BODY])
            elif look.whole is not None:
                cost = prior["byline inside"]
            elif look.from_page:
                cost = prior["jump inside"]
            else:
                cost = long[at][Part.GOES_ON] if at in long else 0.0
            inside.append(inside[-1] + cost)
        return cls(sheet, short, long, prior, inside)

    def starts(self) -> list[int]:
        """Return the lines at which an article can begin."""
        found = []
        for at, look in enumerate(self.sheet.looks):
            may = look.short or at not in self.long or self.opens(at) > _MAY_OPEN
            if at == 0 or may:
                found.append(at)
        return found

    def goes_on(self, start: int, end: int) -> float:
        return self.inside[end] - self.inside[start]

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
        return 0.0 if look.closed or look.short or look.whole is not None else self.prior["open end"]

    def opens(self, at: int) -> float:
        if at == 0:
            return self.prior["article without a head"]
        if at not in self.long:
            return self.prior["head without body"]
        return self.long[at][Part.OPENS] + self.prior["parallel"] * parallel(self.sheet, at)

    def match(self, head: tuple[int, int], body: tuple[int, int]) -> float:
        """Return how much of the head's subjects the body shares, weighed."""
        return self.prior["match"] * self.sheet.affinity.matched(head, body)


def head_above_body(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start not in desk.short:
        return
    top = desk.shorts(start)
    best = float("-inf"), start, start + 1, start + 1  # score, head, neck, first body line
    for neck in range(start + 1, top + 1):  # the last short lines may belong to the body already
        first = desk.bylines(neck)
        for head in range(start, min(start + _RUBRICS, neck - 1) + 1):
            score = sum(desk.short[at][Part.RUBRIC] for at in range(start, head)) + desk.heads(head, neck)
            score += desk.goes_on(first, top) if first < top else 0.0
            best = max(best, (score, head, neck, first), key=lambda found: found[0])
    score, head, neck, first = best
    score -= desk.goes_on(first, top) if first < top else 0.0
    rubrics, heads = tuple(range(start, head)), tuple(range(head, first))
    body = next((at for at in range(first, ends[-1]) if at not in desk.short), ends[-1])  # its first long line
    for end in ends:
        if end <= body:
            if end == first:
                cut = Cut(rubrics, heads, (), "head-without-body")
                yield Way(start, end, score + desk.prior["head without body"], (cut,))
            continue
        inside = score + desk.goes_on(first, end)
        plain = Cut(rubrics, heads, tuple(range(first, end)), "head-above-body")
        yield Way(start, end, inside + desk.open_end(end - 1), (plain,))
        turned = _rotated(desk, first, end)
        if turned is not None:
            gain, at = turned
            order = Cut(rubrics, heads, (*range(at, end), *range(first, at)), "columns-rotated")
            yield Way(start, end, inside + gain, (order,))


def _rotated(desk: Desk, first: int, end: int) -> tuple[float, int] | None:
    """Return the gain of reading a body from a line within it, and that line, where it breaks off at its end."""
    lines, looks = desk.sheet.lines, desk.sheet.looks
    last = end - 1
    broken_off = not (looks[last].closed or looks[last].short or looks[last].whole)
    if end - first < 3 or not broken_off or looks[first].dateline:
        return None
    meets = desk.prior["rotation flow"] * flow(lines[last].text, lines[first].text) + desk.prior["columns rotated"]
    lexicon = desk.sheet.lexicon
    best: tuple[float, int] | None = None
    for at in range(first + 1, end):
        if not (looks[at - 1].closed or looks[at - 1].short):
            continue
        gain = meets + desk.prior["rotation opening"] * (
            opening(lines[at].text, lexicon) - opening(lines[first].text, lexicon)
        )
        if looks[at].dateline and at in desk.long:
            gain += desk.long[at][Part.OPENS] - desk.long[at][Part.GOES_ON]
        elif looks[at].whole is not None:
            gain += desk.prior["rotation byline"]
        if best is None or gain > best[0]:
            best = gain, at
    return best


def continued(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """An article that began on another page: (上接T01版), then its body, subheads and all."""
    if not desk.sheet.looks[start].from_page:
        return
    for end in ends:
        cut = Cut((), (start,), tuple(range(start + 1, end)), "continued")
        score = desk.goes_on(start + 1, end) + desk.open_end(end - 1) - _FIRST_SHORT * (start + 1 in desk.short)
        yield Way(start, end, score, (cut,))


def body_without_head(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start in desk.short or desk.sheet.looks[start].from_page:
        return
    opens = desk.opens(start)
    for end in ends:
        cut = Cut((), (), tuple(range(start, end)), "body-without-head")
        score = opens + desk.goes_on(start + 1, end) + desk.open_end(end - 1)
        yield Way(start, end, score, (cut,))


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
            score = opens + desk.goes_on(start + 1, neck) + desk.open_end(neck - 1) + desk.heads(neck, end)
            later = desk.sheet.bodies(end - 1, 1)
            score += desk.match((neck, end), (start, neck))
            score -= desk.match((neck, end), (later[0], later[-1] + 1)) if later else 0.0
            cut = Cut((), tuple(range(neck, end)), tuple(range(start, neck)), "head-below-body")
            yield Way(start, end, score, (cut,))


def heads_together(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    if start not in desk.short:
        return
    looks = desk.sheet.looks
    first = desk.bylines(desk.shorts(start))
    if first >= ends[-1]:
        return
    necks = [at for at in range(start + 1, first) if at in desk.short]
    if not necks:
        return
    shown = desk.heads(start, first) + desk.prior["heads together"]
    for border in range(first + 1, ends[-1]):
        if border not in desk.long or desk.opens(border) <= _MAY_OPEN:
            continue
        one = desk.goes_on(first, border) + desk.open_end(border - 1) + desk.opens(border) + shown
        unlike = desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)
        for neck in necks:
            a, b = (start, neck), (neck, first)
            half = one + unlike + desk.match(a, (first, border)) - desk.match(b, (first, border))
            for end in ends:
                if end <= border:
                    continue
                two = (border, end)
                score = half + desk.match(b, two) - desk.match(a, two)
                score += desk.goes_on(border + 1, end) + desk.open_end(end - 1)
                cuts = (
                    Cut((), tuple(range(*a)), tuple(range(first, border)), "heads-together"),
                    Cut((), tuple(range(*b)), tuple(range(*two)), "heads-together"),
                )
                yield Way(start, end, score, cuts)


def rubric_alone(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """The name of a column over something that was set aside: a photograph with its own headline."""
    end = start + 1
    if start in desk.short and end in ends and (end == len(desk.sheet.lines) or desk.sheet.aside[end]):
        cut = Cut((start,), (), (), "rubric-alone")
        yield Way(start, end, max(desk.short[start][Part.RUBRIC], desk.prior["rubric alone"]), (cut,))


WAYS = (rubric_alone, continued, head_above_body, body_without_head, head_below_body, heads_together)


def ways_from(desk: Desk, start: int, ends: Sequence[int]) -> Iterator[Way]:
    """Yield every way of printing one or two articles from `start` on."""
    near = [end for end in ends if end - start <= _REACH] or list(ends[:1])
    for way in WAYS:
        yield from way(desk, start, near)
