"""Headers of a text: its lines, each read alone, and what is printed there."""

from collections.abc import Sequence
from datetime import date

from govnews import words
from govnews.errors import ParseError
from govnews.headers.header import Header
from govnews.headers.likely import unweighed
from govnews.headers.line import Line, Seen
from govnews.headers.places import settled
from govnews.headers.printed import Printed
from govnews.headers.stands import any_may_stand, may_enclose, runs_on, trim
from govnews.lexicon import Lexicon
from govnews.pattern import later
from govnews.span import Passage
from govnews.text import fold
from govnews.watch import Watch

_LOST = later("�[A-Za-z]")  # 孔令�B: half of a rare character that a site lost
Known = dict[str, tuple[Seen, ...]]  # what has been read of lines: a page reads each of its own, and its articles again


def find(  # noqa: PLR0913 - what a page knows of its lines
    passage: Passage,
    *,
    issued: date | None = None,
    lexicon: Lexicon,
    outlet: str | None = None,
    watch: Watch | None = None,
    known: Known | None = None,
) -> tuple[Header, ...]:
    """Return the headers of a line, a paragraph or a text of many lines, in order; they do not overlap.

    Args:
        passage: the text, mended or not.
        issued: the day of issue, by which a day without a year is resolved.
        lexicon: the words to read by.
        outlet: the outlet of the page, which is what 本报 stands for.
        watch: told of each form that won or was refused.
        known: what has been read of lines by the same lexicon; what is read now is added.

    >>> line = Passage.whole("本报济宁5月18日讯(通讯员 孔令河) 日前,……")
    >>> [(header.form.value, header.text) for header in find(line, lexicon=Lexicon.default())]
    [('dateline', '本报济宁5月18日讯(通讯员 孔令河)')]

    .. versionadded:: 0.1.0
    """
    found: list[Header] = []
    at = 0
    lines = passage.text.split("\n")
    taken = False  # the line is the second one of a byline of two
    for line, under in zip(lines, [*lines[1:], ""], strict=True):
        seen: tuple[Seen, ...] = ()
        if taken:
            taken = False
        elif not runs_on(line, under):
            seen = read_line(line, lexicon, known=known, watch=watch, at=at)
        elif any_may_stand(line, lexicon):
            joined = Line(_folded(f"{line} {under}"), lexicon, words.weight, watch, at)
            both = joined.whole()
            taken = both is not None
            seen = (both,) if both else tuple(joined.headers(*trim(joined.text, 0, len(line))))
        if seen:
            text = _folded(f"{line} {under}" if taken else line)
            for one in seen:
                printed = Printed(passage, text, at, one.start, one.end, issued, lexicon, outlet)
                found.append(printed.header(one.form, one.slots, one.reading))
        at += len(line) + 1
    return settled(found, issued.year if issued else None, lexicon) if len(found) > 1 else tuple(found)


def read_line(
    line: str, lexicon: Lexicon, *, known: Known | None = None, watch: Watch | None = None, at: int = 0
) -> tuple[Seen, ...]:
    """Return the attributions of one line as it is printed; `known`, `watch` as above, `at` its place for `watch`.

    >>> [(one.start, one.end) for one in read_line("本报济宁5月18日讯(通讯员 孔令河) 日前,…", Lexicon.default())]
    [(0, 19)]
    """
    seen = None if known is None else known.get(line)
    if seen is None:
        seen = ()
        if any_may_stand(line, lexicon):
            read = Line(_folded(line), lexicon, words.weight, watch, at)
            seen = tuple(read.headers(*trim(read.text, 0, len(line))))
        if known is not None:
            known[line] = seen
    return seen


def _folded(line: str) -> str:
    return _LOST.sub("��", fold(line)) if "�" in line else fold(line)


def enclosing(line: str, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the attributions of one line as stretches, where one of the places may lie in one; else none.

    The line is folded. No dictionary is asked whether a name is a word.

    >>> enclosing("本报济宁5月18日讯(通讯员 万众) 日前,…", [(15, 17)], Lexicon.default())
    [(0, 18)]
    """
    if not may_enclose(line, places) or not any_may_stand(line, lexicon):
        return []
    read = Line(_folded(line), lexicon, unweighed)
    return [(one.start, one.end) for one in read.headers(*trim(read.text, 0, len(line)))]


def parse_header(text: str, lexicon: Lexicon, *, issued: date | None = None, outlet: str | None = None) -> Header:
    """Return the one header that `text` is, whole.

    Raises:
        ParseError: where it is none, with the place at which reading stopped.

    .. versionadded:: 0.1.0
    """
    found = find(Passage.whole(text), issued=issued, lexicon=lexicon, outlet=outlet)
    size = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    if not found or found[0].spans[0].start != start:
        raise ParseError(text, start, "an attribution")
    end = found[0].spans[-1].end
    if end != size:
        raise ParseError(text, end, "the end of the attribution")
    return found[0]
