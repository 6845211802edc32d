"""The rules for days, weeks and clock times."""

import re
from datetime import date, timedelta

from attrs import evolve

from govnews.mentions import edtf
from govnews.mentions.almanac import day_by_word, monday, month_of_day
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_seen import DATE, PERIOD, Seen, Sense, integer, named_month, named_year

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
    opens = (seen.start == 0 or seen.after(("。", "\n"))) and seen.before((",",))
    return opens or (seen.said.dated is not None and not seen.after(_COUNTED))  # 八日 after 二月六日


def _is_day(seen: Seen) -> bool:
    """Tell whether a bare D日 is a day of the month, and no length of time or number of a house."""
    slots = seen.slots
    if "bare" in slots or seen.names_year:
        return False
    if slots["day_unit"] == "号" and not seen.has("part"):
        return False  # 8号楼, but 8号上午
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
    month = named_month(seen) if seen.names_month else month_of_day(number, seen.said)
    point = edtf.day(*month, number) if month else edtf.unknown(Grain.DAY)
    if point is None and not seen.names_month:
        return None
    point = point or edtf.unknown(Grain.DAY)  # 2月30日: a date, if a misprinted one
    year = named_year(seen)
    if "day_to" not in seen.slots:
        return Sense(DATE, point, year)
    last = seen.number("day_to")
    if last is None or last <= number:
        return None
    end = edtf.day(*month, last) if month else point
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
_EVERY = re.compile("每[^,。;]{0,9}$")  # 每周二、周四


def weekday(seen: Seen) -> Sense | None:
    """Read 周三: the day of the week of issue."""
    if seen.after(_NO_WEEKDAY_BEFORE) or _EVERY.search(seen.text, max(0, seen.start - 10), seen.start):
        return None
    if seen.said.issue is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    return Sense(DATE, edtf.of_date(monday(seen.said.issue) + timedelta(days=_weekday(seen.slots["weekday"]))))


def nth(seen: Seen) -> Sense | None:
    """Read 十月的第一周, 5月的最后一天, 11月份第二个周日."""
    slots = seen.slots
    month = named_month(seen)
    year = month[0] if month else named_year(seen)
    if year is None or year < 1:
        return None
    if month is None:
        return _nth_day(date(year, 1, 1), date(year, 12, 31), slots["nth_day"]) if "nth_day" in slots else None
    first = date(*month, 1)
    if "nth_day" in slots:
        return _nth_day(first, date(*month, edtf.last_day(*month)), slots["nth_day"])
    wanted = _weekday(slots["weekday"]) if "weekday" in slots else 0
    number = seen.number("nth_week", "nth") or 1
    at = first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (number - 1))
    if "nth" in slots:
        return Sense(DATE, edtf.of_date(at))
    return Sense(DATE, edtf.days(at, at + timedelta(days=6), Grain.WEEK))


def _nth_day(first: date, last: date, words: str) -> Sense | None:
    count = integer(words[1:-1]) if words.endswith("天") else integer(words[1:])
    at = last if count is None else first + timedelta(days=min(count, 400) - 1)
    return Sense(DATE, edtf.of_date(at)) if first <= at <= last else None


_NO_HOUR_AFTER = tuple("候代期刻间常尚建意要希共倡经看左")  # 三点意见, 9时代
_CLASSES = ("”", "课堂", "学校", "学堂", "晚托")  # “四点半”课堂 is a name
_POINTS = tuple("这有第以下出几了的共提到为是")  # 提出三点
_FIGURE = re.compile("(?:分之|[0-9][.,-])$")
_ENDS = re.compile("$|[,。;)、至到—~前后起许左右开准\\s-]")


def _is_clock(seen: Seen) -> bool:
    """Tell whether N时 or N点 is an hour; a part of the day, a day or minutes make it one."""
    slots = seen.slots
    if seen.has("part", "short_part", "day", "day_word", "weekday", "month") or seen.linked:
        return True
    lone = len(slots["hour"]) == 1 and not slots["hour"].isascii()
    score = slots.get("colon") == "∶"  # 15∶12, but 早上7∶30
    if score or (lone and slots.get("unit") == "时") or _FIGURE.search(seen.text, max(0, seen.start - 2), seen.start):
        return False  # 一时一刻; 1,200点, 百分之三点十五
    if "unit" not in slots or seen.has("tail", "noon"):
        return not seen.before(_CLASSES)
    if slots["unit"] == "时":
        return not seen.before(_NO_HOUR_AFTER)
    if seen.before(_NO_HOUR_AFTER) or (lone and not _opens(seen)):
        return False  # 三点意见; 快一点
    return not seen.after(_POINTS) and _ENDS.match(seen.text, seen.end) is not None


def _opens(seen: Seen) -> bool:
    return seen.start == 0 or seen.after(tuple(",。;:!?、 \n“(在至到从于"))


def clock(seen: Seen) -> Sense | None:
    """Read 上午9时30分, 晚8点, 15:30, 0-24时: the day where one is printed, and the time."""
    slots, hour = seen.slots, seen.number("hour")
    if hour is None or hour > 24 or not _is_clock(seen):
        return None
    minute = seen.number("digits", "minute", "loose_minute") or 0
    if slots.get("tail") == "半":
        minute = 30
    elif "ke" in slots:
        minute = 15 * (integer(slots["ke"]) or 0)
    if minute > 59:
        return None
    if hour < _noon(seen):
        hour += 12
    point = _day_of_clock(seen)
    if point is None:
        return None
    grain = Grain.MINUTE if seen.has("digits", "minute", "loose_minute", "tail") else Grain.HOUR
    point = evolve(point, grain=grain, time=f"{hour:02d}:{minute:02d}")
    return Sense(PERIOD if "hour_to" in slots else DATE, point, named_year(seen))


def _noon(seen: Seen) -> int:
    """Return the hour up to which 12 is added."""
    slots = seen.slots
    evening = slots.get("short_part", " ") in "晚夜" or slots.get("day_word", " ")[-1] in "晚夜"
    if evening or slots.get("noon", slots.get("noon_alone", " "))[0] in "pP":
        return 12
    return seen.words.day_parts.get(slots.get("part", ""), 0)


def _day_of_clock(seen: Seen) -> Point | None:
    """Return the day that is printed with a clock time; unknown where none is, None where its slots make none."""
    readers = (
        (("nth_day", "nth_week", "nth"), nth),
        (("week",), week),
        (("weekday",), weekday),
        (("day", "bare"), day),
        (("day_word",), day_word),
    )
    for slots, read in readers:
        if seen.has(*slots):
            sense = read(seen)
            return sense.point if sense else None
    return None if seen.names_year or seen.names_month else edtf.unknown(Grain.DAY)
