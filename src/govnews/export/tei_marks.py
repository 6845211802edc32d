"""Attributions, figures and times as elements of TEI within running text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from unicodedata import category

from attrs import frozen

from govnews.export.markup import Element
from govnews.export.running import Placed
from govnews.headers.header import Header
from govnews.mentions.mention import Bound, Mention, MentionType, Quantity, When
from govnews.span import Span

Content = list[Element | str]

_NUMBERED = {MentionType.ORDINAL: "ordinal", MentionType.NUMBER: "cardinal"}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALENDAR = re.compile("[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")  # not the quarters of EDTF: 2022-34
_CLOCK = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")


@frozen
class Mark:
    """A stretch of the running text, and the element that its content becomes."""

    start: int
    end: int
    make: Callable[[Content], Element]


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Content:
    """Return `text[start:end]` with its marks as elements, one within another; one that crosses another is left out.

    The marks come sorted by where they begin, the longer first.
    """
    found: Content = []
    at = start
    for index, mark in enumerate(marks):
        if mark.start < at or mark.end > end:
            continue
        last = index + 1
        while last < len(marks) and marks[last].start < mark.end:
            last += 1
        inner = marks[index + 1 : last]
        if text[at : mark.start]:
            found.append(text[at : mark.start])
        found.append(mark.make(marked(text, mark.start, mark.end, inner)))
        at = mark.end
    if text[at:end]:
        found.append(text[at:end])
    return found


def marks_of(text: str, placed: Iterable[Placed], bare: Header | None = None) -> list[Mark]:
    """Return the marks of what is placed in a text; of the header `bare` only what stands in it."""
    marks: list[Mark] = []
    for one in placed:
        if not isinstance(one.thing, Header):
            marks.append(Mark(one.start, one.end, _mention(one.thing)))
            continue
        if one.thing is not bare:
            marks.append(Mark(one.start, one.end, _attribution(one.thing)))
        marks.extend(_parts(text, one, one.thing))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def places(spans: Iterable[Span]) -> str:
    """Return where on the page a thing stands, as `n` says it: `12-18 20-22`."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _word(text: str | None) -> str | None:
    """Return a text as TEI wants the word of a list: without blanks and characters that show nothing."""
    return "".join(ch for ch in text or "" if category(ch)[0] not in "CZ") or None


def _element(name: str, **attributes: str | None) -> Callable[[Content], Element]:
    return lambda within: Element(name, attributes, within)


def _attribution(header: Header) -> Callable[[Content], Element]:
    return _element("seg", type=header.form.value, n=places(header.spans))


def _parts(text: str, placed: Placed, header: Header) -> Iterator[Mark]:
    """Yield outlet, place and names where the header prints them, one after the other."""
    parts: list[tuple[str, Callable[[Content], Element]]] = []
    if header.outlet is not None:
        parts.append((header.outlet.text, _element("orgName", key=header.outlet.name)))
    if header.place is not None:
        parts.append((header.place.text, _element("placeName", key=header.place.code)))
    parts += [(one.name or "", _element("persName", role=_word(one.role))) for one in header.contributors]
    at = placed.start
    for printed, make in parts:
        # a name of two characters is printed with a gap: 王 众
        found = re.compile(r"\s*".join(map(re.escape, printed))).search(text, at, placed.end) if printed else None
        if found and found.end() > found.start():
            yield Mark(found.start(), found.end(), make)
            at = found.end()


def _mention(mention: Mention) -> Callable[[Content], Element]:
    if isinstance(mention, When):
        return _when(mention)
    value, unit = f"{mention.value:f}", _unit(mention)
    if mention.type in _NUMBERED:
        return _element("num", type=_NUMBERED[mention.type], **_limits(mention), n=places(mention.spans))
    bound = None if mention.bound is None else mention.bound.value
    if mention.upper is None and mention.bound in (None, Bound.ABOUT):
        kind = mention.type.value
        return _element("measure", type=kind, subtype=bound, quantity=value, unit=unit, n=places(mention.spans))

    def ranged(within: Content) -> Element:
        # measure has no limits of its own: TEI gives them to num
        inner = [Element("num", _limits(mention), within)]
        about = {"type": mention.type.value, "subtype": bound, "unit": unit, "n": places(mention.spans)}
        return Element("measure", about, inner)

    return ranged


def _limits(mention: Quantity) -> dict[str, str | None]:
    def told(value: Decimal | None) -> str | None:
        return None if value is None else f"{value:f}"

    if mention.upper is not None:
        return {"atLeast": told(mention.value), "atMost": told(mention.upper)}
    if mention.bound is Bound.OVER:
        return {"atLeast": told(mention.value)}
    return {"atMost" if mention.bound is Bound.UNDER else "value": told(mention.value)}


def _unit(mention: Quantity) -> str | None:
    return _word("/".join(filter(None, (mention.ucum or mention.unit, mention.per))))


def _when(when: When) -> Callable[[Content], Element]:
    place = places(when.spans)
    clock = _clock(when.time)
    if when.edtf is None:
        return _element("time", when=clock, n=place) if clock else _element("date", n=place)
    if clock and _DAY.fullmatch(when.edtf):
        return _element("date", when=f"{when.edtf}T{clock}", n=place)
    if _CALENDAR.fullmatch(when.edtf):
        return _element("date", when=when.edtf, n=place)
    start, end = (None if day is None else day.isoformat() for day in (when.start, when.end))
    return _period(start, end, place)


def _clock(time: str | None) -> str | None:
    if time is None or not _CLOCK.fullmatch(time):
        return None
    return time if time.count(":") == 2 else f"{time}:00"


def _period(start: str | None, end: str | None, place: str) -> Callable[[Content], Element]:
    return lambda within: Element("date", {"from": start, "to": end, "n": place}, within)
