"""JSON-LD: expanded by a processor of JSON-LD, every type and property one of schema.org's, where it may stand."""

import importlib
import json
import pkgutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from govnews import read_page
from govnews.export import to_jsonld
from models import Made, made_pages

jsonld = pytest.importorskip("pyld.jsonld")
vocabulary = pytest.importorskip("msgspec_schemaorg.models")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SCHEMA = "https://schema.org/"
# what schema.org's own context says of the terms that are used here
CONTEXT = {"@context": {"@vocab": SCHEMA, "image": {"@id": f"{SCHEMA}image", "@type": "@id"}}}
VALUES = (str, int, float)


def loaded(url: str, _options: object) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": loaded})
    return found


def fields(name: str) -> set[str]:
    """Return the properties that schema.org allows a type."""
    for folder in pkgutil.iter_modules(vocabulary.__path__):
        try:
            module = importlib.import_module(f"{vocabulary.__name__}.{folder.name}.{name}")
        except ImportError:
            continue
        return set(getattr(module, name).__struct_fields__)
    message = f"schema.org has no type {name}"
    raise LookupError(message)


def nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [one for part in value for one in nodes(part)]
    if not isinstance(value, dict):
        return []
    return [value, *(one for part in value.values() for one in nodes(part))]


def wrong(document: dict[str, Any]) -> list[str]:
    """Return what is not of the vocabulary: a property that its type does not have. A Role carries the one it is in."""
    found = []
    for node in nodes(document["@graph"]):
        kind = node.get("@type")
        if kind is None:
            assert set(node) == {"@id"}
            continue
        more = {"author", "creator"} if kind == "Role" else set()
        found += [f"{kind}.{one}" for one in node if not one.startswith("@") and one not in fields(kind) | more]
    return found


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_is_of_the_vocabulary(path: Path) -> None:
    page = read_page(path.read_text(encoding="utf-8"), issued=date(2023, 5, 19))
    document = to_jsonld(
        page, printed={"printPage": "A3", "printSection": "要闻", "printEdition": "第1版"}, figures=True
    )
    assert wrong(document) == []
    graph = expanded(document)
    assert [node["@id"] for node in graph[1:]] == [one["@id"] for one in document["@graph"][1:]]
    assert {name for node in graph for name in node if not name.startswith(("@", SCHEMA))} == set()
    # nothing is dropped on the way: a term that is unknown would be
    assert [len(node) for node in graph] == [len(node) for node in document["@graph"]]


@given(made_pages())
def test_any_model_is_of_the_vocabulary_and_can_be_written(made: Made) -> None:
    document = to_jsonld(made.page, figures=True)
    assert wrong(document) == []
    assert json.loads(json.dumps(document, ensure_ascii=False).encode("utf-8")) == document


def test_a_property_that_is_not_there_is_seen() -> None:
    document = to_jsonld(read_page("近日,石泉村通了自来水。"))
    document["@graph"][1]["headlines"] = "村民用上自来水"
    assert wrong(document) == ["NewsArticle.headlines"]
    assert "ReportageNewsArticle" not in json.dumps(document)


def test_what_is_printed_is_in_its_properties() -> None:
    text = "村民用上自来水\n\n新华社临河6月3日电(记者 王 众) 近日,石泉村200余户通了水,投资近320万元,种粮1.6万亩。"
    page = read_page(text, issued=date(2023, 6, 4))
    sheet, article = to_jsonld(page, uri="https://example.org/1", printed={"printPage": "2"}, figures=True)["@graph"]
    assert sheet["hasPart"] == [{"@id": article["@id"]}] == [{"@id": "https://example.org/1#a1"}]
    assert article["dateline"] == "新华社临河6月3日电(记者 王 众)"
    assert (article["dateCreated"], article["datePublished"], article["printPage"]) == ("2023-06-03", "2023-06-04", "2")
    assert article["author"] == [{"@type": "Role", "roleName": "记者", "author": {"@type": "Person", "name": "王众"}}]
    assert article["sourceOrganization"] == [{"@type": "NewsMediaOrganization", "name": "新华社"}]
    figures = {one["name"]: one for one in article["mentions"]}
    assert figures["200余户"]["minValue"] == 200
    assert figures["近320万元"] == {"@type": "MonetaryAmount", "name": "近320万元", "currency": "CNY", "value": 3200000}
    assert figures["1.6万亩"]["value"] == 16000
    assert "mentions" not in to_jsonld(page)["@graph"][1]


def test_figures_are_exact() -> None:
    [article] = to_jsonld(read_page("投资9007199254740993元,占0.1%,重3.141592653589793238吨。"), figures=True)[
        "@graph"
    ][1:]
    assert [one["value"] for one in article["mentions"]] == ["9007199254740993", 0.1, "3.141592653589793238"]
