"""The page document of each seed: valid, without loss, and as it was.

`python tests/test_json.py --write` makes the golden documents anew; look at their diff before you keep it.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govnews import DocumentError, read_page
from govnews.export import from_document, from_json, schema, to_document, to_json

SEEDS = Path(__file__).parents[1] / "seeds"
GOLDEN = Path(__file__).parent / "golden"
ISSUED = {
    "000": date(2023, 5, 19),
    "001": date(2024, 3, 8),
    "002": date(2018, 5, 28),
    "003": date(2022, 5, 20),
    "004": date(2019, 4, 19),
}
PAGES = sorted(SEEDS.glob("*.txt"))
SMALL = "村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,石泉村200余户村民用上了自来水,比去年增长20%。"

each_seed = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])


def document(path: Path) -> str:
    """Return the document of a seed as it stands in its golden file."""
    page = read_page(path.read_text(encoding="utf-8"), issued=ISSUED[path.stem[:3]])
    return to_json(page, indent=1) + "\n"


def small() -> dict[str, Any]:
    return to_document(read_page(SMALL, issued=date(2023, 6, 4)))


def test_every_seed_has_a_day() -> None:
    assert {path.stem[:3] for path in PAGES} == set(ISSUED)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@each_seed
def test_a_seed_is_as_it_was(path: Path) -> None:
    assert document(path) == (GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8")


@each_seed
def test_a_seed_is_valid_and_comes_back_whole(path: Path) -> None:
    page = read_page(path.read_text(encoding="utf-8"), issued=ISSUED[path.stem[:3]])
    Draft202012Validator(schema()).validate(to_document(page))
    assert from_json(to_json(page)) == page
    assert from_document(to_document(page)) == page


def test_a_page_of_nothing_is_valid() -> None:
    page = read_page("")
    Draft202012Validator(schema()).validate(to_document(page))
    assert from_json(to_json(page)) == page


def _set(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(found: Any) -> None:
        for step in path[:-1]:
            found = found[step]
        found[path[-1]] = value

    return change


def _drop(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(found: Any) -> None:
        for step in path[:-1]:
            found = found[step]
        del found[path[-1]]

    return change


BLOCK = ("articles", 0, "blocks", 1)
HEADER = ("articles", 0, "headers", 0)
MENTION = ("articles", 0, "mentions", 0)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (_set("schema", value="govnews/page@9"), "$.schema"),
        (_drop("schema"), "$"),
        (_drop("text_sha256"), "$"),
        (_set("source", value=3), "$.source"),
        (_set("issued", value="2023-02-30"), "$.issued"),
        (_set("articles", value={}), "$.articles"),
        (_set("articles", 0, value="村民"), "$.articles[0]"),
        (_set("articles", 0, "kind", "label", value="gossip"), "$.articles[0].kind.label"),
        (_set("articles", 0, "kind", "confidence", value=True), "$.articles[0].kind.confidence"),
        (_set(*BLOCK, "role", value="footnote"), "$.articles[0].blocks[1].role"),
        (_set(*BLOCK, "spans", value=[[1]]), "$.articles[0].blocks[1].spans[0]"),
        (_set(*BLOCK, "spans", value=[[1, "2"]]), "$.articles[0].blocks[1].spans[0]"),
        (_drop(*BLOCK, "text"), "$.articles[0].blocks[1]"),
        (_set(*HEADER, "form", value="shout"), "$.articles[0].headers[0].form"),
        (_set(*HEADER, "contributors", 0, "name", value=7), "$.articles[0].headers[0].contributors[0].name"),
        (_set(*MENTION, "type", value="colour"), "$.articles[0].mentions[0].type"),
        (_set("furniture", value=None), "$.furniture"),
    ],
)
def test_a_broken_document_is_refused_with_its_place(change: Callable[[dict[str, Any]], None], path: str) -> None:
    broken = small()
    change(broken)
    with pytest.raises(DocumentError) as refused:
        from_document(broken)
    assert refused.value.path == path


def test_a_figure_that_is_none_is_refused_with_its_place() -> None:
    broken = small()
    mentions = broken["articles"][0]["mentions"]
    at = next(at for at, one in enumerate(mentions) if one["type"] == "count")
    mentions[at]["value"] = "二百"
    with pytest.raises(DocumentError, match="decimal") as refused:
        from_document(broken)
    assert refused.value.path == f"$.articles[0].mentions[{at}].value"


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '"page"', "null"])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(DocumentError) as refused:
        from_json(text)
    assert refused.value.path == "$"


@pytest.mark.parametrize("extra", [{"vague": "yes"}, {"grain": "fortnight"}, {"start": "19 May"}])
def test_a_time_that_does_not_fit_is_refused(extra: dict[str, str]) -> None:
    broken = small()
    mentions = broken["articles"][0]["mentions"]
    at = next(at for at, one in enumerate(mentions) if one["type"] in ("date", "period"))
    mentions[at].update(extra)
    with pytest.raises(DocumentError) as refused:
        from_document(broken)
    assert refused.value.path == f"$.articles[0].mentions[{at}].{next(iter(extra))}"


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    for seed in PAGES:
        (GOLDEN / f"{seed.stem}.json").write_text(document(seed), encoding="utf-8")
        json.loads((GOLDEN / f"{seed.stem}.json").read_text(encoding="utf-8"))
