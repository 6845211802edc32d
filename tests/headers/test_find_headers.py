"""What holds for every text: never an error, true spans, and the same answer wherever the text stands."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.errors import ParseError
from govnews.headers.find import find, parse_header
from govnews.lexicon import Lexicon
from govnews.span import Passage, Span

LEXICON = Lexicon.default()
_PIECES = """
本报 新华社 据 济宁 北京 5月18日 一月十三日 讯 电 消息 ( ) （ ） 【 】 [ ] 记者 通讯员 见习 全媒体 孔令河 颜承志 孟 云
摄 报道 文/图 作者 系 为 单位 : ： 、 , ， 。 / 丨 · ■ □ 来源 编辑 执笔 供图 发 某大学教授 党委书记 从县里 ” �
"""
PIECES = [*_PIECES.split(), " ", "　", "\n", "\r\n", "\t", "\ud800", "\x00", "😀", "7", "㎡"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_any_text_is_read(text: str, issued: date | None) -> None:
    end = 0
    for header in find(Passage.whole(text), issued=issued, lexicon=LEXICON):
        assert header.spans[0].start >= end, "sorted, and no overlap"
        end = header.spans[-1].end
        assert header.text == "".join(span.of(text) for span in header.spans)
        assert header.text == header.text.strip()
        assert "\n" not in header.text
        for part in (header.outlet, header.place, header.date):
            assert part is None or part.text in header.text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), DAYS)
def test_any_characters_are_read(text: str, issued: date | None) -> None:
    find(Passage.whole(text), issued=issued, lexicon=LEXICON)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.text(alphabet="水清木华。", max_size=9))
def test_lines_before_shift_the_answer_and_no_more(text: str, before: str) -> None:
    shift = len(before) + 1
    alone = find(Passage.whole(text), lexicon=LEXICON)
    after = find(Passage.whole(f"{before}\n{text}"), lexicon=LEXICON)
    assert [(header.rule, header.text, header.contributors) for header in after] == [
        (header.rule, header.text, header.contributors) for header in alone
    ]
    assert [header.spans[0].start for header in after] == [header.spans[0].start + shift for header in alone]


def test_a_column_break_leaves_two_spans() -> None:
    page = "本报济宁5月18日讯(通讯员\n\n孔令河) 日前,湖区开湖。"
    found = find(Passage.cut(page, [Span(0, 14), Span(16, len(page))]), lexicon=LEXICON)
    assert [header.spans for header in found] == [(Span(0, 14), Span(16, 20))]
    assert found[0].text == "本报济宁5月18日讯(通讯员孔令河)"


def test_a_byline_of_two_lines_is_one() -> None:
    page = "湖区开湖\n□记 者 孔令河\n通讯员 颜承志 孟云 报道\n日前,湖区开湖。"
    (header,) = find(Passage.whole(page), lexicon=LEXICON)
    assert header.spans == (Span(5, 13), Span(14, 27))
    assert [(person.role, person.name) for person in header.contributors] == [
        ("记者", "孔令河"),
        ("通讯员", "颜承志"),
        ("通讯员", "孟云"),
    ]
    assert header.verb == "报道"


def test_two_bylines_are_two() -> None:
    page = "□记者 孔令河 报道\n通讯员 颜承志 孟云 报道\n"
    assert len(find(Passage.whole(page), lexicon=LEXICON)) == 2


def test_the_outlet_of_the_page_is_what_its_own_paper_means() -> None:
    (header,) = find(Passage.whole("本报讯(记者 孔令河)"), lexicon=LEXICON, outlet="济宁日报")
    assert header.outlet is not None
    assert (header.outlet.text, header.outlet.name) == ("本报", "济宁日报")
    (header,) = find(Passage.whole("中新网北京5月18日电"), lexicon=LEXICON, outlet="济宁日报")
    assert header.outlet is not None
    assert header.outlet.name == "中国新闻网"


def test_watch_is_told() -> None:
    told: list[tuple[str, str, int, int, str]] = []
    find(
        Passage.whole("前一行。\n■通讯员 孔令河 摄"),
        lexicon=LEXICON,
        watch=lambda room, rule, start, end, outcome, _: told.append((room, rule, start, end, outcome)),
    )
    assert ("headers", "photo-credit", 5, 15, "won") in told


def test_parse_header() -> None:
    header = parse_header(" 本报济宁讯(通讯员 孔令河)\n", LEXICON)
    assert header.contributors[0].name == "孔令河"


@pytest.mark.parametrize(("text", "at"), [("他是本报记者", 0), ("", 0), ("本报讯(记者 孔令河) 日前,湖区开湖。", 11)])
def test_what_is_no_header_is_refused_with_its_place(text: str, at: int) -> None:
    with pytest.raises(ParseError) as refused:
        parse_header(text, LEXICON)
    assert refused.value.at == at


@pytest.mark.parametrize("unit", ["(", "（记者", "本报", "来源:", "(a)", "  ", "记者 ", "■", "作者", "王", "摄 "])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    find(Passage.whole(unit * 100), lexicon=LEXICON)

    def measure(times: int) -> float:
        text = unit * times
        start = time.perf_counter()
        find(Passage.whole(text), lexicon=LEXICON)
        return time.perf_counter() - start

    assert measure(40_000) < 40 * measure(4_000) + 0.5
