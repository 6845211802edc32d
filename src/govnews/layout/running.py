"""What speaks for the place of a body line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import re
from collections.abc import Sequence

from govnews.layout import joins
from govnews.layout.evidence import FAR, TOLD, WINDOW, Sheet, scales, told
from govnews.layout.flow import marks_over, unbalanced, word_over
from govnews.layout.weights import Features
from govnews.layout.wordings import close, lead, opening

joined_line = joins.joined_line
_SENTENCE = 60  # characters in which the first sentence of a paragraph is looked for
_CLAUSE = re.compile("[,、]")
_LAST = {name: f"last {name}" for name in TOLD}


def _clauses(sheet: Sheet, at: int) -> Sequence[int]:
    """Return the form of a paragraph's first sentence: how long its clauses are."""
    if at not in sheet.clauses:
        sentence = sheet.lines[at].text[:_SENTENCE].partition("。")[0]
        sheet.clauses[at] = [len(clause) for clause in _CLAUSE.split(sentence)]
    return sheet.clauses[at]


def _paragraph(sheet: Sheet, start: int, step: int) -> int | None:
    """Return the nearest line of the same run of body that begins a paragraph."""
    for at in sheet.bodies(start, step, FAR, over_heads=False):
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
    a, b = _clauses(sheet, one), _clauses(sheet, other)
    if len(a) != len(b) or len(a) == 1:
        return 0.0
    off = sum(abs(x - y) for x, y in zip(a, b, strict=True))
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
    below = [at, *sheet.bodies(at, 1, WINDOW - 1, over_heads=False)]
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
        **scales(sheet, at, at),
        **told(sheet, at),
        **{_LAST[name]: value for name, value in told(sheet, at - 1).items()},
        "like last": sheet.affinity.alike(at, at, 1),
        "short": float(len(text) < 40),
        "wide gap": float(lines[at].gap > 1),
        "aside before": float(sheet.aside[at]),
        "figure first": float(text[0].isdigit()),
        "commas": min(1.0, text[:20].count(",") / 2),
    }
