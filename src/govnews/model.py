"""Page, Article, Block: what govnews gives back, the rooms' types put together.

The names are those of the page document, so Python, JSON and tables agree. All classes are frozen and compare by value.
"""

from datetime import date

from attrs import frozen

from govnews.headers.header import Header
from govnews.kinds.kind import Kind
from govnews.layout.draft import Role
from govnews.mentions.mention import Mention
from govnews.span import Span

SCHEMA = "govnews/page@1"


@frozen(kw_only=True)
class Block:
    """One block of a page: a headline's line, a paragraph, a caption.

    Attributes:
        role: what it is to its article, or to the page.
        text: mended, without the column break that cut it; the page's text at `spans`, joined.
        spans: code points of the page, the pieces in reading order.

    .. versionadded:: 0.1.0
    """

    role: Role
    text: str
    spans: tuple[Span, ...]


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

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the running text: paragraphs, items and subheads."""
        return tuple(block for block in self.blocks if block.role in _BODY)

    @property
    def text(self) -> str:
        """The running text, mended, a line for each paragraph."""
        return "\n".join(block.text for block in self.body)


_BODY = frozenset((Role.PARAGRAPH, Role.ITEM, Role.SUBHEAD))


@frozen(kw_only=True)
class Page:
    """One newspaper page, read.

    Attributes:
        source: where the text came from, as the caller says it, or None.
        text_sha256: of the text's UTF-8, lone surrogates passed through.
        issued: the day of issue: as given, else as the page prints it, else None.
        articles: in the order in which a reader meets them.
        furniture: what belongs to no article: rubrics, banners, page numbers, stray credits.
        headers: attributions of the furniture.
        mentions: figures and times of the furniture.

    .. versionadded:: 0.1.0
    """

    source: str | None = None
    text_sha256: str
    issued: date | None = None
    articles: tuple[Article, ...] = ()
    furniture: tuple[Block, ...] = ()
    headers: tuple[Header, ...] = ()
    mentions: tuple[Mention, ...] = ()
