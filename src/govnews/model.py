"""Page, Article, Block: what govnews gives back, the rooms' types put together.

The names are those of the page document, so Python, JSON and tables agree. All classes are frozen and compare by value.
"""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from govnews.headers.header import Header, Inferred
from govnews.kinds.kind import Kind
from govnews.layout.draft import Doubt, Role
from govnews.mentions.mention import Mention
from govnews.notebook import picture
from govnews.span import Span

SCHEMA = "govnews/page@1"


@frozen(kw_only=True)
class Block:
    """One block of a page: a headline's line, a paragraph, a caption.

    Attributes:
        role: what it is to its article, or to the page.
        text: mended, without the column break that cut it; the page's text at `spans`, joined.
        spans: code points of the page, the pieces in reading order.
        confidence: the least of what it was decided by: its role, its joins, that it begins where it does.

    .. versionadded:: 0.1.0
    """

    role: Role
    text: str
    spans: tuple[Span, ...]
    confidence: float = 1.0


@frozen(kw_only=True)
class Article:
    """One article, whole and in reading order.

    Attributes:
        id: `a1`, `a2` … in the order in which a reader of the page meets them.
        kind: what sort of article it is, with the evidence.
        rubric: 栏目名, the name of the column that it stands under, or None.
        kicker: 引题, its lines joined by one space, or None.
        headline: 主题, its lines joined by one space, or None.
        deck: 副题, its lines joined by one space, or None.
        headers: datelines, bylines, credits and tails.
        blocks: every block in reading order, headline and credits among them.
        mentions: figures and times, sorted, none overlapping another.
        rule: the way of printing by which the layout cut it out of the page.
        confidence: how likely it is an article with exactly these lines in this order, 0 to 1; 1 from `read_article`.
        borders: how sure the least sure of its borders is.
        attachment: how sure it is that its headline is that of its text; None where it lacks one of them.

    .. versionadded:: 0.1.0
    """

    id: str
    kind: Kind
    rubric: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    headers: tuple[Header, ...] = ()
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rule: str = "article"
    confidence: float = 1.0
    borders: float = 1.0
    attachment: float | None = None

    def _repr_html_(self) -> str:
        return picture(self)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the running text: paragraphs, items and subheads."""
        return tuple(block for block in self.blocks if block.role in _BODY)

    @property
    def text(self) -> str:
        """The running text, mended, a line for each paragraph."""
        return "\n".join(block.text for block in self.body)

    @property
    def body_text(self) -> str:
        """The running text without its attributions, a line for each paragraph; they stand in `headers`."""
        shown = (_without(block, self.headers) for block in self.body)
        return "\n".join(text for text in shown if text)


_BODY = frozenset((Role.PARAGRAPH, Role.ITEM, Role.SUBHEAD))


def _without(block: Block, headers: Sequence[Header]) -> str:
    """Return the text of a block without what the headers take of it, and without the white space at its ends."""
    cut = sorted((span.start, span.end) for header in headers for span in header.spans)
    kept, base = "", 0
    for piece in block.spans:
        at = piece.start
        for start, end in cut:
            first, last = max(start, at), min(end, piece.end)
            if first < last:
                kept += block.text[base + at - piece.start : base + first - piece.start]
                at = last
        kept += block.text[base + at - piece.start : base + piece.end - piece.start]
        base += piece.end - piece.start
    return kept.strip()


@frozen(kw_only=True)
class Page:
    """One newspaper page, read.

    Attributes:
        source: where the text came from, as the caller says it, or None.
        text_sha256: of the text's UTF-8, lone surrogates passed through.
        issued: the day of issue: as given, else as the page prints it, else None.
        issued_inferred: where `issued` is None, what the datelines vote for; else None.
        articles: in the order in which a reader meets them.
        furniture: what belongs to no article: rubrics, banners, page numbers, stray credits.
        headers: attributions of the furniture.
        mentions: figures and times of the furniture.
        doubts: what is less sure than 0.8 of borders, attachments, joins and roles, in the order printed.

    .. versionadded:: 0.1.0
    """

    source: str | None = None
    text_sha256: str
    issued: date | None = None
    issued_inferred: Inferred | None = None
    articles: tuple[Article, ...] = ()
    furniture: tuple[Block, ...] = ()
    headers: tuple[Header, ...] = ()
    mentions: tuple[Mention, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def _repr_html_(self) -> str:
        return picture(self)
