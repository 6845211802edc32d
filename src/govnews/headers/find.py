"""Headers of a text: the engine, which tries the forms of `forms.FORMS` where each may stand."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from govnews import words
from govnews.errors import ParseError
from govnews.headers.authors import read_author
from govnews.headers.compiled import compiled
from govnews.headers.credits import Reading, read
from govnews.headers.form import At, HeaderForm
from govnews.headers.header import Header
from govnews.headers.likely import Weigh, likely, unweighed
from govnews.headers.places import settled
from govnews.headers.printed import Printed, read_office
from govnews.headers.spoken import read_spoken
from govnews.headers.stands import (
    LONGEST,
    RUNNING,
    any_may_stand,
    brackets,
    closes,
    endings,
    filled,
    may_be_whole,
    may_enclose,
    openings,
    runs_on,
    segments,
    sent_by,
    staffed,
    trim,
)
from govnews.lexicon import Lexicon
from govnews.span import Passage
from govnews.text import fold
from govnews.watch import Outcome, Watch

_LOST = re.compile("�[A-Za-z]")  # 孔令�B: half of a rare character that a site lost


def find(  # noqa: PLR0913 - what a page knows of its lines
    passage: Passage,
    *,
    issued: date | None = None,
    lexicon: Lexicon,
    outlet: str | None = None,
    watch: Watch | None = None,
    weigh: Weigh = words.weight,
) -> tuple[Header, ...]:
    """Return the headers of a line, a paragraph or a text of many lines, in order; they do not overlap.

    Args:
        passage: the text, mended or not.
        issued: the day of issue, by which a day without a year is resolved.
        lexicon: the words to read by.
        outlet: the outlet of the page, which is what 本报 stands for.
        watch: told of each form that won or was refused.
        weigh: how common a word is, by which a name is told from a word; `likely.unweighed` needs no dictionary.

    >>> line = Passage.whole("本报济宁5月18日讯(通讯员 孔令河) 日前,……")
    >>> [(header.form.value, header.text) for header in find(line, lexicon=Lexicon.default())]
    [('dateline', '本报济宁5月18日讯(通讯员 孔令河)')]

    .. versionadded:: 0.1.0
    """
    words_of, at = compiled(lexicon), 0
    found: list[Header] = []
    lines = passage.text.split("\n")
    taken = False  # the line is the second one of a byline of two
    for line, later in zip(lines, [*lines[1:], ""], strict=True):
        if taken:
            taken = False
        elif any_may_stand(line, words_of.whole, words_of.inside):
            text = fold(f"{line} {later}" if runs_on(line, later) else line)
            read_line = _Line(passage, _LOST.sub("��", text), at, issued, lexicon, outlet, watch, weigh)
            both = read_line.whole() if len(text) > len(line) else None
            taken = both is not None
            found += [both] if both else read_line.headers(*trim(text, 0, len(line)))
        at += len(line) + 1
    return settled(found, issued.year if issued else None, lexicon) if len(found) > 1 else tuple(found)


def enclosing(line: str, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the attributions of one line as stretches, where one of the places may lie in one; else none.

    The line is folded. No dictionary is asked whether a name is a word.

    >>> enclosing("本报济宁5月18日讯(通讯员 万众) 日前,…", [(15, 17)], Lexicon.default())
    [(0, 18)]
    """
    if not may_enclose(line, places, compiled(lexicon).inside):
        return []
    whole = Passage.whole(line)
    return [whole.within(header.spans) for header in find(whole, lexicon=lexicon, weigh=unweighed)]


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


@frozen(eq=False)
class _Line:
    """One line, folded, and where it begins in the passage."""

    passage: Passage
    text: str
    base: int
    issued: date | None
    lexicon: Lexicon
    outlet: str | None
    watch: Watch | None
    weigh: Weigh

    def whole(self) -> Header | None:
        """Return the one header that the text is: a byline of two lines."""
        return self._whole(At.LINE, 0, len(self.text))

    def headers(self, start: int, end: int) -> Iterator[Header]:
        start, end = filled(self.text, start, end)
        found = self._start(start, end)
        joint = None if found else compiled(self.lexicon).joint.search(self.text, start, end)
        if joint and (found := self._start(joint.end(), end)):
            yield from self.headers(start, joint.end())
        if found:
            yield found[0]
            start = found[1]
        elif line := self._whole(At.LINE, start, end) or self._staff(start, end):
            yield line
            return
        last = self._last(start, end) if sent_by(self.text, start, end) else None
        if last:
            end = self.passage.within(last.spans)[0] - self.base
        closing = list(self._brackets(start, end))
        cut = end
        for _, first, stop in reversed(closing):
            if self.text[stop:cut].strip():
                break
            cut = first
        parts = [] if found else self._parts(start, cut, end)
        yield from parts
        yield from (header for header, first, _ in closing if not parts and first < cut)
        done = max((stop for _, _, stop in closing if stop <= cut), default=start)
        if not parts and cut < end and (before := self._last(done, cut)):  # …孔令河摄(新华社发)
            yield before
        yield from (header for header, first, _ in closing if first >= cut)
        if last := last or (self._last(done, end) if not parts and cut == end else None):
            yield last

    def _last(self, start: int, end: int) -> Header | None:
        """Try what stands after the last sentence."""
        found = (self._whole(At.END, at, end) for at in endings(self.text, start, end))
        return next((header for header in found if header), None)

    def _start(self, start: int, end: int) -> tuple[Header, int] | None:
        """Try the datelines at the start of a line."""
        for at in openings(self.text, start, end):
            for one in compiled(self.lexicon).forms[At.START]:
                found = one.pattern.match(self.text, at, min(end, at + LONGEST))
                header = self._header(one.form, At.START, found, at, None, end, {}) if found else None
                if header:
                    return header
        return None

    def _staff(self, start: int, end: int) -> Header | None:
        """Read a line of staff as far as it is one: 编辑:孔令河 联系我们."""
        if not may_be_whole(self.text, start, end) or len(segments(self.text, start, end)) > 1:
            return None
        found = (self._whole(At.LINE, start, stop) for stop in staffed(self.text, start, end))
        return next((header for header in found if header and header.rule == "staff-line"), None)

    def _parts(self, start: int, cut: int, end: int) -> list[Header]:
        """Read a line of two headers, or one before brackets: 记者丨孔令河【编辑:颜承志】, 孔令河来源:新华网."""
        start, cut = trim(self.text, start, cut)
        if not 2 <= cut - start <= RUNNING:
            return []
        pieces = segments(self.text, start, cut)
        if len(pieces) == 1 and cut == end:
            return []  # tried as a whole line already
        found = [(piece, self._whole(At.LINE, *piece) or self._staff(*piece)) for piece in pieces]
        if not all(header or self._names_alone(*piece) for piece, header in found):
            return []
        return [header for _, header in found if header]

    def _names_alone(self, start: int, end: int) -> bool:
        """Tell 孔令河 in 孔令河来源:新华网: a name alone is no header, and does not spoil the next."""
        reading = read(self.text[start:end].strip(), self.lexicon)
        return bool(reading and reading.shape == "names" and reading.sure and len(reading.contributors) < 4)

    def _brackets(self, start: int, end: int) -> Iterator[tuple[Header, int, int]]:
        """Give the headers in brackets, with where they begin and end."""
        for found, inner, stop in brackets(self.text, start, end):
            header = None
            span = (found.start(), stop)
            if compiled(self.lexicon).inside.search(self.text, *inner):
                header = self._whole(At.BRACKET, *inner, span)
            if not header and closes(self.text, found, start, end):
                header = self._whole(At.LAST, *inner, span)
            if header:
                yield header, *span

    def _whole(self, at: At, start: int, end: int, span: tuple[int, int] | None = None) -> Header | None:
        """Try the forms that may be all of `start` to `end`; the header is that, or the given span."""
        start, end = trim(self.text, start, end)
        if not may_be_whole(self.text, start, end):
            return None
        readings: dict[object, Reading | None] = {}
        for one in compiled(self.lexicon).forms[at]:
            found = one.pattern.fullmatch(self.text, start, end)
            header = self._header(one.form, at, found, *(span or (start, end)), end, readings) if found else None
            if header:
                return header[0]
        return None

    def _header(  # noqa: PLR0913, PLR0917 - the slots of one form, and where they were found
        self,
        form: HeaderForm,
        at: At,
        found: re.Match[str],
        first: int,
        last: int | None,
        end: int,
        readings: dict[object, Reading | None],
    ) -> tuple[Header, int] | None:
        groups = found.groupdict()
        stop = last if last is not None else first + len(self.text[first : found.end()].rstrip())
        reading: Reading | None = Reading()
        if form.reads == "spoken":
            spoken = read_spoken(self.text, found.end(), end, self.lexicon, groups["outlet"])
            reading, stop = spoken or (None, stop)
        elif groups.get("rest") is not None and form.reads:
            reading = self._read(form, groups["rest"].strip(), groups.get("outlet"), readings)
        elif groups.get("office"):
            reading = read_office(groups.get("rest") or "", groups["office"] or "", self.lexicon)
        if (
            not reading
            or (form.shapes and reading.shape not in form.shapes)
            or not likely(form, at, reading, found, self.lexicon, self.weigh)
        ):
            self._tell(form, first, stop, "refused")
            return None
        self._tell(form, first, stop, "won")
        printed = Printed(self.passage, self.text, self.base, first, stop, self.issued, self.lexicon, self.outlet)
        return printed.header(form, groups, reading), stop

    def _read(
        self, form: HeaderForm, rest: str, outlet: str | None, readings: dict[object, Reading | None]
    ) -> Reading | None:
        """Return what the slot REST says; the forms that are tried on one stretch read it once."""
        key = (form.reads, rest, outlet)
        if key not in readings:
            readings[key] = (read_author if form.reads == "author" else read)(rest, self.lexicon, outlet)
        return readings[key]

    def _tell(self, form: HeaderForm, start: int, end: int, outcome: Outcome) -> None:
        if self.watch:
            self.watch(
                "headers",
                form.name,
                self.base + start,
                self.base + end,
                outcome,
                "" if outcome == "won" else "no credit",
            )
