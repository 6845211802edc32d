"""Ordinals: 第61个, 居全省第1, 首批."""

from collections.abc import Iterator
from decimal import Decimal

from govnews.mentions.figure_forms import Place, figure
from govnews.mentions.measured import second_run
from govnews.mentions.reading import COUNT, DURATION, ORDINAL, Figure, Reading
from govnews.pattern import later

# 居全省第1, 位列第三, 排名第二: what makes a rank of a 第N without a measure word
_RANK = later(
    "(?:居|位列|列|名列|排名|排|[排列位]在|位|从|由|年级|全班|全校|全国|全省|全市|全区|全县|全球|世界|亚洲|国内|行业|省内|系统|跃升至?|升至|获得?"
    "|总量|总数|规模|总分|均|[居列](?![为入出举])[^,。;、第]{1,8})$"
)
# 国务院令第142号, 第8号台风, 第75集团军, 第三中学: a number given, not a rank
_GIVEN = later(
    "号|集团军|分院|分局|分公司|分会|军|师|旅|团|中学|小学|医院|人民医院|中院|产业|方|世界|书记|时间|生产力|线"
)
_FIRST = later(
    "首(个|批次|批|家|次|届|位|台\\(套\\)|台套|台|座|款|例|条|只|艘|架|项|期|支|列|套|份|部|单|颗|枚|场|所|辆|轮|株|篇|段|处|幅)"
)
_COUNTED = later("(?:(?<!中)共|[办了续历过前近已满达]|召开)$")
_BODY = later("中央|全国|全省|[市省县区]|人大|政协|[一二三四五六七八九十]{1,3}[中次]|党|委|常委|理事|纪委|会|大会")
_MEETING = later("会议|全会|全体会议|党代会|代表大会|常委会")
_BACK = 12
_AFTER_RANK = later("第[0-9零一二三四五六七八九十百]{1,4}(?:、[0-9零一二三四五六七八九十百]{1,3}){0,3}[、至到和]$")
_NOT_FIRST = frozenset("元岁回昂俯匕榜魁祸罪")
_HEADED = later("以[^,。;]{1,15}为$")  # 以他为首个


def session(place: Place) -> Reading | None:
    """十三届全国人大三次会议, 十九届四中全会: without 第 and yet ordinals; 已举办三届 counts."""
    text, run = place.text, place.run
    following = text[run.end : run.end + 1]
    if not run.han or run.upper is not None or run.text in ("一", "两"):
        return None
    if following == "届":
        counted = _COUNTED.search(text, max(0, run.start - 3), run.start) or not _BODY.match(text, run.end + 1)
    elif following == "次" and _MEETING.match(text, run.end + 1):
        counted = "届" not in text[max(0, run.start - _BACK) : run.start]
    else:
        return None
    return None if counted else figure((run.start, run.end + 1), "session", ORDINAL, run.value, following)


def listed(place: Place) -> Reading | None:
    """The 三批 of 第二、三批, the 六节 of 第二至六节."""
    text, run = place.text, place.run
    if not _AFTER_RANK.search(text, max(0, run.start - _BACK), run.start):
        return None
    found = place.units.at(text, run.end, han=0)
    if not found or found[0].type is not COUNT or found[0].noun:
        return None
    return figure((run.start, found[1]), "listed", ORDINAL, run.value, found[0].surface)


def ordinal(place: Place) -> Reading | None:
    """第61个, 第十四届, 第1; 第N without a measure word is read where it is a rank."""
    text, run = place.text, place.run
    start = run.start - 1
    if text[start : run.start] != "第" or run.upper is not None:
        return None
    found = place.units.at(text, run.end, han=0)
    unit, end = None, run.end
    ranged = _to(place) if found is None else None
    if ranged:
        return ranged
    if found and found[0].type in (COUNT, DURATION) and not found[0].noun:
        unit, end = text[run.end : found[1]], found[1]
        if unit.startswith("个"):
            unit, end = "个", run.end + 1  # 第三个月 is the third of something counted with 个
    elif _GIVEN.match(text, run.end) or (
        run.han and not _RANK.search(text, max(0, start - 9), start) and len(text) > len(run.text) + 1
    ):
        return None
    return figure((start, end), "ordinal", ORDINAL, run.value, unit)


def _to(place: Place) -> Reading | None:
    """第1-3页, 第2—4名, 第三至五章: the ranks from one to another."""
    text, run = place.text, place.run
    last = second_run(text, run.end)
    found = place.units.at(text, last.end, han=0) if last else None
    if last is None or found is None or last.upper is not None or last.value <= run.value:
        return None
    if found[0].type is not COUNT or found[0].noun:
        return None
    value = Figure(value=run.value, upper=last.value, unit=found[0].surface)
    return Reading(run.start - 1, found[1], "ordinal", ORDINAL, value)


def firsts(text: str) -> Iterator[Reading]:
    """首个, 首批, 首次: the first of its kind."""
    for match in _FIRST.finditer(text):
        start = match.start()
        if not start or (text[start - 1] not in _NOT_FIRST and not _HEADED.search(text, max(0, start - 17), start)):
            yield figure((start, match.end()), "first", ORDINAL, Decimal(1), match[1])
