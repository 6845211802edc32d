"""What a run is cut into: pieces of the input, each of which a worker turns into texts, alone and in any order.

A piece names what it is of, or carries its bytes where they come out of a stream that no worker can enter.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import field, frozen

from govnews.corpus.days import day_in
from govnews.corpus.rows import Row
from govnews.errors import SourceError
from govnews.lexicon import Lexicon
from govnews.sources.textfile import decode, read_file

LARGEST = 64 * 1024 * 1024  # bytes of one text, or of one line of JSON; more is no page
FIELDS = ("id", "text", "issued", "outlet")


@frozen(kw_only=True)
class Settings:
    """How the texts of a run are read; the same for every piece.

    Attributes:
        issued: the day of issue of what says none itself.
        issued_from: the pattern by which the name of a file says it.
        outlet: the paper, of what names none itself.
        fields: what JSON lines and Parquet call id, text, issued and outlet, where they do not call them so; where it
            is given, standard input is JSON lines.
        encoding: of texts and of lines.
        lexicon: the words to read by.
        shard: how many texts become one shard, at most.
    """

    issued: date | None = None
    issued_from: str | None = None
    outlet: str | None = None
    fields: Mapping[str, str] | None = None
    encoding: str = "utf-8"
    lexicon: Lexicon | None = None
    shard: int = 500

    def field(self, name: str) -> str:
        """Return what the input calls a field."""
        return (self.fields or {}).get(name, name)

    def text(self, name: str, text: str) -> Row:
        """Return the row of a text that is all of a file."""
        return self._known({"id": name, "text": text, "source": name, "place": None}, name)

    def record(self, found: Any, name: str, place: str, at: int) -> Row:
        """Return the row of one record of a file: a line of JSON, a row of Parquet."""
        row: Row = {"id": f"{name}:{at}", "source": name, "place": place}
        if not isinstance(found, Mapping):
            return row | {"reason": "the line is no JSON object"}
        value = {own: found.get(self.field(own)) for own in FIELDS}
        if value["id"] is None:
            value["id"] = row["id"]
        if self.field("text") not in found:
            there = ", ".join(list(found)[:12])
            return row | {"id": value["id"], "reason": f"there is no field {self.field('text')!r}; it has {there}"}
        return self._known(row | value, name)

    def _known(self, row: Row, name: str) -> Row:
        """Return the row with the day of issue and the outlet that the run knows, where it has none itself."""
        row["outlet"] = row.get("outlet") or self.outlet
        if row.get("issued"):
            return row
        row["issued"] = self.issued
        if self.issued_from is not None:
            row["issued"] = day_in(name, self.issued_from) or self.issued
            if row["issued"] is None:
                row["reason"] = f"there is no day by {self.issued_from} in its name"
        return row


def unread(name: str, reason: str, place: str | None = None) -> Row:
    """Return the row of what could not be read."""
    return {"id": name, "source": name, "place": place, "reason": reason}


@frozen(kw_only=True)
class Piece:
    """A part of the input.

    Attributes:
        name: of the file, within the folder or the archive; the id of its text.
        mark: what tells whether it has changed: its size and time, or a hash of what it carries.
        size: bytes of text to be read, about.
        weight: bytes of the input file that it stands for.
        records: how many texts it holds, at most.
    """

    name: str
    mark: str
    size: int
    weight: int
    records: int = 1

    def rows(self, settings: Settings) -> Iterator[Row]:
        raise NotImplementedError


@frozen(kw_only=True)
class TextFile(Piece):
    path: str

    def rows(self, settings: Settings) -> Iterator[Row]:
        if self.size > LARGEST:
            yield unread(self.name, _too_large(self.size))
            return
        try:
            yield settings.text(self.name, read_file(Path(self.path), settings.encoding))
        except SourceError as error:
            yield unread(self.name, _plain(error, self.path))


@frozen(kw_only=True)
class TextBytes(Piece):
    data: bytes = field(repr=False)

    def rows(self, settings: Settings) -> Iterator[Row]:
        try:
            yield settings.text(self.name, decode(self.data, self.name, settings.encoding))
        except SourceError as error:
            yield unread(self.name, _plain(error, self.name))


@frozen(kw_only=True)
class ZipMembers(Piece):
    path: str
    members: tuple[tuple[str, int], ...] = field(repr=False)  # the name of each, and where in the list of the archive

    def rows(self, settings: Settings) -> Iterator[Row]:
        try:
            with zipfile.ZipFile(self.path) as archive:
                listed = archive.infolist()  # by number: two members may have one name
                for name, number in self.members:
                    yield self._member(archive, name, listed[number], settings)
        except (OSError, zipfile.BadZipFile) as error:
            yield unread(self.name, str(error))

    def _member(self, archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo, settings: Settings) -> Row:
        try:
            if member.file_size > LARGEST:
                return unread(name, _too_large(member.file_size))
            return settings.text(name, decode(archive.read(member), name, settings.encoding))
        except SourceError as error:
            return unread(name, _plain(error, name))
        # RuntimeError: it asks for a password; NotImplementedError: a compression that Python does not have
        except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, KeyError) as error:
            return unread(name, f"the archive cannot give it: {error}")


@frozen(kw_only=True)
class Lines(Piece):
    """Lines of JSON: of a file from one byte to another, or carried; `first` is the number of the first line."""

    first: int
    path: str | None = None
    start: int = 0
    end: int = 0
    data: bytes = field(default=b"", repr=False)

    def rows(self, settings: Settings) -> Iterator[Row]:
        data = self.data
        if self.path is not None:
            try:
                with Path(self.path).open("rb") as file:
                    file.seek(self.start)
                    data = file.read(self.end - self.start)
            except OSError as error:
                yield unread(self.name, error.strerror or str(error), f"line {self.first}")
                return
        for at, line in enumerate(io.BytesIO(data), self.first):
            if line.strip():
                yield self._row(line, at, settings)

    def _row(self, line: bytes, at: int, settings: Settings) -> Row:
        place = f"line {at}"
        try:
            text = decode(line.rstrip(b"\r\n"), f"{self.name}, {place}", settings.encoding)
            return settings.record(json.loads(text), self.name, place, at)
        except SourceError as error:
            reason = _plain(error, f"{self.name}, {place}")
        except json.JSONDecodeError as error:
            reason = f"the line is no JSON: {error.msg} at column {error.colno}"
        except (ValueError, RecursionError) as error:  # a number of too many digits, lists in lists in lists
            reason = f"the line is no JSON: {error}"
        return unread(f"{self.name}:{at}", reason, place) | {"source": self.name}


@frozen(kw_only=True)
class Rows(Piece):
    """Rows of a Parquet file, carried in Arrow's own form; `first` is the number of the first row."""

    first: int
    data: bytes = field(repr=False)

    def rows(self, settings: Settings) -> Iterator[Row]:
        table = pa.ipc.open_stream(self.data).read_all()
        for at in range(table.num_rows):
            place, name = f"row {self.first + at}", f"{self.name}:{self.first + at}"
            try:
                found = {column: table.column(column)[at].as_py() for column in table.column_names}
            except (ValueError, OverflowError) as error:
                yield unread(name, f"a value cannot be read: {error}", place) | {"source": self.name}
            else:
                yield settings.record(found, self.name, place, self.first + at)


@frozen(kw_only=True)
class Problem(Piece):
    """What cannot be read at all, or not from here on."""

    reason: str
    place: str | None = None

    def rows(self, settings: Settings) -> Iterator[Row]:  # noqa: ARG002 - as every piece
        yield unread(self.name, self.reason, self.place)


def _too_large(size: int) -> str:
    return f"it has {size:,} bytes, more than the {LARGEST:,} that one text may have"


def _plain(error: SourceError, name: str) -> str:
    """Return what an error says, without the name before it, which has its own column."""
    return str(error).removeprefix(f"{name}: ")
