"""Numerals: Arabic, Chinese and mixed ones, read exactly.

The readers take folded text (`govnews.text.fold`) and raise ValueError on what is no numeral; `parse_number` takes any
text and points at the place.
"""

import re
from decimal import Context, Decimal, Inexact

from govnews.errors import ParseError
from govnews.mentions.exact import exact
from govnews.mentions.written import read_written
from govnews.pattern import later
from govnews.text import fold

ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
DIGIT = {ch: value for value, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_POWERS = (("兆", 1_000_000_000_000), ("亿", 100_000_000), ("万", 10_000))
_ALONE = frozenset("百千万亿兆")
PLACE = {"十": 10, "百": 100, "千": 1000}
# 大写 of cheques and contracts (壹拾贰万叁仟), and the old short tens of calendars (廿三)
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟萬億弍貳參陸兩叄", "一二三四五六七八九十百千万亿二二三六两三", strict=True))
_PLAIN = str.maketrans(FORMAL | {"廿": "二十", "卅": "三十", "卌": "四十", "○": "〇"})
_ODD = later("[" + "".join(FORMAL) + "廿卅卌○]")

_WHOLE_ARABIC = later(ARABIC)
_PART = later(ARABIC + "|.", re.DOTALL)
_BY_DIGIT = later("[零〇一二三四五六七八九]{2,}")
# 三四十, 七百三四十, 十七八, 三五: two neighbouring digits, the upper not followed by a third
_PAIR = later(
    "(?<![零〇一二两三四五六七八九点])([一二两三四五六七八九])([二两三四五六七八九])(?![零〇一二两三四五六七八九点])"
)
_FRACTION = later("[0-9]+")
_JOINT = later("[-~—–至到]")
_EXACT = Context(prec=1000, traps=[Inexact])
LONGEST = 400  # characters: a run of digits beyond it is no figure of a newspaper


def read_number(text: str) -> Decimal:
    """Return the value of one numeral of folded text: 1,200  3.2万  两万五  一百零五  二〇二三  三点一四.

    Raises:
        ValueError: where `text` is no numeral, or an approximate pair (三四十) that has two values.

    >>> read_number("1.6万"), read_number("一千零一"), read_number("两万五")
    (Decimal('16000'), Decimal('1001'), Decimal('25000'))
    """
    if len(text) > LONGEST:
        message = "a numeral is no longer than a line"
        raise ValueError(message)
    if _WHOLE_ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if text[:1] == "." and text[1:].isdecimal() and text.isascii():
        return Decimal(text)
    if _ODD.search(text):
        text = text.translate(_PLAIN)
    if text[:2] in ("负负", "负-", "-负", "--"):
        raise ValueError(text)
    if text[:1] in ("负", "-"):
        return -read_number(text[1:])
    return plain(_whole(text))


def read_integer(text: str) -> int:
    """Return the value of one whole numeral of folded text.

    Raises:
        ValueError: where `text` is no numeral, or not a whole one.

    >>> read_integer("二〇二三"), read_integer("十二"), read_integer("08")
    (2023, 12, 8)
    """
    if text.isdecimal() and text.isascii() and len(text) <= LONGEST:
        return int(text)
    value = read_number(text)
    if value != value.to_integral_value():
        message = f"not a whole number: {text!r}"
        raise ValueError(message)
    return int(value)


def read_pair(text: str) -> tuple[Decimal, Decimal | None]:
    """Return the value of a numeral, and the upper one of an approximate pair (GB/T 15835, 5.2.1).

    Raises:
        ValueError: where `text` is no numeral.

    >>> read_pair("七百三四十"), read_pair("12")
    ((Decimal('730'), Decimal('740')), (Decimal('12'), None))
    """
    if len(text) <= LONGEST and (pair := _PAIR.search(text)):
        first, second = DIGIT[pair[1]], DIGIT[pair[2]]
        before, after = text[: pair.start()], text[pair.end() :]
        if second - first == 1 or pair[0] == "三五":
            return read_number(before + pair[1] + after), read_number(before + pair[2] + after)
        if pair[0] == "三两":
            return read_number(before + "两" + after), read_number(before + "三" + after)
    return read_number(text), None


@exact
def parse_number(text: str) -> Decimal:
    """Return the exact value of one numeral, whole.

    Args:
        text: Arabic (1,200; １２), Chinese (一千零一), formal (壹仟) or mixed (3.2万), with 负 or - before it. Of an
            approximate pair (三四十) or a range (12-23) the lower value is given, as in `Quantity.value`. So are
            40k, 1.04M, 2e5, 2^5, 1 3/5, ½ and Ⅲ.

    Raises:
        ParseError: where `text` is no numeral, with the place.

    >>> parse_number("一千零一"), parse_number("3.2万"), parse_number("负五")
    (Decimal('1001'), Decimal('32000'), Decimal('-5'))

    .. versionadded:: 0.1.0
    """
    folded = fold(text)
    shift = len(folded) - len(folded.lstrip())
    numeral = "".join(folded.split())  # 三千 八百 is set with gaps now and then
    try:
        return _one(folded.strip(), numeral)
    except ValueError:
        raise ParseError(text, min(shift + _readable(numeral), len(text)), "a numeral") from None


def _one(text: str, numeral: str) -> Decimal:
    """Return the value of a numeral, the lower end of a range: 一千零一, 12-23, 十二到二十三, 1 3/5."""
    try:
        return read_pair(numeral)[0]
    except ValueError:
        pass
    try:
        return read_written(text)
    except ValueError:
        joint = _JOINT.search(numeral, 1)
    if joint is None:
        raise ValueError(text)
    low, high = read_pair(numeral[: joint.start()])[0], read_pair(numeral[joint.end() :])[0]
    if low >= high:
        raise ValueError(text)
    return low


def _readable(text: str) -> int:
    """Return how much of the head of `text` reads as a numeral."""
    for end in range(min(len(text), 40), 0, -1):
        try:
            read_number(text[:end])
        except ValueError:
            continue
        return end
    return 0


def plain(value: Decimal) -> Decimal:
    """Write 1.60万 as 16000, not as 1.60E+4 or 16000.00; what is printed without a magnitude keeps its zeros."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize(_EXACT)


def _whole(text: str) -> Decimal:
    if text in ("半", "一半"):
        return Decimal("0.5")
    if text == "半百":
        return Decimal(50)
    if text in _ALONE:  # 万 and 百 count nothing by themselves
        raise ValueError(text)
    return _digits(text) if _BY_DIGIT.fullmatch(text) else _large(text)


def _digits(text: str) -> Decimal:
    """二〇二三, 一一, 九八; but 二三 is two or three."""
    if len(text) == 2 and _PAIR.fullmatch(text) and DIGIT[text[1]] - DIGIT[text[0]] == 1:
        raise ValueError(text)
    return Decimal("".join(str(DIGIT[ch]) for ch in text))


def _large(text: str) -> Decimal:
    for mark, power in _POWERS:
        left, found, right = text.rpartition(mark)
        if not found:
            continue
        if right and not left:  # 亿万 is a manner of speaking
            raise ValueError(text)
        value = _EXACT.multiply(_large(left) if left else Decimal(1), Decimal(power))
        if not right:
            return value
        rest = _tail(right, power)
        if rest >= power or value != value.to_integral_value():
            raise ValueError(text)
        return value + rest
    return _point(text)


def _tail(text: str, power: int) -> Decimal:
    """两万五 is 25000, 三亿五 is 350000000, 一万零五 is 10005, and 四万点六 is 40000.6."""
    if text[0] == "点":
        return _fraction(text[1:])
    if len(text) == 1 and text in "123456789一二三四五六七八九":
        return Decimal(DIGIT.get(text) or int(text)) * power / 10
    if text == "两":  # 两万两 is a weight of silver
        raise ValueError(text)
    return _large(text)


def _point(text: str) -> Decimal:
    head, point, tail = text.partition("点")
    if not point:
        return _small(text)
    if not head:
        raise ValueError(text)
    whole = _digits(head) if len(head) > 1 and _BY_DIGIT.fullmatch(head) else _small(head)
    if whole != whole.to_integral_value():
        raise ValueError(text)
    return whole + _fraction(tail)


def _fraction(text: str) -> Decimal:
    """Read what stands after 点, digit by digit; 二十二点6 mixes the two scripts."""
    digits = "".join(str(DIGIT[ch]) if ch in DIGIT else ch for ch in text)
    if not _FRACTION.fullmatch(digits):
        raise ValueError(text)
    return Decimal(f"0.{digits}")


def _small(text: str) -> Decimal:
    """Read what is below 万: 三千零五, 一百二, 十七, 4千."""
    total, limit = Decimal(0), 10_000
    digit: Decimal | None = None
    zero = False
    for part in _PART.findall(text):
        place = PLACE.get(part)
        if place:
            if place >= limit or (digit is None and total and place != 10):
                raise ValueError(text)
            total += (Decimal(1) if digit is None else digit) * place
            digit, limit, zero = None, place, False
            continue
        if digit is not None:
            raise ValueError(text)
        if part in "零〇":
            zero = True
        elif part in DIGIT:
            digit = Decimal(DIGIT[part])
        else:
            digit = _arabic(part)
    if total and text[-1] == "两":  # 三十两 is a weight; thirty-two is 三十二
        raise ValueError(text)
    if digit is None:
        if not text or (zero and text not in ("零", "〇")):
            raise ValueError(text)
        return total
    short = total and not zero and limit > 10 and digit < 10
    return total + (digit * limit / 10 if short else digit)


def _arabic(part: str) -> Decimal:
    if not part[0].isdigit() or not part.isascii():
        raise ValueError(part)
    return Decimal(part.replace(",", ""))
