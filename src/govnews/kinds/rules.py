"""The table of evidence: what may speak for or against a kind, how strongly it is there, and how a reader is told.

How much each rule weighs for each kind is in data/kind_weights.tsv; scripts/learn_kinds.py learns it. Order does not
decide: the weights are summed.
"""

import math
from collections.abc import Callable
from itertools import pairwise

from attrs import frozen

from govnews.kinds.facts import Facts

Degree = Callable[[Facts], float]


@frozen(kw_only=True)
class Evidence:
    """One rule.

    Attributes:
        name: as in kind_weights.tsv and in explain.
        says: for the reader; {…} are filled from the facts `f`.
        degree: how strongly it is there, 0 to 1.
    """

    name: str
    says: str
    degree: Degree


def _up(value: float, low: float, high: float) -> float:
    """Return 0 up to `low`, 1 from `high` on, between them in proportion."""
    return 0.0 if value <= low else 1.0 if value >= high else (value - low) / (high - low)


def _rate(fact: str, full: float, says: str, name: str | None = None) -> Evidence:
    """A fact counted per thousand characters; `full` of them are all that counts."""
    return Evidence(name=name or fact, says=says, degree=lambda f: min(f.words.per_mille(fact) / full, 1.0))


def _any(fact: str, full: int, says: str) -> Evidence:
    """A fact counted; `full` of them are all that counts."""
    return Evidence(name=fact, says=says, degree=lambda f: min(f.words.counts.get(fact, 0) / full, 1.0))


def _head(fact: str, says: str) -> Evidence:
    return Evidence(name=f"headline-{fact}", says=says, degree=lambda f: float(f.words.headline.get(fact, 0) > 0))


# Knots in characters: dense from 240 to 420, where brief goes over into report (about 330).
_KNOTS = (60, 110, 180, 240, 300, 350, 420, 600, 900, 1400, 2200, 4000, 9000)


def _tent(low: float, peak: float, high: float) -> Degree:
    """Full at `peak` characters, nothing at `low` and `high`, by the logarithm between."""

    def degree(f: Facts) -> float:
        length = min(max(f.shape.length, _KNOTS[0]), _KNOTS[-1])
        if length == peak:
            return 1.0
        side = low if length < peak else high
        if not min(low, high) < length < max(low, high):
            return 0.0
        return 1 - math.log(length / peak) / math.log(side / peak)

    return degree


def _lengths() -> tuple[Evidence, ...]:
    knots = (_KNOTS[0] / 2, *_KNOTS, _KNOTS[-1] * 2)
    return tuple(
        Evidence(
            name=f"length-{peak:.0f}",
            says="{f.shape.lines} paragraphs, {f.shape.length} characters",
            degree=_tent(low, peak, high),
        )
        for (low, peak), (_, high) in pairwise(pairwise(knots))
    )


SIZE = (
    *_lengths(),
    Evidence(name="one-paragraph", says="one paragraph", degree=lambda f: float(f.shape.lines == 1)),
    Evidence(name="few-paragraphs", says="two or three paragraphs", degree=lambda f: float(2 <= f.shape.lines <= 3)),
    Evidence(name="many-paragraphs", says="{f.shape.lines} paragraphs", degree=lambda f: _up(f.shape.lines, 8, 25)),
    Evidence(
        name="short-paragraphs",
        says="short paragraphs",
        degree=lambda f: _up(-f.shape.length / max(f.shape.lines, 1), -160, -60) * float(f.shape.lines > 3),
    ),
    Evidence(
        name="long-paragraphs",
        says="long paragraphs",
        degree=lambda f: _up(f.shape.length / max(f.shape.lines, 1), 150, 350) * float(f.shape.lines > 2),
    ),
)

FORM = (
    Evidence(name="turns", says="{f.shape.turns} questions in lines of their own", degree=lambda f: _up(f.shape.turns, 0, 2)),
    Evidence(
        name="answers",
        says="{f.shape.answered} lines that open with who answers",
        degree=lambda f: _up(f.shape.answered, 0, 3) * float(f.shape.turns > 0),
    ),
    Evidence(
        name="speakers-with-colon",
        says="speakers set off by a colon",
        degree=lambda f: _up(f.shape.answered, 0, 3) * float(f.shape.turns == 0),
    ),
    Evidence(name="list-rows", says="{f.shape.items} rows of a list", degree=lambda f: _up(f.shape.items, 1, 6)),
    Evidence(
        name="mostly-list",
        says="most lines are rows of a list",
        degree=lambda f: _up(f.shape.items / max(f.shape.lines, 1), 0.25, 0.6) * float(f.shape.items > 2),
    ),
    Evidence(name="sections", says="sections 一、(一)", degree=lambda f: _up(f.shape.sections, 1, 6)),
    Evidence(name="articles-of-law", says="articles 第一条", degree=lambda f: _up(f.shape.articles, 2, 6)),
    Evidence(name="subheads", says="{f.shape.subheads} subheads", degree=lambda f: _up(f.shape.subheads, 0, 3)),
    Evidence(name="short-lines", says="short lines without a full stop", degree=lambda f: _up(f.shape.short, 0.15, 0.7)),
    Evidence(name="labelled-lines", says="lines with a label and a colon", degree=lambda f: _up(f.shape.labelled, 1, 5)),
    Evidence(name="addressed-to-bodies", says="addressed to offices", degree=lambda f: float(f.shape.addressed == 1)),
    Evidence(name="salutation", says="a salutation", degree=lambda f: float(f.shape.addressed == 2)),
    Evidence(name="dated-at-foot", says="a date at the foot", degree=lambda f: float(f.shape.dated)),
    Evidence(name="document-number", says="a document number", degree=lambda f: float(f.shape.numbered)),
    Evidence(
        name="caption-words",
        says="图为… or places in a picture",
        degree=lambda f: _up(f.shape.shown, 0, 1) * _up(-f.shape.length, -400, -250),
    ),
    Evidence(name="telephones", says="{f.shape.phones} telephone numbers", degree=lambda f: _up(f.shape.phones, 0, 2)),
    Evidence(name="questions", says="questions", degree=lambda f: _up(1000 * f.shape.questions / max(f.shape.length, 300), 0.5, 5)),
    Evidence(name="caption-only", says="a caption and no body", degree=lambda f: float("caption" in f.roles and not f.roles & {"paragraph", "item"})),
)

SIGNED = (
    Evidence(name="dateline", says="dateline", degree=lambda f: float(f.signed.dateline)),
    Evidence(name="dateline-at-foot", says="the dateline in brackets at the end", degree=lambda f: float(f.signed.sent_last)),
    Evidence(name="office", says="signed by an office", degree=lambda f: float(f.signed.office)),
    Evidence(name="reporters", says="signed by reporters", degree=lambda f: float(f.signed.reporters > 0)),
    Evidence(name="bare-name", says="signed with a bare name", degree=lambda f: float(f.signed.bare)),
    Evidence(name="commentator", says="signed by a commentator", degree=lambda f: float(f.signed.commentator)),
    Evidence(
        name="byline-line",
        says="a byline in a line of its own, no dateline",
        degree=lambda f: float(f.signed.byline and not f.signed.dateline),
    ),
    Evidence(
        name="dateline-and-byline",
        says="a dateline, and a byline in a line of its own",
        degree=lambda f: float(f.signed.byline and f.signed.dateline),
    ),
    Evidence(
        name="credit-last",
        says="a photographer's credit and little text",
        degree=lambda f: float(f.signed.credit > 0 and not f.signed.dateline) * _up(-f.shape.length, -400, -250),
    ),
    Evidence(
        name="unsigned",
        says="neither dateline nor signature",
        degree=lambda f: float(not (f.signed.dateline or f.signed.reporters or f.signed.office or f.signed.bare)),
    ),
)

WORDS = (
    _rate("stress", 6, "指出, 强调, 要求"),
    _rate("says", 8, "说, 表示, 介绍"),
    _rate("news", 6, "日前, 获悉, 据了解"),
    _rate("meeting", 8, "meeting words 出席, 主持, 会见"),
    _rate("scene", 8, "scene words 走进, 只见, 眼前"),
    _rate("onsite", 2, "the reporter on the spot 记者来到, 记者看到"),
    _rate("person", 10, "a life told 岁, 妻子, 毕业, 入党"),
    _rate("death", 4, "逝世, 享年"),
    _rate("slogan", 20, "shown by 坚持, 推动, 切实"),
    _rate("theory", 8, "doctrine 理论, 内涵, 重要论述"),
    _rate("argue", 10, "argues 唯有, 才能, 值得"),
    _rate("must", 10, "exhorts 必须, 要, 应"),
    _rate("announce", 8, "announces 敬请, 咨询电话, 如下"),
    _rate("decree", 5, "official wording 施行, 全文如下, 各位代表"),
    _rate("figures", 8, "figures 同比, 亿元"),
    _rate("steps", 5, "一是, 二是"),
    _rate("recent", 4, "近年来, 今年以来, 下一步"),
    _rate("life", 6, "advice 症状, 预防"),
    _rate("we", 6, "我们 outside quotation marks"),
    _rate("our", 5, "我市, 我县"),
    _rate("self", 5, "我 outside quotation marks"),
    _rate("he", 12, "他, 她"),
    _rate("dear", 5, "你们好, 致以, 祝"),
    _any("note", 2, "编者按, 敬请关注"),
    _any("caption", 2, "图为…, 正在"),
    _any("occasion", 2, "an occasion of the day"),
    _any("issued", 1, "印发, 通知指出"),
    _any("hot", 1, "专访, 答记者问"),
    _any("slug", 1, "电题:, 通讯:, 综述:"),
    _any("wire-comment", 1, "评论员文章, 发表社论"),
    _any("call", 3, "a call at the end"),
    _any("present", 2, "names present at the end"),
    _any("film", 3, "监制, 剪辑"),
    _any("scholar", 1, "作者系…, 作者为…"),
    Evidence(name="quotations", says="quotations", degree=lambda f: _up(f.words.quoted, 0.02, 0.3)),
    Evidence(
        name="speeches",
        says="{f.speeches} sentences of direct speech",
        degree=lambda f: _up(f.speeches * 1000 / max(f.shape.length, 400), 0, 6),
    ),
    Evidence(
        name="one-person",
        says="one name from beginning to end",
        degree=lambda f: _up(f.person.share, 0.25, 0.7) * _up(f.person.pronouns, 1, 6),
    ),
    Evidence(name="person-in-headline", says="the name in the headline", degree=lambda f: float(f.person.in_headline)),
)

HEADLINE = (
    _head("comment", "headline with 时评, 评论员, 论"),
    _head("briefs", "headline with 快讯, 简讯"),
    _head("argue", "headline that exhorts"),
    _head("interview", "headline with 专访, 对话"),
    _head("notice", "headline with 公告, 名单, 提醒"),
    _head("document", "headline with 条例, 决定, 讲话"),
    _head("letter", "headline with 贺信, 公开信, 诗"),
    _head("photo", "headline with 图片, 组图"),
    _head("note", "headline with 编者按, 编后"),
    _head("feature", "headline with 纪实, 侧记, 观察"),
    _head("profile", "headline with 记…, 追记, 人物"),
    _head("news", "headline that reports"),
    Evidence(
        name="headline-is-document",
        says="a headline that ends as the name of a document",  # 中共中央关于…的决定
        degree=lambda f: float(f.words.ending == "document"),
    ),
    Evidence(
        name="headline-is-notice",
        says="a headline that ends as the name of a notice",  # 获奖名单
        degree=lambda f: float(f.words.ending == "notice"),
    ),
    Evidence(name="headline-asks", says="a question in the headline", degree=lambda f: float("?" in f.headline)),
    Evidence(
        name="headline-column",
        says="a column name before a colon",
        degree=lambda f: float(":" in f.headline[2:9] or f.headline.startswith("【")),
    ),
    Evidence(name="headline-dash", says="a dash in the headline", degree=lambda f: float("—" in f.headline or "―" in f.headline)),
    Evidence(name="no-headline", says="no headline", degree=lambda f: float(not f.headline)),
    Evidence(
        name="bare-caption",
        says="no headline, one short paragraph, no dateline",
        degree=lambda f: float(not f.headline and f.shape.lines < 3 and not f.signed.dateline) * _up(-f.shape.length, -350, -200),
    ),
)

ALL: tuple[Evidence, ...] = (*SIZE, *FORM, *SIGNED, *WORDS, *HEADLINE)
