"""What is told of a figure, a time or an attribution: labelled values, for the note over it and for the tables."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from govnews.export.picture.labels import names
from govnews.headers.header import Header
from govnews.layout.draft import Doubt
from govnews.mentions.mention import Change, Mention, Quantity, When

_LONGEST = 40  # digits of a figure that are written out; a longer one is shown by its power of ten


@frozen
class Fact:
    """One value under its name, in Chinese and English."""

    chinese: str
    english: str
    value: str


def number(value: Decimal) -> str:
    """Return a figure as it is read, thousands parted.

    >>> number(Decimal("10666666.67"))
    '10,666,666.67'
    """
    return f"{value:,f}" if abs(value.adjusted()) < _LONGEST else f"{value:E}"


def sure(confidence: float) -> str:
    return f"{confidence * 100:.0f} %"


def word(value: StrEnum) -> str:
    return " ".join(names(value))


def amount(mention: Quantity) -> str:
    """Return the value of a figure, of a range from its lower to its upper end."""
    return number(mention.value) + ("" if mention.upper is None else f" – {number(mention.upper)}")


def moment(mention: When) -> str:
    """Return when a time is, in EDTF; of words that name no dates that they do not."""
    if mention.edtf is None and not mention.time:
        return "泛指 vague" if mention.vague else "不明 unknown"
    return " ".join(part for part in (mention.edtf, mention.time) if part)


def days(mention: When) -> str:
    """Return the first and the last day of a time that is more than one day, else nothing."""
    if mention.start == mention.end:
        return ""
    return f"{mention.start or '…'} – {mention.end or '…'}"


def of_mention(mention: Mention) -> Iterator[Fact]:
    """Yield what is known of a figure or a time, what matters most first."""
    if isinstance(mention, When):
        yield from _of_time(mention)
    else:
        yield from _of_figure(mention)
    yield Fact("规则", "rule", mention.rule)


def _of_time(mention: When) -> Iterator[Fact]:
    yield Fact(*names(mention.type), moment(mention))
    if span := days(mention):
        yield Fact("起讫", "from – to", span)
    if mention.grain is not None:
        yield Fact("粒度", "grain", word(mention.grain))
    if mention.calendar is not None:
        yield Fact("历法", "calendar", word(mention.calendar))
    if mention.other is not None:
        yield Fact("又读", "or else", mention.other)


def _of_figure(mention: Quantity) -> Iterator[Fact]:
    unit = f" {mention.unit}" if mention.unit else ""
    yield Fact(*names(mention.type), f"{amount(mention)}{unit}{f'/{mention.per}' if mention.per else ''}")
    if mention.bound is not None:
        yield Fact("限度", "hedge", word(mention.bound))
    if mention.si is not None:
        yield Fact("国际单位", "SI", f"{number(mention.si.value)} {mention.si.unit}")
    if mention.ucum is not None:
        yield Fact("单位代码", "UCUM", mention.ucum)
    if mention.change is not None:
        yield Fact("变动", "change", moved(mention.change))


def moved(change: Change) -> str:
    """Return in words which way a share moved, against what, from where to where."""
    parts = [word(change.direction)]
    if change.basis is not None:
        parts.append(word(change.basis))
    if change.over is not None:
        parts.append(f"比 over {change.over}")
    if change.start is not None:
        parts.append(f"由 from {number(change.start)}")
    if change.end is not None:
        parts.append(f"至 to {number(change.end)}")
    return " · ".join(parts)


def of_header(header: Header) -> Iterator[Fact]:
    """Yield the fields of an attribution in the order in which they are printed, mostly."""
    if header.outlet is not None:
        yield Fact("媒体", "outlet", _known(header.outlet.text, header.outlet.name))
    if header.place is not None:
        yield Fact("地点", "place", _known(header.place.text, header.place.code))
    if header.date is not None:
        yield Fact("日期", "date", _known(header.date.text, header.date.edtf))
    if header.verb is not None:
        yield Fact("体式", "verb", header.verb)
    for person in header.contributors:
        told = [person.name, person.office, None if person.certain else "(姓名切分存疑 name may be cut otherwise)"]
        yield Fact(person.role or "作者", "by", " ".join(part for part in told if part))
    yield Fact("规则", "rule", header.rule)


def _known(printed: str, known: str | None) -> str:
    return printed if known in (None, printed) else f"{printed} = {known}"


def of_doubt(doubt: Doubt) -> Iterator[Fact]:
    """Yield what is not sure, how sure it is all the same, what else it could be and what spoke for it."""
    yield Fact("存疑", "doubt", word(doubt.kind))
    yield Fact("把握", "sure", sure(doubt.confidence))
    yield Fact("或者", "or else", doubt.other)
    yield Fact("依据", "because of", ", ".join(doubt.evidence))
