"""A figure with its unit: sign, hedges, range and unit around one numeral."""

import re
from decimal import Decimal

from attrs import evolve, frozen

from govnews.mentions.mention import Bound, MentionType
from govnews.mentions.numeral import DIGIT, FORMAL
from govnews.mentions.reading import Figure, Reading
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.units import Unit, Units

_JOINTS = "-—―~–−至到"
_HALF = Decimal("0.5")
_ROUNDED = {MentionType.MONEY, MentionType.DURATION}
_STOP = ("", ",", "。", ";", "、", ")", "的")
_SECONDS = re.compile("零?[0-9一二三四五六七八九十]{1,3}(?:\\.[0-9]+)?秒")
_PLACED = re.compile("[十百千万亿廿卅点零〇拾佰仟萬億]")
_TEMPERED = re.compile("(?:摄氏温度|华氏温度|摄氏|华氏|零下)$")
_NOT_MINUS = frozenset("胜担抱肩欺辜平背如自")
_BEFORE_SUM = {
    "人民币": "CNY",
    "港币": "HKD",
    "新台币": "TWD",
    "台币": "TWD",
    "美金": "USD",
    "日币": "JPY",
    "澳门币": "MOP",
}
# how many of the smaller length the greater one has; months and days are not of one measure
_LENGTHS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
_BARE = frozenset("百千万亿")
# 一 before these is a quantity and no article: 一年, 一公里, 一吨; 一天 and 一日 are manners of speaking
_ONE = frozenset(
    "年 个月 周 个星期 个季度 小时 个小时 分钟 秒 秒钟 吨 亩 米 克 斤 升 元 角 倍 成 番 周年 百分点 个百分点".split()
)
# 这一年, 每一周, 又一个月: it points, and does not count
_TWO = frozenset("人 位 名 国 省 市 县 者".split())
_POINTING = frozenset("这那每某又第任同唯头")
_AFTER_ONE = frozenset("度四又一")  # 一年一度, 一年四季, 一年又一年
_HALF_MORE = {MentionType.DURATION, MentionType.MEASURE, MentionType.RATIO, MentionType.PERCENT}
_NOT_HALF = frozenset("数天年月个小径夜截路")  # 三年半数以上


@frozen
class Amount:
    """One numeral with its unit, as far as it reaches to the right."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    bound: Bound | None
    unit: Unit
    run: Run


def read_amount(text: str, run: Run, units: Units) -> Reading | None:
    """Return the figure around a run that has a unit: 近2000元, 20-30户, 五六万元, 零下5摄氏度."""
    amount = _ranged(text, run, units)
    if amount is None or not _counts(text, amount):
        return None
    amount = _statutory(text, _joined(text, _halved(text, amount), units), units)
    start, negative, currency = signed(text, amount.start)
    if amount.unit.surface in ("摄氏度", "华氏度"):
        while (lead := _TEMPERED.search(text, max(0, start - 4), start)) is not None:
            negative = negative or lead[0] == "零下"
            start = lead.start()
    if currency and amount.unit.unit == "CNY":
        amount = evolve(amount, unit=evolve(amount.unit, unit=currency))
    elif currency:
        start = amount.start
    bound = amount.bound
    end = amount.end
    if amount.unit.type in _ROUNDED and text[end : end + 1] in ("整", "正") and text[end + 1 : end + 2] in _STOP:
        end += 1  # 伍仟元整, 两个小时整
    after = units.hedge_after(text, end)
    if after and not (after[0].surface == "多" and _goes_on(text, after[1])):
        bound, end = bound or after[0].bound, after[1]
    before = units.hedge_before(text, start - (text[start - 1 : start] == " "))
    if before and not _is_verb(before[0].surface, amount):
        bound, start = before[0].bound, before[1]
    elif _bare(amount):
        return None
    return _reading(amount, start, end, bound, negative=negative)


def _reading(amount: Amount, start: int, end: int, bound: Bound | None, *, negative: bool) -> Reading:
    unit = amount.unit
    value, upper = amount.value, amount.upper
    if unit.scale != 1:
        value, upper = value * unit.scale, None if upper is None else upper * unit.scale
    if negative:
        value = -value
    figure = Figure(
        value=value,
        upper=upper,
        unit=unit.unit,
        bound=bound,
        ucum=unit.ucum,
        si=unit.si(value) if unit.base else None,
        per=unit.per,
    )
    rule = "noun-count" if unit.noun else "rate" if unit.per else unit.type.value
    return Reading(start=start, end=end, rule=rule, type=unit.type, value=figure)


def unit_after(text: str, run: Run, units: Units) -> tuple[Unit, int, bool] | None:
    """Return the unit after a run, its end, and whether it says one half more (两个半小时); web text has 55 亿元."""
    at = run.end
    if text[at : at + 1] == " " and not run.han:
        at += 1
    if text[at : at + 1] == "个" and text[at + 1 : at + 2] in ("半", "多", "来"):
        for length in (3, 2, 1):
            unit = units.after.get("个" + text[at + 2 : at + 2 + length])
            if unit is not None and unit.type is MentionType.DURATION:
                return unit, at + 1 + len(unit.surface), text[at + 1] == "半"
    found = units.at(text, at, han=len(run.text) if run.han else 0)
    following = text[at : at + 1]
    if following and following in "度°" and not text.startswith("°C", at):
        scale = _scale(text, run.start)
        if scale:
            return units.after[scale], at + 1, False
    elif following == "日" and found is None and run.value > 31:
        return units.after["日"], at + 1, False  # 90日 is no day of a month
    elif following == "点" and found is None and not run.han and run.value > 60:
        return units.after["点"], at + 1, False  # 上证综指2876.69点
    elif following == "分" and run.text[0] in FORMAL:
        return units.after["分钱"], at + 1, False
    elif following == "分" and _SECONDS.match(text, at + 1):
        return units.after["分钟"], at + 1, False  # 四分五秒
    return (*found, False) if found else None


def _scale(text: str, start: int) -> str | None:
    """摄氏30度, 零下5度, 华氏98.6度."""
    lead = text[max(0, start - 6) : start].rstrip("-负")
    if lead.endswith(("华氏", "华氏温度", "华氏零下")):
        return "华氏度"
    return "摄氏度" if lead.endswith(("摄氏", "零下", "摄氏温度")) else None


def _ranged(text: str, run: Run, units: Units) -> Amount | None:
    """Read one numeral and its unit, or the two ends of a range with one unit or two."""
    found = unit_after(text, run, units)
    if found is None:
        second = second_run(text, run.end)
        found = unit_after(text, second, units) if second else None
        if second is None or found is None:
            return None
        unit, end, half = found
        low = run.value
        if run.magnitude < second.magnitude and low * second.magnitude <= second.value:
            low *= second.magnitude  # 8-10万, 一百二十到一百五十万: the 万 is meant for both
        if low >= second.value:
            return None
        return Amount(run.start, end, low, second.value + (_HALF if half else 0), second.bound, unit, second)
    unit, end, half = found
    bound = run.bound
    if text[run.end : run.end + 2] == "个多":
        bound = Bound.OVER
    amount = Amount(run.start, end, run.value + (_HALF if half else 0), run.upper, bound, unit, run)
    second = second_run(text, end)
    if second is None or run.upper is not None:
        return amount
    other = unit_after(text, second, units)
    if other is None or other[0].type is not unit.type or other[0].unit != unit.unit or second.value <= run.value:
        return amount
    return evolve(amount, end=other[1], upper=second.value, bound=second.bound or bound)


def second_run(text: str, at: int) -> Run | None:
    """Return the run after the joint of a range: - ~ — —— 至 到."""
    end = at
    if text[end : end + 1] == " ":
        end += 1
    joint = text[end : end + 1]
    if not joint or joint not in _JOINTS:
        return None
    end += 1
    if joint in "-—―" and text[end : end + 1] == joint:
        end += 1
    if text[end : end + 1] == " ":
        end += 1
    match = RUN.match(text, end)
    return run_at(text, match) if match else None


def _halved(text: str, amount: Amount) -> Amount:
    """三年半, 五斤半; 三成半 and 七成六 are 35 and 76 percent."""
    if amount.unit.surface == "成" and amount.upper is None:
        digit = DIGIT.get(text[amount.end : amount.end + 1])
        if digit and units_free(text, amount.end + 1):
            return evolve(amount, end=amount.end + 1, value=amount.value + Decimal(digit) / 10)
    if (amount.unit.type in _HALF_MORE or amount.unit.unit == "岁") and text[amount.end : amount.end + 1] == "半":
        following = text[amount.end + 1 : amount.end + 2]
        if following not in _NOT_HALF or not following:
            if amount.upper is not None:
                return evolve(amount, end=amount.end + 1, upper=amount.upper + _HALF)
            return evolve(amount, end=amount.end + 1, value=amount.value + _HALF)
    return amount


def _joined(text: str, amount: Amount, units: Units) -> Amount:
    """6年零6个月, 3小时25分, 123元1角1分: two units or more make one figure, of a length in the last of them."""
    while amount.upper is None and amount.bound is None:
        at = amount.end
        if text[at : at + 1] in ("零", "又"):
            at += 1
        match = RUN.match(text, at)
        run = run_at(text, match) if match else None
        found = unit_after(text, run, units) if run else None
        minutes = amount.unit.unit == "hour" or text[at - 2 : at] == "小时"
        if run and found is None and text.startswith("分", run.end):
            found = (units.after["分钟" if minutes else "分钱"], run.end + 1, False)
        elif run and found and found[0].surface == "分":
            found = (units.after["分钟" if minutes else "分钱"], run.end + 1, False)
        if run is None or found is None or run.upper is not None:
            return amount
        more = _sum(amount, run, found[0], found[1])
        if more is None:
            return amount
        amount = more
    return amount


def _sum(amount: Amount, run: Run, unit: Unit, end: int) -> Amount | None:
    """Return the amount with the smaller unit's figure in it, None where the two do not belong together."""
    if unit.type is not amount.unit.type or run.bound is not None:
        return None
    if unit.type is MentionType.MONEY and unit.unit == amount.unit.unit and unit.scale < amount.unit.scale:
        value = amount.value * amount.unit.scale + run.value * unit.scale
        return evolve(amount, end=end, value=value / amount.unit.scale)
    times = _LENGTHS.get((amount.unit.unit, unit.unit))
    if unit.type is MentionType.DURATION and times:
        return evolve(amount, end=end, value=amount.value * times + run.value, unit=unit)
    return None


def units_free(text: str, at: int) -> bool:
    """Tell that no further word hangs on the digit before `at`: 七成六, but not 七成六个."""
    return text[at : at + 1] in ("", ",", "。", ";", "、", "的", "左", "以", "多", ")", "!")


def _statutory(text: str, amount: Amount, units: Units) -> Amount:
    """一万元以上十万元以下: one range, and no bound."""
    for more in ("以上", "及以上"):
        if not text.startswith(more, amount.end):
            continue
        match = RUN.match(text, amount.end + len(more))
        run = run_at(text, match) if match else None
        found = unit_after(text, run, units) if run else None
        if run and found and found[0].unit == amount.unit.unit:
            for less in ("以下", "以内", "及以下"):
                if text.startswith(less, found[1]):
                    return evolve(amount, end=found[1] + len(less), upper=run.value, bound=None)
    return amount


def signed(text: str, start: int) -> tuple[int, bool, str | None]:
    """Return where a figure starts with its sign, whether it is negative, and the currency before it.

    零下5℃, 负3.2%, -3.2%; 人民币300万元, 港币20元.
    """
    sign = text[start - 1 : start]
    if not sign:
        return start, False, None
    if sign == "下" and text[start - 2 : start - 1] == "零":
        start -= 2
        return start - 2 if text.startswith(("摄氏", "华氏"), start - 2) else start, True, None
    before = text[start - 2 : start - 1]
    if sign == "的" and before == "负":
        return start - 2, True, None
    if sign == "负" and before not in _NOT_MINUS:
        return start - 1, True, None
    if sign in ("-", "−") and not (before.isascii() and before.isalnum()) and before not in ("-", ")", "%"):
        return start - 1, True, None
    if sign in ("币", "元", "金"):
        for name, code in _BEFORE_SUM.items():
            if text.startswith(name, start - len(name)) and start >= len(name):
                return start - len(name), False, code
    return start, False, None


def _counts(text: str, amount: Amount) -> bool:
    """Tell a figure from an article, a year, and the first characters of another word."""
    run, unit = amount.run, amount.unit
    if unit.surface[0] == "年" and unit.type is MentionType.DURATION and _is_year(run):
        return False
    if unit.surface == "日" and text[run.start - 1 : run.start] == "月":
        return False
    if run.text == "半":
        return unit.type in (MentionType.DURATION, MentionType.MEASURE, MentionType.PERCENT)
    if run.han and not _reads(text, run, unit):
        return False
    if run.text == "一" and amount.upper is None:
        before, after = text[run.start - 1 : run.start], text[amount.end : amount.end + 1]
        known = unit.surface in _ONE or (
            len(unit.surface) > 1 and unit.type in (MentionType.MEASURE, MentionType.MONEY)
        )
        return known and before not in _POINTING and after not in _AFTER_ONE
    return unit.surface != "番"


def _reads(text: str, run: Run, unit: Unit) -> bool:
    """八一社区 and 伍专业 (of 队伍专业化) hold no figure: a numeral has its places, and 大写 is for money."""
    if run.text[0] in FORMAL:
        return len(run.text) > 1 or unit.type is MentionType.MONEY
    if run.text in ("零", "〇"):
        return False  # 零件, 零距离
    before = text[run.start - 1 : run.start]
    if len(run.text) == 1 and unit.noun and before in ("高", "初", "大", "小"):
        return False  # 高三学生
    if run.text == "二" and unit.type is MentionType.COUNT and unit.surface not in _TWO:
        return False  # 财政局二处, 二组: a number given; a count has 两
    spelt = len(run.text) > 1 and run.upper is None and run.bound is None
    return not spelt or bool(_PLACED.search(run.text))


def _is_year(run: Run) -> bool:
    """2023年, 一九九八年 and 二〇〇〇年 are years; 三年, 1000年 and 120年 are lengths."""
    if run.han:
        return len(run.text) > 1 and run.upper is None and not set(run.text) & set("十百千万亿廿卅")
    return len(run.text) == 4 and run.text.isdigit() and 1000 < run.value < 2200 and run.bound is None


def _bare(amount: Amount) -> bool:
    """百, 千, 万 alone are figures of speech (千人托位数, 万人空巷) unless they are hedged."""
    return amount.run.text in _BARE and amount.bound is None and amount.upper is None


def _is_verb(hedge: str, amount: Amount) -> bool:
    """过 after a verb is no hedge (来过3次); it bounds large round sums alone (过100亿元)."""
    return hedge == "过" and amount.value < 100


def _goes_on(text: str, end: int) -> bool:
    """三人多次: the 多 belongs to what follows."""
    return text[end : end + 1] in tuple("次种个家项处名元方样数年为地人少于")
