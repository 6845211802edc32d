"""Points and intervals, function by function, with the edges of the calendar."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from govnews.mentions import edtf
from govnews.mentions.edtf import (
    UNKNOWN,
    VAGUE,
    about,
    century,
    century_before,
    day,
    days,
    decade,
    edge,
    join,
    last_day,
    month,
    months,
    of_date,
    or_else,
    quarter,
    season,
    since,
    unknown,
    until,
    year,
    year_before,
)
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point


@pytest.fixture(autouse=True)
def anew() -> None:
    """What an earlier test made is not asked for again."""
    for made in (unknown, day, of_date, month, months, quarter, year):
        made.cache_clear()


def told(point: Point | None) -> tuple[object, ...]:
    assert point is not None
    return (point.edtf, point.start, point.end, point.grain, point.vague, point.other)


def test_every_day_of_eighty_years() -> None:
    at = date(1949, 1, 1)
    while at.year < 2030:
        made = day(at.year, at.month, at.day)
        assert told(made) == told(of_date(at)) == (at.isoformat(), at, at, Grain.DAY, False, None)
        assert last_day(at.year, at.month) == monthrange(at.year, at.month)[1]
        at += timedelta(days=1)


@pytest.mark.parametrize(
    ("year", "month", "number"),
    [(2023, 2, 29), (2023, 2, 0), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31), (1900, 2, 29), (2023, 1, -1)],
)
def test_no_such_day(year: int, month: int, number: int) -> None:
    assert day(year, month, number) is None


def test_days_at_the_edges_of_the_calendar() -> None:
    assert told(day(1, 1, 1)) == ("0001-01-01", date(1, 1, 1), date(1, 1, 1), Grain.DAY, False, None)
    assert told(day(9999, 12, 31))[:3] == ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31))
    assert told(day(0, 5, 4))[:3] == ("0000-05-04", None, None)
    assert told(day(10000, 5, 4))[:3] == ("10000-05-04", None, None)
    assert told(day(-220, 5, 4))[:3] == ("-0220-05-04", None, None)
    assert (last_day(0, 2), last_day(-4, 2), last_day(1, 2), last_day(-1, 2), last_day(2000, 2)) == (29, 29, 28, 29, 29)


def test_months_and_what_is_made_of_them() -> None:
    first, last = date(2023, 2, 1), date(2023, 2, 28)
    assert told(month(2023, 2)) == ("2023-02", first, last, Grain.MONTH, False, None)
    assert told(month(-5, 2)) == ("-0005-02", None, None, Grain.MONTH, False, None)
    run = ("2022-04/2022-06", date(2022, 4, 1), date(2022, 6, 30), Grain.HALF, False, None)
    assert told(months(2022, 4, 6, Grain.HALF)) == run
    ends = ((1, 1, 3, 31), (4, 1, 6, 30), (7, 1, 9, 30), (10, 1, 12, 31))
    for at, (one, two, three, four) in enumerate(ends, 1):
        expected = (f"2022-{32 + at}", date(2022, one, two), date(2022, three, four), Grain.QUARTER, False, None)
        assert told(quarter(2022, at)) == expected
        assert told(season(2022, at)) == (f"2022-{20 + at}", None, None, None, False, None)


def test_years_and_what_is_wider() -> None:
    assert told(year(1949)) == ("1949", date(1949, 1, 1), date(1949, 12, 31), Grain.YEAR, False, None)
    assert told(year(0)) == ("0000", None, None, Grain.YEAR, False, None)
    assert told(year(-220))[0] == "-0220"
    assert told(decade(1990)) == ("199X", date(1990, 1, 1), date(1999, 12, 31), Grain.DECADE, False, None)
    assert told(decade(50))[0] == "005X"
    assert told(century(20)) == ("19XX", date(1900, 1, 1), date(1999, 12, 31), Grain.CENTURY, False, None)
    assert told(century(3))[:3] == ("02XX", date(200, 1, 1), date(299, 12, 31))
    assert told(century_before(3)) == ("-02XX", None, None, Grain.CENTURY, False, None)


def test_what_is_not_known() -> None:
    assert told(UNKNOWN) == (None, None, None, None, False, None)
    assert told(VAGUE) == (None, None, None, None, True, None)
    assert told(unknown(Grain.WEEK)) == (None, None, None, Grain.WEEK, False, None)


def test_days_from_one_to_another() -> None:
    one, two = date(2019, 4, 14), date(2019, 4, 20)
    assert told(days(one, two)) == ("2019-04-14/2019-04-20", one, two, Grain.DAY, False, None)
    assert days(one, two, Grain.WEEK).grain is Grain.WEEK


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (year(2016), year(2020), "2016/2020"),
        (month(2022, 11), month(2023, 2), "2022-11/2023-02"),
        (quarter(2022, 1), quarter(2022, 3), "2022-01/2022-09"),
        (quarter(2022, 4), quarter(2023, 2), "2022-10/2023-06"),
        (decade(1980), decade(1990), "1980/1999"),
        (century(19), century(20), "1800/1999"),
        (days(date(2022, 3, 1), date(2022, 3, 5)), days(date(2022, 4, 1), date(2022, 4, 7)), "2022-03-01/2022-04-07"),
        (season(2022, 1), season(2022, 3), "2022-21/2022-23"),
        (year(2016), year(2016), "2016/2016"),
        (day(2022, 1, 33 - 2), day(2022, 2, 1), "2022-01-31/2022-02-01"),
        (year(1033), year(1034), "1033/1034"),  # no quarters
        (century_before(3), century_before(2), "-0200/-0199"),
    ],
)
def test_join(first: Point, last: Point, expected: str) -> None:
    run = join(first, last)
    assert told(run) == (expected, first.start, last.end, first.grain, False, None)


def test_join_of_what_cannot_be_joined() -> None:
    same = day(2022, 1, 1)
    assert same is not None
    assert join(same, same).edtf == "2022-01-01/2022-01-01"
    assert told(join(year(2020), year(2016))) == told(unknown(Grain.YEAR))
    assert told(join(unknown(Grain.DAY), year(2016))) == told(unknown(Grain.DAY))
    assert told(join(year(2016), unknown(Grain.DAY))) == told(unknown(Grain.YEAR))


def test_what_it_would_be_in_another_year() -> None:
    first, last = or_else(day(2022, 12, 3), day(2023, 12, 3)), or_else(day(2022, 12, 5), day(2023, 12, 5))  # type: ignore[arg-type]
    assert first.other == "2023-12-03"
    assert join(first, last).other == "2023-12-03/2023-12-05"
    back = or_else(month(2022, 12), month(2021, 12))
    assert (join(back, month(2023, 1)).edtf, join(back, month(2023, 1)).other) == ("2022-12/2023-01", "2021-12/2022-01")
    assert or_else(month(2022, 12), month(2022, 12)).other is None
    assert or_else(month(2022, 12), None).other is None
    assert told(or_else(UNKNOWN, month(2022, 12))) == told(UNKNOWN)
    leap = or_else(day(2024, 2, 29), day(2028, 2, 29))  # type: ignore[arg-type]
    assert join(leap, day(2024, 3, 3)).other is None  # type: ignore[arg-type]


def test_the_edge_of_a_wider_unit() -> None:
    first, last = day(2018, 5, 25), day(2018, 5, 31)
    run = edge(first, last, early=True, late=True)
    assert told(run) == ("2018-05-25~/2018-05-31~", date(2018, 5, 25), date(2018, 5, 31), Grain.DAY, False, None)
    assert edge(first, last, early=False, late=True).edtf == "2018-05-25/2018-05-31~"
    assert edge(first, last, early=False, late=False).edtf == "2018-05-25/2018-05-31"
    for one, two in ((None, last), (first, None), (UNKNOWN, last), (first, UNKNOWN)):
        assert edge(one, two, early=True, late=False) is VAGUE


def test_since_and_until() -> None:
    point = or_else(quarter(2022, 2), quarter(2023, 2))
    assert told(since(point)) == ("2022-04/..", date(2022, 4, 1), None, Grain.QUARTER, False, "2023-04/..")
    assert told(until(point)) == ("../2022-06", None, date(2022, 6, 30), Grain.QUARTER, False, "../2023-06")
    assert since(decade(1990)).edtf == "1990/.."
    assert until(decade(1990)).edtf == "../1999"
    assert since(days(date(2022, 3, 1), date(2022, 3, 5))).edtf == "2022-03-01/.."
    assert until(days(date(2022, 3, 1), date(2022, 3, 5))).edtf == "../2022-03-05"
    assert since(year(2022)).other is until(year(2022)).other is None
    assert since(UNKNOWN) is until(UNKNOWN) is UNKNOWN


def test_about() -> None:
    point = or_else(month(2018, 5), month(2019, 5))
    assert told(about(point)) == ("2018-05~", date(2018, 5, 1), date(2018, 5, 31), Grain.MONTH, False, "2019-05~")
    assert about(year(2018)).other is None
    kept = (UNKNOWN, decade(1990), quarter(2022, 2), about(point), days(date(2022, 3, 1), date(2022, 3, 5)))
    for same in kept:
        assert about(same) is same


@pytest.mark.parametrize(
    ("point", "edtf", "start", "end"),
    [
        (day(2023, 5, 18), "2022-05-18", date(2022, 5, 18), date(2022, 5, 18)),
        (day(2024, 2, 27), "2023-02-27", date(2023, 2, 27), date(2023, 2, 27)),
        (month(2024, 2), "2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        (month(2025, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (quarter(2022, 4), "2021-36", date(2021, 10, 1), date(2021, 12, 31)),
        (months(2022, 1, 9, Grain.QUARTER), "2021-01/2021-09", date(2021, 1, 1), date(2021, 9, 30)),
        (year(2), "0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_the_year_before(point: Point, edtf: str, start: date, end: date) -> None:
    assert told(year_before(point)) == (edtf, start, end, point.grain, False, None)
    other = or_else(point, year(1900))
    assert year_before(other).other is None


def test_what_has_no_year_before() -> None:
    for point in (
        *(UNKNOWN, VAGUE, decade(1990), century(20), season(2022, 1), about(month(2018, 5)), since(year(2022))),
        *(until(year(2022)), join(year(2016), year(2020)), year(1), century_before(3)),
    ):
        assert told(year_before(point)) == told(unknown(point.grain))


def test_a_point_is_made_once_and_never_changed() -> None:
    assert day(2023, 5, 18) is day(2023, 5, 18)
    assert edtf._kept(last_day).cache_parameters()["maxsize"] == 2048  # noqa: SLF001 - that it is bounded
