"""Files, folders, archives and streams to pieces, in an order that stays the same; nothing is held but the next one."""

import hashlib
import os
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from govnews.corpus.pieces import (
    FIELDS,
    LARGEST,
    Lines,
    Piece,
    Problem,
    Rows,
    Settings,
    TextBytes,
    TextFile,
    ZipMembers,
)
from govnews.errors import CorpusError

RECORDS = 500  # texts a shard, at most
SIZE = 4 * 1024 * 1024  # bytes of text a shard, about
_LINES = (".jsonl", ".ndjson")
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_KNOWN = (".txt", ".parquet", ".zip", *_LINES, *_TARS)
# What a broken archive or stream brings up; RuntimeError: a member of a zip that asks for a password.
_BROKEN = (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error, ValueError, RuntimeError)


def named_paths(paths: Iterable[str | os.PathLike[str]]) -> list[tuple[Path, str]]:
    """Return each path with what stands before the names of its files: nothing, or its own where there are several.

    Raises:
        CorpusError: where a path is not there, or two of the paths have one name.
    """
    found = [Path(path) for path in paths]
    names = [path.name or path.resolve().name for path in found]
    for path, name in zip(found, names, strict=True):
        if names.count(name) > 1:
            message = f"two of the paths are called {name}: the ids of their pages could not be told apart"
            raise CorpusError(message)
        if str(path) != "-" and not path.exists():
            message = f"{path}: no such file or folder"
            raise CorpusError(message)
    return list(zip(found, names, strict=True))


def files_of(named: Sequence[tuple[Path, str]], out: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file with its name within the folder, in the order of the names; `-` is standard input.

    What is in `out` is passed over, and so is what has a name that begins with a point.
    """
    for path, name in named:
        if str(path) == "-" or not path.is_dir():
            yield path, name
        else:
            yield from _walk(path, f"{name}/" if len(named) > 1 else "", out.resolve())


def _walk(folder: Path, before: str, out: Path) -> Iterator[tuple[Path, str]]:
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if entry.name[0] != ".")
    for name, is_folder in found:
        path = folder / name
        if not is_folder:
            if name.lower().endswith(_KNOWN):
                yield path, before + name
        elif path.resolve() != out:
            yield from _walk(path, f"{before}{name}/", out)


def weight_of(named: Sequence[tuple[Path, str]], out: Path) -> int | None:
    """Return how many bytes there are to read; None where standard input is among them."""
    if any(str(path) == "-" for path, _ in named):
        return None
    return sum(_size(path) for path, _ in files_of(named, out))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def pieces_of(files: Iterable[tuple[Path, str]], settings: Settings) -> Iterator[Piece]:
    """Yield the pieces of all files, in order."""
    for path, name in files:
        if str(path) == "-":
            yield from _standard_input(settings)
            continue
        kind = name.lower()
        try:
            if kind.endswith(".zip"):
                yield from _zip(path, name, settings)
            elif kind.endswith(_TARS):
                yield from _tar(path, name, settings)
            elif kind.endswith(".parquet"):
                yield from _parquet(path, name, settings, path.stat().st_size)
            elif kind.endswith(_LINES):
                with path.open("rb") as file:
                    yield from _lines(file, name, path)
            else:
                stat = path.stat()
                mark = f"{stat.st_size} {stat.st_mtime_ns}"
                yield TextFile(name=name, mark=mark, size=stat.st_size, weight=stat.st_size, path=str(path))
        except _BROKEN as error:
            yield _problem(name, error)


def _problem(name: str, error: Exception, place: str | None = None) -> Problem:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Problem(name=name, mark=reason, size=0, weight=0, reason=reason, place=place)


def _standard_input(settings: Settings) -> Iterator[Piece]:
    if settings.fields is not None:
        yield from _lines(sys.stdin.buffer, "-", None)
    else:
        yield _text("-", sys.stdin.buffer, 0)


def _text(name: str, file: IO[bytes], weight: int) -> Piece:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Problem(name=name, mark="long", size=0, weight=weight, reason=f"it has more than {LARGEST:,} bytes")
    return TextBytes(name=name, mark=hashlib.sha256(data).hexdigest(), size=len(data), weight=weight, data=data)


def _lines(file: IO[bytes], name: str, path: Path | None) -> Iterator[Piece]:
    """Yield the lines of a file in blocks of a shard's size; what a stream gives is carried, what a file has named."""
    at, line = 0, 1
    while True:
        block, lines, problem = _block(file)
        data = b"".join(block)
        if data:
            mark = hashlib.sha256(data).hexdigest()
            carried = {"data": data} if path is None else {"path": str(path), "start": at, "end": at + len(data)}
            size = len(data)
            yield Lines(name=name, mark=mark, size=size, weight=size, records=lines, first=line, **carried)
        at += len(data)
        line += lines
        if problem:
            at += problem
            reason = f"the line has {problem:,} bytes, more than the {LARGEST:,} that one text may have"
            yield Problem(name=name, mark=reason, size=0, weight=problem, reason=reason, place=f"line {line}")
            line += 1
        elif not data:
            return


def _block(file: IO[bytes]) -> tuple[list[bytes], int, int]:
    """Return the next lines, how many they are, and the length of a line after them that is too long, else 0."""
    block: list[bytes] = []
    size = 0
    while len(block) < RECORDS and size < SIZE:
        line = file.readline(LARGEST)
        if len(line) == LARGEST and not line.endswith(b"\n"):
            length = len(line)
            while line and not line.endswith(b"\n"):
                line = file.readline(SIZE)
                length += len(line)
            return block, len(block), length
        if not line:
            break
        block.append(line)
        size += len(line)
    return block, len(block), 0


def _parquet(source: Any, name: str, settings: Settings, weight: int) -> Iterator[Piece]:
    # Without pre_buffer and with a small buffer a row group is read page by page: it may hold all of a corpus.
    with pq.ParquetFile(source, pre_buffer=False, buffer_size=1 << 20) as file:
        names = file.schema_arrow.names
        if settings.field("text") not in names:
            reason = f"there is no column {settings.field('text')!r}; it has {', '.join(names)}"
            yield Problem(name=name, mark=reason, size=0, weight=weight, reason=reason)
            return
        columns = [settings.field(own) for own in FIELDS if settings.field(own) in names]
        first, whole = 1, max(1, file.metadata.num_rows)
        for batch in file.iter_batches(batch_size=RECORDS, columns=columns):
            step = max(1, min(batch.num_rows, RECORDS, batch.num_rows * SIZE // max(1, batch.nbytes)))
            for at in range(0, batch.num_rows, step):
                data = _carried(batch.slice(at, step))
                rows = min(step, batch.num_rows - at)
                mark = hashlib.sha256(data).hexdigest()
                own = weight * rows // whole
                yield Rows(name=name, mark=mark, size=len(data), weight=own, records=rows, first=first, data=data)
                first += rows


def _carried(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _spooled(file: IO[bytes], name: str, settings: Settings, weight: int) -> Iterator[Piece]:
    """Yield the rows of a Parquet file inside of an archive, which has to be laid on the disk to be read."""
    with tempfile.TemporaryFile() as whole:
        while data := file.read(SIZE):
            whole.write(data)
        whole.seek(0)
        yield from _parquet(pa.PythonFile(whole, mode="r"), name, settings, weight)


def _inside(file: IO[bytes], name: str, settings: Settings, weight: int) -> Iterator[Piece]:
    """Yield the pieces of one member of an archive that is read in order."""
    kind = name.lower()
    if kind.endswith(_LINES):
        yield from _lines(file, name, None)
    elif kind.endswith(".parquet"):
        yield from _spooled(file, name, settings, weight)
    elif kind.endswith(".txt"):
        yield _text(name, file, weight)


def _shown(member: str) -> bool:
    return not any(part.startswith((".", "__MACOSX")) for part in member.split("/"))


def _zip(path: Path, name: str, settings: Settings) -> Iterator[Piece]:
    with zipfile.ZipFile(path) as archive:
        texts: list[zipfile.ZipInfo] = []
        for info in sorted(archive.infolist(), key=lambda one: one.filename):
            member = f"{name}/{_named(info)}"
            if info.is_dir() or not _shown(info.filename):
                continue
            if member.lower().endswith(".txt"):
                texts.append(info)
                if len(texts) == RECORDS or sum(one.file_size for one in texts) > SIZE:
                    yield _members(path, name, texts)
                    texts = []
            else:
                try:
                    with archive.open(info) as file:
                        yield from _inside(file, member, settings, info.compress_size)
                except _BROKEN as error:
                    yield _problem(member, error)
        if texts:
            yield _members(path, name, texts)


def _members(path: Path, name: str, texts: Sequence[zipfile.ZipInfo]) -> Piece:
    mark = hashlib.sha256(repr([(one.filename, one.CRC, one.file_size) for one in texts]).encode()).hexdigest()
    return ZipMembers(
        name=name,
        mark=mark,
        size=sum(one.file_size for one in texts),
        weight=sum(one.compress_size for one in texts),
        records=len(texts),
        path=str(path),
        members=tuple((f"{name}/{_named(one)}", one.filename) for one in texts),
    )


def _named(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; archives made under a Chinese Windows have GBK where the standard says CP437."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar(path: Path, name: str, settings: Settings) -> Iterator[Piece]:
    with path.open("rb") as raw, tarfile.open(fileobj=raw, mode="r|*") as archive:
        before = 0
        for info in archive:
            member = f"{name}/{info.name.removeprefix('./')}"
            file = archive.extractfile(info) if info.isfile() and _shown(info.name.removeprefix("./")) else None
            if file is not None:
                here = raw.tell()
                yield from _inside(file, member, settings, here - before)
                before = here
