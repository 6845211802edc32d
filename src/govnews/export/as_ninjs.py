"""ninjs 3.1, the IPTC's news in JSON: one item an article.

Source of the mapping: the schema of ninjs 3.1 (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json), which refuses
every key that it does not know, and the genres of the IPTC (http://cv.iptc.org/newscodes/genre/). It has no place for
figures and times: they are in the page document.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from govnews.export.credited import Picture, address, body, dateline, genre_uri, notes, outlets, pictures, writers
from govnews.export.running import sounded
from govnews.headers.header import Contributor
from govnews.kinds.kind import Label
from govnews.model import Article, Page

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


def to_ninjs(page: Page, *, uri: str | None = None) -> list[dict[str, Any]]:
    """Return the articles of a page as items of ninjs 3.1.

    The standard asks for times: the day of issue stands as its first second in China.

    Args:
        page: the page.
        uri: of the page, to which `#a1` … is added; None takes its digest as RFC 6920 writes it.

    >>> from govnews import read_page
    >>> [item] = to_ninjs(read_page("村民用上自来水\\n\\n近日,石泉村通了自来水。"), uri="https://example.org/1")
    >>> item["uri"], item["headlines"], item["bodies"][0]["value"]
    ('https://example.org/1#a1', [{'role': 'main', 'value': '村民用上自来水'}], '近日,石泉村通了自来水。')

    .. versionadded:: 0.2.0
    """
    base = address(page) if uri is None else uri
    return [sounded(_item(article, page, f"{base}#{article.id}")) for article in page.articles]


def _item(article: Article, page: Page, uri: str) -> dict[str, Any]:
    picture = article.kind.label is Label.PHOTO
    people, seen = writers(article), list(pictures(article))
    first = dateline(article)
    place = None if first is None or first.place is None else first.place
    item = {
        "uri": uri,
        "type": "picture" if picture else "text",
        "language": "zh",
        "contentCreated": None if page.issued is None else f"{page.issued.isoformat()}T00:00:00+08:00",
        "title": article.headline,
        "headlines": list(_headlines(article)),
        "bodies": list(_bodies(article)),
        "descriptions": list(_descriptions(article, seen if picture else [])),
        "by": "、".join(map(_named, people)) or None,
        "people": [_person(one, "photographer" if picture else "author") for one in people],
        "located": None if place is None else place.text,
        "places": [] if place is None else [_place(place.text, place.code)],
        "infoSources": [{"name": name, "role": "outlet"} for name in outlets(article)],
        "genres": _genres(article),
        "associations": [] if picture else [_picture(one, uri, at) for at, one in enumerate(seen, 1)],
        "altIds": [] if page.source is None else [{"role": "source", "value": page.source}],
        "standard": _STANDARD,
    }
    return {key: value for key, value in item.items() if value not in (None, [])}


def _headlines(article: Article) -> Iterator[dict[str, str]]:
    lines = (
        ("rubric", article.rubric),
        ("kicker", article.kicker),
        ("main", article.headline),
        ("deck", article.deck),
    )
    return ({"role": role, "value": text} for role, text in lines if text is not None)


def _descriptions(article: Article, seen: Iterable[Picture]) -> Iterator[dict[str, str]]:
    """Yield the dateline as printed, and the captions of a picture that is the item itself."""
    first = dateline(article)
    if first is not None:
        yield {"role": "dateline", "value": first.text}
    yield from ({"role": "caption", "value": one.caption} for one in seen)


def _bodies(article: Article) -> Iterator[dict[str, Any]]:
    text = body(article)
    if text:
        count = sum(not ch.isspace() for ch in text)
        yield {"role": "main", "contentType": "text/plain", "charCount": count, "value": text}
    for note in notes(article):
        yield {"role": "editor-note", "contentType": "text/plain", "value": note}


def _named(person: Contributor) -> str:
    """Return a person as printed but for the order: 石桥镇党委书记 张小磊, 通讯员 马骁."""
    return " ".join(filter(None, (person.office or person.role, person.name)))


def _person(person: Contributor, rel: str) -> dict[str, str]:
    named = {"name": person.name} if person.name else {}
    return {**named, "rel": rel, "literal": _named(person)}


def _place(text: str, code: str | None) -> dict[str, str]:
    told = {"name": text, "rel": "located"}
    return told if code is None else {**told, "literal": f"GB/T 2260 {code}"}


def _genres(article: Article) -> list[dict[str, str]]:
    """Return the kind in the words of govnews, and the nearest genre of the IPTC where there is one."""
    kind = article.kind
    found = [{"name": kind.label.value, "literal": f"govnews {kind.label.value}"}]
    if kind.subkind is not None:
        found.append({"name": kind.subkind, "literal": f"govnews {kind.label.value}/{kind.subkind}"})
    uri = genre_uri(article)
    if uri is not None:
        found.append({"name": uri.rpartition("/")[2], "uri": uri})
    return found


def _picture(picture: Picture, uri: str, at: int) -> dict[str, Any]:
    item: dict[str, Any] = {
        "uri": f"{uri}-p{at}",
        "name": f"p{at}",
        "type": "picture",
        "language": "zh",
        "descriptions": [{"role": "caption", "value": picture.caption}],
    }
    return item if picture.credit is None else {**item, "by": picture.credit}
