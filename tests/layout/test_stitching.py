"""Cut lines put together again: the text, and where on the page each character of it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import Role, Span, read_article, read_page
from govnews.layout.lines import printed_lines
from govnews.layout.unwrap import spaced, unwrapped
from govnews.span import Passage

PAGE = "零一二三四五六七八九十"


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    page = draw(st.text(min_size=1, max_size=30))
    places = st.integers(0, len(page))
    return page, draw(st.lists(st.builds(lambda a, b: Span(min(a, b), max(a, b)), places, places), max_size=6))


@given(cuts())
def test_a_passage_is_its_pieces(made: tuple[str, list[Span]]) -> None:
    page, pieces = made
    mended = Passage.cut(page, pieces)
    assert mended.text == "".join(page[piece.start : piece.end] for piece in pieces)
    assert all(piece.start < piece.end for piece in mended.pieces)
    assert len(mended.pieces) == len(mended.offsets)


@given(cuts(), st.integers(0, 60), st.integers(0, 60))
def test_any_stretch_of_a_passage_stands_on_the_page(made: tuple[str, list[Span]], start: int, end: int) -> None:
    page, pieces = made
    mended = Passage.cut(page, pieces)
    found = mended.spans(start, end)
    assert "".join(span.of(page) for span in found) == mended.text[start:end]
    assert all(0 <= span.start < span.end <= len(page) for span in found)


@given(st.lists(cuts(), min_size=1, max_size=3))
def test_passages_under_one_another_keep_their_places(parts: list[tuple[str, list[Span]]]) -> None:
    page = "".join(text for text, _ in parts)
    bases = [sum(len(text) for text, _ in parts[:at]) for at in range(len(parts))]
    passages = [
        Passage.cut(page, [Span(base + piece.start, base + piece.end) for piece in pieces])
        for base, (_, pieces) in zip(bases, parts, strict=True)
    ]
    stack = Passage.stacked(passages)
    assert stack.text == "\n".join(passage.text for passage in passages)
    at = 0
    for passage in passages:
        assert stack.spans(at, at + len(passage.text)) == passage.spans(0, len(passage.text))
        at += len(passage.text) + 1


def test_places_at_the_edges_of_pieces() -> None:
    mended = Passage.cut(PAGE, [Span(7, 9), Span(3, 3), Span(1, 4), Span(10, 11)])
    assert mended.text == "七八一二三十"
    assert mended.pieces == (Span(7, 9), Span(1, 4), Span(10, 11))
    assert mended.offsets == (0, 2, 5)
    assert mended.spans(0, 2) == (Span(7, 9),)
    assert mended.spans(2, 5) == (Span(1, 4),)
    assert mended.spans(1, 3) == (Span(8, 9), Span(1, 2))
    assert mended.spans(1, 6) == (Span(8, 9), Span(1, 4), Span(10, 11))
    assert mended.spans(5, 6) == (Span(10, 11),)
    assert mended.spans(5, 99) == (Span(10, 11),)
    assert mended.spans(2, 2) == mended.spans(3, 2) == mended.spans(6, 9) == ()
    assert mended.within([Span(8, 9), Span(1, 4)]) == (1, 5)
    assert mended.within([Span(10, 11)]) == (5, 6)
    with pytest.raises(ValueError, match="the passage holds nothing of 5"):
        mended.within([Span(5, 6)])


def test_a_passage_of_one_piece() -> None:
    whole = Passage.whole(PAGE)
    assert (whole.text, whole.pieces, whole.offsets) == (PAGE, (Span(0, 11),), (0,))
    assert whole.spans(0, 11) == (Span(0, 11),)
    assert whole.spans(3, 5) == (Span(3, 5),)
    assert whole.spans(3, 99) == (Span(3, 11),)
    assert whole.spans(4, 4) == ()
    part = Passage.cut(PAGE, [Span(4, 8)])
    assert part.spans(1, 3) == (Span(5, 7),)
    assert part.spans(0, 4) == (Span(4, 8),)
    assert Passage.cut(PAGE, []).spans(0, 1) == ()
    assert len(Span(4, 8)) == 4
    assert Span(4, 8).of(PAGE) == "四五六七"


# -- lines put back into the lines of text that they were cut from ----------------------------------------------------
PARAGRAPHS = (
    "近日,石泉村自来水改造工程全面完工,全村两百余户村民用上了放心水,工程铺设管道十一公里,改造水池三座,总投资近三百二十万元。",
    "下一步,石泉村将继续改造老旧管网,让更多村民用上放心水,并在村口新建一座水质检测室,每月公布一次检测结果。",
    "据了解,这个村过去吃水要到山下去挑,遇上干旱还要排队,村里多次想办法,都因为资金不足没有办成,大家为此发愁。",
)
WIDTH = 16


def wrapped(text: str) -> list[str]:
    indented = f"　　{text}"
    return [indented[at : at + WIDTH] for at in range(0, len(indented), WIDTH)]


LINES = [line for text in PARAGRAPHS for line in wrapped(text)]


def lines_of(text: str) -> list[tuple[str, tuple[Span, ...], int]]:
    return [(line.text, line.pieces, line.gap) for line in unwrapped(printed_lines(text), lambda _: ())]


def test_wrapped_lines_are_put_together_with_a_piece_for_each() -> None:
    page = "\n".join(LINES)
    found = lines_of(page)
    assert [text for text, _, _ in found] == list(PARAGRAPHS)
    assert [len(pieces) for _, pieces, _ in found] == [len(wrapped(text)) for text in PARAGRAPHS]
    for text, pieces, _ in found:
        assert "".join(piece.of(page) for piece in pieces) == text


def test_a_blank_at_which_the_measure_cut_stays() -> None:
    for lines, blank in (([LINES[0] + " ", *LINES[1:]], 14), ([LINES[0], " " + LINES[1], *LINES[2:]], 14)):
        page = "\n".join(lines)
        (first, pieces, _), *_ = lines_of(page)
        assert first == f"{PARAGRAPHS[0][:blank]} {PARAGRAPHS[0][blank:]}"
        assert "".join(piece.of(page) for piece in pieces) == first


def test_a_gap_or_another_page_parts_lines() -> None:
    cut = 2 * WIDTH - 2
    parts = [PARAGRAPHS[0][:cut], PARAGRAPHS[0][cut:], *PARAGRAPHS[1:]]
    apart = lines_of("\n".join([*LINES[:2], "", *LINES[2:]]))
    assert [text for text, _, _ in apart] == parts
    assert [gap for _, _, gap in apart] == [0, 1, 0, 0]
    assert [text for text, _, _ in lines_of("\n".join(LINES[:2]) + "\f" + "\n".join(LINES[2:]))] == parts


def test_lines_that_nothing_parts_are_spaced() -> None:
    few = printed_lines("甲镇\n乙镇\n丙镇\n丁镇")
    assert [line.gap for line in spaced(few)] == [0, 0, 0, 0]
    apart = printed_lines("甲镇\n乙镇\n\n丙镇\n丁镇\n戊镇")
    assert [line.gap for line in spaced(apart)] == [0, 0, 1, 0, 0]


# -- paragraphs that a column cut -------------------------------------------------------------------------------------
CUT = (
    "石泉村喝上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,东岭镇石泉村自来水改造工程完工,"
    "总投资近320万元,全村200余户村民用\n\n"
    "上了放心水。工程铺设管道11.6公里,改造蓄水池3座,村民再也不用到山下挑水吃。\n\n"
    "下一步,石泉村将继续改造老旧管网,让更多的村民用上放心水。"
)


def test_a_paragraph_cut_by_a_column_is_one_block_of_two_pieces() -> None:
    article = read_article(CUT)
    bodies = [block for block in article.blocks if block.role is Role.PARAGRAPH]
    assert [len(block.spans) for block in bodies] == [2, 1]
    assert "村民用上了放心水。" in bodies[0].text
    for block in bodies:
        assert "".join(span.of(CUT) for span in block.spans) == block.text
    assert 0 < bodies[0].confidence <= 1


def test_a_paragraph_that_ends_its_text_is_not_joined() -> None:
    whole = CUT.replace("村民用\n\n上了放心水", "村民用上了放心水")
    assert [len(block.spans) for block in read_article(whole).blocks] == [1, 1, 1]


def test_no_paragraph_is_joined_with_a_dateline_or_after_a_signature() -> None:
    signed = CUT.replace("村民用\n\n上了放心水", "村民用\n\n本报讯(记者 周敏) 上了放心水")
    assert all(len(block.spans) == 1 for article in read_page(signed).articles for block in article.blocks)
    ended = CUT.replace("村民用\n\n上了", "村民用水(记者 周敏)\n\n上了")
    assert all(len(block.spans) == 1 for block in read_article(ended).blocks)
