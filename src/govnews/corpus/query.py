"""A question in SQL to the tables of a run, answered by DuckDB: nothing is written, nothing is fetched."""

import csv
import io
import json
import math
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govnews.corpus.database import duckdb
from govnews.corpus.shards import NOTES
from govnews.corpus.tables import TABLES
from govnews.errors import CorpusError
from govnews.export.as_table import grid

_ROWS = 1000  # rows at a time
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CLOSED = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
)


def ask(out: str | os.PathLike[str], sql: str, *, form: str = "table") -> Iterator[str]:
    """Yield the answer to a question, piece by piece.

    Args:
        out: the folder of the tables, of Parquet or with govnews.duckdb in it.
        sql: one SELECT; the tables are views by their names.
        form: table, csv or json.

    Raises:
        CorpusError: where there are no tables, or DuckDB does not take the question.

    .. versionadded:: 0.2.0
    """
    database = duckdb()
    folder = Path(out)
    try:
        with _opened(database, folder) as connection:
            kinds = [statement.type for statement in database.extract_statements(sql)]
            if len(kinds) != 1 or kinds[0] not in (database.StatementType.SELECT, database.StatementType.EXPLAIN):
                message = "a question only reads: expected one SELECT"
                raise CorpusError(message)
            found = connection.execute(sql)
            names = [column[0] for column in found.description]
            yield from _FORMS[form](names, _rows(found))
    except database.Error as error:
        raise CorpusError(str(error)) from None
    except RuntimeError as error:  # DuckDB's word for Ctrl-C in the midst of a question
        if "interrupt" in str(error).lower():
            raise KeyboardInterrupt from None
        raise


def _opened(database: Any, folder: Path) -> Any:
    """Return a connection that sees the tables and no other file."""
    file = folder / "govnews.duckdb"
    if file.is_file():
        connection = database.connect(file, read_only=True)
        allowed: list[Path] = []
    else:
        allowed = [folder / name for name in TABLES]
        if not all(one.is_dir() for one in allowed):
            message = f"{folder}: no tables of govnews here, neither Parquet nor govnews.duckdb"
            raise CorpusError(message)
        connection = database.connect(":memory:")
    for setting in _CLOSED:
        connection.execute(setting)
    for one in allowed:
        connection.read_parquet([os.fspath(path) for path in _shards(folder, one.name)]).create_view(one.name)
    listed = ", ".join("'" + os.fspath(one.resolve()).replace("'", "''") + "/'" for one in allowed)
    connection.execute(f"SET allowed_directories = [{listed}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _shards(folder: Path, table: str) -> list[Path]:
    """Return the shards of the units that are done; a run may be at work."""
    done = folder / NOTES / "units"
    found = sorted((folder / table).glob("part-*.parquet"))
    return [path.resolve() for path in found if path.stem == "part-schema" or (done / f"{path.stem[5:]}.json").exists()]


def _rows(found: Any) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_ROWS):
        yield from rows


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: what JSON does not know as text, a decimal without zeros at its end."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    text = str(value)
    if hasattr(value, "as_tuple"):
        text = format(value, "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text


def _cell(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _shown(text: str) -> str:
    """Return a cell for a terminal: in one line, and no character of a page that would steer it."""
    return _STEERING.sub(lambda found: "⏎" if found[0] == "\n" else "\ufffd", text)


def _table(names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    yield grid(names, [[_shown(_cell(value)) for value in row] for row in rows]) + "\n"


def _csv(names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    yield _line(names)
    for row in rows:
        yield _line([_cell(value) for value in row])


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _json(names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    """Yield one array of objects, a line each."""
    opened = False
    for row in rows:
        document = dict(zip(names, map(_plain, row), strict=True))
        yield (",\n" if opened else "[\n") + json.dumps(document, ensure_ascii=False)
        opened = True
    yield "\n]\n" if opened else "[]\n"


_FORMS = {"table": _table, "csv": _csv, "json": _json}
