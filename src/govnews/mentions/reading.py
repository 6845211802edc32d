"""What the scans of this room hand to its engine: a stretch, the rule that read it, and what it says."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from govnews.mentions.mention import SI, Bound, Calendar, Change, Grain, MentionType, When
from govnews.span import Span

# a name of a module is found ten times as fast as a member of an enumeration
MONEY, MEASURE, COUNT, PERCENT = MentionType.MONEY, MentionType.MEASURE, MentionType.COUNT, MentionType.PERCENT
RATIO, ORDINAL, DURATION, NUMBER = MentionType.RATIO, MentionType.ORDINAL, MentionType.DURATION, MentionType.NUMBER


class Figure(NamedTuple):
    """The sense of a figure; the fields are those of `Quantity`."""

    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    bound: Bound | None = None
    ucum: str | None = None
    si: SI | None = None
    per: str | None = None
    change: Change | None = None


class Point(NamedTuple):
    """The sense of a time; the fields are those of `When`."""

    edtf: str | None
    start: date | None
    end: date | None
    grain: Grain | None
    vague: bool = False
    time: str | None = None
    other: str | None = None
    calendar: Calendar | None = None

    def when(self, kind: MentionType, text: str, spans: tuple[Span, ...], rule: str) -> When:
        """Return the time that this is the sense of, as it stands on the page."""
        return When(
            type=kind,
            text=text,
            spans=spans,
            rule=rule,
            edtf=self.edtf,
            start=self.start,
            end=self.end,
            grain=self.grain,
            vague=self.vague,
            time=self.time,
            other=self.other,
            calendar=self.calendar,
        )


class Reading:  # noqa: PLW1641 - scans move its edges, so that nothing may hash it
    """One stretch of folded text as one rule reads it.

    With `type` None it is a name (“231”, 三农, 5G): nothing is given back for it, and what it overlaps loses.
    """

    def __init__(
        self,
        start: int,
        end: int,
        rule: str,
        type: MentionType | None,  # noqa: A002
        value: Figure | Point | None,
    ) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.type = type
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self._said() == other._said()

    def __repr__(self) -> str:
        return f"Reading{self._said()}"

    def _said(self) -> tuple[int, int, str, MentionType | None, Figure | Point | None]:
        return self.start, self.end, self.rule, self.type, self.value
