"""Where text stands on the page, and the way back from mended text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A stretch of the text passed in: code points from `start` up to, not including, `end`.

    >>> Span(2, 5)
    Span(start=2, end=5)
    >>> "本报济宁讯"[2:4] == Span(2, 4).of("本报济宁讯")
    True

    .. versionadded:: 0.1.0
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@frozen
class Passage:
    r"""Mended text that remembers the pieces of the page it was joined from.

    A column break cuts a thing in two; `spans` says where on the page a stretch of the mended text stands, as the
    pieces in reading order. The joins are recorded while they are made, never found again afterwards.

    >>> page = "面积1000\n\n多平米"
    >>> mended = Passage.cut(page, [Span(0, 6), Span(8, 11)])
    >>> mended.text
    '面积1000多平米'
    >>> mended.spans(2, 9)
    (Span(start=2, end=6), Span(start=8, end=11))
    """

    text: str
    pieces: tuple[Span, ...]
    # where in `text` each piece begins
    offsets: tuple[int, ...] = field(repr=False)

    @classmethod
    def whole(cls, text: str) -> "Passage":
        return cls(text, (Span(0, len(text)),), (0,))

    @classmethod
    def cut(cls, page: str, pieces: Iterable[Span]) -> "Passage":
        kept = tuple(piece for piece in pieces if piece.start < piece.end)
        ends = tuple(accumulate(map(len, kept), initial=0))
        return cls("".join(piece.of(page) for piece in kept), kept, ends[:-1])

    @classmethod
    def stacked(cls, parts: Sequence["Passage"]) -> "Passage":
        r"""Return the passages under one another, a line break between two; the breaks stand nowhere on the page.

        >>> page = "标题\n正文"
        >>> Passage.stacked([Passage.cut(page, [Span(0, 2)]), Passage.cut(page, [Span(3, 5)])]).spans(3, 5)
        (Span(start=3, end=5),)
        """
        pieces: list[Span] = []
        offsets: list[int] = []
        base = 0
        for part in parts:
            pieces.extend(part.pieces)
            offsets.extend(base + offset for offset in part.offsets)
            base += len(part.text) + 1
        return cls("\n".join(part.text for part in parts), tuple(pieces), tuple(offsets))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page spans of `text[start:end]`, one for each piece that it touches."""
        if len(self.pieces) == 1 and 0 <= start - self.offsets[0] < end - self.offsets[0] <= len(self.pieces[0]):
            base = self.pieces[0].start - self.offsets[0]
            return (Span(base + start, base + end),)
        found = []
        index = max(0, bisect_right(self.offsets, start) - 1)
        while index < len(self.pieces) and self.offsets[index] < end:
            piece, offset = self.pieces[index], self.offsets[index]
            first, last = max(start, offset), min(end, offset + len(piece))
            if first < last:
                found.append(Span(piece.start + first - offset, piece.start + last - offset))
            index += 1
        return tuple(found)

    def within(self, spans: Sequence[Span]) -> tuple[int, int]:
        """Return where in `text` the page spans, which lie in this passage, begin and end."""
        return self.all_within([spans])[0]

    def all_within(self, many: Iterable[Sequence[Span]]) -> list[tuple[int, int]]:
        """Return the same of many, for which the pieces are put in order once."""
        order = sorted(
            (piece.start, piece.end, offset) for piece, offset in zip(self.pieces, self.offsets, strict=True)
        )

        def at(place: int) -> int:
            index = bisect_right(order, place, key=itemgetter(0)) - 1
            if index < 0 or place >= order[index][1]:
                message = f"the passage holds nothing of {place}"
                raise ValueError(message)
            return order[index][2] + place - order[index][0]

        return [(at(spans[0].start), at(spans[-1].end - 1) + 1) for spans in many]
