"""Each rule of the tables of room 3 has its case file; the way back is in test_cases.py."""

import pytest

from govnews.mentions import nominal_forms, quantities, time_alone, time_forms, time_frames, time_rules
from marked import CASES

TABLES = (
    quantities.FORMS,
    time_forms.FORMS,
    time_alone.ALONE,
    time_rules.RULES,
    time_frames.FRAMES,
    nominal_forms.AT_HAN,
    nominal_forms.AT_DIGITS,
    nominal_forms.AT_QUOTES,
)
# These two hand on to rules of their own: a point to time_rules, an amount to the rules of ELSEWHERE.
HANDS_ON = {"point", "amount"}
ELSEWHERE = {"money", "measure", "count", "duration", "percent", "noun-count", "range"}
RULES = {row.rule for table in TABLES for row in table} - HANDS_ON | ELSEWHERE


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_has_a_case_file(rule: str) -> None:
    assert (CASES / "mentions" / f"{rule}.txt").is_file()
