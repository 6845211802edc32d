"""Exports: from the model alone, one format a file."""

from govnews.export.as_json import mention_document, schema, to_document, to_json
from govnews.export.as_table import to_table
from govnews.export.as_text import to_text
from govnews.export.from_json import from_document, from_json

__all__ = [
    "from_document",
    "from_json",
    "mention_document",
    "schema",
    "to_document",
    "to_json",
    "to_table",
    "to_text",
]
