"""The work of the layout grows with the page, also where every line could begin an article."""

import pytest

from counted import work
from govnews.headers import find as headers
from govnews.headers.header import Header
from govnews.layout.build import draft_page
from govnews.lexicon import Lexicon
from govnews.span import Passage

LEXICON = Lexicon.default()
MOST = 2.2  # times the work for twice the page
LINES = 300  # past the longest article that is tried: below it work grows with the square
PIECES = {
    "short lines": "推进乡村振兴\n",
    "short lines, blanks between": "推进乡村振兴\n\n",
    "two short lines": "推进乡村振兴\n建设美好家园\n\n",
    "names of columns": "3个\n",
    "datelines": "本报临河6月3日讯 近日,全县开工。\n\n",
    "prose": "去年以来,全县新建改建农村公路120公里,投资2.3亿元,惠及26个村3000余户。\n\n",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_page_is_twice_the_work(piece: str) -> None:
    known: dict[str, tuple[Header, ...]] = {}

    def read_headers(line: str) -> tuple[Header, ...]:
        if line not in known:
            known[line] = headers.find(Passage.whole(line), lexicon=LEXICON)
        return known[line]

    draft_page(piece * 10, read_headers, LEXICON)
    half = work(lambda: draft_page(piece * LINES, read_headers, LEXICON))
    whole = work(lambda: draft_page(piece * 2 * LINES, read_headers, LEXICON))
    assert whole <= MOST * half
