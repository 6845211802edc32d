"""What a set of filled slots means: the rules for one point of the calendar, the narrowest first.

The first rule of `RULES` with a filled slot reads the point; what it declines is no time.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from attrs import evolve, frozen

from govnews.mentions import edtf
from govnews.mentions.almanac import (
    Said,
    day_by_word,
    monday,
    month_by_word,
    month_of_day,
    year_by_word,
    year_of_month,
)
from govnews.mentions.mention import Grain, MentionType
from govnews.mentions.numeral import read_integer
from govnews.mentions.reading import Point
from govnews.mentions.time_words import TimeWords

DATE, PERIOD = MentionType.DATE, MentionType.PERIOD


@frozen
class Sense:
    """What a stretch says: type, point, and the year that it names itself."""

    type: MentionType
    point: Point
    year: int | None = None


@frozen
class Seen:
    """One match: its filled slots, and what stands around it."""

    slots: Mapping[str, str]
    said: Said
    words: TimeWords
    text: str
    start: int
    end: int
    linked: bool = False  # the second end of a range

    def number(self, *names: str) -> int | None:
        for name in names:
            if name in self.slots:
                return integer(self.slots[name])
        return None

    def has(self, *names: str) -> bool:
        return any(name in self.slots for name in names)


def integer(text: str) -> int | None:
    try:
        return read_integer(text)
    except ValueError:
        return None


def _year4(text: str) -> int:
    return read_integer(text) if len(text) > 2 else 0


# 98年 and 零八年 are years; of 20年 and 三五年 (three to five years) the text does not say
_PLAIN_SHORT = re.compile("0[0-9]|[零〇○][〇零○一二三四五六七八九]|一[一三四五六七八九]|[七八九][〇零○一二三四五六七八九]")
_RUN_ON = re.compile("一二|七八|八九|[二三四五六七八九][三四五六七八九]")
_NO_YEAR_AFTER = tuple("来前后间内多余的历时以如龄华大老")
_NO_YEAR_BEFORE = tuple("近约了过达满长第年整这有作龄用经期")


def _short_year(seen: Seen) -> int | None:
    """Return the year of two digits, where they can only be one (98年, 20年底), else None."""
    digits = seen.slots["short"]
    value = integer(digits)
    if value is None:
        return None
    hung = seen.has("month", "edge", "half", "quarter", "quarters", "months", "day")
    if not hung:
        if digits.isascii():
            late = digits[0] == "0" or value >= 75
            around = not seen.text.startswith(_NO_YEAR_AFTER, seen.end) and not seen.text.endswith(_NO_YEAR_BEFORE, 0, seen.start)
            if not (late and (digits[0] == "0" or around)):
                return None
        elif not _PLAIN_SHORT.fullmatch(digits) or _RUN_ON.fullmatch(digits):
            return None
    if not digits.isascii():
        value = integer("〇" + digits) if not digits.startswith("十") else value
    if value is None or value > 99:
        return None
    ahead = seen.said.issue.year + 10 if seen.said.issue else 2040
    century = ahead - ahead % 100
    return century + value if century + value <= ahead else century - 100 + value


def _named_year(seen: Seen) -> int | None:
    slots = seen.slots
    if "year" in slots:
        return integer(slots["year"])
    if "that_year" in slots:
        return seen.said.year
    if "year_word" in slots:
        return year_by_word(seen.words.deictic[slots["year_word"]], seen.said)
    if "old_year" in slots:
        count = integer(slots["old_year"])
        return None if count is None else 1 - count
    if "ad_year" in slots:
        return integer(slots["ad_year"])
    if "era" in slots:
        count = 1 if slots["era_year"] == "元" else integer(slots["era_year"])
        return None if count is None else seen.words.eras[slots["era"]] + count
    if "short" in slots:
        return _short_year(seen)
    return None


def _any_year(seen: Seen) -> bool:
    return seen.has("year", "year_word", "that_year", "old_year", "ad_year", "era", "short")


def _month(seen: Seen) -> tuple[int, int] | None:
    """Return year and month, or None where they cannot be known."""
    slots = seen.slots
    if "month_word" in slots:
        return month_by_word(seen.words.deictic[slots["month_word"]], seen.said)
    number = 1 if seen.has("first", "first_month") else seen.number("month", "nth_month")
    if number is None:
        return None
    if not 1 <= number <= 12:
        return None
    if _any_year(seen):
        year = _named_year(seen)
    else:
        if seen.text.endswith(("每年", "每年的"), 0, seen.start):
            return None
        year = year_of_month(number, seen.said, seen.number("day", "bare"))
    return None if year is None or not -9999 <= year <= 9999 else (year, number)


def _day_point(seen: Seen) -> Point | None:
    """Return the day of the slots: unknown where its month cannot be known, None where there is no such day."""
    slots = seen.slots
    if "day_word" in slots:
        at = day_by_word(seen.words.deictic[slots["day_word"]], seen.said)
        if at and _any_year(seen):  # 去年的今天
            year = _named_year(seen)
            return edtf.day(year, at.month, at.day) if year else edtf.unknown(Grain.DAY)
        return edtf.of_date(at) if at else edtf.unknown(Grain.DAY)
    number = seen.number("day", "bare")
    if number is None:
        return None
    if seen.has("month", "month_word", "first", "nth_month"):
        month = _month(seen)
    else:
        month = month_of_day(number, seen.said)
    if month is None:
        return edtf.unknown(Grain.DAY)
    return edtf.day(*month, number)


_NO_DAY_AFTER = tuple("内游圆元均龄之子常照光本语志程夜益渐趋复") + ("电量",)


def _day(seen: Seen) -> Sense | None:
    slots, text = seen.slots, seen.text
    alone = not seen.has("month", "month_word", "first", "nth_month", "day_word")
    if "bare" in slots and alone:
        return None
    if "day" in slots and alone:
        han = not slots["day"].isascii()
        if slots["day_unit"] == "号" and not seen.has("part"):
            return None  # 8号楼, but 8号上午
        if han and len(slots["day"]) < 2 and "day_to" not in slots and not seen.linked:
            return None  # 三日
        if text.startswith(_NO_DAY_AFTER, seen.end) or text.endswith(("第", "每", "每月", "近", "满", "-"), 0, seen.start):
            return None  # 10日内, 三日游
        if _any_year(seen):
            return None
    point = _day_point(seen)
    if point is None:
        return None
    year = _named_year(seen)
    if "day_to" in slots:
        last = integer(slots["day_to"])
        if point.start and last is not None and last > point.start.day:
            end = edtf.day(point.start.year, point.start.month, last)
            return Sense(PERIOD, edtf.join(point, end), year) if end else None
        return Sense(PERIOD, edtf.unknown(Grain.DAY), year) if point.start is None else None
    return Sense(DATE, point, year)


def _months(seen: Seen) -> Sense | None:
    month, last = _month(seen), seen.number("month_to")
    if last is None or not 1 <= last <= 12:
        return None
    if month is None:
        return Sense(PERIOD, edtf.unknown(Grain.MONTH))
    year, first = month
    if seen.said.issue and not _any_year(seen) and not seen.said.fresh:
        # 1-11月 in January is last year's: the run is nearest by its last month
        year = year_of_month(last, seen.said) or year
        year -= last < first
    end = edtf.month(year + (last < first), last)
    return Sense(PERIOD, edtf.join(edtf.month(year, first), end), _named_year(seen))


def _one_month(seen: Seen) -> Sense | None:
    month = _month(seen)
    point = edtf.month(*month) if month else edtf.unknown(Grain.MONTH)
    return Sense(DATE, point, _named_year(seen))


_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31)}


def _ten(seen: Seen) -> Sense | None:
    month = _month(seen)
    if month is None and seen.has("month", "month_word", "first"):
        return Sense(DATE, edtf.unknown(Grain.DAY))
    if month is None and seen.said.issue:
        month = seen.said.issue.year, seen.said.issue.month
    if month is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    first, last = _TENS[seen.slots["ten"]]
    start, end = edtf.day(*month, first), edtf.day(*month, min(last, edtf.last_day(*month)))
    return Sense(DATE, edtf.join(start, end), _named_year(seen)) if start and end else None


def _edge(seen: Seen) -> Sense | None:
    """Read 年底, 6月初, 一季度末: about the first or last of the next smaller unit."""
    slots = seen.slots
    end = slots["edge"][-1] in "底末"
    if slots["edge"] == "年中":
        year = _named_year(seen) if _any_year(seen) else _about_year(seen.said)
        return Sense(DATE, edtf.about(edtf.month(year, 6)) if year else edtf.VAGUE, _named_year(seen))
    if seen.has("month", "month_word", "first", "nth_month") or slots["edge"].startswith("月"):
        month = _month(seen)
        if month is None and not seen.has("month", "month_word", "first", "nth_month") and seen.said.issue:
            month = seen.said.issue.year, seen.said.issue.month
        if month is None:
            return Sense(DATE, edtf.VAGUE)
        point = edtf.day(*month, edtf.last_day(*month) if end else 1)
        return Sense(DATE, edtf.about(point), _named_year(seen)) if point else None
    quarter = _quarter_of(seen)
    if quarter:
        year, number = quarter
        return Sense(DATE, edtf.about(edtf.month(year, 3 * number - (0 if end else 2))), _named_year(seen))
    if not _any_year(seen) and slots["edge"] in "底末初":
        return None
    year = _named_year(seen) if _any_year(seen) else _about_year(seen.said)
    if year is None:
        return None if "short" in slots else Sense(DATE, edtf.VAGUE)
    return Sense(DATE, edtf.about(edtf.month(year, 12 if end else 1)), _named_year(seen))


def _about_year(said: Said) -> int | None:
    if said.year is not None and said.fresh:
        return said.year
    return said.issue.year if said.issue else said.year


def _run_year(seen: Seen, last: int) -> int | None:
    """Return the year of halves, quarters and first months without one; `last` is the last month of the run."""
    if _any_year(seen):
        return _named_year(seen)
    return year_of_month(last, seen.said)


def _quarter_of(seen: Seen) -> tuple[int, int] | None:
    slots, said = seen.slots, seen.said
    if "quarter_word" in slots:
        if said.issue is None:
            return None
        at = 4 * said.issue.year + (said.issue.month - 1) // 3 + seen.words.deictic[slots["quarter_word"]].shift
        return at // 4, at % 4 + 1
    number = 1 if "first_quarter" in slots else seen.number("quarter")
    if number is None:
        return None
    year = _run_year(seen, 3 * number)
    return None if year is None else (year, number)


def _quarter(seen: Seen) -> Sense | None:
    found, last = _quarter_of(seen), seen.number("quarter_to")
    if found is None:
        return Sense(PERIOD if last else DATE, edtf.unknown(Grain.QUARTER))
    year, number = found
    if last is None:
        return Sense(DATE, edtf.quarter(year, number), _named_year(seen))
    if last <= number:
        return None
    return Sense(PERIOD, edtf.months(year, 3 * number - 2, 3 * last, Grain.QUARTER), _named_year(seen))


def _quarters(seen: Seen) -> Sense | None:
    count = integer(seen.slots["quarters"][1:]) or 1
    year = _run_year(seen, 3 * count)
    point = edtf.unknown(Grain.QUARTER) if year is None else edtf.months(year, 1, 3 * count, Grain.QUARTER)
    return Sense(PERIOD, point, _named_year(seen))


def _half(seen: Seen) -> Sense | None:
    first = seen.slots["half"] in "上头前"
    year = _named_year(seen) if _any_year(seen) else _about_year(seen.said)
    if year is None:
        return Sense(PERIOD, edtf.unknown(Grain.HALF))
    point = edtf.months(year, 1 if first else 7, 6 if first else 12, Grain.HALF)
    return Sense(PERIOD, point, _named_year(seen))


def _first_months(seen: Seen) -> Sense | None:
    count, said = integer(seen.slots["months"][1:]), seen.said
    if count is None or not 1 <= count <= 12 or seen.text.endswith(("提", "以", "之"), 0, seen.start):
        return None
    if not _any_year(seen) and said.issue and count < 4 and not count < said.issue.month < count + 3:
        # 前两个月: statistics of January and February come in March or April; at other times it is the last two
        this = said.issue.year * 12 + said.issue.month - 1
        first, last = this - count, this - 1
        return Sense(PERIOD, edtf.join(edtf.month(first // 12, first % 12 + 1), edtf.month(last // 12, last % 12 + 1)))
    year = _run_year(seen, count)
    point = edtf.unknown(Grain.MONTH) if year is None else edtf.months(year, 1, count, Grain.MONTH)
    return Sense(PERIOD, point, _named_year(seen))


def _season(seen: Seen) -> Sense | None:
    year = _named_year(seen)
    if year is None:
        return None
    return Sense(DATE, edtf.season(year, "春夏秋冬".index(seen.slots["season"]) + 1), year)


def _years(seen: Seen) -> Sense | None:
    first, text = _named_year(seen), seen.slots["year_to"]
    last = integer(text)
    if first is None or last is None:
        return None
    if len(text) == 2:
        last += first - first % 100
    return Sense(PERIOD, edtf.join(edtf.year(first), edtf.year(last)), last) if last > first else None


def _one_year(seen: Seen) -> Sense | None:
    year = _named_year(seen)
    if year is None or not -9999 <= year <= 9999:
        return Sense(DATE, edtf.unknown(Grain.YEAR)) if "year_word" in seen.slots else None
    return Sense(DATE, edtf.year(year), year)


def _week(seen: Seen) -> Sense | None:
    slots, said = seen.slots, seen.said
    if "week" not in slots or said.issue is None:
        return Sense(DATE, edtf.unknown(Grain.WEEK))
    first = monday(said.issue) + timedelta(weeks=seen.words.deictic[slots["week"]].shift)
    on = slots.get("on", slots.get("weekday"))
    if on == "末" or "weekend" in slots:
        return Sense(DATE, edtf.days(first + timedelta(days=5), first + timedelta(days=6)))
    if on:
        return Sense(DATE, edtf.of_date(first + timedelta(days=_weekday(on))))
    return Sense(DATE, edtf.days(first, first + timedelta(days=6), Grain.WEEK))


def _weekday(ch: str) -> int:
    return "一二三四五六日".find("日" if ch == "天" else ch)


def _bare_weekday(seen: Seen) -> Sense | None:
    if seen.text.endswith(tuple("每逢0123456789一二两三四五六七八九十几数"), 0, seen.start):
        return None
    said = seen.said
    if said.issue is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    return Sense(DATE, edtf.of_date(monday(said.issue) + timedelta(days=_weekday(seen.slots["weekday"]))))


def _nth(seen: Seen) -> Sense | None:
    """Read 十月的第一周, 5月的最后一天, 11月份第二个周日."""
    month, slots = _month(seen), seen.slots
    if month is None:
        year = _named_year(seen)
        if year is None or "nth_day" not in slots or not 1 <= year < 9999:
            return None
        return _nth_day(date(year, 1, 1), date(year, 12, 31), slots["nth_day"])
    if not 1 <= month[0] < 9999:
        return None
    first = date(*month, 1)
    if "nth_day" in slots:
        return _nth_day(first, date(*month, edtf.last_day(*month)), slots["nth_day"])
    number = seen.number("nth_week", "nth") or 1
    wanted = _weekday(slots["weekday"]) if "weekday" in slots else 0
    at = first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (number - 1))
    if "nth" in slots:
        return Sense(DATE, edtf.of_date(at))
    return Sense(DATE, edtf.days(at, at + timedelta(days=6), Grain.WEEK))


def _nth_day(first: date, last: date, words: str) -> Sense | None:
    count = integer(words[1:])
    at = last if count is None else first + timedelta(days=count - 1)
    return Sense(DATE, edtf.of_date(at)) if at <= last else None


_NO_CLOCK_AFTER = tuple("候代期刻间常尚建意要希共倡经看左")
_POINTS_BEFORE = tuple("这有第以下出几了的共提到为是")
_ENDS = re.compile("$|[,。;)、至到—~前后起许左右开准\\s-]")


def _clock(seen: Seen) -> Sense | None:
    slots = seen.slots
    hour = seen.number("hour")
    anchored = seen.has("part", "short_part", "day", "day_word", "weekday", "month")
    if hour is None or hour > 24:
        return None
    if slots.get("unit") == "时" and not anchored and not slots["hour"].isascii() and len(slots["hour"]) < 2:
        return None  # 一时一刻
    if "unit" in slots and not anchored and not seen.has("tail", "ampm"):
        if seen.text.startswith(_NO_CLOCK_AFTER, seen.end):
            return None
        if slots["unit"] == "点" and (
            seen.text.endswith(_POINTS_BEFORE, 0, seen.start) or not _ENDS.match(seen.text, seen.end)
        ):
            return None  # 提出三点意见
    minute = seen.number("minute2", "minute") or 0
    if slots.get("tail") == "半":
        minute = 30
    elif "ke" in slots:
        minute = 15 * (integer(slots["ke"]) or 0)
    pm = seen.words.day_parts.get(slots.get("part", ""), 0)
    evening = "short_part" in slots and slots["short_part"] in "晚夜"
    evening = evening or ("day_word" in slots and slots["day_word"][-1] in "晚夜")
    if hour < (12 if evening or slots.get("ampm", slots.get("noon", ""))[:1] in ("p", "P") else pm):
        hour += 12
    clock = f"{hour:02d}:{minute:02d}"
    grain = Grain.MINUTE if seen.has("minute2", "minute", "tail") else Grain.HOUR
    day = _day_of_clock(seen)
    if day is None:
        return None
    year = _named_year(seen)
    if "hour_to" in slots:
        return Sense(PERIOD, evolve(day, grain=grain, time=clock), year)
    return Sense(DATE, evolve(day, grain=grain, time=clock), year)


def _day_of_clock(seen: Seen) -> Point | None:
    if not seen.has("day", "day_word", "weekday", "nth_day", "bare"):
        if seen.has("year", "month", "week"):
            return None
        return edtf.unknown(Grain.DAY)
    sense = _first(evolve(seen, slots={k: v for k, v in seen.slots.items() if not k.startswith(("hour", "unit"))}), _DAYS)
    return sense.point if sense else None


@frozen
class Rule:
    """One way to read slots: its name, the slots of which one must be filled, and how it reads."""

    rule: str
    slots: tuple[str, ...]
    read: Callable[[Seen], Sense | None]


_DAYS = (
    Rule("nth-day", ("nth_day", "nth_week", "nth"), _nth),
    Rule("week", ("week",), _week),
    Rule("weekday", ("weekday", "weekend"), _bare_weekday),
    Rule("day-range", ("day_to",), _day),
    Rule("day", ("day", "bare"), _day),
    Rule("day-word", ("day_word",), _day),
)
RULES = (
    Rule("clock", ("hour",), _clock),
    *_DAYS,
    Rule("ten-days", ("ten",), _ten),
    Rule("edge", ("edge",), _edge),
    Rule("month-range", ("month_to",), _months),
    Rule("month", ("month", "month_word", "first", "nth_month", "first_month"), _one_month),
    Rule("first-months", ("months",), _first_months),
    Rule("half-year", ("half",), _half),
    Rule("quarters", ("quarters",), _quarters),
    Rule("quarter", ("quarter", "first_quarter", "quarter_word"), _quarter),
    Rule("season", ("season",), _season),
    Rule("year-range", ("year_to",), _years),
    Rule("year", ("year", "year_word", "old_year", "ad_year", "era", "short"), _one_year),
)


def _first(seen: Seen, rules: tuple[Rule, ...]) -> Sense | None:
    for rule in rules:
        if seen.has(*rule.slots):
            return rule.read(seen)
    return None


def rule_of(slots: Mapping[str, str]) -> Rule | None:
    """Return the first rule of the table that one of the filled slots calls."""
    for rule in RULES:
        if any(name in slots for name in rule.slots):
            return rule
    return None
