"""What speaks for the role of a line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

from govnews.layout.affinity import Affinity
from govnews.layout.flow import flow, unbalanced
from govnews.layout.lines import Line
from govnews.layout.looks import Look
from govnews.lexicon import Lexicon

Features = Mapping[str, float]

_WINDOW = 3  # body lines on either side whose subjects are compared
_FAR = 7
_SENTENCE = 60  # characters in which the first sentence of a paragraph is looked for
_HABIT = ("habit", "habit, kept")
_NEAR = 30  # lines within which subheads of one article are looked for


@lru_cache(maxsize=8)
def _openings(lexicon: Lexicon) -> Mapping[str, float]:
    return {row["word"]: float(row["weight"]) for row in lexicon.rows("openings")}


def opening(text: str, lexicon: Lexicon) -> float:
    """Return how much the first words speak for (above 0) or against the opening of an article."""
    table = _openings(lexicon)
    return next((table[text[:size]] for size in (4, 3, 2, 1) if text[:size] in table), 0.0)


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


@frozen
class Sheet:
    """The lines of a page that may carry its articles, with what is asked of them again and again.

    `after[i]` tells whether something was set aside between line i-1 and line i: a photograph, an advertisement.
    """

    lines: Sequence[Line]
    looks: Sequence[Look]
    aside: Sequence[bool]
    affinity: Affinity
    lexicon: Lexicon
    # how many of the runs of short lines stand over a dateline: the habit of the page
    datelined: float = field(init=False)
    # short lines by their shape, so that a series of subheads is seen as one
    shapes: Mapping[str, Sequence[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        runs = over = 0
        shapes: dict[str, list[int]] = {}
        for at, look in enumerate(self.looks):
            if look.short:
                shapes.setdefault(_skeleton(self.lines[at].text), []).append(at)
                if at + 1 < len(self.looks) and not self.looks[at + 1].short:
                    runs += 1
                    over += self.looks[at + 1].dateline or self.looks[at + 1].whole is not None
        object.__setattr__(self, "datelined", over / runs if runs else 0.0)
        object.__setattr__(self, "shapes", shapes)

    def bodies(self, start: int, step: int, window: int = _WINDOW, *, over_heads: bool = True) -> list[int]:
        """Return the body lines next to a line, nearest first, up to the window."""
        found: list[int] = []
        at = start + step
        while 0 <= at < len(self.lines) and len(found) < window:
            if not over_heads and (self.looks[at].short or self.looks[at].whole is not None):
                break
            if not self.looks[at].short and self.looks[at].whole is None:
                found.append(at)
            at += step
        return found


def _skeleton(text: str) -> str:
    """Return the form of a short line: its length, and where marks and blanks stand in it."""
    return "".join("x" if ch.isalnum() else ch for ch in text)


def _shape(text: str) -> dict[str, float]:
    """Measure a short line by itself."""
    size = len(text)
    return {
        "up to 6": float(size <= 6),
        "up to 12": float(size <= 12),
        "over 20": float(size > 20),
        "over 30": float(size > 30),
        "blank inside": float(" " in text),
        "commas": min(2.0, text.count(",")),
        "ends in colon": float(text[-1] == ":"),
        "ends in dash": float(text[-1] in "—―-"),
        "ends in comma": float(text[-1] in ",、"),
        "question or call": float(text.rstrip("”")[-1:] in ("?", "!")),
        "open quote": float(unbalanced(text) > 0),
        "shut quote": float(unbalanced(text) < 0),
        "figure first": float(text[0].isdigit()),
        "colon inside": float(":" in text[:-1]),
        "brackets all": float(text[0] in "(【[" and text[-1] in ")】]"),
    }


def short_line(sheet: Sheet, at: int) -> Features:
    """Measure what a short line is: head, subhead, rubric or a piece of body."""
    lines, looks = sheet.lines, sheet.looks
    line, text = lines[at], lines[at].text
    before = at - 1 if at else None
    after = at + 1 if at + 1 < len(lines) else None
    above, below = sheet.bodies(at, -1), sheet.bodies(at, 1)
    own = sheet.affinity.union([at])
    over, under = sheet.affinity.union(above), sheet.affinity.union(below)
    found = _shape(text)
    found |= {
        "label": float(looks[at].label),
        "opening word": opening(text, sheet.lexicon),
        "page top": float(before is None),
        "page end": float(after is None),
        "short before": float(before is not None and looks[before].short),
        "short after": float(after is not None and looks[after].short),
        "byline after": float(after is not None and looks[after].whole is not None),
        "touches last": float(before is not None and line.gap == 0),
        "touches next": float(after is not None and lines[after].gap == 0),
        "wide gap": float(line.gap > 1),
        "aside before": float(sheet.aside[at]),
        "body above open": float(bool(above) and not looks[above[0]].closed),
        "signed above": float(bool(above) and looks[above[0]].signed),
        "dateline below": float(bool(below) and looks[below[0]].dateline),
        "opening below": opening(lines[below[0]].text, sheet.lexicon) if below else 0.0,
        **(_lead(lines[below[0]].text, "below: ") if below else {}),
        **(_close(lines[above[0]].text) if above else {}),
        "like below": sheet.affinity.shared(own, under),
        "like next": sheet.affinity.shared(own, sheet.affinity.union(below[:1])),
        "like above": sheet.affinity.shared(own, over),
        "one subject": sheet.affinity.alike(over, under),
        "one subject, wide": _wide(sheet, at),
        "column form": float(rubric_form(text, sheet.lexicon)),
        "habit": sheet.datelined,
        "habit, kept": sheet.datelined * float(bool(below) and looks[below[0]].dateline),
        "siblings": float(min(3, _siblings(sheet, at))),
        "starts like body": float(_starts_like(sheet, at, above) or _starts_like(sheet, at, below)),
        "blank inside, gap below": float(
            " " in text and after is not None and looks[after].short and lines[after].gap > 0
        ),
        "slogan": slogan(text, sheet.lexicon),
        "repeats last": 0.0 if before is None else sheet.affinity.shared(sheet.affinity.union([before]), own),
        "last repeats": 0.0 if before is None else sheet.affinity.shared(own, sheet.affinity.union([before])),
    }
    found["runs on from last"] = 0.0 if before is None or looks[before].closed else flow(lines[before].text, text)
    found["runs on in next"] = 0.0 if after is None or looks[at].closed else flow(text, lines[after].text)
    found |= {f"{name}, by habit": value * sheet.datelined for name, value in found.items() if name not in _HABIT}
    return found


def _wide(sheet: Sheet, at: int) -> float:
    """Return how alike the text before and after a line is, looked at from farther away."""
    above, below = sheet.bodies(at, -1, _FAR), sheet.bodies(at, 1, _FAR)
    return sheet.affinity.alike(sheet.affinity.union(above), sheet.affinity.union(below))


def _siblings(sheet: Sheet, at: int) -> int:
    """Count the lines near by of the same form: the subheads of an article are often cut to one length."""
    return sum(1 for other in sheet.shapes[_skeleton(sheet.lines[at].text)] if 1 < abs(other - at) < _NEAR)


# What the first words of an article introduce, and the later paragraphs take for known.
_LEAD_DATE = re.compile(r"[0-9一二三四五六七八九十]月|[0-9]{1,2}日|[0-9]{4}年|近日|日前|今天|昨日|连日来|近年来|今年")
_LEAD_PLACE = re.compile(r"[省市县区州镇乡]|街道")
_LEAD_SOURCE = re.compile(r"记者|本报|获悉|总书记|中共中央|国务院")
_POINTS_BACK = re.compile(r"[“‘]?(?:他|她|它|该|这|其|此|那|当[天日]|同[时年]|双方|两国)|[^,。]{0,4}(?:说|表示|指出|强调|认为|介绍)")
# How the last paragraph of an article speaks.
_CLOSING = re.compile(r"下一步|接下来|今后|据悉|据了解|目前|此外|会前|会后|.{0,30}(?:参加|出席|陪同)")
_CLOSED_BY = re.compile(r"(?:参加|出席|陪同|参加会议|出席会议)[^,。]{0,14}。$|(?:保障|贡献|力量|基础|篇章|局面|支撑|新格局|保驾护航)[。!]?$")


def _lead(text: str, prefix: str) -> dict[str, float]:
    """Measure how much the first words of a paragraph introduce."""
    first = text[:40]
    return {
        f"{prefix}dated": float(bool(_LEAD_DATE.search(first))),
        f"{prefix}placed": float(bool(_LEAD_PLACE.search(first))),
        f"{prefix}sourced": float(bool(_LEAD_SOURCE.search(first))),
        f"{prefix}points back": float(bool(_POINTS_BACK.match(text))),
    }


def _close(text: str) -> dict[str, float]:
    """Measure how much a paragraph speaks like the last of an article."""
    return {
        "closing word above": float(bool(_CLOSING.match(text))),
        "closing phrase above": float(bool(_CLOSED_BY.search(text))),
    }


_WEAK_START = frozenset("“‘《(0123456789")


def _starts_like(sheet: Sheet, at: int, others: Sequence[int]) -> bool:
    """Tell whether a line begins as the paragraphs about it do: 为老服务… 为小服务… / 一是… 二是…"""
    first = sheet.lines[at].text[0]
    return first not in _WEAK_START and sum(sheet.lines[other].text[0] == first for other in others) > 1


def _clauses(text: str) -> str:
    """Return the form of a paragraph's first sentence: how long its clauses are, and the marks between them."""
    sentence = text[:_SENTENCE].partition("。")[0]
    return "".join("x" if ch.isalnum() else ch for ch in sentence)


def _paragraph(sheet: Sheet, start: int, step: int) -> int | None:
    """Return the nearest line of the same run of body that begins a paragraph."""
    for at in sheet.bodies(start, step, _FAR, over_heads=False):
        if at == 0 or sheet.looks[at - 1].closed or sheet.looks[at - 1].short:
            return at
    return None


def parallel(sheet: Sheet, at: int) -> float:
    """Return how much more a paragraph opens in the form of the next one than in the form of the last: -1 to 1."""
    last, after = _paragraph(sheet, at, -1), _paragraph(sheet, at, 1)
    return (0.0 if after is None else _same_form(sheet, at, after)) - (
        0.0 if last is None else _same_form(sheet, at, last)
    )


def _same_form(sheet: Sheet, one: int, other: int) -> float:
    """Return 1 where two paragraphs open in the same form (盯重点、补短板,… 重实干、抓创新,…), less where nearly so."""
    a, b = _clauses(sheet.lines[one].text), _clauses(sheet.lines[other].text)
    marks = [[len(part) for part in re.split("([,、])", form)] for form in (a, b)]
    if len(marks[0]) != len(marks[1]) or len(marks[0]) == 1:
        return 0.0
    off = sum(abs(x - y) for x, y in zip(*marks, strict=True))
    return max(0.0, 1.0 - off / 8)


def long_line(sheet: Sheet, at: int) -> Features:
    """Measure whether a body line that follows another opens an article of its own."""
    lines, looks = sheet.lines, sheet.looks
    text = lines[at].text
    above = sheet.bodies(at, -1, over_heads=False)
    below = [at, *sheet.bodies(at, 1, _WINDOW - 1, over_heads=False)]
    over, under = sheet.affinity.union(above), sheet.affinity.union(below)
    open_above = bool(above) and not looks[above[0]].closed
    return {
        "dateline": float(looks[at].dateline),
        "habit": sheet.datelined,
        "last of run": float(len(below) == 1),
        **_lead(text, ""),
        **(_close(lines[above[0]].text) if above else {}),
        "label": float(looks[at].label),
        "opening word": opening(text, sheet.lexicon),
        "last open": float(open_above),
        "last signed": float(bool(above) and looks[above[0]].signed),
        "runs on": flow(lines[above[0]].text, text) if open_above else 0.0,
        "one subject": sheet.affinity.alike(over, under),
        "like last": sheet.affinity.alike(sheet.affinity.union(above[:1]), sheet.affinity.union([at])),
        "short": float(len(text) < 40),
        "wide gap": float(lines[at].gap > 1),
        "aside before": float(sheet.aside[at]),
        "figure first": float(text[0].isdigit()),
        "commas": min(1.0, text[:20].count(",") / 2),
    }
