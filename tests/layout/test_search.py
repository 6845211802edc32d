"""What is not weighed is not missed: the row of chunks is the one that is best of all."""

import pytest

from composer import pages
from govnews.headers import find as headers
from govnews.layout.aims import Aim
from govnews.layout.build import Sorter
from govnews.layout.chunk import Way
from govnews.layout.desk import Desk
from govnews.layout.lines import printed_lines
from govnews.layout.parse import best_row
from govnews.layout.plain import plain_way
from govnews.layout.turning import Echo, Turning
from govnews.layout.ways import Ways
from govnews.lexicon import Lexicon
from govnews.span import Passage

LEXICON = Lexicon.default()
ROUNDED = 1e-9  # the same figures are summed up in another order
PAGES = {f"{number}": page.text for number, page in enumerate(pages(8, 31))}
# the three ways that are tried beside the plain ones, each where it is the one that was printed
PRINTED = {
    "two heads together": (
        "石泉村用上自来水\n白沙镇新修公路\n\n近日,石泉村供水管网改造工程完工,村民用上了自来水,石泉村的水费每吨2元。\n\n"
        "白沙镇到县城的公路昨日通车,白沙镇3个村受益,公路全长12公里。\n"
    ),
    "columns rotated": (
        "石泉村用上自来水\n\n网改造工程完工,200余户村民结束了挑水吃的日子。\n\n村里还成立了管水小组,每月抄表一次。\n\n"
        "本报临河讯(通讯员 马骁)近日,石泉村供水管\n"
    ),
    "columns rotated, the rest of a word first": (
        "石泉村用上自来水\n\n的水管全部换新,200余户村民结束了挑水吃的日子。\n\n"
        "本报临河讯 石泉村的供水工程完工,村里投资20万元,用于(更换老旧\n"
    ),
    "head below": (
        "近日,石泉村供水管网改造工程完工,村民用上了自来水。\n\n村里成立了管水小组,水费每吨2元。\n\n石泉村用上自来水\n"
    ),
}


def desk_of(text: str) -> Desk:
    sorter = Sorter(printed_lines(text), lambda line: headers.find(Passage.whole(line), lexicon=LEXICON), LEXICON)
    return Desk.of(sorter.sheet(sorter.aside()[2])[1])


def plain(desk: Desk, start: int, stops: list[int]) -> float:
    """Return what the best plain way from a line is worth."""
    return max(plain_way(desk, start, stops[start:]).worths) + desk.border(start)


def score(row: list[Way]) -> float:
    return sum(way.score for way in row)


@pytest.mark.parametrize("text", (PAGES | PRINTED).values(), ids=PAGES | PRINTED)
def test_the_best_row_is_the_best_of_all(text: str) -> None:
    every = best_row(desk_of(text), lambda _: 0.0)  # a learner has all chunks weighed
    assert score(best_row(desk_of(text))) == pytest.approx(score(every))


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_a_way_that_reaches_the_aim_is_there(text: str) -> None:
    desk = desk_of(text)
    size = len(desk.sheet.lines)
    stops = list(range(1, size + 1))
    for start in desk.starts():
        every = Ways(desk).begun(start, stops)
        best = max(way.score for way in every)
        for near in sorted({best - way.score for way in every}):
            found = Ways(desk).begun(
                start, stops, Aim(min(best, plain(desk, start, stops)), near + 2 * ROUNDED, [0.0] * (size + 1))
            )
            reached = [way.score for way in every if way.score >= best - near - ROUNDED]
            assert [way.score for way in found if way.score >= best - near - ROUNDED] == pytest.approx(reached)


@pytest.mark.parametrize("text", (PAGES | PRINTED).values(), ids=PAGES | PRINTED)
def test_no_turn_gains_more_than_the_most(text: str) -> None:
    desk = desk_of(text)
    size = len(desk.sheet.lines)
    for first in range(1, size):
        turning, echo = Turning(desk, first), Echo(desk, range(max(0, first - 2), first))
        for end in range(first + 2, size + 1):
            for gain, _ in turning.best(echo, end, float("-inf")):
                assert gain <= turning.most(end) + echo.most + ROUNDED
                assert turning.most(end) <= turning.peak


def test_what_is_remembered_does_not_grow_with_the_page() -> None:
    brief = "石泉村用上自来水\n\n本报临河讯(通讯员 马骁)近日,石泉村供水管网改造工\n\n程完工,村民用上了自来水。\n\n"
    desk = desk_of(brief * 150)
    best_row(desk)
    assert desk.columns.remembered < 3500
