"""What speaks for the place of a body line: measured features, by name, to be weighed with data/layout_weights.tsv."""

import re
from collections.abc import Sequence

from govnews.layout.evidence import FAR, TOLD, WINDOW, Features, Sheet, scales, told
from govnews.layout.flow import marks_over, unbalanced, word_over
from govnews.layout.looks import LABEL
from govnews.layout.wordings import close, lead, opening
from govnews.lexicon import Lexicon
from govnews.text import is_han

_MARK = re.compile("[,、;:。!?]")
_SOON = 6  # characters in which the rest of a clause that was cut ends
_WAITS = frozenset("要来当配用使给让由比更很最还又再也都只才可能会应须该每各某所把将被向从")  # another word must follow
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


_PARTED = re.compile("[^\\W0-9A-Za-z] [^\\W0-9A-Za-z]")  # 创新工作思路 推进廉政建设; but 讯(通讯员 马骁) 近日


def joined_line(before: str, after: str, lexicon: Lexicon) -> Features:
    """Measure whether a line that does not end a sentence is broken off, and goes on in the next one."""
    over, opens, balance = word_over(before, after), opening(after, lexicon), unbalanced(before)
    end = before.rstrip("”’")[-1:]
    begun, first = _MARK.split(before)[-1], _MARK.search(after[:_SOON])
    return {
        "clause begun, 2": float(0 < len(begun) <= 2 < len(before)),
        "clause begun, 4": float(2 < len(begun) <= 4 < len(before)),
        "mark soon": float(first is not None and first.start() > 0),
        "stop soon": float(first is not None and first.start() > 0 and first[0] in ";。!?"),
        "waits": float(before[-1] in _WAITS),
        "very short, mark inside": float(len(before) < 16 and len(begun) < len(before)),
        "very short, end mark next": float(len(before) < 16 and "。" in after),
        "blank inside": float("(" not in before and bool(_PARTED.search(begun))),
        "word over": over,
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
        "opening word": opens,
        "label": float(bool(LABEL.match(after))),
        "label before": float(bool(LABEL.match(before))),
        "quote first": float(after[0] in "“‘《【(" and balance <= 0),
        "figure first": float(after[0].isdigit()),
        "mark first": float(not after[0].isalnum() and after[0] not in "“‘《【("),
        "open quote": float(balance > 0),
        "shut quote": float(unbalanced(after) < 0),
        "sentence before": float("。" in before),
        "begins alike": float(before[:2] == after[:2]),
        "opens anew": max(0.0, opens) * (over < 1),
        "points back": float(lead(after, "")["points back"]) * (over < 1),
        "no mark inside": float(not any(mark in before for mark in ",。:;、")),
        "figure first, han end": float(after[0].isdigit() and is_han(before[-1])),
        "han to han": float(is_han(before[-1]) and is_han(after[0])),
        "word end": float(before[-1] in "的和与及或在对把被将为是以从向于了到等就称并"),
    }
