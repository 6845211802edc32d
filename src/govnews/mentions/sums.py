"""Amounts in several units, and with one half more: 6年零6个月, 123元1角1分, 三年半, 七成六."""

from decimal import Decimal

from govnews.mentions.measured import Amount, unit_after
from govnews.mentions.mention import Bound
from govnews.mentions.numeral import DIGIT, read_number
from govnews.mentions.reading import DURATION, MEASURE, MONEY, PERCENT, RATIO
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.units import Unit, Units
from govnews.pattern import later

_AND = later("零|又|加上|外加|加")
_HALF = Decimal("0.5")
_DECIMAL = frozenset(("成", "度", "摄氏度", "华氏度"))
_HOURS = later("时(?![分间候代许段尚常])")
_NIGHTS = later("([0-9一二两三四五六七八九十]+)天\\1夜")  # 三天三夜
_TALL = later("[1-9一二三四五六七八九][0-9零一二三四五六七八九]?(?=[,。;、的左以多)!高?]|$)")
_HALF_MORE = (DURATION, MEASURE, RATIO, PERCENT)
_PRECISE = {"强": Bound.OVER, "弱": Bound.UNDER}  # 九成强, 一成弱
_HUNDREDTHS = later("[0-9]{2,3}(?![0-9.:个年月日亿万千百]|,[0-9])")
_NOT_HALF = frozenset("数天年月个小径夜截路")  # 三年半数以上
# how many of the smaller length the greater one has; months and days are not of one measure
_LENGTHS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("week", "hour"): 168,
    ("day", "hour"): 24,
    ("day", "minute"): 1440,
    ("hour", "minute"): 60,
    ("hour", "second"): 3600,
    ("minute", "second"): 60,
}


def halved(text: str, amount: Amount) -> Amount:
    """三年半, 五斤半; 三成半 and 七成六 are 35 and 76 percent, 三十六度五 is 36.5, 一米七五 1.75, 三块五 3.5."""
    if amount.unit.surface in _DECIMAL and amount.upper is None:
        precise = _PRECISE.get(text[amount.end : amount.end + 1]) if amount.unit.surface == "成" else None
        if precise and _ends(text, amount.end + 1):
            amount.end, amount.bound = amount.end + 1, precise
            return amount
        digit = DIGIT.get(text[amount.end : amount.end + 1])
        if digit and _ends(text, amount.end + 1):
            amount.end, amount.value = amount.end + 1, amount.value + Decimal(digit) / 10
            return amount
    if amount.unit.surface in ("米", "块钱") and amount.upper is None and amount.run.magnitude == 1:
        more = _TALL.match(text, amount.end)
        if more:
            amount.end, amount.value = more.end(), amount.value + read_number(f"零点{more[0]}")
            return amount
    if text.startswith("半", amount.end) and (amount.unit.type in _HALF_MORE or amount.unit.unit in ("岁", "目")):
        following = text[amount.end + 1 : amount.end + 2]
        if following not in _NOT_HALF or not following:
            amount.end += 1
            if amount.upper is not None:
                amount.upper += _HALF
            else:
                amount.value += _HALF
    return amount


def _ends(text: str, at: int) -> bool:
    """Tell that no further word hangs on the digit before `at`: 七成六, but not 七成六个."""
    return text[at : at + 1] in ("", ",", "。", ";", "、", "的", "左", "以", "多", ")", "!")


def joined(text: str, amount: Amount, units: Units) -> Amount:
    """6年零6个月, 3小时25分, 123元1角1分: two units or more make one figure, of a length in the last of them."""
    while amount.upper is None and amount.bound is None:
        at = amount.end
        joint = _AND.match(text, at)
        at = joint.end() if joint else at
        night = _NIGHTS.match(text, amount.run.start) if amount.unit.surface == "天" else None
        if night and night.end() > at:
            amount.end = night.end()
            return amount
        match = RUN.match(text, at)
        if match is None:
            return amount
        run = run_at(match)
        found = unit_after(text, run, units) if run else None
        if run and not found and amount.unit.surface == "天" and _HOURS.match(text, run.end):
            found = (units.after["小时"], run.end + 1, False)  # 8天20时
        if run and not found and amount.unit.unit == "CNY" and text.startswith("毛", run.end):
            found = (units.after["毛钱"], run.end + 1, False)  # 两块五毛
            cents = DIGIT.get(text[run.end + 1 : run.end + 2])
            if cents and _ends(text, run.end + 2):  # 三块二毛五
                run = run.taken(run.start, run.end, run.value + Decimal(cents) / 10, run.upper)
                found = (units.after["毛钱"], run.end + 2, False)
        minutes = amount.unit.unit == "hour" or text[at - 2 : at] == "小时"
        if (run and found is None and text.startswith("分", run.end)) or (run and found and found[0].surface == "分"):
            found = (units.after["分钟" if minutes else "分钱"], run.end + 1, False)
        if run is None or found is None or run.upper is not None:
            return amount
        if not _adds(amount, run, found[0], found[1]):
            return amount
    return amount


def timed(text: str, amount: Amount) -> Amount:
    """9秒83, 2分21秒36: the hundredths of a race."""
    more = _HUNDREDTHS.match(text, amount.end) if amount.unit.unit == "second" and amount.upper is None else None
    if not more or text[amount.end - 1] != "秒" or amount.value != amount.value.to_integral_value():
        return amount
    amount.end, amount.value = more.end(), amount.value + Decimal(f"0.{more[0]}")
    return amount


def _adds(amount: Amount, run: Run, unit: Unit, end: int) -> bool:
    """Take the smaller unit's figure into an amount, and tell whether the two belong together."""
    if unit.type is not amount.unit.type or run.bound is not None:
        return False
    if unit.type is MONEY and unit.unit == amount.unit.unit and unit.scale < amount.unit.scale:
        value = amount.value * amount.unit.scale + run.value * unit.scale
        amount.end, amount.value = end, value / amount.unit.scale
        return True
    times = _LENGTHS.get((amount.unit.unit, unit.unit))
    if unit.type is DURATION and times:
        amount.end, amount.value, amount.unit = end, amount.value * times + run.value, unit
        return True
    return False
