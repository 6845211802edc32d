"""XML 1.0 as a tree of elements, written out: what XML cannot hold is replaced, and counted.

XML has no place for most control characters, for surrogates and two non-characters, escaped or not
(https://www.w3.org/TR/xml/#charsets). Each becomes U+FFFD, one for one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from attrs import field, frozen

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KEPT = {"\r": "&#13;"}  # a bare one would be read as a line break


@frozen
class Element:
    """One element: its name, its attributes but those that are None, and text and elements within.

    `apart`: it holds blocks, which may stand on lines of their own; no white space may come into running text.
    """

    name: str
    attributes: Mapping[str, str | None] = field(factory=dict)
    within: "Sequence[Element | str]" = ()
    apart: bool = field(default=False, kw_only=True)


def rendered(root: Element) -> str:
    """Return the element with all that is in it.

    >>> print(rendered(Element("p", {"n": "0-3"}, ["春<秋", Element("hi", {}, ["冬"])])))
    <p n="0-3">春&lt;秋<hi>冬</hi></p>
    """
    return "".join(_pieces(root))


def clean(text: str) -> str:
    """Return the text with what XML forbids replaced.

    >>> clean("乡\\x00镇")
    '乡\ufffd镇'
    """
    return FORBIDDEN.sub("\ufffd", text)


def _pieces(one: Element | str) -> Iterator[str]:
    if isinstance(one, str):
        yield escape(clean(one), _KEPT)
        return
    told = "".join(f" {name}={quoteattr(clean(value))}" for name, value in one.attributes.items() if value is not None)
    if not one.within:
        yield f"<{one.name}{told}/>"
        return
    between = "\n" if one.apart else ""
    yield f"<{one.name}{told}>{between}"
    for inner in one.within:
        yield from _pieces(inner)
        yield between
    yield f"</{one.name}>"
