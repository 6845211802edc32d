"""The public verbs for pages and articles; the one place that knows the order of the rooms.

page text -> printed lines, each asked for its attributions -> drafts of articles -> headers -> figures and times
-> kind
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from govnews.headers import find as headers
from govnews.headers.header import Header
from govnews.kinds.facts import Copy
from govnews.kinds.judge import judge
from govnews.kinds.kind import Kind, Label
from govnews.layout.build import draft_article, draft_page
from govnews.layout.draft import Draft, DraftBlock, Role
from govnews.lexicon import Lexicon
from govnews.mentions import find as mentions
from govnews.mentions.mention import Grain, Mention, When
from govnews.model import Article, Block, Page
from govnews.span import Passage

# A headline speaks of reporters and never signs; a rubric is no text.
_UNSIGNED = frozenset((Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD, Role.RUBRIC))
_UNJUDGED = Kind(label=Label.OTHER, confidence=0.0)  # until the article is whole


def read_page(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> Page:
    r"""Return the articles of one newspaper page, whole and in reading order, with what they say.

    Never raises, whatever the text, and loses nothing: every visible character is in exactly one block.

    Args:
        text: the text of the page in the order in which a layout export gave it.
        issued: the day of issue; None takes the day that the page itself prints.
        lexicon: the words to read by; None takes those that come with govnews.

    >>> text = (
    ...     "村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,石泉村自来水改造工程完工,全村200余户村民用上了放心水,"
    ...     "工程铺\n\n设管道11.6公里。"
    ... )
    >>> page = read_page(text, issued=date(2023, 6, 4))
    >>> page.articles[0].headline, page.articles[0].blocks[1].text[-16:]
    ('村民用上自来水', '心水,工程铺设管道11.6公里。')
    >>> [(mention.text, str(mention.value)) for mention in page.articles[0].mentions if mention.type == "count"]
    [('200余户', '200')]

    .. versionadded:: 0.1.0
    """
    rooms = _Rooms(text, lexicon or Lexicon.default(), issued)
    draft = draft_page(text, rooms.headers_of_line, rooms.lexicon)
    furniture = rooms.blocks(draft.furniture)
    rooms = _Rooms(text, rooms.lexicon, issued or rooms.printed_day(furniture))
    found, figures = rooms.read(furniture)
    return Page(
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        issued=rooms.issued,
        articles=tuple(rooms.article(f"a{at}", one, None) for at, one in enumerate(draft.articles, 1)),
        furniture=furniture,
        headers=found,
        mentions=figures,
    )


def read_article(
    text: str, *, headline: str | None = None, issued: date | None = None, lexicon: Lexicon | None = None
) -> Article:
    """Return one article from text that holds nothing else; never raises.

    Args:
        text: the article, a paragraph a line; column breaks in it are mended. Without `headline`, short lines at its
            head are its headline.
        headline: its headline, where it stands apart from the text.
        issued: the day of issue.
        lexicon: the words to read by.

    >>> article = read_article("本报讯(记者 周敏) 昨日,市图书馆新馆开放,馆藏图书12万册。", headline="市图书馆新馆开放")
    >>> article.headline, article.kind.label.value, article.headers[0].contributors[0].name
    ('市图书馆新馆开放', 'brief', '周敏')

    .. versionadded:: 0.1.0
    """
    rooms = _Rooms(text, lexicon or Lexicon.default(), issued)
    draft = draft_article(text, rooms.headers_of_line, rooms.lexicon, headed=headline is not None)
    return rooms.article("a1", draft, headline)


@frozen
class _Rooms:
    """The rooms, at work on one text."""

    page: str
    lexicon: Lexicon
    issued: date | None

    def headers_of_line(self, line: str) -> tuple[Header, ...]:
        return headers.find(Passage.whole(line), lexicon=self.lexicon)

    def blocks(self, drafts: Iterable[DraftBlock]) -> tuple[Block, ...]:
        return tuple(
            Block(role=draft.role, text=Passage.cut(self.page, draft.pieces).text, spans=draft.pieces)
            for draft in drafts
        )

    def read(self, blocks: Sequence[Block]) -> tuple[tuple[Header, ...], tuple[Mention, ...]]:
        """Return the attributions and the figures of blocks that belong together."""
        passages = [Passage.cut(self.page, block.spans) for block in blocks]
        signed = [passage for passage, block in zip(passages, blocks, strict=True) if block.role not in _UNSIGNED]
        found = headers.find(Passage.stacked(signed), issued=self.issued, lexicon=self.lexicon) if signed else ()
        return found, self.mentions(Passage.stacked(passages), found)

    def mentions(self, passage: Passage, found: Sequence[Header]) -> tuple[Mention, ...]:
        closed = [passage.within(header.spans) for header in found]
        return mentions.find(passage, issued=self.issued, lexicon=self.lexicon, closed=closed)

    def printed_day(self, furniture: Sequence[Block]) -> date | None:
        """Return the first whole day, year and all, that the page's banner prints."""
        for block in furniture:
            if block.role is Role.OTHER:
                for mention in mentions.find(Passage.whole(block.text), lexicon=self.lexicon):
                    if isinstance(mention, When) and mention.grain is Grain.DAY and mention.start is not None:
                        return mention.start
        return None

    def article(self, name: str, draft: Draft, headline: str | None) -> Article:
        blocks = self.blocks(draft.blocks)
        found, figures = self.read(blocks)
        whole = Article(
            id=name,
            kind=_UNJUDGED,
            rubric=draft.rubric,
            kicker=_lines(blocks, Role.KICKER),
            headline=_lines(blocks, Role.HEADLINE) or headline,
            deck=_lines(blocks, Role.DECK),
            headers=found,
            blocks=blocks,
            mentions=figures,
            rule=draft.rule,
        )
        return evolve(whole, kind=judge(copy_of(whole), lexicon=self.lexicon))


def copy_of(article: Article) -> Copy:
    """Return what the room of kinds is given of an article.

    >>> copy_of(read_article("近日,石泉村通了自来水。")).blocks
    (('paragraph', '近日,石泉村通了自来水。'),)

    .. versionadded:: 0.1.0
    """
    return Copy(
        headline=article.headline,
        kicker=article.kicker,
        deck=article.deck,
        rubric=article.rubric,
        blocks=tuple((block.role.value, block.text) for block in article.blocks),
        headers=article.headers,
    )


def _lines(blocks: Sequence[Block], role: Role) -> str | None:
    return " ".join(block.text for block in blocks if block.role is role) or None
