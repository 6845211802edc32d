"""What looks like a figure and counts nothing: articles, years, the heads of other words."""

from collections.abc import Mapping
from functools import lru_cache

from govnews.lexicon import Lexicon
from govnews.mentions.measured import Amount
from govnews.mentions.numeral import FORMAL
from govnews.mentions.reading import COUNT, DURATION, MEASURE, MONEY, PERCENT
from govnews.mentions.runs import Run
from govnews.mentions.units import Unit, units
from govnews.pattern import later

_BARE = frozenset("百千万亿")
_PLACED = later("[十百千万亿廿卅点零〇拾佰仟萬億]")
# 一 before these is a quantity and no article: 一年, 一公里, 一吨; 一天 and 一日 are manners of speaking
_ONE = frozenset(
    [
        "年",
        "个月",
        "周",
        "个星期",
        "个季度",
        "小时",
        "个小时",
        "分钟",
        "秒",
        "秒钟",
        "吨",
        "亩",
        "米",
        "克",
        "斤",
        "升",
        "元",
        "倍",
        "成",
        "周年",
        "岁",
        "百分点",
        "个百分点",
    ]
)
_TWO = frozenset(["人", "位", "名", "国", "省", "市", "县", "者"])
# 这一年, 每一周, 又一个月: it points, and does not count
_AFTER_JIAO = frozenset("一二三四五六七八九零0123456789钱分")
_NUMBERED = frozenset((noun, before) for noun in ("医院", "院", "支部", "学校") for before in "市省县区州建第")
_BEFORE_STRETCH = frozenset("分成前后共有为的建修各这那了等到至整治在")
_SCHOOLS = ("高", "初", "大", "小")
_RANKS = ("队", "退", "入", "落", "行", "军")
_POINTING = frozenset("这那每某又第任同唯头")
_AFTER_ONE = frozenset("度四又一")  # 一年一度, 一年四季, 一年又一年
_AFTER_MORE = frozenset("层次种个家项处名元方样数年为地人少于")
# 停一天, 耽误了一天: a day that is spent is a length
_SPENT = later("(?:了|耽误|延误|推迟|延迟|延期|提前|停|停工|需|需要|用|花|为期|历时|仅|晚|早)$")
_HALVED = (DURATION, MEASURE, PERCENT)
_COUNTED = (COUNT, MONEY)
_LONG = (MEASURE, MONEY)


def counts(text: str, amount: Amount) -> bool:
    """Tell a figure from an article, a year, and the first characters of another word."""
    run, unit = amount.run, amount.unit
    if unit.type is DURATION and is_dated(text, run, unit):
        return False
    if unit.surface == "番" or (unit.surface == "军" and run.text != "两"):
        return False  # 一番努力 (翻一番 is read by its own form); 35军, 三军
    if run.text == "半":
        return unit.type in _HALVED
    if run.han and not _reads(text, run, unit):
        return False
    if run.text[0] == "0" and len(run.text) > 1 and run.text.isdecimal():
        return False  # 05标段
    return run.text != "一" or amount.upper is not None or _is_one(text, amount)


def is_dated(text: str, run: Run, unit: Unit) -> bool:
    """Tell the year 2023年 and the day 18日 of a month from a length."""
    return (unit.surface[0] == "年" and _is_year(run)) or (
        unit.surface == "日" and text[run.start - 1 : run.start] == "月"
    )


@lru_cache(maxsize=4)
def after_one(lexicon: Lexicon) -> Mapping[str, str]:
    """Return what may follow an 一 that counts: the first character, and the second ones; none where any may stand."""
    found = dict.fromkeys("-—―~–−至到分番:∶比半/ 度°块", "")
    for surface, unit in units(lexicon).after.items():
        if unit.type is COUNT and surface not in _ONE:
            continue
        first, second = surface[0], surface[1:2]
        if not second or found.get(first) == "":
            found[first] = ""
        else:
            found[first] = found.get(first, "半多来") + second
    return found


def _is_one(text: str, amount: Amount) -> bool:
    """Tell 一年 and 一公里 from the 一 of 一批, which is no more than an article."""
    before, after = text[amount.run.start - 1 : amount.run.start], text[amount.end : amount.end + 1]
    if amount.unit.surface == "分":
        return text.startswith("之差", amount.end)
    if amount.unit.surface == "角":  # 一角五分; 公园一角 is a corner
        return not before or after in _AFTER_JIAO
    if amount.unit.surface == "天":
        spent = _SPENT.search(text, max(0, amount.start - 3), amount.start)
        return bool(spent) or text.startswith("一夜", amount.end)
    known = amount.unit.surface in _ONE or (len(amount.unit.surface) > 1 and amount.unit.type in _LONG)
    if amount.unit.type is MONEY or text.startswith("一个月", amount.end):
        after = ""  # 一元一角, 一年一个月
    return known and before not in _POINTING and after not in _AFTER_ONE


def _reads(text: str, run: Run, unit: Unit) -> bool:
    """八一社区 and 伍专业 (of 队伍专业化) hold no figure: a numeral has its places, and 大写 is for money."""
    before = text[run.start - 1 : run.start]
    if run.text[0] in FORMAL:  # 队伍分成三路
        return len(run.text) > 1 or (unit.type is MONEY and before not in _RANKS)
    if run.text in ("零", "〇"):
        return False  # 零件, 零距离
    if unit.noun and len(run.text) == 1 and before in _SCHOOLS:
        return False  # 高三学生
    if len(run.text) == 1 and ((unit.surface, before) in _NUMBERED or (unit.surface == "段" and _is_go_rank(before))):
        return False  # 市八医院; 九段 is a rank at go
    if run.text == "二" and unit.type in _COUNTED and unit.surface not in _TWO:
        return False  # 财政局二处, 二组, 二元结构: a number given; a count has 两
    spelt = len(run.text) > 1 and run.upper is None and run.bound is None
    return not spelt or bool(_PLACED.search(run.text))


def _is_go_rank(before: str) -> bool:
    return "一" <= before <= "鿿" and before not in _BEFORE_STRETCH


def _is_year(run: Run) -> bool:
    """2023年, 一九九八年 and 二〇〇〇年 are years; 三年, 1000年 and 120年 are lengths."""
    if run.han:
        return len(run.text) > 1 and run.upper is None and not set(run.text) & set("十百千万亿廿卅")
    return len(run.text) == 4 and run.text.isdigit() and 1000 < run.value < 2200 and run.bound is None


def is_bare(amount: Amount) -> bool:
    """百, 千, 万 alone are figures of speech (千人托位数, 万人空巷) unless they are hedged."""
    return amount.run.text in _BARE and amount.bound is None and amount.upper is None


def is_verb(hedge: str, amount: Amount) -> bool:
    """过 after a verb is no hedge (来过3次); it bounds large round sums alone (过100亿元)."""
    return hedge == "过" and amount.value < 100


def goes_on(text: str, end: int) -> bool:
    """三人多次: the 多 belongs to what follows."""
    if text[end - 2 : end] in ("亩多", "里多"):  # 两亩多地
        return False
    return text[end : end + 1] in _AFTER_MORE or text.startswith("高层", end)
