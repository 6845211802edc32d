"""A page to the rows of the tables; one function a table, the columns by their names."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any

from attrs import frozen

from govnews.corpus.tables import SCALE
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.mentions.mention import Mention, MentionType, Quantity, When
from govnews.model import Article, Block, Page
from govnews.span import Span
from govnews.text import fold, squeeze

Row = dict[str, Any]
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STEP = Decimal(1).scaleb(-SCALE)
_LEAST = Decimal(1).scaleb(6 - SCALE)  # from here on a rounded value has six figures at least


def decimal(value: Decimal | None) -> Decimal | None:
    """Return the value as the tables hold it: rounded to 12 places, None where that would not leave six figures.

    >>> decimal(Decimal("1.6E+5")), decimal(Decimal(1) / 3), decimal(Decimal("1E-14"))
    (Decimal('160000.000000000000'), Decimal('0.333333333333'), None)
    """
    if value is None or not value.is_finite() or (value and value.adjusted() >= 38 - SCALE):
        return None
    rounded = (value or Decimal(0)).quantize(_STEP, context=Context(prec=80))  # the caller's context may be narrower
    if rounded.adjusted() >= 38 - SCALE:
        return None
    return rounded if rounded == value or rounded.copy_abs() >= _LEAST else None


def text_hash(text: str) -> str:
    """Return the hash by which paragraphs of the same words are found, however they are spaced and whatever width.

    >>> text_hash("（记者　周敏）") == text_hash("(记者周敏)")
    True
    """
    return hashlib.sha256(squeeze(fold(text)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def page_key(name: str, sha256: str, sheet: int) -> str:
    """Return the id of a page: a hash of what the text is called and of what it says, and its place in the text."""
    digest = hashlib.sha256(f"{name}\0{sha256}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:20]}-{sheet}"


@lru_cache(maxsize=4)
def _outlet_kinds(lexicon: Lexicon) -> Mapping[str, str]:
    return {row["surface"]: row["kind"] for row in lexicon.rows("outlets")}


@frozen
class Sheet:
    """One page of a text, about to become rows."""

    page: Page
    name: str
    number: int
    outlet: str | None
    key: str
    kinds: Mapping[str, str]
    starts: Sequence[int]  # where the pieces of its blocks begin, sorted
    blocks: Sequence[Block]  # the block of each piece

    @classmethod
    def of(cls, page: Page, name: str, number: int, outlet: str | None, lexicon: Lexicon) -> "Sheet":
        blocks = [*page.furniture, *(block for article in page.articles for block in article.blocks)]
        pieces = sorted(((span.start, block) for block in blocks for span in block.spans), key=lambda one: one[0])
        return cls(
            page,
            name,
            number,
            outlet,
            page_key(name, page.text_sha256, number),
            _outlet_kinds(lexicon),
            [start for start, _ in pieces],
            [block for _, block in pieces],
        )

    def rows(self) -> dict[str, list[Row]]:
        """Return the rows of each table for this page."""
        owners: list[tuple[Article | None, str | None]] = [(one, f"{self.key}-{one.id}") for one in self.page.articles]
        owners.append((None, None))
        found: dict[str, list[Row]] = {name: [] for name in ("articles", "paragraphs", "headers", "mentions")}
        for at, (article, owner) in enumerate(owners, 1):
            whole = article or self.page
            if article is not None:
                found["articles"].append(self._article(article, owner, at))
            blocks = self.page.furniture if article is None else article.blocks
            found["paragraphs"] += [self._paragraph(block, owner, at) for at, block in enumerate(blocks, 1)]
            for header in whole.headers:
                found["headers"] += self._header(header, owner)
            found["mentions"] += [self._mention(mention, owner) for mention in whole.mentions]
        return {"pages": [self._page(found["paragraphs"])], **found}

    def _page(self, paragraphs: Sequence[Row]) -> Row:
        page, inferred = self.page, self.page.issued_inferred
        doubts = [
            {
                "kind": doubt.kind.value,
                "confidence": doubt.confidence,
                "char_start": doubt.spans[0].start,
                "char_end": doubt.spans[-1].end,
                "other": doubt.other,
            }
            for doubt in page.doubts
        ]
        return {
            "page_id": self.key,
            "id": self.name,
            "sheet": self.number,
            "text_sha256": page.text_sha256,
            "issued": page.issued,
            "issued_inferred": inferred and inferred.day,
            "issued_inferred_edtf": inferred and inferred.edtf,
            "outlet": self.outlet,
            "articles": len(page.articles),
            "characters": sum(one["characters"] for one in paragraphs),
            "doubts": doubts,
            "doubt": max((_doubt(one.confidence) for one in page.doubts), default=0.0),
        }

    def _article(self, article: Article, owner: str | None, at: int) -> Row:
        text, kind = article.body_text, article.kind
        outlet = next((one.outlet for one in article.headers if one.outlet), None)
        places = [one.place for one in article.headers if one.place]
        return {
            "article_id": owner,
            "page_id": self.key,
            "article": article.id,
            "position": at,
            "kind": kind.label.value,
            "kind_confidence": kind.confidence,
            "kind_evidence": list(kind.evidence),
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
            "outlet_kind": outlet and self.kinds.get(fold(outlet.text)),
            "place": places[0].text if places else None,
            "adcode": next((one.code for one in places if one.code), None),
            "rule": article.rule,
            "borders": article.borders,
            "attachment": article.attachment,
            "doubt": _doubt(article.confidence),
        }

    def _paragraph(self, block: Block, owner: str | None, at: int) -> Row:
        return {
            "paragraph_id": self._paragraph_id(block),
            "page_id": self.key,
            "article_id": owner,
            "position": at,
            "role": block.role.value,
            "text": block.text,
            "text_hash": text_hash(block.text),
            "characters": len(squeeze(block.text)),
            **_placed(block.spans),
            "doubt": _doubt(block.confidence),
        }

    def _paragraph_id(self, block: Block) -> str:
        return f"{self.key}-p{block.spans[0].start}"

    def _standing(self, spans: Sequence[Span], owner: str | None) -> Row:
        """Return where something stands: its page, article and paragraph, its offsets, the doubt of its paragraph."""
        block = self.blocks[bisect_right(self.starts, spans[0].start) - 1]
        return {
            "page_id": self.key,
            "article_id": owner,
            "paragraph_id": self._paragraph_id(block),
            **_placed(spans),
            "doubt": _doubt(block.confidence),
        }

    def _header(self, header: Header, owner: str | None) -> Iterator[Row]:
        outlet, place, day = header.outlet, header.place, header.date
        edtf = day and day.edtf
        whole = {
            "header_id": f"{self.key}-h{header.spans[0].start}",
            **self._standing(header.spans, owner),
            "form": header.form.value,
            "text": header.text,
            "outlet": outlet and outlet.text,
            "outlet_name": outlet and outlet.name,
            "outlet_kind": outlet and self.kinds.get(fold(outlet.text)),
            "place": place and place.text,
            "adcode": place and place.code,
            "date": day and day.text,
            "date_edtf": edtf,
            "day": date.fromisoformat(edtf) if edtf and _DAY.fullmatch(edtf) else None,
            "verb": header.verb,
            "rule": header.rule,
        }
        for at, person in enumerate(header.contributors, 1):
            named = {"role": person.role, "name": person.name, "office": person.office, "certain": person.certain}
            yield whole | {"contributor": at} | named
        if not header.contributors:
            yield whole

    def _mention(self, mention: Mention, owner: str | None) -> Row:
        return {
            "mention_id": f"{self.key}-m{mention.spans[0].start}",
            **self._standing(mention.spans, owner),
            "type": mention.type.value,
            "text": mention.text,
            "rule": mention.rule,
            **(_time(mention) if isinstance(mention, When) else _figure(mention)),
        }


def _doubt(confidence: float) -> float:
    """Return 1 less the confidence, without the noise of the last binary places."""
    return round(1 - confidence, 9)


def _placed(spans: Sequence[Span]) -> Row:
    return {
        "char_start": spans[0].start,
        "char_end": spans[-1].end,
        "spans": [{"start": span.start, "end": span.end} for span in spans],
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _figure(figure: Quantity) -> Row:
    si, change = figure.si, figure.change
    return {
        "value": decimal(figure.value),
        "value_text": _plain(figure.value),
        "upper": decimal(figure.upper),
        "upper_text": _plain(figure.upper),
        "bound": figure.bound and figure.bound.value,
        "unit": figure.unit,
        "currency": figure.unit if figure.type is MentionType.MONEY else None,
        "per": figure.per,
        "ucum": figure.ucum,
        "si_value": si and decimal(si.value),
        "si_value_text": si and _plain(si.value),
        "si_unit": si and si.unit,
        "change_direction": change and change.direction.value,
        "change_basis": change and change.basis and change.basis.value,
        "change_over": change and change.over,
        "change_start": change and _plain(change.start),
        "change_end": change and _plain(change.end),
    }


def _time(when: When) -> Row:
    return {
        "edtf": when.edtf,
        "start": when.start,
        "end": when.end,
        "grain": when.grain and when.grain.value,
        "vague": when.vague,
        "time": when.time,
        "other": when.other,
        "calendar": when.calendar and when.calendar.value,
    }
