"""A figure with its unit: sign, hedges, range and unit around one numeral."""

from attrs import evolve

from govnews.mentions.doubts import counts, goes_on, is_bare, is_verb
from govnews.mentions.measured import Amount, ranged, statutory
from govnews.mentions.mention import Bound
from govnews.mentions.numeral import plain
from govnews.mentions.reading import COUNT, DURATION, MONEY, Figure, Reading
from govnews.mentions.runs import HAN, Run
from govnews.mentions.signs import signed, tempered
from govnews.mentions.sums import halved, joined, timed
from govnews.mentions.units import Units
from govnews.pattern import later

_ROUNDED = (MONEY, DURATION)
_OLD = later("大(?:[的了,。;]|小孩|婴儿|宝宝|幼崽|时|$)")
_STOP = ("", ",", "。", ";", "、", ")", "的")
# what a figure may go on with: 半, 六 of 七成六, 6个月 after 6年, 以上 of a statute; mostly it ends there
_MORE = frozenset(f"0123456789{HAN}半强弱数几上又加外以及")


def read_amount(text: str, run: Run, units: Units) -> Reading | None:
    """Return the figure around a run that has a unit: 近2000元, 20-30户, 五六万元, 零下5摄氏度."""
    amount = ranged(text, run, units)
    if amount is None or not counts(text, amount):
        return None
    if text[amount.end : amount.end + 1] in _MORE:
        amount = statutory(text, timed(text, joined(text, halved(text, amount), units)), units)
    start, negative, currency = signed(text, amount.start)
    if amount.unit.surface in ("摄氏度", "华氏度"):
        start, negative = tempered(text, start, negative=negative)
    if currency and amount.unit.unit == "CNY":
        amount.unit = evolve(amount.unit, unit=currency)
    elif currency:
        start = amount.start
    bound = amount.bound
    amount, end = _closed(text, amount) if amount.unit.type in _ROUNDED else (amount, amount.end)
    after = units.hedge_after(text, end)
    if after and not (after[0].surface == "多" and goes_on(text, after[1])):
        bound, end = bound or after[0].bound, after[1]
    before = units.hedge_before(text, start - (text[start - 1 : start] == " "))
    if before and not is_verb(before[0].surface, amount):
        bound, start = before[0].bound, before[1]
    elif is_bare(amount) and not after:
        return None
    return _reading(amount, start, end, bound, negative=negative)


def _closed(text: str, amount: Amount) -> tuple[Amount, int]:
    """Return a sum or a length, and its end: 伍仟元整, 两个小时整, 三周大."""
    end = amount.end
    if text[end : end + 1] in ("整", "正") and text[end + 1 : end + 2] in _STOP:
        end += 1
    if amount.unit.type is DURATION and _OLD.match(text, end):
        return _aged(amount), end + 1
    return amount, end


def _aged(amount: Amount) -> Amount:
    """三周大 and 3个月大的婴儿 are ages, counted like 3岁."""
    amount.unit = evolve(amount.unit, type=COUNT, unit=amount.unit.surface)
    return amount


def _reading(amount: Amount, start: int, end: int, bound: Bound | None, *, negative: bool) -> Reading:
    unit = amount.unit
    value, upper = amount.value, amount.upper
    if unit.scale != 1:
        value, upper = plain(value * unit.scale), None if upper is None else plain(upper * unit.scale)
    if negative:
        value = -value
    size = unit.si(value) if unit.base else None
    figure = Figure(value, upper, unit.unit, bound, unit.ucum, size, unit.per)
    return Reading(start, end, unit.rule, unit.type, figure)
