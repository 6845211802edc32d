"""Zip and tar to pieces: what can be entered anywhere is named, what comes in one stream is carried."""

import hashlib
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import pyarrow as pa

from govnews.corpus.pieces import Piece, Problem, Settings, ZipMembers
from govnews.corpus.streams import SIZE, lines, parquet, whole_text

LINES = (".jsonl", ".ndjson")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
# What a broken archive or stream brings up; RuntimeError: a member of a zip that asks for a password.
BROKEN = (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error, ValueError, RuntimeError)


def problem(name: str, error: Exception) -> Problem:
    """Return the piece of what an error has kept from being read."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Problem(name=name, mark=reason, size=0, weight=0, reason=reason)


def zipped(path: Path, name: str, settings: Settings) -> Iterator[Piece]:
    """Yield the pieces of a zip archive, in the order of the names."""
    with zipfile.ZipFile(path) as archive:
        texts: list[tuple[int, zipfile.ZipInfo]] = []
        for number, info in sorted(enumerate(archive.infolist()), key=lambda one: one[1].filename):
            member = f"{name}/{_named(info)}"
            if info.is_dir() or not _shown(info.filename):
                continue
            if member.lower().endswith(".txt"):
                texts.append((number, info))
                if len(texts) == settings.shard or sum(one.file_size for _, one in texts) > SIZE:
                    yield _members(path, name, texts)
                    texts = []
            else:
                try:
                    with archive.open(info) as file:
                        worth = info.compress_size / max(1, info.file_size)
                        yield from _inside(file, member, settings, info.file_size, worth)
                except BROKEN as error:
                    yield problem(member, error)
        if texts:
            yield _members(path, name, texts)


def _members(path: Path, name: str, texts: Sequence[tuple[int, zipfile.ZipInfo]]) -> Piece:
    mark = hashlib.sha256(repr([(one.filename, one.CRC, one.file_size) for _, one in texts]).encode()).hexdigest()
    return ZipMembers(
        name=name,
        mark=mark,
        size=sum(one.file_size for _, one in texts),
        weight=sum(one.compress_size for _, one in texts),
        records=len(texts),
        path=str(path),
        members=tuple((f"{name}/{_named(one)}", number) for number, one in texts),
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


def tarred(path: Path, name: str, settings: Settings) -> Iterator[Piece]:
    """Yield the pieces of a tar archive, packed or not, in the order of the archive."""
    with path.open("rb") as raw, tarfile.open(fileobj=raw, mode="r|*") as archive:
        for info in archive:
            inner = info.name.removeprefix("./")
            file = archive.extractfile(info) if info.isfile() and _shown(inner) else None
            if file is not None:
                worth = min(1.0, raw.tell() / max(1, info.offset_data + info.size))
                yield from _inside(file, f"{name}/{inner}", settings, info.size, worth)


def _inside(file: IO[bytes], name: str, settings: Settings, size: int, worth: float) -> Iterator[Piece]:
    """Yield the pieces of one member of an archive that is read in order."""
    kind = name.lower()
    if kind.endswith(LINES):
        yield from lines(file, name, None, settings.shard, worth)
    elif kind.endswith(".parquet"):
        yield from _spooled(file, name, settings, round(size * worth))
    elif kind.endswith(".txt"):
        yield whole_text(name, file, round(size * worth))


def _spooled(file: IO[bytes], name: str, settings: Settings, weight: int) -> Iterator[Piece]:
    """Yield the rows of a Parquet file inside of an archive, which has to be laid on the disk to be read."""
    with tempfile.TemporaryFile() as whole:
        while data := file.read(SIZE):
            whole.write(data)
        whole.seek(0)
        yield from parquet(pa.PythonFile(whole, mode="r"), name, settings, weight)


def _shown(member: str) -> bool:
    return not any(part.startswith((".", "__MACOSX")) for part in member.split("/"))
