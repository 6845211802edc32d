"""What a form of figure is given, and how it answers."""

from collections.abc import Callable
from decimal import Decimal

from attrs import frozen

from govnews.mentions.mention import MentionType
from govnews.mentions.reading import Figure, Reading
from govnews.mentions.runs import Run
from govnews.mentions.signs import signed
from govnews.mentions.units import Units

# 亿万, 千万: a manner of speaking, unless a unit or a hedge stands beside it
ROUND = frozenset(["百", "千", "万", "亿", "百万", "千万", "亿万", "万万", "千千万", "百亿", "千亿", "万亿"])
_FEW = 8  # blanks around a figure that stands alone


class Place:
    """Where a form is tried: the folded text, the numeral there, and the words to know."""

    def __init__(self, text: str, run: Run, units: Units) -> None:
        self.text = text
        self.run = run
        self.units = units

    def alone(self, end: int) -> bool:
        """Tell that nothing but blanks and a sign stands beside the stretch from the run to `end`."""
        text, start = self.text, self.run.start
        if start > _FEW or len(text) - end > _FEW:
            return False
        return not text[:start].strip(" -负") and not text[end:].strip()


@frozen
class Form:
    """One way in which figures are printed: its name, and what reads it."""

    rule: str
    read: Callable[[Place], Reading | None]
    next: str = ""  # if not empty, one of these must stand after the numeral
    before: str = ""  # and one of these before it
    last: str = ""  # and one of these must end the numeral


def figure(span: tuple[int, int], rule: str, kind: MentionType, value: Decimal, unit: str | None) -> Reading:
    """Give a figure that has no hedge."""
    return Reading(span[0], span[1], rule, kind, Figure(value, unit=unit))


def hedged(place: Place, run: Run, rule: str, kind: MentionType, unit: str | None) -> Reading:
    """Give the figure of a run, with its sign and the hedges on either side of it."""
    bound, end = run.bound, run.end
    start, negative, _ = signed(place.text, run.start)
    before = place.units.hedge_before(place.text, start - (place.text[start - 1 : start] == " "))
    after = place.units.hedge_after(place.text, end + (place.text[end : end + 1] == " "))
    if after and after[0].surface != "多":
        bound, end = bound or after[0].bound, after[1]
    if before:
        bound, start = before[0].bound, before[1]
    elif place.text[start - 1 : start] == "±" or place.text[start - 2 : start] == "正负":
        start -= 1 + (place.text[start - 1] != "±")
    value = Figure(value=-run.value if negative else run.value, upper=run.upper, unit=unit, bound=bound)
    return Reading(start, end, rule, kind, value)
