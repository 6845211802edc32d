"""What `govnews read` can print: for each format how pages become text, piece by piece."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from govnews.export import (
    html_of_pages,
    to_csv,
    to_doccano,
    to_document,
    to_json,
    to_jsonld,
    to_labelstudio,
    to_ninjs,
    to_table,
    to_tei,
    to_tei_corpus,
    to_text,
)
from govnews.model import Page

# The pages, and whether there may be several of them whatever comes (a folder, two paths); each page as soon as it is
# read. No piece at all where there is no page.
Render = Callable[[Iterator[Page], bool], Iterator[str]]
Items = Callable[[Page], Iterable[dict[str, Any]]]


def _json(document: Any, indent: int | None = 1) -> str:
    return json.dumps(document, ensure_ascii=False, indent=indent)


def _documents(show: Callable[[Page], dict[str, Any]]) -> Render:
    """Return what prints one document for one file of one page, else an array of documents."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: FBT001 - the shape of a Render
        head = [] if several else list(itertools.islice(pages, 2))
        if len(head) == 1:
            yield _json(show(head[0])) + "\n"
        else:
            yield from _items(lambda page: (show(page),))(itertools.chain(head, pages), True)

    return render


def _items(show: Items) -> Render:
    """Return what prints one array of what the pages have."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
        before = "["
        for page in pages:
            if before == "[":
                yield before
                before = ""
            for item in show(page):
                yield f"{before}\n{_json(item)}"
                before = ","
        if before != "[":
            yield "\n]\n"

    return render


def _lines(show: Items) -> Render:
    """Return what prints a line for each thing that the pages have."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
        return (_json(item, indent=None) + "\n" for page in pages for item in show(page))

    return render


def _each(show: Callable[[Page], str], between: str = "") -> Render:
    """Return what prints page after page, each ended by a line break."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
        for at, page in enumerate(pages):
            yield (between if at else "") + show(page) + "\n"

    return render


def _html(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
    return html_of_pages(pages)


def _tei(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: FBT001 - the shape of a Render
    """Yield one TEI document for one file of one page, else a corpus of them."""
    head = list(itertools.islice(pages, 1 if several else 2))
    if len(head) == 1 and not several:
        yield to_tei(head[0])
    elif head:
        yield from to_tei_corpus(itertools.chain(head, pages))


def _csv(table: str) -> Render:
    """Return what prints one table of all pages, its columns named once."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
        return (to_csv(page, table, heading=not at) for at, page in enumerate(pages))

    return render


FORMATS: Mapping[str, Render] = MappingProxyType(
    {
        "json": _documents(to_document),
        "jsonl": _each(to_json),
        "table": _each(to_table, between="\n\n"),
        "html": _html,
        "text": _each(to_text, between="\n\n"),
        "csv": _csv("mentions"),
        "csv-articles": _csv("articles"),
        "csv-paragraphs": _csv("paragraphs"),
        "csv-headers": _csv("headers"),
        "ninjs": _items(to_ninjs),
        "jsonld": _documents(to_jsonld),
        "tei": _tei,
        "labelstudio": _items(to_labelstudio),
        "doccano": _lines(to_doccano),
    }
)
