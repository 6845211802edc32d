"""Named pieces of pattern, each under the printed form it serves; built from a lexicon at first use.

The text is folded: patterns are written in half-width. A piece in capitals stands for itself in `forms.FORMS`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from govnews.headers.people import LETTER
from govnews.lexicon import Lexicon

HAN = "一-鿿〇"
_NUMERALS = "一二三四五六七八九〇○零"
DASH = "·・•\\-—－/&"


def either(words: Iterable[str]) -> str:
    """Return an alternation of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def loose(words: Iterable[str]) -> str:
    """Return the same with spaces allowed between two characters: 记 者."""
    spaced = (
        r"\s?".join(word) if len(word) == 2 else re.escape(word)
        for word in sorted(set(words), key=lambda word: (-len(word), word))
    )
    return "(?:" + "|".join(spaced) + ")"


def _surfaces(lexicon: Lexicon, table: str, column: str = "", *values: str) -> list[str]:
    return [row["surface"] for row in lexicon.rows(table) if not column or row[column] in values]


@lru_cache(maxsize=4)
def pieces(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the named pieces."""
    known = either(_surfaces(lexicon, "outlets"))
    ending = either(_surfaces(lexicon, "outlet_endings"))
    paper = either(_surfaces(lexicon, "outlet_endings", "alone", "yes"))
    # 汶上日报, 大众报业: a name of the trade's endings, by its form alone
    named = f"(?:(?![在为是了的从到向])[{HAN}A-Za-z0-9+]){{1,10}}?{ending}"
    outlet = f"(?:{known}|{named})"
    # 大众网·海报新闻, 经济日报-中国经济网, 滨州日报/滨州网, 新华社客户端
    joined = rf"{outlet}(?:\s?[{DASH}]\s?{outlet})*(?:客户端|融媒体中心|社)?"
    figures = "[一二三四五六七八九十〇○廿]{1,3}"
    modifier = loose(_surfaces(lexicon, "roles", "kind", "modifier", "both"))
    role = rf"{modifier}{{0,3}}{loose(_surfaces(lexicon, 'roles', 'kind', 'role'))}"
    joined_known = rf"{known}(?:\s?[{DASH}]\s?{outlet})*(?:客户端|社)?"
    return {
        "KNOWN": known,
        "JOINED": joined,
        "KNOWNS": joined_known,
        "ROLE": role,
        "LABEL": loose(_surfaces(lexicon, "roles", "kind", "label", "both")),
        # 据新华社…, 综合新华社…
        "ACCORDING": "(?:据|综合)",
        # and 荆楚网·更荆州讯: a name of its own after the dot
        "OUTLET": rf"(?P<outlet>{known}(?:\s?[{DASH}]\s?(?:{outlet}|[{HAN}]{{2,6}}(?=讯|消息|记者)))*(?:客户端|社)?)",
        # 新华社、人民日报; 本报和新华社
        "OUTLETS": rf"(?P<outlet>{known}(?:[、和]{known}){{0,4}})",
        # 《大众日报》, or one of the table
        "QUOTED": rf"(?P<outlet>《[^《》]{{2,14}}》|{joined_known}(?:[、和]{joined_known}){{0,4}})",
        "PAPER": (
            rf"(?P<outlet>(?:{known}(?:\s?[{DASH}]\s?))?[{HAN}A-Za-z0-9+]{{1,10}}?{paper}"
            rf"(?:\s?[{DASH}]\s?{outlet})*)"
        ),
        # 济宁, 尼泊尔根杰(尼泊尔), 巴黎、伦敦; the words shut out are those of a sentence, not of a place
        "PLACE": (
            rf"\s?(?:综合|专)?(?P<place>(?!综合|[今昨]日|最后|特约|驻|[讯电訊電])(?:(?!的(?!斯)|[了是从对向将被把最者])[{HAN}·]){{2,12}}?"
            rf"(?:、[{HAN}·]{{2,10}}?)*(?:\([{HAN}]{{2,8}}\))?)\s?"
        ),
        # 5月18日, 2020年5月18日, 一月十三日, 8日, and 3月31电 with 日 forgotten
        "DATE": (
            rf"(?P<date>(?:(?:[0-9]{{4}}|[{_NUMERALS}]{{4}})年)?(?:(?:[0-9]{{1,2}}|{figures})月)?"
            rf"(?:[0-9]{{1,2}}|{figures})(?:日|(?<=月[0-9][0-9])(?=[电讯])))\s?"
        ),
        "SENT": f"(?P<verb>{either(_surfaces(lexicon, 'header_verbs', 'kind', 'sent'))})(?!话|员)",
        "PHOTO": either(_surfaces(lexicon, "header_verbs", "kind", "photo")),
        "WORK": either(_surfaces(lexicon, "header_verbs", "kind", "work")),
        "TEXT": either(_surfaces(lexicon, "header_verbs", "kind", "text")),
        "GAP": r"\s*",
        "MARK": r"[■□◆●▲△◎○◇★☆]\s*",
        "OPEN": r"[(〔\[【]\s*",
        "CLOSE": r"\s*[)〕\]】]",
        "REST": r"(?P<rest>.+?)",
        "OFFICE": rf"(?P<office>[{HAN}A-Za-z0-9、,·“”()〔〕《》]{{2,60}}?{either(_surfaces(lexicon, 'offices'))})",
        "NAME": rf"(?P<rest>[{LETTER}](?:\s{{0,3}}[{LETTER}]){{1,3}}|[{LETTER}]{{1,6}}·[{LETTER}]{{1,8}})",
        "INSTITUTION": rf"[{HAN}A-Za-z0-9“”、()·]{{0,40}}?{either(_surfaces(lexicon, 'institutions'))}",
    }
