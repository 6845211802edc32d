"""What a run tells of itself, and what its pool does when a process dies that has nothing to do."""

import io
from collections.abc import Iterator
from pathlib import Path

import psutil

from corpus_pages import page
from govnews.corpus.inputs import files_of, named_paths, pieces_of
from govnews.corpus.pieces import Settings
from govnews.corpus.pool import Pool
from govnews.corpus.progress import Progress
from govnews.corpus.shards import Shards
from govnews.corpus.units import Unit, units_of


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_one_line() -> None:
    stream = Terminal()
    told = Progress(1000, stream=stream)
    told.done(100, 120, 1, 500, now=True)
    told.show(0)
    told.show(5)  # too soon after the one before
    told.done(100, 120, 0, 500, now=True)
    told.show(0, last=True)
    shown = stream.getvalue()
    assert shown.count("\r") == 2
    assert shown.count("\n") == 1
    first, last = shown.split("\r")[1:]
    assert first.startswith("100 texts, ")
    assert " 50 %, 0:00 left, 1 error" in first
    assert last.startswith("200 texts, ")
    assert last.rstrip().endswith("100 %, 1 error")


def test_what_is_no_terminal_has_a_line_each_time() -> None:
    stream = io.StringIO()
    told = Progress(None, stream=stream)
    told.show(3, last=True)
    told.show(4)
    told.show(5, last=True)
    assert [line.split(",")[0] for line in stream.getvalue().splitlines()] == ["3 texts", "5 texts"]
    assert "%" not in stream.getvalue()


def test_what_an_earlier_run_has_read_is_not_counted_as_speed() -> None:
    told = Progress(1000)
    told.done(80, 80, 0, 800, now=False)
    told.done(10, 10, 0, 100, now=True)
    assert told.line(10, 0) == "10 texts, 1.0 pages/s, 90 %, 0:10 left, 0 errors"


def test_a_process_that_dies_while_it_waits(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for at in range(2):
        (pages / f"{at}.txt").write_text(page(at), encoding="utf-8")
    settings, shards = Settings(), Shards(tmp_path / "out", tmp_path / "out")
    found = list(units_of(pieces_of(files_of(named_paths([pages]), shards.out), settings), 1))
    killed: list[int] = []

    def units() -> Iterator[Unit]:
        yield found[0]
        for child in psutil.Process().children():
            if "--multiprocessing-fork" in child.cmdline():
                child.kill()
                killed.append(child.pid)
        yield found[1]

    with shards.opened({}, restart=False), Pool(1, settings, shards) as pool:
        counts = [one["pages"] for _, one in pool.finished(units(), lambda: None)]
    assert (counts, len(killed)) == ([1, 1], 1)
