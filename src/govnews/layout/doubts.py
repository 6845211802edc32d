"""How sure each decision about a page is, and what is said of those that are not: data/layout_calibration.tsv."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.draft import Doubt, DoubtKind
from govnews.layout.evidence import Sheet, by_habit, short_line
from govnews.layout.joins import joined_line
from govnews.layout.odds import Odds, key, odds
from govnews.layout.running import long_line
from govnews.layout.weights import Part, reasons
from govnews.lexicon import Lexicon
from govnews.span import Span

LISTED = 0.8  # what is less sure is a doubt
_SURE = 1e-6  # of a share
_FEW = 0.02  # a border that is less likely is not looked at
_SHOWN = 12  # characters
_NAMES = {Part.HEAD: "a headline", Part.RUBRIC: "the name of a column", Part.SUBHEAD: "a subhead"}


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> Mapping[str, tuple[float, float]]:
    return {row["of"]: (float(row["slope"]), float(row["bias"])) for row in lexicon.rows("layout_calibration")}


def confidence(of: str, logit: float, lexicon: Lexicon) -> float:
    """Return how often a reading is right for which so much speaks; `of` names a row of the table."""
    slope, bias = _table(lexicon)[of]
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, slope * logit + bias)))), 3)


def _logit(share: float) -> float:
    share = min(1 - _SURE, max(_SURE, share))
    return math.log(share / (1 - share))


@frozen
class Joint:
    """Whether a line goes on with the paragraph before it, and how sure that is."""

    joins: bool
    confidence: float

    def doubt(self, before: str, after: str, spans: Sequence[Span], lexicon: Lexicon) -> Doubt:
        found = joined_line(before, after, lexicon)
        if not self.joins:
            found = {name: -value for name, value in found.items()}
        return Doubt(
            kind=DoubtKind.JOIN,
            confidence=self.confidence,
            spans=tuple(spans),
            evidence=reasons(found, lexicon, Part.JOINS, None),
            other="a paragraph of its own" if self.joins else "goes on with the paragraph before it",
        )


def joint(worth: float, lexicon: Lexicon) -> Joint:
    """Decide whether a line goes on in the next one, neither ending a sentence nor opening an article.

    Args:
        worth: what speaks for it (`Sheet.join_worth`).
        lexicon: the words.
    """
    sure = confidence("join", worth, lexicon)
    return Joint(worth > 0, sure if worth > 0 else round(1 - sure, 3))


@frozen
class Doubts:
    """The articles of one page as they were decided, and how sure that is."""

    sheet: Sheet
    cuts: Sequence[Cut]
    desk: Desk
    tried: Sequence[Way]
    odds: Odds = field(init=False)
    owner: Sequence[int] = field(init=False)  # by line, the number of its cut
    begun: dict[int, float] = field(factory=dict, init=False)  # see `begins`

    def __attrs_post_init__(self) -> None:
        size = len(self.sheet.lines)
        heat = _table(self.sheet.lexicon)["temperature"][0]
        owner = [-1] * size
        for number, cut in enumerate(self.cuts):
            for at in (*cut.rubrics, *cut.heads, *cut.body):
                owner[at] = number
        object.__setattr__(self, "odds", odds(self.tried, size, heat))
        object.__setattr__(self, "owner", owner)

    def article(self, cut: Cut) -> float:
        """Return how likely the article is one with exactly these lines in this order."""
        return self._confidence("article", self.odds.whole.get(key(cut), 0.0))

    def attachment(self, cut: Cut) -> float | None:
        if not (cut.heads and cut.body):
            return None
        return self._confidence("attachment", self.odds.attached.get((cut.heads[0], cut.body[0]), 0.0))

    def begins(self, at: int) -> float:
        """Return how likely a line is of another article than the line before it."""
        if at not in self.begun:
            self.begun[at] = self._confidence("border", self.odds.border[at])
        return self.begun[at]

    def border(self, at: int) -> float:
        """Return how sure it is that a line is of another article than the line before it, or of the same."""
        begins = self.begins(at)
        return begins if self.owner[at] != self.owner[at - 1] else round(1 - begins, 3)

    def borders(self, cut: Cut) -> float:
        """Return the least sure of the borders of an article, and of the places within it that are none."""
        own = {*cut.heads, *cut.body}
        edges = {at for line in own for at in (line, line + 1) if 0 < at < len(self.owner)}
        return min((self.border(at) for at in edges), default=1.0)

    def part(self, at: int) -> Part:
        """Return what a short line was taken for."""
        cut = self.cuts[self.owner[at]]
        if at in cut.rubrics:
            return Part.RUBRIC
        return Part.HEAD if at in cut.heads else self.desk.inside_part(at)

    def shares(self, at: int) -> dict[Part, float]:
        """Return how likely each part is for a short line, before calibration."""
        head, rubric = self.odds.head[at], self.odds.rubric[at]
        worth = self.desk.short[at]
        subhead = 1 / (1 + math.exp(max(-30.0, min(30.0, worth[Part.BODY] - worth[Part.SUBHEAD]))))
        rest = max(0.0, 1 - head - rubric)
        return {Part.HEAD: head, Part.RUBRIC: rubric, Part.SUBHEAD: rest * subhead, Part.BODY: rest * (1 - subhead)}

    def role(self, at: int) -> float:
        """Return how sure it is what a short line is; for any other line 1."""
        return self._confidence("role", self.shares(at)[self.part(at)]) if at in self.desk.short else 1.0

    def _confidence(self, of: str, share: float) -> float:
        return confidence(of, _logit(share), self.sheet.lexicon)

    # -- what is listed -------------------------------------------------------------------------------------------
    def listed(self) -> Iterator[Doubt]:
        """Yield what is not sure of borders, attachments and roles, kind by kind."""
        for at in range(1, len(self.owner)):
            if (sure := self.border(at)) < LISTED:
                yield self._border(at, sure)
        for cut in self.cuts:
            sure_of = self.attachment(cut)
            if sure_of is not None and sure_of < LISTED:
                yield self._attachment(cut, sure_of)
        for at in sorted(self.desk.short):
            if (sure := self.role(at)) < LISTED:
                yield self._role(at, sure)

    def _border(self, at: int, sure: float) -> Doubt:
        begins = self.owner[at] != self.owner[at - 1]
        cut = self.cuts[self.owner[at]]
        spoke: tuple[str, ...] = (cut.rule,)
        if at in self.desk.long:
            found = long_line(self.sheet, at)
            if not begins:
                found = {name: -value for name, value in found.items()}
            spoke += reasons(found, self.sheet.lexicon, Part.OPENS, None)
        other = "goes on with the article before it" if begins else "another article begins here"
        return self._doubt(DoubtKind.BORDER, at, sure, spoke, other)

    def _attachment(self, cut: Cut, sure: float) -> Doubt:
        rivals = {body: share for (head, body), share in self.odds.attached.items() if head == cut.heads[0] != -1}
        rivals.pop(cut.body[0], None)
        best = max(rivals, key=rivals.__getitem__, default=None)
        if best is None or rivals[best] < _FEW:
            other = "no headline of this text"
        else:
            other = f"the headline of the text that begins {self.sheet.lines[best].text[:_SHOWN]}"
        return self._doubt(DoubtKind.ATTACHMENT, cut.heads[0], sure, (cut.rule,), other)

    def _role(self, at: int, sure: float) -> Doubt:
        given, shares = self.part(at), self.shares(at)
        rival = max((part for part in shares if part is not given), key=shares.__getitem__)
        spoke = reasons(by_habit(self.sheet, short_line(self.sheet, at)), self.sheet.lexicon, given, rival)
        return self._doubt(DoubtKind.ROLE, at, sure, spoke, _NAMES.get(rival, "a paragraph"))

    def _doubt(self, kind: DoubtKind, at: int, sure: float, evidence: tuple[str, ...], other: str) -> Doubt:
        spans = self.sheet.lines[at].pieces
        return Doubt(kind=kind, confidence=sure, spans=spans, evidence=evidence, other=other)
