"""Arrow batches of texts to Arrow batches of what they say: the one function that every engine calls."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import pyarrow as pa
from attrs import frozen

from govnews.corpus.rows import Row, Sheet
from govnews.corpus.tables import TABLES, flattened, schema
from govnews.errors import CorpusError
from govnews.lexicon import Lexicon
from govnews.reader import read_pages

_ROWS = 32  # texts an output batch: a page has some 40 kB of tables
_LONE = re.compile("[\ud800-\udfff]")
_NAMES = ("id", "text", "issued", "outlet", "source", "place")
INPUT: Mapping[str, str] = MappingProxyType(
    {
        "id": "what the text is called; no two texts that say the same may have the same id",
        "text": "the text of a page, or of several with form feeds between them",
        "issued": "the day of issue, a date or a string like 2023-05-19; may be null or missing",
        "outlet": "the paper, which is what 本报 stands for; may be null or missing",
        "source": "the file, for `errors`; may be null or missing",
        "place": "where in the file, for `errors`; may be null or missing",
    }
)


def read_batches(
    batches: Iterable[pa.RecordBatch], *, table: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[pa.RecordBatch]:
    r"""Yield what the texts of the batches say, as tables or as one nested row a text.

    Never raises for a text: one that cannot be read (null, no string, a day of issue that is no day) becomes a row of
    the table `errors`. A lone surrogate, which Arrow cannot hold, is read as U+FFFD. However large the batches are that
    come, those that are given hold 32 texts at most.

    Args:
        batches: with the columns `id` and `text`, and where known `issued` and `outlet`; others are passed over.
        table: the table to give; None gives for each text one row of the nested schema, in the order of the texts.
        lexicon: the words to read by.

    Raises:
        CorpusError: where there is no such table, or a batch has no column `id` or `text`.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"id": ["p1"], "text": ["近日,石泉村200余户村民喝上了自来水。"]})
    >>> [found] = read_batches([batch], table="mentions")
    >>> found.select(["type", "text", "value_text", "unit"]).to_pylist()[1]
    {'type': 'count', 'text': '200余户', 'value_text': '200', 'unit': '户'}

    .. versionadded:: 0.2.0
    """
    if table is not None and table not in TABLES:
        message = f"there is no table {table!r}: expected one of {', '.join(TABLES)}"
        raise CorpusError(message)
    return _read(batches, table, lexicon or Lexicon.default())


def _read(batches: Iterable[pa.RecordBatch], table: str | None, lexicon: Lexicon) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        columns = set(batch.schema.names)
        missing = [name for name in ("id", "text") if name not in columns]
        if missing:
            message = f"expected columns id and text, got {', '.join(batch.schema.names) or 'none'}"
            raise CorpusError(message)
        for at in range(0, batch.num_rows, _ROWS):
            part = batch.slice(at, _ROWS)
            rows = [read_row(row, lexicon) for row in _rows(part)]
            nested = pa.RecordBatch.from_pylist(rows, schema=schema())
            if table is None:
                yield nested
            else:
                flat = flattened(nested, table)
                if flat.num_rows:
                    yield flat


def _rows(batch: pa.RecordBatch) -> Iterator[Row]:
    columns = {name: batch.column(name) for name in _NAMES if name in batch.schema.names}
    for at in range(batch.num_rows):
        yield {name: _value(column[at]) for name, column in columns.items()}


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (UnicodeDecodeError, ValueError, OverflowError) as error:
        return _Unreadable(str(error))


@frozen
class _Unreadable:
    """A value that Arrow holds and Python cannot: bytes that are no UTF-8 in a column of strings."""

    reason: str


def read_row(row: Mapping[str, Any], lexicon: Lexicon) -> Row:
    """Return the nested row of one text, given as id, text, issued, outlet, source and place.

    >>> read_row({"id": "p1", "text": None}, Lexicon.default())["errors"][0]["reason"]
    'the text is null'
    """
    name = _string(row.get("id"))
    try:
        if name is None:
            return refused(row, "the id is null")
        text = _text(row["text"])
        issued, outlet = day_of(row.get("issued")), _string(row.get("outlet"))
        pages = read_pages(text, issued=issued, outlet=outlet, lexicon=lexicon)
        found: Row = {"id": name} | {table: [] for table in TABLES}
        for number, page in enumerate(pages, 1):
            for table, more in Sheet.of(page, name, number, outlet, lexicon).rows().items():
                found[table] += more
    except _RefusedError as error:
        return refused(row, str(error))
    except Exception as error:  # noqa: BLE001 - whatever a page brings up, the other pages are read
        return refused(row, f"the reader failed: {type(error).__name__}: {error}")
    return found


def refused(row: Mapping[str, Any], reason: str) -> Row:
    """Return the nested row of a text that cannot be read: its error and nothing else."""
    name = _string(row.get("id"))
    error = {
        "id": name,
        "source": _string(row.get("source")),
        "place": _string(row.get("place")),
        "reason": _LONE.sub("\ufffd", reason),
    }
    return {"id": name} | {table: [] for table in TABLES} | {"errors": [error]}


class _RefusedError(Exception):
    """A value that cannot be taken; the message is what `errors` says."""


def _string(value: Any) -> str | None:
    return None if value is None or isinstance(value, _Unreadable) else _LONE.sub("\ufffd", str(value))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if value is None:
        reason = "the text is null"
    elif isinstance(value, _Unreadable):
        reason = f"the text is no UTF-8: {value.reason}"
    else:
        reason = f"the text is no string but {type(value).__name__}"
    raise _RefusedError(reason)


def day_of(value: Any) -> date | None:
    """Return the day that a column `issued` says: a date, a time, or a string that begins with YYYY-MM-DD.

    >>> day_of("2023-05-19T08:00:00"), day_of(None), day_of("")
    (datetime.date(2023, 5, 19), None, None)
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        if not value.strip():
            return None
        try:
            return date.fromisoformat(re.split("[T ]", value.strip(), maxsplit=1)[0])
        except ValueError:
            pass
    reason = f"the day of issue is no day: {value!r}, expected YYYY-MM-DD"
    raise _RefusedError(reason)
