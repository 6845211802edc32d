"""The tables: what their rows hold, how ids join, what a decimal holds; the reference page is the schemas."""

import hashlib
import importlib.util
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import read_pages
from govnews.corpus import TABLES, flattened, read_batches, schema
from govnews.corpus.rows import Row, decimal, text_hash
from govnews.mentions.mention import When

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ISSUED = date(2023, 5, 19)


def batch(**columns: object) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


@pytest.fixture(scope="module")
def nested() -> pa.RecordBatch:
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    given = batch(id=[path.name for path in SEEDS], text=texts, issued=[ISSUED] * len(SEEDS), outlet=["济宁日报"] * 5)
    [found] = read_batches([given])
    found.validate(full=True)
    return found


@pytest.fixture(scope="module")
def rows(nested: pa.RecordBatch) -> dict[str, list[Row]]:
    return {name: flattened(nested, name).to_pylist() for name in TABLES}


def test_each_table_has_its_schema(nested: pa.RecordBatch) -> None:
    for name in TABLES:
        found = flattened(nested, name)
        found.validate(full=True)
        assert found.schema.equals(schema(name), check_metadata=True)
        assert found.schema.metadata[b"govnews.schema"] == b"govnews/tables@1"
        assert all(field.metadata[b"comment"] for field in found.schema)


def test_no_column_is_forgotten(rows: dict[str, list[Row]]) -> None:
    # What no seed prints: a lunar date, a deck; what none lacks: a day of issue.
    rare = {"deck", "issued_inferred", "issued_inferred_edtf", "calendar", "per", "subkind"}
    rare |= {"change_basis", "change_over", "change_start", "change_end"}
    for name in TABLES:
        if rows[name]:
            empty = {column for column in schema(name).names if all(row[column] is None for row in rows[name])}
            assert empty <= rare, name


@pytest.mark.parametrize(
    ("table", "key"), [("pages", "page_id"), ("articles", "article_id"), ("paragraphs", "paragraph_id")]
)
def test_ids_are_one_a_row(table: str, key: str, rows: dict[str, list[Row]]) -> None:
    ids = [row[key] for row in rows[table]]
    assert len(ids) == len(set(ids)) > 0


def test_headers_and_mentions_have_one_row_each(rows: dict[str, list[Row]]) -> None:
    headers = [(row["header_id"], row["contributor"]) for row in rows["headers"]]
    mentions = [row["mention_id"] for row in rows["mentions"]]
    assert len(headers) == len(set(headers))
    assert len(mentions) == len(set(mentions))


def test_ids_join(rows: dict[str, list[Row]]) -> None:
    pages = {row["page_id"] for row in rows["pages"]}
    articles = {row["article_id"] for row in rows["articles"]} | {None}
    paragraphs = {row["paragraph_id"]: row["article_id"] for row in rows["paragraphs"]}
    for name in ("paragraphs", "headers", "mentions"):
        assert {row["page_id"] for row in rows[name]} <= pages
        assert {row["article_id"] for row in rows[name]} <= articles
    for name in ("headers", "mentions"):
        assert all(paragraphs[row["paragraph_id"]] == row["article_id"] for row in rows[name])


def test_offsets_are_those_of_the_text(rows: dict[str, list[Row]]) -> None:
    text = {path.name: path.read_text(encoding="utf-8") for path in SEEDS}
    page = {row["page_id"]: text[row["id"]] for row in rows["pages"]}
    for name in ("paragraphs", "headers", "mentions"):
        for row in rows[name]:
            pieces = [page[row["page_id"]][span["start"] : span["end"]] for span in row["spans"]]
            assert "".join(pieces) == row["text"]
            assert (row["char_start"], row["char_end"]) == (row["spans"][0]["start"], row["spans"][-1]["end"])


def test_a_mention_lies_in_its_paragraph(rows: dict[str, list[Row]]) -> None:
    paragraphs = {row["paragraph_id"]: row for row in rows["paragraphs"]}
    for row in rows["mentions"]:
        owner = paragraphs[row["paragraph_id"]]
        assert any(span["start"] <= row["char_start"] < span["end"] for span in owner["spans"])
        assert row["doubt"] == owner["doubt"]


def test_the_tables_say_what_the_pages_say(rows: dict[str, list[Row]]) -> None:
    [page] = read_pages(SEEDS[0].read_text(encoding="utf-8"), issued=ISSUED, outlet="济宁日报")
    key = next(row["page_id"] for row in rows["pages"] if row["id"] == SEEDS[0].name)
    own = {name: [row for row in table if row.get("page_id") == key] for name, table in rows.items()}
    assert [row["headline"] for row in own["articles"]] == [article.headline for article in page.articles]
    assert [row["kind"] for row in own["articles"]] == [article.kind.label.value for article in page.articles]
    assert [row["text"] for row in own["articles"]] == [article.body_text for article in page.articles]
    mentions = [one for article in page.articles for one in article.mentions] + list(page.mentions)
    assert [row["text"] for row in own["mentions"]] == [mention.text for mention in mentions]
    for row, mention in zip(own["mentions"], mentions, strict=True):
        if isinstance(mention, When):
            assert (row["edtf"], row["start"], row["end"]) == (mention.edtf, mention.start, mention.end)
        else:
            assert (Decimal(row["value_text"]), row["unit"]) == (mention.value, mention.unit)
            assert row["value"] == decimal(mention.value)
            assert row["currency"] == (mention.unit if mention.type.value == "money" else None)
    names = [person.name for article in page.articles for one in article.headers for person in one.contributors]
    assert [row["name"] for row in own["headers"] if row["article_id"] and row["contributor"]] == names


def test_a_share_that_moves() -> None:
    given = batch(id=["p"], text=["全县粮食产量同比增长5.3%,森林覆盖率由2015年的21%提高到25.5%。"])
    rows = [row for one in read_batches([given], table="mentions") for row in one.to_pylist()]
    moved = [row for row in rows if row["change_direction"]]
    assert [(row["change_basis"], row["change_start"], row["change_end"]) for row in moved] == [
        ("yoy", None, None),
        (None, "21", "25.5"),
    ]


def test_ids_hang_on_what_the_text_says_and_is_called() -> None:
    def ids(name: str, text: str) -> list[str]:
        return [
            row["page_id"]
            for one in read_batches([batch(id=[name], text=[text])], table="pages")
            for row in one.to_pylist()
        ]

    text = "石泉村通了自来水。"
    digest = hashlib.sha256(f"p1\0{hashlib.sha256(text.encode()).hexdigest()}".encode()).hexdigest()
    assert ids("p1", text) == [f"{digest[:20]}-1"]
    assert ids("p1", text) != ids("p2", text)
    assert ids("p1", text) != ids("p1", text + "。")
    assert [one[-2:] for one in ids("p1", f"{text}\f{text}")] == ["-1", "-2"]


def test_the_hash_of_a_paragraph_is_that_of_its_words() -> None:
    assert text_hash("（记者　周敏）共１２万册") == text_hash("(记者周敏)共12万册")
    assert text_hash("共12万册") != text_hash("共13万册")
    assert len(text_hash("\ud800")) == 32


# -- decimals ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("160000", "160000"),
        ("-0.000000000001", "-0.000000000001"),
        ("99999999999999999999999999.999999999999", "99999999999999999999999999.999999999999"),
        ("100000000000000000000000000", None),
        ("0.0000000000001", None),
        ("0.00000012345678901", None),
        ("0.0000035", "0.0000035"),
        ("1E+9999999", None),
        ("Infinity", None),
    ],
)
def test_what_a_decimal_holds(value: str, held: str | None) -> None:
    found = decimal(Decimal(value))
    assert found == (None if held is None else Decimal(held))
    pa.array([found], schema("mentions").field("value").type)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_near_or_null(value: Decimal) -> None:
    found = decimal(value)
    kept = pa.array([found], schema("mentions").field("value").type)[0].as_py()
    assert kept == found
    if found is not None:
        assert abs(found - value) <= abs(value) * Decimal("1e-6")


# -- the reference ----------------------------------------------------------------------------------------------------
def test_the_reference_page_is_the_schemas() -> None:
    spec = importlib.util.spec_from_file_location("tables_reference", ROOT / "scripts" / "write_tables_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
