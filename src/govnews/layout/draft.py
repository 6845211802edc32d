"""What room 1 gives back: articles as roles and pieces of the page, nothing read in them yet."""

from enum import StrEnum

from attrs import frozen

from govnews.span import Span


class Role(StrEnum):
    """What a block is to its article, or to the page.

    .. versionadded:: 0.1.0
    """

    RUBRIC = "rubric"  # 栏目名
    KICKER = "kicker"  # 引题
    HEADLINE = "headline"  # 主题
    DECK = "deck"  # 副题
    SUBHEAD = "subhead"  # 小标题
    BYLINE = "byline"  # 署名
    EDITOR_NOTE = "editor_note"  # 编者按
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"  # 图说
    CREDIT = "credit"  # 摄影署名
    JUMP = "jump"  # 上接、下转
    OTHER = "other"  # 版头、日期、责编、广告


@frozen
class DraftBlock:
    """One block: its role, and the pieces of the page in reading order."""

    role: Role
    pieces: tuple[Span, ...]


@frozen
class Draft:
    """One article as the layout gives it: its blocks in reading order, and the rule that cut it."""

    blocks: tuple[DraftBlock, ...]
    rubric: str | None
    rule: str


@frozen
class PageDraft:
    """The articles of a page in the order in which a reader meets them, and what belongs to none."""

    articles: tuple[Draft, ...]
    furniture: tuple[DraftBlock, ...]
