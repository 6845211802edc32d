"""What a worker process does: the texts of one unit to the shards of its tables."""

import itertools
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import connection, parent_process
from typing import Any

import pyarrow as pa
from attrs import frozen

from govnews.corpus.batches import read_row, refused
from govnews.corpus.pieces import Settings, unread
from govnews.corpus.rows import Row
from govnews.corpus.shards import Counts, Shards
from govnews.corpus.tables import TABLES, flattened, schema
from govnews.corpus.units import Unit
from govnews.lexicon import Lexicon

WRITING = -2  # what `now` says while the shards are written; -1 before the first text
_TOGETHER = 64  # texts that are turned into Arrow at a time
DIED = "the process that read it died, and once more when it read nothing else (out of memory?)"


class StoppedError(Exception):
    """The run is over before its end: nobody waits for this unit."""


@frozen
class Board:
    """What a worker and the run see of each other: the text at work, and whether to stop; shared memory."""

    now: Any
    stop: Any


_board: Board | None = None  # of this worker process, set once when it begins


def begin(now: Any, stop: Any) -> None:
    """Set up a worker process: deaf to Ctrl-C, which is for the run; gone when the run is gone; one thread."""
    global _board  # noqa: PLW0603 - a process has one
    _board = Board(now, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pa.set_cpu_count(1)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _texts(unit: Unit, settings: Settings, passed: frozenset[int] = frozenset()) -> Iterator[Row]:
    """Yield the texts of a unit, each with its number on the board; those passed over have their reason."""
    board = _board or Board(None, None)
    rows = _rows(unit, settings, passed)
    for at in itertools.count():
        if board.stop is not None and board.stop.value:
            raise StoppedError
        if board.now is not None:
            board.now.value = at
        row = next(rows, None)
        if row is None:
            return
        yield row | {"reason": DIED} if at in passed else row


def _rows(unit: Unit, settings: Settings, passed: frozenset[int]) -> Iterator[Row]:
    at = 0
    for piece in unit.pieces:
        if piece.records == 1 and at in passed:  # not even opened
            yield unread(piece.name, DIED)
            at += 1
            continue
        for row in piece.rows(settings):
            yield row
            at += 1


def read_unit(unit: Unit, settings: Settings, shards: Shards, passed: frozenset[int]) -> Counts:
    """Read the texts of a unit and write its shards.

    Args:
        unit: what to read.
        settings: how.
        shards: where to.
        passed: the numbers of the texts that no process survives.
    """
    lexicon = settings.lexicon or Lexicon.default()
    tables: dict[str, list[pa.RecordBatch]] = {name: [] for name in TABLES}
    held: list[Row] = []
    texts = 0
    for row in _texts(unit, settings, passed):
        held.append(_read(row, lexicon))
        texts += 1
        if len(held) == _TOGETHER:
            _gather(held, tables)
            held = []
    _gather(held, tables)
    if _board is not None:
        _board.now.value = WRITING
    return shards.write(unit.number, unit.mark, tables, texts)


def _read(row: Row, lexicon: Lexicon) -> Row:
    return refused(row, row["reason"]) if "reason" in row else read_row(row, lexicon)


def _gather(held: list[Row], tables: dict[str, list[pa.RecordBatch]]) -> None:
    for nested in _nested(held):
        for name in TABLES:
            tables[name].append(flattened(nested, name))


def _nested(held: list[Row]) -> list[pa.RecordBatch]:
    if not held:
        return []
    try:
        return [pa.RecordBatch.from_pylist(held, schema=schema())]
    except (pa.ArrowException, OverflowError, UnicodeError) as error:
        if len(held) == 1:
            return [pa.RecordBatch.from_pylist([refused(held[0], f"no table holds it: {error}")], schema=schema())]
        return [nested for row in held for nested in _nested([row])]


def read_alone(unit: Unit, settings: Settings, number: int) -> None:
    """Read one text of a unit and keep nothing of it: does a process survive it?"""
    for at, row in enumerate(_texts(unit, settings)):
        if at == number:
            _read(row, settings.lexicon or Lexicon.default())
            return
