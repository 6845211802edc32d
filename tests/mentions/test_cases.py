"""The cases of tests/cases/mentions: what must be read, and what must not."""

from decimal import Decimal
from pathlib import Path

import pytest

from govnews.lexicon import Lexicon
from govnews.mentions.find import find
from govnews.mentions.mention import Mention
from govnews.span import Passage
from marked import CASES, Case, all_cases, read_cases

LEXICON = Lexicon.default()
EXACT = {"value", "upper"}


def read(case: Case) -> tuple[Mention, ...]:
    return find(Passage.whole(case.text), issued=case.issued, lexicon=LEXICON)


def shown(mention: Mention, name: str) -> str:
    value = getattr(mention, name)
    if name == "si" and value is not None:
        return f"{value.value} {value.unit}"
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(getattr(value, "value", value))


def agrees(mention: Mention, name: str, want: str) -> bool:
    got = shown(mention, name)
    if name in EXACT and want and got:
        return Decimal(got) == Decimal(want)
    return got == want or (name == "vague" and bool(got) == (want not in ("", "no")))


@pytest.mark.parametrize("case", all_cases("mentions"), ids=lambda case: case.where)
def test_case(case: Case) -> None:
    found = read(case)
    assert [(one.spans[0].of(case.text), one.type.value) for one in found] == [
        (mark.span.of(case.text), mark.type) for mark in case.marks
    ]
    for mention, mark in zip(found, case.marks, strict=True):
        assert mention.spans == (mark.span,)
        for name, want in mark.fields.items():
            assert agrees(mention, name, want), f"{mention.text}: {name} is {shown(mention, name)!r}, not {want!r}"


@pytest.mark.parametrize("path", sorted((CASES / "mentions").glob("*.txt")), ids=lambda path: path.stem)
def test_rule_is_the_one_that_reads(path: Path) -> None:
    """At least one mark is read, or one refusal made, by the rule that the file is named after."""
    rules: set[str] = set()

    def watch(_room: str, rule: str, _start: int, _end: int, _outcome: str, _reason: str) -> None:
        rules.add(rule)

    for case in read_cases(path):
        rules.update(one.rule for one in read(case))
        find(Passage.whole(case.text), issued=case.issued, lexicon=LEXICON, watch=watch)
    assert path.stem in rules
