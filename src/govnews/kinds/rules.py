"""The table of evidence: what may speak for or against a kind, how strongly it is there, and how a reader is told.

How much each rule weighs for each kind is in data/kind_weights.tsv; scripts/learn_kinds.py learns it. Order does not
decide: the weights are summed.
"""

from govnews.kinds.evidence import Evidence, counted, lengths, rate, rise, titled

_NEWS = frozenset(("news", "meeting", "stress", "issued", "caption"))

SIZE = (
    *lengths(),
    Evidence(name="one-paragraph", says="one paragraph", degree=lambda f: float(f.shape.lines == 1)),
    Evidence(name="few-paragraphs", says="two or three paragraphs", degree=lambda f: float(2 <= f.shape.lines <= 3)),
    Evidence(name="many-paragraphs", says="{f.shape.lines} paragraphs", degree=lambda f: rise(f.shape.lines, 8, 25)),
    Evidence(
        name="short-paragraphs",
        says="short paragraphs",
        degree=lambda f: rise(-f.shape.length / max(f.shape.lines, 1), -160, -60) * float(f.shape.lines > 3),
    ),
    Evidence(
        name="long-paragraphs",
        says="long paragraphs",
        degree=lambda f: rise(f.shape.length / max(f.shape.lines, 1), 150, 350) * float(f.shape.lines > 1),
    ),
)

FORM = (
    Evidence(
        name="turns", says="{f.shape.turns} questions in lines of their own", degree=lambda f: rise(f.shape.turns, 0, 2)
    ),
    Evidence(
        name="answers",
        says="{f.shape.answered} lines that open with who answers",
        degree=lambda f: rise(f.shape.answered, 0, 3) * float(f.shape.turns > 0),
    ),
    Evidence(
        name="speakers-with-colon",
        says="speakers set off by a colon",
        degree=lambda f: rise(f.shape.answered, 0, 3) * float(f.shape.turns == 0),
    ),
    Evidence(name="list-rows", says="{f.shape.items} rows of a list", degree=lambda f: rise(f.shape.items, 1, 6)),
    Evidence(
        name="mostly-list",
        says="most lines are rows of a list",
        degree=lambda f: rise(f.shape.items / max(f.shape.lines, 1), 0.25, 0.6) * float(f.shape.items > 2),
    ),
    Evidence(name="sections", says="sections 一、(一)", degree=lambda f: rise(f.shape.sections, 1, 6)),
    Evidence(name="articles-of-law", says="articles 第一条", degree=lambda f: rise(f.shape.articles, 2, 6)),
    Evidence(name="subheads", says="{f.shape.subheads} subheads", degree=lambda f: rise(f.shape.subheads, 0, 3)),
    Evidence(
        name="many-subheads",
        says="{f.shape.subheads} sections under subheads",
        degree=lambda f: rise(f.shape.subheads, 2, 5) * float(f.shape.items < f.shape.subheads),
    ),
    Evidence(
        name="short-lines", says="short lines without a full stop", degree=lambda f: rise(f.shape.short, 0.15, 0.7)
    ),
    Evidence(
        name="labelled-lines", says="lines with a label and a colon", degree=lambda f: rise(f.shape.labelled, 1, 5)
    ),
    Evidence(name="addressed-to-bodies", says="addressed to offices", degree=lambda f: float(f.shape.addressed == 1)),
    Evidence(name="salutation", says="a salutation", degree=lambda f: float(f.shape.addressed == 2)),
    Evidence(name="dated-at-foot", says="a date at the foot", degree=lambda f: float(f.shape.dated)),
    Evidence(name="document-number", says="a document number", degree=lambda f: float(f.shape.numbered)),
    Evidence(
        name="caption-words",
        says="图为… or places in a picture",
        degree=lambda f: rise(f.shape.shown, 0, 1) * rise(-f.shape.length, -400, -250),
    ),
    Evidence(name="telephones", says="{f.shape.phones} telephone numbers", degree=lambda f: rise(f.shape.phones, 0, 2)),
    Evidence(
        name="questions",
        says="questions",
        degree=lambda f: rise(1000 * f.shape.questions / max(f.shape.length, 300), 0.5, 5),
    ),
    Evidence(
        name="note-only",
        says="an editor's note and no body",
        degree=lambda f: float("editor_note" in f.roles and not f.roles & {"paragraph", "item"}),
    ),
    Evidence(
        name="editors-alone",
        says="编者按, 编后 and little more",
        degree=lambda f: (
            float(f.words.counts.get("editors", 0) + f.words.headline.get("note", 0) > 0)
            * rise(-f.shape.length, -900, -450)
        ),
    ),
    Evidence(
        name="caption-only",
        says="a caption and no body",
        degree=lambda f: float("caption" in f.roles and not f.roles & {"paragraph", "item"}),
    ),
)

SIGNED = (
    Evidence(name="dateline", says="dateline", degree=lambda f: float(f.signed.dateline)),
    Evidence(
        name="dateline-at-foot", says="the dateline in brackets at the end", degree=lambda f: float(f.signed.sent_last)
    ),
    Evidence(name="office", says="signed by an office", degree=lambda f: float(f.signed.office)),
    Evidence(
        name="reporters",
        says="signed by reporters",
        degree=lambda f: float(f.signed.reporters > 0 and not f.signed.byline),
    ),
    Evidence(name="bare-name", says="signed with a bare name", degree=lambda f: float(f.signed.bare)),
    Evidence(name="commentator", says="signed by a commentator", degree=lambda f: float(f.signed.commentator)),
    Evidence(
        name="byline-line",
        says="a byline in a line of its own, no dateline",
        degree=lambda f: float(f.signed.byline and not f.signed.dateline and not f.signed.office),
    ),
    Evidence(
        name="long-under-byline",
        says="a byline over a long text, no dateline",
        degree=lambda f: (
            float(f.signed.byline and f.signed.reporters and not f.signed.dateline) * rise(f.shape.length, 500, 1000)
        ),
    ),
    Evidence(
        name="dateline-and-byline",
        says="a dateline, and a byline in a line of its own",
        degree=lambda f: float(f.signed.byline and f.signed.dateline),
    ),
    Evidence(
        name="credit-last",
        says="a photographer's credit and little text",
        degree=lambda f: float(f.signed.credit > 0 and not f.signed.dateline) * rise(-f.shape.length, -400, -250),
    ),
    Evidence(
        name="unsigned",
        says="neither dateline nor signature",
        degree=lambda f: float(not (f.signed.dateline or f.signed.reporters or f.signed.office or f.signed.bare)),
    ),
)

WORDS = (
    Evidence(
        name="no-news",
        says="short, and no word that makes it news",
        degree=lambda f: (
            float(not (f.signed.dateline or f.shape.timed or f.words.counts.keys() & _NEWS))
            * rise(-f.shape.length, -450, -330)
        ),
    ),
    rate("stress", 6, "指出, 强调, 要求"),
    rate("says", 8, "说, 表示, 介绍"),
    rate("news", 6, "日前, 获悉, 据了解"),
    rate("meeting", 8, "meeting words 出席, 主持, 会见"),
    rate("scene", 8, "scene words 走进, 只见, 眼前"),
    Evidence(
        name="scene-lead",
        says="opens with a scene or with what somebody says",
        degree=lambda f: float(f.shape.scene),
    ),
    rate("onsite", 2, "the reporter on the spot 记者来到, 记者看到"),
    rate("person", 10, "a life told 岁, 妻子, 毕业, 入党"),
    Evidence(
        name="death",
        says="the set form of an obituary 因病, 逝世, 享年",
        degree=lambda f: rise(f.words.different.get("death", 0), 1, 4),  # 逝世 alone is said again and again
        fact="death",
    ),
    rate("slogan", 20, "shown by 坚持, 推动, 切实"),
    rate("theory", 8, "doctrine 理论, 内涵, 重要论述"),
    rate("argue", 10, "argues 唯有, 才能, 值得"),
    rate("must", 10, "exhorts 必须, 要, 应"),
    rate("announce", 8, "announces 敬请, 咨询电话, 如下"),
    rate("decree", 5, "official wording 施行, 全文如下, 各位代表"),
    rate("figures", 8, "figures 同比, 亿元"),
    rate("steps", 5, "一是, 二是"),
    rate("recent", 4, "近年来, 今年以来, 下一步"),
    rate("life", 6, "advice 症状, 预防"),
    rate("we", 6, "我们 outside quotation marks"),
    rate("our", 5, "我市, 我县"),
    rate("self", 5, "我 outside quotation marks"),
    rate("he", 12, "他, 她"),
    rate("dear", 5, "你们好, 致以, 祝"),
    counted("note", 2, "编者按, 敬请关注"),
    counted("caption", 2, "图为…, 正在"),
    counted("occasion", 2, "an occasion of the day"),
    counted("issued", 1, "印发, 通知指出"),
    counted("hot", 1, "专访, 答记者问"),
    counted("slug", 1, "电题:, 通讯:, 综述:"),
    counted("wire-comment", 1, "评论员文章, 发表社论"),
    counted("call", 3, "a call at the end"),
    counted("present", 2, "names present at the end"),
    counted("film", 3, "监制, 剪辑"),
    counted("scholar", 1, "作者系…, 作者为…"),
    Evidence(name="quotations", says="quotations", degree=lambda f: rise(f.words.quoted, 0.02, 0.3)),
    Evidence(
        name="speeches",
        says="{f.speeches} sentences of direct speech",
        degree=lambda f: rise(f.speeches * 1000 / max(f.shape.length, 400), 0, 6),
    ),
    Evidence(
        name="one-person",
        says="one name from beginning to end",
        degree=lambda f: (
            rise(f.person.share, 0.25, 0.7)
            * max(rise(f.person.pronouns, 1, 6), 0.6 * f.person.in_headline)
            * rise(-f.person.official, -0.4, -0.15)
        ),
    ),
    Evidence(name="person-in-headline", says="the name in the headline", degree=lambda f: float(f.person.in_headline)),
    Evidence(
        name="person-throughout",
        says="one name in nearly every paragraph",
        degree=lambda f: (
            rise(f.person.share, 0.7, 0.95)
            * rise(f.person.pronouns, 2, 7)
            * rise(-f.person.official, -0.3, -0.1)
            * rise(f.shape.lines, 3, 6)
        ),
    ),
    Evidence(
        name="official-person",
        says="one name, which says and attends",
        degree=lambda f: rise(f.person.official, 0.1, 0.4) * rise(f.person.share, 0.25, 0.7),
    ),
)

HEADLINE = (
    titled("comment", "headline with 时评, 评论员, 论"),
    titled("briefs", "headline with 快讯, 简讯"),
    titled("argue", "headline that exhorts"),
    titled("interview", "headline with 专访, 对话"),
    titled("notice", "headline with 公告, 名单, 提醒"),
    titled("document", "headline with 条例, 决定, 讲话"),
    titled("letter", "headline with 贺信, 公开信, 诗"),
    titled("photo", "headline with 图片, 组图"),
    titled("note", "headline with 编者按, 编后"),
    titled("feature", "headline with 纪实, 侧记, 观察"),
    titled("profile", "headline with 记…, 追记, 人物"),
    titled("news", "headline that reports"),
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
        degree=lambda f: float(f.before_colon == "other" or f.headline.startswith("【")),
    ),
    Evidence(
        name="headline-place",
        says="a place before a colon",  # 江苏南京:“党员先锋岗”亮起来
        degree=lambda f: float(f.before_colon == "place"),
    ),
    Evidence(
        name="headline-name",
        says="a name before a colon",  # 董清:守好最后一道防线
        degree=lambda f: float(f.before_colon == "name") * rise(-f.person.official, -0.4, -0.15),
    ),
    Evidence(
        name="headline-dash",
        says="a dash in the headline",
        degree=lambda f: float("—" in f.headline or "―" in f.headline),
    ),
    Evidence(
        name="not-chinese",
        says="hardly any Chinese",
        degree=lambda f: rise(f.shape.foreign, 0.45, 0.8),
    ),
    Evidence(name="no-headline", says="no headline", degree=lambda f: float(not f.headline)),
    Evidence(
        name="bare-caption",
        says="no headline, one short paragraph, no dateline",
        degree=lambda f: (
            float(not f.headline and f.shape.lines < 3 and not f.signed.dateline and f.shape.foreign < 0.5)
            * rise(-f.shape.length, -350, -200)
            # 昨天, … 通车: news that lost its headline; a caption says what one sees
            * (0.4 if f.shape.timed and not (f.signed.credit or "caption" in f.words.counts) else 1.0)
        ),
    ),
)

ALL: tuple[Evidence, ...] = (*SIZE, *FORM, *SIGNED, *WORDS, *HEADLINE)
