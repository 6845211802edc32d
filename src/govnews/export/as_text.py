"""The mended page, article by article, as plain text."""

from govnews.layout.draft import Role
from govnews.model import Article, Page

_OVER = {Role.KICKER, Role.HEADLINE, Role.DECK}


def to_text(page: Page) -> str:
    """Return the page as it reads: each article under its headline, broken paragraphs whole.

    >>> from govnews import read_page
    >>> print(to_text(read_page("村民用上自来水\\n\\n近日,石泉村通了\\n\\n自来水。")))
    # 村民用上自来水
    <BLANKLINE>
    近日,石泉村通了自来水。

    .. versionadded:: 0.1.0
    """
    parts = [_article(article) for article in page.articles]
    if page.furniture:
        parts.append("---\n\n" + "\n".join(block.text for block in page.furniture))
    return "\n\n\n".join(parts)


def _article(article: Article) -> str:
    title = " / ".join(part for part in (article.kicker, article.headline, article.deck) if part)
    lines = [f"# {title}"] if title else [f"# ({article.kind.label.value})"]
    for block in article.blocks:
        if block.role is Role.SUBHEAD:
            lines.append(f"## {block.text}")
        elif block.role not in _OVER:
            lines.append(block.text)
    return "\n\n".join(lines)
