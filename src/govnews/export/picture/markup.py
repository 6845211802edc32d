"""HTML that is safe by construction: a plain str is text and escaped, only what `tag` made is markup."""

import unicodedata
from collections.abc import Iterable
from html import escape

JOINER = "\u200d"  # holds the parts of one emoji together


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Content = str | Iterable[str | None] | None
_EMPTY = frozenset(("br", "col", "hr", "img", "input", "link", "meta"))


def text(value: str) -> Markup:
    """Return a text as HTML; what cannot be seen or would turn the line around is shown by its code.

    >>> text("<b>\\x00")
    '&lt;b&gt;<i class="odd">U+0000</i>'
    """
    if value.isprintable():
        return Markup(escape(value))
    return Markup("".join(f'<i class="odd">{code(ch)}</i>' if _odd(ch) else escape(ch) for ch in value))


def plain(value: str) -> str:
    """Return a text for an attribute, its odd characters as codes."""
    return value if value.isprintable() else "".join(code(ch) if _odd(ch) else ch for ch in value)


def code(ch: str) -> str:
    return f"U+{ord(ch):04X}"


def _odd(ch: str) -> bool:
    """Tell controls, lone surrogates, marks of direction and of no width, private characters and what is none."""
    if ch.isprintable() or ch in "\t\n" or ch == JOINER:
        return False
    kind = unicodedata.category(ch)
    return kind in ("Cc", "Cs", "Cf", "Co") or (
        kind == "Cn" and (ord(ch) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(ch) <= 0xFDEF)
    )


def flat(*content: Content) -> Markup:
    """Return parts joined: markup as it is, other text escaped, None as nothing."""
    parts = []
    for part in content:
        if isinstance(part, Markup):
            parts.append(part)
        elif isinstance(part, str):
            parts.append(text(part))
        elif part is not None:
            parts.append(flat(*part))
    return Markup("".join(parts))


def tag(name: str, /, *content: Content, **attributes: str | int | bool | None) -> Markup:
    """Return an element; `class_` is `class`, `aria_label` is `aria-label`; None and False leave an attribute out.

    >>> tag("a", "<1>", href='#"', class_="x")
    '<a href="#&quot;" class="x">&lt;1&gt;</a>'
    """
    shown = ""
    for key, value in attributes.items():
        if value is not None and value is not False:
            known = key.rstrip("_").replace("_", "-")
            shown += f" {known}" if value is True else f' {known}="{escape(plain(str(value)))}"'
    if name in _EMPTY:
        return Markup(f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{flat(*content)}</{name}>")


def both(chinese: str, english: str) -> Markup:
    """Return a label in both languages, the English one marked as such.

    >>> both("标题", "headline")
    '<b class="zh">标题</b> <span class="en" lang="en">headline</span>'
    """
    return flat(tag("b", chinese, class_="zh"), " ", tag("span", english, class_="en", lang="en"))
