"""The mended page, article by article, as plain text."""

from govnews.layout.draft import Role
from govnews.model import Article, Page

_OVER = {Role.KICKER, Role.HEADLINE, Role.DECK}


def to_text(page: Page) -> str:
    r"""Return the page as it reads: each article under its headline, broken paragraphs whole.

    >>> from govnews import read_page
    >>> text = (
    ...     "村民用上自来水\n\n近日,石泉村自来水改造工程完工,总投资320万元,全村200余户村民用\n\n"
    ...     "上了放心水。工程铺设管道11.6公里。"
    ... )
    >>> print(to_text(read_page(text)))
    # 村民用上自来水
    <BLANKLINE>
    近日,石泉村自来水改造工程完工,总投资320万元,全村200余户村民用上了放心水。工程铺设管道11.6公里。

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
