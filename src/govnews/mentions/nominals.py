"""The scan for names that hold numerals: what it finds is refused, and what overlaps it with it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from govnews.lexicon import Lexicon
from govnews.mentions.nominal_forms import AT_NUMERALS, AT_QUOTES
from govnews.mentions.reading import Reading
from govnews.watch import Watch

_NUMERALS = re.compile("[0-9一二两三四五六七八九十百千万亿零双]+")
_QUOTES = re.compile('[《“‘「『"]')
_HAN = re.compile("[一二两三四五六七八九十百千万亿零双]")

Table = Mapping[str, tuple[tuple[int, str], ...]]


def scan(text: str, lexicon: Lexicon, watch: Watch | None = None) -> list[Reading]:
    """Return the names of folded text, from left to right.

    Args:
        text: folded text.
        lexicon: the words to read by.
        watch: is told of each name.
    """
    table = _table(lexicon)
    found: list[Reading] = []
    for run in _NUMERALS.finditer(text):
        start = run.start()
        before = text[start - 1 : start]
        for shift, surface in (*table.get(text[start : start + 2], ()), *table.get(text[start : start + 1], ())):
            if text.startswith(surface, start - shift) and (shift or before != "第"):
                found.append(
                    Reading(start=start - shift, end=start - shift + len(surface), rule="name", type=None, value=None)
                )
        for form in AT_NUMERALS:
            match = form.pattern.match(text, start)
            if match and form.fits(match, lexicon):
                found.append(Reading(start=start, end=match.end(), rule=form.rule, type=None, value=None))
    for mark in _QUOTES.finditer(text):
        for form in AT_QUOTES:
            match = form.pattern.match(text, mark.start())
            if match and form.fits(match, lexicon):
                found.append(
                    Reading(start=match.start("name"), end=match.end("name"), rule=form.rule, type=None, value=None)
                )
    if watch:
        for name in found:
            watch("mentions", name.rule, name.start, name.end, "refused", "a name")
    return found


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
