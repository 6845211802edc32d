"""Spans that roll from the day of issue, and words for now: 未来三年, 一周内, 过去一周, 过三分钟, 明天的后天, 午时."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import STEPS
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Place
from govnews.mentions.time_seen import DATE, PERIOD, Sense, integer

_NUMBER = "(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,4}|半)(?P<half>个半)?"
_COUNT = f"{_NUMBER}个?(?P<unit>年半|天半|年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒)钟?"
_DAY = "今天|昨天|前天|明天|后天|今年|去年|前年|明年|后年"
_PART = "[上中下]午|[早晚]上|[早清凌]晨|傍晚|正午|午间|[夜晚]间|夜里|[深半]夜|午后"
_NOW = "刚[才刚]|现在|現在|当前|目前|此时此刻|此时|此刻|眼下|这时候?"
_WITHIN = f"{_COUNT.replace('?P<', '?P<in_')}(?P<in>[之以]?内)"
AHEAD = f"(?:未来|今后|接下来|后面|之后|往后|向后)的?{_COUNT}(?:[之以]?内)?|{_WITHIN}"
BEHIND = f"(?:之前|往前|向前|过去)的?{_COUNT}"
WHILE = f"再?过{_COUNT}"
NOW = (
    f"(?P<base>(?:(?:{_DAY})的?){{0,2}})"
    f"(?:(?P<rolled>[往向]后{_COUNT})|(?P<day>{_DAY}|后日)|(?P<now>{_NOW}|[上下]个?小时|{_PART}))"
)
HOURS = "子丑寅卯辰巳午未申酉戌亥"
DOUBLE_HOUR = f"(?P<hour>[{HOURS}]) ?时(?:[初正]?(?P<ke>[一二三四1-4])刻)?(?![代段期间候行节令尚常钟速])"
_HALVES = {"年": relativedelta(months=6), "月": relativedelta(days=15), "天": relativedelta(hours=12)}


def _run(first: date, last: date, unit: str) -> Point:
    if unit == "年":
        return edtf.join(edtf.year(first.year), edtf.year(last.year))
    if unit in ("月", "季度"):
        return edtf.join(edtf.month(first.year, first.month), edtf.month(last.year, last.month))
    return edtf.days(first, last)


def _length(found: re.Match[str], lead: str = "") -> tuple[str, relativedelta, bool] | None:
    """Return the unit of a length, how far it is, and whether it is a half one, which no unit of the calendar holds."""
    words, unit = found[f"{lead}count"], found[f"{lead}unit"]
    count = 0 if words == "半" else integer(words)
    half = words == "半" or bool(found[f"{lead}half"]) or unit.endswith("半")
    unit = unit.removesuffix("半")
    if count is None or not (count or half):
        return None
    if unit not in STEPS:
        return unit, relativedelta(days=count // 24 if unit == "小时" else 0), half
    return unit, STEPS[unit] * count + (_HALVES.get(unit, relativedelta()) if half else relativedelta()), half


def ahead(found: re.Match[str], place: Place) -> Sense | None:
    """未来三年 is this year and the two after it, 未来七天 today and six days; 17天内 ends with the 17th day after."""
    inside = found["in"] is not None
    length, issue = _length(found, "in_" if inside else ""), place.said.issue
    if length is None:
        return None
    if issue is None:
        return Sense(PERIOD, edtf.UNKNOWN)
    return _ahead(issue, length, inside=inside)


def _ahead(issue: date, length: tuple[str, relativedelta, bool], *, inside: bool) -> Sense:
    unit, step, half = length
    if half or unit not in STEPS or (inside and unit in "天日"):
        return Sense(PERIOD, edtf.days(issue, issue + step))
    if unit in ("年", "月", "季度"):
        return Sense(PERIOD, _run(issue, issue + step - STEPS["年" if unit == "年" else "月"], unit))
    return Sense(PERIOD, _run(issue, issue + step - timedelta(days=1), unit))


def behind(found: re.Match[str], place: Place) -> Sense | None:
    """之前两个月 is the two before this one, 过去一周 the seven days up to this one."""
    length, issue = _length(found), place.said.issue
    if length is None:
        return None
    if issue is None:
        return Sense(PERIOD, edtf.UNKNOWN)
    unit, step, half = length
    if half or unit not in ("年", "月", "季度"):
        return Sense(PERIOD, edtf.days(issue - step, issue))
    return Sense(PERIOD, _run(issue - step, issue - STEPS["年" if unit == "年" else "月"], unit))


_CLOCKS = {"小时": Grain.HOUR, "分钟": Grain.MINUTE, "秒": Grain.SECOND}


def in_a_while(found: re.Match[str], place: Place) -> Sense | None:
    """过三分钟, 再过十天: the day on which it will be over."""
    length, issue = _length(found), place.said.issue
    if length is None:
        return None
    if issue is None:
        return Sense(DATE, edtf.UNKNOWN)
    at = edtf.of_date(issue + length[1])
    return Sense(DATE, at._replace(grain=_CLOCKS.get(length[0], Grain.DAY)))


_SHIFTS = {"前": -2, "昨": -1, "去": -1, "今": 0, "明": 1, "后": 2}


def now(found: re.Match[str], place: Place) -> Sense | None:
    """现在, 昨天现在, 明天的后天, 明天的往后三天: each word counts from the one before it."""
    at = place.said.issue
    if at is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    base = re.findall(_DAY, found["base"])
    if found["now"] is None and not base and found["day"] != "后日":
        return None  # 今天 alone is read anywhere
    for word in (*base, found["day"] or "今天"):
        at += STEPS["年" if word[-1] == "年" else "天"] * _SHIFTS[word[0]]
    if found["day"] and found["day"].endswith("年"):
        return Sense(DATE, edtf.year(at.year), at.year)
    length = _length(found) if found["rolled"] else None
    if length is not None:
        return _ahead(at, length, inside=False)
    return Sense(DATE, edtf.of_date(at))


def double_hour(found: re.Match[str], _: Place) -> Sense | None:
    """午时 begins at eleven, 戌时一刻 is a quarter past seven in the evening."""
    hour = (2 * HOURS.index(found["hour"]) - 1) % 24
    quarters = integer(found["ke"]) or 0 if found["ke"] else 0
    point = edtf.unknown(Grain.HOUR)._replace(time=f"{hour + quarters // 4:02d}:{quarters % 4 * 15:02d}")
    return Sense(DATE, point)
