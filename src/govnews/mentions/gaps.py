"""Gaps inside numerals: 三千 八百, 1000 万, 五 分之 一, as loose setting and web pages print them."""

from collections.abc import Sequence

from govnews.mentions.reading import Reading
from govnews.pattern import later

_HAN = "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点又余"
# between two characters of a Chinese numeral, before 分之 and after it, and before the magnitude of an Arabic one;
# each branch opens with its blank, so that the search looks at blanks alone
_GAP = later(
    f" (?<=[{_HAN}之] ) *(?=[{_HAN}])"
    f"| (?<=[0-9{_HAN}] ) *(?=分 *之|成(?:[,。;、]|$)|个百分点)| (?<=分 ) *(?=之)"
    "| (?<=分之 ) *(?=[0-9])| (?<=分 之 ) *(?=[0-9])"
    "| (?<=[0-9十百千] ) *(?=余?[万亿千](?![0-9]))| (?<=[万亿千] ) *(?=[0-9]+[千百])"
    "| (?<=[十百千] ) *(?=[几多]?[万亿])"
    "| (?<=[<>] ) *(?==)| (?<=[小大]于 ) *(?=或)| (?<=于 或 ) *(?=等于)| (?<=于或 ) *(?=等于)"
    "| (?<=成 ) *(?=[一二三四五六七八九](?:[,。;、]|$))"
)
# 12 345元, 1 234.5万元: thousands set apart by a blank, where a unit follows; in a row of a table figures stand before
_GROUPED = later(
    "(?<![0-9.,:/ 第-])[1-9][0-9]{0,2}(?: [0-9]{3})+(?=(?:\\.[0-9]+)?[多余]?[万亿一-鿿%℃])(?![年月日时点号]|[0-9])"
)


def _gaps(text: str) -> list[tuple[int, int]]:
    """Return the gaps of a text, from left to right."""
    found = [gap.span() for gap in _GAP.finditer(text)]
    for number in _GROUPED.finditer(text):
        found.extend((at, at + 1) for at in range(*number.span()) if text[at] == " ")
    return sorted(set(found))


def close(text: str) -> tuple[str, Sequence[int] | None]:
    """Return the text without such gaps, and where each of its characters stood; None where nothing was closed."""
    gaps = _gaps(text) if " " in text else []
    if not gaps:
        return text, None
    places: list[int] = []
    at = 0
    for start, end in gaps:
        places.extend(range(at, start))
        at = end
    places.extend(range(at, len(text)))
    places.append(len(text))
    return "".join(text[place] for place in places[:-1]), places


def restore(readings: list[Reading], places: Sequence[int] | None) -> list[Reading]:
    """Return the readings with their places in the text as it was."""
    if places is None:
        return readings
    for one in readings:
        one.start, one.end = places[one.start], places[one.end - 1] + 1
    return readings
