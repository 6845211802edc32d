"""Runs of numerals in a text: where a figure may start, and what its numeral says.

The pattern is tried at numeral characters alone, and each piece of it stands under the printed form that it serves.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govnews.mentions.mention import Bound
from govnews.mentions.numeral import LONGEST, plain, read_pair
from govnews.pattern import later

HAN = "〇○零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_HAN_REST = "".join(ch for ch in HAN if ch not in "百千")
_HAN_DIGIT = "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖"
# 千 and 百 that open a unit: 120千伏, 30千克, 985百帕; but 三千米 counts metres
_PREFIX = "瓦伏克卡帕焦赫牛兆"
_UNITS = "分点|字节"
# 十来个, 百来块; but 四分之三来自
_AFTER_LAI = "个位名人块万亿年岁天次家只头公斤米吨亩里元户项条种度分"
_LARGE = "(?:万亿|[万亿])"
_AFTER_LETTER = "元块张个人户条"

RUN = later(
    f"[0-9{HAN}半数几上]"
    "(?:"
    # 1,200  3.2  24点5  4·7万 (as papers of 1998 print it), and with magnitudes 55亿  7000万  1亿2000万  3万5千  4千
    "(?<=[0-9])[0-9]*(?:,[0-9]{3}(?![0-9]))*(?:\\.[0-9]+|·[0-9]+(?=[万亿%元米公吨亩倍点比美英日港马卢法韩欧厘毫千平立级度岁斤升克])|点[0-9](?![0-9分时钟半一二三四五]))?"
    f"(?:(?:[十百千]?{_LARGE}|[百千](?![{_PREFIX}米]|{_UNITS}))"
    f"(?:[0-9]{{1,4}}(?:\\.[0-9]+)?(?:[千百]?万|[千百](?![{_PREFIX}米]|{_UNITS})))*"
    # 3万4000, 1千零20
    "(?:(?<=万)[0-9]{4}(?![0-9.,年])|(?<=[千万])零[0-9]{1,3}(?![0-9.]))?"
    # 15k元, 300w张
    f"|[kKwW](?=[{_AFTER_LETTER}]))?"
    # 两千三百  一万零五  三点一四  一点五亿  二十二点6  一兆二千亿
    f"|(?<=[{HAN}])(?:[{_HAN_REST}]|[百千](?![{_PREFIX}]|{_UNITS})|兆(?=[零一二三四五六七八九]))*"
    f"(?:点[0-9{_HAN_DIGIT}]+{_LARGE}?)?"
    # 数十  几百万  上千
    f"|(?<=[数几上])[十百千万亿]+"
    "|(?<=半)"
    ")"
    # 20余  100多亿  7000余万  十几  十来
    f"(?:(?P<vague>[余多几]|来(?=[{_AFTER_LAI}]))(?P<large>[十百千]?{_LARGE}|[十百千](?![{_PREFIX}]|{_UNITS}))?)?"
)
_BOUND = {"余": Bound.OVER, "多": Bound.OVER, "几": Bound.ABOUT, "来": Bound.ABOUT}
_HEAD_BOUND = {"数": Bound.ABOUT, "几": Bound.ABOUT, "上": Bound.OVER}
_PLACES = {place: (Decimal(value), None) for place, value in zip("百千万亿", (100, 1000, 10**4, 10**8), strict=True)}
_SIZE = {"十": Decimal(10), "拾": Decimal(10)} | {place: value for place, (value, _) in _PLACES.items()}
_LETTERS = {"k": _SIZE["千"], "K": _SIZE["千"], "w": _SIZE["万"], "W": _SIZE["万"]}
_SIZE |= _LETTERS
_SIZE |= {formal: _SIZE[place] for formal, place in zip("佰仟萬億", "百千万亿", strict=True)}
_ONE = Decimal(1)


class Run:
    """One numeral as it stands: its place, its value (two of an approximate pair) and the hedge inside it."""

    def __init__(  # noqa: PLR0913, PLR0917 - by place it is made twice as fast
        self,
        start: int,
        end: int,
        value: Decimal,
        upper: Decimal | None,
        bound: Bound | None,
        han: bool,  # noqa: FBT001
        text: str,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.upper = upper
        self.bound = bound
        self.han = han
        self.text = text

    def taken(self, start: int, end: int, value: Decimal, upper: Decimal | None = None) -> "Run":
        """Return the same numeral as part of more: of a fraction, or with the 番 that it counts."""
        return Run(start, end, value, upper, self.bound, self.han, self.text)

    @property
    def magnitude(self) -> Decimal:
        """The 万 of 8-10万, which the lower end of a range borrows."""
        text = self.text
        size = _SIZE.get(text[-1:], _ONE)
        return size * 10_000 if text[-2:] in ("万亿", "萬億") else size


def run_at(match: "re.Match[str]") -> Run | None:
    """Return the run of a match of RUN, None where it is no numeral (百百, 二二)."""
    start = match.start()
    vague = match.start("vague")
    printed = match[0]
    read = (_kept if len(printed) <= _SHORT else _read)(printed, vague - start if vague >= 0 else -1)
    if read is None:
        return None
    return Run(start, start + read.length, read.value, read.upper, read.bound, read.han, read.text)


class _Read(NamedTuple):
    """What a numeral says wherever it stands; the fields are those of `Run`, its length apart."""

    length: int
    value: Decimal
    upper: Decimal | None
    bound: Bound | None
    han: bool
    text: str


def _read(printed: str, at: int) -> _Read | None:
    """Return what is printed, `at` the place of the 余 in it or -1."""
    numeral, head, length = printed, printed[0], len(printed)
    bound = None
    if at >= 0:
        bound = _BOUND[numeral[at]]
        numeral = numeral[:at].removesuffix("零") + numeral[at + 1 :]  # 一千五百零几万
    if head in _HEAD_BOUND:
        bound = _HEAD_BOUND[head]
        numeral = numeral[1:]
    if not numeral or length > LONGEST:
        return None  # 零几度; a run of digits that no newspaper prints
    if "·" in numeral:
        numeral = numeral.replace("·", ".")
    if numeral.isascii():
        letter = _LETTERS.get(numeral[-1])
        if letter:
            return _Read(length, plain(Decimal(numeral[:-1].replace(",", "")) * letter), None, bound, False, numeral)
        return _Read(length, Decimal(numeral.replace(",", "")), None, bound, False, numeral)
    try:
        value, upper = _PLACES.get(numeral) or read_pair(numeral)
    except ValueError:
        if at >= 0 or numeral[-1] not in "两百千":
            return None
        return _shorter(length, numeral[:-1])  # 三十两 of silver, 七十百分位
    return _Read(length, value, upper, bound, not head.isdigit(), numeral)


_SHORT = 16  # characters: what is longer is printed once
_kept = lru_cache(maxsize=4096)(_read)  # a text has the same few numerals over and over


def _shorter(length: int, numeral: str) -> _Read | None:
    try:
        value, upper = read_pair(numeral)
    except ValueError:
        return None
    return _Read(length - 1, value, upper, None, True, numeral)
