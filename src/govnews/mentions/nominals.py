"""The scan for names that hold numerals: what it finds is refused, and what overlaps it with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from govnews.lexicon import Lexicon
from govnews.mentions.nominal_forms import AT_DIGITS, AT_HAN, AT_QUOTES
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
    runs = [run.span() for run in _NUMERALS.finditer(text)]
    marks = [mark.span() for mark in _QUOTES.finditer(text)]
    if near is not None:
        runs, marks = _near(runs, near, _REACH), _near(marks, near, _QUOTED)
    found = [*_words(text, runs, lexicon), *_forms(text, runs, lexicon), *_quoted(text, marks, lexicon)]
    if watch:
        for name in found:
            watch("mentions", name.rule, name.start, name.end, "refused", "a name")
    return found


def _near(spans: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """Return the spans from which a name of at most `reach` characters may touch a place; both are walked once."""
    kept, at = [], 0
    for start, end in spans:
        while at < len(places) and places[at][1] + reach <= start:
            at += 1
        if at == len(places):
            break
        if places[at][0] < end + reach:
            kept.append((start, end))
    return kept


def _words(text: str, runs: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Reading]:
    """Look the names of the table up at each run of numerals; 二轮 of 第二轮 is none."""
    table = _table(lexicon)
    for start, _ in runs:
        pair, single = table.get(text[start : start + 2]), table.get(text[start])
        if pair is None and single is None:
            continue
        for shift, surface in (*(pair or ()), *(single or ())):
            at = start - shift
            if at >= 0 and text.startswith(surface, at) and (shift or text[start - 1 : start] != "第"):
                yield _name("name", at, at + len(surface))


def _forms(text: str, runs: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Reading]:
    for start, _ in runs:
        for form in AT_DIGITS if text[start] in _DIGITS else AT_HAN:
            match = form.pattern.match(text, start)
            if match and form.fits(match, lexicon):
                yield _name(form.rule, *match.span())


def _quoted(text: str, marks: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Reading]:
    for start, _ in marks:
        for form in AT_QUOTES:
            match = form.pattern.match(text, start)
            if match and form.fits(match, lexicon):
                yield _name(form.rule, *match.span("name"))


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
