"""What speaks for one line going on in another is told by name and as a sum: both say the same."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.layout import breaks
from govnews.layout.flow import Ends, flow, marks_between, word_over
from govnews.layout.joins import Joins, joined_line
from govnews.layout.weights import BIAS, join_weights
from govnews.lexicon import Lexicon

LEXICON = Lexicon.default()
LINES = [
    "推进企业技术改造,支持区内企",
    "业对接科研院所,完成签约12项。",
    "近日,石泉村通了自来水。",
    "一、在“对标学什么”上",
    "——记县水务局抢修队",
    "他说,“这项工作",
    "已经完成了98.",
    "5%。”",
    "(通讯员 周敏",
    "))",
    "”",
    "年",
]


def agree(lines: list[str]) -> None:
    joins, weights = Joins(lines, LEXICON), join_weights(LEXICON)
    for last, first in product(range(len(lines)), repeat=2):
        one, other = lines[last], lines[first]
        named = joined_line(one, other, LEXICON)
        worth = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in named.items())
        assert joins.worth(last, first) == pytest.approx(worth, abs=1e-9)
        assert joins.flow(last, first) == flow(one, other)
        assert joins.word_over(last, first) == word_over(one, other) == named["word over"]
        assert joins.marks_over(last, first) == marks_between(Ends(one), Ends(other)) == named["marks over"]


def test_a_sum_is_that_of_the_named_measures() -> None:
    agree(LINES)


@given(st.lists(st.text("的,。、:“”《》()一二是近日记者23.%A ■—", min_size=1, max_size=40), min_size=1, max_size=3))
def test_a_sum_is_that_of_the_named_measures_of_any_lines(lines: list[str]) -> None:
    agree(lines)


@pytest.mark.parametrize(("before", "after"), [*product(LINES, repeat=2)])
def test_a_break_weighs_what_its_keys_weigh(before: str, after: str) -> None:
    table = {key: float(row["weight"]) for row in LEXICON.rows("layout_breaks") for key in row["breaks"].split(" ")}
    whole = 0.25 * sum(table.get(key, 0.0) for key in breaks.keys(before, after))
    found = breaks.runs_between(breaks.End(before, LEXICON), breaks.Opening(after, LEXICON))
    assert found == pytest.approx(max(-2.0, min(2.0, whole)), abs=1e-9)


def test_words_over_a_break_do_not_pile_up() -> None:
    joins = Joins(LINES * 8, LEXICON)
    for last, first in product(range(len(LINES) * 8), repeat=2):
        joins.word_over(last, first)
    assert len(joins._words) <= 1501  # noqa: SLF001
    assert joins.word_over(0, 1) == 1.0
