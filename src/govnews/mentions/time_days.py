"""The rules for days and weeks."""

from collections.abc import Mapping
from datetime import date, timedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import day_by_word, monday, month_of_day
from govnews.mentions.mention import Grain
from govnews.mentions.time_seen import DATE, PERIOD, Seen, Sense, dated_month, fills, integer, named_month, named_year
from govnews.pattern import later

_NO_DAY_AFTER = (*"内游圆元均龄之子常照光本语志程夜益渐趋复谈", "电量")  # 10日内, 三日游
_NO_DAY_BEFORE = ("第", "每", "每月", "近", "满", "-")
_COUNTED = tuple("十百千几数半近一这那两")


# a report's own day (三日宣布, 五日在京举行), where a length of time would not stand
_REPORTED = (
    *(
        "宣布",
        "发表",
        "报道",
        "表示",
        "说",
        "指出",
        "强调",
        "公布",
        "通过",
        "决定",
        "会见",
        "举行",
        "召开",
        "签署",
        "开幕",
        "闭幕",
    ),
    *("在", "抵", "电", "讯", "晚", "早", "上午", "下午", "凌晨"),
)


def _is_lone_day(seen: Seen) -> bool:
    """Tell whether 三日 is a day of the month, and no length of three days."""
    if seen.linked or seen.before(_REPORTED):
        return not seen.after(_COUNTED)
    if seen.slots["day"] == "一":
        return False  # 一日三餐
    if fills(seen.text, seen.start, seen.end):
        return True
    opens = (seen.start == 0 or seen.after(("。", "\n"))) and seen.before((",",))
    return opens or (seen.said.dated is not None and not seen.after(_COUNTED))  # 八日 after 二月六日


def _is_day(seen: Seen) -> bool:
    """Tell whether a bare D日 is a day of the month, and no length of time or number of a house."""
    slots = seen.slots
    if "bare" in slots or seen.names_year:
        return False
    if slots["day_unit"] == "号" and not seen.has("part") and not fills(seen.text, seen.start, seen.end):
        return False  # 8号楼, but 8号上午; and 8号 with nothing else
    lone = len(slots["day"]) == 1 and not slots["day"].isascii() and "day_to" not in slots
    if lone and not seen.has("part", "short_part") and not _is_lone_day(seen):
        return False
    return not seen.before(_NO_DAY_AFTER) and (seen.linked or not seen.after(_NO_DAY_BEFORE))


def day(seen: Seen) -> Sense | None:
    """Read 5月18日, 18日, 14-15日."""
    if not seen.names_month and not _is_day(seen):
        return None
    number = seen.number("day", "bare")
    if number is None or seen.slots.get("month") == seen.slots.get("bare") == "三":
        return None  # the festival 三月三
    month, other = dated_month(seen)
    if not seen.names_month:
        month = month_of_day(number, seen.said, told=seen.before(_REPORTED) or seen.after(("截至", "截止")))
    point = edtf.day(*month, number) if month else edtf.unknown(Grain.DAY)
    if point is None and not seen.names_month:
        return None
    point = point or edtf.unknown(Grain.DAY)  # 2月30日: a date, if a misprinted one
    year = named_year(seen)
    another = (other, month[1]) if other and month else None
    point = edtf.or_else(point, edtf.day(*another, number) if another else None)
    if "day_to" not in seen.slots:
        return Sense(DATE, point, year)
    last = seen.number("day_to")
    if last is None or last <= number:
        return None
    end = edtf.day(*month, last) if month else point
    end = edtf.or_else(end, edtf.day(*another, last)) if end and another else end
    return Sense(PERIOD, edtf.join(point, end), year) if end else None


def day_word(seen: Seen) -> Sense | None:
    """Read 今天, 次日, 去年的今天, 今明两天."""
    word = seen.words.deictic[seen.slots["day_word"]]
    at = day_by_word(word, seen.said)
    if at is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    if word.last is not None:
        return Sense(PERIOD, edtf.days(at, at + timedelta(days=word.last - word.shift)))
    if seen.names_year:
        year = named_year(seen)
        return Sense(DATE, (edtf.day(year, at.month, at.day) if year else None) or edtf.unknown(Grain.DAY), year)
    return Sense(DATE, edtf.of_date(at))


def _weekday(ch: str) -> int:
    return "一二三四五六日".find("日" if ch == "天" else ch)


def week(seen: Seen) -> Sense | None:
    """Read 本周, 上周三, 下周末; weeks begin on Monday."""
    said = seen.said
    if said.issue is None:
        return Sense(DATE, edtf.unknown(Grain.WEEK))
    first = monday(said.issue) + timedelta(weeks=seen.words.deictic[seen.slots["week"]].shift)
    on = seen.slots.get("on", seen.slots.get("weekday"))
    if on == "末":
        return Sense(DATE, edtf.days(first + timedelta(days=5), first + timedelta(days=6)))
    if on:
        return Sense(DATE, edtf.of_date(first + timedelta(days=_weekday(on))))
    return Sense(DATE, edtf.days(first, first + timedelta(days=6), Grain.WEEK))


_NO_WEEKDAY_BEFORE = tuple("逢个0123456789一二两三四五六七八九十几数")
_EVERY = later("每[^,。;]{0,9}\\Z")  # 每周二、周四


def weekday(seen: Seen) -> Sense | None:
    """Read 周三: the day of the week of issue."""
    if seen.after(_NO_WEEKDAY_BEFORE) or _EVERY.search(seen.text, max(0, seen.start - 10), seen.start):
        return None
    if seen.said.issue is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    return Sense(DATE, edtf.of_date(monday(seen.said.issue) + timedelta(days=_weekday(seen.slots["weekday"]))))


def nth(seen: Seen) -> Sense | None:
    """Read 十月的第一周, 5月的最后一天, 11月份第二个周日, 去年的前10天, 2023年第7周."""
    month = named_month(seen)
    year = month[0] if month else named_year(seen)
    if year is None or year < 1:
        return None
    first, last = (date(year, 1, 1), date(year, 12, 31)) if month is None else _ends(*month)
    if seen.has("nth_day", "first_days"):
        return _nth_day(first, last, seen.slots)
    if month is None:
        return _week_of_year(year, seen.number("nth_week") or 0)
    return _nth_weekday(first, last, seen.slots)


def _ends(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, edtf.last_day(year, month))


def _nth_weekday(first: date, last: date, slots: Mapping[str, str]) -> Sense | None:
    """Return a weekday or a week that is counted inside a month."""
    wanted = _weekday(slots["weekday"]) if "weekday" in slots else 0
    if slots.get("nth") == "最后一":
        return Sense(DATE, edtf.of_date(last - timedelta(days=(last.weekday() - wanted) % 7)))
    number = integer(slots["nth"][1:] if "nth" in slots else slots["nth_week"])
    if number is None or not 1 <= number <= 5:
        return None
    at = first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (number - 1))
    if "nth" in slots:
        return Sense(DATE, edtf.of_date(at))
    return Sense(DATE, edtf.days(at, at + timedelta(days=6), Grain.WEEK))


def _week_of_year(year: int, number: int) -> Sense | None:
    """Return a week by its number in the year, as ISO 8601 counts them."""
    try:
        at = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Sense(DATE, edtf.days(at, at + timedelta(days=6), Grain.WEEK))


def _nth_day(first: date, last: date, slots: Mapping[str, str]) -> Sense | None:
    """Return a day that is counted from the first or the last of a month or year, or the run of the first or last."""
    words = slots.get("nth_day", slots.get("first_days", ""))
    back = words[0] in "倒最"
    count = 1 if words == "最后一" else integer(words.lstrip("倒数第前头首最后"))
    if count is None:
        return None
    at = last - timedelta(days=min(count, 400) - 1) if back else first + timedelta(days=min(count, 400) - 1)
    if not first <= at <= last:
        return None
    if "nth_day" in slots:
        return Sense(DATE, edtf.of_date(at))
    return Sense(PERIOD, edtf.days(at, last) if back else edtf.days(first, at))
