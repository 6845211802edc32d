"""The forms that are words of a table: 近日, 党的十八大以来, “十四五”期间, 截至目前, 去年同期."""

from govnews.mentions import edtf
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_seen import PERIOD, Sense, integer
from govnews.pattern import later


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


_PARTY = later("(?:自从|自|从)?(?:党的|中共|中国共产党)\\Z|(?:自从|自|从)\\Z")


def event(place: Place) -> Found | None:
    """Read 党的十八大以来, 改革开放40年来."""
    found = place.match(place.patterns.event)
    if found is None:
        return None
    before = _PARTY.search(place.text, max(0, place.at - 7), place.at)
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
