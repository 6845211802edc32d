"""Points and intervals of the calendar, written in EDTF (ISO 8601-2) and as closed days.

Strings are of EDTF levels 0 and 1, but for the quarter codes 33 to 36. An interval is written from months, never from
quarter codes, which no interval of the standard takes. Years before the common era have a string and no days.
"""

from calendar import isleap
from datetime import date
from functools import lru_cache

from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.pattern import later

# A text names the same few days and months over and over, and a point is never changed.
_kept = lru_cache(maxsize=2048)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
UNKNOWN = Point(edtf=None, start=None, end=None, grain=None)
VAGUE = Point(edtf=None, start=None, end=None, grain=None, vague=True)


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= 9999 else None


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> last_day(2024, 2)
    29
    """
    return 29 if month == 2 and isleap(year if year > 0 else 4) else _LENGTHS[month - 1]


@_kept
def unknown(grain: Grain | None) -> Point:
    """Return a point of a known width and unknown place."""
    return UNKNOWN._replace(grain=grain)


@_kept
def day(year: int, month: int, number: int) -> Point | None:
    """Return a day, or None where the calendar has none such (2月30日).

    >>> day(2023, 5, 18).edtf
    '2023-05-18'
    """
    if not (1 <= month <= 12 and 1 <= number <= last_day(year, month)):
        return None
    at = _date(year, month, number)
    return Point(edtf=f"{_year(year)}-{month:02d}-{number:02d}", start=at, end=at, grain=Grain.DAY)


@_kept
def of_date(at: date) -> Point:
    """Return a day of the calendar as a point."""
    return Point(edtf=at.isoformat(), start=at, end=at, grain=Grain.DAY)


@_kept
def month(year: int, number: int) -> Point:
    """Return a month.

    >>> month(2023, 5).end
    datetime.date(2023, 5, 31)
    """
    start, end = _date(year, number, 1), _date(year, number, last_day(year, number))
    return Point(edtf=f"{_year(year)}-{number:02d}", start=start, end=end, grain=Grain.MONTH)


@_kept
def months(year: int, first: int, last: int, grain: Grain) -> Point:
    """Return a run of months of one year, the last inside it: halves, several quarters, 1-10月.

    >>> months(2022, 1, 9, Grain.QUARTER).edtf
    '2022-01/2022-09'
    """
    return join(month(year, first), month(year, last))._replace(grain=grain)


@_kept
def quarter(year: int, number: int) -> Point:
    """Return a quarter.

    >>> quarter(2022, 2).edtf
    '2022-34'
    """
    run = months(year, 3 * number - 2, 3 * number, Grain.QUARTER)
    return run._replace(edtf=f"{_year(year)}-{32 + number}")


def season(year: int, number: int) -> Point:
    """Return a season by its code, 21 spring to 24 winter; the days of a season are not known.

    >>> season(2023, 1).edtf
    '2023-21'
    """
    return Point(edtf=f"{_year(year)}-{20 + number}", start=None, end=None, grain=None)


@_kept
def year(number: int) -> Point:
    """Return a year; 0 is the first before the common era.

    >>> year(1949).edtf, year(-220).edtf
    ('1949', '-0220')
    """
    return Point(edtf=_year(number), start=_date(number, 1, 1), end=_date(number, 12, 31), grain=Grain.YEAR)


def decade(first: int) -> Point:
    """Return the ten years from `first` on.

    >>> decade(1990).edtf
    '199X'
    """
    code = f"{first // 10:03d}X"
    return Point(edtf=code, start=_date(first, 1, 1), end=_date(first + 9, 12, 31), grain=Grain.DECADE)


def century(number: int) -> Point:
    """Return a century as the years that begin alike: the 20th is 1900 to 1999.

    >>> century(20).edtf
    '19XX'
    """
    first = 100 * (number - 1)
    code = f"{number - 1:02d}XX"
    return Point(edtf=code, start=_date(first, 1, 1), end=_date(first + 99, 12, 31), grain=Grain.CENTURY)


def century_before(number: int) -> Point:
    """Return a century before the common era.

    >>> century_before(3).edtf
    '-02XX'
    """
    return Point(edtf=f"-{number - 1:02d}XX", start=None, end=None, grain=Grain.CENTURY)


def days(first: date, last: date, grain: Grain = Grain.DAY) -> Point:
    """Return the days from the first to the last, both inside."""
    return Point(edtf=f"{first.isoformat()}/{last.isoformat()}", start=first, end=last, grain=grain)


def _edge(code: str, *, first: bool) -> str:
    """Return the first or last end of what a string says, as an interval can take it."""
    if "/" in code:
        return code.partition("/")[0 if first else 2]
    if code[-2:] in ("33", "34", "35", "36") and code[-3:-2] == "-":
        number = int(code[-2:]) - 32
        return f"{code[:-2]}{3 * number - 2 if first else 3 * number:02d}"
    return code.replace("X", "0" if first else "9")


_YEAR_OF_DAY = later("(?<![0-9-])[0-9]{4}(?=-)")


def _turned(code: str, years: int) -> str | None:
    """Return an interval some years later, None where it names a leap day; 12月3日至5日 of another year."""
    if "-02-29" in code:
        return None
    return _YEAR_OF_DAY.sub(lambda found: _year(int(found[0]) + years), code)


def join(first: Point, last: Point) -> Point:
    """Return the interval from one point to another, both inside; unknown where either is.

    >>> join(day(2019, 4, 14), day(2019, 4, 15)).edtf
    '2019-04-14/2019-04-15'
    """
    if first.edtf is None or last.edtf is None or (first.start and last.end and first.start > last.end):
        return unknown(first.grain)
    edges = _edge(first.edtf, first=True), _edge(last.edtf, first=False)
    other = _turned("/".join(edges), int(first.other[:4]) - int(edges[0][:4])) if first.other else None
    return Point(edtf="/".join(edges), start=first.start, end=last.end, grain=first.grain, other=other)


def or_else(point: Point, other: Point | None) -> Point:
    """Return a point with the one that it would be in another year.

    >>> or_else(month(2022, 12), month(2023, 12)).other
    '2023-12'
    """
    return point._replace(other=other.edtf) if other and point.edtf and other.edtf != point.edtf else point


def edge(first: Point | None, last: Point | None, *, early: bool, late: bool) -> Point:
    """Return the days or months at the edge of a wider unit (6月底, 年初).

    Args:
        first: where the edge begins.
        last: where it ends, inside it.
        early: whether its beginning is a matter of taste.
        late: whether its end is.

    >>> edge(day(2018, 5, 25), day(2018, 5, 31), early=True, late=False).edtf
    '2018-05-25~/2018-05-31'
    """
    if first is None or last is None or first.edtf is None or last.edtf is None:
        return VAGUE
    run = join(first, last)
    return run._replace(edtf=f"{first.edtf}{'~' if early else ''}/{last.edtf}{'~' if late else ''}")


def since(point: Point) -> Point:
    """Return the time from a point on.

    >>> since(year(2022)).edtf, since(quarter(2022, 2)).edtf
    ('2022/..', '2022-04/..')
    """
    if point.edtf is None:
        return point
    other = point.other and f"{_edge(point.other, first=True)}/.."
    return point._replace(edtf=f"{_edge(point.edtf, first=True)}/..", end=None, other=other)


def until(point: Point) -> Point:
    """Return the time up to a point, which is inside it.

    >>> until(day(2022, 5, 20)).edtf
    '../2022-05-20'
    """
    if point.edtf is None:
        return point
    other = point.other and f"../{_edge(point.other, first=False)}"
    return point._replace(edtf=f"../{_edge(point.edtf, first=False)}", start=None, other=other)


def about(point: Point) -> Point:
    """Return a point that is stated loosely: 2018年前后, 6月底.

    >>> about(month(2018, 5)).edtf
    '2018-05~'
    """
    code = point.edtf
    if code is None or "/" in code or code[-1] in "X~" or point.grain is Grain.QUARTER:
        return point
    return point._replace(edtf=f"{code}~", other=point.other and f"{point.other}~")


def year_before(point: Point) -> Point:
    """Return the same stretch of the year before: what 去年同期 means.

    >>> year_before(months(2022, 1, 9, Grain.QUARTER)).edtf
    '2021-01/2021-09'
    """
    if point.edtf is None or point.start is None or point.end is None or "~" in point.edtf or "X" in point.edtf:
        return unknown(point.grain)
    code = point.edtf.replace(_year(point.start.year), _year(point.start.year - 1))
    first = _date(point.start.year - 1, point.start.month, 1)
    last = _date(point.end.year - 1, point.end.month, 1)
    if first is None or last is None or point.start.year != point.end.year:
        return unknown(point.grain)
    ends = [
        at.replace(day=min(day, last_day(at.year, at.month)))
        for at, day in ((first, point.start.day), (last, point.end.day if point.end.day < 28 else 31))
    ]
    return point._replace(edtf=code, start=ends[0], end=ends[1], other=None)
