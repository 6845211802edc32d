"""What a user's type checker sees: mypy --strict reads this file, nobody runs it."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, assert_never, assert_type

from govnews import (
    SI,
    Article,
    Block,
    Bound,
    Contributor,
    Form,
    Grain,
    Header,
    HeaderDate,
    Kind,
    Label,
    Lexicon,
    Mention,
    MentionType,
    Outlet,
    Page,
    Place,
    Quantity,
    Role,
    Span,
    When,
    export,
    find_headers,
    find_mentions,
    parse_date,
    parse_header,
    parse_number,
    parse_quantity,
    read_article,
    read_page,
    trace,
)


def pages(text: str, lexicon: Lexicon) -> None:
    page = read_page(text, issued=date(2023, 5, 19), lexicon=lexicon)
    assert_type(page, Page)
    assert_type(page.articles, tuple[Article, ...])
    assert_type(page.furniture, tuple[Block, ...])
    assert_type(page.issued, date | None)
    assert_type(page.source, str | None)
    assert_type(Lexicon.default(), Lexicon)


def articles(text: str) -> None:
    article = read_article(text, headline="标题")
    assert_type(article, Article)
    assert_type(article.headline, str | None)
    assert_type(article.body, tuple[Block, ...])
    assert_type(article.text, str)
    assert_type(article.kind, Kind)
    assert_type(article.kind.label, Label)
    assert_type(article.blocks[0].role, Role)
    assert_type(article.blocks[0].spans, tuple[Span, ...])
    assert_type(article.blocks[0].spans[0].start, int)


def headers(text: str) -> None:
    assert_type(find_headers(text), tuple[Header, ...])
    header = parse_header(text)
    assert_type(header, Header)
    assert_type(header.form, Form)
    assert_type(header.outlet, Outlet | None)
    assert_type(header.place, Place | None)
    assert_type(header.date, HeaderDate | None)
    assert_type(header.contributors, tuple[Contributor, ...])
    assert_type(header.contributors[0].name, str | None)


def mentions(text: str) -> None:
    found = find_mentions(text)
    assert_type(found, tuple[Mention, ...])
    for mention in found:
        assert_type(mention.type, MentionType)
        if isinstance(mention, Quantity):
            assert_type(mention.value, Decimal)
            assert_type(mention.upper, Decimal | None)
            assert_type(mention.bound, Bound | None)
            assert_type(mention.si, SI | None)
        elif isinstance(mention, When):
            assert_type(mention.edtf, str | None)
            assert_type(mention.start, date | None)
            assert_type(mention.grain, Grain | None)
        else:
            assert_never(mention)


def expressions() -> None:
    assert_type(parse_number("一千零一"), Decimal)
    assert_type(parse_quantity("近1.6万亩"), Quantity)
    assert_type(parse_date("5月18日", issued=date(2023, 5, 19)), When)


def exports(page: Page) -> None:
    assert_type(export.to_json(page, indent=1), str)
    assert_type(export.to_document(page), dict[str, Any])
    assert_type(export.from_json(""), Page)
    assert_type(export.to_table(page), str)
    assert_type(export.to_text(page), str)
    assert_type(export.to_html(page), str)
    assert_type(export.to_html(page.articles[0]), str)
    assert_type(export.to_html(find_mentions("3户"), "3户"), str)
    assert_type(export.html_of_pages([page]), Iterator[str])
    assert_type(export.schema(), dict[str, Any])
    assert_type(str(trace.explain("总投资55亿元")), str)


def tuples_are_sequences(page: Page) -> Sequence[Article]:
    return page.articles


def wrong(text: str, page: Page) -> None:
    read_page(text, date(2023, 5, 19))  # type: ignore[call-arg]  # issued is named, always
    page.issued = None  # type: ignore[misc]  # frozen
    parse_number(3)  # type: ignore[arg-type]
