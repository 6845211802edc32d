"""Names, or other words that look like names: what no role or mark makes plain."""

import re

from govnews import words
from govnews.headers.credits import Reading
from govnews.headers.forms import At, HeaderForm
from govnews.headers.people import names_of
from govnews.headers.places import is_division
from govnews.lexicon import Lexicon

_RARE = -7.0  # the logarithm of one in a thousand
_WORD, _COMMON_WORD = 3.0, 6.0  # of words.weight: 手记 has 4.2, 提问 7.3, the pen-name 剑锋 5.2
_NO_NAME = re.compile(
    "之.|星期.|周[一二三四五六日末]|[唐宋秦汉]代|.*完|江[苏西南]|安徽|方案|高[清考峰]|金融|黄河|石家庄|黑龙江|[左右][起一二三四]|前排.*"
)
_PLACE = re.compile(".{2}[村镇乡县局办说讯]")  # ■王家村, 通讯员 孔令说


def likely(form: HeaderForm, at: At, reading: Reading, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether the names that were read are names, as far as the form leaves that open."""
    people = [person.name for person in reading.contributors if person.name]
    bracketed = at in (At.BRACKET, At.LAST)
    if form.name == "dateline-placed":
        return is_division(found["place"], lexicon)
    if form.name.startswith("dateline"):
        return reading.shape != "names" or not people or _signature(form, reading, people, lexicon)
    if reading.unit and not bracketed:
        return False
    if reading.unit and reading.outlet and not people:  # (新华社北京分社)
        return False
    if reading.shape == "names" and people:
        return _bare(form, reading, found, people, lexicon)
    if bracketed:
        return all(_word_free(name, _COMMON_WORD) for name in reading.doubtful)
    if not reading.sure and _rubric(reading):
        return False
    if any(_PLACE.fullmatch(name) or _NO_NAME.fullmatch(name) for name in people):
        return False
    return all((len(name) <= 3 or "�" in name) and _word_free(name, _WORD) for name in reading.doubtful)


def _word_free(name: str, limit: float) -> bool:
    return "�" in name or words.weight(name) < limit


def _signature(form: HeaderForm, reading: Reading, people: list[str], lexicon: Lexicon) -> bool:
    """本报讯(青组), but 电(全球热点) and 3月31日(星期二)."""
    if any(_NO_NAME.fullmatch(name) for name in people):
        return False
    surnames = names_of(lexicon).surnames
    if reading.sure:
        return any(surnames.get(name[0], _RARE) > _RARE or words.weight(name) < _WORD for name in people)
    return form.name != "dateline-verbless" and all(len(name) in (2, 3) for name in people)


def _rubric(reading: Reading) -> bool:
    """记者走基层, 编辑点评: a column's name, where the name has no surname and no outlet stands before the role."""
    return reading.outlet is None and (
        reading.shape == "label" or all(person.role == "记者" for person in reading.contributors)
    )


def _bare(form: HeaderForm, reading: Reading, found: re.Match[str], people: list[str], lexicon: Lexicon) -> bool:
    surnames = names_of(lexicon).surnames
    common = surnames.get(people[0][:1], _RARE) > _RARE
    if (form.name == "closing-names" and ":" in found["rest"]) or any(_NO_NAME.fullmatch(name) for name in people):
        return False
    if form.name == "marked-byline":  # ■来论 is a label
        named = reading.sure and not any(_PLACE.fullmatch(name) for name in people)
        return named and (len(people) > 1 or common or " " in found["rest"])
    if form.name == "closing-names" and found.string[found.start() - 1] in "【[":  # 【背景链接】
        return False
    if form.name != "closing-names" or len(people) > 1 or common:
        return reading.sure
    # 广检宣, 淮祖轩: a pen-name is no word
    round_brackets = found.start() > 0 and found.string[found.start() - 1] == "("
    return round_brackets and len(people[0]) in (2, 3) and words.weight(people[0]) == 0
