"""JSON-LD in the vocabulary of schema.org: a graph of the page and its articles.

Source of the mapping: https://schema.org/NewsArticle and the types beside it; the type of an article is
`Kind.schema_type`. Figures are given only where they are asked for, as QuantitativeValue and MonetaryAmount.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from govnews.export.credited import Picture, address, body, dateline, genre_uri, outlets, pictures, writers
from govnews.export.running import sounded
from govnews.headers.header import Contributor, Header
from govnews.mentions.mention import Bound, MentionType, Quantity
from govnews.model import Article, Page

_NEWS = frozenset(("NewsArticle", "OpinionNewsArticle"))
_PICTURE = "ImageObject"
# UN/CEFACT Recommendation 20, which unitCode wants, by UCUM code; no other unit is given a code
_COMMON_CODES = {
    "%": "P1",
    "Cel": "CEL",
    "GW": "A90",
    "L": "LTR",
    "MW": "MAW",
    "W": "WTT",
    "a": "ANN",
    "cm": "CMT",
    "d": "DAY",
    "dB": "2N",
    "g": "GRM",
    "h": "HUR",
    "har": "HAR",
    "kV": "KVT",
    "kW": "KWT",
    "kW.h": "KWH",
    "kg": "KGM",
    "km": "KMT",
    "km2": "KMK",
    "m": "MTR",
    "m2": "MTK",
    "m3": "MTQ",
    "min": "MIN",
    "mm": "MMT",
    "t": "TNE",
}
_SAFE = 2**53  # beyond it a JSON number is not exact everywhere


def to_jsonld(
    page: Page,
    *,
    uri: str | None = None,
    printed: Mapping[str, str] | None = None,
    figures: bool = False,
) -> dict[str, Any]:
    """Return the page as JSON-LD: a graph of the page and its articles in the vocabulary of schema.org.

    Args:
        page: the page.
        uri: of the page, to which `#a1` … is added; None takes its digest as RFC 6920 writes it.
        printed: what you know of the printed page: printEdition, printSection, printPage, printColumn. News and opinion
            carry it.
        figures: give the figures too, as `mentions`; times are not given.

    >>> from govnews import read_page
    >>> graph = to_jsonld(read_page("村民用上自来水\\n\\n近日,石泉村通了自来水。"), uri="https://example.org/1")["@graph"]
    >>> graph[1]["@id"], graph[1]["@type"], graph[1]["headline"]
    ('https://example.org/1#a1', 'NewsArticle', '村民用上自来水')

    .. versionadded:: 0.2.0
    """
    base = address(page) if uri is None else uri
    issued = None if page.issued is None else page.issued.isoformat()
    sheet = {
        "@type": "CreativeWork",
        "@id": base,
        "name": page.source,
        "inLanguage": "zh",
        "datePublished": issued,
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": page.text_sha256},
        "hasPart": [{"@id": f"{base}#{article.id}"} for article in page.articles],
    }
    graph = [_known(sheet)]
    for article in page.articles:
        node = {
            "@type": article.kind.schema_type,
            "@id": f"{base}#{article.id}",
            "isPartOf": {"@id": base},
            "inLanguage": "zh",
            "datePublished": issued,
            **_article(article),
            **(printed if printed and article.kind.schema_type in _NEWS else {}),
            "mentions": [_figure(one) for one in article.mentions if isinstance(one, Quantity)] if figures else [],
        }
        graph.append(_known(node))
    found: dict[str, Any] = sounded({"@context": "https://schema.org", "@graph": graph})
    return found


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _article(article: Article) -> dict[str, Any]:
    kind = article.kind.schema_type
    people = writers(article)
    node: dict[str, Any] = {
        "headline": article.headline,
        "alternativeHeadline": [text for text in (article.kicker, article.deck) if text],
        "genre": [one for one in (article.kind.label.value, article.kind.subkind, genre_uri(article)) if one],
        "sourceOrganization": [{"@type": "NewsMediaOrganization", "name": name} for name in outlets(article)],
        **_origin(dateline(article), news=kind in _NEWS),
    }
    images = list(pictures(article))
    if kind == _PICTURE:
        captions = [*(one.caption for one in images), body(article)]
        node["caption"] = "\n".join(filter(None, captions))
        node["creditText"] = " ".join(one.credit for one in images if one.credit)
        node["creator"] = [_person(one, "creator") for one in people]
        return node
    node["author"] = [_person(one, "author") for one in people]
    node["image"] = [_image(one) for one in images]
    node["text" if kind == "CreativeWork" else "articleBody"] = body(article)
    if kind != "CreativeWork":
        node["articleSection"] = article.rubric
    return node


def _origin(header: Header | None, *, news: bool) -> dict[str, Any]:
    """Return what a dateline says: for people as printed, and the place and the day for machines."""
    if header is None:
        return {}
    found: dict[str, Any] = {"dateline": header.text} if news else {}
    if header.place is not None:
        code = header.place.code
        told = None if code is None else {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": code}
        found["locationCreated"] = _known({"@type": "Place", "name": header.place.text, "identifier": told})
    day = None if header.date is None else header.date.edtf
    return {**found, "dateCreated": day if day is not None and len(day) == len("2023-05-18") else None}


def _person(person: Contributor, of: str) -> dict[str, Any]:
    """Return a person; a role stands between work and person, as https://schema.org/Role has it."""
    found = _known({"@type": "Person", "name": person.name, "jobTitle": person.office})
    return found if person.role is None else {"@type": "Role", "roleName": person.role, of: found}


def _image(picture: Picture) -> dict[str, Any]:
    return _known({"@type": _PICTURE, "caption": picture.caption, "creditText": picture.credit})


def _number(value: Decimal) -> int | float | str:
    """Return a figure as a JSON number where that is exact, else as text, which schema.org takes as well."""
    if value == value.to_integral_value() and abs(value) < _SAFE:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else f"{value:f}"


def _figure(mention: Quantity) -> dict[str, Any]:
    value: dict[str, Any] = {"value": _number(mention.value)}
    if mention.upper is not None:
        value = {"minValue": _number(mention.value), "maxValue": _number(mention.upper)}
    elif mention.bound is Bound.OVER:
        value = {"minValue": _number(mention.value)}
    elif mention.bound is Bound.UNDER:
        value = {"maxValue": _number(mention.value)}
    if mention.type is MentionType.MONEY and mention.per is None:
        return {"@type": "MonetaryAmount", "name": mention.text, "currency": mention.unit, **value}
    unit = "/".join(filter(None, (mention.unit, mention.per))) or None
    code = _COMMON_CODES.get("%" if mention.unit == "%" else mention.ucum or "")
    return _known({"@type": "QuantitativeValue", "name": mention.text, **value, "unitText": unit, "unitCode": code})
