"""No answer depends on the decimal context that the caller has set, and no digit is lost."""

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Rounded, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import find_mentions, format_number, parse_number, parse_quantity
from strategies import sentences

HOSTILE = Context(prec=2, Emax=9, Emin=-9, traps=[Inexact, Rounded, InvalidOperation, DivisionByZero])


@given(sentences)
def test_the_context_of_the_caller_changes_nothing(sentence: str) -> None:
    with localcontext(HOSTILE):
        hostile = find_mentions(sentence)
    assert hostile == find_mentions(sentence)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("123456.78万元", "1234567800"),
        ("12345678901234567890123456789.12345元", "12345678901234567890123456789.12345"),
        ("-12345678901234567890123456789.12345元", "-12345678901234567890123456789.12345"),
        ("三分之二", "0.6666666666666666666666666667"),
    ],
)
def test_every_digit_is_kept(text: str, value: str) -> None:
    with localcontext(HOSTILE):
        assert str(parse_quantity(text).value) == value


@given(st.integers(0, 10**16 - 1), st.integers(1, 10**40))
def test_long_decimals_are_spelt_whole(whole: int, part: int) -> None:
    printed = f"{whole}.{part}"
    with localcontext(HOSTILE):
        assert parse_number(format_number(Decimal(printed))) == Decimal(printed)
