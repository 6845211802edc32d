"""The frame of a picture: one file that asks for nothing, or a part of a notebook."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from govnews.export.picture.markup import Markup, both, tag, text

_FOLDER = files("govnews") / "export" / "picture"


@lru_cache(maxsize=4)
def _kept(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def document(title: str, parts: Iterable[Markup], links: Iterable[tuple[str, str, str]] = ()) -> Iterator[str]:
    """Yield a whole HTML document around parts, piece by piece.

    Nothing is fetched, and no script runs but the one that is written here: the policy in the head says so to the
    browser, so that a page of a newspaper could not run any even if an escape were missing.

    Args:
        title: what the window is called.
        parts: the sections.
        links: what can be jumped to from the top: name, Chinese and English label.
    """
    style, script = _kept("picture.css"), _kept("picture.js")
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src 'unsafe-inline'; "
        f"style-src-elem {_digest(style)}; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="govnews"),
        tag("link", rel="icon", href="data:,"),
        f"<title>{text(title) if title.isprintable() else text(_bare(title))}</title>",
        f"<style>{style}</style>",
    ]
    skip = [tag("a", both(*label), href=f"#{key}") for key, *label in links]
    yield f'<!DOCTYPE html>\n<html lang="zh">\n<head>\n{"".join(head)}\n</head>\n<body class="govnews">\n'
    if skip:
        yield tag("nav", skip, class_="skip", aria_label="跳到 skip to")
    yield "<main>\n"
    for part in parts:
        yield f"{part}\n"
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _bare(title: str) -> str:
    """Return a title without what cannot be seen: a title holds no elements."""
    return "".join(ch for ch in title if ch.isprintable())


def embedded(part: Markup) -> str:
    """Return a part with its style, for a page of somebody else; without a script."""
    return tag("div", Markup(f"<style>{_kept('picture.css')}</style>"), part, class_="govnews embedded", lang="zh")
