"""Numerals, one by one, and what is none."""

from decimal import Decimal

import pytest

from govnews.errors import ParseError, SpellingError
from govnews.mentions.numeral import parse_number, read_integer, read_pair
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
