"""CSV: read back by the csv module, pandas and DuckDB, cell by cell; formulas."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given

from govnews import Page, read_page
from govnews.export import to_csv
from govnews.export.as_csv import TABLES
from govnews.export.running import sound
from models import Made, made_pages

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = '村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁 周敏) 近日,石泉村200余户,“喝"水”。\n\n气温-20℃,增长5.3%。'


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("table", TABLES)
@given(made=made_pages())
def test_every_cell_comes_back(table: str, made: Made) -> None:
    found = rows(to_csv(made.page, table))
    columns, read = TABLES[table]
    assert len(found) == len(list(read(made.page)))
    for row, wanted in zip(found, read(made.page), strict=True):
        assert wanted.keys() <= {*columns}
        for name, value in wanted.items():
            if isinstance(value, str):
                assert row[name] == sound(value).replace("\0", "\ufffd")
            elif value is None:
                assert row[name] == ""


@given(made_pages())
def test_offsets_point_at_the_words(made: Made) -> None:
    for table in ("paragraphs", "headers", "mentions"):
        for row in rows(to_csv(made.page, table)):
            pieces = [tuple(map(int, one.split("-"))) for one in row["spans"].split()]
            shown = "".join(made.text[start:end] for start, end in pieces)
            assert row["text"] == sound(shown).replace("\0", "\ufffd")
            assert (int(row["char_start"]), int(row["char_end"])) == (pieces[0][0], pieces[-1][1])


def test_lines_end_as_the_standard_says() -> None:
    assert to_csv(Page(text_sha256="0")).endswith("spans\r\n")
    assert to_csv(Page(text_sha256="0"), heading=False) == ""


def test_columns_are_called_as_in_the_tables_of_a_corpus() -> None:
    tables = pytest.importorskip("govnews.corpus.tables", exc_type=ImportError).TABLES
    shared = {"source", "text_sha256", "issued", "article"}
    for table, (columns, _) in TABLES.items():
        assert set(columns) <= set(tables[table].schema.names) | shared


def test_a_contributor_a_row() -> None:
    found = rows(to_csv(read_page(TEXT), "headers"))
    assert [(row["contributor"], row["name"], row["certain"]) for row in found] == [
        ("1", "马骁", "true"),
        ("2", "周敏", "true"),
    ]


def test_formulas_are_guarded_where_that_is_asked_for() -> None:
    page = read_page("=cmd|' /C calc'!A0\n\n近日,气温\n\n-20℃,村里200户安好。\n\n-20℃的一天\n\n＝1+1是标题")
    plain, guarded = (rows(to_csv(page, "paragraphs", spreadsheet=flag)) for flag in (False, True))
    assert "=cmd|' /C calc'!A0" in [row["text"] for row in plain]
    begins = tuple("=+-@＝＋－＠\t\r")
    assert not [row["text"] for row in guarded if row["text"].startswith(begins)]
    assert [row["text"].lstrip("'") for row in guarded] == [row["text"] for row in plain]
    figures = rows(to_csv(page, "mentions", spreadsheet=True))
    cold = next(row for row in figures if "20" in row["text"])
    assert cold["value"] == "-20"
    assert cold["text"].startswith("'-20")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="articles, paragraphs, headers, mentions"):
        to_csv(Page(text_sha256="0"), "figures")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_pandas_and_duckdb_read_the_same(path: Path, tmp_path: Path) -> None:
    pandas, duckdb = pytest.importorskip("pandas"), pytest.importorskip("duckdb")
    page = read_page(path.read_text(encoding="utf-8"))
    for table in TABLES:
        told = to_csv(page, table)
        kept = tmp_path / f"{table}.csv"
        kept.write_text(told, encoding="utf-8", newline="")
        wanted = [list(row.values()) for row in rows(told)]
        frame = pandas.read_csv(kept, dtype=str, keep_default_na=False)
        assert frame.to_numpy().tolist() == wanted
        query = f"select * from read_csv('{kept}', all_varchar = true, header = true, strict_mode = true)"  # noqa: S608
        found = duckdb.sql(query).fetchall()
        assert [["" if cell is None else cell for cell in row] for row in found] == wanted
