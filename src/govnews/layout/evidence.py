"""What speaks for the role of a line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import math
import re
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from govnews.layout.affinity import Affinity
from govnews.layout.flow import marks_over, unbalanced, word_over
from govnews.layout.lines import Line
from govnews.layout.looks import LABEL, Look
from govnews.layout.wordings import close, lead, opening, rubric_form, slogan
from govnews.lexicon import Lexicon
from govnews.text import is_han

Features = Mapping[str, float]

_WINDOW = 3  # body lines on either side whose subjects are compared
_FAR = 7
_REACHES = (2, 5, 12, 30)  # lines before and after a border whose subjects are compared
_SENTENCE = 60  # characters in which the first sentence of a paragraph is looked for
_HABIT = ("habit", "habit, kept")
_WORD = 2  # characters
_NEAR = 30  # lines within which subheads of one article are looked for


@frozen
class Sheet:
    """The lines of a page that may carry its articles, with what is asked of them again and again.

    `aside[i]` tells whether something was set aside between line i-1 and line i: a photograph, an advertisement.
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
    # the same by their first and by their last characters
    ends: Mapping[tuple[int, str], Sequence[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        runs = over = 0
        shapes: dict[str, list[int]] = {}
        ends: dict[tuple[int, str], list[int]] = {}
        for at, look in enumerate(self.looks):
            if look.short:
                text = self.lines[at].text
                shapes.setdefault(_skeleton(text), []).append(at)
                ends.setdefault((0, text[:2]), []).append(at)
                ends.setdefault((1, text[-2:]), []).append(at)
                if at + 1 < len(self.looks) and not self.looks[at + 1].short:
                    runs += 1
                    over += self.looks[at + 1].dateline or self.looks[at + 1].whole is not None
        object.__setattr__(self, "datelined", over / runs if runs else 0.0)
        object.__setattr__(self, "shapes", shapes)
        object.__setattr__(self, "ends", ends)

    def shorts(self) -> list[int]:
        return [at for at, look in enumerate(self.looks) if look.short]

    def longs(self) -> list[int]:
        """Return the lines of body that follow another line of body."""
        return [at for at in range(1, len(self.looks)) if self.looks[at].is_body and self.looks[at - 1].is_body]

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
    """Return the form of a line: its length, and where marks and blanks stand in it."""
    return "".join("x" if ch.isalnum() else ch for ch in text)


def _shape(text: str) -> dict[str, float]:
    """Measure a short line by itself."""
    size = len(text)
    return {
        "up to 6": float(size <= 6),
        "up to 12": float(size <= 12),
        "over 20": float(size > 20),
        "over 30": float(size > 30),
        "over 40": float(size > 40),
        "over 50": float(size > 50),
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


def _scales(sheet: Sheet, at: int, after: int) -> dict[str, float]:
    """Measure, near and far, how alike the text before `at` and the text from `after` on are."""
    size = len(sheet.lines)
    found = {}
    for reach in _REACHES:
        alike = sheet.affinity.alike((max(0, at - reach), at), (after, min(size, after + reach)))
        found[f"one subject, {reach}"] = alike
        found[f"one subject, {reach}, root"] = math.sqrt(alike)
    return found


def _told(sheet: Sheet, at: int) -> dict[str, float]:
    """Measure, near and far, how often the text before and after a line comes back to what the line says."""
    size, told = len(sheet.lines), sheet.affinity.told
    found = {}
    for reach in _REACHES:
        found[f"told above, {reach}"] = told(at, (max(0, at - reach), at))
        found[f"told below, {reach}"] = told(at, (at + 1, min(size, at + 1 + reach)))
    return found


def _runs_on(sheet: Sheet, upper: int | None, lower: int | None, name: str, other: int | None) -> dict[str, float]:
    """Measure whether one line runs on in the next, apart for the two sorts that the other of them can be of."""
    word = marks = 0.0
    if upper is not None and lower is not None and not sheet.looks[upper].closed:
        texts = sheet.lines[upper].text, sheet.lines[lower].text
        word, marks = word_over(*texts), marks_over(*texts)
    sort = "short" if other is not None and sheet.looks[other].short else "long"
    return {f"word over {name}, {sort}": word, f"marks over {name}, {sort}": marks}


def joined_line(before: str, after: str, lexicon: Lexicon) -> Features:
    """Measure whether a line that does not end a sentence is broken off, and goes on in the next one."""
    end = before.rstrip("”’")[-1:]
    return {
        "word over": word_over(before, after),
        "marks over": marks_over(before, after),
        "open end": float(end in ",、(“‘《"),
        "colon end": float(end in ":：—―-"),
        "bracket end": float(end in ")】"),
        "quote end": float(before[-1] in "”’"),
        "taker end": float(before[-1] in "摄图供"),
        "figure end": float(end.isdigit() or end in ".%"),
        "short": float(len(before) < 30),
        "very short": float(len(before) < 16),
        "short next": float(len(after) < 30),
        "opening word": opening(after, lexicon),
        "label": float(bool(LABEL.match(after))),
        "label before": float(bool(LABEL.match(before))),
        "quote first": float(after[0] in "“‘《【(" and unbalanced(before) <= 0),
        "figure first": float(after[0].isdigit()),
        "mark first": float(not after[0].isalnum() and after[0] not in "“‘《【("),
        "open quote": float(unbalanced(before) > 0),
        "shut quote": float(unbalanced(after) < 0),
        "sentence before": float("。" in before),
        "begins alike": float(before[:2] == after[:2]),
        "opens anew": max(0.0, opening(after, lexicon)) * (word_over(before, after) < 1),
        "points back": float(lead(after, "")["points back"]) * (word_over(before, after) < 1),
        "no mark inside": float(not any(mark in before for mark in ",。:;、")),
        "figure first, han end": float(after[0].isdigit() and is_han(before[-1])),
        "han to han": float(is_han(before[-1]) and is_han(after[0])),
        "word end": float(before[-1] in "的和与及或在对把被将为是以从向于了到等就称并"),
    }


def short_line(sheet: Sheet, at: int) -> Features:
    """Measure what a short line is: head, subhead, rubric or a piece of body."""
    lines, looks = sheet.lines, sheet.looks
    line, text = lines[at], lines[at].text
    before = at - 1 if at else None
    after = at + 1 if at + 1 < len(lines) else None
    above, below = sheet.bodies(at, -1), sheet.bodies(at, 1)
    found = _shape(text)
    found |= {
        "label": float(looks[at].label),
        "opening word": opening(text, sheet.lexicon),
        "page top": float(before is None),
        "page end": float(after is None),
        "short before": float(before is not None and looks[before].short),
        "short after": float(after is not None and looks[after].short),
        "byline after": float(after is not None and looks[after].whole is not None),
        "byline before": float(before is not None and looks[before].whole is not None),
        "touches last": float(before is not None and line.gap == 0),
        "touches next": float(after is not None and lines[after].gap == 0),
        "wide gap": float(line.gap > 1),
        "aside before": float(sheet.aside[at]),
        "body above open": float(bool(above) and not looks[above[0]].closed),
        "signed above": float(bool(above) and looks[above[0]].signed),
        "bracket above": float(bool(above) and lines[above[0]].text[-1] == ")"),
        "dateline below": float(bool(below) and looks[below[0]].dateline),
        "opening below": opening(lines[below[0]].text, sheet.lexicon) if below else 0.0,
        **(lead(lines[below[0]].text, "below: ") if below else {}),
        **(close(lines[above[0]].text) if above else {}),
        **_scales(sheet, at, at + 1),
        **_told(sheet, at),
        "column form": float(rubric_form(text, sheet.lexicon)),
        "habit": sheet.datelined,
        "habit, kept": sheet.datelined * float(bool(below) and looks[below[0]].dateline),
        "siblings": float(min(3, _siblings(sheet, at))),
        "namesakes": float(min(3, _namesakes(sheet, at))),
        "starts like body": float(_starts_like(sheet, at, above) or _starts_like(sheet, at, below)),
        "blank inside, gap below": float(
            " " in text and after is not None and looks[after].short and lines[after].gap > 0
        ),
        "slogan": slogan(text, sheet.lexicon),
        "repeats last": 0.0 if before is None else sheet.affinity.share(before, at),
        "last repeats": 0.0 if before is None else sheet.affinity.share(at, before),
        "said again": 0.0 if after is None else sheet.affinity.share(at, after),
    }
    found |= _runs_on(sheet, before, at, "from last", before) | _runs_on(sheet, at, after, "in next", after)
    silent = not any(found[f"told {side}, 12"] for side in ("above", "below"))
    found |= {"never told": float(silent), "never told, short after": float(silent) * found["short after"]}
    found |= {f"{name}, by habit": value * sheet.datelined for name, value in found.items() if name not in _HABIT}
    return found


def _siblings(sheet: Sheet, at: int) -> int:
    """Count the lines near by of the same form: the subheads of an article are often cut to one length."""
    return sum(1 for other in sheet.shapes[_skeleton(sheet.lines[at].text)] if 1 < abs(other - at) < _NEAR)


def _namesakes(sheet: Sheet, at: int) -> int:
    """Count the short lines near by that begin or end with the same characters: 关键词 “兵味”, 关键词 “鲜味”."""
    text = sheet.lines[at].text
    return sum(
        1
        for ends in ((0, text[:2]), (1, text[-2:]))
        for other in sheet.ends[ends]
        if 1 < abs(other - at) < _NEAR and len(text) > _WORD
    )


_WEAK_START = frozenset("“‘《(0123456789")


def _starts_like(sheet: Sheet, at: int, others: Sequence[int]) -> bool:
    """Tell whether a line begins as the paragraphs about it do: 为老服务… 为小服务… / 一是… 二是…."""
    first = sheet.lines[at].text[0]
    return first not in _WEAK_START and sum(sheet.lines[other].text[0] == first for other in others) > 1


def _clauses(text: str) -> str:
    """Return the form of a paragraph's first sentence: how long its clauses are, and the marks between them."""
    return _skeleton(text[:_SENTENCE].partition("。")[0])


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
    off: int = sum(abs(x - y) for x, y in zip(*marks, strict=True))
    return max(0.0, 1.0 - off / 8)


def lead_line(sheet: Sheet, at: int) -> Features:
    """Measure how much a body line by itself speaks like the first of an article, whatever stands over it."""
    text = sheet.lines[at].text
    return {
        **lead(text, ""),
        "opening word": opening(text, sheet.lexicon),
        "dateline": float(sheet.looks[at].dateline),
        "label": float(sheet.looks[at].label),
        "quote first": float(text[0] in "“‘《"),
        "figure first": float(text[0].isdigit()),
        "mark first": float(not text[0].isalnum() and text[0] not in "“‘《(【"),
        "shut quote": float(unbalanced(text) < 0),
        "short": float(len(text) < 40),
        "very short": float(len(text) < 20),
        "closing word": float(bool(close(text)["closing word above"])),
        "commas": min(1.0, text[:20].count(",") / 2),
        "stop soon": float("。" in text[:16]),
    }


def long_line(sheet: Sheet, at: int) -> Features:
    """Measure whether a body line that follows another opens an article of its own."""
    lines, looks = sheet.lines, sheet.looks
    text = lines[at].text
    above = sheet.bodies(at, -1, over_heads=False)
    below = [at, *sheet.bodies(at, 1, _WINDOW - 1, over_heads=False)]
    open_above = bool(above) and not looks[above[0]].closed
    return {
        "dateline": float(looks[at].dateline),
        "habit": sheet.datelined,
        "last of run": float(len(below) == 1),
        **lead(text, ""),
        **(close(lines[above[0]].text) if above else {}),
        "label": float(looks[at].label),
        "opening word": opening(text, sheet.lexicon),
        "last open": float(open_above),
        "last signed": float(bool(above) and looks[above[0]].signed),
        "word over": word_over(lines[above[0]].text, text) if open_above else 0.0,
        "marks over": marks_over(lines[above[0]].text, text) if open_above else 0.0,
        **_scales(sheet, at, at),
        **_told(sheet, at),
        **{f"last {name}": value for name, value in _told(sheet, at - 1).items()},
        "like last": sheet.affinity.alike((at - 1, at), (at, at + 1)) if at else 0.0,
        "short": float(len(text) < 40),
        "wide gap": float(lines[at].gap > 1),
        "aside before": float(sheet.aside[at]),
        "figure first": float(text[0].isdigit()),
        "commas": min(1.0, text[:20].count(",") / 2),
    }
