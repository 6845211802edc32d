"""Each public verb on any text, with all that must hold of its answer; for the fuzzer, its finds and the properties."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import govnews
from govnews.errors import DocumentError, LexiconError, ParseError, SourceError, SpellingError
from govnews.export import from_json, to_json, to_table, to_text
from govnews.lexicon import Lexicon, read_table
from govnews.sources.textfile import decode
from govnews.trace import explain
from laws import ISSUED, check_article, check_found, check_page, check_pages


def page(text: str) -> None:
    read = govnews.read_page(text, issued=ISSUED if len(text) % 2 else None)
    check_page(text, read)
    assert from_json(to_json(read)) == read
    to_table(read), to_text(read)


def pages(text: str) -> None:
    read = govnews.read_pages(text)
    check_pages(text, read)
    links = govnews.link_pages(read)
    for at, sheet in enumerate(read):
        for article in sheet.articles:
            govnews.whole_text(read, links, page=at, article=article.id)


def article(text: str) -> None:
    check_article(text, govnews.read_article(text))


def mentions(text: str) -> None:
    check_found(text, govnews.find_mentions(text, issued=ISSUED if len(text) % 2 else None))


def headers(text: str) -> None:
    check_found(text, govnews.find_headers(text, issued=ISSUED if len(text) % 2 else None))


def explained(text: str) -> None:
    str(explain(text))


def parsed(text: str) -> None:
    """Every verb that takes one expression; what it cannot read it points at."""
    parses: tuple[Callable[[str], Any], ...] = (
        govnews.parse_number,
        govnews.parse_quantity,
        govnews.parse_date,
        govnews.parse_header,
    )
    for parse in parses:
        place = 0
        try:
            parse(text)
        except ParseError as error:
            place = error.at
            str(error)
        assert 0 <= place <= len(text)


def number(text: str) -> None:
    """What is read as a number is written out and read again."""
    try:
        value = govnews.parse_number(text)
    except ParseError:
        return
    with suppress(SpellingError):  # too long, or too many digits after the point
        assert govnews.parse_number(govnews.format_number(value)) == value


def document(text: str) -> None:
    """Any JSON is a page document or is told why not; a page document is written as it was read."""
    try:
        read = from_json(text)
    except DocumentError:
        return
    assert from_json(to_json(read)) == read
    to_table(read), to_text(read)


def file(text: str) -> None:
    """What the command does with the bytes of a file, here one character each."""
    data = text.encode("latin-1", "replace")
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            shown = decode(data, "p.txt", encoding)
        except SourceError:
            continue
        assert "\r" not in shown
        check_found(shown, govnews.find_mentions(shown))


def table(text: str) -> None:
    """A table of words, read as `Lexicon.extended` reads it, and read by."""
    with suppress(LexiconError):
        read_table(text, "words.tsv")


VERBS: dict[str, Callable[[str], None]] = {
    "read_page": page,
    "read_pages": pages,
    "read_article": article,
    "find_mentions": mentions,
    "find_headers": headers,
    "explain": explained,
    "parse": parsed,
    "numbers": number,
    "from_json": document,
    "decode": file,
    "tables": table,
}


@cache
def warm() -> None:
    """Load what is read at first use, so that no input is blamed for it."""
    govnews.read_page("标题\n\n本报临河6月3日讯(记者 周敏) 近日,推进新旧动能转换。", lexicon=Lexicon.default())
