"""What is drawn into a line: attributions and figures under their marks, each with a note of what it says."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import Factory, field, frozen

from govnews.export.picture.facts import Fact, of_header, of_mention
from govnews.export.picture.markup import Markup, both, flat, tag
from govnews.export.picture.sheet import Piece
from govnews.headers.header import Header
from govnews.mentions.mention import Mention, When
from govnews.span import Span

T_co = TypeVar("T_co", Mention, Header, covariant=True)


@frozen
class Item(Generic[T_co]):
    """A figure, a time or an attribution under the name that it has in the picture; its article, from 1, or None."""

    key: str
    thing: T_co
    owner: int | None = None


@frozen
class Marks(Generic[T_co]):
    """Where items stand, sorted."""

    places: tuple[tuple[int, int, Item[T_co]], ...]
    starts: tuple[int, ...] = field(init=False)

    @starts.default
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self.places)

    @classmethod
    def of(cls, items: Iterable[Item[T_co]]) -> "Marks[T_co]":
        found = [(span.start, span.end, item) for item in items for span in item.thing.spans]
        return cls(tuple(sorted(found, key=lambda place: place[:2])))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, Item[T_co]]]:
        """Yield what stands between two places, cut to them."""
        at = max(0, bisect_right(self.starts, start) - 1)
        for first, last, item in self.places[at : bisect_right(self.starts, end - 1)]:
            low, high = max(first, start), min(last, end)
            if low < high:
                yield low, high, item
                start = high


@frozen
class Ink:
    """Draws the marks of one owner into its lines.

    With `linked` each figure and attribution can be reached by keyboard, has its note and leads to its row; else it
    is underlined alone. Items whose other half stands on another line have their place where they come first.
    """

    headers: Marks[Header]
    mentions: Marks[Mention]
    linked: bool = True
    met: set[str] = Factory(set)

    def piece(self, piece: Piece) -> Markup:
        return self.text(piece.text, piece.span)

    def text(self, text: str, span: Span) -> Markup:
        """Return the text of a stretch of the page as HTML."""
        parts: list[Markup] = []
        at = span.start
        for low, high, item in self.headers.within(span.start, span.end):
            parts += self._figures(text, span, at, low)
            parts.append(self._header(item, text, span, (low, high)))
            at = high
        parts += self._figures(text, span, at, span.end)
        return flat(parts)

    def _figures(self, text: str, span: Span, start: int, end: int) -> Iterator[Markup]:
        at = start
        for low, high, item in self.mentions.within(start, end):
            yield flat(text[at - span.start : low - span.start])
            yield self._marked(item, flat(text[low - span.start : high - span.start]), of_mention(item.thing))
            at = high
        yield flat(text[at - span.start : max(at, end) - span.start])

    def _header(self, item: Item[Header], text: str, span: Span, place: tuple[int, int]) -> Markup:
        """Return an attribution; a date in it is underlined within it, and told in its note."""
        inner, told = [], list(of_header(item.thing))
        at, end = place
        for low, high, one in self.mentions.within(at, end):
            inner.append(flat(text[at - span.start : low - span.start]))
            known = self._place(one.key)
            inner.append(tag("span", text[low - span.start : high - span.start], class_=sort(one.thing), id=known))
            at = high
        inner.append(flat(text[at - span.start : end - span.start]))
        return self._marked(item, flat(inner), told)

    def _marked(self, item: Item[Header] | Item[Mention], shown: Markup, facts: Iterable[Fact]) -> Markup:
        if not self.linked:
            return tag("span", shown, class_=sort(item.thing))
        place = self._place(item.key)
        note = f"{place}-note" if place else None
        again = None if place else -1  # its first half can be reached already
        kind, key = sort(item.thing), f"#{item.key}"
        link = tag("a", shown, href=key, class_=kind, id=place, aria_describedby=note, tabindex=again)
        return tag("span", link, noted(facts, note), class_="at")

    def _place(self, key: str) -> str | None:
        if not self.linked or key in self.met:
            return None
        self.met.add(key)
        return f"{key}-at"


def noted(facts: Iterable[Fact], key: str | None) -> Markup:
    """Return a note that is seen while what it stands beside is pointed at or has the focus."""
    rows = [
        tag("span", both(fact.chinese, fact.english), " ", tag("span", fact.value, class_="v"), class_="fact")
        for fact in facts
    ]
    return tag("span", rows, class_="note", role="tooltip", id=key, aria_hidden=None if key else "true")


def sort(thing: Mention | Header) -> str:
    """Return the class of a mark: attributions, times and figures are underlined differently."""
    if isinstance(thing, Header):
        return "by"
    return "when" if isinstance(thing, When) else "figure"


@frozen
class Items:
    """What stands in one article, or in the furniture."""

    headers: tuple[Item[Header], ...] = ()
    mentions: tuple[Item[Mention], ...] = ()

    @classmethod
    def of(
        cls, headers: Sequence[Header], mentions: Sequence[Mention], prefix: str, owner: int | None = None
    ) -> "Items":
        """Return items under names that begin with `prefix`."""
        return cls(
            tuple(Item(f"{prefix}s{at}", header, owner) for at, header in enumerate(headers, 1)),
            tuple(Item(f"{prefix}f{at}", mention, owner) for at, mention in enumerate(mentions, 1)),
        )

    def ink(self, *, linked: bool = True) -> Ink:
        return Ink(Marks.of(self.headers), Marks.of(self.mentions), linked)
