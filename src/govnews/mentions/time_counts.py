"""The forms that count: 两年前, 前两天, 90年代, 21世纪."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import STEPS, monday
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_points import hour_after
from govnews.mentions.time_seen import DATE, PERIOD, Sense, fills, integer
from govnews.pattern import later


def _moved(at: date, unit: str, count: int) -> date | None:
    """Return the day `count` units later; hours and less leave the day as it is."""
    try:
        return at + STEPS[unit] * count if unit in STEPS else at
    except (OverflowError, ValueError):
        return None


def _of_unit(at: date | None, unit: str) -> Point:
    """Return the year, month, week or day of `unit` in which a day lies."""
    if at is None:
        return edtf.UNKNOWN
    makers: dict[str, Callable[[], Point]] = {
        "年": lambda: edtf.year(at.year),
        "月": lambda: edtf.month(at.year, at.month),
        "季度": lambda: edtf.quarter(at.year, (at.month + 2) // 3),
        "天": lambda: edtf.of_date(at),
        "日": lambda: edtf.of_date(at),
        "小时": lambda: edtf.of_date(at)._replace(grain=Grain.HOUR),
        "分钟": lambda: edtf.of_date(at)._replace(grain=Grain.MINUTE),
        "秒": lambda: edtf.of_date(at)._replace(grain=Grain.SECOND),
    }
    first = monday(at)
    return makers.get(unit, lambda: edtf.days(first, first + timedelta(days=6), Grain.WEEK))()


_HALVES = {"年": relativedelta(months=6), "月": relativedelta(days=15)}


# 时隔十年后, 逾30天后: a length of time
_NOT_AGO = (
    *"第每近最十百千逾超满约",
    "时隔",
    "相隔",
    "阔别",
    "延期",
    "历时",
    "历经",
    "经过",
    "长达",
    "超过",
    "持续",
    "了",
)


def ago(place: Place) -> Found | None:
    """Read 两年前, 半年前, 一年半前 from the issue, 三天后 from the day last named, unless it is foretold."""
    found = place.match(place.patterns.ago)
    if found is None or place.after(_NOT_AGO):
        return None
    back = "前" in found["side"]
    hour = hour_after(place, found.end())
    today = _TODAY.match(place.text, found.end())
    end = hour.end if hour else today.end() if today else found.end()
    base, step = place.said.day, _step(found)
    if back or _foretold(place, end):
        base = place.said.today or place.said.issue
    elif place.at and not place.after(_CLAUSE):
        base = None  # 计划结束25年后 hangs on what has ended
    if found["unit"] == "小时" and step is not None:
        step = _hours(found, back=back)
    point = edtf.VAGUE if step is None else edtf.UNKNOWN
    if base is not None and step is not None:
        point = _away(found, base, step, exact=bool(hour or today))
    if hour:  # 三天后的下午3时
        point = point._replace(grain=hour.sense.point.grain, time=hour.sense.point.time, vague=False)
    return Found("ago", found.start(), end, Sense(DATE, point))


_TODAY = later("的今[天日]")  # 两年后的今天


def _away(found: re.Match[str], base: date, step: relativedelta, *, exact: bool) -> Point:
    try:
        at: date | None = base - step if "前" in found["side"] else base + step
    except (OverflowError, ValueError):
        at = None
    unit = found["unit"].removesuffix("钟") if found["unit"][0] == "秒" else found["unit"]
    half = unit == "年半" or (unit == "年" and found["count"] == "半")
    return _of_unit(at, "天" if exact else "月" if half else unit)


def _step(found: re.Match[str]) -> relativedelta | None:
    """Return how far 两年, 一年半 or 两个半月 is; None of 几年 and 两年多. Hours leave the day as it is."""
    alone = found["count"] == "半"
    count = 0 if alone else integer(found["count"])
    if count is None or found["more"] or found["unit_more"]:
        return None
    unit = found["unit"].removesuffix("半")
    if unit not in STEPS:
        return relativedelta()
    half = alone or found["half"] or unit != found["unit"]
    return STEPS[unit] * count + (_HALVES.get(unit, relativedelta()) if half else relativedelta())


def _hours(found: re.Match[str], *, back: bool) -> relativedelta:
    """Return how many days 60小时前 and 48小时后 lie away, counted from the morning; less is the same day."""
    count = integer(found["count"]) or 0
    return relativedelta(days=0 if count < 24 else -(-count // 24) if back else count // 24)


_PLANNED = later("(?:预计|将[在于]|有望)[^。]{0,6}\\Z")


def _foretold(place: Place, end: int) -> bool:
    """Tell whether N天后 is ahead of the issue: 预计一年后通车, or all that the text says; in a story it is not."""
    alone = fills(place.text, place.at, end)
    return alone or _PLANNED.search(place.text, max(0, place.at - 10), place.at) is not None


_CLAUSE = tuple(",。;:!?、 (\n“”‘’《》在这")  # what may stand before 前两天; not 提前四年, 元旦的前两天


def shifted(place: Place) -> Found | None:
    """Read 前两天, 下三周 as the units next to that of the issue."""
    found = place.match(place.patterns.shifted)
    if found is None or (place.at and not place.after(_CLAUSE)):
        return None
    count, unit, issue = integer(found["count"]), found["unit"], place.said.today or place.said.issue
    if count is None or not 1 <= count <= 100:
        return None
    if issue is None:
        return Found("shifted", found.start(), found.end(), Sense(PERIOD, edtf.UNKNOWN))
    sign = -1 if found["side"] in "上前" else 1
    ends = [_of_unit(_moved(issue, unit, sign * steps), unit) for steps in sorted((1, count), reverse=sign < 0)]
    point = edtf.join(*ends) if unit in STEPS else ends[0]
    return Found("shifted", found.start(), found.end(), Sense(PERIOD, point))


def century(place: Place) -> Found | None:
    """Read 20世纪90年代, 上世纪80年代初, 七八十年代, 21世纪."""
    found = place.match(place.patterns.century)
    if found is None or not (found["century"] or found["full"] or found["decade"]):
        return None
    issue = place.said.issue
    base = _century(found["century"], issue) if found["century"] else None
    if base is not None and not 1 <= base <= 98:
        return None
    if found["old"] and (base is None or found["decade"] or found["full"]):
        return None
    first = _decade(found, base, issue)
    if first is not None:
        return _decades(found, first)
    if base is None:
        return None
    point = edtf.century_before(base) if found["old"] else edtf.century(base)
    return Found("century", found.start(), found.end(), _loose(found["part"], point, None), open=True)


def _century(words: str, issue: date | None) -> int:
    number = integer(words)
    if number is not None:
        return number
    this = issue.year // 100 + 1 if issue else 21
    return this + {"上": -1, "下": 1}.get(words[0], 0)


def _decade(found: re.Match[str], base: int | None, issue: date | None) -> int | None:
    """Return the first year of the decade that is printed; without a century the last such decade."""
    if found["full"]:
        return int(found["full"])
    ten = integer(found["decade"]) if found["decade"] else None
    if ten is None:
        return None
    ten = ten * 10 if ten < 10 else ten
    if base is not None:
        return (base - 1) * 100 + ten
    now = issue.year if issue else 2020
    return now - now % 100 + ten - (100 if ten > now % 100 else 0)


def _decades(found: re.Match[str], first: int) -> Found | None:
    last = integer(found["decade_to"]) if found["decade_to"] else None
    if first < 10:
        return None
    if last is None:
        return Found("decade", found.start(), found.end(), _loose(found["part"], edtf.decade(first), first), open=True)
    span = edtf.join(edtf.decade(first), edtf.decade(first - first % 100 + last))
    return Found("decade", found.start(), found.end(), Sense(PERIOD, span), open=True)


def _loose(part: str | None, point: Point, first: int | None) -> Sense:
    """Return 初, 末 of a decade as about its first or last year; parts of a century name no dates."""
    if part is None:
        return Sense(DATE, point)
    if first is not None and part[0] in "初末":
        return Sense(DATE, edtf.about(edtf.year(first + (9 if part[0] == "末" else 0))))
    return Sense(DATE, edtf.VAGUE)
