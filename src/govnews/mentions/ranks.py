"""Ordinals: 第61个, 居全省第1, 首批."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govnews.mentions.figure_forms import Place, figure
from govnews.mentions.mention import MentionType
from govnews.mentions.reading import Reading

# 居全省第1, 位列第三, 排名第二: what makes a rank of a 第N without a measure word
_RANK = re.compile(
    "(?:居|位列|列|名列|排名|排|位|全国|全省|全市|全区|全县|全球|世界|亚洲|国内|行业|省内|系统|跃升至?|升至|获得?"
    "|总量|总数|规模|总分|均)$"
)
# 国务院令第142号, 第8号台风, 第75集团军, 第三中学: a number given, not a rank
_GIVEN = re.compile("号|集团军|军|师|旅|团|中学|小学|医院|人民医院|中院|产业|方|世界|书记|时间|生产力|线")
_FIRST = re.compile(
    "首(个|批次|批|家|次|届|位|台\\(套\\)|台套|台|座|款|例|条|只|艘|架|项|期|支|列|套|份|部|单|颗|枚|场|所|辆|轮|株|篇|段|处|幅)"
)
_NOT_FIRST = frozenset("元岁回昂俯匕为榜部魁祸罪")


def ordinal(place: Place) -> Reading | None:
    """第61个, 第十四届, 第1; 第N without a measure word is read where it is a rank."""
    text, run = place.text, place.run
    start = run.start - 1
    if text[start : run.start] != "第" or run.upper is not None:
        return None
    found = place.units.at(text, run.end, han=0)
    unit, end = None, run.end
    if found and found[0].type in (MentionType.COUNT, MentionType.DURATION) and not found[0].noun:
        unit, end = text[run.end : found[1]], found[1]
    elif _GIVEN.match(text, run.end) or (
        run.han and not _RANK.search(text, max(0, start - 5), start) and len(text) > len(run.text) + 1
    ):
        return None
    return figure((start, end), "ordinal", MentionType.ORDINAL, run.value, unit)


def firsts(text: str) -> Iterator[Reading]:
    """首个, 首批, 首次: the first of its kind."""
    for match in _FIRST.finditer(text):
        start = match.start()
        if not start or text[start - 1] not in _NOT_FIRST:
            yield figure((start, match.end()), "first", MentionType.ORDINAL, Decimal(1), match[1])
