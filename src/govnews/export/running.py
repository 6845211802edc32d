"""An article as one text, and where in it its attributions and figures stand: what tools for annotation take.

The blocks stand in reading order, a line break between two. What a column break cut in two on the page is one stretch
of this text; where it stands on the page say the `spans` of the thing.
"""

import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from attrs import frozen

from govnews.errors import OffsetWarning
from govnews.headers.header import Header
from govnews.mentions.mention import Mention
from govnews.model import Article, Block, Page
from govnews.span import Passage

_SURROGATE = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
UNKNOWN = "\ufffd"  # REPLACEMENT CHARACTER, for what a format cannot hold; one for one, so that no offset moves


@frozen
class Placed:
    """An attribution or a figure at its place in the running text: its label is its form or its type."""

    start: int
    end: int
    label: str
    thing: Header | Mention


@frozen
class Running:
    """The text, and what is placed in it, by where it begins, the longer first."""

    text: str
    placed: tuple[Placed, ...]
    starts: tuple[int, ...]  # where each block begins


def sound(text: str) -> str:
    """Return the text with lone surrogates replaced, which UTF-8 cannot hold.

    >>> sound("乡\\ud800镇")
    '乡\ufffd镇'
    """
    return _SURROGATE.sub(UNKNOWN, text)


def sounded(value: Any) -> Any:
    """Return plain dicts, lists and strings with each string made sound."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {key: sounded(one) for key, one in value.items()}
    return [sounded(one) for one in value] if isinstance(value, list) else value


def running(blocks: Sequence[Block], headers: Iterable[Header], mentions: Iterable[Mention]) -> Running:
    """Return the blocks as one text with what is placed in it."""
    parts = [passage_of(block) for block in blocks]
    whole = Passage.stacked(parts)
    pieces = sorted(zip((piece.start for piece in whole.pieces), whole.offsets, strict=True))
    begins = [start for start, _ in pieces]

    def place(at: int) -> int:
        start, offset = pieces[bisect_right(begins, at) - 1]
        return offset + at - start

    def placed_at(label: str, one: Header | Mention) -> Placed:
        return Placed(place(one.spans[0].start), place(one.spans[-1].end - 1) + 1, label, one)

    placed = [placed_at(one.form.value, one) for one in headers]
    placed += [placed_at(one.type.value, one) for one in mentions]
    placed.sort(key=lambda one: (one.start, -one.end))
    starts = accumulate((len(part.text) + 1 for part in parts), initial=0)
    # a line break for any other: editors of text make one of each of them, and offsets are to stay
    text = sound(whole.text).replace("\r", "\n")
    return Running(text, tuple(placed), tuple(starts)[:-1])


def running_of(article: Article) -> Running:
    """Return an article as one text."""
    return running(article.blocks, article.headers, article.mentions)


def articles_of(what: Page | Article) -> tuple[Article, ...]:
    """Return the articles of a page that have any text, or the one given."""
    articles = what.articles if isinstance(what, Page) else (what,)
    return tuple(one for one in articles if one.blocks)


def warn_of_offsets(text: str, tool: str) -> None:
    """Warn where a text has characters beyond U+FFFF, which some tools count as two."""
    found = _ASTRAL.search(text)
    if found:
        message = f"{tool}: {found[0]!r} counts as one here; offsets after it may be shifted in the tool"
        warnings.warn(message, OffsetWarning, stacklevel=3)


def passage_of(block: Block) -> Passage:
    """Return the text of a block, which knows where on the page its parts stand."""
    ends = tuple(accumulate(map(len, block.spans), initial=0))
    return Passage(block.text, block.spans, ends[:-1])
