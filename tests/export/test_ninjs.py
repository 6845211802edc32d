"""ninjs 3.1: valid and closed for any page; what is printed in its fields."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from govnews import Article, Block, Kind, Label, Page, Role, Span, read_page
from govnews.export import to_ninjs
from models import Made, made_pages
from ninjs_shape import SHAPE

pytest.importorskip("rfc3339_validator")  # jsonschema looks at dates and URIs only where it can
pytest.importorskip("rfc3986_validator")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
VALIDATOR = Draft202012Validator(SHAPE, format_checker=Draft202012Validator.FORMAT_CHECKER)


def wrong(items: list[dict[str, Any]]) -> list[str]:
    return [error.message for item in items for error in VALIDATOR.iter_errors(item)]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_is_valid(path: Path) -> None:
    items = to_ninjs(read_page(path.read_text(encoding="utf-8"), issued=date(2023, 5, 19)))
    assert items
    assert wrong(items) == []


@given(made_pages())
def test_any_model_is_valid_and_can_be_written(made: Made) -> None:
    items = to_ninjs(made.page, uri="https://example.org/page")
    assert [one for one in wrong(items) if "is not a 'uri'" not in one] == []
    assert json.loads(json.dumps(items, ensure_ascii=False).encode("utf-8")) == items


@pytest.mark.parametrize("change", [{"quantities": []}, {"bodies": [{"text": "。"}]}, {"uri": "no uri"}])
def test_the_shape_refuses_what_ninjs_refuses(change: dict[str, Any]) -> None:
    item = to_ninjs(read_page("近日,石泉村通了自来水。"))[0]
    assert wrong([item]) == []
    assert wrong([item | change]) != []


def test_what_is_printed_is_in_its_fields() -> None:
    text = "村民用上自来水\n\n新华社临河6月3日电(记者 王 众) 近日,石泉村通了自来水。"
    [item] = to_ninjs(read_page(text, issued=date(2023, 6, 4)), uri="https://example.org/1")
    assert item["contentCreated"] == "2023-06-04T00:00:00+08:00"
    assert item["located"] == "临河"
    assert item["people"] == [{"name": "王众", "rel": "author", "literal": "记者 王众"}]
    assert item["infoSources"] == [{"name": "新华社", "role": "outlet"}]
    assert item["bodies"][0]["value"] == "近日,石泉村通了自来水。"
    assert item["descriptions"] == [{"role": "dateline", "value": "新华社临河6月3日电(记者 王 众)"}]


def test_a_picture_beside_a_text_is_associated() -> None:
    lines = (
        (Role.PARAGRAPH, "近日,石泉村通了自来水。"),
        (Role.CAPTION, "图为通水现场。"),
        (Role.CREDIT, "■通讯员 马骁 摄"),
        (Role.EDITOR_NOTE, "编者按:今起推出专栏。"),
    )
    blocks = tuple(Block(role=role, text=text, spans=(Span(0, len(text)),)) for role, text in lines)
    article = Article(id="a1", kind=Kind(label=Label.REPORT, confidence=1.0, subkind="meeting"), blocks=blocks)
    [item] = to_ninjs(Page(text_sha256="0" * 64, articles=(article,)))
    assert wrong([item]) == []
    [picture] = item["associations"]
    assert picture["descriptions"] == [{"role": "caption", "value": "图为通水现场。"}]
    assert picture["by"] == "■通讯员 马骁 摄"
    assert [body["role"] for body in item["bodies"]] == ["main", "editor-note"]
    assert [genre["name"] for genre in item["genres"]] == ["report", "meeting"]


def test_a_photograph_is_a_picture_itself() -> None:
    [item] = to_ninjs(read_page("图为石泉村村民在田间劳作。\n\n■通讯员 马骁 摄"))
    assert (item["type"], item["by"]) == ("picture", "通讯员 马骁")
    assert item["descriptions"] == [{"role": "caption", "value": "图为石泉村村民在田间劳作。"}]
    assert "associations" not in item
