"""The short way to the attributions around figures misses none that the long way finds."""

import pytest

from govnews import find_mentions
from govnews.headers.find import enclosing, find
from govnews.headers.stands import may_enclose
from govnews.lexicon import Lexicon
from govnews.span import Passage
from govnews.text import fold
from marked import Case, all_cases

LEXICON = Lexicon.default()
AFTER = "会议要求，各地要增收节支，把惠民资金用到实处，" * 8


def places_missed(line: str) -> list[str]:
    """Return the attributions of a line that hold a place of which the short way says that none reaches over it."""
    text = fold(line)
    missed = []
    for header in find(Passage.whole(text), lexicon=LEXICON):
        start, end = header.spans[0].start, header.spans[-1].end
        places = [at for at in range(start, end) if text[at].isalpha()]  # a day in digits is no figure
        missed += [text[at:end] for at in places if not may_enclose(text, [(at, at + 1)])][:1]
    return missed


@pytest.mark.parametrize("case", all_cases("headers"), ids=lambda case: case.where)
def test_no_place_in_an_attribution_is_missed(case: Case) -> None:
    for line in case.text.split("\n"):
        assert places_missed(line) == []
        assert places_missed(line + AFTER) == []
        assert places_missed(f"{AFTER}完。{line}") == []


def test_a_name_is_no_figure_and_the_text_after_it_is_read() -> None:
    found = find_mentions("本报济宁5月18日讯（通讯员 万众三） 日前，全市投资55亿元。")
    assert [one.text for one in found] == ["5月18日", "日前", "55亿元"]


def test_running_text_is_not_asked() -> None:
    line = "全市新增就业3万人。" * 40
    assert enclosing(line, [(200, 203)], LEXICON) == []
