"""What a set of filled slots means: the rules for one point of the calendar, the narrowest first."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from govnews.mentions import time_clock, time_days, time_spans
from govnews.mentions.time_seen import MONTHS, YEARS, Seen, Sense


@frozen
class Rule:
    """One way to read slots: its name, the slots of which one must be filled, and how it reads them."""

    rule: str
    slots: tuple[str, ...]
    read: Callable[[Seen], Sense | None]


# The first rule with a filled slot reads the point; what it declines is no time.
RULES = (
    Rule("clock", ("hour",), time_clock.clock),
    Rule("nth-day", ("nth_day", "nth_week", "nth", "first_days"), time_days.nth),
    Rule("week", ("week",), time_days.week),
    Rule("weekday", ("weekday",), time_days.weekday),
    Rule("day-range", ("day_to",), time_days.day),
    Rule("day", ("day", "bare"), time_days.day),
    Rule("day-word", ("day_word",), time_days.day_word),
    Rule("ten-days", ("ten",), time_spans.ten_days),
    Rule("edge", ("edge",), time_spans.edge),
    Rule("month-range", ("month_to",), time_spans.months),
    Rule("month", MONTHS, time_spans.month),
    Rule("first-months", ("months",), time_spans.first_months),
    Rule("half-year", ("half",), time_spans.half),
    Rule("quarters", ("quarters",), time_spans.quarters),
    Rule("quarter", ("quarter", "season_quarter", "first_quarter", "quarter_word"), time_spans.quarter),
    Rule("season", ("season",), time_spans.season),
    Rule("year-range", ("year_to",), time_spans.years),
    Rule("year", YEARS, time_spans.year),
)
_RANK = {slot: rank for rank, rule in reversed(tuple(enumerate(RULES))) for slot in rule.slots}


class Filled(NamedTuple):
    """What the names of filled slots say: the rule that reads them, and whether a year or a month is named."""

    rule: Rule
    year: bool
    month: bool


@lru_cache(maxsize=1024)
def filled(slots: tuple[str, ...]) -> Filled | None:
    """Return what a set of filled slots means: the first rule of the table that one of them calls."""
    rank = min((_RANK[name] for name in slots if name in _RANK), default=None)
    if rank is None:
        return None
    return Filled(RULES[rank], not set(YEARS).isdisjoint(slots), not set(MONTHS).isdisjoint(slots))
