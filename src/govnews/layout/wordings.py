"""What the words of a line say of its place: an opening, a closing, the name of a column, a slogan."""

import re
from collections.abc import Mapping
from functools import lru_cache

from govnews.lexicon import Lexicon

# What the first words of an article introduce, and the later paragraphs take for known.
_LEAD_DATE = re.compile(r"[0-9一二三四五六七八九十]月|[0-9]{1,2}日|[0-9]{4}年|近日|日前|今天|昨日|连日来|近年来|今年")
_LEAD_PLACE = re.compile(r"[省市县区州镇乡]|街道")
_LEAD_SOURCE = re.compile(r"记者|本报|获悉|总书记|中共中央|国务院")
_POINTS_BACK = re.compile(
    r"[“‘]?(?:他|她|它|该|这|其|此|那|当[天日]|同[时年]|双方|两国)|[^,。]{0,4}(?:说|表示|指出|强调|认为|介绍)"
)
# How the last paragraph of an article speaks, and within how many characters of its beginning or its end.
_CLOSING = re.compile(r"下一步|接下来|今后|据悉|据了解|目前|此外|会前|会后")
_ATTENDED, _SOON = re.compile("参加|出席|陪同"), 32
_CLOSED_BY = re.compile(
    r"(?:参加|出席|陪同)[^,。]{0,18}。$|(?:保障|贡献|力量|基础|篇章|局面|支撑|新格局|保驾护航)[。!]?$"
)
_LATE = 24


class Said:
    """What the words of a line say by themselves, found once: whether they introduce, take for known, or close.

    Attributes:
        dated: the first words tell when.
        placed: they tell where.
        sourced: they tell who says so.
        back: see `points_back`.
        closing: the line begins like the last paragraph of an article.
        opening: see `opening`.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Read the line."""
        first = text[:40]
        self._text = text
        self.dated = float(_LEAD_DATE.search(first) is not None)
        self.placed = float(_LEAD_PLACE.search(first) is not None)
        self.sourced = float(_LEAD_SOURCE.search(first) is not None)
        self.back = float(points_back(text))
        self.closing = float(_CLOSING.match(text) is not None or _ATTENDED.search(text, 0, _SOON) is not None)
        self.opening = opening(text, lexicon)

    def closed_by(self) -> float:
        """Return 1 where the line ends like the last paragraph of an article."""
        return float(_CLOSED_BY.search(self._text, max(0, len(self._text) - _LATE)) is not None)


def points_back(text: str) -> bool:
    """Tell whether the first words take for known what was told before: 他说, 该项目."""
    return _POINTS_BACK.match(text) is not None


@lru_cache(maxsize=8)
def _openings(lexicon: Lexicon) -> Mapping[str, float]:
    return {row["word"]: float(row["weight"]) for row in lexicon.rows("openings")}


def opening(text: str, lexicon: Lexicon) -> float:
    """Return how much the first words speak for (above 0) or against the opening of an article."""
    table = _openings(lexicon)
    for size in (4, 3, 2, 1):
        weight = table.get(text[:size])
        if weight is not None:
            return weight
    return 0.0


@lru_cache(maxsize=8)
def _rubric_words(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows("rubrics"):
        found[row["at"]] = (*found.get(row["at"], ()), row["word"])
    return found


def rubric_form(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a short line is made like the name of a column."""
    found = _rubric_words(lexicon)
    return (
        text.startswith(found["start"])
        or text.endswith(found["end"])
        or text in found["whole"]
        or any(word in text for word in found["inside"])
    )


def slogan(text: str, lexicon: Lexicon) -> float:
    """Return how much of a short line is made of the words of campaigns: 推进…建设, 弘扬…新风."""
    found = [word for word in _rubric_words(lexicon)["slogan"] if word in text]
    return min(1.0, sum(map(len, found)) / max(6, len(text)))
