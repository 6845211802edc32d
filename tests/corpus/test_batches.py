"""Batches in, batches out: whatever the texts are, and wherever the function is run."""

import functools
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import CorpusError, Lexicon
from govnews.corpus import TABLES, flattened, read_batches, schema
from govnews.corpus.rows import Row

TEXT = "村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了放心水,总投资320万元。"


def batch(**columns: object) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def read(given: pa.RecordBatch, table: str) -> list[Row]:
    return [row for one in read_batches([given], table=table) for row in one.to_pylist()]


def test_a_row_for_each_text_in_its_order() -> None:
    given = batch(id=["b", "a", "c"], text=[TEXT, None, f"{TEXT}\f{TEXT}"])
    [nested] = read_batches([given])
    assert nested.schema.equals(schema(), check_metadata=True)
    rows = nested.to_pylist()
    assert [row["id"] for row in rows] == ["b", "a", "c"]
    assert [len(row["pages"]) for row in rows] == [1, 0, 2]
    assert [len(row["errors"]) for row in rows] == [0, 1, 0]


@pytest.mark.parametrize("table", TABLES)
def test_a_flat_table_is_the_nested_one_flattened(table: str) -> None:
    given = batch(id=[f"p{at}" for at in range(70)], text=[TEXT if at % 7 else None for at in range(70)])
    whole = pa.Table.from_batches([flattened(one, table) for one in read_batches([given])])
    flat = pa.Table.from_batches(read_batches([given], table=table), schema=schema(table))
    assert flat.equals(whole)
    assert flat.num_rows


def test_however_the_texts_are_cut_into_batches_the_rows_are_the_same() -> None:
    given = batch(id=[f"p{at}" for at in range(70)], text=[TEXT] * 70)
    parts = [given.slice(0, 1), given.slice(1, 0), given.slice(1, 50), given.slice(51)]
    whole = pa.Table.from_batches(read_batches([given], table="mentions"))
    assert pa.Table.from_batches(read_batches(parts, table="mentions")).equals(whole)


def test_batches_are_read_as_they_come() -> None:
    def endless() -> Iterator[pa.RecordBatch]:
        while True:
            yield batch(id=["p"], text=["通水。"])

    found = read_batches(endless())
    assert [next(found).num_rows for _ in range(3)] == [1, 1, 1]


def test_no_text_no_batch() -> None:
    assert list(read_batches([])) == []
    assert list(read_batches([batch(id=pa.array([], pa.string()), text=pa.array([], pa.string()))])) == []


# -- columns ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "day",
    [
        date(2023, 6, 4),
        "2023-06-04",
        "2023-06-04T08:00:00",
        "2023-06-04 08:00",
        "20230604",
        datetime(2023, 6, 4, 8),  # noqa: DTZ001 - a column without a zone
    ],
)
def test_the_day_of_issue(day: object) -> None:
    [row] = read(batch(id=["p"], text=[TEXT], issued=[day]), "pages")
    assert row["issued"] == date(2023, 6, 4)


def test_the_outlet() -> None:
    given = batch(id=["p"], text=[TEXT], outlet=["济宁日报"])
    assert read(given, "pages")[0]["outlet"] == "济宁日报"
    assert read(given, "headers")[0]["outlet_name"] == "济宁日报"


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.string_view()])
def test_texts_of_every_type_of_string(kind: pa.DataType) -> None:
    given = pa.RecordBatch.from_arrays([pa.array(["p"], kind), pa.array([TEXT], kind)], ["id", "text"])
    assert len(read(given, "articles")) == 1


def test_ids_may_be_numbers() -> None:
    assert read(batch(id=[7], text=[TEXT]), "pages")[0]["id"] == "7"


def test_an_agency_is_told() -> None:
    text = "防汛形势平稳\n\n新华社北京6月3日电(记者 周敏) 当前,各地防汛形势总体平稳,值守力量已经到位。"
    [row] = read(batch(id=["p"], text=[text]), "articles")
    assert (row["outlet"], row["outlet_kind"], row["adcode"]) == ("新华社", "agency", "110000")


# -- what cannot be read ----------------------------------------------------------------------------------------------
BROKEN = {
    "null": (pa.array([None], pa.string()), "the text is null"),
    "number": (pa.array([7]), "the text is no string but int"),
    "bytes": (pa.array([b"\xff"]), "the text is no string but bytes"),
    "list": (pa.array([["a"]]), "the text is no string but list"),
    "not UTF-8": (pa.array([b"\xb4\xe5"]).view(pa.string()), "the text is no UTF-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_text_that_cannot_be_read_is_a_row_of_errors(name: str) -> None:
    column, reason = BROKEN[name]
    given = pa.RecordBatch.from_arrays([pa.array(["p"]), column], ["id", "text"])
    [row] = read(given, "errors")
    assert (row["id"], row["source"], row["place"]) == ("p", None, None)
    assert row["reason"].startswith(reason)
    assert read(given, "pages") == []


@pytest.mark.parametrize("day", ["2023-02-30", "19. Mai", 20230519])
def test_a_day_that_is_no_day(day: object) -> None:
    [row] = read(batch(id=["p"], text=[TEXT], issued=[day], source=["f.jsonl"], place=["line 3"]), "errors")
    assert (row["source"], row["place"]) == ("f.jsonl", "line 3")
    assert "the day of issue is no day" in row["reason"]


def test_an_id_that_is_null() -> None:
    [row] = read(batch(id=pa.array([None], pa.string()), text=[TEXT]), "errors")
    assert (row["id"], row["reason"]) == (None, "the id is null")


def test_a_reader_that_fails_is_a_row_of_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str, **_: object) -> object:
        raise RecursionError(text[:3])

    monkeypatch.setattr("govnews.corpus.batches.read_pages", fails)
    [row] = read(batch(id=["p"], text=[TEXT]), "errors")
    assert row["reason"] == "the reader failed: RecursionError: 村民用"


@pytest.mark.parametrize("columns", [{"id": ["p"]}, {"text": ["p"]}, {"doc_id": ["p"], "body": ["p"]}])
def test_a_batch_without_its_columns(columns: dict[str, list[str]]) -> None:
    with pytest.raises(CorpusError, match="expected columns id and text, got"):
        list(read_batches([batch(**columns)]))


def test_a_table_that_there_is_not() -> None:
    with pytest.raises(CorpusError, match="no table 'page': expected one of pages"):
        read_batches([], table="page")


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=()), max_size=60)), max_size=5))
def test_any_text_is_a_page_or_an_error(texts: list[str | None]) -> None:
    kept = [None if text is None else text.encode("utf-8", "replace").decode() for text in texts]
    given = batch(id=pa.array([str(at) for at in range(len(kept))], pa.string()), text=pa.array(kept, pa.string()))
    rows = [row for one in read_batches([given]) for row in one.to_pylist()]
    assert [bool(row["pages"]) for row in rows] == [text is not None for text in kept]
    assert [bool(row["errors"]) for row in rows] == [text is None for text in kept]


# -- on workers -------------------------------------------------------------------------------------------------------
def test_a_lexicon_can_be_sent_to_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "outlets.tsv"
    path.write_text(
        "surface:key\tname:text?\tkind:own|agency|city\thome:text?\n柳溪电讯\t柳溪电讯社\tagency\t\n", encoding="utf-8"
    )
    own = Lexicon.default().extended(outlets=path)
    sent = pickle.dumps(functools.partial(read_batches, table="headers", lexicon=own))
    first, second = pickle.loads(sent), pickle.loads(sent)  # noqa: S301 - its own pickle
    assert first.keywords["lexicon"] is second.keywords["lexicon"]
    given = batch(id=["p"], text=["闸门启用\n\n柳溪电讯临河6月3日电(记者 周敏) 当前,新闸已经启用,灌区三天后放水。"])
    [found] = first([given])
    assert found.to_pylist()[0]["outlet_kind"] == "agency"
    assert pickle.loads(pickle.dumps(Lexicon.default())) is Lexicon.default()  # noqa: S301 - its own pickle


def test_without_pyarrow_the_extra_is_named() -> None:
    code = "import sys; sys.modules['pyarrow'] = None\nimport govnews.corpus"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert "pip install 'govnews[arrow]'" in run.stderr
    assert "MissingExtraError" in run.stderr
