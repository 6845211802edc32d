"""Attributions of real articles, read by hand: what is found, and how much of it is right.

The environment variable GOVNEWS_DATA names a folder with annotated articles; where it does not, this is skipped.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from govnews.headers.find import find
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.span import Passage

SAMPLE = Path(__file__).parents[1] / "eval" / "headers-sample.tsv"
ARTICLES = Path(os.environ.get("GOVNEWS_DATA", "")) / "data" / "articles.jsonl"
FIELDS = ("form", "outlet", "place", "date", "verb", "people")
# of each: a floor, which only moves up
FLOORS = {"span": 0.98, "name": 0.98} | dict.fromkeys(FIELDS, 0.98)
MOST_TAKEN = 1  # of the paragraphs that tempt
LEXICON = Lexicon.default()

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_file(), reason=f"no {ARTICLES}: GOVNEWS_DATA names a folder with annotated articles"
)


def cut(text: str, offsets: str) -> str:
    start, _, end = offsets.partition("-")
    return "".join(text[int(start) : int(end)].split()) if end else ""


def people(text: str, cell: str) -> str:
    shown = []
    for person in cell.split("|") if cell else []:
        role, name, *office = person.split(":")
        shown.append(":".join([role, cut(text, name), *(cut(text, each) for each in office)]))
    return "|".join(shown)


def expected(text: str, row: dict[str, str]) -> dict[str, str]:
    parts = {name: cut(text, row[name]) for name in ("outlet", "place", "date")}
    return parts | {"form": row["form"], "verb": row["verb"], "people": people(text, row["people"])}


def answered(header: Header) -> dict[str, str]:
    parts = {"outlet": header.outlet, "place": header.place, "date": header.date}
    shown = []
    for person in header.contributors:
        office = ["".join(person.office.split())] if person.office else []
        shown.append(":".join([person.role or "", person.name or "", *office]))
    printed = {name: "".join(part.text.split()) if part else "" for name, part in parts.items()}
    return printed | {"form": header.form.value, "verb": header.verb or "", "people": "|".join(shown)}


def rows() -> list[dict[str, str]]:
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def names_of(found: dict[str, str]) -> list[str]:
    return [person.split(":")[1] for person in found["people"].split("|") if person]


def test_the_sample() -> None:
    wanted: dict[tuple[str, int], list[dict[str, str]]] = {}
    for row in rows():
        wanted.setdefault((row["id"], int(row["paragraph"])), []).append(row)
    with ARTICLES.open(encoding="utf-8") as file:
        bodies = {article["id"]: article["body"] for article in map(json.loads, file)}
    right: Counter[str] = Counter()
    asked = answers = taken = 0
    for (name, number), paragraph in wanted.items():
        text = bodies[name][number]
        want = {(int(row["start"]), int(row["end"])): expected(text, row) for row in paragraph if row["start"]}
        got = {
            (each.spans[0].start, each.spans[-1].end): answered(each)
            for each in find(Passage.whole(text), lexicon=LEXICON)
        }
        asked, answers, taken = asked + len(want), answers + len(got), taken + (not want and bool(got))
        for span in want.keys() & got.keys():
            right["span"] += 1
            right.update(field for field in FIELDS if want[span][field] == got[span][field])
        both = [Counter(each for found in side.values() for each in names_of(found)) for side in (want, got)]
        right["names"] += sum((both[0] & both[1]).values())
        right["names asked"] += both[0].total() + both[1].total()
    scores = {field: 2 * right[field] / (asked + answers) for field in ("span", *FIELDS)}
    scores["name"] = 2 * right["names"] / right["names asked"]
    print({field: round(score, 4) for field, score in scores.items()}, asked, taken)  # noqa: T201 - shown by -s
    assert asked >= 200
    assert {field: score for field, score in scores.items() if score < FLOORS[field]} == {}
    assert taken <= MOST_TAKEN
