"""What is looked at before a form is tried, and what is read once, changes no answer."""

import pytest

from govnews import find_headers, read_page
from govnews.headers.find import Known, find
from govnews.lexicon import Lexicon
from govnews.span import Passage
from marked import Case, all_cases

LEXICON = Lexicon.default()


def unwatched(*_told: object) -> None:
    """A watch has every form tried, so that the trace says what each made of the line."""


@pytest.mark.parametrize("case", all_cases("headers"), ids=lambda case: case.where)
def test_no_form_that_reads_is_passed_over(case: Case) -> None:
    passage = Passage.whole(case.text)
    assert find(passage, lexicon=LEXICON) == find(passage, lexicon=LEXICON, watch=unwatched)


@pytest.mark.parametrize("case", all_cases("headers"), ids=lambda case: case.where)
def test_a_line_that_is_known_is_read_the_same(case: Case) -> None:
    known: Known = {}
    passage = Passage.whole(f"{case.text}\n{case.text}")
    first = find(passage, lexicon=LEXICON, known=known)
    assert find(passage, lexicon=LEXICON, known=known) == first == find_headers(passage.text)


def test_a_photograph_by_a_name_in_brackets_is_one_wherever_it_stands() -> None:
    before = "全县夏粮丰收\n\n近日,全县夏粮开镰收割,预计总产12万吨。\n\n"
    page = read_page(f"{before}图为农机手驾驶收割机作业。新华社发(孔令河摄)")
    found = [header for article in page.articles for header in article.headers] + list(page.headers)
    assert [header.text for header in found] == ["新华社发(孔令河摄)"]
