"""The way back: a page document in JSON to Page; what does not fit is said with the path to the place."""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from govnews.errors import DocumentError
from govnews.headers.header import Contributor, Form, Header, HeaderDate, Inferred, Outlet, Place
from govnews.kinds.kind import Kind, Label
from govnews.layout.draft import Doubt, DoubtKind, Role
from govnews.mentions.mention import SI, Basis, Bound, Change, Direction, Grain, Mention, MentionType, Quantity, When
from govnews.model import SCHEMA, Article, Block, Page
from govnews.span import Span

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_MOST = 2**53  # the greatest whole number up to which a float has each
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,4})?")  # as str() of a Decimal writes it; no NaN
_TIMES = (MentionType.DATE, MentionType.PERIOD)


class _Node:
    """A value of the document and the path to it, so that an error points at the place."""

    def __init__(self, value: Any, path: str) -> None:
        self.value = value
        self.path = path

    def fail(self, expected: str) -> DocumentError:
        return DocumentError(self.path, f"expected {expected}, got {json.dumps(self.value, ensure_ascii=False)[:60]}")

    def get(self, name: str) -> "_Node":
        if not isinstance(self.value, Mapping):
            raise self.fail("an object")
        if name not in self.value:
            raise DocumentError(self.path, f"has no {name!r}")
        return _Node(self.value[name], f"{self.path}.{name}")

    def later(self, name: str) -> "_Node":
        """Return a field that documents of an earlier release do not have; null there."""
        return self.get(name) if isinstance(self.value, Mapping) and name in self.value else _Node(None, self.path)

    def many(self, read: Callable[["_Node"], T]) -> tuple[T, ...]:
        if not isinstance(self.value, list):
            raise self.fail("an array")
        return tuple(read(_Node(value, f"{self.path}[{at}]")) for at, value in enumerate(self.value))

    def maybe(self, read: Callable[["_Node"], T]) -> T | None:
        return None if self.value is None else read(self)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.fail("a string")
        return self.value

    def number(self) -> float:
        if type(self.value) is float and math.isfinite(self.value):
            return self.value
        if type(self.value) is int and abs(self.value) <= _MOST:
            return float(self.value)
        raise self.fail("a number")

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.fail("true or false")
        return self.value

    def figure(self) -> Decimal:
        text = self.text()
        if not _FIGURE.fullmatch(text):
            raise self.fail("a decimal number in a string")
        return Decimal(text)

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.fail("a day as YYYY-MM-DD") from None

    def word(self, words: type[E]) -> E:
        try:
            return words(self.text())
        except ValueError:
            raise self.fail(f"one of {', '.join(words)}") from None

    def span(self) -> Span:
        ends = self.value
        if not (isinstance(ends, list) and len(ends) == 2 and all(type(end) is int for end in ends)):
            raise self.fail("two offsets")
        return Span(*ends)


def from_json(text: str) -> Page:
    """Return the page of a page document.

    Raises:
        DocumentError: where it is none, with the path to the place.

    >>> from_json('{"schema": "govnews/page@1"}')
    Traceback (most recent call last):
    ...
    govnews.errors.DocumentError: $: has no 'text_sha256'

    .. versionadded:: 0.1.0
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:  # of figures of thousands of digits and of a thousand brackets too
        raise DocumentError("$", f"is no JSON: {error}") from None
    return from_document(value)


def from_document(document: Mapping[str, Any]) -> Page:
    """Return the page of a page document given as plain dicts and lists.

    Raises:
        DocumentError: where it is none, with the path to the place.

    >>> from govnews import read_page
    >>> from govnews.export import to_document
    >>> page = read_page("近日,石泉村通了自来水。")
    >>> from_document(to_document(page)) == page
    True

    .. versionadded:: 0.1.0
    """
    node = _Node(document, "$")
    if node.get("schema").value != SCHEMA:
        raise node.get("schema").fail(SCHEMA)
    return Page(
        text_sha256=node.get("text_sha256").text(),
        source=node.get("source").maybe(_Node.text),
        issued=node.get("issued").maybe(_Node.day),
        issued_inferred=node.later("issued_inferred").maybe(_inferred_in),
        articles=node.get("articles").many(_article_in),
        furniture=node.get("furniture").many(_block_in),
        headers=node.get("headers").many(_header_in),
        mentions=node.get("mentions").many(_mention_in),
        doubts=node.later("doubts").maybe(lambda one: one.many(_doubt_in)) or (),
    )


def _sure(node: _Node) -> float:
    """Return a confidence; documents of earlier releases have none."""
    found = node.maybe(_Node.number)
    return 1.0 if found is None else found


def _doubt_in(node: _Node) -> Doubt:
    return Doubt(
        kind=node.get("kind").word(DoubtKind),
        confidence=node.get("confidence").number(),
        spans=node.get("spans").many(_Node.span),
        evidence=node.get("evidence").many(_Node.text),
        other=node.get("other").text(),
    )


def _inferred_in(node: _Node) -> Inferred:
    return Inferred(
        edtf=node.get("edtf").text(),
        day=node.get("day").maybe(_Node.day),
        evidence=node.get("evidence").many(_Node.text),
    )


def _article_in(node: _Node) -> Article:
    kind = node.get("kind")
    return Article(
        id=node.get("id").text(),
        kind=Kind(
            label=kind.get("label").word(Label),
            confidence=kind.get("confidence").number(),
            evidence=kind.get("evidence").many(_Node.text),
            subkind=kind.get("subkind").maybe(_Node.text),
            genre_qcode=kind.get("genre_qcode").maybe(_Node.text),
            schema_type=kind.get("schema_type").text(),
        ),
        rubric=node.get("rubric").maybe(_Node.text),
        kicker=node.get("kicker").maybe(_Node.text),
        headline=node.get("headline").maybe(_Node.text),
        deck=node.get("deck").maybe(_Node.text),
        headers=node.get("headers").many(_header_in),
        blocks=node.get("blocks").many(_block_in),
        mentions=node.get("mentions").many(_mention_in),
        rule=node.get("rule").text(),
        confidence=_sure(node.later("confidence")),
        borders=_sure(node.later("borders")),
        attachment=node.later("attachment").maybe(_Node.number),
    )


def _block_in(node: _Node) -> Block:
    return Block(
        role=node.get("role").word(Role),
        text=node.get("text").text(),
        spans=node.get("spans").many(_Node.span),
        confidence=_sure(node.later("confidence")),
    )


def _header_in(node: _Node) -> Header:
    def named(name: str, second: str) -> tuple[str, str | None] | None:
        return node.get(name).maybe(lambda one: (one.get("text").text(), one.get(second).maybe(_Node.text)))

    outlet, place, day = named("outlet", "name"), named("place", "code"), named("date", "edtf")
    return Header(
        form=node.get("form").word(Form),
        text=node.get("text").text(),
        spans=node.get("spans").many(_Node.span),
        outlet=None if outlet is None else Outlet(text=outlet[0], name=outlet[1]),
        place=None if place is None else Place(text=place[0], code=place[1]),
        date=None if day is None else HeaderDate(text=day[0], edtf=day[1]),
        verb=node.get("verb").maybe(_Node.text),
        contributors=node.get("contributors").many(
            lambda one: Contributor(
                role=one.get("role").maybe(_Node.text),
                name=one.get("name").maybe(_Node.text),
                office=one.get("office").maybe(_Node.text),
                certain=one.get("certain").flag(),
            )
        ),
        rule=node.get("rule").text(),
    )


def _mention_in(node: _Node) -> Mention:
    kind = node.get("type").word(MentionType)
    text, spans, rule = node.get("text").text(), node.get("spans").many(_Node.span), node.get("rule").text()
    if kind in _TIMES:
        return When(
            type=kind,
            text=text,
            spans=spans,
            rule=rule,
            edtf=node.get("edtf").maybe(_Node.text),
            start=node.get("start").maybe(_Node.day),
            end=node.get("end").maybe(_Node.day),
            grain=node.get("grain").maybe(lambda one: one.word(Grain)),
            vague=node.get("vague").flag(),
            time=node.get("time").maybe(_Node.text),
        )
    return Quantity(
        type=kind,
        text=text,
        spans=spans,
        rule=rule,
        value=node.get("value").figure(),
        upper=node.get("upper").maybe(_Node.figure),
        unit=node.get("unit").maybe(_Node.text),
        bound=node.get("bound").maybe(lambda one: one.word(Bound)),
        ucum=node.get("ucum").maybe(_Node.text),
        si=node.get("si").maybe(lambda one: SI(value=one.get("value").figure(), unit=one.get("unit").text())),
        per=node.get("per").maybe(_Node.text),
        change=node.get("change").maybe(_change_in),
    )


def _change_in(node: _Node) -> Change:
    return Change(
        direction=node.get("direction").word(Direction),
        basis=node.get("basis").maybe(lambda one: one.word(Basis)),
        over=node.get("over").maybe(_Node.text),
        start=node.get("start").maybe(_Node.figure),
        end=node.get("end").maybe(_Node.figure),
    )
