"""What a text has said of time so far, and how what it leaves out is filled in.

No clock is read: the day of issue is an argument. A year, month or day that is not printed comes from what stands
before in the text; else it is the one nearest to the day of issue, the past on a tie.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import MO, relativedelta

from govnews.mentions import edtf
from govnews.mentions.reading import Point
from govnews.mentions.time_words import Deictic

# units of the calendar by which a day is moved
STEPS = {
    "年": relativedelta(years=1),
    "月": relativedelta(months=1),
    "季度": relativedelta(months=3),
    "周": relativedelta(weeks=1),
    "星期": relativedelta(weeks=1),
    "礼拜": relativedelta(weeks=1),
    "天": relativedelta(days=1),
    "日": relativedelta(days=1),
}


class Said:
    """The times that stand before in a text, as far as later ones lean on them.

    Attributes:
        issue: the day of issue.
        today: the day of the dateline, once it is read: 今天 of a report is that day.
        year: the last year that was named (2019年, 去年).
        fresh: whether that was in the same sentence.
        chain: year and month of the last date that named its year and had a month, or leaned on such a one.
        month: year and month last named.
        day: the day last named.
        dated: year and month of the last date that had a day.
        last: the last point that was no mere word (for 去年同期).
    """

    def __init__(self, issue: date | None = None) -> None:
        self.issue = issue
        self.today: date | None = None
        self.year: int | None = None
        self.fresh = False
        self.chain: tuple[int, int] | None = None
        self.month: tuple[int, int] | None = None
        self.day: date | None = None
        self.dated: tuple[int, int] | None = None
        self.last: Point | None = None

    def leaning(self, year: int | None, chain: tuple[int, int] | None, month: tuple[int, int] | None) -> "Said":
        """Return the same where the year, and with it chain and month, has just been named."""
        said = Said(self.issue)
        said.today, said.day, said.dated, said.last = self.today, self.day, self.dated, self.last
        said.year, said.fresh, said.chain, said.month = year, True, chain, month
        return said

    def copy(self) -> "Said":
        said = self.leaning(self.year, self.chain, self.month)
        said.fresh = self.fresh
        return said

    def hear(self, point: Point, *, year: int | None, aside: bool = False) -> None:
        """Take in what `point` says.

        Args:
            point: the time that was read.
            year: the year that it prints or counts out itself, if it does.
            aside: it stands in a title or a comparison (较2019年), so that later times do not lean on its year.
        """
        start, code = point.start, point.edtf
        if code is None:
            return
        if start is not None and len(code) >= len("2023-05"):
            self.month, self.day = (start.year, start.month), start if start == point.end else None
            if len(code) >= len("2023-05-18") and code[:10] == start.isoformat():
                self.dated = self.month
            if not aside and (year is not None or (self.chain and self.chain[0] == start.year)):
                self.chain = self.month
        elif year is not None and not aside:
            self.chain = None
        if year is not None and not aside:
            self.year, self.fresh = year, True
        self.last = point


def year_by_word(word: Deictic, said: Said) -> int | None:
    """Return the year that a word names (去年, 次年), or None where what it counts from is not known."""
    if word.origin in ("text", "about") and said.year is not None:
        return said.year + word.shift
    return said.issue.year + word.shift if said.issue else None


def month_by_word(word: Deictic, said: Said) -> tuple[int, int] | None:
    """Return year and month that a word names (上月, 当月)."""
    base = date(*said.month, 1) if word.origin == "month" and said.month else said.issue
    if base is None:
        return None
    at = base.replace(day=1) + relativedelta(months=word.shift)
    return at.year, at.month


def day_by_word(word: Deictic, said: Said) -> date | None:
    """Return the day that a word names (昨天, 次日)."""
    base = said.day if word.origin == "day" else said.today or said.issue
    return base + timedelta(days=word.shift) if base else None


def monday(at: date) -> date:
    """Return the first day of the week of `at`.

    >>> monday(date(2023, 5, 18))
    datetime.date(2023, 5, 15)
    """
    return at + relativedelta(weekday=MO(-1))


_LONG_AGO = 90  # days: what is to come does not lie so far back
_FAR_AHEAD = 100  # days: of what lies further ahead papers say that it is to come (将, 拟, 至)
_NEWS = range(-3, 11)  # days before the issue: a date without a year that lies there is news of this year


class Choice(NamedTuple):
    """The year of a date that prints none, and the year that it would be else; None where the text leaves no choice."""

    year: int | None
    other: int | None = None


def year_of_month(month: int, said: Said, day: int | None = None) -> int | None:
    """Return the year of a month that is printed without one.

    >>> year_of_month(12, Said(issue=date(2023, 5, 19)))
    2022
    >>> year_of_month(6, Said(issue=date(2023, 5, 19)))
    2023
    """
    return choose_year(month, said, day).year


def choose_year(month: int, said: Said, day: int | None = None, *, ahead: bool | None = None) -> Choice:
    """Return the year of a month that is printed without one, and the next best.

    It is the year named in the same sentence; that of a date before, where the months go on (2019年6月…;9月2日);
    else the nearest to the day of issue. A day of the last week and a half is this year's, whatever year is named.

    Args:
        month: the month that is printed.
        said: what stands before.
        day: the day, where one is printed.
        ahead: whether the clause tells of what is to come (将于12月3日): a date of long ago is then next year's, and
            in a report one that is far ahead last year's; None where there is no clause, but the date alone.

    >>> choose_year(12, Said(issue=date(2023, 5, 19)))
    Choice(year=2022, other=2023)
    """
    near, far = _nearest(month, day or 15, said.issue) if said.issue else (None, None)
    if near and far and said.issue and against(near, said.issue, ahead=ahead):
        near, far = far, near
    news = said.issue is not None and near is not None and day is not None and (said.issue - near).days in _NEWS
    if said.fresh and said.year is not None and (not news or (said.chain and said.chain[0] == said.year)):
        return Choice(said.year)
    if said.chain and month >= said.chain[1] and not news:
        return Choice(said.chain[0])
    return Choice(near.year, far.year if far else None) if near else Choice(said.year)


def against(near: date, issue: date, *, ahead: bool | None) -> bool:
    """Tell whether the nearest day is not the one that is meant: of what is to come long ago, of a report far ahead."""
    away = (near - issue).days
    return away < -_LONG_AGO if ahead else ahead is False and away > _FAR_AHEAD


def leaves_no_doubt(month: int, said: Said, day: int | None) -> bool:
    """Tell that it makes no difference to the year whether a clause speaks of what is to come."""
    near = _nearest(month, day or 15, said.issue)[0] if said.issue else None
    return near is None or said.issue is None or -_LONG_AGO <= (near - said.issue).days <= _FAR_AHEAD


@lru_cache(maxsize=1024)
def _nearest(month: int, day: int, issue: date) -> tuple[date, date] | tuple[None, None]:
    """Return the two such days that lie nearest to the issue, the nearer first, the past on a tie."""
    leap = (month, day) == (2, 29)
    if not leap and day <= edtf.last_day(1, month):  # of every year: the one of this year, and the one beyond the issue
        at = date(issue.year, month, day)
        if at != issue:
            beyond = date(issue.year + (1 if at < issue else -1), month, day)
            first, last = (at, beyond) if at < beyond else (beyond, at)
            return (first, last) if issue - first <= last - issue else (last, first)
    reach = 8 if leap else 1
    years = range(max(1, issue.year - reach), issue.year + reach + 1)
    days = [date(year, month, day) for year in years if day <= edtf.last_day(year, month)]
    days.sort(key=lambda at: abs((at - issue).days))
    return (days[0], days[1]) if len(days) > 1 else (None, None)


def month_of_day(number: int, said: Said, *, told: bool = False) -> tuple[int, int] | None:
    """Return year and month of a bare day; `told` where somebody says or does something on it (28日表示).

    A day of the dateline's last three is that one (4月3日电 … 记者3日获悉). Else it leans on the last date that had a
    day; else it is news of the page's month, or of the month before where it is no more than a fortnight back; else it
    leans on the month last named.

    >>> month_of_day(1, Said(issue=date(2023, 5, 19)))
    (2023, 5)
    >>> month_of_day(28, Said(issue=date(2023, 3, 3)))
    (2023, 2)
    """
    if said.today and said.today.day - 3 <= number <= said.today.day:
        return said.today.year, said.today.month
    if said.dated is not None and not (told and said.issue and _was(number, said.dated, said.issue)):
        return said.dated
    if said.issue is None:
        return said.month
    issue = said.issue
    before = issue.replace(day=1) - timedelta(days=1)
    if number > issue.day and number <= before.day and (issue - before.replace(day=number)).days <= 14:
        return before.year, before.month
    if said.month is not None and issue.day - number not in _NEWS:
        return said.month
    return issue.year, issue.month


def _was(number: int, dated: tuple[int, int], issue: date) -> bool:
    """Tell whether a day of the issue's last three is no day of a later month that the text has named (4月20日之前)."""
    return dated > (issue.year, issue.month) and 0 <= issue.day - number <= 3
