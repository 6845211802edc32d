"""Hard-wrapped pages: printed lines of one measure, put back into the lines of text that they were cut from.

Most pages give a column's piece of a paragraph as one line of text, and come back as they are. Where each printed line
is a line of text, nearly all lines end at one width, in mid-sentence: that width is the measure of the column. Then a
line that does not fill its measure ends a paragraph or a headline, an indent begins one, and a full line runs on unless
the language says that something begins after it.
"""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govnews.headers.header import Form
from govnews.layout.flow import flow
from govnews.layout.lines import Line
from govnews.layout.looks import LABEL, SHORT, ReadHeaders
from govnews.layout.marks import numbered_rows
from govnews.layout.measure import Measured, measured
from govnews.span import Span
from govnews.text import CLOSERS, STOPS

_CLOSED = re.compile(f"[{STOPS}][{re.escape(CLOSERS)}]*$")
# What only the first words of an article or a paragraph say, and a line cut by the measure seldom begins with.
_OPENING = re.compile("近日|日前|连日来|本报|新华社|中新[社网]|据悉|据了解|[一二三]是|[0-9]{1,2}月[0-9]{1,2}日,")
# What an attribution that fills a line can hold; most lines need not be asked for one.
_SIGNED = re.compile("记者|通讯员|摄|作者|编辑|■|●")
_DATED = re.compile(".{0,40}?[讯电报]")
# …。(完) …。(本报记者 周敏) …。(新华社临河6月3日电)
_ENDED = re.compile("[。!?”] ?[(](?:完|[^()]{0,12}(?:记者|通讯员|报道|[日社]电)[^()]{0,30})[)]$")
# What follows a headline that fills its line.
_TOLD = re.compile(
    "(?:近日|日前|昨日|昨天|今天|当前|目前|今年以来|近年来|连日来|去年以来|[0-9]{1,2}月[0-9]{1,2}日)[,上下]?"
)
_HUNG = frozenset(",.、。:;!?)”’》】〉」』]…%")  # a line that begins so goes on
_FINAL = frozenset(f"{STOPS}{CLOSERS};:")
_CROWD = 5  # lines
_FIRST = 6  # printed lines in which a paragraph shows that it is none of a headline's
_FEW = 4  # characters of the shortest headline
_RUNS_ON = 1.0  # a word, a closing mark or a figure over the break


def unwrapped(lines: Sequence[Line], read_headers: ReadHeaders) -> list[Line]:
    """Return the lines of text that the printed lines were cut from; the lines themselves where none is wrapped.

    Args:
        lines: the printed lines of a page, in the order given.
        read_headers: room 2's verb for one line.
    """
    width = measured(lines)
    if width is None:
        return list(lines)
    seams = _Seams(lines, width, read_headers)
    found: list[Line] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not seams.goes_on(start, at):
            found.append(_whole(lines[start:at]))
            start = at
    return found


def spaced(lines: Sequence[Line]) -> list[Line]:
    r"""Return the lines as they are; where no blank line parts any two, as if one parted all: touching says nothing.

    >>> from govnews.layout.lines import printed_lines
    >>> lines = unwrapped(printed_lines("甲镇\n乙镇\n丙镇\n丁镇\n戊镇"), lambda line: ())
    >>> [line.gap for line in spaced(lines)]
    [0, 1, 1, 1, 1]
    """
    if len(lines) < _CROWD or any(line.gap for line in lines):
        return list(lines)
    rows = numbered_rows(lines)
    return [evolve(line, gap=1) if at and at not in rows else line for at, line in enumerate(lines)]


def _whole(lines: Sequence[Line]) -> Line:
    """Return one line of several pieces; a single blank at which the measure cut stays in the text."""
    if len(lines) == 1:
        return lines[0]
    pieces: list[Span] = []
    text = ""
    for at, line in enumerate(lines):
        (span,) = line.pieces
        before = at > 0 and line.indent == 1
        after = at + 1 < len(lines) and line.trail == 1
        pieces.append(Span(span.start - before, span.end + after))
        text += " " * before + line.text + " " * after
    first = lines[0]
    return Line(tuple(pieces), text, first.gap, first.indent, first.sheet)


@frozen
class _Seams:
    """The places between two printed lines, and whether the text runs on over them."""

    lines: Sequence[Line]
    width: Measured
    read_headers: ReadHeaders

    def goes_on(self, start: int, at: int) -> bool:
        """Tell whether the line of text that begins at `start` runs on in the printed line `at`."""
        last, line = self.lines[at - 1], self.lines[at]
        if line.gap or line.sheet != last.sheet or self.width.indented(at):
            return False
        if self.width.of[at] != self.width.of[at - 1] < self.width.widths[at]:
            return False  # another column, which the measure of this one does not hold
        room = self.width.room(at - 1)
        if room is None or room > 0:
            return bool(room) and self._nearly(at, room or 0)
        return not self._begins(start, at)

    def _nearly(self, at: int, room: int) -> bool:
        """Tell whether a line that lacks little is full: set tight or wide, it breaks off in a word."""
        if room > self.width.slack or self.lines[at - 1].text[-1] in _FINAL:
            return False
        return flow(self.lines[at - 1].text, self.lines[at].text) >= _RUNS_ON

    def _begins(self, start: int, at: int) -> bool:
        """Tell whether something begins after a full line; the measure alone says that it runs on."""
        before = "".join(line.text for line in self.lines[start : min(at, start + _FIRST)])
        last, text = self.lines[at - 1].text, self.lines[at].text
        closed, ended = _CLOSED.search(last) is not None, _ENDED.search(last) is not None
        told = len(before) > SHORT or "。" in before
        if text[0] in _HUNG or not (closed or ended or not (told or flow(last, text) >= _RUNS_ON)):
            return False
        end = self._end(at)
        ahead = "".join(line.text for line in self.lines[at:end])
        if not told and self._signed(before):
            return not self._signed(before + ahead)
        if self.width.indents:
            return ended or (closed and self._headlike(ahead, end))
        if ended or self._dated(ahead):
            return True
        opens = LABEL.match(text) or _OPENING.match(text) if closed else _TOLD.match(text)
        return bool(opens) or (closed and self._headlike(ahead, end))

    def _end(self, at: int) -> int:
        """Return where the line of text that begins at `at` ends by its measure, or is too long for a headline."""
        end, size = at + 1, len(self.lines[at].text)
        while end < len(self.lines) and size <= SHORT and not self.width.room(end - 1):
            if self.lines[end].gap or self.width.indented(end) or not self.width.of[end]:
                break
            size += len(self.lines[end].text)
            end += 1
        return end

    def _headlike(self, text: str, end: int) -> bool:
        """Tell whether a line of text is no sentence: short, without a stop, and no piece that a column cut off."""
        if not _FEW <= len(text) <= SHORT or "。" in text or text[-1] in ",、;:":
            return False
        if end == len(self.lines) or self.lines[end].gap:
            return False
        if _CLOSED.search(text) and not self._dated(self.lines[end].text):
            return False
        return flow(text, self.lines[end].text) < _RUNS_ON

    def _dated(self, text: str) -> bool:
        if not _DATED.match(text):
            return False
        headers = self.read_headers(text)
        return bool(headers) and headers[0].form is Form.DATELINE and headers[0].spans[0].start == 0

    def _signed(self, text: str) -> bool:
        """Tell whether the text is all attribution, and no dateline, which has its article after it."""
        if not _SIGNED.search(text):
            return False
        headers = self.read_headers(text)
        covered = bool(headers) and headers[0].spans[0].start <= 1 and headers[-1].spans[-1].end >= len(text) - 1
        return covered and headers[0].form is not Form.DATELINE
