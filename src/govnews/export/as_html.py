"""Pictures to look at: a page as printed with what was read in it, in one HTML file or in a notebook."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from govnews.export.picture.frame import document, embedded
from govnews.export.picture.markup import Markup
from govnews.export.picture.parts import of_article, of_page, of_text, prefix_of
from govnews.headers.header import Header
from govnews.mentions.mention import Mention
from govnews.model import Article, Page

_SKIP = (
    ("printed", "版面", "the page"),
    ("mended", "文章", "the articles"),
    ("figures", "数字", "the figures"),
)


@overload
def to_html(shown: Page | Article) -> str: ...
@overload
def to_html(shown: Sequence[Mention | Header], text: str) -> str: ...
def to_html(shown: Page | Article | Sequence[Mention | Header], text: str = "") -> str:
    r"""Return a picture as one HTML document that fetches nothing.

    Of a page: the page line by line as printed, each article in its colour, broken lines and headlines tied, figures
    and attributions underlined with what they say, doubts marked; beside it the articles mended; beneath it the
    figures in a table that can be sorted. Of mentions: the text that they were found in, and the table.

    Args:
        shown: a page, an article, or what `find_mentions` or `find_headers` found.
        text: what they were found in.

    >>> from govnews import find_mentions, read_page
    >>> page = read_page("村民用上自来水\n\n近日,石泉村200余户村民用\n\n上了自来水。")
    >>> to_html(page)[:34]
    '<!DOCTYPE html>\n<html lang="zh">\n<'
    >>> text = "总投资320万元"
    >>> 'data-sort="3200000"' in to_html(find_mentions(text), text)
    True

    .. versionadded:: 0.2.0
    """
    if isinstance(shown, Page):
        return "".join(html_of_pages([shown]))
    if isinstance(shown, Article):
        return "".join(document(shown.headline or "govnews", [of_article(shown)]))
    return "".join(document("govnews", [of_text(shown, text)]))


def html_of_pages(pages: Iterable[Page]) -> Iterator[str]:
    """Yield one HTML document of all pages, piece by piece, each page as soon as it comes; nothing where none comes.

    >>> from govnews import read_pages
    >>> "".join(html_of_pages(read_pages("石泉村通了自来水。\\f全村200余户。"))).count('class="masthead"')
    2

    .. versionadded:: 0.2.0
    """
    coming = iter(pages)
    first = next(coming, None)
    if first is None:
        return
    parts = (of_page(page, f"p{at}-") for at, page in enumerate(chain([first], coming), 1))
    yield from document(first.source or "govnews", parts, [(f"p1-{key}", zh, en) for key, zh, en in _SKIP])


def notebook_html(shown: Page | Article) -> str:
    """Return the picture as a part of a notebook: its style is bound to it, and it has no script.

    >>> from govnews import read_article
    >>> notebook_html(read_article("近日,石泉村通了自来水。"))[:47]
    '<div class="govnews embedded" lang="zh"><style>'

    .. versionadded:: 0.2.0
    """
    prefix = prefix_of(shown)
    part: Markup = of_page(shown, prefix) if isinstance(shown, Page) else of_article(shown, prefix)
    return embedded(part)
