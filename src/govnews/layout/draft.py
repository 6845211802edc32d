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


class DoubtKind(StrEnum):
    """What a doubt is about.

    .. versionadded:: 0.2.0
    """

    BORDER = "border"  # whether another article begins here
    ATTACHMENT = "attachment"  # whether the headline is that of this text
    JOIN = "join"  # whether a line goes on with the paragraph before it
    ROLE = "role"  # headline, subhead, paragraph or name of a column


@frozen(kw_only=True)
class Doubt:
    """A decision about the page that is not sure; the page is read by it all the same.

    Attributes:
        kind: what it is about.
        confidence: how likely the reading given is right, 0 to 1.
        spans: where it was decided: the line that begins or goes on, the headline, the line of the role.
        evidence: what spoke for the reading given: names of measured features, or the way of printing.
        other: what else it could be, in words.

    .. versionadded:: 0.2.0
    """

    kind: DoubtKind
    confidence: float
    spans: tuple[Span, ...]
    evidence: tuple[str, ...]
    other: str


@frozen
class DraftBlock:
    """One block: its role, and the pieces of the page in reading order, and how sure both are."""

    role: Role
    pieces: tuple[Span, ...]
    confidence: float = 1.0


@frozen
class Draft:
    """One article as the layout gives it: its blocks in reading order, and the rule that cut it.

    `confidence` is that of the whole, `borders` that of the least sure of its borders, `attachment` that of head and
    body being of one article, None where it lacks one of them.
    """

    blocks: tuple[DraftBlock, ...]
    rubric: str | None
    rule: str
    confidence: float = 1.0
    borders: float = 1.0
    attachment: float | None = None


@frozen
class PageDraft:
    """The articles of a page in the order in which a reader meets them, and what belongs to none."""

    articles: tuple[Draft, ...]
    furniture: tuple[DraftBlock, ...]
    doubts: tuple[Doubt, ...] = ()
