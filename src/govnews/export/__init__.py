"""Exports: from the model alone, one format a file."""

from govnews.export.as_html import html_of_pages, notebook_html, to_html
from govnews.export.as_json import mention_document, schema, to_document, to_json
from govnews.export.as_table import to_table
from govnews.export.as_text import to_text
from govnews.export.from_json import from_document, from_json

__all__ = [
    "from_document",
    "from_json",
    "html_of_pages",
    "mention_document",
    "notebook_html",
    "schema",
    "to_document",
    "to_html",
    "to_json",
    "to_table",
    "to_text",
]
