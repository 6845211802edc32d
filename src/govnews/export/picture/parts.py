"""The parts of the picture put together: of a page, of an article, of text with what was found in it."""

import hashlib
from collections.abc import Iterator, Sequence

from govnews.export.picture.figures import framed, heads, table_of
from govnews.export.picture.ink import Item, Items
from govnews.export.picture.markup import Content, Markup, both, flat, tag
from govnews.export.picture.mended import Mended, signatures
from govnews.export.picture.printed import Printed
from govnews.export.picture.sheet import sheet_of
from govnews.headers.header import Header
from govnews.layout.draft import Doubt
from govnews.mentions.mention import Mention
from govnews.model import Article, Page
from govnews.span import Span

_DOUBTS = (("行", "line"), ("存疑", "doubt"), ("把握", "sure"), ("或者", "or else"), ("依据", "because of"))


def of_page(page: Page, prefix: str = "p1-") -> Markup:
    """Return the picture of a page; all names in it begin with `prefix`."""
    stray = Items.of(page.headers, page.mentions, f"{prefix}x")
    items = [Items.of(one.headers, one.mentions, f"{prefix}a{at}-", at - 1) for at, one in enumerate(page.articles, 1)]
    inks = {None: stray.ink()} | {at: one.ink() for at, one in enumerate(items)}
    printed = Printed(prefix, sheet_of(page), inks, page.doubts)
    articles = [
        Mended(article, at, prefix, one.ink(linked=False), one.headers).section()
        for at, (article, one) in enumerate(zip(page.articles, items, strict=True))
    ]
    figures = [item for one in items for item in one.mentions] + list(stray.mentions)
    shown = printed.section()
    return tag(
        "section",
        _masthead(page, len(figures), prefix),
        tag(
            "div",
            _part("printed", prefix, "版面原样", "As printed", _legend(page.doubts), shown),
            _part("mended", prefix, "还原文章", "Articles mended", articles or tag("p", "—"), _stray(stray.headers)),
            class_="spread",
        ),
        _part("figures", prefix, "数字和时间", "Figures and times", table_of(figures, prefix)),
        _doubts(page.doubts, printed, prefix) if page.doubts else None,
        class_="page",
        aria_labelledby=f"{prefix}title",
        id=f"{prefix}page",
    )


def of_article(article: Article, prefix: str = "p1-") -> Markup:
    """Return the picture of an article alone."""
    items = Items.of(article.headers, article.mentions, f"{prefix}a1-", 0)
    shown = Mended(article, 0, prefix, items.ink(), items.headers, level=2).section()
    return tag("section", shown, table_of(items.mentions, prefix, owned=False), class_="page alone")


def of_text(found: Sequence[Mention | Header], text: str, prefix: str = "p1-") -> Markup:
    """Return the picture of a text with what was found in it."""
    headers = [one for one in found if isinstance(one, Header)]
    items = Items.of(headers, [one for one in found if not isinstance(one, Header)], prefix)
    shown = tag("div", items.ink().text(text, Span(0, len(text))), class_="given")
    table = table_of(items.mentions, prefix, owned=False) if items.mentions or not headers else None
    return tag("section", shown, signatures(items.headers), table, class_="page alone")


def prefix_of(shown: Page | Article | str) -> str:
    """Return a prefix that is the same for the same content, and else another: pictures may share a notebook."""
    if isinstance(shown, Page):
        return f"g{shown.text_sha256[:8]}-"
    told = shown if isinstance(shown, str) else "\n".join(block.text for block in shown.blocks)
    return f"g{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}-"


def _part(name: str, prefix: str, chinese: str, english: str, *content: Content) -> Markup:
    key = f"{prefix}{name}"
    title = tag("h2", both(chinese, english), id=f"{key}-title")
    return tag("section", title, *content, class_=name, id=key, aria_labelledby=f"{key}-title")


def _masthead(page: Page, figures: int, prefix: str) -> Markup:
    return tag(
        "header",
        tag("h1", page.source or both("报纸一版", "A newspaper page"), id=f"{prefix}title"),
        tag("p", [tag("span", part) for part in _told(page, figures)], class_="counts"),
        class_="masthead",
    )


def _told(page: Page, figures: int) -> Iterator[Markup]:
    if page.issued is not None:
        yield flat(both("出版日", "issued"), f" {page.issued}")
    elif page.issued_inferred is not None:
        yield flat(both("出版日(推断)", "issued, as inferred"), f" {page.issued_inferred.edtf}")
    else:
        yield both("出版日不明", "day of issue unknown")
    yield both(f"{len(page.articles)} 篇", _counted(len(page.articles), "article"))
    yield both(f"{figures} 项数字和时间", _counted(figures, "figure"))
    yield both(f"{len(page.doubts)} 处存疑", _counted(len(page.doubts), "doubt"))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _legend(doubts: Sequence[Doubt]) -> Markup:
    entries = [
        (tag("span", "12", class_="figure"), "数字", "figure"),
        (tag("span", "5月", class_="when"), "时间", "time"),
        (tag("span", "本报讯", class_="by"), "署名", "attribution"),
        (tag("i", class_="key join"), "断行接续", "a broken line goes on"),
        (tag("i", class_="key head"), "标题与正文", "headline to text"),
        (tag("i", class_="key flow"), "转接他处", "goes on elsewhere"),
    ]
    if doubts:
        entries.append((tag("span", "?", class_="key doubt"), "存疑", "doubt"))
    shown = [tag("li", tag("span", sign, aria_hidden="true"), " ", both(zh, en)) for sign, zh, en in entries]
    return tag("ul", shown, class_="legend", aria_label="图例 legend")


def _stray(signed: Sequence[Item[Header]]) -> Markup | None:
    if not signed:
        return None
    return tag(
        "div", tag("p", both("不属任何文章的署名", "attributions of no article"), class_="told"), signatures(signed)
    )


def _doubts(doubts: Sequence[Doubt], printed: Printed, prefix: str) -> Markup:
    label = f"存疑 doubts, {len(doubts)}"
    table = framed(
        heads(_DOUBTS), printed.listed(), both(f"存疑 {len(doubts)} 处", _counted(len(doubts), "doubt")), label
    )
    return _part("doubts", prefix, "存疑", "Doubts", table)
