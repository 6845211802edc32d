"""Pieces to units of work: a unit becomes one shard of each table, whichever worker reads it and whenever."""

import hashlib
from collections.abc import Iterable, Iterator

from attrs import frozen

from govnews.corpus.pieces import Piece
from govnews.corpus.streams import SIZE


@frozen
class Unit:
    """What one worker reads at a time.

    Attributes:
        number: its place in the run, from 0; the same in every run over the same input.
        pieces: what it is made of.
        mark: a hash by which a later run knows whether the input has changed.
    """

    number: int
    pieces: tuple[Piece, ...]
    mark: str

    @property
    def weight(self) -> int:
        return sum(piece.weight for piece in self.pieces)

    @property
    def names(self) -> str:
        first, last = self.pieces[0].name, self.pieces[-1].name
        return first if first == last else f"{first} … {last}"


def units_of(pieces: Iterable[Piece], shard: int) -> Iterator[Unit]:
    """Yield the units: `shard` texts or 4 MB of text each, whichever comes first, however many workers there are."""
    held: list[Piece] = []
    number, records, size = 0, 0, 0
    for piece in pieces:
        if held and (records + piece.records > shard or size + piece.size > SIZE):
            yield _unit(number, held)
            number, held, records, size = number + 1, [], 0, 0
        held.append(piece)
        records += piece.records
        size += piece.size
        if records >= shard or size >= SIZE:  # at once: the next piece of a stream may be long in coming
            yield _unit(number, held)
            number, held, records, size = number + 1, [], 0, 0
    if held:
        yield _unit(number, held)


def _unit(number: int, pieces: list[Piece]) -> Unit:
    said = "\n".join(f"{piece.name}\t{piece.mark}" for piece in pieces)
    return Unit(number, tuple(pieces), hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest())
