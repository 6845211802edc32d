"""What the fuzzer once found stays mended, and its checks hold of any text."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from strategies import raw, texts
from verbs import VERBS

FINDS = Path(__file__).parent / "finds"


def finds() -> list[tuple[str, str]]:
    rows = [(path, line) for path in sorted(FINDS.glob("*.txt")) for line in path.read_text("utf-8").split("\n")]
    return [(path.stem, json.loads(line)) for path, line in rows if line and not line.startswith("#")]


@pytest.mark.parametrize(("verb", "text"), finds(), ids=lambda one: ascii(one)[:40])
def test_a_find_stays_mended(verb: str, text: str) -> None:
    VERBS[verb](text)


@pytest.mark.parametrize("verb", VERBS)
@given(text=texts)
@settings(max_examples=25)
def test_each_verb_on_any_text(verb: str, text: str) -> None:
    VERBS[verb](text)


@given(raw, raw, raw)
def test_a_table_of_any_cells_is_read_or_told(key: str, unit: str, example: str) -> None:
    VERBS["tables"](f"# 词\nsurface:key\tunit:text?\tvalue:number?\texample:example\n{key}\t{unit}\t1\t{example}")
