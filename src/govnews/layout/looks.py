"""What a printed line looks like by itself, before its neighbours are asked."""

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from govnews.headers.header import Form, Header
from govnews.layout.lines import Line
from govnews.text import CLOSERS, STOPS

# Room 2's verb, handed in by the reader: the layout asks what a line attributes, and does not know how that is found.
ReadHeaders = Callable[[str], Sequence[Header]]

SHORT = 70  # the longest line that is looked at as one of a headline

# 一是 / （一） / 一、 / 1. / 第一, / ■ at the head of a line
LABEL = re.compile(
    r"(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)]?[.、．:)]|[(][一二三四五六七八九十0-9]{1,3}[)]"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[,章条节]|[①-⑳●◆■▲★]|[—―-]{2})"
)
_END_MARK = re.compile(r"[(](?:完|完稿|待续)[)]$")
# …。” / …。(林彬)
_CLOSED = re.compile(f"[{STOPS};][{re.escape(CLOSERS)}]*(?:[(][^()]{{1,40}}[)])?$")
_FULL_STOP = re.compile(f"[。…][{re.escape(CLOSERS)}]*$")


@frozen
class Look:
    """What one line shows.

    Attributes:
        closed: it ends a sentence.
        short: it could be a line of a headline.
        dateline: an article opens here, by its dateline 电头.
        whole: the form of the attribution that is all of this line, or None.
        signed: it ends with a tail (本报记者 X) or an end mark (完).
        label: it opens with a list label, a bullet or a dash.
        from_page: it says that the article under it began on another page (上接T01版).
    """

    closed: bool
    short: bool
    dateline: bool
    whole: Form | None
    signed: bool
    label: bool
    from_page: bool = False

    @property
    def is_text(self) -> bool:
        return not self.short and self.whole is None

    @property
    def is_body(self) -> bool:
        return self.is_text and not self.from_page


def look_at(line: Line, read_headers: ReadHeaders) -> Look:
    """Return what the line shows, with room 2's answer for it."""
    text = line.text
    headers = read_headers(text)
    whole = headers[0].form if _covers(headers, len(text)) else None
    closed = bool(_CLOSED.search(text))
    dateline = bool(headers) and headers[0].form is Form.DATELINE and headers[0].spans[0].start <= _LEAD
    running = dateline or whole is not None or "。" in text or bool(_FULL_STOP.search(text) or _TOLD.match(text))
    return Look(
        closed=closed or bool(_END_MARK.search(text)),
        short=len(text) <= SHORT and not running,
        dateline=dateline,
        whole=whole,
        signed=bool(_END_MARK.search(text))
        or (bool(headers) and headers[-1].form is Form.TAIL and headers[-1].spans[-1].end >= len(text) - 1),
        label=bool(LABEL.match(text)),
    )


# 近日,石泉村通了 / 4月19日,经开区举行2018年全市: told text that a column cut short, never a headline
_TOLD = re.compile(r"(?:近日|日前|连日来|近年来|今年以来|目前|截至目前|[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午)?),")
_LEAD = 30  # a column name in brackets may stand before the dateline: (抗击新冠肺炎)…


def _covers(headers: Sequence[Header], length: int) -> bool:
    """Tell whether the attributions are all of the line, marks and blanks between them aside."""
    if not headers or headers[0].spans[0].start > 1:
        return False
    at = 0
    for header in headers:
        if header.spans[0].start - at > 1:
            return False
        at = header.spans[-1].end
    return length - at <= 1
