"""The scan for names that hold numerals: what it finds is refused, and what overlaps it with it."""

import re
from collections.abc import Iterator, Mapping
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
    found = [*_words(text, lexicon), *_forms(text, lexicon), *_quoted(text, lexicon)]
    if watch:
        for name in found:
            watch("mentions", name.rule, name.start, name.end, "refused", "a name")
    return found


def _words(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Look the names of the table up at each run of numerals; 二轮 of 第二轮 is none."""
    table = _table(lexicon)
    for run in _NUMERALS.finditer(text):
        start = run.start()
        for shift, surface in (*table.get(text[start : start + 2], ()), *table.get(text[start : start + 1], ())):
            at = start - shift
            if at >= 0 and text.startswith(surface, at) and (shift or text[start - 1 : start] != "第"):
                yield _name("name", at, at + len(surface))


def _forms(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    for run in _NUMERALS.finditer(text):
        for form in AT_NUMERALS:
            match = form.pattern.match(text, run.start())
            if match and form.fits(match, lexicon):
                yield _name(form.rule, *match.span())


def _quoted(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    for mark in _QUOTES.finditer(text):
        for form in AT_QUOTES:
            match = form.pattern.match(text, mark.start())
            if match and form.fits(match, lexicon):
                yield _name(form.rule, *match.span("name"))


def _name(rule: str, start: int, end: int) -> Reading:
    return Reading(start=start, end=end, rule=rule, type=None, value=None)


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
