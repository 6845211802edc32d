"""Cut lines put together again: the text, and where on the page each character of it stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer import BODY, pages, printed_rows, without_blank_lines
from govnews import Article, Doubt, DoubtKind, Page, Role, Span, read_article, read_page
from govnews.layout.columns import feet
from govnews.layout.doubts import joint
from govnews.layout.joins import Joins
from govnews.layout.lines import printed_lines
from govnews.layout.unwrap import spaced, unwrapped
from govnews.layout.weights import priors
from govnews.lexicon import Lexicon
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
    for place in (0, 4, 5, 6, 9):  # 4 and 9 are the first places behind a piece
        with pytest.raises(ValueError, match=f"the passage holds nothing of {place}"):
            mended.within([Span(place, place + 1)])


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
    under = Passage.stacked([Passage.cut(PAGE, []), part])  # the one piece begins after a line break
    assert (under.text, under.offsets) == ("\n四五六七", (1,))
    assert under.spans(0, 3) == under.spans(1, 3) == (Span(4, 6),)
    assert under.spans(0, 1) == ()
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


def test_a_blank_at_which_the_measure_cut_stays_before_the_last_line() -> None:
    last = PARAGRAPHS[0][-WIDTH // 2 :]
    lines = [f"{LINES[0]} ", last, *LINES[len(wrapped(PARAGRAPHS[0])) :]]
    (first, pieces, _), *_ = lines_of("\n".join(lines))
    assert first == f"{LINES[0].strip()} {last}"
    assert pieces == (Span(2, WIDTH + 1), Span(WIDTH + 2, WIDTH + 2 + len(last)))


def test_what_stands_before_the_first_line_is_no_text() -> None:
    """A line of text has the indent and the page of its first printed line, and not its blank."""
    lines = [line.replace("　　", " ") for line in LINES]
    first, *_ = unwrapped(printed_lines("\f\n" + "\n".join(lines)), lambda _: ())
    assert first.text[:8] == PARAGRAPHS[0][:8]
    assert first.pieces[0].start == 3
    assert (first.gap, first.indent, first.sheet) == (0, 1, 1)


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


# -- how sure it is that a line goes on -------------------------------------------------------------------------------
TITLE = "石泉村喝上自来水\n\n"


def only_doubt(page: Page) -> Doubt:
    (found,) = [doubt for doubt in page.doubts if doubt.kind is DoubtKind.JOIN]
    return found


def test_a_break_of_which_it_is_not_sure_that_it_ends_a_paragraph() -> None:
    before, after = (
        "合作社同三家食品厂签订购销合同,辣椒一下地就有了去处。去年,入",
        "二是优化营商环境。推行帮办代办,把审批窗口搬到工地。",
    )
    page = read_page(f"{TITLE}{before}\n\n{after}")
    *_, one, other = page.articles[0].blocks
    assert [one.text, other.text] == [before, after]
    doubt = only_doubt(page)
    assert doubt.spans == other.spans
    assert doubt.other == "goes on with the paragraph before it"
    assert {"runs on", "label"} <= set(doubt.evidence)
    assert other.confidence == doubt.confidence < 0.8 < one.confidence


def test_a_break_of_which_it_is_not_sure_that_it_is_none() -> None:
    before, after = "本报讯(记者 丁一苇 通讯员 鲍平)立春刚", "合石料,更换损坏的栏板23块,原有的石刻一件也没有丢。"
    page = read_page(f"{TITLE}{before}\n\n{after}")
    block = page.articles[0].blocks[-1]
    assert block.text == before + after
    doubt = only_doubt(page)
    assert doubt.spans == block.spans[1:]
    assert doubt.other == "a paragraph of its own"
    assert 0.5 < doubt.confidence == block.confidence < 0.8


def test_a_paragraph_is_no_surer_than_what_it_is_made_of() -> None:
    """Every doubt of a join or of a role is in the confidence of its block, also where the block has others."""
    seen = 0
    for at, composed in enumerate(pages(24, 7)):
        page = read_page((without_blank_lines(composed) if at % 2 else composed).text)
        holders: list[Page | Article] = [page, *page.articles]
        blocks = [block for one in holders for block in (one.furniture if isinstance(one, Page) else one.blocks)]
        for doubt in page.doubts:
            if doubt.kind in (DoubtKind.JOIN, DoubtKind.ROLE):
                (own,) = [block for block in blocks if doubt.spans[0] in block.spans]
                assert own.confidence <= doubt.confidence
                seen += len(own.spans) > 1
        told = {doubt.spans[0]: doubt.confidence for doubt in page.doubts}
        for block in blocks:
            if block.confidence < 0.8:
                assert block.confidence in [told.get(span) for span in block.spans]
    assert seen > 5


LONG = (
    "近日,石泉村自来水改造工程全面完工,全村两百余户村民用上了放心水,工程铺设管道十一公里,改造水池三座,总投资近三百二十万元,"
    "这个村过去吃水要到山下去挑,遇上干旱还要排队,村里多次想办法,都因为资金不足没有办成,大家为此发愁,今年县里把它列入民生实事,"
    "水务部门派人驻村勘察,选定水源,村民投工投劳,前后只用了三个月就通了水,并在村口新建一座水质检测室,每月公布一次检测结果。"
)


def test_a_line_that_ends_at_the_foot_of_its_column_is_surer_to_go_on() -> None:
    lexicon, half = Lexicon.default(), len(LONG) // 2
    before, after = LONG[:half], LONG[half:]
    more = "下一步,石泉村将继续改造老旧管网,让更多村民用上放心水,并请村民代表监督,每一笔开支都张榜公布,接受全村监督。"
    (even,) = read_article(f"{before}\n\n{after}").blocks
    (uneven,) = read_article(f"{before}\n\n{after}{more}").blocks

    def joined(one: str, other: str) -> float:
        return Joins([one, other], lexicon).worth(0, 1)

    prior = priors(lexicon)["foot of a column"]
    foot = prior * feet([len(before), len(after)], [0])[0]
    assert feet([len(before), len(after + more)], [0]) == {}
    assert even.confidence == joint(joined(before, after) + foot, lexicon).confidence
    assert uneven.confidence == joint(joined(before, after + more), lexicon).confidence
    assert even.confidence > uneven.confidence


# -- a column's last words, which look like a subhead -----------------------------------------------------------------
SHORTEST = 16  # characters of a line that could be one


def test_a_line_cut_short_by_its_column_is_no_subhead() -> None:
    found = []
    for page in pages(24, 7):
        read = read_page(page.text)
        rows, line_at = printed_rows(page)
        of = {line_at(s.start): at for at, b in enumerate(b for a in read.articles for b in a.blocks) for s in b.spans}
        body = sorted((row.owner, row.order, at) for at, row in rows if row.owner and row.role in BODY)
        for (_, _, at), (_, _, after) in pairwise(body):
            if rows[after][1].joins and len(rows[at][1].text) <= SHORTEST:
                found.append(of.get(at) == of.get(after))
    assert len(found) > 40
    assert sum(found) / len(found) >= 0.83  # measured now; may only rise


def test_a_subhead_is_no_line_cut_short() -> None:
    first = "村里的路宽了\n\n去年,石泉村修了三公里水泥路,车辆开到了家门口。"
    second = "群众的心暖了\n\n村里还给独居老人装了呼叫器。"
    page = read_page(f"石泉村办实事\n\n本报讯(记者 周敏)石泉村今年办成十件实事。\n\n{first}\n\n{second}")
    subheads = [block.text for block in page.articles[0].blocks if block.role is Role.SUBHEAD]
    assert subheads == ["村里的路宽了", "群众的心暖了"]
