"""Figures that are all that a short text says: 十, 40k, 两丈, 五分, 每小时十公里, 倒数第二.

In prose each of these is a label, a name or a part of a word more often than a figure. Where nothing else stands in
the text, but for hedges, signs and blanks, it can be nothing but one.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import frozen

from govnews.mentions.amounts import read_amount
from govnews.mentions.doubts import is_dated
from govnews.mentions.exact import share
from govnews.mentions.figure_forms import ROUND
from govnews.mentions.mention import Bound, MentionType
from govnews.mentions.numeral import read_number, read_pair
from govnews.mentions.reading import Figure, Reading
from govnews.mentions.runs import HAN, RUN, run_at
from govnews.mentions.units import Unit, Units
from govnews.mentions.written import read_written
from govnews.pattern import later

LONGEST = 40
_HEDGE = 5  # characters of the longest hedge
_JOINT = later(" *(?:[-~—–至到]|--|——) *")
_SLASH = later("([一二三四五六七八九十百千两]+)/([一二三四五六七八九十百千]+)")
_VAGUE = later("([一二三四五六七八九]?[十百千])(几|多|余)")
_CENTS = later("(?:([一二两三四五六七八九])毛(?:([一二三四五六七八九])分?)?|([一二两三四五六七八九十]{1,3})分)")
_NAME = later("[0-9][kKmMgG]")  # 5G, 4K, 3M: a heading or a cell names these
_EACH = later("每(小时|分钟|秒钟?|天)")
_LAST = later("(?:倒数第(?P<back>[0-9]{1,3}|[一二三四五六七八九十]{1,3})|最后一)(?P<unit>[名位个次批期])?")
_PART = later("([一二三四五六七八九十])分之?([一二三四五六七八九十])(?=.)")
_SIGN = later("(?:正负?|负)的? ?(?=[0-9零一二两三四五六七八九十百])")
_LEAD = later("(?:从|=|等于) ?(?=.)")
_TRAIL = later("(?<=.)(?:(?<=[0-9一二三四五六七八九十百千万])之间|\\+)$")
_CALENDAR = frozenset("日号点时月年番")
_SENTENCE = later("[。:;!?“”《》]")
_NUMERAL = later(f"[0-9半百{HAN}¼-¾⅐-ↈ]")
_HEADINGS = frozenset("一二三四五六七八九")  # on a line of its own one heads a section
_NOT_ONE = frozenset("起面道手口行类代级点下角生线流会向")  # 一起, 一面, 一角 are words


@frozen
class Whole:
    """What is left of a text without its hedges, and the words to know."""

    text: str
    units: Units


@frozen
class Form:
    """One way in which a short text is a figure."""

    rule: str
    read: Callable[[Whole], tuple[MentionType, Figure] | None]


def _number(whole: Whole) -> tuple[MentionType, Figure] | None:
    """十, 两, 半百, 40k, 2^5, 1 3/5, 5k-20k, 六十/一百二十."""
    text = whole.text
    if text in ROUND or (text.isdecimal() and text[0] == "0") or _NAME.fullmatch(text):
        return None
    vague, slash, joint = _VAGUE.fullmatch(text), _SLASH.fullmatch(text), _JOINT.search(text, 1)
    if vague:
        bound = Bound.ABOUT if vague[2] == "几" else Bound.OVER
        return MentionType.NUMBER, Figure(value=_value(vague[1])[0], bound=bound)
    if slash:
        return MentionType.RATIO, Figure(value=share(read_number(slash[1]), read_number(slash[2])))
    try:
        value, upper = _value(text)
    except ValueError:
        if joint is None:
            raise
        value, upper = _value(text[: joint.start()])[0], _value(text[joint.end() :])[0]
        if text[-1] in "万亿" and text[joint.start() - 1] not in "万亿":  # 八到九百亿
            size = Decimal(10**4 if text[-1] == "万" else 10**8)
            value *= size if value * size <= upper else 1
        if value >= upper:
            return None
    return MentionType.NUMBER, Figure(value=value, upper=upper)


def _value(text: str) -> tuple[Decimal, Decimal | None]:
    try:
        return read_pair("".join(text.split()) if not text.isascii() else text)
    except ValueError:
        return read_written(text), None


def _amount(whole: Whole) -> tuple[MentionType, Figure] | None:
    """两丈, 三尺, 一只, 五 天, 四ml: units that a Chinese numeral of one character has in names more often."""
    text, units = whole.text, whole.units
    match = RUN.match(text)
    run = run_at(match) if match else None
    if run is None:
        return None
    read = read_amount(text, run, units)
    if read and read.type and (read.start, read.end) == (0, len(text)) and isinstance(read.value, Figure):
        return read.type, read.value
    at = run.end + (text[run.end : run.end + 1] == " ")
    found = units.at(text, at, han=0)
    if not found or found[1] != len(text) or found[0].surface[0] in _CALENDAR or is_dated(text, run, found[0]):
        return None
    if run.text == "一" and text[at:] in _NOT_ONE:
        return None
    return found[0].type, _figure(found[0], run.value, run.upper, run.bound)


def _figure(unit: Unit, value: Decimal, upper: Decimal | None = None, bound: Bound | None = None) -> Figure:
    value = value * unit.scale
    return Figure(
        value=value,
        upper=None if upper is None else upper * unit.scale,
        unit=unit.unit,
        bound=bound,
        ucum=unit.ucum,
        si=unit.si(value) if unit.base else None,
        per=unit.per,
    )


def _part(whole: Whole) -> tuple[MentionType, Figure] | None:
    """四分之一升, 四分一升."""
    match = _PART.match(whole.text)
    found = whole.units.at(whole.text, match.end(), han=0) if match else None
    if not match or not found or found[1] != len(whole.text) or found[0].type is not MentionType.MEASURE:
        return None
    return MentionType.MEASURE, _figure(found[0], share(read_number(match[2]), read_number(match[1])))


def _cents(whole: Whole) -> tuple[MentionType, Figure] | None:
    """五分, 五毛五 of money; 5分 is a score as well."""
    match = _CENTS.fullmatch(whole.text)
    if not match:
        return None
    cents = read_number(match[3]) if match[3] else read_number(match[1]) * 10 + read_number(match[2] or "零")
    return MentionType.MONEY, Figure(value=cents / 100, unit="CNY")


def _rate(whole: Whole) -> tuple[MentionType, Figure] | None:
    """每小时十公里, 每秒4英尺."""
    text, units = whole.text, whole.units
    each = _EACH.match(text)
    match = RUN.match(text, each.end()) if each else None
    run = run_at(match) if match else None
    found = units.at(text, run.end, han=0) if run else None
    if not each or not run or not found or found[1] != len(text) or found[0].type is not MentionType.MEASURE:
        return None
    unit = found[0].over(units.after[each[1]], "/")
    return MentionType.MEASURE, _figure(unit, run.value, run.upper, run.bound)


def _share(whole: Whole) -> tuple[MentionType, Figure] | None:
    """百分百."""
    return (MentionType.PERCENT, Figure(value=Decimal(100), unit="%")) if whole.text == "百分百" else None


def _last(whole: Whole) -> tuple[MentionType, Figure] | None:
    """倒数第二 and 最后一个 count from the end: -2, -1."""
    match = _LAST.fullmatch(whole.text)
    if not match or not (match["back"] or match["unit"]):
        return None
    place = read_number(match["back"]) if match["back"] else Decimal(1)
    return MentionType.ORDINAL, Figure(value=-place, unit=match["unit"])


FORMS = (
    Form("lone-share", _share),
    Form("lone-last", _last),
    Form("lone-cents", _cents),
    Form("lone-rate", _rate),
    Form("lone-part", _part),
    Form("lone-amount", _amount),
    Form("lone-number", _number),
)


def wholes(text: str, units: Units) -> Iterator[Reading]:
    """Give the figure that a short text is, if it is one: the first form of FORMS that reads all of it."""
    if (
        len(text) > LONGEST
        or "\n" in text.strip()
        or not _NUMERAL.search(text)
        or _SENTENCE.search(text)
        or text.strip() in _HEADINGS
    ):
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    low, high, bound = _bare(text, start, end, units)
    for head, tail, hedge in ((start, end, None), (low, high, bound)):
        negative, bare = _signed(text[head:tail].strip())
        whole = Whole(bare, units)
        for form in FORMS if whole.text else ():
            try:
                read = form.read(whole)
            except (ValueError, ArithmeticError):
                continue
            if read:
                value = -read[1].value if negative else read[1].value
                figure = read[1]._replace(bound=hedge or read[1].bound, value=value)
                yield Reading(start, end, form.rule, read[0], figure)
                return
        if (low, high) == (start, end):
            return


def _signed(text: str) -> tuple[bool, str]:
    """Return whether a text is negative, and what it is without its sign: 负的五, 正一, 从10到20, 10到20之间."""
    sign = _SIGN.match(text)
    if sign:
        return "负" in sign[0], text[sign.end() :]
    lead, trail = _LEAD.match(text), _TRAIL.search(text)
    return False, text[lead.end() if lead else 0 : trail.start() if trail else len(text)]


def _bare(text: str, start: int, end: int, units: Units) -> tuple[int, int, Bound | None]:
    """Return where a text stands without the hedges at its ends, and what they say: 至少 … 左右."""
    bound: Bound | None = None
    for at in range(min(start + _HEDGE, end - 1), start, -1):
        before = units.hedge_before(text, at)
        if before and before[1] == start:
            start, bound = at, before[0].bound
            break
    for at in range(max(start + 1, end - _HEDGE), end):
        after = units.hedge_after(text, at)
        if after and after[1] == end:
            return start, at, bound or after[0].bound
    return start, end, bound
