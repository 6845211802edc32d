"""What speaks for the role of a line: measured features, by name, to be weighed with data/layout_weights.tsv."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from govnews.layout.affinity import Affinity
from govnews.layout.flow import flow, unbalanced
from govnews.layout.lines import Line
from govnews.layout.looks import Look
from govnews.lexicon import Lexicon

Features = Mapping[str, float]

_WINDOW = 3  # body lines on either side whose subjects are compared


@lru_cache(maxsize=8)
def _openings(lexicon: Lexicon) -> Mapping[str, float]:
    return {row["word"]: float(row["weight"]) for row in lexicon.rows("openings")}


def opening(text: str, lexicon: Lexicon) -> float:
    """Return how much the first words speak for (above 0) or against the opening of an article."""
    table = _openings(lexicon)
    return next((table[text[:size]] for size in (4, 3, 2, 1) if text[:size] in table), 0.0)


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

    def bodies(self, start: int, step: int) -> list[int]:
        """Return the body lines next to a line, nearest first, up to the window."""
        found: list[int] = []
        at = start + step
        while 0 <= at < len(self.lines) and len(found) < _WINDOW:
            if not self.looks[at].short and self.looks[at].whole is None:
                found.append(at)
            at += step
        return found


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
        "like below": sheet.affinity.shared(own, under),
        "like next": sheet.affinity.shared(own, sheet.affinity.union(below[:1])),
        "like above": sheet.affinity.shared(own, over),
        "one subject": sheet.affinity.alike(over, under),
    }
    found["runs on from last"] = 0.0 if before is None or looks[before].closed else flow(lines[before].text, text)
    found["runs on in next"] = 0.0 if after is None or looks[at].closed else flow(text, lines[after].text)
    return found


def long_line(sheet: Sheet, at: int) -> Features:
    """Measure whether a body line that follows another opens an article of its own."""
    lines, looks = sheet.lines, sheet.looks
    text = lines[at].text
    above, below = sheet.bodies(at, -1), [at, *sheet.bodies(at, 1)[:2]]
    over, under = sheet.affinity.union(above), sheet.affinity.union(below)
    open_above = bool(above) and not looks[above[0]].closed
    return {
        "dateline": float(looks[at].dateline),
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
