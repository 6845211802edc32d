"""Every printed shape is read as its row says, what comes near it is refused, and the reference page is that table."""

import importlib.util
from pathlib import Path

import pytest

from govnews.headers.find import find
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.span import Passage
from marked import CASES, answer, unmarked

ROOT = Path(__file__).parents[2]
LEXICON = Lexicon.default()
LINES = [
    line
    for line in (CASES / "header-shapes.tsv").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
ROWS = [dict(zip(LINES[0].split("\t"), line.split("\t"), strict=True)) for line in LINES[1:]]
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["shape"])


def fields(header: Header) -> dict[str, str]:
    shown = []
    for person in header.contributors:
        office = [person.office] if person.office else []
        shown.append(":".join([person.role or "", person.name or "", *office]))
    parts = {"outlet": header.outlet, "place": header.place, "date": header.date}
    found = {name: part.text for name, part in parts.items() if part}
    found |= {"verb": header.verb or "", "people": "|".join(shown)}
    return {name: value for name, value in found.items() if value}


def test_there_are_shapes_enough() -> None:
    assert len(ROWS) >= 120
    assert len({row["shape"] for row in ROWS}) == len(ROWS)


@each_row
def test_a_shape_is_read(row: dict[str, str]) -> None:
    text, spans = unmarked(row["case"])
    found = find(Passage.whole(text), lexicon=LEXICON)
    assert [(one.spans[0].start, one.spans[-1].end) for one in found] == [(span.start, span.end) for span in spans]
    want = [answer(one) for one in row["answer"].split(" ; ")]
    assert [(one.form.value, fields(one)) for one in found] == want


@each_row
def test_what_comes_near_is_refused(row: dict[str, str]) -> None:
    assert find(Passage.whole(row["refusal"]), lexicon=LEXICON) == ()


def test_the_reference_page_is_the_table() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "write_header_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
