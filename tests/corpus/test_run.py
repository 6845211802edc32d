"""A run over folders, with real processes: what it writes, and that no end of it loses or doubles anything."""

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus_pages import PAGES, SHARD, page, tables
from govnews import CorpusError
from govnews.corpus import TABLES, Outcome, read_batches, read_folder, schema

Undisturbed = tuple[Path, Outcome]
DAY = "%Y-%m-%d"


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "govnews", "read", *map(str, words), "--issued-from", DAY, "--shard", str(SHARD)]


def ended(*words: object, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), capture_output=True, text=True, check=False, timeout=300, **more)


# -- what it writes ---------------------------------------------------------------------------------------------------
def test_all_pages_are_read_and_the_broken_one_told(undisturbed: Undisturbed) -> None:
    out, found = undisturbed
    assert (found.texts, found.pages, found.errors, found.kept) == (PAGES + 1, PAGES, 1, 0)
    assert found.articles == 2 * PAGES
    for name in TABLES:
        assert pq.read_table(out / name).num_rows == getattr(found, name)
    [error] = pq.read_table(out / "errors").to_pylist()
    assert (error["id"], error["source"]) == ("2023-06-10_broken.txt", "2023-06-10_broken.txt")
    assert error["reason"].startswith("not UTF-8: byte 0xFF at offset 0")


def test_the_tables_are_those_of_the_batches(folder: Path, undisturbed: Undisturbed) -> None:
    paths = [path for path in sorted(folder.iterdir()) if "broken" not in path.name]
    given = pa.RecordBatch.from_pydict(
        {
            "id": [path.name for path in paths],
            "text": [path.read_text(encoding="utf-8") for path in paths],
            "issued": [date.fromisoformat(path.name[:10]) for path in paths],
        }
    )
    for name in ("pages", "articles", "paragraphs", "headers", "mentions"):
        own = pa.Table.from_batches(read_batches([given], table=name), schema=schema(name))
        assert pq.read_table(undisturbed[0] / name).combine_chunks().equals(own.combine_chunks())


def test_a_file_says_its_schema(undisturbed: Undisturbed) -> None:
    for name in TABLES:
        [first, *_] = sorted((undisturbed[0] / name).glob("part-*.parquet"))
        found = pq.read_schema(first)
        assert found.equals(schema(name))
        assert [one.metadata[b"comment"] for one in found] == [one.metadata[b"comment"] for one in schema(name)]
        assert found.metadata[b"govnews.schema"] == b"govnews/tables@1"


def test_a_table_with_rows_has_no_shard_without(undisturbed: Undisturbed) -> None:
    for name in TABLES:
        rows = [pq.ParquetFile(path).metadata.num_rows for path in (undisturbed[0] / name).glob("part-*.parquet")]
        assert all(rows) or len(rows) == 1


def test_no_file_is_left_over(undisturbed: Undisturbed) -> None:
    names = {path.name for path in undisturbed[0].rglob("*") if path.is_file()}
    assert not [name for name in names if name.startswith(".")]
    assert len(list((undisturbed[0] / "pages").iterdir())) == -(-(PAGES + 1) // SHARD)


def test_the_number_of_workers_changes_nothing(folder: Path, undisturbed: Undisturbed, tmp_path: Path) -> None:
    run = ended(folder, "-o", f"{tmp_path}/out/", "--workers", "3", "--progress")
    assert run.returncode == 1
    assert tables(tmp_path / "out") == tables(undisturbed[0])
    last, said, unread = run.stderr.splitlines()[-3:]
    assert last.startswith(f"{PAGES + 1} texts, ")
    assert last.endswith(" pages/s, 100 %, 1 error")
    assert f"{PAGES} pages, {2 * PAGES} articles" in said
    assert unread == f"govnews: 1 of {PAGES + 1} texts could not be read: see the table errors"


def test_the_same_pages_as_lines_give_the_same_rows(folder: Path, undisturbed: Undisturbed, tmp_path: Path) -> None:
    records = [
        {"name": path.name, "body": path.read_text(encoding="utf-8"), "day": path.name[:10]}
        for path in sorted(folder.iterdir())
        if "broken" not in path.name
    ]
    data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records)
    own = ["--fields", "id=name,text=body,issued=day"]
    words = [sys.executable, "-m", "govnews", "read", "-", "-o", f"{tmp_path}/out/", *own]
    run = subprocess.run(words, input=data.encode(), capture_output=True, check=False, timeout=300)
    assert (run.returncode, run.stderr.count(b"\n")) == (0, 1)
    for name in ("pages", "articles", "paragraphs", "headers", "mentions"):
        assert pq.read_table(tmp_path / "out" / name).equals(pq.read_table(undisturbed[0] / name))


# -- killed -----------------------------------------------------------------------------------------------------------
def test_killed_at_five_moments_and_gone_on_with(folder: Path, undisturbed: Undisturbed, tmp_path: Path) -> None:
    out, chance = tmp_path / "out", random.Random(5)  # noqa: S311 - moments, no secrets
    killed = 0
    for _ in range(5):
        run = subprocess.Popen(command(folder, "-o", f"{out}/", "--workers", "2"), stderr=subprocess.DEVNULL)
        before = len(list(out.glob("_govnews/units/*.json")))
        while run.poll() is None and len(list(out.glob("_govnews/units/*.json"))) <= before:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.05))
        children = psutil.Process(run.pid).children(recursive=True) if run.poll() is None else []
        run.kill()
        killed += run.wait(60) == -signal.SIGKILL
        _, alive = psutil.wait_procs(children, timeout=30)
        assert not alive, "a worker outlives its run"
    assert killed >= 3
    noted = len(list(out.glob("_govnews/units/*.json")))
    assert noted > 0
    last = ended(folder, "-o", f"{out}/", "--workers", "2")
    assert last.returncode == 1
    assert tables(out) == tables(undisturbed[0])
    assert not list(out.rglob(".*"))


def test_a_run_that_is_whole_reads_nothing_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = read_folder(folder, out, issued_from=DAY, shard=SHARD, workers=2)
    before = tables(out)
    again = read_folder(folder, out, issued_from=DAY, shard=SHARD, workers=1)
    assert (again.kept, again.texts, again.mentions) == (PAGES + 1, first.texts, first.mentions)
    assert tables(out) == before


def test_a_shard_that_was_taken_away_or_cut_is_written_anew(
    folder: Path, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert ended(folder, "-o", f"{out}/").returncode == 1
    (out / "pages" / "part-000002.parquet").unlink()
    cut = out / "mentions" / "part-000003.parquet"
    cut.write_bytes(cut.read_bytes()[:-9])
    assert ended(folder, "-o", f"{out}/").returncode == 1
    assert tables(out) == tables(undisturbed[0])


def test_what_a_killed_run_left_half_done_is_done_anew(folder: Path, undisturbed: Undisturbed, tmp_path: Path) -> None:
    out = tmp_path / "out"
    read_folder(folder, out, issued_from=DAY, shard=SHARD, workers=1)
    (out / "_govnews" / "units" / "000003.json").unlink()
    (out / "mentions" / "part-000003.parquet").write_bytes(b"half")
    (out / "mentions" / ".part-000009.parquet.77").write_bytes(b"half")
    (out / "_govnews" / "units" / ".000009.json.77").write_bytes(b"{")
    again = read_folder(folder, out, issued_from=DAY, shard=SHARD, workers=1)
    assert again.kept == PAGES + 1 - SHARD
    assert tables(out) == tables(undisturbed[0])
    assert not list(out.rglob(".*"))


# -- workers that die -------------------------------------------------------------------------------------------------
# Imported by every process of Python at its start: a worker dies when it opens such a file, as often as is said.
WORKER = f"worker.{sys.implementation.cache_tag}.pyc"
DEADLY = """
import os, sys
def deadly(event, args):
    if event == "open" and "--multiprocessing-fork" in sys.orig_argv and str(args[0]).endswith({name!r}):
        left = len(os.listdir({deaths!r}))
        if left < {times}:
            open(os.path.join({deaths!r}, str(left)), "w").close()
            os.kill(os.getpid(), 9)
sys.addaudithook(deadly)
"""


@pytest.fixture
def deadly(tmp_path: Path) -> Any:
    def make(name: str, times: int) -> dict[str, str]:
        (tmp_path / "deaths").mkdir()
        (tmp_path / "site").mkdir()
        code = DEADLY.format(name=name, deaths=str(tmp_path / "deaths"), times=times)
        (tmp_path / "site" / "sitecustomize.py").write_text(code, encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(tmp_path / "site"), os.environ.get("PYTHONPATH"))))
        return os.environ | {"PYTHONPATH": path}

    return make


def test_a_page_that_no_process_survives_is_a_row_of_errors(folder: Path, tmp_path: Path, deadly: Any) -> None:
    out, name = tmp_path / "out", "2023-06-05_04.txt"
    run = ended(folder, "-o", f"{out}/", "--workers", "2", env=deadly(name, 99))
    assert (run.returncode, len(list((tmp_path / "deaths").iterdir()))) == (1, 2)
    errors = pq.read_table(out / "errors").to_pylist()
    assert [row["id"] for row in errors] == [name, "2023-06-10_broken.txt"]
    assert errors[0]["reason"].startswith("the process that read it died")
    assert pq.read_table(out / "pages").num_rows == PAGES - 1


def test_a_process_that_dies_once_costs_nothing(
    folder: Path, undisturbed: Undisturbed, tmp_path: Path, deadly: Any
) -> None:
    run = ended(folder, "-o", f"{tmp_path}/out/", "--workers", "2", env=deadly("2023-06-05_04.txt", 1))
    assert run.returncode == 1
    assert tables(tmp_path / "out") == tables(undisturbed[0])


def test_processes_that_die_before_they_read_end_the_run(folder: Path, tmp_path: Path, deadly: Any) -> None:
    out = tmp_path / "out"
    run = ended(folder, "-o", f"{out}/", "--workers", "1", env=deadly(WORKER, 99))
    assert run.returncode == 1
    assert "worker processes die, and not of any one text" in run.stderr
    assert tables(out).keys() == {f"{name}/part-schema.parquet" for name in TABLES}


# -- what its processes do --------------------------------------------------------------------------------------------
# Imported by every process of Python at its start: tells each file that is opened for writing, renamed or removed.
WATCHED = """
import os, sys
log = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def watch(event, args):
    name = None
    if event == "open" and isinstance(args[0], str) and (args[2] & writes or set(str(args[1])) & set("wax+")):
        name = args[0]
    elif event in ("os.remove", "os.rmdir") and args[1] == -1:  # else within a folder that shutil.rmtree has told
        name = args[0]
    elif event.split(".")[0] == "socket" or event in ("os.rename", "os.mkdir", "os.system", "shutil.rmtree"):
        name = args[0]
    if name is not None:
        os.write(log, f"{{event}}\\t{{name}}\\n".encode())
sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""


@pytest.mark.parametrize("form", ["parquet", "csv", "duckdb"])
def test_no_process_writes_anything_but_in_the_output(form: str, few: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    log = tmp_path / "log"
    (tmp_path / "site" / "sitecustomize.py").write_text(WATCHED.format(log=str(log)), encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path / "site"), os.environ.get("PYTHONPATH"))))
    words = [sys.executable, "-m", "govnews", "read", str(few), "-o", f"{tmp_path}/out/", "--format", form]
    subprocess.run(words, check=True, timeout=300, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": path})
    # Shared memory of the standard library, a file without a name in a moment.
    allowed = (f"{tmp_path}/out", "/dev/null", "/dev/shm/pym-")  # noqa: S108 - compared, not written to
    told = {tuple(line.split("\t")) for line in log.read_text(encoding="utf-8").splitlines()}
    assert [one for one in told if not one[1].startswith(allowed)] == []
    assert len(told) > 20


# -- other settings, other input --------------------------------------------------------------------------------------
@pytest.fixture
def few(tmp_path: Path) -> Path:
    path = tmp_path / "few"
    path.mkdir()
    for at in range(4):
        (path / f"{at}.txt").write_text(page(at), encoding="utf-8")
    return path


def test_other_settings_are_told(few: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    read_folder(few, out, workers=1)
    with pytest.raises(CorpusError, match="begun otherwise \\(outlet None, now '济宁日报'\\)"):
        read_folder(few, out, workers=1, outlet="济宁日报")
    found = read_folder(few, out, workers=1, outlet="济宁日报", restart=True)
    assert (found.kept, found.pages) == (0, 4)
    assert set(pq.read_table(out / "pages")["outlet"].to_pylist()) == {"济宁日报"}


@pytest.mark.parametrize("change", ["more", "less", "other"])
def test_input_that_has_changed_is_told(change: str, few: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    read_folder(few, out, workers=1, shard=2)
    before = tables(out)
    if change == "more":
        (few / "00.txt").write_text(page(9), encoding="utf-8")
    elif change == "less":
        (few / "2.txt").unlink()
        (few / "3.txt").unlink()
    else:
        (few / "1.txt").write_text(page(9), encoding="utf-8")
    with pytest.raises(CorpusError, match="the input has changed since this run was begun"):
        read_folder(few, out, workers=1, shard=2)
    assert tables(out) == before


def test_a_folder_of_something_else_is_left_alone(few: Path) -> None:
    for restart in (False, True):
        with pytest.raises(CorpusError, match="not empty, and no run of govnews has written it"):
            read_folder(few, few, workers=1, restart=restart)
    assert len(list(few.iterdir())) == 4


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "notes.md").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match="nothing to read: no text"):
        read_folder(tmp_path / "pages", tmp_path / "out", workers=1)
    assert not (tmp_path / "out").exists()


def test_two_runs_into_one_folder(few: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    out = tmp_path / "out"
    read_folder(few, out, workers=1)
    with (out / "_govnews" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CorpusError, match="another run is writing here"):
            read_folder(few, out, workers=1)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"form": "papyrus"}, "no format 'papyrus': expected one of parquet, csv, jsonl, duckdb"),
        ({"workers": 0}, "workers: expected 1 or more, got 0"),
        ({"encoding": "papyrus"}, "there is no encoding 'papyrus'"),
        ({"shard": -1}, "shard: expected 1 or more, got -1"),
        ({"fields": {"body": "text"}}, "there is no field body: expected id, text, issued, outlet"),
        ({"issued_from": "%Y"}, "expected %Y, %m and %d once each"),
    ],
)
def test_what_cannot_be_meant(settings: dict[str, Any], said: str, few: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as raised:
        read_folder(few, tmp_path / "out", **settings)
    assert said in str(raised.value)
    assert not (tmp_path / "out").exists()


# -- a place where nothing can be written -----------------------------------------------------------------------------
def test_a_place_where_nothing_can_be_written(few: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot write: Not a directory"):
        read_folder(few, tmp_path / "file" / "out", workers=1)


FULL = """
import resource, signal, sys
from govnews.cli import main
if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the size of files")
def test_a_disk_that_is_full_leaves_whole_shards(tmp_path: Path) -> None:
    few, out = tmp_path / "few", tmp_path / "out"
    few.mkdir()
    for at in range(6):
        # The last two pages have many figures: their shard is larger than what may be written.
        text = (
            page(at) if at < 4 else "\n\n".join(f"第{one}期工程总投资{one * at}.{one}亿元。" for one in range(1, 400))
        )
        (few / f"{at}.txt").write_text(text, encoding="utf-8")
    script = tmp_path / "full.py"
    script.write_text(FULL.format(limit=30_000), encoding="utf-8")
    words = [sys.executable, str(script), "read", str(few), "-o", f"{out}/", "--workers", "1", "--shard", "2"]
    run = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 1
    assert "cannot write: " in run.stderr
    assert "shards that are there are whole" in run.stderr
    assert "Traceback" not in run.stderr
    done = sorted(path.stem for path in (out / "_govnews" / "units").glob("*.json"))
    assert done == ["000000", "000001"]
    for name in TABLES:
        assert pq.read_table(out / name).num_rows >= 0
    assert pq.read_table(out / "pages").num_rows == 4
    assert not list(out.rglob(".*"))
    found = read_folder(few, out, shard=2, workers=1)
    assert (found.kept, found.pages) == (4, 6)


def test_stopped_by_hand(tmp_path: Path) -> None:
    out = tmp_path / "out"
    lines = [json.dumps({"text": page(at)}).encode() + b"\n" for at in range(8)]
    words = [sys.executable, "-m", "govnews", "read", "-", "-o", f"{out}/", "--fields", "text=text", "--shard", "4"]
    run = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdin is not None
    run.stdin.write(b"".join(lines[:5]))  # and more may come
    run.stdin.flush()
    while run.poll() is None and not list(out.glob("_govnews/units/*.json")):
        time.sleep(0.002)
    run.send_signal(signal.SIGINT)
    said = run.communicate(timeout=60)[1].decode()
    assert run.returncode == 130
    assert "the same command goes on where it ended" in said
    assert "Traceback" not in said
    again = subprocess.run(words, input=b"".join(lines), capture_output=True, check=True, timeout=300)
    assert b"8 pages, 16 articles" in again.stderr
    assert b"(4 texts read before)" in again.stderr


# -- other formats ----------------------------------------------------------------------------------------------------
def test_csv(few: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = read_folder(few, out, form="csv", workers=1, shard=2)
    for name in TABLES:
        with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == getattr(found, name)
    [area] = {(row["value"], row["value_text"], row["si_value"]) for row in mentions(out) if row["unit"] == "亩"}
    assert area == ("15000", "15000", "10000000")
    assert sorted(path.name for path in out.iterdir()) == sorted(["_govnews", *(f"{name}.csv" for name in TABLES)])
    assert read_folder(few, out, form="csv", workers=1, shard=2).kept == 4
    (few / "9.txt").write_text(page(9), encoding="utf-8")
    with pytest.raises(CorpusError, match="finished, and now there is more to read"):
        read_folder(few, out, form="csv", workers=1, shard=2)


def mentions(out: Path) -> list[dict[str, str]]:
    with (out / "mentions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_lines_of_json(few: Path, tmp_path: Path) -> None:
    found = read_folder(few, tmp_path / "out", form="jsonl", workers=1)
    for name in TABLES:
        text = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.splitlines()]
        assert len(rows) == getattr(found, name)
        assert all(list(row) == schema(name).names for row in rows)


def test_a_database(few: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    found = read_folder(few, tmp_path / "out", form="duckdb", workers=1)
    with duckdb.connect(tmp_path / "out" / "govnews.duckdb", read_only=True) as connection:
        for name in TABLES:
            assert len(connection.table(name).fetchall()) == getattr(found, name)
        said = connection.execute("SELECT comment FROM duckdb_columns() WHERE column_name = 'adcode'").fetchall()
    assert all("GB/T 2260" in row[0] for row in said)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["_govnews", "govnews.duckdb"]


# -- memory -----------------------------------------------------------------------------------------------------------
def test_the_input_is_read_as_it_is_needed(tmp_path: Path) -> None:
    """A file of 60 MB of lines is cut into units without being held."""
    code = """
import resource, sys
from pathlib import Path
from govnews.corpus.inputs import files_of, named_paths, pieces_of
from govnews.corpus.pieces import Settings
from govnews.corpus.units import units_of
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
settings = Settings()
units = units_of(pieces_of(files_of(named_paths([sys.argv[1]]), Path("nowhere")), settings), settings.shard)
print(sum(piece.records for unit in units for piece in unit.pieces))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    path = tmp_path / "large.jsonl"
    line = json.dumps({"text": "水" * 700}, ensure_ascii=False).encode() + b"\n"
    with path.open("wb") as file:
        for _ in range(30):
            file.write(line * 1000)
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    records, grown = map(int, run.stdout.split())
    assert records == 30_000
    assert grown < 30 * 1024  # kB
