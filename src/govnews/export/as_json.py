"""The page document: Page to JSON, nothing lost; `from_json.py` is the way back.

Its JSON Schema (2020-12) is `page.schema.json` beside this file; `schema()` gives it.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from govnews.headers.header import Header, Inferred
from govnews.layout.draft import Doubt
from govnews.mentions.mention import Change, Mention, When
from govnews.model import SCHEMA, Article, Block, Page
from govnews.span import Span


def to_document(page: Page) -> dict[str, Any]:
    """Return the page document as plain dicts, lists, strings and numbers.

    >>> from govnews import read_page
    >>> to_document(read_page("近日,石泉村通了自来水。"))["articles"][0]["blocks"][0]["role"]
    'paragraph'

    .. versionadded:: 0.1.0
    """
    return {
        "schema": SCHEMA,
        "source": page.source,
        "text_sha256": page.text_sha256,
        "issued": _day(page.issued),
        "issued_inferred": None if page.issued_inferred is None else _inferred(page.issued_inferred),
        "articles": [_article(article) for article in page.articles],
        "furniture": [_block(block) for block in page.furniture],
        "headers": [header_document(header) for header in page.headers],
        "mentions": [mention_document(mention) for mention in page.mentions],
        "doubts": [_doubt(doubt) for doubt in page.doubts],
    }


def to_json(page: Page, *, indent: int | None = None) -> str:
    r"""Return the page document as JSON, Chinese characters as they are.

    >>> from govnews import read_page
    >>> from govnews.export import from_json
    >>> page = read_page("村民用上自来水\n\n近日,石泉村通了自来水。")
    >>> from_json(to_json(page)) == page
    True

    .. versionadded:: 0.1.0
    """
    return json.dumps(to_document(page), ensure_ascii=False, indent=indent)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the page document.

    >>> schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'

    .. versionadded:: 0.1.0
    """
    text = (files("govnews") / "export" / "page.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _inferred(found: Inferred) -> dict[str, Any]:
    return {"edtf": found.edtf, "day": _day(found.day), "evidence": list(found.evidence)}


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _block(block: Block) -> dict[str, Any]:
    return {
        "role": block.role.value,
        "text": block.text,
        "spans": _spans(block.spans),
        "confidence": block.confidence,
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind.value,
        "confidence": doubt.confidence,
        "spans": _spans(doubt.spans),
        "evidence": list(doubt.evidence),
        "other": doubt.other,
    }


def header_document(header: Header) -> dict[str, Any]:
    """Return one attribution as the page document has it.

    >>> from govnews import parse_header
    >>> header_document(parse_header("本报济宁讯(通讯员 马骁)"))["contributors"]
    [{'role': '通讯员', 'name': '马骁', 'office': None, 'certain': True}]

    .. versionadded:: 0.2.0
    """
    outlet, place, day = header.outlet, header.place, header.date
    return {
        "form": header.form.value,
        "text": header.text,
        "spans": _spans(header.spans),
        "outlet": None if outlet is None else {"text": outlet.text, "name": outlet.name},
        "place": None if place is None else {"text": place.text, "code": place.code},
        "date": None if day is None else {"text": day.text, "edtf": day.edtf},
        "verb": header.verb,
        "contributors": [
            {"role": person.role, "name": person.name, "office": person.office, "certain": person.certain}
            for person in header.contributors
        ],
        "rule": header.rule,
    }


def mention_document(mention: Mention) -> dict[str, Any]:
    """Return one mention as the page document has it.

    >>> from govnews import find_mentions
    >>> [found] = [mention_document(mention) for mention in find_mentions("总投资近320万元")]
    >>> found["value"], found["unit"], found["bound"], found["spans"]
    ('3200000', 'CNY', 'about', [[3, 9]])

    .. versionadded:: 0.1.0
    """
    common = {
        "type": mention.type.value,
        "text": mention.text,
        "spans": _spans(mention.spans),
        "rule": mention.rule,
    }
    if isinstance(mention, When):
        return common | {
            "edtf": mention.edtf,
            "start": _day(mention.start),
            "end": _day(mention.end),
            "grain": None if mention.grain is None else mention.grain.value,
            "vague": mention.vague,
            "time": mention.time,
        }
    si = mention.si
    return common | {
        "value": _figure(mention.value),
        "upper": _figure(mention.upper),
        "unit": mention.unit,
        "bound": None if mention.bound is None else mention.bound.value,
        "ucum": mention.ucum,
        "si": None if si is None else {"value": _figure(si.value), "unit": si.unit},
        "per": mention.per,
        "change": None if mention.change is None else _change(mention.change),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "direction": change.direction.value,
        "basis": None if change.basis is None else change.basis.value,
        "over": change.over,
        "start": _figure(change.start),
        "end": _figure(change.end),
    }


def _article(article: Article) -> dict[str, Any]:
    kind = article.kind
    return {
        "id": article.id,
        "kind": {
            "label": kind.label.value,
            "confidence": kind.confidence,
            "evidence": list(kind.evidence),
            "subkind": kind.subkind,
            "genre_qcode": kind.genre_qcode,
            "schema_type": kind.schema_type,
        },
        "rubric": article.rubric,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "headers": [header_document(header) for header in article.headers],
        "blocks": [_block(block) for block in article.blocks],
        "mentions": [mention_document(mention) for mention in article.mentions],
        "rule": article.rule,
        "confidence": article.confidence,
        "borders": article.borders,
        "attachment": article.attachment,
    }
