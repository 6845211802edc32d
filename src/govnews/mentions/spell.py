"""Numbers written out: the way back from a value to a numeral."""

from decimal import Decimal
from typing import Literal, get_args

from govnews.errors import SpellingError
from govnews.mentions.exact import exact

Style = Literal["chinese", "formal", "mixed", "arabic"]

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_LARGE = ("", "万", "亿", "万亿")
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LIMIT = 10**16  # 万亿 is the greatest magnitude that news prints
_POWERS = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))


@exact
def format_number(value: Decimal | int, *, style: Style = "chinese") -> str:
    """Return a numeral that `parse_number` reads back to `value`.

    Args:
        value: a finite number, in Chinese below 10 to the power of 16.
        style: chinese (一千零一), formal 大写 as cheques and contracts have it (壹仟零壹), mixed with the greatest
            magnitude that leaves it whole or short (1.6万), arabic (16000).

    Raises:
        SpellingError: a ValueError, where the number is not finite or greater than there are words for, or the style
            is none of these.

    >>> format_number(1001), format_number(1001, style="formal"), format_number(16000, style="mixed")
    ('一千零一', '壹仟零壹', '1.6万')
    >>> format_number(Decimal("-20.5"))
    '负二十点五'

    .. versionadded:: 0.1.0
    """
    if style not in get_args(Style):
        message = f"expected a style of {', '.join(get_args(Style))}, got {style!r}"
        raise SpellingError(message)
    number = Decimal(value)
    if not number.is_finite() or number.copy_abs() >= _LIMIT:
        shown = f"a number of {number.adjusted() + 1} digits" if number.is_finite() else str(number)
        message = f"expected a finite number below {_LIMIT}, got {shown}"
        raise SpellingError(message)
    if not number:
        number = number.copy_abs()  # -0.0 is 0.0
    if style == "arabic":
        return f"{number:f}"
    if style == "mixed":
        return _mixed(number)
    words = ("负" if number < 0 else "") + _chinese(abs(number), formal=style == "formal")
    return words.translate(_FORMAL) if style == "formal" else words


def _mixed(number: Decimal) -> str:
    for power, word in _POWERS:
        scaled = number / power
        if abs(number) >= power and scaled * power == number and len(scaled.normalize().as_tuple().digits) <= 6:
            return f"{scaled.normalize():f}{word}"
    return f"{number:f}"


def _chinese(number: Decimal, *, formal: bool) -> str:
    whole, _, fraction = f"{number:f}".partition(".")
    words = _whole(int(whole), formal=formal)
    return f"{words}点{''.join(_DIGITS[int(digit)] for digit in fraction)}" if fraction else words


def _whole(number: int, *, formal: bool) -> str:
    if number == 0:
        return _DIGITS[0]
    words = ""
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            continue
        if words and (group < 1000 or not groups[index + 1]):
            words += _DIGITS[0]
        words += _group(group)
        # 三万五千亿: the 亿 of 万亿 is said once, after the group below it
        words += "万" if index == 3 and groups[2] else _LARGE[index]
    return words if formal else words.removeprefix("一") if words.startswith("一十") else words


def _group(group: int) -> str:
    words = ""
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += _DIGITS[digit] + _PLACES[place]
        elif words and not words.endswith(_DIGITS[0]) and group % 10**place:
            words += _DIGITS[0]
    return words
