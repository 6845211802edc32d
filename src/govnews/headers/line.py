"""One line of a text: the engine, which tries the forms of `forms.FORMS` where each may stand."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govnews.headers.anchors import Look
from govnews.headers.authors import read_author
from govnews.headers.compiled import compiled
from govnews.headers.credits import Reading, read
from govnews.headers.form import At, HeaderForm
from govnews.headers.likely import Weigh, likely
from govnews.headers.printed import read_office
from govnews.headers.signs import INSIDE
from govnews.headers.spoken import read_spoken
from govnews.headers.stands import (
    LONGEST,
    RUNNING,
    brackets,
    closes,
    endings,
    filled,
    may_be_whole,
    openings,
    segments,
    sent_by,
    staffed,
    trim,
)
from govnews.lexicon import Lexicon
from govnews.pattern import later
from govnews.watch import Outcome, Watch

_JOINS = later("报道|摄")  # what a credit has that a dateline runs on after


class Seen(NamedTuple):
    """An attribution as its line is read alone: the form, the stretch, its slots, and what the slot REST says."""

    form: HeaderForm
    start: int
    end: int
    slots: Mapping[str, str | None]
    reading: Reading


class Line:
    """One line, folded, and where it begins for the trace."""

    def __init__(self, text: str, lexicon: Lexicon, weigh: Weigh, watch: Watch | None = None, base: int = 0) -> None:
        self.text = text
        self.lexicon = lexicon
        self.weigh = weigh
        self.watch = watch
        self.base = base

    def whole(self) -> Seen | None:
        """Return the one header that the text is: a byline of two lines."""
        return self._whole(At.LINE, 0, len(self.text))

    def headers(self, start: int, end: int) -> Iterator[Seen]:
        start, end = filled(self.text, start, end)
        found = self._start(start, end)
        joint = None if found or not _JOINS.search(self.text, start, end) else self._joint(start, end)
        if joint and (found := self._start(joint.end(), end)):
            yield from self.headers(start, joint.end())
        if found:
            yield found
            start = found.end
        elif line := self._whole(At.LINE, start, end) or self._staff(start, end):
            yield line
            return
        last = self._last(start, end) if sent_by(self.text, start, end) else None
        if last:
            end = last.start
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

    def _joint(self, start: int, end: int) -> re.Match[str] | None:
        return compiled(self.lexicon).joint.search(self.text, start, end)

    def _last(self, start: int, end: int) -> Seen | None:
        """Try what stands after the last sentence."""
        found = (self._whole(At.END, at, end) for at in endings(self.text, start, end))
        return next((header for header in found if header), None)

    def _start(self, start: int, end: int) -> Seen | None:
        """Try the datelines at the start of a line."""
        for at in openings(self.text, start, end):
            stop = min(end, at + LONGEST)
            look = Look(self.text, at, stop)
            for one in compiled(self.lexicon).forms[At.START]:
                found = one.pattern.match(self.text, at, stop) if (self.watch or look.may(one.anchors)) else None
                header = self._header(one.form, At.START, found, at, None, end, {}) if found else None
                if header:
                    return header
        return None

    def _staff(self, start: int, end: int) -> Seen | None:
        """Read a line of staff as far as it is one: 编辑:孔令河 联系我们."""
        if not may_be_whole(self.text, start, end) or len(segments(self.text, start, end)) > 1:
            return None
        found = (self._whole(At.LINE, start, stop) for stop in staffed(self.text, start, end))
        return next((header for header in found if header and header.form.name == "staff-line"), None)

    def _parts(self, start: int, cut: int, end: int) -> list[Seen]:
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

    def _brackets(self, start: int, end: int) -> Iterator[tuple[Seen, int, int]]:
        """Give the headers in brackets, with where they begin and end."""
        for found, inner, stop in brackets(self.text, start, end):
            header = None
            span = (found.start(), stop)
            if INSIDE.search(self.text, *inner):
                header = self._whole(At.BRACKET, *inner, span)
            if not header and closes(self.text, found, start, end):
                header = self._whole(At.LAST, *inner, span)
            if header:
                yield header, *span

    def _whole(self, at: At, start: int, end: int, span: tuple[int, int] | None = None) -> Seen | None:
        """Try the forms that may be all of `start` to `end`; the header is that, or the given span."""
        start, end = trim(self.text, start, end)
        if not may_be_whole(self.text, start, end):
            return None
        readings: dict[object, Reading | None] = {}
        look = Look(self.text, start, end)
        for one in compiled(self.lexicon).forms[at]:
            found = one.pattern.fullmatch(self.text, start, end) if (self.watch or look.may(one.anchors)) else None
            header = self._header(one.form, at, found, *(span or (start, end)), end, readings) if found else None
            if header:
                return header
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
    ) -> Seen | None:
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
        return Seen(form, first, stop, groups, reading)

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
