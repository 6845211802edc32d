"""The desk at which a page is put together: its lines, and what each is worth as each part of an article."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from govnews.layout.aims import NEVER
from govnews.layout.columns import Columns
from govnews.layout.evidence import Sheet, short_line
from govnews.layout.flow import Ends
from govnews.layout.roles import role_odds
from govnews.layout.running import lead_line, long_line, parallel
from govnews.layout.weights import Part, lead_worth, long_worth, priors, short_worth

_MAY_OPEN = -4.6  # body lines worth less than that for opening an article are not tried
_BOUND = 8.0
_HEADS = 12  # short lines of which a head is looked for; what follows in a longer run is body
_JOINED = 4.5  # what speaks for a join where an open line meets another by chance
_KEPT = 1500  # answers of one kind that are kept: those of the lines near by are asked for again
_AGAIN = 0.7  # the part of a headline that stands in the line which repeats it


class Desk:
    """The lines of one page with what each is worth as each part.

    Attributes:
        sheet: the lines, and what is asked of them.
        short: the worth of each part of a short line.
        long: the worth of opening an article for a line of body under another one (to go on is worth 0).
        lead: how much each line speaks like the first of an article, by its words.
        prior: the constants of data/layout_priors.tsv.
        inside: running sums of what each line is worth as a further line of a body.
        open_ends: what it costs that a body ends with a line.
        turns: how much each line speaks for being the first, where columns rotate.
        parted: the lines that can be the first of their article.
        leads: what they speak for it, where columns rotate; NEVER for the others.
        columns: the lengths of the columns.
    """

    def __init__(
        self,
        sheet: Sheet,
        short: Mapping[int, Mapping[Part, float]],
        long: Mapping[int, float],
        lead: Mapping[int, float],
        prior: Mapping[str, float],
    ) -> None:
        """Take the lines and their worth, and sum up what is asked for again and again."""
        self.sheet = sheet
        self.short = short
        self.long = long
        self.lead = lead
        self.prior = prior
        looks = sheet.looks
        every = range(len(looks))
        self.inside = list(accumulate(map(self._inside, every), initial=0.0))
        # running counts: short lines that would be subheads of a body, datelines that stand under a short line
        self._subheads = list(
            accumulate((at in short and self.inside_part(at) is Part.SUBHEAD for at in every), initial=0)
        )
        self._datelines = list(
            accumulate((looks[at].dateline and at > 0 and looks[at - 1].short for at in every), initial=0)
        )
        self._headed = list(accumulate((short[at][Part.HEAD] if at in short else 0.0 for at in every), initial=0.0))
        self._heights = list(accumulate((look.short for look in looks), initial=0))
        self._past_short, self._past_signed = self._ends()
        self.open_ends = list(map(self._open_end, every))
        self.turns = list(map(self._turn, every))
        self.parted = [at for at in every[1:] if looks[at - 1].closed or looks[at - 1].signed or looks[at].dateline]
        cuts = [at + 1 for at in every if self._broken(at)]
        self.columns = Columns([len(line.text) for line in sheet.lines], cuts, prior)
        # what rotated columns can be worth at the most, as far as their lines and heads tell
        self.most_echo = abs(prior["rotation head"])  # of one headline
        self.most_joined = abs(prior["rotation joins"]) * _JOINED
        weight, ends = prior["rotation flow"], list(map(sheet.joins.ends, every))
        self.most_met = [weight * end.bound for end in ends]
        self.most_runs = [weight * _most_run(end) for end in ends]
        self.most_run = max(self.most_runs, default=0.0)
        self.leads = [NEVER] * len(looks)
        for at in self.parted:
            self.leads[at] = self.turns[at]
        self.most_lead = max(self.leads, default=NEVER)
        self._opened: dict[int, float] = {}

    def _inside(self, at: int) -> float:
        look = self.sheet.looks[at]
        if look.short:
            return max(self.short[at][Part.SUBHEAD], self.short[at][Part.BODY])
        if look.whole is not None:
            return self.prior["byline inside"]
        return self.prior["jump inside"] if look.from_page else 0.0

    def forget(self) -> None:
        """Keep what is remembered of pairs of lines from growing with the page."""
        self.columns.forget(_KEPT)

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

    def bodies(self, first: int, ends: Sequence[int]) -> list[float]:
        """Return the worth of a body under its head, for each line where it can end."""
        prior, inside, subheads = self.prior, self.inside, self._subheads
        own = prior["lead"] * self.lead[first] - inside[first]
        dated = prior["subheads under a dateline"] if self.sheet.looks[first].dateline else 0.0
        lone, again = prior["lone subhead"] + dated, prior["dateline inside"]
        seen, dates = subheads[first], self._datelines[first + 1]
        found = []
        for end, columns in zip(ends, self.columns.all_worths(first, ends), strict=True):
            worth = own + inside[end] + columns + self.open_ends[end - 1]
            if subheads[end] > seen:
                worth += lone if subheads[end] == seen + 1 else dated
            worth += again * (self._datelines[end] - dates)
            if end - first == 1:
                worth += prior["line of body"] + prior["line of body, by habit"] * self.sheet.datelined
            found.append(worth)
        return found

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
        return self._headed[end] - self._headed[start]

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
        return self._past_short[start]

    def necks(self, start: int) -> range:
        """Return the lines under the short lines that begin at `start`, where a head of them may end."""
        return range(start + 1, min(self._past_short[start], start + _HEADS) + 1)

    def bylines(self, start: int) -> int:
        """Return where the attributions and jump lines that begin at `start` end."""
        return self._past_signed[start]

    def _open_end(self, last: int) -> float:
        look = self.sheet.looks[last]
        if look.short:
            is_subhead = self.short[last][Part.SUBHEAD] > self.short[last][Part.BODY]
            return self.prior["subhead at the end" if is_subhead else "short end"]
        return 0.0 if look.closed or look.whole is not None else self.prior["open end"]

    def joins(self, last: int, first: int) -> float:
        """Return how much more than is usual speaks for a line going on in another, within bounds."""
        return max(-_JOINED, min(_JOINED, self.sheet.join_worth(last, first) - _JOINED))

    def _turn(self, at: int) -> float:
        worth = self.prior["rotation lead"] * self.lead[at]
        if at in self.long:
            return worth + self.prior["rotation border"] * self.opening(at)
        return worth + self.prior["rotation byline"] * (self.sheet.looks[at].whole is not None)

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
        return worth + self.prior["border, runs on"] * max(0.0, self.sheet.flow(at - 1, at))

    def crowd(self, start: int, end: int) -> float:
        """Return what it costs to give one article more than two lines of headline."""
        return self.prior["third headline"] * max(0, self._heights[end] - self._heights[start] - 2)

    def opens(self, at: int) -> float:
        """Return what it is worth that an article without a head opens at a line."""
        if at not in self._opened:
            self._opened[at] = self._opens(at)
        return self._opened[at]

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

    def told(self, start: int, first: int, ends: Sequence[int]) -> list[float]:
        """Return how much speaks for a body under its head that it comes back to the head's subjects, for each end."""
        opens, weight, matched = self.prior["head above body"], self.prior["told"], self.sheet.affinity.matched
        return [opens + weight * matched((start, first), (first, end)) for end in ends]

    def match(self, head: tuple[int, int], body: tuple[int, int]) -> float:
        """Return how much of the head's subjects the body shares, weighed."""
        return self.prior["match"] * self.sheet.affinity.matched(head, body)

    def match_below(self, start: int, end: int) -> float:
        """Return the same of the head from start to end and the text that follows it."""
        later = self.sheet.bodies(end - 1, 1)
        return self.match((start, end), (later[0], later[-1] + 1)) if later else 0.0


def _most_run(line: Ends) -> float:
    """Return how far a line can run on in another at the most, what the other shows by itself left aside."""
    word = 1.5 if line.han_last or line.latin_last else 0.0
    return line.hangs + word + line.cut_figure + (1.0 if line.balance > 0 else 0.3)
