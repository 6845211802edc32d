"""Figures without a unit: sums that a sign or nothing at all names, and bare numbers."""

from decimal import Decimal

from govnews.mentions.announced import LARGE, is_announced, is_said, is_spelt_out, number_range
from govnews.mentions.figure_forms import ROUND, Place, figure, hedged
from govnews.mentions.numeral import plain
from govnews.mentions.reading import MONEY, NUMBER, Figure, Reading
from govnews.pattern import later

_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "₩": "KRW"}
_DOLLARS = {"US": "USD", "HK": "HKD", "A": "AUD", "C": "CAD", "NT": "TWD", "S": "SGD"}
# 人口超过10亿: heads, not money
_HEADS = later("人口|人数|用户|网民|粉丝|人次|观众|读者|会员|农民|册|次数|播放量|阅读量|点击量")
_AFTER_SUM = frozenset(",。;、)”!的台大战项投元")
_SUMS = later(
    "(?:补贴|补助|奖金|工资|月薪|年薪|房租|租金|罚款|贷款|存款|年收入|净收入|纯收入|售价|单价|总价|价格|房价|报价|成本|利润"
    "|产值|首付|彩礼|押金|保费|投资|营收|欠款|收入|经费|费用|[过水电运]费|渡费|资金|营业额|销售额|成交额|捐款|善款|赔偿金|补偿款)(?:额|总额|款|费)?"
    "(?:[是为有从]|达到?|高达|约|近|超过?|至少|不到|不足|突破|只要|仅|了|每年|每月|一年|一共|共|大约)*$"
)
_AFTER_WAN = frozenset(",。;、)”!?的左以多余")


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
            return figure((start - len(letters), run.end), "signed-money", MONEY, run.value, dollars)
    return figure((start, run.end), "signed-money", MONEY, run.value, code)


def bare_money(place: Place) -> Reading | None:
    """6000亿, 过百亿, 突破万亿: 元 is left out in print."""
    text, run = place.text, place.run
    if run.text[-1:] != "亿" or not _is_sum(text, run.start, run.end):
        return None
    if run.text in ROUND and not place.units.hedge_before(text, run.start):
        return None
    return hedged(place, run, "bare-money", MONEY, "CNY")


def hundred_millions(place: Place) -> Reading | None:
    """投资三个亿, 1.5个亿."""
    text, run = place.text, place.run
    if not text.startswith("个亿", run.end) or not _is_sum(text, run.start, run.end + 2):
        return None
    size = Decimal(10**8)
    upper = None if run.upper is None else plain(run.upper * size)
    whole = run.taken(run.start, run.end + 2, plain(run.value * size), upper)
    return hedged(place, whole, "bare-money", MONEY, "CNY")


def _is_sum(text: str, start: int, end: int) -> bool:
    following = text[end : end + 1]
    if following in ("级", "产") or (following and following not in _AFTER_SUM):
        return False
    return not _HEADS.search(text, max(0, start - 12), start)


def spoken_money(place: Place) -> Reading | None:
    """补贴是1万, 售价2.5万: what the clause has named is money."""
    text, run = place.text, place.run
    if run.magnitude < LARGE or not _SUMS.search(text, max(0, run.start - 10), run.start):
        return None
    if text[run.end : run.end + 1] not in _AFTER_WAN:
        return None
    return hedged(place, run, "spoken-money", MONEY, "CNY")


def number(place: Place) -> Reading | None:
    """51万, 总数是10000, 超过300, ±2, and what stands alone: a figure without a unit."""
    text, run = place.text, place.run
    if run.text in ROUND or (run.text[0] == "0" and run.text.isdecimal() and len(run.text) > 1):
        return None  # 01 heads a section
    if run.han and len(run.text) == 1:  # 一 on a line of its own heads a section
        return hedged(place, run, "number", NUMBER, None) if is_said(place) else None
    if text.startswith("吨级", run.end):
        return None  # 40万吨级 is a class of ships
    ranged = number_range(place)
    if ranged:
        return _as_sum(place, ranged)
    if not (run.magnitude >= LARGE or is_spelt_out(place) or is_announced(place) or place.alone(run.end)):
        return None
    return hedged(place, run, "number", NUMBER, None)


def _as_sum(place: Place, ranged: Reading) -> Reading:
    """投资8-10亿 is money, like 10亿."""
    text, value = place.text, ranged.value
    if text[ranged.end - 1] != "亿" or place.alone(ranged.end) or not isinstance(value, Figure):
        return ranged
    if not _is_sum(text, ranged.start, ranged.end):
        return ranged
    return Reading(ranged.start, ranged.end, "bare-money", MONEY, value._replace(unit="CNY"))
