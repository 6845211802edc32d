"""The reference page lists each rule that has cases, and each of its examples is read by its rule."""

import re
from pathlib import Path

import pytest

from govnews import find_mentions
from govnews.trace import explain
from marked import CASES, read_cases
from mentions.test_mention_rules import RULES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "mentions.md"
ROW = re.compile(r"^\| `(?P<rule>[a-z0-9-]+)` \| (?P<example>.*\*\*.*) \| (?P<said>[^|]*) \|$", re.MULTILINE)
ROWS = {row["rule"]: row for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))}
RENEW = "run python scripts/list_rules.py"


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_listed(rule: str) -> None:
    assert rule in ROWS, RENEW


@pytest.mark.parametrize("rule", sorted(ROWS))
def test_an_example_is_read_by_its_rule(rule: str) -> None:
    example = ROWS[rule]["example"].replace("\\|", "|")
    plain, marked = example.replace("**", ""), example.split("**")[1]
    cases = list(read_cases(CASES / "mentions" / f"{rule}.txt"))
    [case, *_] = [one for one in cases if plain in one.text] or pytest.fail(RENEW)
    found = {one.text: one.rule for one in find_mentions(case.text, issued=case.issued)}
    if ROWS[rule]["said"] == "nothing":
        assert marked in {one.text for one in explain(case.text).attempts if one.rule == rule}
    else:
        assert found.get(marked) == rule, RENEW
