"""What room 3 gives back: figures and times, each with the characters it came from."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from govnews.errors import UnitError
from govnews.mentions.as_pint import (
    Magnitude,
    Registry,
    length_of_time,
    measured,
    pure,
    registry_of_pint,
    share,
    sum_of_money,
)
from govnews.span import Span


class MentionType(StrEnum):
    """What a figure or a time is; the words are those of the page document.

    .. versionadded:: 0.1.0
    """

    MONEY = "money"
    MEASURE = "measure"
    COUNT = "count"
    PERCENT = "percent"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    DURATION = "duration"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"


class Bound(StrEnum):
    """How a figure is hedged: 近 约 左右, 余 多 超过 以上, 不足 以内 不超过.

    .. versionadded:: 0.1.0
    """

    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Grain(StrEnum):
    """The width of a point in time.

    .. versionadded:: 0.1.0
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@frozen(kw_only=True)
class SI:
    """A measure in the base unit of its dimension: 1.6万亩 is 10666666.67 m2.

    .. versionadded:: 0.1.0
    """

    value: Decimal
    unit: str


class Direction(StrEnum):
    """Which way a share moved: 增长 up, 下降 down.

    .. versionadded:: 0.1.0
    """

    UP = "up"
    DOWN = "down"


class Basis(StrEnum):
    """Against what: 同比 the year before, 环比 the month or quarter before, 年均 each year of several.

    .. versionadded:: 0.1.0
    """

    YEAR_ON_YEAR = "yoy"
    MONTH_ON_MONTH = "mom"
    YEARLY = "yearly"


@frozen(kw_only=True)
class Change:
    """The movement that a clause states of a share or a multiple: 同比增长5.3%, 从2.1%提高到2.5%.

    Attributes:
        direction: up or down.
        basis: yoy, mom, yearly or None.
        over: what it is compared with, as printed (2015年), or None.
        start: where it came from, where the clause says it.
        end: where it went (提高到2.5%); None where the figure is the size of the step (增长5.3%).

    .. versionadded:: 0.1.0
    """

    direction: Direction
    basis: Basis | None = None
    over: str | None = None
    start: Decimal | None = None
    end: Decimal | None = None


@frozen(kw_only=True)
class Quantity:
    """A figure: an amount of money, a measure, a count, a share, a rank, a length of time.

    Attributes:
        type: money measure count percent ratio ordinal duration number.
        text: as printed, the pieces of `spans` joined.
        spans: code points of the text passed in; more than one where a column break cuts the figure.
        rule: the rule that read it, in kebab-case.
        value: exact, with 万 and 亿 multiplied out; of a range the lower end.
        upper: the upper end of a range, else None.
        unit: money ISO 4217; measure and count as printed; percent % ‰ 百分点; ratio 倍 番 or None; duration year …
            second; an ordinal's measure word or None.
        bound: about, over, under or None.
        ucum: the UCUM code of a measure's unit, None where there is none.
        si: the measure in the base unit of its dimension, None where there is none.
        per: of a rate of money (元/吨) the unit that the sum is for, as printed, else None.
        change: of a percent or ratio the movement that its clause states, else None.

    .. versionadded:: 0.1.0
    """

    type: MentionType
    text: str
    spans: tuple[Span, ...]
    rule: str
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    bound: Bound | None = None
    ucum: str | None = None
    si: SI | None = None
    per: str | None = None
    change: Change | None = None

    def to_pint(self, *, registry: Registry | None = None, upper: bool = False) -> Magnitude:
        """Return the figure as a quantity of the package pint, which comes with the extra `govnews[pint]`.

        A measure is given in the unit of its UCUM code, or in its SI unit where pint has no such unit; 亩 in hectares.
        Lengths of time are in their unit, a quarter in months; shares in percent or permille; counts, multiples and
        plain numbers without a dimension, and a doubling (翻两番) as the factor that it comes to. Hedges are left out.

        Args:
            registry: the registry of units to use; None takes the application registry of pint.
            upper: give the upper end of a range, not the lower.

        Raises:
            MissingExtraError: where pint is not installed.
            UnitError: for a rank; for a unit that is no measure (标箱); for money whose currency the registry does not
                define; where `upper` is asked for and there is none.

        >>> from govnews import parse_quantity
        >>> parse_quantity("35毫克每立方米").to_pint().to("g/m^3").magnitude
        0.035
        >>> print(parse_quantity("1.5万亩").to_pint())
        1000.0 hectare

        .. versionadded:: 0.2.0
        """
        used = registry_of_pint() if registry is None else registry
        value = self.upper if upper else self.value
        if value is None:
            message = f"{self.text} is no range"
            raise UnitError(message)
        if self.type is MentionType.MEASURE:
            return self._measured(value, used)
        if self.type is MentionType.DURATION:
            return length_of_time(value, str(self.unit), used)
        if self.type is MentionType.PERCENT:
            return share(value, str(self.unit), used)
        if self.type is MentionType.MONEY and not self.per:
            return sum_of_money(value, str(self.unit), used)
        if self.type in (MentionType.COUNT, MentionType.RATIO, MentionType.NUMBER):
            return pure(2**value if self.unit == "番" else value, used)
        message = f"{self.text} is a rank" if self.type is MentionType.ORDINAL else f"{self.text} is a price"
        raise UnitError(message)

    def _measured(self, value: Decimal, registry: Registry) -> Magnitude:
        if self.ucum is not None:
            try:
                return measured(value, self.ucum, registry)
            except UnitError:
                if self.si is None:
                    raise
        if self.si is None or not self.value:
            message = f"{self.unit} has no code in UCUM and no size in SI units"
            raise UnitError(message)
        return measured(self.si.value / self.value * value, self.si.unit, registry)


class Calendar(StrEnum):
    """The calendar in which a time is printed, where it is not the common one: 农历正月十五, 谷雨.

    .. versionadded:: 0.2.0
    """

    LUNAR = "lunar"
    SOLAR_TERM = "solar-term"


@frozen(kw_only=True)
class When:
    """A point or an interval of the calendar.

    Attributes:
        type: date for a point of any grain, period for an interval.
        text: as printed, the pieces of `spans` joined.
        spans: code points of the text passed in.
        rule: the rule that read it.
        edtf: ISO 8601-2 (`2023-05-18`, `2022-34` a quarter, `2022/..`); None where it cannot be known.
        start: the first day, None where open or unknown.
        end: the last day, inside the interval; None where open or unknown.
        grain: the width that is printed.
        vague: True for words that name no dates (近日, 近年来).
        time: a clock time, `09:50`, else None.
        other: of a date that prints no year the same in the second nearest year, as EDTF; None where the text says the
            year. A paper of 19 May 2023 that prints 12月3日 means 2022-12-03, and it might be 2023-12-03. It is not
            part of the page document, nor of what makes two times equal.
        calendar: lunar or solar-term, where the time is printed in such a calendar, else None; edtf, start and end are
            always of the common calendar. Not part of the page document either.

    >>> from govnews import parse_date
    >>> from datetime import date
    >>> when = parse_date("12月3日", issued=date(2023, 5, 19))
    >>> when.edtf, when.other
    ('2022-12-03', '2023-12-03')

    .. versionadded:: 0.1.0
    .. versionchanged:: 0.2.0
       `other` and `calendar`.
    """

    type: MentionType
    text: str
    spans: tuple[Span, ...]
    rule: str
    edtf: str | None = None
    start: date | None = None
    end: date | None = None
    grain: Grain | None = None
    vague: bool = False
    time: str | None = None
    other: str | None = field(default=None, eq=False)
    calendar: Calendar | None = field(default=None, eq=False)


Mention = Quantity | When
