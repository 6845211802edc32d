"""Where text stands on the page, and the way back from mended text."""

from bisect import bisect_right
from collections.abc import Iterable

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
    """Mended text that remembers the pieces of the page it was joined from.

    A column break cuts a thing in two; `spans` says where on the page a stretch of the mended text stands, as the
    pieces in reading order. The joins are recorded while they are made, never found again afterwards.

    >>> page = "面积1000\\n\\n多平米"
    >>> mended = Passage.cut(page, [Span(0, 6), Span(8, 11)])
    >>> mended.text
    '面积1000多平米'
    >>> mended.spans(2, 9)
    (Span(start=2, end=6), Span(start=8, end=11))
    """

    text: str
    pieces: tuple[Span, ...]
    _offsets: tuple[int, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        offsets, at = [], 0
        for piece in self.pieces:
            offsets.append(at)
            at += len(piece)
        object.__setattr__(self, "_offsets", tuple(offsets))

    @classmethod
    def whole(cls, text: str) -> "Passage":
        return cls(text, (Span(0, len(text)),) if text else ())

    @classmethod
    def cut(cls, page: str, pieces: Iterable[Span]) -> "Passage":
        kept = tuple(piece for piece in pieces if piece.start < piece.end)
        return cls("".join(piece.of(page) for piece in kept), kept)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page spans of `text[start:end]`, one for each piece that it touches."""
        if len(self.pieces) == 1:
            base = self.pieces[0].start
            return (Span(base + start, base + end),)
        found = []
        index = max(0, bisect_right(self._offsets, start) - 1)
        while index < len(self.pieces) and self._offsets[index] < end:
            piece, offset = self.pieces[index], self._offsets[index]
            first, last = max(start, offset), min(end, offset + len(piece))
            if first < last:
                found.append(Span(piece.start + first - offset, piece.start + last - offset))
            index += 1
        return tuple(found)
