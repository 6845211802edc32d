"""What has no end in sight to pieces: lines of JSON and rows of Parquet in blocks of a shard's size, a text whole."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from govnews.corpus.pieces import FIELDS, LARGEST, Lines, Piece, Problem, Rows, Settings, TextBytes

SIZE = 4 * 1024 * 1024  # bytes of text a shard, about


def whole_text(name: str, file: IO[bytes], weight: int) -> Piece:
    """Return the text that a stream gives."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Problem(name=name, mark="long", size=0, weight=weight, reason=f"it has more than {LARGEST:,} bytes")
    return TextBytes(name=name, mark=hashlib.sha256(data).hexdigest(), size=len(data), weight=weight, data=data)


def lines(file: IO[bytes], name: str, path: Path | None, shard: int, worth: float = 1.0) -> Iterator[Piece]:
    """Yield the lines of a file in blocks of a shard's size.

    Args:
        file: where to read them.
        name: of the file, or of the member of an archive.
        path: where workers can read them; None for a stream, whose lines are carried.
        shard: how many lines a block has, at most.
        worth: bytes of the input for a byte of the lines, less than one where they were packed.
    """
    at, line = 0, 1
    while True:
        block, count, problem = _block(file, shard)
        data = b"".join(block)
        if data:
            mark = hashlib.sha256(data).hexdigest()
            carried = {"data": data} if path is None else {"path": str(path), "start": at, "end": at + len(data)}
            size = len(data)
            yield Lines(
                name=name, mark=mark, size=size, weight=round(size * worth), records=count, first=line, **carried
            )
        at += len(data)
        line += count
        if problem:
            at += problem
            reason = f"the line has {problem:,} bytes, more than the {LARGEST:,} that one text may have"
            yield Problem(name=name, mark=reason, size=0, weight=problem, reason=reason, place=f"line {line}")
            line += 1
        elif not data:
            return


def _block(file: IO[bytes], shard: int) -> tuple[list[bytes], int, int]:
    """Return the next lines, how many they are, and the length of a line after them that is too long, else 0."""
    block: list[bytes] = []
    size = 0
    while len(block) < shard and size < SIZE:
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


def parquet(source: Any, name: str, settings: Settings, weight: int) -> Iterator[Piece]:
    """Yield the rows of a Parquet file; it must be possible to move about in `source`."""
    # Without pre_buffer and with a small buffer a row group is read page by page: it may hold all of a corpus.
    with pq.ParquetFile(source, pre_buffer=False, buffer_size=1 << 20) as file:
        names = file.schema_arrow.names
        if settings.field("text") not in names:
            reason = f"there is no column {settings.field('text')!r}; it has {', '.join(names)}"
            yield Problem(name=name, mark=reason, size=0, weight=weight, reason=reason)
            return
        columns = [settings.field(own) for own in FIELDS if settings.field(own) in names]
        first, whole = 1, max(1, file.metadata.num_rows)
        for batch in file.iter_batches(batch_size=settings.shard, columns=columns):
            step = max(1, min(batch.num_rows, batch.num_rows * SIZE // max(1, batch.nbytes)))
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
