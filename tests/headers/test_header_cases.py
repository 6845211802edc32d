"""Each form has its case file, and each case is read as its editor says."""

from datetime import date

import pytest

from govnews.headers.find import find
from govnews.headers.forms import FORMS
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.span import Passage, Span
from marked import CASES, Case, Mark, all_cases, read_cases

LEXICON = Lexicon.default()
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}


def people(header: Header) -> str:
    shown = []
    for person in header.contributors:
        office = f":{person.office}" if person.office else ""
        shown.append(f"{person.role or ''}:{person.name or ''}{office}")
    return "|".join(shown)


def fields(header: Header) -> dict[str, str]:
    return {
        "outlet": header.outlet.text if header.outlet else "",
        "name": header.outlet.name or "" if header.outlet else "",
        "place": header.place.text if header.place else "",
        "code": header.place.code or "" if header.place else "",
        "date": header.date.text if header.date else "",
        "edtf": header.date.edtf or "" if header.date else "",
        "verb": header.verb or "",
        "people": people(header),
        "rule": header.rule,
    }


def span(header: Header) -> Span:
    return Span(header.spans[0].start, header.spans[-1].end)


def headers(text: str, issued: date | None) -> tuple[Header, ...]:
    return find(Passage.whole(text), issued=issued, lexicon=LEXICON)


def check(mark: Mark, header: Header) -> None:
    assert header.form.value == mark.type
    found = fields(header)
    for name, value in mark.fields.items():
        assert found[name] == value, name


@pytest.mark.parametrize("case", all_cases("headers"), ids=lambda case: case.where)
def test_case(case: Case) -> None:
    found = headers(case.text, case.issued)
    assert [span(header) for header in found] == [mark.span for mark in case.marks]
    for mark, header in zip(case.marks, found, strict=True):
        check(mark, header)


@pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("case", all_cases("headers"), ids=lambda case: case.where)
def test_width_does_not_change_the_answer(case: Case, width: dict[int, int]) -> None:
    other = headers(case.text.translate(width), case.issued)
    same = headers(case.text, case.issued)
    assert [(header.rule, header.spans) for header in other] == [(header.rule, header.spans) for header in same]


def test_every_form_has_a_case_file_and_every_file_a_form() -> None:
    assert {form.name for form in FORMS} == {path.stem for path in (CASES / "headers").glob("*.txt")}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_reads_some_case_of_its_file_and_refuses_another(form: object) -> None:
    name = form.name  # type: ignore[attr-defined]
    cases = list(read_cases(CASES / "headers" / f"{name}.txt"))
    assert any(name in {header.rule for header in headers(case.text, case.issued)} for case in cases)
    assert any(not case.marks for case in cases)
