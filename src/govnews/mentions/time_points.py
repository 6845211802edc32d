"""The forms that are sentences of slots: points of the calendar, and ranges from one point to another."""

import re
from datetime import date, timedelta
from itertools import compress

from govnews.mentions import edtf
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_frames import LINKS, RANGE, closed, headed
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_rules import filled
from govnews.mentions.time_seen import PERIOD, Seen, Sense, fills
from govnews.pattern import later


def _read(place: Place, pattern: re.Pattern[str]) -> Found | None:
    found = place.match(pattern)
    if found is None:
        return None
    values = found.groups()  # no slot is ever filled with nothing, so that what is false is not filled
    slots = dict(zip(compress(pattern.groupindex, values), filter(None, values), strict=True))
    known = filled(tuple(slots))
    if known is None:
        return None
    start, end, rule = place.at, found.end(), known.rule
    seen = Seen(slots, known.year, known.month, place.said, place.words, place.text, start, end, place.linked)
    sense = rule.read(seen)
    if sense is None:
        return None
    if "about" in slots and "hour" not in slots:  # 8时许 is no vague day
        sense = Sense(sense.type, edtf.about(sense.point), sense.year)
    return Found(rule.rule, start, end, sense, True)


def point(place: Place) -> Found | None:
    """Read 2021年8月, 今年上半年, 20日下午3时; 4月14日至15日."""
    first = _read(place, place.patterns.point)
    if first is None:
        return None
    found = _range(place, first, place.patterns.point) or first
    day = place.said.issue
    if first.sense.point.time is None or place.linked or day is None or not fills(place.text, found.start, found.end):
        return found
    first = _today(first, day)
    return _range(place, first, place.patterns.point) or first


def _today(found: Found, day: date) -> Found:
    """Return an hour as one of the day of issue, where the text is nothing else (下午三点到六点)."""
    point = found.sense.point
    if point.edtf is not None:
        return found
    point = edtf.of_date(day)._replace(grain=point.grain, time=point.time)
    sense = found.sense
    return Found(found.rule, found.start, found.end, Sense(sense.type, point, sense.year, sense.whole), found.open)


_THEN = later("的? ?")


def hour_after(place: Place, end: int) -> Found | None:
    """Read the hour that stands after a day which another form has read (三天后的下午3时), None where none does."""
    if place.text[end : end + 1] not in _HOUR_BEGINS:
        return None
    gap = _THEN.match(place.text, end)
    at = gap.end() if gap else end
    found = _read(Place(place.text, at, place.said, place.words, place.patterns, linked=True), place.patterns.point)
    return found if found and found.rule == "clock" and found.sense.point.edtf is None else None


def iso(place: Place) -> Found | None:
    """Read 2019-05-27 09:36:46."""
    first = _read(place, place.patterns.iso)
    if first is None or place.after(_CODE):  # G2035/8/5 is a train
        return None
    first.rule = "iso-date"
    return _range(place, first, place.patterns.iso) or first


def _range(place: Place, first: Found, pattern: re.Pattern[str]) -> Found | None:
    """Read 至15日 after 4月14日: the second end leans on the first, and lies in the next year where it must."""
    if first.sense.type is PERIOD or place.text[first.end : first.end + 1] not in LINKS:
        return None
    link = RANGE.match(place.text, first.end)
    if link is None:
        return None
    said = place.said.copy()
    said.hear(first.sense.point, year=first.sense.year)
    leans = [said]
    if said.month is not None and first.sense.point.edtf is not None:
        leans = [said.leaning(said.month[0], said.month, said.month)]  # the year of the first end, if it fits
    if said.month is not None or said.year is not None:
        year = said.month[0] if said.month else said.year or 0
        month = (year + said.month[1] // 12, said.month[1] % 12 + 1) if said.month else None
        leans.append(said.leaning(year + 1, None, month))
    for lean in leans:
        last = _read(Place(place.text, link.end(), lean, place.words, place.patterns, linked=True), pattern)
        if last is None or last.sense.type is PERIOD:
            return None
        ends = first.sense.point, last.sense.point
        joined = _joined(*ends)
        if joined is None:
            return None
        if joined.edtf or ends[0].edtf is None or ends[1].edtf is None:
            year_named = first.sense.year if last.sense.year is None else last.sense.year
            sense = Sense(PERIOD, joined, year_named)
            return Found("range", headed(place.text, first.start), closed(place.text, last.end), sense, open=True)
    return None


_HOUR_BEGINS = frozenset("的 上中下凌清早晚傍午夜深半0123456789一二两三四五六七八九十零")
_CODE = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/.")
_CLOCKS = (Grain.HOUR, Grain.MINUTE)


def _overnight(first: Point, last: Point) -> bool:
    """Tell whether an hour without a day is one of the next day: 晚上11点至凌晨2点, but not 下午三点到六点."""
    if last.edtf is not None or not first.time or not last.time:
        return False
    begins, ends = int(first.time[:2]), int(last.time[:2])
    return ends < begins and ends + 12 <= begins


def _joined(first: Point, last: Point) -> Point | None:
    """Return the interval of two ends, None where they do not go together (3月1日至20时)."""
    clocks = (first.grain in _CLOCKS) + (last.grain in _CLOCKS)
    if clocks == 1 and Grain.DAY not in (first.grain, last.grain):
        return None
    if clocks and first.edtf and last.edtf in (None, first.edtf):
        if first.start is None or first.grain is None or not _overnight(first, last):
            return first
        return edtf.days(first.start, first.start + timedelta(days=1), first.grain)._replace(time=first.time)
    return edtf.join(first, last)._replace(time=first.time)
