"""The scan for times: points, ranges and open intervals of the calendar, resolved against the day of issue."""

from collections.abc import Mapping
from datetime import date

from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions.almanac import Said
from govnews.mentions.exact import exact
from govnews.mentions.mention import MentionType, When
from govnews.mentions.reading import Point, Reading
from govnews.mentions.time_alone import alone
from govnews.mentions.time_forms import forms_at
from govnews.mentions.time_frames import framed
from govnews.mentions.time_patterns import Patterns, patterns
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_words import time_words
from govnews.pattern import later
from govnews.span import Span
from govnews.text import STOPS, fold
from govnews.watch import Watch

_YEARS = range(1000, 9001)  # a day of issue outside of them is none: no shift from inside leaves the calendar


def scan(text: str, lexicon: Lexicon, issued: date | None, watch: Watch | None = None) -> list[Reading]:
    """Return the times of folded text, in order and without overlaps.

    A year, month or day that is not printed comes from what stands before in `text`, else it is the one nearest to
    `issued`, the past on a tie; with neither it stays unknown. In a sentence a date more than a hundred days ahead is
    last year's, unless the clause speaks of what is to come (将, 拟, 至, …前); and what is to come is not long ago.

    >>> [one.value.edtf for one in scan("5月18日,记者获悉", Lexicon.default(), date(2023, 5, 19))]
    ['2023-05-18']
    """
    compiled, words = patterns(lexicon), time_words(lexicon)
    said = Said(issued if issued and issued.year in _YEARS else None)
    fills = alone(text, said, words, compiled)
    readings: list[Reading] = []
    at = heard = 0
    tried = -1
    for start in _starts(text, compiled, fills):
        if start < at or start == tried:
            continue
        if said.fresh and _STOP.search(text, heard, start):
            said.fresh = False
        heard = tried = start
        found = fills.get(start)
        if found is None:
            place = Place(text, start, said, words, compiled)
            for form in forms_at(lexicon, text, start):
                found = form.read(place)
                if found is not None:
                    break
        if found is None:
            if watch:
                watch("mentions", "times", start, start + 1, "refused", "no form of a time reads what begins here")
            continue
        _hear(text, said, found)
        if found.open:
            found = _framed(text, found, at)
        at = heard = found.end
        sense = found.sense
        readings.append(Reading(found.start, at, found.rule, sense.type, sense.point))
    return readings


def _starts(text: str, compiled: Patterns, fills: Mapping[int, Found]) -> list[int]:
    """Return where a time may begin."""
    starts = [found.start() for found in compiled.numbers.finditer(text)]
    starts += [found.start() for found in compiled.starts.finditer(text)]
    starts += fills
    starts.sort()
    return starts


_STOP = later(f"[{STOPS};\n]")


def _hear(text: str, said: Said, found: Found) -> None:
    sense = found.sense
    said.hear(sense.point, year=sense.year, aside=sense.year is not None and _aside(text, found))
    if found.rule == "day" and text.startswith(("电", "讯"), found.end):
        said.today = sense.point.start  # 新华社北京5月17日电: 今天 is the 17th


_COMPARED = ("比", "较", "占", "同", "与", "超过", "高于", "低于", "好于", "快于")


def _aside(text: str, found: Found) -> bool:
    """Tell a year on which no later date leans: in a title (《2019年公报》), compared with (较2019年), of a birth."""
    start = found.start
    if text.endswith(_COMPARED, 0, start) or text.startswith("出生", found.end):
        return True
    opened = text.rfind("《", max(0, start - 30), start)
    return opened >= 0 and text.find("》", opened, start) < 0


def _framed(text: str, found: Found, at: int) -> Found:
    """Return what was found with the frame around it; a frame does not reach back over the time before."""
    wider = framed(text, found.start, found.end, found.sense)
    if wider is None:
        found.start = max(found.start, at)
        return found
    rule, start, end, sense = wider
    return Found(rule, max(start, at), end, sense)


@exact
def parse_date(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> When:
    """Return one expression of time, read whole.

    Args:
        text: the expression, and nothing else.
        issued: the day from which what is not printed is resolved.
        lexicon: the words to read by.

    Raises:
        ParseError: where `text` is no such expression, or more than one.

    >>> parse_date("5月18日", issued=date(2023, 5, 19)).edtf
    '2023-05-18'

    .. versionadded:: 0.1.0
    """
    readings = scan(fold(text), lexicon or Lexicon.default(), issued)
    first = readings[0] if readings and readings[0].start == 0 else None
    if first is None or first.end < len(text) or not isinstance(first.value, Point):
        raise ParseError(text, first.end if first else 0, "a date or a period")
    return first.value.when(first.type or MentionType.DATE, text, (Span(0, len(text)),), first.rule)
