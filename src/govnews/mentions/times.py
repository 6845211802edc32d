"""The scan for times: points, ranges and open intervals of the calendar, resolved against the day of issue."""

from datetime import date

from attrs import evolve

from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions.almanac import Said
from govnews.mentions.mention import MentionType, When
from govnews.mentions.reading import Point, Reading
from govnews.mentions.time_forms import FORMS, Found, Place
from govnews.mentions.time_frames import framed
from govnews.mentions.time_slots import patterns
from govnews.mentions.time_words import time_words
from govnews.span import Span
from govnews.text import fold
from govnews.watch import Watch

_STOP = "。!?;\n"


def scan(text: str, lexicon: Lexicon, issued: date | None, watch: Watch | None = None) -> list[Reading]:
    """Return the times of folded text, in order and without overlaps.

    A year, month or day that is not printed comes from what stands before in `text`, else it is the one nearest to
    `issued`, the past on a tie; with neither it stays unknown.

    >>> [one.value.edtf for one in scan("5月18日,记者获悉", Lexicon.default(), date(2023, 5, 19))]
    ['2023-05-18']
    """
    compiled, words = patterns(lexicon), time_words(lexicon)
    said, readings, at = Said(issue=issued), [], 0
    for trigger in compiled.trigger.finditer(text):
        start = trigger.start()
        if start < at:
            continue
        if said.fresh and any(text.find(stop, at, start) >= 0 for stop in _STOP):
            said = evolve(said, fresh=False)
        place = Place(text, start, said, words, compiled)
        found = _first(place)
        if found is None:
            continue
        aside = found.sense.year is not None and _aside(text, found.start)
        said = said.heard(found.sense.point, year=found.sense.year, aside=aside)
        if found.rule == "day" and text.startswith(("电", "讯"), found.end):
            said = evolve(said, today=found.sense.point.start)
        if found.framed:
            found = _framed(text, found)
        if readings and found.start < readings[-1].end:
            found = evolve(found, start=readings[-1].end)
        at = found.end
        readings.append(
            Reading(start=found.start, end=found.end, rule=found.rule, type=found.sense.type, value=found.sense.point)
        )
    return readings


def _aside(text: str, start: int) -> bool:
    """Tell a year inside a title (《2019年统计公报》), or one that something is compared with (较2019年)."""
    if text.endswith(("比", "较"), 0, start):
        return True
    opened = text.rfind("《", max(0, start - 30), start)
    return opened >= 0 and text.find("》", opened, start) < 0


def _first(place: Place) -> Found | None:
    for form in FORMS:
        found = form.read(place)
        if found is not None:
            return found
    return None


def _framed(text: str, found: Found) -> Found:
    wider = framed(text, found.start, found.end, found.sense)
    if wider is None:
        return found
    rule, start, end, sense = wider
    return evolve(found, rule=rule, start=start, end=end, sense=sense)


def parse_date(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> When:
    """Return one expression of time, read whole.

    Raises:
        ParseError: where `text` is no such expression, or more than one.

    >>> parse_date("2023年5月18日").edtf
    '2023-05-18'
    """
    folded = fold(text)
    readings = scan(folded, lexicon or Lexicon.default(), issued)
    if len(readings) != 1 or readings[0].start > 0 or readings[0].end < len(text):
        at = readings[0].end if readings and readings[0].start == 0 else 0
        raise ParseError(text, at, "a date or a period")
    reading = readings[0]
    assert isinstance(reading.value, Point)
    point = reading.value
    return When(
        type=reading.type or MentionType.DATE,
        text=text,
        spans=(Span(0, len(text)),),
        rule=reading.rule,
        edtf=point.edtf,
        start=point.start,
        end=point.end,
        grain=point.grain,
        vague=point.vague,
        time=point.time,
    )
