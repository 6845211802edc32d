"""The engine of room 3: folded text, three independent scans, one decision, and mentions on the page."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions import nominals, quantities, times
from govnews.mentions.changes import with_changes
from govnews.mentions.exact import exact
from govnews.mentions.mention import Mention, MentionType, Quantity
from govnews.mentions.reading import Figure, Point, Reading
from govnews.mentions.rivals import decide
from govnews.span import Passage
from govnews.text import fold
from govnews.watch import Watch

_place = attrgetter("start", "end")
Stretch = tuple[int, int]
# the attributions of a text; or what gives those of one line around some figures of it
Closed = Sequence[Stretch] | Callable[[str, Sequence[Stretch]], Sequence[Stretch]]


@exact
def find(
    passage: Passage,
    *,
    issued: date | None = None,
    lexicon: Lexicon,
    closed: Closed = (),
    watch: Watch | None = None,
) -> tuple[Mention, ...]:
    """Return the figures and times of a passage, sorted, none overlapping another.

    Args:
        passage: mended text with its place on the page.
        issued: the day from which yearless dates are resolved, or None.
        lexicon: the words to read by.
        closed: stretches of the passage's text (attributions) in which times alone are read; or what gives those of
            one folded line, and is asked of the lines that hold figures, with the places of these.
        watch: is told who tried, won and lost.

    >>> [found] = find(Passage.whole("投资55亿元"), lexicon=Lexicon.default())
    >>> found.value, found.unit
    (Decimal('5500000000'), 'CNY')

    .. versionadded:: 0.1.0
    """
    if not passage.text or passage.text.isspace():
        return ()  # half of the lines of a page that is read line by line
    text = fold(passage.text)
    figures = sorted(quantities.scan(text, lexicon, watch), key=_place)
    if closed and figures:
        figures = _open(figures, _of_lines(text, figures, closed) if callable(closed) else closed, watch)
    near = None if watch else [(one.start, one.end) for one in figures]
    names = nominals.scan(text, lexicon, watch, near) if figures or watch else []
    when = times.scan(text, lexicon, issued, watch)
    if not figures and not when and not watch:
        return ()
    decided = decide(when, figures, names, watch)
    if figures:
        decided = with_changes(text, decided)
    if watch:
        for reading in decided:
            watch("mentions", reading.rule, reading.start, reading.end, "won", _said(reading.value))
    return tuple([_mention(reading, passage) for reading in decided])


def _said(value: Figure | Point | None) -> str:
    """Say what was read, for the trace."""
    if isinstance(value, Figure):
        ends = f"{value.value}" if value.upper is None else f"{value.value} to {value.upper}"
        words = (value.bound and value.bound.value, ends, value.unit, value.per and f"for one {value.per}")
        return " ".join(word for word in words if word)
    if value is None or (value.edtf is None and value.time is None):
        return "a time that names no date" if value and value.vague else "a time whose date is not known"
    return " ".join(word for word in (value.edtf, value.time) if word)


def _of_lines(
    text: str, figures: Iterable[Reading], closed: Callable[[str, Sequence[Stretch]], Sequence[Stretch]]
) -> Iterator[Stretch]:
    """Ask each line that holds figures for the attributions around them."""
    if "\n" not in text:
        yield from closed(text, [(figure.start, figure.end) for figure in figures])
        return
    end = 0
    waiting = deque(figures)
    while waiting:
        start = text.rfind("\n", end, waiting[0].start) + 1 or end
        end = text.find("\n", waiting[0].end)
        end = len(text) if end < 0 else end
        places = []
        while waiting and waiting[0].start < end:
            figure = waiting.popleft()
            places.append((figure.start - start, figure.end - start))
        yield from ((start + first, start + last) for first, last in closed(text[start:end], places))


def _open(figures: Iterable[Reading], closed: Iterable[Stretch], watch: Watch | None) -> list[Reading]:
    """Return the figures that no closed stretch touches; both are walked once."""
    stretches = iter(sorted(closed))
    stretch = next(stretches, None)
    kept = []
    for figure in figures:
        while stretch and stretch[1] <= figure.start:
            stretch = next(stretches, None)
        if not stretch or figure.end <= stretch[0]:
            kept.append(figure)
        elif watch:
            watch("mentions", figure.rule, figure.start, figure.end, "refused", "inside an attribution")
    return kept


def _mention(reading: Reading, passage: Passage) -> Mention:
    value, kind = reading.value, reading.type
    if kind is None or value is None:
        message = "a name is nothing that is given back"
        raise TypeError(message)
    if isinstance(value, Figure):
        return _quantity(kind, value, reading, passage)
    text, spans = passage.text[reading.start : reading.end], passage.spans(reading.start, reading.end)
    return value.when(kind, text, spans, reading.rule)


def _quantity(kind: MentionType, value: Figure, reading: Reading, passage: Passage) -> Quantity:
    text, unit = passage.text[reading.start : reading.end], value.unit
    if unit and ("(" in unit or "/" in unit):
        unit = _printed(unit, text)
    return Quantity(
        type=kind,
        text=text,
        spans=passage.spans(reading.start, reading.end),
        rule=reading.rule,
        value=value.value,
        upper=value.upper,
        unit=unit,
        bound=value.bound,
        ucum=value.ucum,
        si=value.si,
        per=value.per,
        change=value.change,
    )


def _printed(unit: str, text: str) -> str:
    """Give the unit as printed: 台（套）, 微克／立方米; but a share is written % whatever its width."""
    at = fold(text).find(unit)
    return unit if at < 0 else text[at : at + len(unit)]


@exact
def parse_quantity(text: str, lexicon: Lexicon) -> Quantity:
    """Return the figure that `text` is, whole.

    Raises:
        ParseError: where it is none, or not all of it; with the place.

    >>> parse_quantity("1.6万亩", Lexicon.default()).si.value
    Decimal('10666666.6667')

    .. versionadded:: 0.1.0
    """
    folded = fold(text)
    blank = len(folded) - len(folded.lstrip())
    found = [one for one in quantities.scan(folded, lexicon) if one.start == blank]
    if not found:
        raise ParseError(text, blank, "a figure with its unit")
    reading = max(found, key=lambda one: one.end)
    if reading.end != len(folded.rstrip()):
        raise ParseError(text, reading.end, "the end of the figure")
    if reading.type is None or not isinstance(reading.value, Figure):
        raise ParseError(text, blank, "a figure with its unit")
    return _quantity(reading.type, reading.value, reading, Passage.whole(text))
