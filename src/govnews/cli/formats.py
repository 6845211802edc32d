"""What `govnews read` can print: for each format how pages become text, piece by piece."""

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from govnews.export import to_document, to_json, to_table, to_text
from govnews.model import Page

# The pages, and whether there may be several of them whatever comes (a folder, two paths); each page as soon as it is
# read. No piece at all where there is no page.
Render = Callable[[Iterator[Page], bool], Iterator[str]]


def _json(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: FBT001 - the shape of a Render
    """Yield one document for one file of one page, else an array of documents."""
    head = [] if several else list(itertools.islice(pages, 2))
    if len(head) == 1:
        yield to_json(head[0], indent=1) + "\n"
        return
    opened = False
    for page in itertools.chain(head, pages):
        yield ("," if opened else "[") + "\n" + json.dumps(to_document(page), ensure_ascii=False, indent=1)
        opened = True
    if opened:
        yield "\n]\n"


def _each(show: Callable[[Page], str], between: str = "") -> Render:
    """Return what prints page after page, each ended by a line break."""

    def render(pages: Iterator[Page], several: bool) -> Iterator[str]:  # noqa: ARG001, FBT001 - the shape of a Render
        for at, page in enumerate(pages):
            yield (between if at else "") + show(page) + "\n"

    return render


FORMATS: Mapping[str, Render] = MappingProxyType(
    {
        "json": _json,
        "jsonl": _each(to_json),
        "table": _each(to_table, between="\n\n"),
        "text": _each(to_text, between="\n\n"),
    }
)
