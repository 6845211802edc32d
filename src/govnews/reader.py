"""The public verbs for pages and articles; the one place that knows the order of the rooms.

page text -> printed lines, each asked for its attributions -> drafts of articles -> headers -> figures and times
-> kind
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, field, frozen

from govnews.headers import find as headers
from govnews.headers.header import Header, Inferred
from govnews.headers.places import home_of, settled
from govnews.headers.votes import infer_issued
from govnews.kinds.facts import Copy
from govnews.kinds.judge import judge
from govnews.kinds.kind import Kind, Label
from govnews.layout.build import draft_article, draft_page, draft_sheets
from govnews.layout.draft import Draft, DraftBlock, PageDraft, Role
from govnews.lexicon import Lexicon
from govnews.mentions import find as mentions
from govnews.mentions.mention import Grain, Mention, When
from govnews.model import Article, Block, Page
from govnews.span import Passage, Span

# A headline speaks of reporters and never signs; a rubric is no text.
_UNSIGNED = frozenset((Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD, Role.RUBRIC))
_UNJUDGED = Kind(label=Label.OTHER, confidence=0.0)  # until the article is whole


def read_page(
    text: str, *, issued: date | None = None, outlet: str | None = None, lexicon: Lexicon | None = None
) -> Page:
    r"""Return the articles of one newspaper page, whole and in reading order, with what they say.

    Never raises, whatever the text, and loses nothing: every visible character is in exactly one block.

    Args:
        text: the text of the page in the order in which a layout export gave it.
        issued: the day of issue; None takes the day that the page itself prints.
        outlet: the paper, which is what 本报 on the page stands for.
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
    rooms = _Rooms(text, lexicon or Lexicon.default(), issued, outlet)
    draft = draft_page(text, rooms.headers_of_line, rooms.lexicon)
    return _page(rooms, draft, issued or rooms.printed_day(rooms.blocks(draft.furniture)))


def read_pages(
    text: str, *, issued: date | None = None, outlet: str | None = None, lexicon: Lexicon | None = None
) -> tuple[Page, ...]:
    r"""Return the pages of a text in which form feeds part them, as PDF tools write it; never raises.

    Spans and `text_sha256` are those of the whole text. A page that shows nothing is there without articles, so that
    pages keep their places; nothing is made of what follows the last form feed where it shows nothing.

    Args:
        text: the pages in order, a form feed (U+000C) after each or between two.
        issued: the day of issue; None takes the day that the page prints, or else the first that the text prints.
        outlet: the paper, which is what 本报 stands for.
        lexicon: the words to read by.

    >>> text = "村民用上自来水\n\n近日,石泉村通了自来水。(下转第2版)\f(上接第1版)\n\n全村200余户村民用上了放心水。\f"
    >>> [[article.headline for article in page.articles] for page in read_pages(text)]
    [['村民用上自来水'], [None]]

    .. versionadded:: 0.2.0
    """
    rooms = _Rooms(text, lexicon or Lexicon.default(), issued, outlet)
    drafts = draft_sheets(text, rooms.headers_of_line, rooms.lexicon)
    days = [issued or rooms.printed_day(rooms.blocks(draft.furniture)) for draft in drafts]
    first = next((day for day in days if day is not None), None)
    return tuple(_page(rooms, draft, day or first) for draft, day in zip(drafts, days, strict=True))


def _page(rooms: "_Rooms", draft: PageDraft, issued: date | None) -> Page:
    rooms = evolve(rooms, issued=issued)
    furniture = rooms.blocks(draft.furniture)
    found, figures = rooms.read(furniture)
    articles = rooms.settled([rooms.article(f"a{at}", one, None) for at, one in enumerate(draft.articles, 1)])
    return Page(
        text_sha256=hashlib.sha256(rooms.page.encode("utf-8", "surrogatepass")).hexdigest(),
        issued=issued,
        issued_inferred=None if issued else _inferred(articles, found, figures),
        articles=articles,
        furniture=furniture,
        headers=found,
        mentions=figures,
        doubts=draft.doubts,
    )


def read_article(
    text: str,
    *,
    headline: str | None = None,
    issued: date | None = None,
    outlet: str | None = None,
    lexicon: Lexicon | None = None,
) -> Article:
    """Return one article from text that holds nothing else; never raises.

    Args:
        text: the article, a paragraph a line; column breaks in it are mended. Without `headline`, short lines at its
            head are its headline.
        headline: its headline, where it stands apart from the text.
        issued: the day of issue.
        outlet: the paper, which is what 本报 stands for.
        lexicon: the words to read by.

    >>> article = read_article("本报讯(记者 周敏) 昨日,市图书馆新馆开放,馆藏图书12万册。", headline="市图书馆新馆开放")
    >>> article.headline, article.kind.label.value, article.headers[0].contributors[0].name
    ('市图书馆新馆开放', 'brief', '周敏')

    .. versionadded:: 0.1.0
    """
    rooms = _Rooms(text, lexicon or Lexicon.default(), issued, outlet)
    draft = draft_article(text, rooms.headers_of_line, rooms.lexicon, headed=headline is not None)
    return rooms.article("a1", draft, headline)


@frozen
class _Rooms:
    """The rooms, at work on one text."""

    page: str
    lexicon: Lexicon
    issued: date | None
    outlet: str | None
    known: headers.Known = field(factory=dict)

    def headers_of_line(self, line: str) -> tuple[Header, ...]:
        """Return what the layout asks of a line: the forms of its attributions and where they stand."""
        return tuple(
            Header(
                form=one.form.form,
                text=line[one.start : one.end],
                spans=(Span(one.start, one.end),),
                rule=one.form.name,
            )
            for one in headers.read_line(line, self.lexicon, known=self.known)
        )

    def blocks(self, drafts: Iterable[DraftBlock]) -> tuple[Block, ...]:
        return tuple(
            Block(
                role=draft.role,
                text=Passage.cut(self.page, draft.pieces).text,
                spans=draft.pieces,
                confidence=draft.confidence,
            )
            for draft in drafts
        )

    def read(self, blocks: Sequence[Block]) -> tuple[tuple[Header, ...], tuple[Mention, ...]]:
        """Return the attributions and the figures of blocks that belong together."""
        passages = [Passage.cut(self.page, block.spans) for block in blocks]
        signed = [passage for passage, block in zip(passages, blocks, strict=True) if block.role not in _UNSIGNED]
        stack = Passage.stacked(signed)
        found = self._headers(stack) if signed else ()
        return found, self.mentions(Passage.stacked(passages), found)

    def _headers(self, stack: Passage) -> tuple[Header, ...]:
        return headers.find(stack, issued=self.issued, lexicon=self.lexicon, outlet=self.outlet, known=self.known)

    def settled(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Return the articles with the places of datelines that only the page decides."""
        found = [header for article in articles for header in article.headers]
        year = self.issued.year if self.issued else None
        decided = iter(settled(found, year, self.lexicon, home_of(self.outlet, year, self.lexicon)))
        return tuple(evolve(article, headers=tuple(next(decided) for _ in article.headers)) for article in articles)

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
            confidence=draft.confidence,
            borders=draft.borders,
            attachment=draft.attachment,
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


def _inferred(articles: Sequence[Article], found: Sequence[Header], figures: Sequence[Mention]) -> Inferred | None:
    """Return the day that the datelines of all articles vote for, with the whole days that the page prints."""
    days = [
        (mention.start, mention.text)
        for mention in (*figures, *(one for article in articles for one in article.mentions))
        if isinstance(mention, When) and mention.grain is Grain.DAY and mention.start and "年" in mention.text
    ]
    return infer_issued((*found, *(header for article in articles for header in article.headers)), days)
