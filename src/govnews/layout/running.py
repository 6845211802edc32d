"""What speaks for the place of a body line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import re
from collections.abc import Sequence

from govnews.layout.evidence import FAR, TOLD, Sheet, closed, scales, told
from govnews.layout.weights import Features

_SENTENCE = 60  # characters in which the first sentence of a paragraph is looked for
_CLAUSE = re.compile("[,、]")
_LAST = tuple(f"last {name}" for name in TOLD)


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
    text, look, said = sheet.lines[at].text, sheet.looks[at], sheet.said(at)
    return {
        "dated": said.dated,
        "placed": said.placed,
        "sourced": said.sourced,
        "points back": said.back,
        "opening word": said.opening,
        "dateline": float(look.dateline),
        "label": float(look.label),
        "quote first": float(text[0] in "“‘《"),
        "figure first": float(text[0].isdigit()),
        "mark first": float(not text[0].isalnum() and text[0] not in "“‘《(【"),
        "shut quote": float(sheet.joins.ends(at).balance < 0),
        "short": float(len(text) < 40),
        "very short": float(len(text) < 20),
        "closing word": said.closing,
        "commas": min(1.0, text.count(",", 0, 20) / 2),
        "stop soon": float(text.find("。", 0, 16) >= 0),
    }


def long_line(sheet: Sheet, at: int) -> Features:
    """Measure whether a body line that follows another opens an article of its own."""
    text, look, said = sheet.lines[at].text, sheet.looks[at], sheet.said(at)
    last = at - 1
    open_above = not sheet.looks[last].closed
    return {
        "dateline": float(look.dateline),
        "habit": sheet.datelined,
        "last of run": float(at + 1 == len(sheet.looks) or not sheet.looks[at + 1].is_text),
        "dated": said.dated,
        "placed": said.placed,
        "sourced": said.sourced,
        "points back": said.back,
        **closed(sheet.said(last)),
        "label": float(look.label),
        "opening word": said.opening,
        "last open": float(open_above),
        "last signed": float(sheet.looks[last].signed),
        "word over": sheet.joins.word_over(last, at) if open_above else 0.0,
        "marks over": sheet.joins.marks_over(last, at) if open_above else 0.0,
        **scales(sheet, at, at),
        **dict(zip(TOLD, told(sheet, at), strict=True)),
        **dict(zip(_LAST, told(sheet, last), strict=True)),
        "like last": sheet.affinity.alike(at, at, 1),
        "short": float(len(text) < 40),
        "wide gap": float(sheet.lines[at].gap > 1),
        "aside before": float(sheet.aside[at]),
        "figure first": float(text[0].isdigit()),
        "commas": min(1.0, text.count(",", 0, 20) / 2),
    }
