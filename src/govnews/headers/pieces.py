"""Named pieces of pattern, each under the printed form it serves; built from a lexicon at first use.

The text is folded: patterns are written in half-width. A piece in capitals stands for itself in `forms.FORMS`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from govnews.headers.people import LETTER
from govnews.lexicon import Lexicon
from govnews.pattern import tree

HAN = "一-鿿〇"
_NUMERALS = "一二三四五六七八九〇○零"
DASH = "·・•\\-—－/&"


def either(words: Iterable[str]) -> str:
    """Return an alternation of the words, the longest first."""
    return f"(?:{tree([re.escape(ch) for ch in word] for word in _longest_first(words))})"


def loose(words: Iterable[str]) -> str:
    """Return the same with spaces allowed between two characters: 记 者."""
    return f"(?:{tree(_spaced(word) for word in _longest_first(words))})"


def _spaced(word: str) -> list[str]:
    first, *others = map(re.escape, word)
    return [first, *(rf"\s?{ch}" if len(word) in (2, 3) else ch for ch in others)]


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))


def _surfaces(lexicon: Lexicon, table: str, column: str = "", *values: str) -> list[str]:
    return [row["surface"] for row in lexicon.rows(table) if not column or row[column] in values]


_FIGURES = f"[{_NUMERALS}十廿]{{1,3}}"
# what no place begins with, and what a sentence has but not a place
_NO_PLACE = "综合|[今昨]日|最后|特约|驻|供|[讯电訊電·]"
_SENTENCE = "的(?!斯)|[了是从对向将被把最者]"

FIXED: Mapping[str, str] = {
    # 据新华社…, 综合新华社…
    "ACCORDING": "(?:据|综合)",
    # 济宁, 尼泊尔根杰(尼泊尔), 巴黎、伦敦
    "PLACE": (
        rf"\s?(?:综合|专)?(?P<place>(?!{_NO_PLACE})(?:(?!{_SENTENCE})[{HAN}·]){{2,12}}?"
        rf"(?:、[{HAN}·]{{2,10}}?)*(?:\([{HAN}]{{2,8}}\))?)\s?"
    ),
    # 5月18日, 2020年5月18日, 一月十三日, 8日, and 3月31电 with 日 forgotten
    "DATE": (
        rf"(?P<date>(?:(?:[0-9]{{4}}|[{_NUMERALS}]{{4}})年)?(?:(?:[0-9]{{1,2}}|{_FIGURES})月)?"
        rf"(?:[0-9]{{1,2}}|{_FIGURES})(?:日|(?<=月[0-9][0-9])(?=[电讯])))\s?"
    ),
    "GAP": r"\s*",
    "MARK": r"[■□◆●▲△▼▽◎○〇⊙◇★☆▣▢◉❏※]\s*",
    "OPEN": r"[(〔\[【]\s*",
    "CLOSE": r"\s*[)〕\]】]",
    "REST": r"(?P<rest>.+?)",
    # 孔令河, 孟 云, 罗布·次仁
    "NAME": rf"(?P<rest>[{LETTER}](?:\s{{0,3}}[{LETTER}]){{1,3}}|[{LETTER}]{{1,6}}·[{LETTER}]{{1,8}})",
}


@lru_cache(maxsize=4)
def pieces(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the named pieces."""
    return {**FIXED, **_outlets(lexicon), **_people(lexicon)}


@lru_cache(maxsize=4)
def glances(lexicon: Lexicon) -> Mapping[str, str]:
    """Return what a stretch has where it has a piece, told faster than by the piece itself."""
    known = either(_surfaces(lexicon, "outlets"))
    return {
        "OUTLET": known,
        "OUTLETS": f"《|{known}",
        "QUOTED": f"《|{known}",
        "PAPER": either(_surfaces(lexicon, "outlet_endings", "alone", "yes")),
        "SENT": either(_surfaces(lexicon, "header_verbs", "kind", "sent")),
        "OFFICE": either(_surfaces(lexicon, "offices")),
        "INSTITUTION": either(_surfaces(lexicon, "institutions")),
        **{name: FIXED[name].replace(r"\s*", "") for name in ("MARK", "OPEN", "CLOSE")},
    }


def _outlets(lexicon: Lexicon) -> dict[str, str]:
    known = either(_surfaces(lexicon, "outlets"))
    ending = either(_surfaces(lexicon, "outlet_endings"))
    paper = either(_surfaces(lexicon, "outlet_endings", "alone", "yes"))
    dash = rf"\s?[{DASH}]\s?"
    # 汶上日报, 大众报业: a name of the trade's endings, by its form alone
    app = f"掌上[{HAN}]{{2,3}}(?=[讯0-9/·]|记者|消息|全媒)"
    outlet = f"(?:{known}社?|{app}|(?:(?![在为是了的从到向])[{HAN}A-Za-z0-9+]){{1,10}}?{ending})"
    # 大众网·海报新闻, 经济日报-中国经济网, 滨州日报/滨州网, 新华社客户端
    knowns = rf"{known}社?(?:{dash}{outlet})*(?:客户端|社)?"
    quoted = rf"(?:{known}|《[^《》]{{2,14}}》)"
    return {
        "KNOWN": known,
        "KNOWNS": knowns,
        "JOINED": rf"{outlet}(?:{dash}{outlet})*(?:客户端|融媒体中心|社)?",
        # and 荆楚网·更荆州讯: a name of its own after the dot
        "OUTLET": rf"(?P<outlet>{known}社?(?:{dash}(?:{outlet}|[{HAN}]{{2,6}}(?=\s?(?:讯|消息|记者))))*(?:客户端|社)?)",
        # 新华社、人民日报; 本报和新华社
        "OUTLETS": rf"(?P<outlet>{quoted}(?:[、和]{quoted}){{0,4}})",
        # 《大众日报》, or one of the table
        "QUOTED": rf"(?P<outlet>《[^《》]{{2,14}}》|{knowns}(?:[、和]{knowns}){{0,4}})",
        # 汶上日报讯, 大众日报·汶上新闻讯
        "PAPER": rf"(?P<outlet>(?:{known}{dash})?[{HAN}A-Za-z0-9+]{{1,10}}?{paper}(?:{dash}{outlet})*)",
    }


def _people(lexicon: Lexicon) -> dict[str, str]:
    modifier = loose(_surfaces(lexicon, "roles", "kind", "modifier", "both"))
    sent = either(_surfaces(lexicon, "header_verbs", "kind", "sent"))
    office = either(_surfaces(lexicon, "offices"))
    return {
        # 全媒体记者, 特约通讯员
        "ROLE": rf"{modifier}{{0,3}}{loose(_surfaces(lexicon, 'roles', 'kind', 'role'))}",
        "LABEL": loose(_surfaces(lexicon, "roles", "kind", "label", "both")),
        # 讯, but not 通讯员; 电, but not 电话
        "SENT": rf"\s?(?<!通)(?P<verb>{sent})(?!话|员|梯|脑|缆|池|工[班人])",
        # 石桥镇党委书记
        "OFFICE": rf"(?P<office>[{HAN}A-Za-z0-9、,·“”()〔〕《》]{{2,60}}?{office})",
        # 汶上县委组织部
        "INSTITUTION": rf"[{HAN}A-Za-z0-9“”、()·]{{0,40}}?{either(_surfaces(lexicon, 'institutions'))}",
    }
