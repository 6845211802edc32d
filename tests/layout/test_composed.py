"""Composed pages in the forms in which pages come: floors of what is read exactly; they may only rise."""

from collections.abc import Callable
from functools import cache

import pytest

from composer import Composed, hard_wrapped, measured, pages, stories, without_blank_lines
from govnews import read_page

PAGES, SEED = 40, 1
Form = Callable[[Composed], Composed]


def wrapped(width: int, *, indent: bool = False, hang: bool = False, blank: bool = True) -> Form:
    def form(page: Composed) -> Composed:
        made = hard_wrapped(page, width, indent=indent, hang=hang)
        return made if blank else without_blank_lines(made)

    return form


FORMS: dict[str, tuple[Form, float, float]] = {  # the form, and the floors of articles exact and of joins
    "as composed": (lambda page: page, 0.75, 0.945),
    "without blank lines": (without_blank_lines, 0.74, 0.945),
    "wrapped at 12, no blank lines": (wrapped(12, blank=False), 0.7, 0.985),
    "wrapped at 20": (wrapped(20), 0.75, 0.99),
    "wrapped at 20, marks hang": (wrapped(20, hang=True), 0.72, 0.99),
    "wrapped at 20, no blank lines": (wrapped(20, blank=False), 0.68, 0.985),
    "wrapped at 20, indents": (wrapped(20, indent=True), 0.72, 0.99),
    "wrapped at 20, indents, no blank lines": (wrapped(20, indent=True, blank=False), 0.715, 0.985),
    "wrapped at 30, no blank lines": (wrapped(30, blank=False), 0.73, 0.98),
    "wrapped at 40, indents": (wrapped(40, indent=True), 0.75, 0.98),
    "wrapped at 40, indents, no blank lines": (wrapped(40, indent=True, blank=False), 0.73, 0.98),
}


@cache
def composed() -> list[Composed]:
    return list(pages(PAGES, SEED))


@pytest.mark.parametrize("name", FORMS)
def test_floors(name: str) -> None:
    form, exact, joins = FORMS[name]
    made = [form(page) for page in composed()]
    found = measured([(page, read_page(page.text)) for page in made])
    assert found.exact >= exact
    assert found.joins >= joins


def test_there_are_articles_enough_of_many_shapes() -> None:
    found = stories()
    assert len(found) >= 24
    assert len({role for story in found for role, _ in (*story.heads, *story.body)}) == 7


@pytest.mark.parametrize("name", FORMS)
def test_a_form_loses_nothing_of_the_page(name: str) -> None:
    form, _, _ = FORMS[name]
    for page in composed():
        made = form(page)
        assert "".join(made.text.split()) == "".join(page.text.split())
        owners = {row.owner for row in made.rows if row.owner}
        assert all(
            sorted(row.order for row in made.rows if row.owner == owner)
            == list(range(1, sum(row.owner == owner for row in made.rows) + 1))
            for owner in owners
        )
