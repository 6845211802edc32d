"""Files, folders, archives and streams to pieces, in an order that stays the same; nothing is held but the next one."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from govnews.corpus.archives import BROKEN, LINES, TARS, problem, tarred, zipped
from govnews.corpus.pieces import Piece, Settings, TextFile
from govnews.corpus.streams import lines, parquet, whole_text
from govnews.errors import CorpusError

_KNOWN = (".txt", ".parquet", ".zip", *LINES, *TARS)


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
    found, folders = [], set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.add(entry.name)
                elif not entry.name.lower().endswith(_KNOWN):
                    continue
                found.append(entry.name)
    except OSError:
        yield folder, before.removesuffix("/") or folder.name  # to be read as a file, and told with its reason
        return
    for name in sorted(found):
        path = folder / name
        if name not in folders:
            yield path, before + name
        elif path.resolve() != out:
            yield from _walk(path, f"{before}{name}/", out)


def check_some(named: Sequence[tuple[Path, str]], out: Path) -> None:
    """See that there is a file to read.

    Raises:
        CorpusError: where there is none.
    """
    if next(files_of(named, out), None) is None:
        where = ", ".join(str(path) for path, _ in named) or "no path"
        message = f"nothing to read: no text, JSON lines, Parquet, zip or tar in {where}"
        raise CorpusError(message)


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
            if not _lies_still(path):
                yield problem(name, OSError("a pipe or a device, no file; standard input is -"))
            elif kind.endswith(".zip"):
                yield from zipped(path, name, settings)
            elif kind.endswith(TARS):
                yield from tarred(path, name, settings)
            elif kind.endswith(".parquet"):
                yield from parquet(path, name, settings, path.stat().st_size)
            elif kind.endswith(LINES):
                with path.open("rb") as file:
                    yield from lines(file, name, path, settings.shard)
            else:
                about = path.stat()
                mark = f"{about.st_size} {about.st_mtime_ns}"
                yield TextFile(name=name, mark=mark, size=about.st_size, weight=about.st_size, path=str(path))
        except BROKEN as error:
            yield problem(name, error)


def _lies_still(path: Path) -> bool:
    """Tell whether what is there can be read to its end: one would wait for ever at a pipe that nobody writes to."""
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)  # a folder that cannot be listed is told with its own reason


def _standard_input(settings: Settings) -> Iterator[Piece]:
    if settings.fields is not None:
        yield from lines(sys.stdin.buffer, "-", None, settings.shard)
    else:
        yield whole_text("-", sys.stdin.buffer, 0)
