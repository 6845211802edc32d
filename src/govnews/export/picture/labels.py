"""What the picture calls things: for each word of the page document its Chinese and its English name."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from govnews.headers.header import Form
from govnews.kinds.kind import Label
from govnews.layout.draft import DoubtKind, Role
from govnews.mentions.mention import Basis, Bound, Calendar, Direction, Grain, MentionType

# One table an enumeration, since their members are strings and some are alike (byline is a role and a form).
NAMES: Mapping[type[StrEnum], Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        Role: {
            "rubric": ("栏目", "rubric"),
            "kicker": ("引题", "kicker"),
            "headline": ("主题", "headline"),
            "deck": ("副题", "deck"),
            "subhead": ("小标题", "subhead"),
            "byline": ("署名", "byline"),
            "editor_note": ("编者按", "editor’s note"),
            "paragraph": ("段落", "paragraph"),
            "item": ("条目", "item"),
            "caption": ("图说", "caption"),
            "credit": ("摄影署名", "credit"),
            "jump": ("转版", "jump line"),
            "other": ("版面文字", "of the page"),
        },
        Form: {
            "dateline": ("电头", "dateline"),
            "byline": ("署名", "byline"),
            "credit": ("摄影署名", "credit"),
            "tail": ("文末署名", "tail"),
        },
        Label: {
            "brief": ("简讯", "brief"),
            "report": ("消息", "report"),
            "feature": ("通讯", "feature"),
            "profile": ("人物通讯", "profile"),
            "essay": ("署名文章", "essay"),
            "interview": ("访谈", "interview"),
            "commentary": ("评论", "commentary"),
            "photo": ("图片新闻", "photo"),
            "notice": ("公告", "notice"),
            "document": ("文件", "document"),
            "editor_note": ("编者按", "editor’s note"),
            "other": ("其他", "other"),
        },
        MentionType: {
            "money": ("金额", "money"),
            "measure": ("量度", "measure"),
            "count": ("计数", "count"),
            "percent": ("百分比", "percent"),
            "ratio": ("倍数", "ratio"),
            "ordinal": ("序数", "ordinal"),
            "duration": ("时长", "duration"),
            "number": ("数", "number"),
            "date": ("时点", "date"),
            "period": ("时段", "period"),
        },
        Bound: {"about": ("约", "about"), "over": ("余", "over"), "under": ("不足", "under")},
        Grain: {
            "second": ("秒", "second"),
            "minute": ("分", "minute"),
            "hour": ("时", "hour"),
            "day": ("日", "day"),
            "week": ("周", "week"),
            "month": ("月", "month"),
            "quarter": ("季", "quarter"),
            "half": ("半年", "half year"),
            "year": ("年", "year"),
            "decade": ("年代", "decade"),
            "century": ("世纪", "century"),
        },
        Direction: {"up": ("增", "up"), "down": ("降", "down")},
        Basis: {
            "yoy": ("同比", "year on year"),
            "mom": ("环比", "on the month or quarter"),
            "yearly": ("年均", "yearly"),
        },
        Calendar: {"lunar": ("农历", "lunar"), "solar-term": ("节气", "solar term")},
        DoubtKind: {
            "border": ("分篇", "border"),
            "attachment": ("题文", "headline to text"),
            "join": ("接续", "join"),
            "role": ("角色", "role"),
        },
    }
)


def names(word: StrEnum) -> tuple[str, str]:
    """Return the Chinese and the English name of a word of the page document.

    >>> names(Role.HEADLINE)
    ('主题', 'headline')
    """
    return NAMES[type(word)][word.value]
