"""Numerals, one by one, and what is none."""

from decimal import Decimal

import pytest

from govnews.errors import ParseError, SpellingError
from govnews.mentions.numeral import LONGEST, parse_number, read_integer, read_number, read_pair
from govnews.mentions.spell import Style, format_number

NUMERALS = {
    "1,200": "1200",
    "１２．５": "12.5",
    "3.2万": "32000",
    "1.60亿": "160000000",
    "两万五": "25000",
    "三百三": "330",
    "一百二十": "120",
    "一百零二": "102",
    "两千三百": "2300",
    "二〇二三": "2023",
    "一九九八": "1998",
    "廿三": "23",
    "卅": "30",
    "半": "0.5",
    "一半": "0.5",
    "十": "10",
    "百万": "1000000",
    "三万五千亿": "3500000000000",
    "1亿2000万": "120000000",
    "4千": "4000",
    "三点一四": "3.14",
    "一点五亿": "150000000",
    "四万点六": "40000.6",
    "壹仟贰佰叁拾肆": "1234",
    "负贰拾点伍陆": "-20.56",
    "-3.5": "-3.5",
    ".77": "0.77",
    "三四十": "30",
    "一兆二千亿": "1200000000000",
    "三千 八百": "3800",
}


@pytest.mark.parametrize(("text", "value"), NUMERALS.items())
def test_numeral(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", 0),
        ("三农", 1),
        ("三百百", 2),
        ("万", 0),
        ("亿", 0),
        ("亿万", 0),
        ("٣", 0),
        ("10..1万", 2),
        ("三十两", 2),
        ("零点", 1),
        ("5kg", 1),
    ],
)
def test_no_numeral(text: str, at: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_number(text)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("三四十", (30, 40)),
        ("七百三四十", (730, 740)),
        ("十七八", (17, 18)),
        ("三五百", (300, 500)),
        ("三两", (2, 3)),
        ("五六万", (50000, 60000)),
    ],
)
def test_pair(text: str, pair: tuple[int, int]) -> None:
    assert read_pair(text) == tuple(map(Decimal, pair))


def test_an_integer_is_whole() -> None:
    assert read_integer("十二") == 12
    with pytest.raises(ValueError, match="whole"):
        read_integer("1.5")


def test_a_number_of_a_thousand_digits_is_no_numeral() -> None:
    with pytest.raises(ParseError):
        parse_number("1" * 1000)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), 10**16, -(10**16)])
def test_what_cannot_be_spelt(value: Decimal) -> None:
    with pytest.raises(SpellingError, match="finite") as raised:
        format_number(value)
    assert isinstance(raised.value, ValueError)


def test_a_number_of_thousands_of_digits_is_named_by_its_size() -> None:
    with pytest.raises(SpellingError, match="a number of 5001 digits"):
        format_number(10**5000)


def test_a_style_that_there_is_not() -> None:
    with pytest.raises(SpellingError, match="chinese, formal, mixed, arabic, got 'roman'"):
        format_number(5, style="roman")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("style", "spelt"), [("chinese", "零点零"), ("formal", "零点零"), ("mixed", "0.0"), ("arabic", "0.0")]
)
def test_nought_has_no_sign(style: Style, spelt: str) -> None:
    assert format_number(Decimal("-0.0"), style=style) == spelt


# -- the reader of one numeral alone, without the other ways in which parse_number reads a text -----------------------
READ = {
    ".5": "0.5",
    ".77": "0.77",
    "-3.5": "-3.5",
    "负五": "-5",
    "1,200万": "12000000",
    "半百": "50",
    "〇": "0",
    "三一": "31",
    "一一": "11",
    "九八": "98",
    "一三": "13",
    "〇一": "1",
    "二三四": "234",
    "一二三": "123",
    "一万两千万": "120000000",
    "一万万": "100000000",
    "万亿": "1000000000000",
    "1万23": "10023",
    "3万5": "35000",
    "九八点五": "98.5",
    "二〇点五": "20.5",
    "二十二点6": "22.6",
    "一百十": "110",
    "一百十五": "115",
    "三百10": "310",
    "1.60万": "16000",
    "1.50": "1.50",
    "1.5000万": "15000",
    "三点一四": "3.14",
}


@pytest.mark.parametrize(("text", "printed"), READ.items())
def test_a_numeral_and_how_it_is_written(text: str, printed: str) -> None:
    assert str(read_number(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "万",
            "五12",
            "负负五",
            "负-5",
            "-负五",
            "--5",
            "二三",
            "一二",
            "八九",
            "1.23456万5",
            "1万20000",
            "1万10000",
        ),
        *(
            "两万两",
            "三百五百",
            "三百百",
            "三千百",
            "三百千",
            "亿万",
            "X1",
            "三点一点四",
            "点五",
            "1.5点五",
            "三点",
            "三十两",
            "零零农",
        ),
        *("三百.5", "٣", "1" * (LONGEST + 1), "."),
    ],
)
def test_no_numeral_at_all(text: str) -> None:
    """What is raised names the part that could not be read."""
    with pytest.raises(ValueError, match=r"^") as caught:
        read_number(text)
    assert str(caught.value) in text or str(caught.value) == "a numeral is no longer than a line"


def test_whole_numerals() -> None:
    assert [read_integer(text) for text in ("08", "2023", "二〇二三", "十二", "1.0", "1.2万")] == [
        8,
        2023,
        2023,
        12,
        1,
        12000,
    ]
    for text in ("1.5", "三点五", "半", "农", ""):
        with pytest.raises(ValueError, match=r"^"):
            read_integer(text)


def test_the_longest_numeral() -> None:
    assert read_number("1" * LONGEST) == read_integer("1" * LONGEST) == int("1" * LONGEST)
    for read in (read_number, read_integer, read_pair):
        with pytest.raises(ValueError, match=r"^a numeral is no longer than a line$"):
            read("1" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("text", "low"), [("1-2", 1), ("12-23", 12), ("十二到二十三", 12), ("-5至8", -5), ("三至五", 3)]
)
def test_of_a_range_the_lower_end(text: str, low: int) -> None:
    assert parse_number(text) == low


@pytest.mark.parametrize("text", ["5-5", "8至3", "5-", "5-农", "三到三"])
def test_no_range(text: str) -> None:
    with pytest.raises(ParseError):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(
            ("三四十", 30, 40),
            ("七百三四十", 730, 740),
            ("十七八", 17, 18),
            ("三五", 3, 5),
            ("三两", 2, 3),
            ("两三", 2, 3),
        ),
        *(("八九千", 8000, 9000), ("二三", 2, 3), ("三五百", 300, 500), ("三两天"[:2], 2, 3)),
    ],
)
def test_two_neighbours_are_a_range(text: str, low: int, high: int) -> None:
    assert read_pair(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["三一", "九八", "二四", "一二三", "二〇二三", "12"])
def test_two_digits_that_are_no_range(text: str) -> None:
    assert read_pair(text) == (read_number(text), None)
