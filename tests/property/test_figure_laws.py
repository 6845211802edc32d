"""Laws of figures: every spelling reads, context and place change no value, width changes nothing."""

import re
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from govnews import read_article
from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions.find import find, parse_quantity
from govnews.mentions.mention import Mention, Quantity
from govnews.mentions.numeral import parse_number
from govnews.mentions.spell import Style, format_number
from govnews.span import Passage
from strategies import figures, sentences, texts

LEXICON = Lexicon.default()
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
STYLES: tuple[Style, ...] = ("chinese", "formal", "mixed", "arabic")
UNITS = ("亩", "户", "公里", "个百分点", "美元", "吨", "人次", "倍")

SHORT_YEAR = re.compile(
    "[0-9０-９]{2}年"
)  # 26年 alone is the year 2026, 总共有26年 a length: only what stands by it tells

wholes = (
    st.integers(0, 10**16 - 1)
    | st.integers(0, 10**5)
    | st.builds(int.__mul__, st.integers(1, 99), st.sampled_from((10**4, 10**8)))
)
decimals = st.decimals(0, 10**9, places=3).filter(lambda value: value.is_finite())


def read(text: str) -> tuple[Mention, ...]:
    return find(Passage.whole(text), lexicon=LEXICON)


def said(one: Quantity) -> tuple[object, ...]:
    return (one.text, one.type, one.value, one.upper, one.unit, one.bound)


def quantities(text: str) -> list[tuple[object, ...]]:
    return [said(one) for one in read(text) if isinstance(one, Quantity)]


@given(wholes, st.sampled_from(STYLES))
def test_every_spelling_of_n_reads_n(n: int, style: Style) -> None:
    spelt = format_number(n, style=style)
    assert parse_number(spelt) == n
    assert parse_number(spelt.translate(WIDE)) == n
    assert parse_number(f"负{spelt}") == -n
    assert parse_number(f"{n:,}") == n


@given(decimals, st.sampled_from(STYLES))
def test_every_spelling_of_a_decimal_reads_it(value: Decimal, style: Style) -> None:
    assert parse_number(format_number(value, style=style)) == value


@given(st.integers(2, 10**12), st.sampled_from(STYLES), st.sampled_from(UNITS))
def test_every_spelling_with_a_unit_reads_alike(n: int, style: Style, unit: str) -> None:
    spelt = format_number(n, style=style)
    if style == "formal" or (len(spelt) == 1 and spelt in "百千万亿"):
        return  # 大写 is for money, and 百 alone counts nothing
    assert parse_quantity(spelt + unit, LEXICON).value == n


@given(figures)
def test_alone_reads_the_same(figure: str) -> None:
    inside = list(quantities(f"总共有{figure}。"))
    if inside and inside[0][0] == figure and not SHORT_YEAR.fullmatch(figure):
        assert quantities(figure) == inside


@given(sentences, st.lists(sentences, max_size=3))
def test_shifting_never_changes_a_span(sentence: str, before: list[str]) -> None:
    first, lead = "。\n", "".join(before) + "。\n"  # 3 is a number where it is all of a text, and nowhere else
    by = len(lead) - len(first)
    alone = [(said(one), one.spans[0].start + by) for one in read(first + sentence) if isinstance(one, Quantity)]
    later = [(said(one), one.spans[0].start) for one in read(lead + sentence) if isinstance(one, Quantity)]
    assert [one for one in later if one[1] >= len(lead)] == alone


@given(sentences, sentences)
def test_widening_the_context_never_changes_a_value(sentence: str, after: str) -> None:
    alone = quantities(sentence + "。")
    assert quantities(sentence + "。\n" + after)[: len(alone)] == alone


@given(sentences)
def test_width_changes_no_answer(sentence: str) -> None:
    narrow = [(one.type, one.value, one.upper, one.bound) for one in read(sentence) if isinstance(one, Quantity)]
    wide = [
        (one.type, one.value, one.upper, one.bound)
        for one in read(sentence.translate(WIDE))
        if isinstance(one, Quantity)
    ]
    assert wide == narrow


@given(texts)
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert all(one.spans[0].of(text) == one.text for one in found)
    assert all(first.spans[-1].end <= second.spans[0].start for first, second in pairwise(found))


@given(texts)
def test_parsing_one_expression_answers_or_points_at_the_place(text: str) -> None:
    for parse in (lambda: parse_quantity(text, LEXICON), lambda: parse_number(text)):
        place = None
        try:
            parse()
        except ParseError as error:
            place = error.at
        assert place is None or 0 <= place <= len(text)


@given(
    st.lists(figures | st.text("零一二三四五六七八九十百千万亿两半12 ", min_size=1, max_size=4), min_size=2, max_size=5)
)
def test_no_figure_crosses_a_line(lines: list[str]) -> None:
    assert not [one for one in read("\n".join(lines)) if "\n" in one.text]


def test_figures_of_paragraphs_are_apart_and_one_cut_by_a_column_is_whole() -> None:
    assert not read_article("三\n五百").mentions
    assert not read_article("一\n二\n三\n四").mentions
    [cut] = read_article("全村修建水渠、道路和文化广场,总投资三千\n\n八百万元,村民十分满意。", headline="修渠").mentions
    assert isinstance(cut, Quantity)
    assert cut.value == 38_000_000


def test_small_numbers_whole() -> None:
    for n in range(10_000):
        assert parse_number(format_number(n)) == n
