"""`govnews read … -o OUT/`: when tables are meant, and what is wrong usage."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from govnews import cli
from govnews.cli.tables import fields

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("近日,石泉村200余户村民喝上了自来水。", encoding="utf-8")
    return path


@pytest.mark.parametrize("way", ["slash", "folder", "format"])
def test_three_ways_to_say_tables(way: str, page: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out"
    if way == "folder":
        out.mkdir()
    words = ["--format", "parquet"] if way == "format" else []
    said = f"{out}/" if way == "slash" else str(out)
    assert cli.main(["read", str(page), "-o", said, "--workers", "1", *words]) == 0
    assert pq.read_table(out / "pages").num_rows == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"govnews: {out}: 1 page, 1 article, 2 mentions\n"


def test_lines_of_json_to_a_file_are_page_documents(page: Path, tmp_path: Path) -> None:
    assert cli.main(["read", str(page), "--format", "jsonl", "-o", str(tmp_path / "out.jsonl")]) == 0
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").startswith('{"schema": "govnews/page@1"')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "parquet"], "--format parquet needs a folder to write to: -o OUT/"),
        (["--format", "table", "-o", "out/"], "--format table is no format of tables"),
        (["--workers", "2"], "--workers is for tables: -o OUT/"),
        (["--issued-from", "%Y%m%d", "-o", "out.json"], "--issued-from is for tables"),
        (["--fields", "text", "-o", "out/"], "'text' names no fields"),
        (["--workers", "two", "-o", "out/"], "two"),
    ],
)
def test_wrong_usage(words: list[str], said: str, page: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["read", str(page), *words])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_pattern_that_is_none(page: Path, tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(page), "-o", f"{tmp_path}/out/", "--issued-from", "%Y"]) == 1
    assert "'%Y' is no pattern for a day" in capsys.readouterr().err


def test_fields() -> None:
    assert fields("text=content, id=uid") == {"text": "content", "id": "uid"}
