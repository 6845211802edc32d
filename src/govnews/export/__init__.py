"""Exports: from the model alone, one format a file."""

from govnews.export.as_csv import to_csv
from govnews.export.as_doccano import to_doccano
from govnews.export.as_html import html_of_pages, notebook_html, to_html
from govnews.export.as_json import header_document, mention_document, schema, to_document, to_json
from govnews.export.as_jsonld import to_jsonld
from govnews.export.as_labelstudio import labelstudio_config, to_labelstudio
from govnews.export.as_ninjs import to_ninjs
from govnews.export.as_spacy import to_spacy
from govnews.export.as_table import to_table
from govnews.export.as_tei import to_tei, to_tei_corpus
from govnews.export.as_text import to_text
from govnews.export.from_json import from_document, from_json

__all__ = [
    "from_document",
    "from_json",
    "header_document",
    "html_of_pages",
    "labelstudio_config",
    "mention_document",
    "notebook_html",
    "schema",
    "to_csv",
    "to_doccano",
    "to_document",
    "to_html",
    "to_json",
    "to_jsonld",
    "to_labelstudio",
    "to_ninjs",
    "to_spacy",
    "to_table",
    "to_tei",
    "to_tei_corpus",
    "to_text",
]
