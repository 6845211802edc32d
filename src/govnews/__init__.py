"""Reads Chinese government news as it stands on a newspaper page.

Articles whole and in reading order, attributions in their fields, every figure and date as a value that points back at
the characters it came from.
"""

from govnews.errors import DocumentError, GovnewsError, LexiconError, ParseError, SourceError
from govnews.headers.header import Contributor, Form, Header, HeaderDate, Outlet, Place
from govnews.kinds.kind import Kind, Label
from govnews.layout.draft import Role
from govnews.lexicon import Lexicon
from govnews.mentions.mention import SI, Bound, Grain, Mention, MentionType, Quantity, When
from govnews.mentions.numeral import parse_number
from govnews.model import Article, Block, Page
from govnews.reader import (
    find_headers,
    find_mentions,
    parse_date,
    parse_header,
    parse_quantity,
    read_article,
    read_page,
)
from govnews.span import Span

__version__ = "0.1.0"

__all__ = [
    "SI",
    "Article",
    "Block",
    "Bound",
    "Contributor",
    "DocumentError",
    "Form",
    "GovnewsError",
    "Grain",
    "Header",
    "HeaderDate",
    "Kind",
    "Label",
    "Lexicon",
    "LexiconError",
    "Mention",
    "MentionType",
    "Outlet",
    "Page",
    "ParseError",
    "Place",
    "Quantity",
    "Role",
    "SourceError",
    "Span",
    "When",
    "__version__",
    "find_headers",
    "find_mentions",
    "parse_date",
    "parse_header",
    "parse_number",
    "parse_quantity",
    "read_article",
    "read_page",
]
