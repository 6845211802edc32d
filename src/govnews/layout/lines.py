"""Page text to printed lines: where each stands, how far it is from the last, whether it is indented."""

from attrs import frozen

from govnews.span import Span
from govnews.text import fold


@frozen
class Line:
    """One line that shows something: as printed, or put together again from printed lines.

    Attributes:
        pieces: where it stands in the text of the page, without the white space at its ends: one piece as printed.
        text: what stands there, folded to half width.
        gap: blank lines between the last printed line and this one; 0 where they touch.
        indent: white space before it.
        sheet: how many form feeds stand before it: 0 on the first page of a file.
        trail: white space after it, the line break aside.
    """

    pieces: tuple[Span, ...]
    text: str
    gap: int
    indent: int
    sheet: int
    trail: int = 0


def printed_lines(page: str) -> list[Line]:
    r"""Return the lines of the page that show something, in the order given.

    Breaks are those of `str.splitlines`: none of them is visible, so nothing that was printed is lost.

    >>> [(line.text, line.gap) for line in printed_lines("标题\r\n\r\n　　正文。")]
    [('标题', 0), ('正文。', 1)]
    """
    found: list[Line] = []
    at = gap = sheet = 0
    for raw in page.splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            end = start + len(content)
            trail = len(raw.rstrip("\r\n")) - indent - len(content)
            found.append(Line((Span(start, end),), fold(content), gap if found else 0, indent, sheet, max(0, trail)))
            gap = 0
        elif found:
            gap += 1
        at += len(raw)
        sheet += raw.count("\f")  # it ends a line as a line feed does, and parts this line from the next
    return found
