"""The last step of a run: the shards as they are, or made into CSV, JSON lines or a database."""

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from govnews.corpus.database import duckdb
from govnews.corpus.rows import Row
from govnews.corpus.shards import Shards
from govnews.corpus.tables import TABLES, schema

_ROWS = 1000  # rows at a time


def rows_of(shards: Shards, table: str) -> Iterator[Row]:
    """Yield the rows of a table in the order of the texts, values exact and as text, days as 2023-05-19."""
    exact = [one.name for one in schema(table) if pa.types.is_decimal(one.type)]
    days = [one.name for one in schema(table) if pa.types.is_date(one.type)]
    for path in sorted((shards.tables / table).glob("part-*.parquet")):
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS):
                for row in batch.to_pylist():
                    row.update({name: row[f"{name}_text"] for name in exact})
                    row.update({name: row[name] and row[name].isoformat() for name in days})
                    yield row


def _csv(file: IO[str], names: list[str], rows: Iterator[Row]) -> None:
    """Write rows as CSV; a list becomes JSON in its cell, true and false as JSON has them, null an empty cell."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else value


def _jsonl(file: IO[str], names: list[str], rows: Iterator[Row]) -> None:  # noqa: ARG001 - as every writer
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _files(suffix: str, write: Callable[[IO[str], list[str], Iterator[Row]], None]) -> Callable[[Shards], None]:
    """Return what writes a file a table, each whole or not at all."""

    def written(shards: Shards) -> None:
        for name in TABLES:
            path = shards.out / f"{name}.{suffix}"
            beside = path.with_name(f".{path.name}")
            try:
                with beside.open("w", encoding="utf-8", newline="") as file:
                    write(file, schema(name).names, rows_of(shards, name))
                    file.flush()
                    os.fsync(file.fileno())
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)

    return written


def _database(shards: Shards) -> None:
    """Write one database, whole or not at all, the account of each column as its comment."""
    path = shards.out / "govnews.duckdb"
    beside = path.with_name(f".{path.name}")
    beside.unlink(missing_ok=True)
    database = duckdb()
    try:
        with database.connect(beside) as connection:
            for name, table in TABLES.items():
                files = os.fspath(shards.tables / name / "part-*.parquet")
                connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet($1)", [files])  # noqa: S608 - own names
                for column, _, said in table.columns:
                    told = said.replace("'", "''")
                    connection.execute(f"COMMENT ON COLUMN {name}.\"{column}\" IS '{told}'")
        beside.replace(path)
    except database.IOException as error:
        raise OSError(str(error)) from None
    finally:
        _remove(beside)


def _remove(beside: Path) -> None:
    for path in (beside, beside.with_name(f"{beside.name}.wal")):
        path.unlink(missing_ok=True)


def _parquet(shards: Shards) -> None:
    """Leave the shards as they stand."""


_WRITERS: Mapping[str, Callable[[Shards], None]] = MappingProxyType(
    {"parquet": _parquet, "csv": _files("csv", _csv), "jsonl": _files("jsonl", _jsonl), "duckdb": _database}
)
FORMS = tuple(_WRITERS)


def finish(form: str, shards: Shards) -> None:
    """Make the shards into the format asked for; the shards stay until the run is noted as finished."""
    _WRITERS[form](shards)


def tidy(form: str, shards: Shards) -> None:
    """Take away the shards that have become something else."""
    if form != "parquet":
        shutil.rmtree(shards.tables, ignore_errors=True)
