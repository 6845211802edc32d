"""Questions to the tables: those of the docs, how answers are printed, and what is refused."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus_pages import PAGES
from govnews import CorpusError, cli
from govnews.corpus import Outcome, read_folder
from govnews.corpus.query import ask

DOCS = Path(__file__).parents[2] / "docs" / "how-to" / "corpus.md"
QUESTIONS = re.findall(r"^```sql\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
Undisturbed = tuple[Path, Outcome]
Captured = pytest.CaptureFixture[str]


def answer(out: Path, sql: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(ask(out, sql, form="json")))
    return found


# -- the docs ---------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def answers(undisturbed: Undisturbed) -> list[list[dict[str, Any]]]:
    return [answer(undisturbed[0], sql) for sql in QUESTIONS]


def test_investment_by_county_and_quarter(answers: list[list[dict[str, Any]]]) -> None:
    [row] = answers[0]
    assert (row["year"], row["quarter"]) == (2023, 2)
    assert row["yi_yuan"] == round(sum(range(1, PAGES + 1)) / 1e4, 2)  # a page has its own number of 万元


def test_share_of_agency_copy(answers: list[list[dict[str, Any]]]) -> None:
    assert answers[1] == [{"paper": None, "signed": 2 * PAGES, "agency": 0.5}]


def test_who_signs(answers: list[list[dict[str, Any]]]) -> None:
    assert answers[2] == [
        {"name": "周敏", "role": "记者", "articles": PAGES},
        {"name": "马骁", "role": "通讯员", "articles": PAGES},
        {"name": "高原", "role": "记者", "articles": PAGES},
    ]


def test_what_was_not_read(answers: list[list[dict[str, Any]]]) -> None:
    [row] = answers[3]
    assert (row["source"], row["place"]) == ("2023-06-10_broken.txt", None)


def test_where_to_look(answers: list[list[dict[str, Any]]]) -> None:
    assert len(answers[4]) == 5
    assert answers[4][0]["headline"]


# -- how answers are printed ------------------------------------------------------------------------------------------
def test_the_command_prints_a_table(undisturbed: Undisturbed, capsys: Captured) -> None:
    sql = "SELECT type, count(*) AS n, max(value) AS most FROM mentions WHERE currency = 'CNY' GROUP BY type"
    assert cli.main(["query", str(undisturbed[0]), sql]) == 0
    assert capsys.readouterr().out == "type   n   most\n-----  --  ------\nmoney  40  400000\n"


def test_the_command_prints_csv(undisturbed: Undisturbed, capsys: Captured) -> None:
    sql = "SELECT text, spans, start, value FROM mentions WHERE text = '1.5万亩' LIMIT 1"
    assert cli.main(["query", str(undisturbed[0]), sql, "--format", "csv"]) == 0
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["text"], row["start"], row["value"]) == ("1.5万亩", "", "15000")
    assert json.loads(row["spans"])[0].keys() == {"start", "end"}


def test_the_question_may_come_from_standard_input(
    undisturbed: Undisturbed, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 1 AS one, NULL AS none WHERE false"))
    assert cli.main(["query", str(undisturbed[0]), "-", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_database_answers_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("近日,石泉村200余户村民喝上了自来水。", encoding="utf-8")
    read_folder(tmp_path / "a.txt", tmp_path / "out", form="duckdb", workers=1)
    [row] = answer(tmp_path / "out", "SELECT value, unit FROM mentions WHERE type = 'count'")
    assert row == {"value": "200", "unit": "户"}


def test_a_shard_of_a_unit_that_is_not_done_is_not_seen(tmp_path: Path) -> None:
    for at in range(2):
        (tmp_path / f"{at}.txt").write_text("近日,石泉村200余户村民喝上了自来水。", encoding="utf-8")
    out = tmp_path / "out"
    read_folder([tmp_path / "0.txt", tmp_path / "1.txt"], out, shard=1, workers=1)
    (out / "_govnews" / "units" / "000001.json").unlink()
    assert answer(out, "SELECT count(*) AS n FROM pages") == [{"n": 1}]


# -- what is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("COPY pages TO 'x.csv'", "a question only reads"),
        ("DROP VIEW pages", "a question only reads"),
        ("CREATE TABLE t AS SELECT 1", "a question only reads"),
        ("INSTALL httpfs", "a question only reads"),
        ("SET enable_external_access = true", "a question only reads"),
        ("SELECT 1; SELECT 2", "a question only reads"),
        ("", "a question only reads"),
        ("SELEC", "syntax error"),
        ("SELECT * FROM read_csv('/etc/hosts')", "disabled by configuration"),
        ("SELECT * FROM 'https://example.org/x.parquet'", ""),
        ("SELECT * FROM colours", "colours does not exist"),
    ],
)
def test_what_is_no_question(sql: str, said: str, undisturbed: Undisturbed) -> None:
    with pytest.raises(CorpusError) as raised:
        list(ask(undisturbed[0], sql))
    assert said in str(raised.value)


def test_a_folder_without_tables(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["query", str(tmp_path), "SELECT 1"]) == 1
    assert "no tables of govnews here" in capsys.readouterr().err


def test_without_duckdb_the_extra_is_named(undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(ImportError, match=r"pip install 'govnews\[duckdb\]'"):
        list(ask(undisturbed[0], "SELECT 1"))


def test_a_page_does_not_steer_the_terminal(undisturbed: Undisturbed) -> None:
    table = "".join(ask(undisturbed[0], r"SELECT chr(27) || '[2J' || chr(10) || chr(155) || '石泉' AS a"))
    assert table.splitlines()[2] == "\ufffd[2J⏎\ufffd石泉"


def test_json_has_no_number_that_json_does_not_know(undisturbed: Undisturbed) -> None:
    [row] = answer(undisturbed[0], "SELECT 'nan'::DOUBLE AS a, ['-inf'::DOUBLE, 1.5] AS b")
    assert row == {"a": "nan", "b": ["-inf", 1.5]}
