"""The scan for figures: the forms a figure may have, in the order in which they are tried at each numeral."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from govnews.lexicon import Lexicon
from govnews.mentions.amounts import read_amount, second_run, signed
from govnews.mentions.gaps import close, restore
from govnews.mentions.mention import MentionType
from govnews.mentions.numeral import read_number
from govnews.mentions.reading import Figure, Reading
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.units import Units, units
from govnews.watch import Watch

_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "₩": "KRW"}
_DOLLARS = {"US": "USD", "HK": "HKD", "A": "AUD", "C": "CAD", "NT": "TWD", "S": "SGD"}
# 居全省第1, 位列第三, 排名第二: what makes a rank of a 第N without a measure word
_RANK = re.compile(
    "(?:居|位列|列|名列|排名|排|位|全国|全省|全市|全区|全县|全球|世界|亚洲|国内|行业|省内|系统|跃升至?|升至|获得?|总量|总数|规模|总分|均)$"
)
# 国务院令第142号, 第8号台风, 第75集团军, 第三中学: a number given, not a rank
_GIVEN = re.compile("号|集团军|军|师|旅|团|中学|小学|医院|人民医院|中院|产业|方|世界|书记|时间|生产力|线")
# 人口超过10亿: heads, not money
_HEADS = re.compile("人口|人数|用户|网民|粉丝|人次|观众|读者|会员|农民|册|次数|播放量|阅读量|点击量")
_HUNDREDS = re.compile("[一二两三四五六七八九][百千].*[一二三四五六七八九十]")
_LITERAL = re.compile("\\s*([-+]?[0-9]*\\.[0-9]+|[-+]?[0-9]*\\.?[0-9]+[eE][-+]?[0-9]{1,3})\\s*")
_LITERAL_LENGTH = 40
_WHOLE = re.compile("[0-9零一二三四五六七八九十百千万]+$")
_SLASH = re.compile(" ?/ ?([0-9]{1,4})(?![0-9/年月日.])")
_AFTER_PART = ("", ",", "。", ";", "、", "的", "以", "左", "强", "多", "弱", "是", "为", ")", "!")
_PART = re.compile("(?:的|占|约|近|到|是|为|有|了|足|超过?)$")
# 总数是10000, 增加到125: what announces a figure without a unit
_ANNOUNCED = re.compile(
    "(?:是|为|达|达到|增至|降至|增加到|减少到|提高到|上升到|下降到|升至|跌至|涨至|回落至|回升至|合计|共计|总计|等于)$"
)
_NO_NUMBER = ("年", "月", "日", "时", "点", "号", "周", "世", "大", "·", ".", "-", "/", ":")
_STOPS = ("", ",", "。", ";", "、", ")", "!")
_FIRST = re.compile(
    "首(个|批次|批|家庭?|次|届|位|台\\(套\\)|台套|台|座|款|例|条|只|艘|架|项|期|支|列|套|份|部|单|颗|枚|场|所|辆|轮|株|篇|段|处|幅|期)"
)
_NOT_FIRST = frozenset("元岁回昂俯匕为榜部魁祸罪")
# 亿万, 千万: a manner of speaking, unless a unit or a hedge stands beside it
_ROUND = frozenset("百 千 万 亿 百万 千万 亿万 万万 千千万 百亿 千亿 万亿".split())
_PROPORTION = re.compile("[:∶比]([0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千]+)(?![0-9.:∶])")
_TO_ONE = re.compile("(?:比例|比率|比|按|配比|以)[^,。;]{0,6}$")


@frozen(kw_only=True)
class Place:
    """Where a form is tried: the folded text, the numeral there, and the words to know."""

    text: str
    run: Run
    units: Units


@frozen
class Form:
    """One way in which figures are printed: its name, and what reads it."""

    rule: str
    read: Callable[[Place], Reading | None]


def _ordinal(place: Place) -> Reading | None:
    """第61个, 第十四届, 第1; 第N without a measure word is read where it is a rank."""
    text, run = place.text, place.run
    start = run.start - 1
    if text[start : run.start] != "第" or run.upper is not None:
        return None
    found = place.units.at(text, run.end, han=0)
    unit, end = None, run.end
    if found and found[0].type in (MentionType.COUNT, MentionType.DURATION) and not found[0].noun:
        unit, end = text[run.end : found[1]], found[1]
    elif _GIVEN.match(text, run.end):
        return None
    elif run.han and not _RANK.search(text, max(0, start - 5), start) and len(text) > len(run.text) + 1:
        return None
    return _figure(start, end, "ordinal", MentionType.ORDINAL, run.value, unit)


def _fraction(place: Place) -> Reading | None:
    """百分之五, 千分之三, 三分之二, 一又二分之一."""
    text, run = place.text, place.run
    if not text.startswith("分之", run.end):
        return None
    match = RUN.match(text, run.end + 2)
    upper = run_at(text, match) if match else None
    if upper is None or not run.value:
        return None
    if run.value == 100 and run.text == "百":
        more = _second_percent(text, upper.end) or second_run(text, upper.end)
        if more and more.value > upper.value and (text[more.end : more.end + 2] not in ("分之", "个月")):
            upper = evolve(upper, end=more.end, upper=more.value)
        return _hedged(place, run.start, upper.end, "percent-words", MentionType.PERCENT, upper, "%")
    if run.value == 1000 and run.text == "千":
        return _hedged(place, run.start, upper.end, "percent-words", MentionType.PERCENT, upper, "‰")
    start, whole = _whole_before(text, run.start)
    part = Run(start, upper.end, whole + upper.value / run.value, None, upper.bound, True, "")
    return _hedged(place, start, upper.end, "fraction", MentionType.RATIO, part, None)


def _second_percent(text: str, at: int) -> Run | None:
    """The other end of 百分之三十到百分之五十."""
    if text[at : at + 1] in ("到", "至", "-", "~", "—") and text.startswith("百分之", at + 1):
        match = RUN.match(text, at + 4)
        return run_at(text, match) if match else None
    return None


def _whole_before(text: str, start: int) -> tuple[int, Decimal]:
    """一又二分之一 is one and a half."""
    if text[start - 1 : start] != "又":
        return start, Decimal(0)
    match = _WHOLE.search(text, max(0, start - 9), start - 1)
    try:
        return (match.start(), read_number(match[0])) if match else (start, Decimal(0))
    except ValueError:
        return start, Decimal(0)


def _slash(place: Place) -> Reading | None:
    """1/5, 7/12: a proper fraction; 5/18 is more often a day, and stands with its month."""
    text, run = place.text, place.run
    match = _SLASH.match(text, run.end)
    if not match or run.han or not run.value or text[run.start - 1 : run.start] == "/":
        return None
    lower = Decimal(match[1])
    alone = not text[: run.start].strip("- 负") and not text[match.end() :].strip()
    if not lower or (not alone and (run.value >= lower or lower > 100 or not _is_part(text, run, match.end()))):
        return None
    part = Run(run.start, match.end(), run.value / lower, None, None, False, "")
    return _hedged(place, run.start, match.end(), "slash-fraction", MentionType.RATIO, part, None)


def _is_part(text: str, run: Run, end: int) -> bool:
    """占世界1/3, 超过1/6, 1/5的人; but 1/8决赛 is a name."""
    if text.startswith("决赛", end):
        return False
    return text[end : end + 1] in _AFTER_PART or bool(_PART.search(text, max(0, run.start - 4), run.start))


def _half(place: Place) -> Reading | None:
    """一半, 近一半, 一半以上."""
    text, run = place.text, place.run
    if run.text != "一" or text[run.end : run.end + 1] != "半" or text[run.start - 1 : run.start] in tuple("第另"):
        return None
    part = Run(run.start, run.end + 1, Decimal("0.5"), None, None, True, "")
    return _hedged(place, run.start, run.end + 1, "half", MentionType.RATIO, part, None)


def _doubling(place: Place) -> Reading | None:
    """翻一番, 翻两番, 翻了一番."""
    text, run = place.text, place.run
    if text[run.end : run.end + 1] != "番":
        return None
    for lead in ("翻", "翻了"):
        if text.startswith(lead, run.start - len(lead)):
            return _figure(run.start - len(lead), run.end + 1, "doubling", MentionType.RATIO, run.value, "番")
    return None


def _proportion(place: Place) -> Reading | None:
    """按1:2的比例, 1∶3; a score is a name."""
    text, run = place.text, place.run
    match = _PROPORTION.match(text, run.end)
    if not match:
        return None
    other = RUN.match(match[1])
    second = run_at(match[1], other) if other else None
    if not second or not second.value or not run.value:
        return None
    if not _TO_ONE.search(text, max(0, run.start - 8), run.start) and not text.startswith(
        ("的比例", "比例"), match.end()
    ):
        return None
    return _figure(run.start, match.end(), "proportion", MentionType.RATIO, run.value / second.value, None)


def _amount(place: Place) -> Reading | None:
    return read_amount(place.text, place.run, place.units)


def _signed_money(place: Place) -> Reading | None:
    """￥300, $5万, US$20."""
    text, run = place.text, place.run
    sign = text[run.start - 1 : run.start]
    code = _SIGNS.get(sign)
    if code is None:
        return None
    start = run.start - 1
    for letters, dollars in _DOLLARS.items():
        if sign == "$" and text.startswith(letters, start - len(letters)):
            return _figure(start - len(letters), run.end, "signed-money", MentionType.MONEY, run.value, dollars)
    return _figure(start, run.end, "signed-money", MentionType.MONEY, run.value, code)


def _bare_money(place: Place) -> Reading | None:
    """6000亿, 过百亿, 突破万亿: 元 is left out in print."""
    text, run = place.text, place.run
    if run.text[-1:] != "亿" or text[run.end : run.end + 1] in tuple("级大产"):
        return None
    following = text[run.end : run.end + 1]
    if run.text in _ROUND and not place.units.hedge_before(text, run.start):
        return None
    if (following and following not in ",。;、)”!的台大战项投元") or _HEADS.search(
        text, max(0, run.start - 12), run.start
    ):
        return None
    return _hedged(place, run.start, run.end, "bare-money", MentionType.MONEY, run, "CNY")


def _number(place: Place) -> Reading | None:
    """51万, 总数是10000, 超过300, and what stands alone: a figure without a unit."""
    text, run = place.text, place.run
    if run.text in _ROUND:
        return None
    alone = not text[: run.start].strip(" -负") and not text[run.end :].strip()
    if alone or run.magnitude >= 10000 or _spelt_out(run) or _announced(place):
        return _ranged_number(place) or _hedged(place, run.start, run.end, "number", MentionType.NUMBER, run, None)
    return _ranged_number(place) if not text[: run.start].strip() else None


def _spelt_out(run: Run) -> bool:
    """二百五, 九千七百八十六: so long a numeral is a number, whatever follows."""
    return run.han and len(run.text) > 2 and not run.text.isdecimal() and bool(_HUNDREDS.search(run.text))


def _announced(place: Place) -> bool:
    text, run = place.text, place.run
    following = text[run.end : run.end + 1]
    if run.text == "一" or (run.han and len(run.text) == 1) or (following.isascii() and following.isalnum()):
        return False
    hedge = place.units.hedge_before(text, run.start)
    if hedge and hedge[0].surface not in ("过", "近", "超") and following not in _NO_NUMBER:
        return True
    after = place.units.hedge_after(text, run.end)
    if after and len(after[0].surface) > 1:
        return True
    return not run.han and following in _STOPS and bool(_ANNOUNCED.search(text, max(0, run.start - 4), run.start))


def _ranged_number(place: Place) -> Reading | None:
    """12-23, 一千到一千五百, where nothing else stands beside it."""
    text, run = place.text, place.run
    second = second_run(text, run.end)
    if second is None or text[second.end :].strip() or second.value <= run.value or run.upper is not None:
        return None
    value = Figure(value=run.value, upper=second.value, bound=run.bound or second.bound)
    return Reading(start=run.start, end=second.end, rule="number", type=MentionType.NUMBER, value=value)


# The order counts: what says more about itself comes first, and a bare number last.
FORMS = (
    Form("ordinal", _ordinal),
    Form("fraction", _fraction),
    Form("slash-fraction", _slash),
    Form("half", _half),
    Form("doubling", _doubling),
    Form("proportion", _proportion),
    Form("amount", _amount),
    Form("signed-money", _signed_money),
    Form("bare-money", _bare_money),
    Form("number", _number),
)


def scan(text: str, lexicon: Lexicon, watch: Watch | None = None) -> list[Reading]:
    """Return the figures of folded text, from left to right.

    Args:
        text: folded text.
        lexicon: the words to read by.
        watch: is told of each reading.
    """
    table = units(lexicon)
    closed, places = close(text)
    found = restore([*_runs(closed, table), *_firsts(closed), *_literals(closed)], places)
    if watch:
        for reading in found:
            watch("mentions", reading.rule, reading.start, reading.end, "won", "a figure")
    return found


def _runs(text: str, table: Units) -> Iterator[Reading]:
    reached = 0
    for match in RUN.finditer(text):
        if match.start() < reached:
            continue
        reading = _at(text, match, table)
        if reading:
            yield reading
            reached = reading.end


def _literals(text: str) -> Iterator[Reading]:
    """A text that is one literal of a computer's: -.5, 2e5."""
    if len(text) < _LITERAL_LENGTH and (match := _LITERAL.fullmatch(text)):
        yield _figure(match.start(1), match.end(1), "number", MentionType.NUMBER, Decimal(match[1]), None)


def _firsts(text: str) -> Iterator[Reading]:
    """首个, 首批, 首次: the first of its kind."""
    for match in _FIRST.finditer(text):
        start = match.start()
        if not start or text[start - 1] not in _NOT_FIRST:
            yield _figure(start, match.end(), "first", MentionType.ORDINAL, Decimal(1), match[1])


def _at(text: str, match: "re.Match[str]", table: Units) -> Reading | None:
    start = match.start()
    before = text[start - 1 : start]
    run = run_at(text, match)
    if run is None:
        return None
    if before and before.isascii() and (before.isalnum() or before in "._@#/"):
        # G20, PM2.5, T01, v2.0 are codes; USD300 is a sum
        code = text[start - 3 : start]
        unit = table.after.get(code)
        if unit is None or unit.type is not MentionType.MONEY or run.han:
            return None
        return _figure(start - 3, run.end, "signed-money", MentionType.MONEY, run.value, unit.unit)
    place = Place(text=text, run=run, units=table)
    if before == "第":
        return _ordinal(place)
    for form in FORMS[1:]:
        reading = form.read(place)
        if reading:
            return reading
    return None


def _figure(start: int, end: int, rule: str, kind: MentionType, value: Decimal, unit: str | None) -> Reading:
    return Reading(start=start, end=end, rule=rule, type=kind, value=Figure(value=value, unit=unit))


def _hedged(place: Place, start: int, end: int, rule: str, kind: MentionType, run: Run, unit: str | None) -> Reading:
    """Give the figure with the hedges on either side of it."""
    bound = run.bound
    start, negative, _ = signed(place.text, start)
    before = place.units.hedge_before(place.text, start)
    after = place.units.hedge_after(place.text, end)
    if after and after[0].surface != "多":
        bound, end = bound or after[0].bound, after[1]
    if before:
        bound, start = before[0].bound, before[1]
    return Reading(
        start=start,
        end=end,
        rule=rule,
        type=kind,
        value=Figure(value=-run.value if negative else run.value, upper=run.upper, unit=unit, bound=bound),
    )
