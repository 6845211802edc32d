"""CSV as RFC 4180 has it: the articles, the blocks, the attributions or the figures of a page, a row each.

The columns are called as those of the tables of a corpus, where they mean the same. Values are exact, as text; what is
not known is empty; `spans` are the pieces on the page, `12-18 20-22`. Lines end with CR LF; fields with commas, quotes
or line breaks are quoted.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from govnews.export.running import sound
from govnews.headers.header import Contributor, Header
from govnews.mentions.mention import Mention, MentionType, Quantity
from govnews.model import Article, Block, Page
from govnews.span import Span
from govnews.text import squeeze

Row = dict[str, Any]
_PLACED = ("char_start", "char_end", "spans")
_PAGE = ("source", "text_sha256", "issued")

_ARTICLES = (
    *("article", "position", "kind", "kind_confidence", "subkind", "genre_qcode", "schema_type"),
    *("rubric", "kicker", "headline", "deck", "text", "characters", "outlet", "place", "adcode"),
    *("rule", "borders", "attachment", "doubt"),
)
_PARAGRAPHS = ("article", "position", "role", "text", "characters", *_PLACED, "doubt")
_HEADERS = (
    *("article", "contributor", "role", "name", "office", "certain", "form", "text", "outlet", "outlet_name"),
    *("place", "adcode", "date", "date_edtf", "verb", "rule", *_PLACED),
)
_MENTIONS = (
    *("article", "type", "text", "value", "upper", "bound", "unit", "currency", "per", "ucum", "si_value", "si_unit"),
    *("change_direction", "change_basis", "change_over", "change_start", "change_end"),
    *("edtf", "start", "end", "grain", "vague", "time", "other", "calendar", "rule", *_PLACED),
)
# what a spreadsheet takes for the beginning of a formula; full-width signs too, in East Asian settings
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_FIGURES = frozenset(("value", "upper", "si_value", "change_start", "change_end"))


def to_csv(page: Page, table: str = "mentions", *, heading: bool = True, spreadsheet: bool = False) -> str:
    r"""Return one table of a page as CSV.

    Cells stand as they are printed, those that begin with = + - @ as well: -20℃ stays -20℃ for programs. A file that
    people are to open in a spreadsheet is better made with `spreadsheet=True`.

    Args:
        page: the page.
        table: articles, paragraphs (blocks, those of the furniture too), headers (a row for each contributor) or
            mentions.
        heading: whether the first line names the columns.
        spreadsheet: put an apostrophe before text that a spreadsheet would take for a formula. Figures are left alone.

    Raises:
        ValueError: where there is no such table.

    >>> from govnews import read_page
    >>> [head, _, row] = to_csv(read_page("近日,石泉村200余户村民喝上了自来水。")).splitlines()
    >>> [*zip(head.split(","), row.split(","))][4:10]
    [('type', 'count'), ('text', '200余户'), ('value', '200'), ('upper', ''), ('bound', 'over'), ('unit', '户')]

    .. versionadded:: 0.2.0
    """
    if table not in TABLES:
        message = f"no table {table!r}: there are {', '.join(TABLES)}"
        raise ValueError(message)
    columns, rows = TABLES[table]
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    names = (*_PAGE, *columns)
    if heading:
        writer.writerow(names)
    about = {"source": page.source, "text_sha256": page.text_sha256, "issued": page.issued}
    for row in rows(page):
        cells = about | row
        writer.writerow([_cell(cells.get(name), guarded=spreadsheet and name not in _FIGURES) for name in names])
    return written.getvalue()


def _cell(value: Any, *, guarded: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    # readers written in C stop at a NUL
    text = sound(str(value)).replace("\0", "\ufffd")
    return f"'{text}" if guarded and isinstance(value, str) and text.startswith(_FORMULA) else text


def _placed(spans: Sequence[Span]) -> Row:
    told = " ".join(f"{span.start}-{span.end}" for span in spans)
    return {"char_start": spans[0].start, "char_end": spans[-1].end, "spans": told}


def _owners(page: Page) -> Iterator[tuple[str | None, Article | Page]]:
    yield from ((article.id, article) for article in page.articles)
    yield None, page


def _articles(page: Page) -> Iterator[Row]:
    for at, article in enumerate(page.articles, 1):
        kind, text = article.kind, article.body_text
        outlet = next((one.outlet for one in article.headers if one.outlet), None)
        spots = [one.place for one in article.headers if one.place]
        yield {
            "article": article.id,
            "position": at,
            "kind": kind.label.value,
            "kind_confidence": kind.confidence,
            "subkind": kind.subkind,
            "genre_qcode": kind.genre_qcode,
            "schema_type": kind.schema_type,
            "rubric": article.rubric,
            "kicker": article.kicker,
            "headline": article.headline,
            "deck": article.deck,
            "text": text,
            "characters": len(squeeze(text)),
            "outlet": outlet and (outlet.name or outlet.text),
            "place": spots[0].text if spots else None,
            "adcode": next((one.code for one in spots if one.code), None),
            "rule": article.rule,
            "borders": article.borders,
            "attachment": article.attachment,
            "doubt": round(1 - article.confidence, 9),
        }


def _paragraphs(page: Page) -> Iterator[Row]:
    for owner, held in _owners(page):
        blocks: Sequence[Block] = held.furniture if isinstance(held, Page) else held.blocks
        for at, block in enumerate(blocks, 1):
            yield {
                "article": owner,
                "position": at,
                "role": block.role.value,
                "text": block.text,
                "characters": len(squeeze(block.text)),
                **_placed(block.spans),
                "doubt": round(1 - block.confidence, 9),
            }


def _headers(page: Page) -> Iterator[Row]:
    for owner, held in _owners(page):
        for header in held.headers:
            whole = {"article": owner, **_header(header)}
            for at, person in enumerate(header.contributors, 1):
                yield whole | {"contributor": at} | _person(person)
            if not header.contributors:
                yield whole


def _header(header: Header) -> Row:
    outlet, place, day = header.outlet, header.place, header.date
    return {
        "form": header.form.value,
        "text": header.text,
        "outlet": outlet and outlet.text,
        "outlet_name": outlet and outlet.name,
        "place": place and place.text,
        "adcode": place and place.code,
        "date": day and day.text,
        "date_edtf": day and day.edtf,
        "verb": header.verb,
        "rule": header.rule,
        **_placed(header.spans),
    }


def _person(person: Contributor) -> Row:
    return {"role": person.role, "name": person.name, "office": person.office, "certain": person.certain}


def _mentions(page: Page) -> Iterator[Row]:
    for owner, held in _owners(page):
        for mention in held.mentions:
            shared = {"type": mention.type.value, "text": mention.text, "rule": mention.rule}
            yield {"article": owner, **shared, **_placed(mention.spans), **_read(mention)}


def _read(mention: Mention) -> Row:
    if isinstance(mention, Quantity):
        si, change = mention.si, mention.change
        return {
            "value": mention.value,
            "upper": mention.upper,
            "bound": mention.bound and mention.bound.value,
            "unit": mention.unit,
            "currency": mention.unit if mention.type is MentionType.MONEY else None,
            "per": mention.per,
            "ucum": mention.ucum,
            "si_value": si and si.value,
            "si_unit": si and si.unit,
            "change_direction": change and change.direction.value,
            "change_basis": change and change.basis and change.basis.value,
            "change_over": change and change.over,
            "change_start": change and change.start,
            "change_end": change and change.end,
        }
    return {
        "edtf": mention.edtf,
        "start": mention.start,
        "end": mention.end,
        "grain": mention.grain and mention.grain.value,
        "vague": mention.vague,
        "time": mention.time,
        "other": mention.other,
        "calendar": mention.calendar and mention.calendar.value,
    }


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Page], Iterator[Row]]]] = MappingProxyType(
    {
        "articles": (_ARTICLES, _articles),
        "paragraphs": (_PARAGRAPHS, _paragraphs),
        "headers": (_HEADERS, _headers),
        "mentions": (_MENTIONS, _mentions),
    }
)
