"""Names, or other words that look like names: what no role or mark makes plain."""

import re
from collections.abc import Callable

from attrs import frozen

from govnews.headers.credits import AUTHOR, Reading
from govnews.headers.form import At, HeaderForm
from govnews.headers.people import names_of
from govnews.headers.places import is_division
from govnews.lexicon import Lexicon
from govnews.pattern import later

_RARE = -7.0  # the logarithm of one in a thousand
_WORD, _COMMON_WORD = 3.0, 6.0  # of words.weight: 手记 has 4.2, 提问 7.3, the pen-name 剑锋 5.2
_NO_NAME = later(
    "之.|.*[版篇集]|单位|星期.|周[一二三四五六日末]|[唐宋秦汉]代|.*完|江[苏西南]|安徽|方案|高[清考峰]|金融|黄河|石家庄|黑龙江"
    "|[左右][起一二三四]|前排.*|.与.|.级.|节.|文章|走.{1,3}|.{0,2}(?:基层|一线|现场|手记|视点|行动)|公示"
)
_PLACE = later(".{2}[村镇乡县局办说讯]")  # ■王家村, 通讯员 孔令说
_PEN_NAME = (2, 3)  # characters
_PLACED = frozenset({"place-names", "dateline-credit-placed"})  # (汶上 孔令河)
_PLAIN = _PLACED | {"unit-name-joined", "name-agency-photo"}
_MANY = 5  # names on a line that has no role

Weigh = Callable[[str], float]  # how common a word is; 0 where the dictionary has no such word


def unweighed(_word: str) -> float:
    """Answer without a dictionary: every word may stand in it, and none is common."""
    return 1.0


@frozen(eq=False)
class _Case:
    """A form that matched, and what its words were read as."""

    form: HeaderForm
    at: At
    reading: Reading
    found: re.Match[str]
    lexicon: Lexicon
    weigh: Weigh

    @property
    def people(self) -> list[str]:
        return [person.name for person in self.reading.contributors if person.name]

    @property
    def bracketed(self) -> bool:
        return self.at in (At.BRACKET, At.LAST)

    def common(self, name: str) -> bool:
        """Tell a name whose surname one in a thousand has."""
        surnames = names_of(self.lexicon).surnames
        return surnames.get(name[:1], _RARE) > _RARE or (len(name) > 2 and name[:2] in surnames)

    def word_free(self, name: str, limit: float = _WORD) -> bool:
        """Tell a name that is no word, or none more common than the limit."""
        return "�" in name or self.weigh(name) < limit


def likely(  # noqa: PLR0913, PLR0917 - one form that matched, and what to judge it by
    form: HeaderForm, at: At, reading: Reading, found: re.Match[str], lexicon: Lexicon, weigh: Weigh
) -> bool:
    """Tell whether the names that were read are names, as far as the form leaves that open."""
    case = _Case(form, at, reading, found, lexicon, weigh)
    if form.name in {"dateline-placed", "dateline-place-credit"}:
        return is_division(found["place"], lexicon)
    if form.name in _PLAIN and reading.shape == "names":
        placed = form.name not in _PLACED or is_division(found["place"], lexicon)
        return placed and not reading.unit and _plain_names(case)
    if form.name in {"outlet-name-line", "paper-name-line", "unit-name-line"}:
        apart = form.name != "unit-name-line" or (" " in found["rest"] and ":" not in found["rest"])
        return apart and reading.unit == (form.name == "unit-name-line") and _plain_names(case)
    if form.name.startswith("dateline"):
        return _dateline(case)
    if reading.unit and not _unit(case):
        return False
    return _bare(case) if reading.shape == "names" and case.people else _doubts(case)


def _dateline(case: _Case) -> bool:
    """本报讯(青组), but 电(全球热点), 3月31日(星期二) and 通讯(记者来信)."""
    if case.reading.shape != "names" or not case.people:
        return all(case.word_free(name, _COMMON_WORD) for name in case.reading.doubtful)
    if any(_NO_NAME.fullmatch(name) for name in case.people):
        return False
    if case.reading.sure:
        return any(case.common(name) or case.weigh(name) < _WORD for name in case.people)
    return case.form.name != "dateline-verbless" and all(len(name) in _PEN_NAME for name in case.people)


def _plain_names(case: _Case) -> bool:
    """齐鲁壹点 孔令河, but not 新华网 高标准: no word, and of the characters that given names have."""
    characters = names_of(case.lexicon).characters
    return (
        bool(case.people)
        and case.reading.sure
        and len(case.people) < _MANY
        and all(
            len(name) in _PEN_NAME
            and case.common(name)
            and case.weigh(name) < _WORD
            and not _NO_NAME.fullmatch(name)
            and not _PLACE.fullmatch(name)
            and (any(ch in characters for ch in name[1:]) or case.weigh(name[1:]) < _WORD)
            for name in case.people
        )
    )


def _unit(case: _Case) -> bool:
    """(某县委组织部 孔令河), but not (新华社北京分社), nor without brackets."""
    return case.bracketed and bool(case.people or not case.reading.outlet)


def _doubts(case: _Case) -> bool:
    """(记者 剑锋), but not (本报记者提问), and no 记者手记, 编辑方案, 通讯员队伍建设 as a line."""
    reading = case.reading
    if case.bracketed:
        return all(case.word_free(name, _COMMON_WORD) and not _NO_NAME.fullmatch(name) for name in reading.doubtful)
    limit = _WORD
    if not reading.sure and _staff(reading):
        limit = _COMMON_WORD  # 编辑:小鱼 校对:孔令河
    elif not reading.sure and (_rubric(reading) or (reading.shape == "text" and _roleless(reading))):
        return False
    if any(_PLACE.fullmatch(name) or _NO_NAME.fullmatch(name) for name in case.people):
        return False
    return all((len(name) <= 3 or "�" in name) and case.word_free(name, limit) for name in reading.doubtful)


def _staff(reading: Reading) -> bool:
    """编辑:小鱼 校对:孔令河 审核:颜承志: a pen-name among labels, of which as many have a name."""
    certain = [person.certain for person in reading.contributors]
    return reading.shape == "label" and sum(certain) * 2 >= len(certain) > 1


def _pen_names(case: _Case) -> bool:
    return all(len(name) in _PEN_NAME and case.word_free(name) for name in case.reading.doubtful)


def _roleless(reading: Reading) -> bool:
    """共绘蓝图: no name with the verb 图, where no role word stands."""
    return all(person.role == AUTHOR for person in reading.contributors)


def _rubric(reading: Reading) -> bool:
    """记者走基层, 编辑点评: a column's name, where the name has no surname and no outlet stands before the role."""
    reporters = all((person.role or "").endswith("记者") for person in reading.contributors)
    return reading.outlet is None and (reading.shape == "label" or reporters)


def _bare(case: _Case) -> bool:
    """(孔令河 颜承志), ■孔令河: names with neither role nor verb."""
    people, sure = case.people, case.reading.sure
    if any(_NO_NAME.fullmatch(name) for name in people):
        return False
    if case.form.name == "marked-byline":  # ■来论 is a label, ●孔令河 an item
        if case.found[0][0] not in "■□◎○〇⊙◇" or any(_PLACE.fullmatch(name) for name in people):
            return False
        if not sure:  # □孔令河 云浩 永梅: given names beside a name
            return len(people) > 2 and case.common(people[0]) and _pen_names(case)
        return len(people) > 1 or case.common(people[0]) or " " in case.found["rest"]
    return _closing(case) if case.form.name == "closing-names" else sure


def _closing(case: _Case) -> bool:
    """(孔令河), (广检宣), but not 【背景链接】 and (左起:孔令河、颜承志)."""
    people, bracket = case.people, case.found.string[case.found.start() - 1]
    if bracket in "【[" or ":" in case.found["rest"]:
        return False
    listed = "、" in case.found["rest"] and sum(case.word_free(name) for name in people) * 2 < len(people)
    noted = "," in case.found["rest"] and not (case.reading.unit and _plain_names(case))
    if listed or noted:  # (白菜、黄瓜、马铃薯), (略,下同); but (孔令河,汶上县检察院)
        return False
    if len(people) > 1 and case.common(people[0]):  # (孔令河 陵传): a pen-name beside a name
        return _pen_names(case)
    if len(people) > 1 or case.common(people[0]):
        return case.reading.sure
    if case.reading.sure and len(people[0]) == 3:
        return case.word_free(people[0], _COMMON_WORD)
    # 淮祖轩: a pen-name is no word
    return bracket == "(" and len(people[0]) in _PEN_NAME and case.weigh(people[0]) == 0
