"""Each row of the tables of room 3 is read as its own example says."""

from decimal import Decimal
from pathlib import Path

import pytest

from govnews.errors import LexiconError
from govnews.lexicon import Lexicon, Row
from govnews.mentions.find import find
from govnews.mentions.mention import Mention, Quantity
from govnews.mentions.units import units
from govnews.span import Passage, Span
from marked import unmarked

LEXICON = Lexicon.default()
TABLES = ("units", "currencies", "measure_words", "time_spans", "shares", "bounds")
TYPES = {"units": "measure", "currencies": "money", "measure_words": "count", "time_spans": "duration"}


def rows(*tables: str) -> list[tuple[str, Row]]:
    return [(table, row) for table in tables for row in LEXICON.rows(table)]


def read(example: str) -> tuple[Span, tuple[Mention, ...], str]:
    text, [span] = unmarked(example)
    return span, find(Passage.whole(text), lexicon=LEXICON), text


@pytest.mark.parametrize(
    ("table", "row"), rows(*TABLES), ids=lambda one: one if isinstance(one, str) else one["surface"]
)
def test_example_is_read(table: str, row: Row) -> None:
    span, found, text = read(row["example"])
    mention = next((one for one in found if one.spans == (span,)), None)
    assert isinstance(mention, Quantity), f"{text}: {[one.text for one in found]}"
    if table in TYPES:
        assert mention.type.value == TYPES[table]
    if table == "units":
        assert mention.unit == row["surface"]
        assert mention.ucum == (row["ucum"] or None)
    elif table == "bounds":
        assert mention.bound is not None
        assert mention.bound.value == row["bound"]
    elif table == "currencies":
        assert mention.unit == row["code"]


@pytest.mark.parametrize("row", [row for _, row in rows("nominals")], ids=lambda row: row["surface"])
def test_name_is_refused(row: Row) -> None:
    span, found, _ = read(row["example"])
    inside = [one for one in found if one.spans[0].start < span.end and span.start < one.spans[0].end]
    assert not [one.text for one in inside if isinstance(one, Quantity)]


def test_breadth() -> None:
    known = units(LEXICON).after
    assert len(known) >= 800
    assert sum(1 for unit in known.values() if unit.ucum) >= 230


def test_si_follows_ucum_factor() -> None:
    mu = units(LEXICON).after["亩"].si(Decimal(16000))
    assert mu is not None
    assert (str(mu.value), mu.unit) == ("10666666.6667", "m2")


HEAD = "surface:key\tucum:text?\tfactor:text?\tbase:text?\ttakes:any|arabic|long\tapart:text?\texample:example\n"


def test_a_user_adds_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_text(HEAD + "畹\t\t20000\tm2\tany\t\t种兰⟦九畹⟧。\n", encoding="utf-8")
    lexicon = LEXICON.extended(units=path)
    [found] = find(Passage.whole("种兰九畹,栽菊30亩"), lexicon=lexicon)[:1]
    assert isinstance(found, Quantity)
    assert (found.text, found.unit, found.si and str(found.si.value)) == ("九畹", "畹", "180000")
    assert not find(Passage.whole("种兰九畹"), lexicon=LEXICON)


def test_a_factor_that_is_no_number_is_said(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_text(HEAD + "畹\t\ttwenty\tm2\tany\t\t种兰⟦九畹⟧。\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="twenty"):
        units(LEXICON.extended(units=path))
