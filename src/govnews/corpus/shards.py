"""The folder of a run: a shard of each table for each unit, whole or not there, and a record of what is done."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import field, frozen

from govnews.corpus.tables import TABLES, VERSION, schema
from govnews.errors import CorpusError

try:
    import fcntl
except ImportError:  # Windows: two runs at once into one folder are not noticed there
    fcntl = None  # type: ignore[assignment]

_EMPTY = "part-schema.parquet"  # the shard without rows that a table begins with
NOTES = "_govnews"  # engines pass over folders whose name begins so
Counts = dict[str, int]


@frozen
class Shards:
    """Where a run writes.

    Attributes:
        out: the folder that the user names.
        tables: the folder of the shards: `out` for Parquet, else one within its notes.
    """

    out: Path
    tables: Path = field()

    @property
    def _notes(self) -> Path:
        return self.out / NOTES

    def path(self, table: str, number: int) -> Path:
        return self.tables / table / f"part-{number:06d}.parquet"

    def _note(self, number: int) -> Path:
        return self._notes / "units" / f"{number:06d}.json"

    # -- the run ------------------------------------------------------------------------------------------------------
    @contextlib.contextmanager
    def opened(self, settings: Mapping[str, Any], *, restart: bool) -> Iterator[bool]:
        """Make the folder ready and hold it for this run alone; gives whether the run was finished before.

        Raises:
            CorpusError: where it cannot be written to, holds other things, is in use, or was begun with other settings.
        """
        try:
            self._own()
            lock = (self._notes / "lock").open("w", encoding="utf-8")
        except OSError as error:
            raise cannot_write(self.out, error) from None
        with lock:
            if fcntl is not None:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    message = f"{self.out}: another run is writing here"
                    raise CorpusError(message) from None
            try:
                if restart:
                    self._emptied()
                finished = self._begun(settings)
            except OSError as error:
                raise cannot_write(self.out, error) from None
            yield finished

    def _own(self) -> None:
        """Make the folder, where it is not one of govnews."""
        if self.out.exists() and not self._notes.is_dir() and any(self.out.iterdir()):
            message = f"{self.out}: the folder is not empty, and no run of govnews has written it"
            raise CorpusError(message)
        self._notes.mkdir(parents=True, exist_ok=True)

    def _emptied(self) -> None:
        """Take away what an earlier run has written, whatever its format."""
        (self._notes / "run.json").unlink(missing_ok=True)  # first: from here on there is no run
        for folder in ("units", "tables"):
            shutil.rmtree(self._notes / folder, ignore_errors=True)
        for name in TABLES:
            shutil.rmtree(self.out / name, ignore_errors=True)
            for suffix in ("csv", "jsonl"):
                (self.out / f"{name}.{suffix}").unlink(missing_ok=True)
        (self.out / "govnews.duckdb").unlink(missing_ok=True)

    def _begun(self, settings: Mapping[str, Any]) -> bool:
        """Note the settings, or compare them with those that the run was begun with."""
        run = self._notes / "run.json"
        for folder in (self._notes / "units", *(self.tables / name for name in TABLES)):
            folder.mkdir(parents=True, exist_ok=True)
        if run.exists():
            before = json.loads(run.read_text(encoding="utf-8"))
            other = [name for name in settings if settings[name] != before["settings"].get(name)]
            if other:
                told = ", ".join(f"{name} {before['settings'].get(name)!r}, now {settings[name]!r}" for name in other)
                message = f"{self.out}: this run was begun otherwise ({told}): go on so, or begin anew (--restart)"
                raise CorpusError(message)
            self._cleaned()
            return bool(before["finished"])
        for name in TABLES:
            # A table is a table although it has no row: each folder can be opened from the beginning on.
            self._put(self.tables / name / _EMPTY, pa.Table.from_batches([], schema(name)))
        self._written(run, {"schema": VERSION, "settings": dict(settings), "finished": False})
        return False

    def _cleaned(self) -> None:
        """Take away what a run that was killed has left: files half written, shards of a unit that is not done."""
        for path in (self._notes / "units").glob(".*"):
            path.unlink()
        for name in TABLES:
            for path in (self.tables / name).glob("*part-*"):
                number = path.name.removeprefix("part-").removesuffix(".parquet")
                if path.name.startswith(".") or (number.isdigit() and not self._note(int(number)).exists()):
                    path.unlink(missing_ok=True)

    def finished(self, settings: Mapping[str, Any], counts: Counts) -> None:
        """Note that all is done; a table that has rows needs its empty shard no more.

        Some readers trip over a file without rows: `datasets` of HuggingFace asks it for batches of no row.
        """
        for name in TABLES:
            if any(path.stem[5:].isdigit() for path in (self.tables / name).glob("part-*.parquet")):
                (self.tables / name / _EMPTY).unlink(missing_ok=True)
        self._written(
            self._notes / "run.json",
            {"schema": VERSION, "settings": dict(settings), "finished": True, "counts": counts},
        )

    def check_end(self, units: int) -> None:
        """See that no unit was done that is no longer there.

        Raises:
            CorpusError: where the input has become less.
        """
        if self._note(units).exists():
            less = f"it fills no more than {units} shards now"
            raise self._changed(less)

    def _changed(self, how: str) -> CorpusError:
        return CorpusError(
            f"{self.out}: the input has changed since this run was begun ({how}): begin anew (--restart)"
        )

    # -- one unit -----------------------------------------------------------------------------------------------------
    def done(self, number: int, mark: str, names: str) -> Counts | None:
        """Return what the shards of a unit hold, None where it has not been read yet or one of its shards is not whole.

        Raises:
            CorpusError: where the input has changed since it was read.
        """
        try:
            note = json.loads(self._note(number).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        if note["mark"] != mark:
            raise self._changed(names)
        if self.tables == self.out and not self._whole(number, note["sizes"]):
            return None
        counts: Counts = note["counts"]
        return counts

    def _whole(self, number: int, sizes: Mapping[str, int]) -> bool:
        """Say whether the shards of a unit are there as they were written: somebody may have taken one away."""
        try:
            return all(self.path(name, number).stat().st_size == size for name, size in sizes.items())
        except FileNotFoundError:
            return False

    def write(self, number: int, mark: str, tables: Mapping[str, Sequence[pa.RecordBatch]], texts: int) -> Counts:
        """Write the shards of a unit, each beside its place first, and note last of all that they are there."""
        whole = {name: pa.Table.from_batches(batches, schema(name)) for name, batches in tables.items()}
        counts = {"texts": texts} | {name: table.num_rows for name, table in whole.items()}
        staged: list[tuple[Path, Path]] = []
        try:
            for name, table in whole.items():
                if table.num_rows:
                    path = self.path(name, number)
                    beside = path.with_name(f".{path.name}.{os.getpid()}")
                    staged.append((beside, path))
                    self._put(beside, table.combine_chunks())
            for beside, path in staged:
                beside.replace(path)
            for name in whole:
                _synced(self.tables / name)
            sizes = {name: self.path(name, number).stat().st_size for name, table in whole.items() if table.num_rows}
            self._written(self._note(number), {"unit": number, "mark": mark, "counts": counts, "sizes": sizes})
        finally:
            for beside, _ in staged:
                beside.unlink(missing_ok=True)
        return counts

    def _put(self, path: Path, table: pa.Table) -> None:
        with path.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())

    def _written(self, path: Path, document: Mapping[str, Any]) -> None:
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            _synced(path.parent)
        finally:
            beside.unlink(missing_ok=True)


def _synced(folder: Path) -> None:
    """Make the names in a folder last, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def cannot_write(out: Path, error: OSError) -> CorpusError:
    """Return the error of a run that cannot write: why, and that what is there is whole."""
    return CorpusError(f"{out}: cannot write: {error.strerror or error}; shards that are there are whole")
