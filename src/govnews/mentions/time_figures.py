"""Dates written in figures, where nothing else stands with them: 20150303, 3/3/15, 2.15早上, 2015年版."""

import re
from datetime import date

from govnews.mentions import edtf
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Place
from govnews.mentions.time_rules import filled
from govnews.mentions.time_seen import DATE, PERIOD, Seen, Sense, integer

_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_SHORT = "(?P<short>[0-9]{2})"
_MONTH, _DAY = "(?P<month>1[0-2]|0?[1-9])", "(?P<day>3[01]|[12][0-9]|0?[1-9])"
_TWO = "(?P<month>0[1-9]|1[0-2])", "(?P<day>0[1-9]|[12][0-9]|3[01])"
_EITHER = "(?P<month>[0-9]{1,2})(?P<other>/)(?P<day>[0-9]{1,2})"
FIGURES = (
    f"{_YEAR}{_TWO[0]}{_TWO[1]}",  # 20150303
    f"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DAY}",  # 2022 11 23, 1994.01-19
    f"{_YEAR}[-/](?P<month>[1-9])",  # 2017/7
    f"{_TWO[0]}[-/.]{_YEAR}",  # 08-2008
    f"{_EITHER}/{_YEAR}",  # 10/31/1974
    f"(?P<short>1[3-9]|[2-9][0-9])/{_MONTH}/{_DAY}",  # 13/2/12: no month comes first
    f"{_EITHER}/{_SHORT}",  # 10/31/74
    f"{_SHORT}(?P<sep>[-.]){_MONTH}(?P=sep){_DAY}",  # 15.3.3
    "(?P<short>1[3-9]|[2-9][0-9])[-/](?P<month>1[0-2]|[1-9])",  # 17-7: no month comes first
    f"{_TWO[0].replace('|1[0-2]', '')}[-/.]{_TWO[1]}",  # 03/03
    "(?P<month>1[0-2]|[1-9])/(?P<day>1)",  # 12/1: no fraction
)
FIGURES_CLOCK = f"{_MONTH}\\.{_DAY} ?(?P<rest>[^0-9.].{{1,9}}|(?<= )[0-9]{{1,2}}[:时点].{{0,8}})"
_STAMP = f"{_TWO[0]}-{_TWO[1]} (?:[01][0-9]|2[0-4]):[0-5][0-9]"
FIGURES_RANGE = f"{_STAMP} ?[-~—至到] ?{_STAMP.replace('?P<', '?P<last_')}"
_HAN = "〇零○一二三四五六七八九"
EDITION = (
    f"(?P<year>[12][0-9]{{3}}|[{_HAN}]{{4}})年?版|(?P<short>[0-9]{{2}}|[{_HAN}]{{2}})年版|(?P<said>[〇零○][{_HAN}])版"
)
_AHEAD = 10  # years that a year of two figures may lie after the issue


def _whole(digits: str, issue: date | None) -> int:
    short = int(digits) if digits.isascii() else (integer("二〇" + digits) or 0) % 100
    latest = (issue.year if issue else 2030) + _AHEAD
    year = latest - latest % 100 + short
    return year if year <= latest else year - 100


def _year(found: re.Match[str], issue: date | None) -> int | None:
    slots = found.groupdict()
    if slots.get("year"):
        return integer(slots["year"])
    short = slots.get("short") or slots.get("said")
    if short:
        return _whole(short, issue)
    return issue.year if issue else None


def edition(found: re.Match[str], place: Place) -> Sense | None:
    """Read 2015年版, 15年版, 一九九八版; 15版 is a page."""
    year = _year(found, place.said.issue)
    return None if year is None else Sense(DATE, edtf.year(year), year)


def figures(found: re.Match[str], place: Place) -> Sense | None:
    """Read a date in figures; without a year it is of the year of issue, as a list of a year's dates prints it."""
    slots, issue = found.groupdict(), place.said.issue
    year, month = _year(found, issue), int(slots["month"])
    if slots.get("day") is None:
        return Sense(DATE, edtf.month(year, month)) if year and 1 <= month <= 12 else None
    day = int(slots["day"])
    if slots.get("other"):
        if month != day and month <= 12 and day <= 12:
            return None  # 3/4/2015: which is the month?
        month, day = (day, month) if month > 12 else (month, day)
    point = _day(year, month, day)
    if point is None or slots.get("rest") is None:
        return Sense(DATE, point) if point else None
    clock = _clock(found, place)
    return Sense(DATE, point._replace(grain=clock.grain or point.grain, time=clock.time)) if clock else None


def _day(year: int | None, month: int, day: int) -> Point | None:
    if year is None:
        return edtf.unknown(Grain.DAY) if edtf.day(2000, month, day) else None
    return edtf.day(year, month, day)


def _clock(found: re.Match[str], place: Place) -> Point | None:
    """Return the part of the day and the hour after 2.15 (2.15早上, 11.20 20点), None where it is more than that."""
    start, end = found.span("rest")
    seen = place.patterns.point.fullmatch(place.text, start, end)
    slots = {name: value for name, value in seen.groupdict().items() if value is not None} if seen else {}
    if slots.keys() == {"part"}:
        return edtf.unknown(Grain.DAY)
    known = filled(tuple(slots))
    if known is None or known.rule.rule != "clock":
        return None
    around = (place.said, place.words, place.text, start, end)
    sense = known.rule.read(Seen(slots, known.year, known.month, *around, linked=True))
    return sense.point if sense and sense.point.edtf is None else None


YEARS_RANGE = "(?P<first>(?:19|20)[0-9]{2}) ?(?:-|~|—|——|至|到) ?(?P<last>(?:19|20)[0-9]{2})"


def years_range(found: re.Match[str], _: Place) -> Sense | None:
    """Read 2010-2015."""
    first, last = int(found["first"]), int(found["last"])
    return Sense(PERIOD, edtf.join(edtf.year(first), edtf.year(last))) if first < last else None


def figures_range(found: re.Match[str], place: Place) -> Sense | None:
    """Read 09-01 20:01 至 12-01 18:07."""
    issue = place.said.issue
    year = issue.year if issue else None
    first = _day(year, int(found["month"]), int(found["day"]))
    last = _day(year, int(found["last_month"]), int(found["last_day"]))
    return Sense(PERIOD, edtf.join(first, last)) if first and last else None
