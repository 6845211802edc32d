"""A page told in another way says the same: widths, line ends, indents, pages in one file, more text, other digits."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer import hard_wrapped, pages, stories
from govnews import Mention, Page, Quantity, Span, find_mentions, format_number, read_page, read_pages
from laws import said, said_header, said_mention
from strategies import newspapers, sentences

ISSUED = date(2023, 6, 4)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
ARTICLE = (
    "\n\n\n\n石泉村喝上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,东岭镇石泉村自来水改造工程完工,总投资近320万元,"
    "全村200余户村民用上了放心水。\n"
)
FORMS: dict[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(WIDE),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "lone CR": lambda text: text.replace("\n", "\r"),
    "indents by U+3000": lambda text: text.replace("\n\n", "\n\n　　"),
    "indents by spaces": lambda text: text.replace("\n\n", "\n\n    "),
    "indents by tabs": lambda text: text.replace("\n\n", "\n\n\t"),
    "blank lines before": "\n\n{}".format,
    "blank lines after": "{}\n\n\n".format,
    "spaces at the ends": lambda text: text.replace("\n", "  \n"),
}


@cache
def printed() -> tuple[str, ...]:
    return tuple(page.text for page in pages(12, 3))


@cache
def as_printed() -> tuple[Page, ...]:
    return tuple(read_page(text, issued=ISSUED) for text in printed())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_page_changes_nothing_that_it_says(form: str) -> None:
    for text, page in zip(printed(), as_printed(), strict=True):
        assert said(read_page(FORMS[form](text), issued=ISSUED)) == said(page)


@cache
def wrapped() -> tuple[str, ...]:
    """The same pages with each printed line a line of text, and nothing but the measure to tell what runs on."""
    return tuple(hard_wrapped(page, 18 + at, indent=at % 2 == 0).text for at, page in enumerate(pages(6, 3)))


@pytest.mark.parametrize("form", ["full width", "CRLF", "lone CR", "blank lines before"])
def test_a_form_of_a_hard_wrapped_page_changes_nothing_that_it_says(form: str) -> None:
    for text in wrapped():
        page, other = read_page(text, issued=ISSUED), read_page(FORMS[form](text), issued=ISSUED)
        assert said(other) == said(page)
        assert "\r" not in "".join(block.text for article in other.articles for block in article.blocks)


@pytest.mark.parametrize("at", range(0, 12, 2))
def test_pages_in_one_file_are_the_pages_alone(at: int) -> None:
    first, second = printed()[at : at + 2]
    together = read_pages(f"{first}\f{second}", issued=ISSUED)
    assert [said(page) for page in together] == [said(page) for page in as_printed()[at : at + 2]]


def test_each_page_of_a_file_has_the_day_that_it_prints() -> None:
    body = "石泉村通了自来水\n\n昨日,东岭镇石泉村200余户村民用上了放心水。"
    days = ["2023年6月4日 星期日", "2023年6月5日 星期一", "第03版:要闻"]
    pages = read_pages("\f".join(f"{day}\n\n{body}" for day in days))
    assert [str(page.issued) for page in pages] == ["2023-06-04", "2023-06-05", "2023-06-04"]


@given(newspapers(8), newspapers(8))
def test_any_two_pages_in_one_file_are_the_pages_alone(first: str, second: str) -> None:
    together = read_pages(f"{first}\f{second}\fA", issued=ISSUED)[:2]
    assert [said(page) for page in together] == [said(read_page(text, issued=ISSUED)) for text in (first, second)]


def figures(page: Page) -> set[tuple[tuple[Span, ...], object]]:
    mentions: list[Mention] = [*page.mentions, *(one for article in page.articles for one in article.mentions)]
    return {(one.spans, said_mention(one)) for one in mentions}


def test_an_article_more_takes_no_figure_and_no_attribution_away() -> None:
    for text, page in zip(printed(), as_printed(), strict=True):
        more = read_page(text + ARTICLE, issued=ISSUED)
        assert figures(page) <= figures(more)
        signed = [[said_header(one) for article in one.articles for one in article.headers] for one in (page, more)]
        assert all(signed[1].count(header) >= signed[0].count(header) for header in signed[0])
        assert any(article.headline == "石泉村喝上自来水" for article in more.articles)


DIGITS = re.compile("[0-9]{2,}")
BROKEN = re.compile("[0-9][.,][0-9]")


def respelt(text: str, style: str) -> str:
    """Return the text with its whole amounts and counts of two digits or more in Chinese, or in full-width digits."""
    made, at = "", 0
    for one in find_mentions(text, issued=ISSUED):
        digits = list(DIGITS.finditer(one.text))
        if isinstance(one, Quantity) and one.type in ("money", "measure", "count") and len(digits) == 1:
            start = one.spans[0].start + digits[0].start()
            shown = digits[0][0]
            if not BROKEN.search(one.text):
                made += text[at:start]
                made += format_number(int(shown)) if style == "chinese" else shown.translate(WIDE)
                at = start + len(shown)
    return made + text[at:]


@pytest.mark.parametrize("style", ["chinese", "wide"])
def test_digits_respelt_say_the_same(style: str) -> None:
    changed = 0
    for text in (text for story in stories() for _, text in story.body):
        told = [said_mention(one) for one in find_mentions(text, issued=ISSUED)]
        other = respelt(text, style)
        assert [said_mention(one) for one in find_mentions(other, issued=ISSUED)] == told
        changed += other != text
    assert changed > 20


@given(sentences, st.sampled_from(("chinese", "wide")))
def test_digits_of_any_sentence_respelt_say_the_same(sentence: str, style: str) -> None:
    told = [said_mention(one) for one in find_mentions(sentence, issued=ISSUED)]
    assert [said_mention(one) for one in find_mentions(respelt(sentence, style), issued=ISSUED)] == told
