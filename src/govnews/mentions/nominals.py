"""The scan for names that hold numerals: what it finds is refused, and what overlaps it with it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from govnews.lexicon import Lexicon
from govnews.mentions.nominal_forms import AFTER_DIGITS, AT_DIGITS, AT_HAN, BY_MARK, MAY_HAN
from govnews.mentions.reading import Reading
from govnews.pattern import later
from govnews.watch import Watch

_NUMERALS = later("[0-9一二两三四五六七八九十百千万亿零双]+")
_QUOTES = later('[《“‘「『"]')
_HAN = later("[一二两三四五六七八九十百千万亿零双]")
_REACH, _QUOTED = 32, 72  # characters that a name has at most, and one in marks
_DIGITS = "0123456789"

Table = Mapping[str, tuple[tuple[int, str], ...]]


def scan(
    text: str, lexicon: Lexicon, watch: Watch | None = None, near: Sequence[tuple[int, int]] | None = None
) -> list[Reading]:
    """Return the names of folded text.

    Args:
        text: folded text.
        lexicon: the words to read by.
        watch: is told of each name.
        near: the places, in order, that a name must touch to be of use; None where all are asked for.
    """
    runs, marks = _near(_NUMERALS, text, near, _REACH), _near(_QUOTES, text, near, _QUOTED)
    found = [*_words(text, runs, lexicon), *_forms(text, runs, lexicon), *_quoted(text, marks, lexicon)]
    if watch:
        for name in found:
            watch("mentions", name.rule, name.start, name.end, "refused", "a name")
    return found


def _near(
    pattern: re.Pattern[str], text: str, places: Sequence[tuple[int, int]] | None, reach: int
) -> list[tuple[int, int]]:
    """Return what matches where a name of at most `reach` characters may touch a place; both are walked once."""
    spans = [found.span() for found in pattern.finditer(text)]
    if places is None or not spans:
        return spans
    kept: list[tuple[int, int]] = []
    at, last = 0, len(places)
    for span in spans:
        while at < last and places[at][1] + reach <= span[0]:
            at += 1
        if at == last:
            break
        if places[at][0] < span[1] + reach:
            kept.append(span)
    return kept


def _words(text: str, runs: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Reading]:
    """Look the names of the table up at each run of numerals; 二轮 of 第二轮 is none."""
    table, found = _table(lexicon), list[Reading]()
    for start, _ in runs:
        for key in (text[start : start + 2], text[start]):
            for shift, surface in table.get(key, ()):
                at = start - shift
                if at >= 0 and text.startswith(surface, at) and (shift or text[start - 1 : start] != "第"):
                    found.append(_name("name", at, at + len(surface)))
    return found


def _forms(text: str, runs: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Reading]:
    found: list[Reading] = []
    for start, end in runs:
        digits = text[start] in _DIGITS
        if not (text[end : end + 1] in AFTER_DIGITS if digits else MAY_HAN.match(text, start)):
            continue
        for form in AT_DIGITS if digits else AT_HAN:
            match = form.pattern.match(text, start)
            if match and form.fits(match, lexicon):
                found.append(_name(form.rule, *match.span()))
    return found


def _quoted(text: str, marks: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Reading]:
    found: list[Reading] = []
    for start, _ in marks:
        for form in BY_MARK[text[start]]:
            match = form.pattern.match(text, start)
            if match and form.fits(match, lexicon):
                found.append(_name(form.rule, *match.span("name")))
    return found


def _name(rule: str, start: int, end: int) -> Reading:
    return Reading(start, end, rule, None, None)


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Table:
    """Return the names by their first numeral and the character after it, with the numeral's place in the name."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row in lexicon.rows("nominals"):
        surface = row["surface"]
        match = _HAN.search(surface)
        if match:
            at = match.start()
            found.setdefault(surface[at : at + 2], []).append((at, surface))
    return {key: tuple(names) for key, names in found.items()}
