"""Days that are kept by name: 国庆节, 春节前, 谷雨节气, and with the year before them 去年中秋节."""

import re
from datetime import date, timedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import Choice, choose_year
from govnews.mentions.lunar import nearest_years
from govnews.mentions.mention import Calendar, Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_points import hour_after
from govnews.mentions.time_seen import DATE, Sense, fills, year_in_figures
from govnews.mentions.time_slots import YEAR
from govnews.mentions.time_words import Holiday
from govnews.pattern import later

_SHORT = later("“?(?:三八|五一|五四|六一|七一|八一|十一)”?\\Z")  # “三八”国际劳动妇女节
_COUNTS = tuple("0123456789一二三四五六七八九十百千第")  # 二十一前 is no 十一
_FRAMED = later("以来|[之以]?[前后](?![一两三1-9])")
_DAYS = (None, "当天", "当日", "前后", "节气")  # what stands after the name of the day alone; 春节期间 is longer
_YEAR_BEFORE = later(f"(?:{YEAR}|[今去明前后])年的?\\Z")


def holiday(place: Place) -> Found | None:
    """Read 国庆节, 春节期间; of many a day the name alone is no time, unless it is all of the text."""
    found = place.match(place.patterns.holiday)
    if found is None:
        return None
    kept, tail = place.words.holidays[found["holiday"]], found["tail"]
    hour = hour_after(place, found.start("part") if found["part"] else found.end()) if tail in _DAYS else None
    end = hour.end if hour else found.end()
    numeral = not tail and kept.numeral  # 十一 alone is a number
    whole = not numeral and fills(place.text, place.at, end)
    if not tail and not kept.bare and not whole and not _FRAMED.match(place.text, end):
        return None
    if place.after(_COUNTS) or (found["quote"] and not place.after(("“",))):
        return None
    short = _SHORT.search(place.text, max(0, place.at - 4), place.at)
    loose = tail not in _DAYS
    point = edtf.UNKNOWN if loose else day_of(kept, place, _named_year(place))
    if tail == "前后":
        point = edtf.about(point)
    if hour:
        point = point._replace(grain=hour.sense.point.grain, time=hour.sense.point.time)
    start = short.start() if short else place.at - bool(found["quote"])
    calendar = Calendar.LUNAR if kept.lunar else Calendar.SOLAR_TERM if kept.term is not None else None
    rule = "solar-term" if kept.term is not None else "holiday"
    return Found(rule, start, end, Sense(DATE, point._replace(calendar=calendar)), open=not loose)


def _named_year(place: Place) -> int | None:
    """Return the year that stands right before the name: 去年|中秋节."""
    return place.said.year if _YEAR_BEFORE.search(place.text, max(0, place.at - 6), place.at) else None


DATED = f"(?:(?P<year>{YEAR})年|(?P<word>[今去明前后]年|大[前后]年))的?(?P<rest>.{{2,9}})"


def dated(found: re.Match[str], place: Place) -> Sense | None:
    """Read 去年中秋节, 2019年感恩节, 去年暑假, where nothing else stands with them."""
    start, end = found.span("rest")
    seen = place.patterns.holiday.fullmatch(place.text, start, end)
    if seen is None or (seen["tail"] not in _DAYS and seen["tail"] != "期间"):
        return None
    issue = place.said.issue
    shift = 0 if found["word"] is None else place.words.deictic[found["word"]].shift
    year = year_in_figures(found["year"]) if found["year"] else issue.year + shift if issue else None
    kept = place.words.holidays[seen["holiday"]]
    point = edtf.unknown(Grain.DAY) if year is None else day_of(kept, place, year)
    return Sense(DATE, edtf.about(point) if seen["tail"] == "前后" else point, year)


def day_of(kept: Holiday, place: Place, year: int | None) -> Point:
    """Return the day of a holiday in a year; without one in the year that is nearest, with the other candidate."""
    if year is not None:
        return _in_year(kept, place, year) or edtf.unknown(Grain.DAY)
    said = place.said
    if kept.lunar:
        years = nearest_years(place.words.lunar, kept.month, kept.day, said.issue) if said.issue else []
        choice = Choice(*years[:2]) if years else Choice(None)
    elif kept.month:
        choice = choose_year(kept.month, said, kept.day if not kept.nth else None)
    else:
        choice = Choice(None)
    point = _in_year(kept, place, choice.year) if choice.year is not None else None
    other = _in_year(kept, place, choice.other) if choice.other is not None else None
    return edtf.or_else(point, other) if point else edtf.unknown(Grain.DAY)


def _in_year(kept: Holiday, place: Place, year: int) -> Point | None:
    if not 1 <= year <= 9998:
        return None
    if kept.last_month:
        return edtf.join(edtf.month(year, kept.month), edtf.month(year, kept.last_month))
    if kept.term is not None:
        terms = place.words.terms.get(year)
        return edtf.of_date(terms[kept.term]) if terms else None
    if kept.lunar:
        lunar = place.words.lunar.get(year)
        at = lunar.day(kept.month, kept.day) if lunar else None
        return edtf.of_date(at) if at else None
    if kept.nth:
        first = date(year, kept.month, 1)
        return edtf.of_date(first + timedelta(days=(kept.day - 1 - first.weekday()) % 7 + 7 * (kept.nth - 1)))
    return edtf.day(year, kept.month, kept.day) if kept.day else None
