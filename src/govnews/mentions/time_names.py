"""The forms that are words of a table: 近日, 党的十八大以来, “十四五”期间, 国庆节, 截至目前, 去年同期."""

import re

from govnews.mentions import edtf
from govnews.mentions.almanac import year_of_month
from govnews.mentions.lunar import nearest_year
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_seen import DATE, PERIOD, Sense, integer
from govnews.mentions.time_words import Holiday


def vague(place: Place) -> Found | None:
    """Read 近日, 近年来."""
    found = place.match(place.patterns.vague)
    if found is None:
        return None
    return Found("vague", found.start(), found.end(), Sense(place.words.vague[found[0]], edtf.VAGUE))


def plan(place: Place) -> Found | None:
    """Read “十四五”期间, with the quotation mark that opens it."""
    start = place.at - place.after(("“",))
    found = place.patterns.plan.match(place.text, start)
    if found is None:
        return None
    plans = place.words.plans
    number = integer(found["nth"]) if found["nth"] else None
    if number is not None and not 1 <= number <= len(plans):
        return None
    first = plans[found["plan"]] if number is None else sorted(plans.values())[number - 1]
    span = edtf.join(edtf.year(first), edtf.year(first + 4))
    point = edtf.since(edtf.year(first)) if found["tail"] == "以来" else span
    return Found("plan", start, found.end(), Sense(PERIOD, point))


_PARTY = re.compile("(?:(?:自|从)?党的|自|从)\\Z")


def event(place: Place) -> Found | None:
    """Read 党的十八大以来, 改革开放40年来."""
    found = place.match(place.patterns.event)
    if found is None:
        return None
    before = _PARTY.search(place.text, max(0, place.at - 3), place.at)
    start = before.start() if before else place.at
    point = edtf.since(edtf.of_date(place.words.events[found["event"]]))
    return Found("event", start, found.end(), Sense(PERIOD, point))


def until_now(place: Place) -> Found | None:
    """Read 截至目前."""
    found = place.match(place.patterns.today)
    if found is None:
        return None
    issue = place.said.issue
    point = edtf.until(edtf.of_date(issue)) if issue else edtf.UNKNOWN
    return Found("until-now", found.start(), found.end(), Sense(PERIOD, point))


def same_period(place: Place) -> Found | None:
    """Read 去年同期: what was last named, a year before."""
    found = place.match(place.patterns.same)
    if found is None:
        return None
    last = place.said.last
    point = edtf.UNKNOWN if last is None else edtf.year_before(last)
    return Found("same-period", found.start(), found.end(), Sense(PERIOD, point))


_SHORT = re.compile("“?(?:三八|五一|五四|六一|七一|八一|十一)”?\\Z")  # “三八”国际劳动妇女节
_COUNTS = tuple("0123456789一二三四五六七八九十百千第")  # 二十一前 is no 十一
_FRAMED = re.compile("以来|[之以]?[前后](?![一两三1-9])")


def holiday(place: Place) -> Found | None:
    """Read 国庆节, 春节期间; a holiday that the solar calendar does not fix is no time by its name alone."""
    found = place.match(place.patterns.holiday)
    if found is None:
        return None
    kept, tail = place.words.holidays[found["holiday"]], found["tail"]
    if not tail and (kept.lunar or not kept.day) and not _FRAMED.match(place.text, found.end()):
        return None
    if place.after(_COUNTS) or (found["quote"] and not place.after(("“",))):
        return None
    short = _SHORT.search(place.text, max(0, place.at - 4), place.at)
    loose = tail not in (None, "当天", "当日")  # 春节期间 is longer than the day
    point = edtf.UNKNOWN if loose else _day_of(kept, place)
    start = short.start() if short else place.at - bool(found["quote"])
    return Found("holiday", start, found.end(), Sense(DATE, point), open=not loose)


def _day_of(kept: Holiday, place: Place) -> Point:
    said = place.said
    if kept.lunar:
        year = nearest_year(place.words.lunar, kept.month, kept.day, said.issue) if said.issue else None
        at = place.words.lunar[year].day(kept.month, kept.day) if year else None
        return edtf.of_date(at) if at else edtf.unknown(Grain.DAY)
    year = year_of_month(kept.month, said, kept.day) if kept.day else None
    return (edtf.day(year, kept.month, kept.day) if year else None) or edtf.unknown(Grain.DAY)
