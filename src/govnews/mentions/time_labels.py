"""Times that are such only where nothing else stands with them: a heading, a cell of a table, a sentence of one word.

In a sentence 未来三年 counts three years, and 08.08 or 03/03 may be anything.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import STEPS
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Found
from govnews.mentions.time_seen import DATE, PERIOD, Sense, integer

LONGEST = 24  # characters
_FIRST = re.compile("[0-9一二两三四五六七八九十〇零○未今接后之往向过现当目此眼上中下晚]")
_COUNT = "(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,4})"
_UNIT = "个?(?P<unit>年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒)"


def _run(first: date, last: date, unit: str) -> Point:
    if unit == "年":
        return edtf.join(edtf.year(first.year), edtf.year(last.year))
    if unit in ("月", "季度"):
        return edtf.join(edtf.month(first.year, first.month), edtf.month(last.year, last.month))
    return edtf.days(first, last)


def _length(found: re.Match[str]) -> tuple[str, relativedelta] | None:
    count, unit = integer(found["count"]), found["unit"]
    if not count:
        return None
    if unit not in STEPS:
        return unit, relativedelta(days=count // 24 if unit == "小时" else 0)
    return unit, STEPS[unit] * count


def _ahead(found: re.Match[str], issue: date) -> Sense | None:
    """未来三年 is this year and the two after it, 未来七天 today and the six days after it."""
    length = _length(found)
    if length is None:
        return None
    unit, step = length
    last = issue + step - timedelta(days=0 if unit not in STEPS else 1)
    if unit in ("年", "月", "季度"):
        last = issue + step - STEPS["年" if unit == "年" else "月"]
    return Sense(PERIOD, _run(issue, last, unit))


def _back(found: re.Match[str], issue: date) -> Sense | None:
    """之前两个月 is the two before this one."""
    length = _length(found)
    if length is None:
        return None
    unit, step = length
    if unit not in STEPS:
        return Sense(PERIOD, edtf.days(issue - step, issue))
    near = STEPS[unit] if unit != "季度" else STEPS["月"]
    return Sense(PERIOD, _run(issue - step, issue - near, unit))


def _now(_: re.Match[str], issue: date) -> Sense | None:
    return Sense(DATE, edtf.of_date(issue))


def _edition(found: re.Match[str], _: date) -> Sense | None:
    """2015年版, 一九九八版."""
    number = integer(found["year"])
    return None if number is None else Sense(DATE, edtf.year(number))


def _figures(found: re.Match[str], issue: date) -> Sense | None:
    """20150303, 2022 11 23, 2017/7, 3/3/2015, 08-2008; 03/03 of the year of issue."""
    year = int(found["year"]) if "year" in found.groupdict() else issue.year
    month = int(found["month"])
    if "day" not in found.groupdict():
        return Sense(DATE, edtf.month(year, month)) if 1 <= month <= 12 else None
    number = int(found["day"])
    if "other" in found.groupdict() and month != number and month <= 12 and number <= 12:
        return None  # 3/4/2015: which is the month?
    point = edtf.day(year, *((number, month) if month > 12 else (month, number)))
    return Sense(DATE, point) if point else None


@frozen
class Label:
    """One form that fills a whole sentence or line."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], date], Sense | None]


LABELS = (
    Label(re.compile(f"(?:未来|今后|接下来|后面|之后|往后|向后)的?{_COUNT}{_UNIT}内?"), _ahead),
    Label(re.compile(f"{_COUNT}{_UNIT}(?:之|以)?内"), _ahead),
    Label(re.compile(f"(?:之前|往前|向前|过去)的?{_COUNT}{_UNIT}"), _back),
    Label(re.compile("现在|当前|目前|此时|此刻|眼下|[上下]个?小时|上午|中午|下午|晚上"), _now),
    Label(re.compile("(?P<year>[12][0-9]{3}|[〇零○一二三四五六七八九]{4})年?版"), _edition),
    Label(re.compile("(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])"), _figures),
    Label(re.compile("(?P<year>(?:19|20)[0-9]{2}) (?P<month>[01]?[0-9]) (?P<day>[0-3]?[0-9])"), _figures),
    Label(re.compile("(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>[1-9])"), _figures),
    Label(re.compile("(?P<month>0[1-9]|1[0-2])[-/.](?P<year>(?:19|20)[0-9]{2})"), _figures),
    Label(re.compile("(?P<month>[0-9]{1,2})(?P<other>/)(?P<day>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})"), _figures),
    Label(re.compile("(?P<month>0[1-9])[-/.](?P<day>[0-3][0-9])"), _figures),
)


_ALONE = re.compile("[^。!?;\n]+")


def labels(text: str, issue: date | None) -> dict[int, Found]:
    """Return the sentences and lines that are a time as a whole, by where they start."""
    found = {}
    for stretch in _ALONE.finditer(text):
        words = stretch[0].strip()
        if LONGEST >= len(words) >= 2 and _FIRST.match(words):
            start = stretch.start() + stretch[0].index(words)
            sense = _label(words, issue)
            if sense:
                found[start] = Found("label", start, start + len(words), sense)
    return found


def _label(words: str, issue: date | None) -> Sense | None:
    for one in LABELS:
        found = one.pattern.fullmatch(words)
        if found:
            known = issue or (date(2000, 1, 1) if "year" in found.groupdict() else None)
            return one.read(found, known) if known else Sense(DATE, edtf.unknown(Grain.DAY))
    return None
