"""What a text has said of time so far, and how what it leaves out is filled in.

No clock is read: the day of issue is an argument. A year, month or day that is not printed comes from what stands
before in the text; else it is the one nearest to the day of issue, the past on a tie.
"""

from datetime import date, timedelta

from attrs import evolve, frozen
from dateutil.relativedelta import MO, relativedelta

from govnews.mentions import edtf
from govnews.mentions.reading import Point
from govnews.mentions.time_words import Deictic


@frozen(kw_only=True)
class Said:
    """The times that stand before in a text, as far as later ones lean on them.

    Attributes:
        issue: the day of issue.
        year: the last year that was named (2019年, 去年).
        fresh: whether that was in the same sentence.
        month: year and month last named.
        day: the day last named.
        last: the last point that was no mere word (for 去年同期).
    """

    issue: date | None = None
    year: int | None = None
    fresh: bool = False
    month: tuple[int, int] | None = None
    day: date | None = None
    last: Point | None = None

    def heard(self, point: Point, *, year: int | None) -> "Said":
        """Return what is said after `point`; `year` is the year that it prints or counts out itself, if it does."""
        start = point.start
        at = evolve(self, last=point) if point.edtf else self
        if year is not None:
            at = evolve(at, year=year, fresh=True)
        if start is not None and point.edtf is not None and len(point.edtf) >= len("2023-05"):
            at = evolve(at, month=(start.year, start.month), day=start if start == point.end else None)
        return at


def year_by_word(word: Deictic, said: Said) -> int | None:
    if word.origin in ("text", "about") and said.year is not None:
        return said.year + word.shift
    return said.issue.year + word.shift if said.issue else None


def month_by_word(word: Deictic, said: Said) -> tuple[int, int] | None:
    if word.origin == "month":
        base = date(*said.month, 1) if said.month else None
    else:
        base = said.issue
    if base is None:
        return None
    at = base.replace(day=1) + relativedelta(months=word.shift)
    return at.year, at.month


def day_by_word(word: Deictic, said: Said) -> date | None:
    base = said.day if word.origin == "day" else said.issue
    return base + timedelta(days=word.shift) if base else None


def monday(at: date) -> date:
    """Return the first day of the week of `at`.

    >>> monday(date(2023, 5, 18))
    datetime.date(2023, 5, 15)
    """
    return at + relativedelta(weekday=MO(-1))


def year_of_month(month: int, said: Said, day: int = 1) -> int | None:
    """Return the year of a month that is printed without one.

    >>> year_of_month(12, Said(issue=date(2023, 5, 19)))
    2022
    >>> year_of_month(6, Said(issue=date(2023, 5, 19)))
    2023
    """
    if said.year is not None and said.fresh:
        return said.year
    if said.issue is None:
        return said.year
    return _nearest_year(month, day, said.issue)


def _nearest_year(month: int, day: int, issue: date) -> int | None:
    days = [edtf.day(year, month, day) for year in range(issue.year - 4, issue.year + 5)]  # 2月29日 is four years apart
    gaps = [(abs((at.start - issue).days), at.start.year) for at in days if at and at.start]
    return min(gaps)[1] if gaps else None  # of two as near the earlier year: the past on a tie


def month_of_day(number: int, said: Said) -> tuple[int, int] | None:
    """Return year and month of a bare day: the month last named, else the page's.

    A day that the page's month has yet to see belongs to the month before, where it lies no more than a fortnight back.

    >>> month_of_day(1, Said(issue=date(2023, 5, 19)))
    (2023, 5)
    >>> month_of_day(28, Said(issue=date(2023, 3, 3)))
    (2023, 2)
    """
    if said.month is not None:
        return said.month
    if said.issue is None:
        return None
    issue = said.issue
    before = issue.replace(day=1) - timedelta(days=1)
    if number > issue.day and number <= before.day and (issue - before.replace(day=number)).days <= 14:
        return before.year, before.month
    return issue.year, issue.month
