"""The day of issue of a page that does not say it: its datelines vote.

A dateline prints month and day, and hardly ever the year; that is taken from the latest whole day that the page prints.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from govnews.headers.days import month_and_day
from govnews.headers.header import Header, Inferred

_LEAP = 2000
_DAYS = 366
_WEEK = 7  # a page prints what was sent some days ago beside what was sent yesterday


def infer_issued(headers: Iterable[Header], days: Sequence[tuple[date, str]]) -> Inferred | None:
    """Return the day that the datelines vote for; None where none prints month and day.

    The day that most of them have wins, or a later one of the week after it: a page is as new as its newest dateline.

    Args:
        headers: those of the page.
        days: the whole days that the page prints, year and all, and what is printed.

    >>> infer_issued([], []) is None
    True
    """
    dated = [(found, header) for header in headers if header.date and (found := month_and_day(header.date.text))]
    if not dated:
        return None
    votes = Counter(found[1:] for found, _ in dated)
    most = max(votes, key=lambda day: (votes[day], day))
    month, day = max(votes, key=lambda other: ahead if (ahead := _ahead(most, other)) <= _WEEK else -1)
    speakers = [header for found, header in dated if found[1:] == (month, day)]
    years = [found[0] for found, _ in dated if found[1:] == (month, day) and found[0]]
    evidence = tuple(dict.fromkeys(header.text for header in speakers))
    if years:
        return _inferred(years[0], month, day, evidence)
    if days:
        latest, printed = max(days)
        year = latest.year + ((month, day) < (latest.month, latest.day))
        return _inferred(year, month, day, (*evidence, printed))
    return Inferred(edtf=f"XXXX-{month:02}-{day:02}", evidence=evidence)


def _ahead(first: tuple[int, int], later: tuple[int, int]) -> int:
    """Return how many days lie between two days of a year, the turn of the year crossed."""
    return (date(_LEAP, *later).timetuple().tm_yday - date(_LEAP, *first).timetuple().tm_yday) % _DAYS


def _inferred(year: int, month: int, day: int, evidence: tuple[str, ...]) -> Inferred:
    try:
        found = date(year, month, day)
    except ValueError:  # 2月29日 of a year that has none
        return Inferred(edtf=f"XXXX-{month:02}-{day:02}", evidence=evidence)
    return Inferred(edtf=found.isoformat(), day=found, evidence=evidence)
