"""Measure a run over many pages: pages a second by 1 and by N workers, memory, broken files, lines of 2 GB.

python bench/corpus.py PAGES [--pages 2000 20000] [--workers 2] [--lines 2e9]

PAGES is a folder of .txt files; the first of them, by name, are taken. Each figure comes from a process of its own, the
command that users run. On a machine that does other things, compare `CPU ms/page`, which the others hardly change.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pyarrow.parquet as pq

from govnews.corpus.inputs import files_of, named_paths, pieces_of
from govnews.corpus.pieces import Settings
from govnews.corpus.units import units_of

MB = 1 << 20


def measured(folder: Path, out: Path, workers: int) -> dict[str, float]:
    """Return what a run costs: seconds, CPU seconds, the peaks of the main process and of all together, in MB."""
    shutil.rmtree(out, ignore_errors=True)
    words = [sys.executable, "-m", "govnews", "read", str(folder), "-o", f"{out}/", "--workers", str(workers)]
    start = time.monotonic()
    run = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    main, parent, together = psutil.Process(run.pid), 0, 0
    while run.poll() is None:
        try:
            sizes = [one.memory_info().rss for one in (main, *main.children(recursive=True))]
        except psutil.Error:
            continue
        parent, together = max(parent, sizes[0]), max(together, sum(sizes))
        time.sleep(0.1)
    took = time.monotonic() - start
    usage = os.times()
    return {
        "seconds": took,
        "cpu": usage.children_user + usage.children_system,
        "parent": parent / MB,
        "together": together / MB,
        "pages": pq.read_table(out / "pages", columns=["sheet"]).num_rows,
        "errors": pq.read_table(out / "errors", columns=["id"]).num_rows,
    }


def taken(pages: Path, count: int, into: Path, broken: int = 0) -> Path:
    """Return a folder of links to the first pages; every hundredth is broken, where that is asked for."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    for at, path in enumerate(sorted(pages.glob("*.txt"))[:count]):
        if broken and at % broken == broken // 2:
            (into / path.name).write_bytes(b"\xff" + path.read_bytes()[:999])
        else:
            (into / path.name).symlink_to(path.resolve())
    return into


def row(name: str, found: dict[str, float], before: float) -> float:
    """Print the figures of one run, and return its pages a second."""
    rate = found["pages"] / found["seconds"]
    cpu = found["cpu"] - before
    print(
        f"{name:<28} {found['pages']:>7.0f} pages {found['seconds']:>8.1f} s {rate:>7.1f} pages/s "
        f"{1000 * cpu / max(1, found['pages']):>6.1f} CPU ms/page  main {found['parent']:>4.0f} MB  "
        f"all {found['together']:>5.0f} MB  {found['errors']:.0f} errors",
        flush=True,
    )
    return rate


def streamed(path: Path, size: int, page: str) -> Iterator[str]:
    """Write lines of JSON of that size, and yield what it costs to cut them into units."""
    line = json.dumps({"text": page}, ensure_ascii=False).encode() + b"\n"
    with path.open("wb") as file:
        for _ in range(size // len(line) + 1):
            file.write(line)
    settings = Settings()
    start = time.monotonic()
    units = units_of(pieces_of(files_of(named_paths([path]), Path("nowhere")), settings), settings.shard)
    count, texts, peak, process = 0, 0, 0, psutil.Process()
    before = process.memory_info().rss
    for unit in units:
        count += 1
        texts += sum(1 for piece in unit.pieces for _ in piece.rows(settings))
        peak = max(peak, process.memory_info().rss)
    took = time.monotonic() - start
    yield f"{path.stat().st_size / 1e9:.2f} GB of lines: {texts} texts in {count} shards, {took:.1f} s, "
    yield f"+{(peak - before) / MB:.0f} MB"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, nargs="+", default=[2000, 20000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--lines", type=float, default=2e9)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        few, most = min(args.pages), max(args.pages)

        def run(label: str, folder: Path, workers: int) -> float:
            before = os.times()
            return row(label, measured(folder, work / "out", workers), before.children_user + before.children_system)

        one = run("1 worker", taken(args.folder, few, work / "in"), 1)
        many = run(f"{args.workers} workers", work / "in", args.workers)
        print(f"{args.workers} workers against 1: {many / one:.2f} times the pages a second")
        run("every 100th broken", taken(args.folder, few, work / "in", broken=100), args.workers)
        if most > few:
            run(f"{args.workers} workers, all", taken(args.folder, most, work / "in"), args.workers)
        if args.lines:
            page = next(args.folder.glob("*.txt")).read_text(encoding="utf-8")
            print("".join(streamed(work / "large.jsonl", int(args.lines), page)))


if __name__ == "__main__":
    main()
