"""The forms of a time, in the order in which they are tried where a time may begin."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from govnews.mentions import edtf
from govnews.mentions.almanac import Said, monday
from govnews.mentions.mention import Grain, MentionType
from govnews.mentions.reading import Point
from govnews.mentions.time_frames import RANGE, headed
from govnews.mentions.time_rules import Seen, Sense, integer, rule_of
from govnews.mentions.time_slots import Patterns
from govnews.mentions.time_words import TimeWords

DATE, PERIOD = MentionType.DATE, MentionType.PERIOD


@frozen
class Found:
    """What a form read: its rule, the stretch, the sense, and whether a frame may still stand around it."""

    rule: str
    start: int
    end: int
    sense: Sense
    framed: bool = False


@frozen
class Place:
    """Where a form is tried."""

    text: str
    at: int
    said: Said
    words: TimeWords
    patterns: Patterns
    linked: bool = False


@frozen
class Form:
    rule: str
    read: Callable[[Place], Found | None]


def _match(place: Place, pattern: re.Pattern[str]) -> re.Match[str] | None:
    found = pattern.match(place.text, place.at)
    return found if found and found.end() > found.start() else None


def _seen(place: Place, found: re.Match[str]) -> Seen:
    slots = {name: value for name, value in found.groupdict().items() if value is not None}
    return Seen(slots, place.said, place.words, place.text, found.start(), found.end(), place.linked)


def _read_point(place: Place, pattern: re.Pattern[str]) -> tuple[Found, Seen] | None:
    found = _match(place, pattern)
    if found is None:
        return None
    seen = _seen(place, found)
    rule = rule_of(seen.slots)
    sense = rule.read(seen) if rule else None
    if rule is None or sense is None:
        return None
    if "about" in seen.slots:
        sense = evolve(sense, point=edtf.about(sense.point))
    return Found(rule.rule, found.start(), found.end(), sense, framed=True), seen


def _point(place: Place) -> Found | None:
    read = _read_point(place, place.patterns.point)
    if read is None:
        return None
    first, _ = read
    return _range(place, first) or first


def _iso(place: Place) -> Found | None:
    read = _read_point(place, place.patterns.iso)
    if read is None:
        return None
    first = evolve(read[0], rule="iso-date")
    return _range(place, first, iso=True) or first


_CLOCKS = (Grain.HOUR, Grain.MINUTE)


def _range(place: Place, first: Found, *, iso: bool = False) -> Found | None:
    """Read 至15日 after 4月14日: the second end leans on the first."""
    link = RANGE.match(place.text, first.end)
    if link is None or first.sense.type is PERIOD:
        return None
    said = place.said.heard(first.sense.point, year=first.sense.year)
    for lean in (said, evolve(said, year=said.year + 1, fresh=True) if said.year is not None else None):
        if lean is None:
            continue
        second = _read_point(evolve(place, at=link.end(), said=lean, linked=True), place.patterns.iso if iso else place.patterns.point)
        if second is None or second[0].sense.type is PERIOD:
            return None
        ends = first.sense.point, second[0].sense.point
        joined = _joined(*ends)
        if joined is None:
            return None
        if joined.edtf or ends[0].edtf is None or ends[1].edtf is None:
            break
    year = second[0].sense.year if second[0].sense.year is not None else first.sense.year
    start = headed(place.text, first.start)
    return Found("range", start, second[0].end, Sense(PERIOD, joined, year), framed=True)


def _joined(first: Point, last: Point) -> Point | None:
    if (first.grain in _CLOCKS) != (last.grain in _CLOCKS):
        return edtf.unknown(first.grain) if first.grain is Grain.DAY or last.grain is Grain.DAY else None
    if first.grain in _CLOCKS:
        same = first.edtf if first.edtf and last.edtf in (None, first.edtf) else None
        if same:
            return first
        return evolve(edtf.join(first, last), time=first.time)
    return edtf.join(first, last)


def _vague(place: Place) -> Found | None:
    found = _match(place, place.patterns.vague)
    if found is None:
        return None
    return Found("vague", found.start(), found.end(), Sense(place.words.vague[found[0]], edtf.VAGUE))


def _plan(place: Place) -> Found | None:
    start = place.at - (place.text[place.at - 1 : place.at] == "“" and place.at > 0)
    found = place.patterns.plan.match(place.text, start)
    if found is None:
        return None
    if found["plan"]:
        first = place.words.plans[found["plan"]]
    else:
        number = integer(found["nth"])
        if number is None or not 3 <= number <= len(place.words.plans):
            return None
        first = 1966 + 5 * (number - 3)
    span = edtf.join(edtf.year(first), edtf.year(first + 4))
    point = edtf.since(edtf.year(first)) if found["tail"] == "以来" else span
    return Found("plan", start, found.end(), Sense(PERIOD, point))


_PREVIOUS = tuple("，,。;:!?、 (\n“”‘’《》的在这")
_PARTY = re.compile("(?:自|从)?党的$|(?:自|从)$")


def _event(place: Place) -> Found | None:
    found = _match(place, place.patterns.event)
    if found is None:
        return None
    before = _PARTY.search(place.text, max(0, place.at - 3), place.at)
    start = before.start() if before else place.at
    return Found("event", start, found.end(), Sense(PERIOD, edtf.since(edtf.of_date(place.words.events[found["event"]]))))


def _today(place: Place) -> Found | None:
    found = _match(place, place.patterns.today)
    if found is None:
        return None
    issue = place.said.issue
    point = edtf.until(edtf.of_date(issue)) if issue else edtf.UNKNOWN
    return Found("until-now", found.start(), found.end(), Sense(PERIOD, point))


def _lunar(place: Place) -> Found | None:
    found = _match(place, place.patterns.lunar)
    if found is None:
        return None
    return Found("lunar", found.start(), found.end(), Sense(DATE, edtf.UNKNOWN), framed=True)


def _holiday(place: Place) -> Found | None:
    found = _match(place, place.patterns.holiday)
    if found is None:
        return None
    return Found("holiday", found.start(), found.end(), Sense(DATE, edtf.UNKNOWN), framed=True)


def _same(place: Place) -> Found | None:
    found = _match(place, place.patterns.same)
    if found is None or len(found[0]) == 2:
        return None
    last = place.said.last
    point = edtf.UNKNOWN if last is None else edtf.year_before(last)
    return Found("same-period", found.start(), found.end(), Sense(PERIOD, point))


def _century(place: Place) -> Found | None:
    found = _match(place, place.patterns.century)
    if found is None:
        return None
    if not (found["century"] or found["full"] or found["decade"]):
        return None
    issue = place.said.issue
    base = _century_of(found["century"], issue)
    if found["full"]:
        first = int(found["full"])
    elif found["decade"]:
        ten = integer(found["decade"])
        ten = ten * 10 if ten is not None and ten < 10 else ten
        if ten is None:
            return None
        first = (base - 1) * 100 + ten if base else _decade(ten, issue)
    else:
        if base is None or not 1 <= base <= 99:
            return None
        return Found("century", found.start(), found.end(), _loose(found["part"], edtf.century(base)), framed=True)
    if not 10 <= first <= 9980:
        return None
    point = edtf.decade(first)
    if found["decade_to"]:
        last = integer(found["decade_to"])
        if last is None:
            return None
        point = edtf.join(point, edtf.decade(first - first % 100 + last))
        return Found("decade", found.start(), found.end(), Sense(PERIOD, point), framed=True)
    return Found("decade", found.start(), found.end(), _loose(found["part"], point, first), framed=True)


def _century_of(words: str | None, issue: date | None) -> int | None:
    if words is None:
        return None
    number = integer(words)
    if number is not None:
        return number
    this = issue.year // 100 + 1 if issue else 21
    return this - (words[0] == "上")


def _decade(ten: int, issue: date | None) -> int:
    now = issue.year if issue else 2020
    century = now - now % 100
    return century + ten if century + ten <= now else century - 100 + ten


def _loose(part: str | None, point: Point, first: int | None = None) -> Sense:
    """Read 初, 末 of a decade as about its first or last year; of a century they name no dates."""
    if part is None:
        return Sense(DATE, point)
    if first is not None and part[0] in "初末":
        return Sense(DATE, edtf.about(edtf.year(first + (9 if part[0] == "末" else 0))))
    return Sense(DATE, edtf.VAGUE)


_UNITS = {"年": "years", "月": "months", "季度": "months", "周": "weeks", "星期": "weeks", "礼拜": "weeks", "天": "days", "日": "days"}


def _moved(at: date, unit: str, count: int) -> date | None:
    size = 3 * count if unit == "季度" else count
    try:
        return at + relativedelta(**{_UNITS[unit]: size})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return None


def _of_unit(at: date | None, unit: str) -> Point:
    grain = {"年": Grain.YEAR, "月": Grain.MONTH, "季度": Grain.QUARTER, "天": Grain.DAY, "日": Grain.DAY}.get(unit, Grain.WEEK)
    if at is None:
        return edtf.unknown(grain)
    if unit == "年":
        return edtf.year(at.year)
    if unit == "月":
        return edtf.month(at.year, at.month)
    if unit == "季度":
        return edtf.quarter(at.year, (at.month + 2) // 3)
    if grain is Grain.DAY:
        return edtf.of_date(at)
    return edtf.days(monday(at), monday(at) + timedelta(days=6), Grain.WEEK)


def _ago(place: Place) -> Found | None:
    """Read 两年前, 三天后, 半年前: counted from the issue, or what is later from the day last named."""
    found = _match(place, place.patterns.ago)
    if found is None:
        return None
    unit, back = found["unit"], "前" in found["side"]
    count = integer(found["count"])
    if place.text.endswith(("第", "每", "近", "最"), 0, place.at):
        return None
    loose = found["more"] or found["unit_more"] or found["half"] or count is None or unit not in _UNITS
    if loose:
        return Found("ago", found.start(), found.end(), Sense(DATE, edtf.VAGUE))
    said = place.said
    base = said.issue if back or said.day is None else said.day
    if base is None or count is None:
        return Found("ago", found.start(), found.end(), Sense(DATE, edtf.UNKNOWN))
    return Found("ago", found.start(), found.end(), Sense(DATE, _of_unit(_moved(base, unit, -count if back else count), unit)))


def _shifted(place: Place) -> Found | None:
    found = _match(place, place.patterns.shifted)
    if found is None:
        return None
    count, unit, issue = integer(found["count"]), found["unit"], place.said.issue
    if place.at and not place.text.endswith(_PREVIOUS, 0, place.at):
        return None
    if count is None or count < 2 or unit not in _UNITS:
        return None
    if issue is None:
        return Found("shifted", found.start(), found.end(), Sense(PERIOD, edtf.UNKNOWN))
    back = found["side"] in "上前"
    near, far = _moved(issue, unit, -1 if back else 1), _moved(issue, unit, -count if back else count)
    first, last = (far, near) if back else (near, far)
    point = edtf.join(_of_unit(first, unit), _of_unit(last, unit))
    return Found("shifted", found.start(), found.end(), Sense(PERIOD, point))


FORMS = (
    Form("plan", _plan),
    Form("event", _event),
    Form("until-now", _today),
    Form("iso-date", _iso),
    Form("vague", _vague),
    Form("same-period", _same),
    Form("lunar", _lunar),
    Form("century", _century),
    Form("point", _point),
    Form("ago", _ago),
    Form("shifted", _shifted),
    Form("holiday", _holiday),
)
