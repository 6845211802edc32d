"""What a person wants to look at in a terminal: the articles of a page, then its figures."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from govnews.headers.header import Header
from govnews.mentions.mention import Mention, When
from govnews.model import Article, Page

_TITLE = 44  # columns of the terminal; a Chinese character takes two
_FIGURE = 26
_PEOPLE = 20
_NEAR = 24


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> width("5月18日")
    7
    """
    return sum(2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def fitted(text: str, columns: int) -> str:
    """Return the text cut with … where it is wider than the columns given."""
    if width(text) <= columns:
        return text
    kept = ""
    for ch in text:
        if width(kept + ch) > columns - 1:
            break
        kept += ch
    return kept + "…"


def grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their heads, columns aligned by the width of the characters."""
    table = [list(head), *(list(row) for row in rows)]
    widths = [max(width(row[at]) for row in table) for at in range(len(head))]

    def line(row: Sequence[str]) -> str:
        return "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()

    return "\n".join([line(table[0]), "  ".join("-" * wide for wide in widths), *map(line, table[1:])])


def to_table(page: Page) -> str:
    """Return tables: the articles (kind, headline, author, place, date, length, figures), the doubts, the figures.

    >>> from govnews import read_page
    >>> print(to_table(read_page("近日,石泉村200余户村民喝上了自来水。")).splitlines()[-1])
    a1  count  200余户  200    户    over   count

    .. versionadded:: 0.1.0
    """
    articles = grid(
        ("id", "kind", "headline", "by", "place", "date", "chars", "figures"),
        (_article_row(article) for article in page.articles),
    )
    owned = [(article.id, article.text, mention) for article in page.articles for mention in article.mentions]
    owned += [("-", "", mention) for mention in page.mentions]
    figures = grid(
        ("id", "type", "printed", "value", "unit", "bound", "rule"), (_figure_row(name, one) for name, _, one in owned)
    )
    title = f"{page.source or 'page'}, issued {page.issued or 'unknown'}: {_counted(len(page.articles))}"
    return f"{title}\n\n{articles}\n\n{_doubts(page)}{figures}"


def _doubts(page: Page) -> str:
    if not page.doubts:
        return ""
    owned = {span: (one.id, block.text) for one in page.articles for block in one.blocks for span in block.spans}
    owned |= {span: ("-", block.text) for block in page.furniture for span in block.spans}
    rows = []
    for doubt in page.doubts:
        owner, text = owned.get(doubt.spans[0], ("-", ""))
        rows.append((owner, doubt.kind.value, f"{doubt.confidence:.2f}", fitted(text, _NEAR), doubt.other))
    return grid(("id", "doubt", "sure", "at", "or else"), rows) + "\n\n"


def _counted(articles: int) -> str:
    return "1 article" if articles == 1 else f"{articles} articles"


def _first(headers: Iterable[Header], name: str) -> str:
    found = (getattr(header, name) for header in headers)
    return next((value.text for value in found if value is not None), "")


def _article_row(article: Article) -> tuple[str, ...]:
    people = [person.name or person.office or "" for header in article.headers for person in header.contributors]
    return (
        article.id,
        "/".join(filter(None, (article.kind.label.value, article.kind.subkind))),
        fitted(article.headline or f"({(article.blocks[0].text if article.blocks else '')[:_NEAR]})", _TITLE),
        fitted("、".join(people), _PEOPLE),
        _first(article.headers, "place"),
        _first(article.headers, "date"),
        str(sum(len("".join(block.text.split())) for block in article.body)),
        str(len(article.mentions)),
    )


def _figure_row(name: str, mention: Mention) -> tuple[str, ...]:
    printed = fitted(mention.text, _FIGURE)
    if isinstance(mention, When):
        value = mention.edtf or ("vague" if mention.vague else "?")
        value = f"{value} {mention.time}" if mention.time else value
        return name, mention.type.value, printed, value, mention.grain.value if mention.grain else "", "", mention.rule
    value = format(mention.value, "f") + ("" if mention.upper is None else f"..{mention.upper:f}")
    bound = mention.bound.value if mention.bound else ""
    return name, mention.type.value, printed, value, mention.unit or "", bound, mention.rule
