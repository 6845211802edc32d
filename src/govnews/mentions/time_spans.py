"""The rules for months and what is wider: ten days, edges, quarters, halves, seasons, years."""

from govnews.mentions import edtf
from govnews.mentions.almanac import year_of_month
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_seen import (
    DATE,
    PERIOD,
    Seen,
    Sense,
    dated_month,
    integer,
    named_month,
    named_year,
    other_year,
    year_in_figures,
    year_meant,
    year_of_report,
    year_of_run,
)


def months(seen: Seen) -> Sense | None:
    """Read 1—10月, 3、4月; 11月至1月 ends in the next year."""
    month, first, last = named_month(seen), seen.number("month"), seen.number("month_to")
    if first is None or last is None or not 1 <= last <= 12:
        return None
    if month is None:
        return Sense(PERIOD, edtf.unknown(Grain.MONTH))
    year = month[0]
    if not seen.names_year:
        run = year_of_run(seen, last) if first == 1 else year_of_month(last, seen.said)
        year = (run or year) - (last < first)
    start, end = edtf.month(year, first), edtf.month(year + (last < first), last)
    issue = seen.said.issue
    if issue and other_year(seen):
        away = 1 if (year, first) <= (issue.year, issue.month) else -1
        start = edtf.or_else(start, edtf.month(year + away, first))
    return Sense(PERIOD, edtf.join(start, end), named_year(seen))


_PHRASES = {
    "一": (("内", "一", "多", "有余"), tuple("多这每满近隔")),  # 一月内, 一月一评
    "二": (("河",), ()),  # the writer 二月河
    "三": (("三",), ("春", "夏", "秋", "冬")),  # the festival 三月三; 春三月 is a season
}


def _is_phrase(seen: Seen) -> bool:
    """Tell a month in Chinese numerals that is a part of a fixed phrase."""
    after, before = _PHRASES.get(seen.slots["month"], ((), ()))
    return seen.before(after) or seen.after(("怀胎", *before))


def month(seen: Seen) -> Sense | None:
    """Read 2021年8月, 今年1月份, 上个月."""
    if not seen.names_year and seen.has("month") and not seen.slots["month"].isascii() and _is_phrase(seen):
        return None
    found, other = dated_month(seen)
    if found is None:
        return Sense(DATE, edtf.unknown(Grain.MONTH), named_year(seen))
    point = edtf.or_else(edtf.month(*found), edtf.month(other, found[1]) if other else None)
    return Sense(DATE, point, named_year(seen))


def _this_month(seen: Seen) -> tuple[int, int] | None:
    """Return the month of the slots, else that of the issue: 月底, 中旬."""
    if seen.names_month:
        return named_month(seen)
    return (seen.said.issue.year, seen.said.issue.month) if seen.said.issue else None


_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31)}


def _days_of(year: int, month: int, first: int, last: int) -> Point:
    """Return some days of a month, the last one no later than the month goes."""
    ends = edtf.day(year, month, first), edtf.day(year, month, min(last, edtf.last_day(year, month)))
    return edtf.join(*(end or edtf.UNKNOWN for end in ends))


def ten_days(seen: Seen) -> Sense | None:
    """Read 4月中旬 as its ten days."""
    found = _this_month(seen)
    if found is None:
        return Sense(DATE, edtf.unknown(Grain.DAY))
    first, last = _TENS[seen.slots["ten"]]
    other = other_year(seen)
    point = edtf.or_else(_days_of(*found, first, last), _days_of(other, found[1], first, last) if other else None)
    return Sense(DATE, point, named_year(seen))


_LENGTHS = tuple("0123456789一二两三四五六七八九十百千多余几来半数这那些")


def edge(seen: Seen) -> Sense | None:
    """Read 2017年底, 6月初, 一季度末, 年中.

    The end of a month is from about the 25th on, its beginning to about the 5th; that of a year is November and
    December, January and February; of a quarter its last or first month.
    """
    word = seen.slots["edge"]
    end = word[-1] in "底末"
    if seen.names_month or word[0] == "月":
        found = _this_month(seen)
        if found is None:
            return Sense(DATE, edtf.VAGUE)
        other = other_year(seen)
        points = [_edge_of_month(year, found[1], end=end) for year in (found[0], other) if year is not None]
        point = edtf.or_else(points[0], points[-1])
        whole = edtf.or_else(edtf.month(*found), edtf.month(other, found[1]) if other else None)
        return Sense(DATE, point, named_year(seen), whole)
    found = _quarter(seen)
    if found:
        year, number = found
        return Sense(DATE, edtf.about(edtf.month(year, 3 * number - (0 if end else 2))), named_year(seen))
    if not seen.names_year and (len(word) == 1 or seen.after(_LENGTHS)):
        return None  # 20多年中
    meant = named_year(seen) if seen.names_year else year_meant(seen.said)
    if meant is None:
        return None if "short" in seen.slots else Sense(DATE, edtf.VAGUE)
    middle = word == "年中"
    first = 6 if middle else 11 if end else 1
    run = edtf.month(meant, first), edtf.month(meant, first + 1)
    point = edtf.edge(*run, early=end or middle, late=not end)
    return Sense(DATE, point, named_year(seen), edtf.year(meant))


def _edge_of_month(year: int, number: int, *, end: bool) -> Point:
    first, last = (25, edtf.last_day(year, number)) if end else (1, 5)
    run = edtf.day(year, number, first), edtf.day(year, number, last)
    return edtf.edge(*run, early=end, late=not end)


def _quarter(seen: Seen) -> tuple[int, int] | None:
    slots, said = seen.slots, seen.said
    if "quarter_word" in slots:
        if said.issue is None:
            return None
        at = 4 * said.issue.year + (said.issue.month - 1) // 3 + seen.words.deictic[slots["quarter_word"]].shift
        return at // 4, at % 4 + 1
    number = 1 if "first_quarter" in slots else seen.number("quarter", "season_quarter")
    year = None if number is None else _year_of_quarter(seen, number)
    return None if year is None or number is None else (year, number)


def _year_of_quarter(seen: Seen, number: int) -> int | None:
    """Return the year of a quarter without one: that of the issue, or the one before (四季度 in a paper of January)."""
    said = seen.said
    if seen.names_year:
        return named_year(seen)
    if said.issue is None or (said.fresh and said.year is not None):
        return year_of_month(3 * number, said)
    return said.issue.year - (3 * number - 2 - said.issue.month > 6)


def quarter(seen: Seen) -> Sense | None:
    """Read 二季度 as a quarter, 一至三季度 as its months."""
    found, last = _quarter(seen), seen.number("quarter_to")
    if found is None:
        return Sense(PERIOD if last else DATE, edtf.unknown(Grain.QUARTER))
    year, number = found
    if last is None:
        return Sense(DATE, edtf.quarter(year, number), named_year(seen))
    if last <= number:
        return None
    return Sense(PERIOD, edtf.months(year, 3 * number - 2, 3 * last, Grain.QUARTER), named_year(seen))


_NOT_FIRST = ("提", "以", "之")  # 提前5个月


def quarters(seen: Seen) -> Sense | None:
    """Read 前三季度."""
    count = integer(seen.slots["quarters"][1:])
    if count is None or seen.after(_NOT_FIRST):
        return None
    year = year_of_run(seen, 3 * count)
    point = edtf.unknown(Grain.QUARTER) if year is None else edtf.months(year, 1, 3 * count, Grain.QUARTER)
    return Sense(PERIOD, point, named_year(seen))


def year_of_half(seen: Seen) -> int | None:
    """Return the year of 上半年 without one: named in the sentence, else as the report means it."""
    said = seen.said
    if said.year is not None and (said.fresh or said.issue is None):
        return said.year
    return year_of_report(seen)


def half(seen: Seen) -> Sense | None:
    """Read 上半年."""
    first = seen.slots["half"] in "上头前"
    year = named_year(seen) if seen.names_year else year_of_half(seen)
    if year is None:
        return Sense(PERIOD, edtf.unknown(Grain.HALF))
    return Sense(PERIOD, edtf.months(year, 1 if first else 7, 6 if first else 12, Grain.HALF), named_year(seen))


def first_months(seen: Seen) -> Sense | None:
    """Read 前11个月: the first of the year.

    前两个月 is January and February where their figures are news (in March or April); else it is the last two months.
    """
    count, said = integer(seen.slots["months"][1:]), seen.said
    if count is None or not 1 <= count <= 12 or seen.after(_NOT_FIRST):
        return None
    if not seen.names_year and said.issue and count < 4 and not count < said.issue.month < count + 3:
        this = said.issue.year * 12 + said.issue.month - 1
        first, last = this - count, this - 1
        return Sense(PERIOD, edtf.join(edtf.month(first // 12, first % 12 + 1), edtf.month(last // 12, last % 12 + 1)))
    year = year_of_run(seen, count)
    point = edtf.unknown(Grain.MONTH) if year is None else edtf.months(year, 1, count, Grain.MONTH)
    return Sense(PERIOD, point, named_year(seen))


def season(seen: Seen) -> Sense | None:
    """Read 2019年春季; a season without a year is no time."""
    year = named_year(seen)
    if year is None:
        return None
    return Sense(DATE, edtf.season(year, "春夏秋冬".index(seen.slots["season"]) + 1), year)


def years(seen: Seen) -> Sense | None:
    """Read 2016—2020年, 2016-18年."""
    first, text = named_year(seen), seen.slots["year_to"]
    last = year_in_figures(text)
    if first is None or last is None:
        return None
    if len(text) == 2:
        last += first - first % 100
    return Sense(PERIOD, edtf.join(edtf.year(first), edtf.year(last)), last) if last > first else None


def year(seen: Seen) -> Sense | None:
    """Read 2024年, 去年, 民国三年, 98年."""
    found = named_year(seen)
    if "year" in seen.slots and seen.after(("距今", "距今约", "距今已有", "距今近")):
        return None  # 距今2000年 counts years
    if found is None:
        return Sense(DATE, edtf.unknown(Grain.YEAR)) if "year_word" in seen.slots else None
    word = seen.words.deictic.get(seen.slots.get("year_word", ""))
    if word and word.last is not None:  # 今明两年
        return Sense(PERIOD, edtf.join(edtf.year(found), edtf.year(found + int(word.last) - word.shift)))
    return Sense(DATE, edtf.year(found), found)
