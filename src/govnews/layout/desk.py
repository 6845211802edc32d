"""The desk at which a page is put together: its lines, and what each is worth as each part of an article."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import field, frozen

from govnews.layout.columns import Columns
from govnews.layout.evidence import Sheet, short_line
from govnews.layout.flow import flow
from govnews.layout.roles import role_odds
from govnews.layout.running import joined_line, lead_line, long_line, parallel
from govnews.layout.weights import Part, joined_worth, lead_worth, long_worth, priors, short_worth

_MAY_OPEN = -4.6  # body lines worth less than that for opening an article are not tried
_BOUND = 8.0
_HEADS = 12  # short lines of which a head is looked for; what follows in a longer run is body
_JOINED = 4.5  # what speaks for a join where an open line meets another by chance
_AGAIN = 0.7  # the part of a headline that stands in the line which repeats it


class Cut(NamedTuple):  # made by the thousand, as is Way: a tuple is the lightest of records
    """One article as line numbers: what stands over it, in its head, and in its body, in reading order."""

    rubrics: Sequence[int]
    heads: Sequence[int]
    body: Sequence[int]
    rule: str


class Way(NamedTuple):
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
    joined: dict[tuple[int, int], float] = field(factory=dict, init=False)  # see joins
    echoes: dict[tuple[int, int, int], float] = field(factory=dict, init=False)
    below: dict[tuple[int, int], float] = field(factory=dict, init=False)  # see match_below
    feet: dict[int, Sequence[int]] = field(factory=dict, init=False)  # see ways.py
    opened: dict[int, float] = field(factory=dict, init=False)
    turns: Sequence[float] = field(init=False)  # how much each line speaks for being the first, where columns rotate
    subheads: Sequence[int] = field(init=False)  # running counts of the short lines that would be subheads of a body
    datelines: Sequence[int] = field(init=False)  # the same of the datelines that stand under a short line
    open_ends: Sequence[float] = field(init=False)  # see `open_end`
    headed: Sequence[float] = field(init=False)  # running sums of what the short lines are worth as head
    heights: Sequence[int] = field(init=False)  # running counts of the short lines
    past_short: Sequence[int] = field(init=False)  # where the short lines end that begin at a line
    past_signed: Sequence[int] = field(init=False)  # where the attributions and jump lines end
    columns: Columns = field(init=False)
    meetings: dict[tuple[int, int], Sequence[tuple[float, int]]] = field(factory=dict, init=False)  # see ways.py
    parted: Sequence[bool] = field(init=False)  # whether a line can be the first of its article

    def __attrs_post_init__(self) -> None:
        inside, subheads, datelines = [0.0], [0], [0]
        headed, heights = [0.0], [0]
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
            datelines.append(datelines[-1] + (look.dateline and at > 0 and self.sheet.looks[at - 1].short))
            headed.append(headed[-1] + (self.short[at][Part.HEAD] if look.short else 0.0))
            heights.append(heights[-1] + look.short)
        object.__setattr__(self, "turns", [self._turn(at) for at in range(len(self.sheet.looks))])
        object.__setattr__(self, "open_ends", [self._open_end(at) for at in range(len(self.sheet.looks))])
        object.__setattr__(self, "headed", headed)
        object.__setattr__(self, "heights", heights)
        past_short, past_signed = self._ends()
        object.__setattr__(self, "past_short", past_short)
        object.__setattr__(self, "past_signed", past_signed)
        object.__setattr__(self, "inside", inside)
        object.__setattr__(self, "subheads", subheads)
        object.__setattr__(self, "datelines", datelines)
        looks = self.sheet.looks
        parted = [
            at > 0 and (looks[at - 1].closed or looks[at - 1].signed or look.dateline) for at, look in enumerate(looks)
        ]
        object.__setattr__(self, "parted", parted)
        cuts = [at + 1 for at in range(len(self.sheet.looks)) if self._broken(at)]
        object.__setattr__(self, "columns", Columns([len(line.text) for line in self.sheet.lines], cuts, self.prior))

    def _broken(self, at: int) -> bool:
        """Tell whether a line looks broken off by the end of its column."""
        look = self.sheet.looks[at]
        if look.closed or look.signed or look.whole is not None or look.from_page:
            return False
        if look.short and self.inside_part(at) is not Part.BODY:
            return False
        return self.sheet.lines[at].text[-1] not in ":;"

    @classmethod
    def of(cls, sheet: Sheet) -> "Desk":
        lexicon = sheet.lexicon
        prior = priors(lexicon)
        measured = {at: short_line(sheet, at) for at in sheet.shorts()}
        odds = role_odds(sheet, measured)
        return cls(
            sheet,
            {
                at: {
                    part: worth + prior["net"] * odds[at][part]
                    for part, worth in short_worth(found, sheet.datelined, lexicon).items()
                }
                for at, found in measured.items()
            },
            {at: long_worth(long_line(sheet, at), lexicon) for at in sheet.longs()},
            {at: lead_worth(lead_line(sheet, at), lexicon) for at in range(len(sheet.lines))},
            prior,
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
        if subheads and self.sheet.looks[first].dateline:
            worth += self.prior["subheads under a dateline"]
        worth += self.prior["dateline inside"] * (self.datelines[end] - self.datelines[first + 1])
        if end - first == 1:
            worth += self.prior["line of body"] + self.prior["line of body, by habit"] * self.sheet.datelined
        return worth + self.columns.worth(first, end)

    def under(self, at: int, top: int) -> float:
        """Return what it costs that a subhead stands right under the head, where the short lines go on to `top`."""
        if at == top or self.short[at][Part.SUBHEAD] < self.short[at][Part.BODY]:
            return 0.0
        return self.prior["subhead under the head"]

    def opening(self, at: int) -> float:
        """Return how much a line of body speaks for opening an article, within bounds."""
        return max(-_BOUND, min(_BOUND, float(self.long[at])))

    def inside_part(self, at: int) -> Part:
        """Return what a short line is where it stands within a body."""
        return max((Part.SUBHEAD, Part.BODY), key=self.short[at].__getitem__)

    def heads(self, start: int, end: int) -> float:
        """Return the log-probability that the short lines from start to end are head."""
        return self.headed[end] - self.headed[start]

    def _ends(self) -> tuple[list[int], list[int]]:
        looks, aside = self.sheet.looks, self.sheet.aside
        size = len(looks)
        short, signed = list(range(size + 1)), list(range(size + 1))
        for at in range(size - 1, -1, -1):
            if looks[at].short:
                short[at] = at + 1 if at + 1 == size or aside[at + 1] else short[at + 1]
            elif looks[at].whole is not None or looks[at].from_page:
                signed[at] = signed[at + 1]
        return short, signed

    def shorts(self, start: int) -> int:
        """Return where the short lines that begin at `start` end."""
        return self.past_short[start]

    def necks(self, start: int) -> range:
        """Return the lines under the short lines that begin at `start`, where a head of them may end."""
        return range(start + 1, min(self.past_short[start], start + _HEADS) + 1)

    def bylines(self, start: int) -> int:
        """Return where the attributions and jump lines that begin at `start` end."""
        return self.past_signed[start]

    def open_end(self, last: int) -> float:
        """Return what it costs that a body ends with a line."""
        return self.open_ends[last]

    def _open_end(self, last: int) -> float:
        look = self.sheet.looks[last]
        if look.short:
            is_subhead = self.short[last][Part.SUBHEAD] > self.short[last][Part.BODY]
            return self.prior["subhead at the end" if is_subhead else "short end"]
        return 0.0 if look.closed or look.whole is not None else self.prior["open end"]

    def flow(self, last: int, first: int) -> float:
        """Return the evidence that the last line of a body runs on in its first."""
        if (last, first) not in self.met:
            self.met[last, first] = flow(self.sheet.lines[last].text, self.sheet.lines[first].text)
        return self.met[last, first]

    def joins(self, last: int, first: int) -> float:
        """Return how much more than is usual speaks for a line going on in another, within bounds."""
        if (last, first) not in self.joined:
            lines, lexicon = self.sheet.lines, self.sheet.lexicon
            worth = joined_worth(joined_line(lines[last].text, lines[first].text, lexicon), lexicon)
            self.joined[last, first] = max(-_JOINED, min(_JOINED, worth - _JOINED))
        return self.joined[last, first]

    def _turn(self, at: int) -> float:
        worth = self.prior["rotation lead"] * self.lead[at]
        if at in self.long:
            return worth + self.prior["rotation border"] * self.opening(at)
        return worth + self.prior["rotation byline"] * (self.sheet.looks[at].whole is not None)

    def echo(self, heads: Sequence[int], at: int) -> float:
        """Return how much of the subjects of the headlines stands in a line."""
        known = heads[0], heads[-1], at
        if known not in self.echoes:
            share = self.sheet.affinity.share
            self.echoes[known] = sum(share(head, at) for head in heads if head in self.short)
        return self.echoes[known]

    def again(self, at: int, start: int, end: int) -> bool:
        """Tell whether a short line is one of the headlines from start to end, printed again over its body."""
        share = self.sheet.affinity.share
        return at in self.short and any(share(head, at) > _AGAIN for head in range(start, end))

    def border(self, at: int) -> float:
        """Return what it costs to part a short line from the short line before it."""
        looks = self.sheet.looks
        if at in (0, len(looks)) or self.sheet.aside[at] or not (looks[at - 1].short and looks[at].short):
            return 0.0
        worth = self.prior["border, touching"] * (self.sheet.lines[at].gap == 0)
        return worth + self.prior["border, runs on"] * max(0.0, self.flow(at - 1, at))

    def crowd(self, start: int, end: int) -> float:
        """Return what it costs to give one article more than two lines of headline."""
        return self.prior["third headline"] * max(0, self.heights[end] - self.heights[start] - 2)

    def opens(self, at: int) -> float:
        """Return what it is worth that an article without a head opens at a line."""
        if at not in self.opened:
            self.opened[at] = self._opens(at)
        return self.opened[at]

    def _opens(self, at: int) -> float:
        if at == 0:
            return self.prior["article without a head"]
        if at in self.short:
            return self.prior["headline again"]
        if at not in self.long:
            return self.prior["body under a short line"] + self.prior["lead"] * self.lead[at]
        return self.long[at] + self.prior["parallel"] * parallel(self.sheet, at)

    def opens_second(self, at: int, start: int, end: int) -> float:
        """Return what it is worth that the second of two bodies begins at a line, under heads from start to end."""
        if at in self.long:
            return self.opens(at)
        if at in self.short:
            return self.prior["headline again" if self.again(at, start, end) else "short line first"]
        return self.opens(at)

    def told(self, head: tuple[int, int], body: tuple[int, int]) -> float:
        """Return how much speaks for a body under its head that it comes back to the head's subjects, all of it."""
        if not self.prior["told"]:
            return self.prior["head above body"]
        return self.prior["head above body"] + self.prior["told"] * self.sheet.affinity.matched(head, body)

    def match(self, head: tuple[int, int], body: tuple[int, int]) -> float:
        """Return how much of the head's subjects the body shares, weighed."""
        return self.prior["match"] * self.sheet.affinity.matched(head, body)

    def match_below(self, start: int, end: int) -> float:
        """Return the same of the head from start to end and the text that follows it."""
        if (start, end) not in self.below:
            later = self.sheet.bodies(end - 1, 1)
            self.below[start, end] = self.match((start, end), (later[0], later[-1] + 1)) if later else 0.0
        return self.below[start, end]
