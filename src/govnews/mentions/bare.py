"""Figures without a unit: sums that a sign or nothing at all names, and bare numbers."""

import re

from govnews.mentions.figure_forms import ROUND, Place, figure, hedged
from govnews.mentions.measured import second_run
from govnews.mentions.mention import MentionType
from govnews.mentions.reading import Figure, Reading
from govnews.mentions.runs import Run

_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "₩": "KRW"}
_DOLLARS = {"US": "USD", "HK": "HKD", "A": "AUD", "C": "CAD", "NT": "TWD", "S": "SGD"}
# 人口超过10亿: heads, not money
_HEADS = re.compile("人口|人数|用户|网民|粉丝|人次|观众|读者|会员|农民|册|次数|播放量|阅读量|点击量")
_AFTER_SUM = frozenset(",。;、)”!的台大战项投元")
_SUMS = re.compile(
    "(?:补贴|补助|奖金|工资|月薪|年薪|房租|租金|罚款|贷款|存款|年收入|净收入|纯收入|售价|单价|总价|价格|房价|报价|成本|利润"
    "|产值|首付|彩礼|押金|保费|投资|营收|欠款)(?:额|总额|款|费)?"
    "(?:[是为有]|达到?|高达|约|近|超过?|至少|不到|不足|突破|只要|仅|了|每年|每月|一年|一共|共|大约)*$"
)
_AFTER_WAN = frozenset(",。;、)”!?的左以多余")
_HUNDREDS = re.compile("[一二两三四五六七八九][百千].*[一二三四五六七八九十]")
# 总数是10000, 增加到125: what announces a figure without a unit
_ANNOUNCED = re.compile(
    "(?:是|为|达|达到|增至|降至|增加到|减少到|提高到|上升到|下降到|升至|跌至|涨至|回落至|回升至|合计|共计|总计|等于)$"
)
_NO_NUMBER = frozenset("年月日时点号周世大·.-/:")
_STOPS = frozenset(",。;、)!")
_VERBS = ("过", "近", "超")  # hedges too short to make a figure of a bare numeral


def signed_money(place: Place) -> Reading | None:
    """￥300, $5万, US$20."""
    text, run = place.text, place.run
    sign = text[run.start - 1 : run.start]
    code = _SIGNS.get(sign)
    if code is None:
        return None
    start = run.start - 1
    for letters, dollars in _DOLLARS.items():
        if sign == "$" and start >= len(letters) and text.startswith(letters, start - len(letters)):
            return figure((start - len(letters), run.end), "signed-money", MentionType.MONEY, run.value, dollars)
    return figure((start, run.end), "signed-money", MentionType.MONEY, run.value, code)


def bare_money(place: Place) -> Reading | None:
    """6000亿, 过百亿, 突破万亿: 元 is left out in print."""
    text, run = place.text, place.run
    if run.text[-1:] != "亿":
        return None
    following = text[run.end : run.end + 1]
    if following in ("级", "产") or (following and following not in _AFTER_SUM):
        return None
    if run.text in ROUND and not place.units.hedge_before(text, run.start):
        return None
    if _HEADS.search(text, max(0, run.start - 12), run.start):
        return None
    return hedged(place, run, "bare-money", MentionType.MONEY, "CNY")


def spoken_money(place: Place) -> Reading | None:
    """补贴是1万, 售价2.5万: what the clause has named is money."""
    text, run = place.text, place.run
    if run.magnitude < 10000 or not _SUMS.search(text, max(0, run.start - 10), run.start):
        return None
    if text[run.end : run.end + 1] not in _AFTER_WAN:
        return None
    return hedged(place, run, "spoken-money", MentionType.MONEY, "CNY")


def number(place: Place) -> Reading | None:
    """51万, 总数是10000, 超过300, and what stands alone: a figure without a unit."""
    run = place.run
    if run.text in ROUND or (run.text[0] == "0" and run.text.isdecimal() and len(run.text) > 1):
        return None  # 01 heads a section
    if (run.han and len(run.text) == 1) or place.text.startswith("吨级", run.end):
        return None  # 一 on a line of its own heads a section; 40万吨级 is a class of ships
    if run.magnitude >= 10000 or _spelt_out(run) or _announced(place) or place.alone(run.end):
        return _number_range(place) or hedged(place, run, "number", MentionType.NUMBER, None)
    return _number_range(place)


def _spelt_out(run: Run) -> bool:
    """二百五, 九千七百八十六: so long a numeral is a number, whatever follows."""
    return run.han and len(run.text) > 2 and not run.text.isdecimal() and bool(_HUNDREDS.search(run.text))


def _announced(place: Place) -> bool:
    """Tell a bare numeral that a word beside it makes a figure of."""
    text, run = place.text, place.run
    following = text[run.end : run.end + 1]
    if run.text == "一" or (run.han and len(run.text) == 1) or (following.isascii() and following.isalnum()):
        return False
    hedge = place.units.hedge_before(text, run.start)
    if hedge and hedge[0].surface not in _VERBS and following not in _NO_NUMBER:
        return True
    after = place.units.hedge_after(text, run.end)
    if after and len(after[0].surface) > 1 and after[0].surface[0] != "及":
        return True
    if run.han or (following and following not in _STOPS):
        return False
    return bool(_ANNOUNCED.search(text, max(0, run.start - 4), run.start))


def _number_range(place: Place) -> Reading | None:
    """12-23, 一千到一千五百, where nothing else stands beside it."""
    text, run = place.text, place.run
    second = second_run(text, run.end)
    if second is None or not place.alone(second.end) or second.value <= run.value or run.upper is not None:
        return None
    value = Figure(value=run.value, upper=second.value, bound=run.bound or second.bound)
    return Reading(start=run.start, end=second.end, rule="number", type=MentionType.NUMBER, value=value)
