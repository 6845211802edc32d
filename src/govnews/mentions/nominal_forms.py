"""Names by their form: what holds a numeral and counts nothing, each form under what it is printed like.

A form is tried where its trigger stands, so that no pattern runs over the whole text.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.mentions.numeral import read_integer
from govnews.mentions.units import units
from govnews.pattern import later

_ONE = "一二两三四五六七八九十百千万双"
_HAN = "一-鿿"


@frozen
class NameForm:
    """One form of a name: where it is tried, and the pattern that it must match there.

    Attributes:
        rule: its name.
        pattern: what must match, from the trigger on; its group `name`, else all of it, is the name.
        fits: a last look at the match.
    """

    rule: str
    pattern: re.Pattern[str]
    fits: Callable[[re.Match[str], Lexicon], bool]


def _slogan(match: re.Match[str], lexicon: Lexicon) -> bool:
    """三抢四争 is a name; 两镇四村, 三天两次, 三死两伤 count."""
    after = _known(lexicon)
    return not (match[1] in after and match[2] in after)


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(surface for surface in units(lexicon).after if len(surface) == 1) | {"毛"}


def _short_quote(match: re.Match[str], lexicon: Lexicon) -> bool:
    """“231”, “1+1”, “5个一”, “十个一” are names; “增长5%”, “3000元” are words that were said."""
    words = match["name"]
    if not _NUMERAL.search(words) or max(map(len, words.split("、"))) > 10:
        return False
    if re.search(f"[{_ONE}零〇]", words):
        return not _SUM_QUOTE.search(words)
    return bool(_CODE_QUOTE.search(words)) and not units(lexicon).at(words + "。", _digits_end(words), han=0)


def _digits_end(words: str) -> int:
    match = re.match("[0-9.]+", words)
    return match.end() if match else 0


_NUMERAL = later(f"[0-9{_ONE}零〇]")
# “增收三千多元” was said, and is no name
_SUM_QUOTE = later(f"[{_ONE}零]{{2,}}[余多几]?[万亿]*(?:元|块|亩|公里|公斤|斤|吨|米)|成[以左多]|%")
_CODE_QUOTE = later("^[0-9+·.×xX*/—-]+$|^[0-9]+[A-Za-z+]|^[0-9]+(?:个|项|大|张|条|本|份|双|类)")


def _next(match: re.Match[str], _lexicon: Lexicon) -> bool:
    """16栋和17栋; 3组和5组 may count."""
    try:
        return read_integer(match["two"]) - read_integer(match["one"]) == 1
    except ValueError:
        return False


def _neighbours(number: str) -> str:
    unit = "[栋幢楼组室班连营排]|单元|车间"
    return f"(?P<one>{number})(?P<unit>{unit})[和、与](?P<two>{number})(?P=unit)"


def _always(_match: re.Match[str], _lexicon: Lexicon) -> bool:
    return True


def _form(rule: str, pattern: str, fits: Callable[[re.Match[str], Lexicon], bool] = _always) -> NameForm:
    return NameForm(rule, later(pattern), fits)


_SLOGAN = f"[{_ONE}]([^\\W0-9{_ONE}多余几来第点至到又零分比])[{_ONE}]"
# what each of AT_HAN asks for: two numerals around a character, the same twice after 一, a word after a numeral
MAY_HAN = later(f"{_SLOGAN}|一(.)\\2|[{_ONE}]{{1,3}}(?:.合一|[位国方级个栋幢楼组室班连营排单车])")
# tried at each Chinese numeral
AT_HAN = (
    # 三抢四争 (but 双向四车道), 一河一策, 四梁八柱, 一府两院, 两纵一横
    _form(
        "slogan",
        f"(?<![第0-9{_ONE}零点.]){_SLOGAN}(?!车道)([^\\W0-9{_ONE}多余几来点分零个亿])",
        _slogan,
    ),
    # 三位一体, 五证合一, 七国集团, 四级联动
    _form("union", f"[{_ONE}]{{1,3}}(?:[{_HAN}]合一|位一体|国集团|方会谈|级联动|级书记)"),
    # 三个老班社区服务有限公司: firms are counted with 家
    _form("company", f"[{_ONE}]个[{_HAN}]{{2,12}}有限(?:责任)?公司"),
    # 一组、二组, 五组村民
    _form("neighbours", _neighbours(f"[{_ONE}]{{1,3}}"), _next),
    _form("neighbours", f"[{_ONE}]{{1,2}}组(?:村民|社员|组长)"),
    # 第一个五年计划: with 期间 after it a time
    _form("five-year-plan", f"(?<=第)[{_ONE}]{{1,3}}个五年(?:计划|规划)"),
    # 一个个, 一批批, 一次次
    _form("one-by-one", "一([^\\W0-9])\\1"),
)

AFTER_DIGITS = frozenset(
    "〕])国省县乡高路号次频热电平市政便人栋幢楼组室班连营排单车:∶比"
)  # what AT_DIGITS goes on with
# tried at each Arabic numeral
AT_DIGITS = (
    # 中发〔1994〕8号, 国办发[2019]5号, 第142号令
    _form("document-number", "(?<=[〔\\[(])(?:19|20)[0-9]{2}[〕\\])][ ]?第?[0-9]{1,4}号"),
    # 310国道, 12345热线, 103路公交车, 2号线
    _form(
        "number-given",
        "[0-9]{1,4}(?:国道|省道|县道|乡道|高速|路公交|路车|号线|次列车|次航班|频道)"
        "|[0-9]{3,6}(?:热线|电话|平台)|[0-9]{5}(?:市民|政务|便民)|4050人员",
    ),
    # 16栋和17栋: neighbours that are named by their numbers
    _form("neighbours", _neighbours("[0-9]{1,3}"), _next),
    _form("neighbours", "[0-9]{1,2}组(?:村民|社员|组长)"),
    # 3:1胜, 以2:0, 21比15
    _form("score", "(?<=[以])[0-9]{1,3}[:∶比][0-9]{1,3}(?:[^0-9:]|$)"),
)

# tried at each opening mark
AT_QUOTES = (
    # 《三国演义》, 《2018年政府工作报告》
    _form("work-title", "《(?P<name>[^《》\\n]{1,60})》"),
    # “231”产业集群, “五清”, ‘三年磨一剑’, “门前三包”
    _form("quoted-name", "[“‘「『](?P<name>[^“”‘’「」『』,。;:!?…\\n]{1,16})[”’」』]", _short_quote),
    # "四好农村路"
    _form("quoted-name", '"(?P<name>[^",。;:!?、…\\n ]{1,10})"', _short_quote),
)
BY_MARK = {"《": AT_QUOTES[:1], '"': AT_QUOTES[2:]} | dict.fromkeys("“‘「『", AT_QUOTES[1:2])
