"""Hard-wrapped pages: printed lines of one measure, put back into the lines of text that they were cut from.

Most pages give a column's piece of a paragraph as one line of text, and come back as they are. Where each printed line
is a line of text, nearly all lines end at one width, in mid-sentence: that width is the measure of the column. Then a
line that does not fill its measure ends a paragraph or a headline, an indent begins one, and a full line runs on unless
the language says that something begins after it.
"""

import re
from collections.abc import Sequence

from attrs import frozen

from govnews.headers.header import Form
from govnews.layout.flow import flow
from govnews.layout.lines import Line
from govnews.layout.looks import LABEL, SHORT, ReadHeaders
from govnews.layout.measure import Measured, measured
from govnews.span import Span
from govnews.text import CLOSERS, STOPS

_CLOSED = re.compile(f"[{STOPS};:][{re.escape(CLOSERS)}]*$")
_STOPPED = re.compile(f"[{STOPS}][{re.escape(CLOSERS)}]*")
# What only the first words of an article or a paragraph say, and a line cut by the measure seldom begins with.
_OPENING = re.compile(
    r"(?:近日|日前|连日来|近年来|今年以来|去年以来|本报|新华社|据悉|据了解|据介绍|下一步|目前|截至目前|此外|同时|与此同时|会议"
    r"|记者|一是|二是|三是|[0-9]{1,2}月[0-9]{1,2}日)"
)
# What an attribution that fills a line can hold; most lines need not be asked for one.
_SIGNED = re.compile("记者|通讯员|摄|作者|编辑|■|●")
_DATED = re.compile(".{0,40}?[讯电报](?:[( :]|$)")
_RUNS_ON = 1.0  # a word, a closing mark or a figure over the break
_AHEAD = 4  # printed lines in which the length of what follows is looked for


def unwrapped(lines: Sequence[Line], read_headers: ReadHeaders) -> list[Line]:
    """Return the lines of text that the printed lines were cut from; the lines themselves where the page is not wrapped.

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
        if line.gap or line.sheet != last.sheet or self.width.of[at] != self.width.of[at - 1]:
            return False
        if self.width.indented(at):
            return False
        room = self.width.room(at - 1)
        if room is None or room > 0:
            return bool(room) and self._nearly(at, room or 0)
        return not self._begins(start, at)

    def _nearly(self, at: int, room: int) -> bool:
        """Tell whether a line that lacks little is full: set tight or wide, it breaks off in a word."""
        if room > self.width.slack or _CLOSED.search(self.lines[at - 1].text):
            return False
        return flow(self.lines[at - 1].text, self.lines[at].text) >= _RUNS_ON

    def _begins(self, start: int, at: int) -> bool:
        """Tell whether something begins after a full line; the measure alone says that it runs on."""
        before = "".join(line.text for line in self.lines[start:at])
        last, text = self.lines[at - 1].text, self.lines[at].text
        closed = bool(_CLOSED.search(last))
        told = closed or _STOPPED.search(before) is not None
        if told and not closed:
            return False
        if len(before) > SHORT and not closed:
            return False
        if not closed and flow(last, text) >= _RUNS_ON:
            return False
        ahead = self._ahead(at)
        if self._dated(ahead) or (not told and self._signed(before)):
            return True
        if self.width.indents:
            return closed and self._headlike(at)
        if closed:
            return bool(LABEL.match(text) or _OPENING.match(text)) or self._headlike(at)
        return bool(_OPENING.match(text)) and self._told(at)

    def _ahead(self, at: int) -> str:
        """Return the text of the next few printed lines, up to the one that does not fill the measure."""
        text = ""
        for line in range(at, min(len(self.lines), at + _AHEAD)):
            if line > at and (self.lines[line].gap or self.width.indented(line)):
                break
            text += self.lines[line].text
            room = self.width.room(line)
            if room is None or room > 0:
                break
        return text

    def _dated(self, text: str) -> bool:
        if not _DATED.match(text):
            return False
        headers = self.read_headers(text)
        return bool(headers) and headers[0].form is Form.DATELINE and headers[0].spans[0].start == 0

    def _signed(self, text: str) -> bool:
        if not _SIGNED.search(text):
            return False
        headers = self.read_headers(text)
        return bool(headers) and headers[0].spans[0].start <= 1 and headers[-1].spans[-1].end >= len(text) - 1

    def _headlike(self, at: int) -> bool:
        """Tell whether what follows is no further sentence: short, without a stop, and followed by something else."""
        text = self._ahead(at)
        if len(text) > SHORT or _STOPPED.search(text) or _CLOSED.search(text) or text[-1] in ",、":
            return False
        return self._told_after(at)

    def _told(self, at: int) -> bool:
        return _STOPPED.search(self._ahead(at)) is not None

    def _told_after(self, at: int) -> bool:
        """Tell whether the line of text after the next one opens like a body or is headline too."""
        end = at
        while end < len(self.lines) and end < at + _AHEAD:
            room = self.width.room(end)
            end += 1
            if room is None or room > 0:
                break
        if end >= len(self.lines) or self.lines[end].gap:
            return True
        return flow(self.lines[end - 1].text, self.lines[end].text) < _RUNS_ON
