"""Reads Chinese government news as it stands on a newspaper page.

Articles whole and in reading order, attributions in their fields, every figure and date as a value that points back at
the characters it came from.

The public names are fetched from their modules at first use: `import govnews` alone takes a few milliseconds, where
the rooms with their patterns take a fifth of a second.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govnews import export, trace
    from govnews.attributions import find_headers, parse_header
    from govnews.errors import (
        CorpusError,
        DocumentError,
        GovnewsError,
        LexiconError,
        MissingExtraError,
        OffsetWarning,
        ParseError,
        SourceError,
        SpellingError,
        UnitError,
    )
    from govnews.headers.header import Contributor, Form, Header, HeaderDate, Inferred, Outlet, Place
    from govnews.issue import Link, link_pages, whole_text
    from govnews.kinds.kind import Kind, Label
    from govnews.layout.draft import Doubt, DoubtKind, Role
    from govnews.lexicon import Lexicon
    from govnews.mentions.mention import (
        SI,
        Basis,
        Bound,
        Calendar,
        Change,
        Direction,
        Grain,
        Mention,
        MentionType,
        Quantity,
        When,
    )
    from govnews.mentions.numeral import parse_number
    from govnews.mentions.spell import format_number
    from govnews.model import Article, Block, Page
    from govnews.phrases import find_mentions, parse_date, parse_quantity
    from govnews.reader import read_article, read_page, read_pages
    from govnews.span import Span

__version__ = "0.2.0.dev0"

# The same names once more, for the interpreter; tests/test_house.py holds the two lists together.
_HOME = {
    "attributions": ("find_headers", "parse_header"),
    "errors": (
        "CorpusError",
        "DocumentError",
        "GovnewsError",
        "LexiconError",
        "MissingExtraError",
        "OffsetWarning",
        "ParseError",
        "SourceError",
        "SpellingError",
        "UnitError",
    ),
    "headers.header": ("Contributor", "Form", "Header", "HeaderDate", "Inferred", "Outlet", "Place"),
    "issue": ("Link", "link_pages", "whole_text"),
    "kinds.kind": ("Kind", "Label"),
    "layout.draft": ("Doubt", "DoubtKind", "Role"),
    "lexicon": ("Lexicon",),
    "mentions.mention": (
        "SI",
        "Basis",
        "Bound",
        "Calendar",
        "Change",
        "Direction",
        "Grain",
        "Mention",
        "MentionType",
        "Quantity",
        "When",
    ),
    "mentions.numeral": ("parse_number",),
    "mentions.spell": ("format_number",),
    "model": ("Article", "Block", "Page"),
    "phrases": ("find_mentions", "parse_date", "parse_quantity"),
    "reader": ("read_article", "read_page", "read_pages"),
    "span": ("Span",),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "SI",
    "Article",
    "Basis",
    "Block",
    "Bound",
    "Calendar",
    "Change",
    "Contributor",
    "CorpusError",
    "Direction",
    "DocumentError",
    "Doubt",
    "DoubtKind",
    "Form",
    "GovnewsError",
    "Grain",
    "Header",
    "HeaderDate",
    "Inferred",
    "Kind",
    "Label",
    "Lexicon",
    "LexiconError",
    "Link",
    "Mention",
    "MentionType",
    "MissingExtraError",
    "OffsetWarning",
    "Outlet",
    "Page",
    "ParseError",
    "Place",
    "Quantity",
    "Role",
    "SourceError",
    "Span",
    "SpellingError",
    "UnitError",
    "When",
    "__version__",
    "export",
    "find_headers",
    "find_mentions",
    "format_number",
    "link_pages",
    "parse_date",
    "parse_header",
    "parse_number",
    "parse_quantity",
    "read_article",
    "read_page",
    "read_pages",
    "trace",
    "whole_text",
]


def __getattr__(name: str) -> Any:
    if name in ("export", "trace"):
        return import_module(f"govnews.{name}")
    if name not in _MODULE:
        message = f"module 'govnews' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"govnews.{_MODULE[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
