"""One match of the sentence of slots, and the years and months that it names or leans on."""

import re
from functools import lru_cache

from govnews.mentions.almanac import (
    Choice,
    Said,
    choose_year,
    leaves_no_doubt,
    month_by_word,
    year_by_word,
    year_of_month,
)
from govnews.mentions.mention import MentionType
from govnews.mentions.numeral import read_integer
from govnews.mentions.reading import Point
from govnews.mentions.time_words import TimeWords
from govnews.pattern import later
from govnews.text import STOPS

DATE, PERIOD = MentionType.DATE, MentionType.PERIOD
YEARS = ("year", "year_word", "that_year", "old_year", "ad_year", "era", "short")
MONTHS = ("month", "month_word", "first", "nth_month", "first_month")


class Sense:
    """What a stretch says: type, point, and the year that it names itself.

    `whole` is of 6月底 the month: a deadline (6月底前) runs to its end.
    """

    def __init__(
        self,
        type: MentionType,  # noqa: A002
        point: Point,
        year: int | None = None,
        whole: Point | None = None,
    ) -> None:
        self.type = type
        self.point = point
        self.year = year
        self.whole = whole


class Seen:
    """One match: its filled slots, and what stands around it.

    Attributes:
        slots: what is printed in each filled slot.
        names_year: whether a year is printed, by figures or by a word.
        names_month: whether a month is.
        linked: True of the second end of a range (至八日), which may be shorter than a point that stands alone.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - by place it is made twice as fast
        self,
        slots: dict[str, str],
        names_year: bool,  # noqa: FBT001
        names_month: bool,  # noqa: FBT001
        said: Said,
        words: TimeWords,
        text: str,
        start: int,
        end: int,
        linked: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        self.slots = slots
        self.names_year = names_year
        self.names_month = names_month
        self.said = said
        self.words = words
        self.text = text
        self.start = start
        self.end = end
        self.linked = linked

    def has(self, *names: str) -> bool:
        """Tell whether one of the slots is filled."""
        return not self.slots.keys().isdisjoint(names)

    def number(self, *names: str) -> int | None:
        """Return the number in the first of the slots that is filled."""
        for name in names:
            if name in self.slots:
                return integer(self.slots[name])
        return None

    def after(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words stands right before the match."""
        return self.text.endswith(words, 0, self.start)

    def before(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words stands right after the match."""
        return self.text.startswith(words, self.end)


_BLANK = f"{STOPS};\t \u3000"
_AROUND = 64  # characters of blanks and stops that may stand around a time which is all of a line


def line_around(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Return what stands on the line before and after a stretch; None where either is long."""
    begin, close = text.rfind("\n", max(0, start - _AROUND), start) + 1, text.find("\n", end, end + _AROUND)
    if (not begin and start > _AROUND) or (close < 0 and len(text) - end > _AROUND):
        return None
    return text[begin:start], text[end : close if close >= 0 else len(text)]


def fills(text: str, start: int, end: int) -> bool:
    """Tell whether a line is nothing else than one stretch, with stops and blanks around it."""
    around = line_around(text, start, end)
    return around is not None and not around[0].strip(_BLANK) and not around[1].strip(_BLANK)


@lru_cache(maxsize=1024)
def integer(text: str) -> int | None:
    """Return the value of a whole numeral, or None where `text` is none."""
    try:
        return read_integer(text)
    except ValueError:
        return None


def year_in_figures(printed: str) -> int | None:
    """Return a year as printed: 2005, 二〇〇五; 二00五 and 二OO五 have the wrong zero."""
    return integer(printed if printed.isascii() else printed.translate(_ZEROS))


_ZEROS = str.maketrans("0O○", "〇〇〇")


def named_year(seen: Seen) -> int | None:
    """Return the year that the slots name, by figures or by a word; None where they name none, or it is unknown."""
    slots, said = seen.slots, seen.said
    year: int | None = None
    if "year" in slots:
        year = year_in_figures(slots["year"])
    elif slots.get("year_word") == "全年":
        year = year_reported(seen)
    elif "year_word" in slots:
        year = year_by_word(seen.words.deictic[slots["year_word"]], said)
    elif "that_year" in slots:
        year = said.year
    elif "short" in slots:
        year = _short_year(seen)
    elif "ad_year" in slots:
        year = integer(slots["ad_year"])
    elif "old_year" in slots:
        count = integer(slots["old_year"])
        year = None if count is None else 1 - count
    elif "era" in slots:
        count = 1 if slots["era_year"] == "元" else integer(slots["era_year"])
        year = None if count is None else seen.words.eras[slots["era"]] + count
    return year if year is not None and -9999 <= year <= 9998 else None


# 98年 and 零八年 are years; of 20年 and 三五年 (three to five years) the text does not say
_DIGIT_BY_DIGIT = later("[零〇○][〇零○一二三四五六七八九]|[一五六七八九][〇零○一二三四五六七八九]")
_ABOUT = later("一二|二三|三四|三五|四五|五六|六七|七八|八九")
_LENGTH_AFTER = tuple("来前后间内多余的历时以如龄华大老")
_LENGTH_BEFORE = tuple("近约了过达满长第年整这有作龄用经期")
_AT = tuple("在从自于到至早")
_HANGS = ("month", "nth_month", "edge", "half", "quarter", "quarters", "months", "day")
_AHEAD = 10  # years that a year of two figures may lie after the issue


def _short_year(seen: Seen) -> int | None:
    """Return the year of two figures, where they can only be one (98年, 20年底), else None."""
    digits = seen.slots["short"]
    arabic = digits.isascii()
    value = int(digits) if arabic else (integer("二〇" + digits) or 0) % 100
    if not seen.has(*_HANGS):
        if arabic and digits[0] != "0" and not _late_year(seen, value):
            return None
        if not arabic and (not _DIGIT_BY_DIGIT.fullmatch(digits) or _ABOUT.fullmatch(digits)):
            return None
    latest = (seen.said.issue.year if seen.said.issue else 2030) + _AHEAD
    year = latest - latest % 100 + value
    return year if year <= latest else year - 100


def _late_year(seen: Seen, value: int) -> bool:
    """Tell whether 98年 is a year: papers of this century print 90年 for a length, but after 在 or 从."""
    if fills(seen.text, seen.start, seen.end):
        return True  # 15年 and nothing else
    if value < 75 or seen.before(_LENGTH_AFTER) or seen.after(_LENGTH_BEFORE):
        return False
    issue = seen.said.issue
    return issue is None or issue.year < 2005 or seen.after(_AT)


def named_month(seen: Seen) -> tuple[int, int] | None:
    """Return year and month of the slots, the year leaning on the text where none is named; None where unknown."""
    return dated_month(seen)[0]


def other_year(seen: Seen) -> int | None:
    """Return the second nearest year of a month that is printed without one; None where the text leaves no choice."""
    return dated_month(seen)[1]


def dated_month(seen: Seen) -> tuple[tuple[int, int] | None, int | None]:
    """Return what `named_month` and `other_year` do, looked for once."""
    slots = seen.slots
    if "month_word" in slots:
        return month_by_word(seen.words.deictic[slots["month_word"]], seen.said), None
    number = 1 if seen.has("first", "first_month") else seen.number("month", "nth_month")
    if number is None or not 1 <= number <= 12:
        return None, None
    if seen.names_year:
        year = named_year(seen)
        return (None if year is None else (year, number)), None
    if seen.after(("每年", "每年的")):
        return None, None
    choice = _choice(seen, number)
    return (None if choice.year is None else (choice.year, number)), choice.other


_TO_COME = later(
    "(?:将|拟|计划|[预估]计|有望|力争|确保|争取)[^。;,\\n]*\\Z|(?:定于|推迟|延期|改期|届时|截止|持续|期限)[^。;\\n]*\\Z|(?<!直)[至到]\\Z"
)
_SOON = ("将", "起将", "拟")
_DEADLINE = later("(?:之|以)?前(?![往后夕来])")
_DONE = ("已于", "早在", "曾于", "已在", "截至")
_CLAUSE = later("[,。;:!?]")
_SHORT = 24  # characters: a line without a clause


def to_come(text: str, start: int, end: int) -> bool | None:
    """Tell whether the clause around a date speaks of what is to come; None where there is no clause."""
    if _DEADLINE.match(text, end):
        return not text.endswith(_DONE, 0, start)
    around = line_around(text, start, end)
    line = (around[0] + text[start:end] + around[1]).strip(_BLANK) if around else ""
    if around and len(line) <= _SHORT and not _CLAUSE.search(line):
        return None
    return text.startswith(_SOON, end) or _TO_COME.search(text, max(0, start - 12), start) is not None


def _choice(seen: Seen, month: int) -> Choice:
    said, day = seen.said, seen.number("day", "bare")
    plain = seen.linked or leaves_no_doubt(month, said, day)
    ahead = None if plain else to_come(seen.text, seen.start, seen.end)
    return choose_year(month, said, day, ahead=ahead)


_AIMS = later("将|力争|确保|预[计期]|计划|目标|争取|[要拟]|有望|安排")
_RECENT = 3  # years: 全年 is none of long ago, unless the sentence names it
_REPORTS = 2  # months into the year in which papers report on the one before


def year_reported(seen: Seen) -> int | None:
    """Return the year that 全年 means: one named before and not long ago, else that of the report."""
    said = seen.said
    if said.year is not None and (said.issue is None or said.fresh or said.issue.year - said.year < _RECENT):
        return said.year
    return year_of_report(seen)


def year_of_report(seen: Seen) -> int | None:
    """Return the year of the issue, in January and February the one before, unless the clause speaks of aims.

    全年完成造林 is a report, but not 力争全年完成造林.
    """
    issue = seen.said.issue
    if issue is None or issue.month > _REPORTS:
        return issue.year if issue else None
    before = re.split("[。\\n]", seen.text[max(0, seen.start - 12) : seen.start])[-1]
    around = before + seen.text[seen.end : seen.end + 8].partition("\n")[0]
    return issue.year - bool(around.strip(_BLANK) and not _AIMS.search(around))


def year_meant(said: Said) -> int | None:
    """Return the year that 年底 means: one named in the sentence, else that of the issue."""
    if said.year is not None and said.fresh:
        return said.year
    return said.issue.year if said.issue else said.year


def year_of_run(seen: Seen, last: int) -> int | None:
    """Return the year of a run of months from January on without one: the last such run that is over or under way."""
    said = seen.said
    if seen.names_year:
        return named_year(seen)
    if said.issue is None or (said.fresh and said.year is not None):
        return year_of_month(last, said)
    return said.issue.year - (last > said.issue.month)
