"""What several formats ask of an article alike: its address, its pictures, who is named with it, its dateline."""

import base64
from collections.abc import Iterator

from attrs import frozen

from govnews.headers.header import Contributor, Form, Header
from govnews.layout.draft import Role
from govnews.model import Article, Page

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
        held = {span for span in block.spans}
        credits = [
            one.text
            for one in article.headers
            if one.form is Form.CREDIT and any(_within(span.start, span.end, held) for span in one.spans)
        ]
        for later in article.blocks[at + 1 :]:
            if later.role is not Role.CREDIT:
                break
            credits.append(later.text)
        yield Picture(caption=block.text, credit=" ".join(credits) or None)


def _within(start: int, end: int, held: set) -> bool:
    return any(span.start <= start and end <= span.end for span in held)
