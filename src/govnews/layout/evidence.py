"""What speaks for the role of a short line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from govnews.layout.affinity import Affinity
from govnews.layout.joins import Joins
from govnews.layout.lines import Line
from govnews.layout.looks import Look
from govnews.layout.weights import BY_HABIT, Features
from govnews.layout.wordings import Said, rubric_form, slogan
from govnews.lexicon import Lexicon

WINDOW = 3  # body lines on either side whose subjects are compared
FAR = 7
_REACHES = (2, 5, 12, 30)  # lines before and after a border whose subjects are compared
_SCALES = tuple((reach, f"one subject, {reach}", f"one subject, {reach}, root") for reach in _REACHES)
TOLD = tuple(f"told {side}, {reach}" for reach in _REACHES for side in ("above", "below"))
_HABIT = ("habit", "habit, kept")
_WORD = 2  # characters
_NEAR = 30  # lines within which subheads of one article are looked for


class Sheet:
    """The lines of a page that may carry its articles, with what is asked of them again and again.

    Attributes:
        aside: by line, whether something was set aside before it: a photograph, an advertisement.
        datelined: how many of the runs of short lines stand over a dateline: the habit of the page.
        text: the lines that are neither short nor all attribution.
        shaped: by short line, all short lines of its shape, so that a series of subheads is seen as one.
        ends: short lines by their first and by their last characters.
        joins: what any two of the lines say of the one going on in the other.
        told: see `told`.
        clauses: how long the clauses of a line's first sentence are, as they are asked for.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        looks: Sequence[Look],
        aside: Sequence[bool],
        affinity: Affinity,
        lexicon: Lexicon,
    ) -> None:
        """Take the lines, and look at those that are short."""
        self.lines = lines
        self.looks = looks
        self.aside = aside
        self.affinity = affinity
        self.lexicon = lexicon
        self.joins = Joins([line.text for line in lines], lexicon)
        self.told: dict[int, list[float]] = {}
        self.clauses: dict[int, list[int]] = {}
        self.shaped: dict[int, list[int]] = {}
        self.ends: dict[tuple[int, str], list[int]] = {}
        self._said: list[Said | None] = [None] * len(lines)
        self.text = [at for at, look in enumerate(looks) if look.is_text]
        runs = over = 0
        shapes: dict[str, list[int]] = {}
        for at, look in enumerate(looks):
            if look.short:
                text = lines[at].text
                self.shaped[at] = shapes.setdefault(skeleton(text), [])
                self.shaped[at].append(at)
                self.ends.setdefault((0, text[:2]), []).append(at)
                self.ends.setdefault((1, text[-2:]), []).append(at)
                if at + 1 < len(looks) and not looks[at + 1].short:
                    runs += 1
                    over += looks[at + 1].dateline or looks[at + 1].whole is not None
        self.datelined = over / runs if runs else 0.0

    def flow(self, last: int, first: int) -> float:
        """Return what `flow` says of two lines."""
        return self.joins.flow(last, first)

    def join_worth(self, last: int, first: int) -> float:
        """Return how much speaks for `last` going on in `first`; to begin a paragraph of its own is worth 0."""
        return self.joins.worth(last, first)

    def said(self, at: int) -> Said:
        """Return what the words of a line say by themselves."""
        found = self._said[at]
        if found is None:
            found = self._said[at] = Said(self.lines[at].text, self.lexicon)
        return found

    def shorts(self) -> list[int]:
        return [at for at, look in enumerate(self.looks) if look.short]

    def longs(self) -> list[int]:
        """Return the lines of body that follow another line of body."""
        return [at for at in range(1, len(self.looks)) if self.looks[at].is_body and self.looks[at - 1].is_body]

    def bodies(self, start: int, step: int, window: int = WINDOW, *, over_heads: bool = True) -> list[int]:
        """Return the body lines next to a line, nearest first, up to the window."""
        if step > 0:
            nth = bisect_right(self.text, start)
            found = self.text[nth : nth + window]
        else:
            nth = bisect_left(self.text, start)
            found = self.text[max(0, nth - window) : nth][::-1]
        if over_heads:
            return found
        return [at for count, at in enumerate(found, 1) if at == start + step * count]


def skeleton(text: str) -> str:
    """Return the form of a line: its length, and where marks and blanks stand in it."""
    return "".join(["x" if ch.isalnum() else ch for ch in text])


def _shape(text: str, balance: int) -> dict[str, float]:
    """Measure a short line by itself, its quotes and brackets counted."""
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
        "open quote": float(balance > 0),
        "shut quote": float(balance < 0),
        "figure first": float(text[0].isdigit()),
        "colon inside": float(":" in text[:-1]),
        "brackets all": float(text[0] in "(【[" and text[-1] in ")】]"),
    }


def _introduced(below: Said) -> dict[str, float]:
    """Measure how much the first words of the paragraph below introduce."""
    return {
        "opening below": below.opening,
        "below: dated": below.dated,
        "below: placed": below.placed,
        "below: sourced": below.sourced,
        "below: points back": below.back,
    }


def closed(above: Said) -> dict[str, float]:
    """Measure how much the paragraph above speaks like the last of an article."""
    return {"closing word above": above.closing, "closing phrase above": above.closed_by()}


def scales(sheet: Sheet, at: int, after: int) -> dict[str, float]:
    """Measure, near and far, how alike the text before `at` and the text from `after` on are."""
    found = {}
    for reach, name, root in _SCALES:
        found[name] = alike = sheet.affinity.alike(at, after, reach)
        found[root] = math.sqrt(alike)
    return found


def told(sheet: Sheet, at: int) -> list[float]:
    """Measure, near and far, how often the text before and after a line comes back to what it says; see `TOLD`."""
    found = sheet.told.get(at)
    if found is None:
        found = sheet.told[at] = sheet.affinity.told(at, _REACHES)
    return found


def _runs_on(sheet: Sheet, upper: int | None, lower: int | None, name: str, other: int | None) -> dict[str, float]:
    """Measure whether one line runs on in the next, apart for the two sorts that the other of them can be of."""
    word = marks = 0.0
    if upper is not None and lower is not None and not sheet.looks[upper].closed:
        word, marks = sheet.joins.word_over(upper, lower), sheet.joins.marks_over(upper, lower)
    sort = "short" if other is not None and sheet.looks[other].short else "long"
    return {f"word over {name}, {sort}": word, f"marks over {name}, {sort}": marks}


def short_line(sheet: Sheet, at: int) -> Features:
    """Measure what a short line is: head, subhead, rubric or a piece of body."""
    lines, looks = sheet.lines, sheet.looks
    line, text = lines[at], lines[at].text
    before = at - 1 if at else None
    after = at + 1 if at + 1 < len(lines) else None
    above, below = sheet.bodies(at, -1), sheet.bodies(at, 1)
    found = _shape(text, sheet.joins.ends(at).balance)
    found |= {
        "label": float(looks[at].label),
        "opening word": sheet.said(at).opening,
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
        **(_introduced(sheet.said(below[0])) if below else {}),
        **(closed(sheet.said(above[0])) if above else {}),
        **scales(sheet, at, at + 1),
        **dict(zip(TOLD, told(sheet, at), strict=True)),
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
    found |= _under(sheet, at, found)
    silent = float(not (found["told above, 12"] or found["told below, 12"]))
    found["never told"] = silent
    found["never told, short after"] = silent * found["short after"]
    return found


def _under(sheet: Sheet, at: int, found: Features) -> dict[str, float]:
    """Measure the paragraph right under a short line: a dateline of its own, one paragraph alone, how long it is."""
    looks, after = sheet.looks, at + 1
    if after == len(looks) or not looks[after].is_body:
        return {}
    dated = float(looks[after].dateline)
    last = after + 1 == len(looks)
    return {
        "text next": 1.0,
        "dateline next": dated,
        "dateline next, column form": dated * found["column form"],
        "dateline next, slogan": dated * found["slogan"],
        "one paragraph next": float(last or looks[after + 1].short),
        "one paragraph next, no dateline": float(last or looks[after + 1].short) * (1.0 - dated),
        "length next": min(1.0, len(sheet.lines[after].text) / 200),
        "only text": float(at == 0 and last),
        **_between(sheet, at, dated),
    }


def _between(sheet: Sheet, at: int, dated: float) -> dict[str, float]:
    """Measure the same of the paragraph right above: a brief over a brief."""
    looks, above = sheet.looks, at - 1
    if above < 0 or not looks[above].is_body:
        return {}
    alone = float(above == 0 or not looks[above - 1].is_body)
    return {
        "one paragraph above": alone,
        "dateline above": float(looks[above].dateline),
        "dateline above, none next": float(looks[above].dateline) * (1.0 - dated),
        "length above": min(1.0, len(sheet.lines[above].text) / 200),
    }


def by_habit(sheet: Sheet, found: Features) -> Features:
    """Return the features of a short line with each of them once more, as it counts by the page's habit."""
    habit = sheet.datelined
    return {**found, **{name + BY_HABIT: value * habit for name, value in found.items() if name not in _HABIT}}


def _siblings(sheet: Sheet, at: int) -> int:
    """Count the lines near by of the same form: the subheads of an article are often cut to one length."""
    return sum(1 for other in _near(sheet.shaped[at], at) if abs(other - at) > 1)


def _near(lines: Sequence[int], at: int) -> Sequence[int]:
    return lines[bisect_right(lines, at - _NEAR) : bisect_left(lines, at + _NEAR)]


def _namesakes(sheet: Sheet, at: int) -> int:
    """Count the short lines near by that begin or end with the same characters: 关键词 “兵味”, 关键词 “鲜味”."""
    text = sheet.lines[at].text
    return sum(
        1
        for ends in ((0, text[:2]), (1, text[-2:]))
        for other in _near(sheet.ends[ends], at)
        if abs(other - at) > 1 and len(text) > _WORD
    )


_WEAK_START = frozenset("“‘《(0123456789")


def _starts_like(sheet: Sheet, at: int, others: Sequence[int]) -> bool:
    """Tell whether a line begins as the paragraphs about it do: 为老服务… 为小服务… / 一是… 二是…."""
    first = sheet.lines[at].text[0]
    return first not in _WEAK_START and sum(sheet.lines[other].text[0] == first for other in others) > 1
