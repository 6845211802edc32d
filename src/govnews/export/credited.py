"""What several formats ask of an article alike: its address, its pictures, who is named with it, its dateline."""

import base64
from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from govnews.headers.header import Contributor, Form, Header
from govnews.kinds.kind import Label
from govnews.layout.draft import Role
from govnews.model import Article, Block, Page

_INSTEAD = frozenset((Role.EDITOR_NOTE, Role.OTHER))
GENRES = "http://cv.iptc.org/newscodes/genre/"


@frozen(kw_only=True)
class Picture:
    """A caption, and the credits printed in it or after it."""

    caption: str
    credit: str | None


def address(page: Page) -> str:
    """Return a URI that names the text of a page: its digest, in the form of RFC 6920.

    >>> from govnews import read_page
    >>> address(read_page(""))
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(page.text_sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def genre_uri(article: Article) -> str | None:
    """Return the URI of the IPTC genre of an article, None where it has none."""
    qcode = article.kind.genre_qcode
    return None if qcode is None else GENRES + qcode.partition(":")[2]


def pictures(article: Article) -> Iterator[Picture]:
    """Yield the pictures of an article by their captions, in reading order."""
    for at, block in enumerate(article.blocks):
        if block.role is not Role.CAPTION:
            continue
        credit = [one.text for one in article.headers if one.form is Form.CREDIT and _lies_in(one, block)]
        later = takewhile(lambda one: one.role is Role.CREDIT, article.blocks[at + 1 :])
        credit.extend(one.text for one in later)
        yield Picture(caption=block.text, credit=" ".join(credit) or None)


def _lies_in(header: Header, block: Block) -> bool:
    first = header.spans[0]
    return any(span.start <= first.start and first.end <= span.end for span in block.spans)


def dateline(article: Article) -> Header | None:
    """Return the first dateline of an article."""
    return next((one for one in article.headers if one.form is Form.DATELINE), None)


def outlets(article: Article) -> tuple[str, ...]:
    """Return the names of who the article is of, each once; 本报 and 本台 are none, and stand in the dateline alone."""
    found = (one.outlet for one in article.headers if one.outlet is not None)
    return tuple(dict.fromkeys(one.name or one.text for one in found if one.name or not one.text.startswith("本")))


def writers(article: Article) -> tuple[Contributor, ...]:
    """Return who wrote it; of a photograph who took it. Credits beside a text are those of its pictures."""
    photo = article.kind.label is Label.PHOTO
    found = (one.contributors for one in article.headers if photo or one.form is not Form.CREDIT)
    return tuple(dict.fromkeys(person for people in found for person in people if person.name or person.office))


def body(article: Article) -> str:
    """Return the running text without its attributions; of an article that is a note alone, the note."""
    return article.body_text or "\n".join(one.text for one in article.blocks if one.role in _INSTEAD)


def notes(article: Article) -> tuple[str, ...]:
    """Return the notes of the editors that stand with an article which has a text of its own."""
    found = tuple(one.text for one in article.blocks if one.role is Role.EDITOR_NOTE)
    return found if article.body_text else ()
