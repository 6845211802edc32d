"""The form for dates of the lunar calendar: 农历正月十五, 腊月廿三, 大年初一."""

from datetime import timedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import against
from govnews.mentions.lunar import LunarYear, nearest_years
from govnews.mentions.mention import Calendar, Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_points import hour_after
from govnews.mentions.time_seen import DATE, Sense, integer, to_come, year_in_figures
from govnews.mentions.time_slots import HAN, YEAR
from govnews.pattern import later

_YEAR = later(f"(?P<year>{YEAR})年|(?P<word>[今去明前后]年)")
_DAY = f"初[{HAN}十]|三十|二?十[{HAN}]?|廿[{HAN}]?"
_MONTH = later(f"(?P<leap>闰)?(?P<month>正|腊|冬|1[0-2]|[1-9]|十[一二]?|[{HAN}])月(?P<day>{_DAY})?")
_BIG = later(f"大年(?P<day>{_DAY})")
# what tells a lunar date that begins with a figure: 2023年农历六月, 5月初五
_TOLD = later("[农阴旧夏闰正腊大初廿]|[月历][一二三四五六七八九十]")
_NEAR = 16  # characters
_NAMED = {"正": 1, "冬": 11, "腊": 12}


def lunar(place: Place) -> Found | None:
    """Read a lunar date as its solar day or days; without a year it is the nearest to the issue."""
    if place.text[place.at] in "0123456789" and not _TOLD.search(place.text, place.at, place.at + _NEAR):
        return None
    found = place.match(place.patterns.lunar)
    if found is None:
        return None
    hour = hour_after(place, found.end())
    point = (_point(found[0], place) or edtf.UNKNOWN)._replace(calendar=Calendar.LUNAR)
    if hour:
        point = point._replace(grain=hour.sense.point.grain, time=hour.sense.point.time)
    return Found("lunar", found.start(), hour.end if hour else found.end(), Sense(DATE, point), open=True)


def _point(text: str, place: Place) -> Point | None:
    month = _MONTH.search(text)
    if month:
        number = _NAMED.get(month["month"]) or integer(month["month"])
        day, leap = month["day"], bool(month["leap"])
    else:
        big = _BIG.search(text)
        day, leap = (big["day"] if big else None), False
        number = None if day is None else 12 if day == "三十" else 1
    if number is None:
        return None
    count = integer(day.removeprefix("初")) if day else None
    years = _years(text, place, number, count or 15, leap=leap)
    points = [_of_year(year, number, count, leap=leap) for year in years[:2]]
    issue, near = place.said.issue, points[0] if len(points) > 1 else None
    ahead = to_come(place.text, place.at, place.at + len(text))
    if near and near.start and issue and against(near.start, issue, ahead=ahead):
        points.reverse()
    first = points[0] if points else None
    return edtf.or_else(first, points[-1]) if first else None


def _of_year(year: LunarYear, month: int, day: int | None, *, leap: bool) -> Point | None:
    if day is None:
        run = year.month(month, leap=leap)
        return edtf.days(run[0], run[0] + timedelta(days=run[1] - 1), Grain.MONTH) if run else None
    at = year.day(month, day, leap=leap)
    return edtf.of_date(at) if at else None


def _years(text: str, place: Place, month: int, day: int, *, leap: bool) -> list[LunarYear]:
    """Return the year that is printed, else the nearest to the issue and the next best."""
    years, said = place.words.lunar, place.said
    named = _YEAR.search(text)
    numbers: list[int | None] = []
    if named and named["year"]:
        numbers = [year_in_figures(named["year"])]
    elif named:
        numbers = [said.issue.year + place.words.deictic[named["word"]].shift] if said.issue else []
    elif said.issue and "年" not in text.replace("大年", ""):
        numbers = [*nearest_years(years, month, day, said.issue, leap=leap)]
    return [years[number] for number in numbers if number is not None and number in years]
