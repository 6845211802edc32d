"""A run over files on one machine: folders to tables, by all cores, to be gone on with after any end."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from govnews import __version__
from govnews.corpus.database import duckdb
from govnews.corpus.days import compiled
from govnews.corpus.finish import FORMS, finish, tidy
from govnews.corpus.inputs import check_some, files_of, named_paths, pieces_of, weight_of
from govnews.corpus.pieces import FIELDS, Settings
from govnews.corpus.pool import Pool
from govnews.corpus.progress import Progress
from govnews.corpus.shards import NOTES, Counts, Shards, cannot_write
from govnews.corpus.tables import TABLES, VERSION
from govnews.corpus.units import Unit, units_of
from govnews.errors import CorpusError
from govnews.lexicon import Lexicon


@frozen(kw_only=True)
class Outcome:
    """What a run has written.

    Attributes:
        out: the folder.
        texts: files, lines and rows that were read, or could not be.
        pages: rows of the table `pages`, and so the others.
        articles: articles.
        paragraphs: blocks of text.
        headers: contributors of attributions.
        mentions: figures and times.
        errors: texts that could not be read.
        kept: how many of the texts an earlier run had read.
        seconds: how long this run took.

    .. versionadded:: 0.2.0
    """

    out: Path
    texts: int = 0
    pages: int = 0
    articles: int = 0
    paragraphs: int = 0
    headers: int = 0
    mentions: int = 0
    errors: int = 0
    kept: int = 0
    seconds: float = 0.0


def read_folder(  # noqa: PLR0913 - each says one thing of the input, by keyword
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    form: str = "parquet",
    issued: date | None = None,
    issued_from: str | None = None,
    outlet: str | None = None,
    fields: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    lexicon: Lexicon | None = None,
    workers: int | None = None,
    shard: int = 500,
    restart: bool = False,
    progress: bool = False,
) -> Outcome:
    """Read folders of pages into tables, with all cores, and return what was written.

    A run that ended before its end, however it did, is gone on with by the same call: nothing is lost and nothing is
    there twice. Texts that cannot be read are rows of the table `errors`. Call it under `if __name__ == "__main__":`,
    since the worker processes import the script that calls it.

    Args:
        paths: files and folders: text, JSON lines, Parquet, zip and tar of these; `-` is standard input.
        out: the folder to write to; what else is in it must come from govnews.
        form: parquet (a folder a table), csv or jsonl (a file a table), duckdb (one database).
        issued: the day of issue of what says none itself.
        issued_from: where the name of a file says it: a pattern of %Y, %m and %d, looked for anywhere in the name.
        outlet: the paper, of what names none itself.
        fields: what JSON lines and Parquet call `id`, `text`, `issued` and `outlet`.
        encoding: of text files.
        lexicon: the words to read by.
        workers: how many processes; None takes one a core.
        shard: how many texts become one shard of each table, at most; so much is read again after a kill.
        restart: throw away what an earlier run has written here.
        progress: tell on stderr how far it is.

    Raises:
        CorpusError: where a path is not there or holds nothing to read, where the folder cannot be written to or holds
            a run with other settings.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "p1.txt").write_text("近日,石泉村通了自来水。", encoding="utf-8")
    ...     found = read_folder(Path(folder, "p1.txt"), Path(folder, "out"), workers=1)
    >>> found.pages, found.articles, found.errors
    (1, 1, 0)

    .. versionadded:: 0.2.0
    """
    start = time.monotonic()
    settings = Settings(
        issued=issued,
        issued_from=issued_from,
        outlet=outlet,
        fields=fields,
        encoding=encoding,
        lexicon=lexicon,
        shard=shard,
    )
    _check(settings, form, workers)
    target, noted = Path(out), _noted(settings, form)
    named = named_paths([paths] if isinstance(paths, str | os.PathLike) else paths)
    check_some(named, target)
    shards = Shards(target, target if form == "parquet" else target / NOTES / "tables")
    told = Progress(weight_of(named, target)) if progress else None
    try:
        with shards.opened(noted, restart=restart) as finished, Pool(workers or _cores(), settings, shards) as pool:
            closed = finished and form != "parquet"
            run = _Run(shards, told, closed=closed)
            run.go(pool, units_of(pieces_of(files_of(named, target), settings), shard))
            if not closed:
                finish(form, shards)
                shards.finished(noted, run.counts)
            tidy(form, shards)
    except OSError as error:
        raise cannot_write(target, error) from None
    return Outcome(out=target, **run.counts, kept=run.kept, seconds=time.monotonic() - start)


@define
class _Run:
    """The units of a run, as they come to be done."""

    shards: Shards
    told: Progress | None
    closed: bool  # the shards have become another format: nothing can be added
    counts: Counts = field(factory=lambda: dict.fromkeys(("texts", *TABLES), 0))
    kept: int = 0
    units: int = 0

    def go(self, pool: Pool, units: Iterator[Unit]) -> None:
        """Have each unit read that has not been read before."""

        def tick() -> None:
            if self.told is not None:
                self.told.show(pool.reading)

        for unit, counts in pool.finished(self._fresh(units), tick):
            self._count(unit, counts, now=True)
        self.shards.check_end(self.units)
        if self.told is not None:
            self.told.show(0, last=True)

    def _fresh(self, units: Iterator[Unit]) -> Iterator[Unit]:
        for unit in units:
            self.units += 1
            counts = self.shards.done(unit.number, unit.mark, unit.names)
            if counts is None and self.closed:
                message = f"{self.shards.out}: finished, and now there is more to read: begin anew (--restart)"
                raise CorpusError(message)
            if counts is None:
                yield unit
            else:
                self.kept += counts["texts"]
                self._count(unit, counts, now=False)

    def _count(self, unit: Unit, counts: Counts, *, now: bool) -> None:
        for name, count in counts.items():
            self.counts[name] += count
        if self.told is not None:
            self.told.done(counts["texts"], counts["pages"], counts["errors"], unit.weight, now=now)


def _check(settings: Settings, form: str, workers: int | None) -> None:
    """Raise a CorpusError for what cannot be meant, before anything is read."""
    if form not in FORMS:
        message = f"there is no format {form!r}: expected one of {', '.join(FORMS)}"
        raise CorpusError(message)
    for name, count in (("workers", workers), ("shard", settings.shard)):
        if count is not None and count < 1:
            message = f"{name}: expected 1 or more, got {count}"
            raise CorpusError(message)
    unknown = set(settings.fields or ()) - set(FIELDS)
    if unknown:
        message = f"there is no field {', '.join(sorted(unknown))}: expected {', '.join(FIELDS)}"
        raise CorpusError(message)
    try:
        b"0".decode(settings.encoding)
    except UnicodeError:  # a wide encoding, which has no text of one byte
        pass
    except LookupError:
        message = f"there is no encoding {settings.encoding!r}"
        raise CorpusError(message) from None
    if settings.issued_from is not None:
        compiled(settings.issued_from)
    if form == "duckdb":
        duckdb()


def _noted(settings: Settings, form: str) -> dict[str, Any]:
    """Return what two runs into one folder must have in common."""
    words = settings.lexicon or Lexicon.default()
    return {
        "govnews": __version__,
        "schema": VERSION,
        "format": form,
        "issued": settings.issued and settings.issued.isoformat(),
        "issued_from": settings.issued_from,
        "outlet": settings.outlet,
        "fields": dict(settings.fields) if settings.fields is not None else None,
        "encoding": settings.encoding,
        "shard": settings.shard,
        "lexicon": hashlib.sha256(repr(words.__reduce__()[1]).encode()).hexdigest()[:16],
    }


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
