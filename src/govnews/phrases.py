"""The public verbs for one room alone: attributions, or figures and times, of any text.

They stand apart from the reader of pages, so that they do not wait for the rooms that they do not need.
"""

from collections.abc import Sequence
from datetime import date

from govnews.headers import find as headers
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.mentions import find as mentions
from govnews.mentions.mention import Mention, Quantity, When
from govnews.mentions.times import parse_date as _parse_date
from govnews.span import Passage


def find_headers(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> tuple[Header, ...]:
    """Return the attributions in a line, a paragraph or a longer text, in order; never raises.

    >>> [header] = find_headers("本报临河6月3日讯(通讯员 马骁) 近日,……")
    >>> header.form.value, header.place.text, header.contributors[0].name
    ('dateline', '临河', '马骁')

    .. versionadded:: 0.1.0
    """
    return headers.find(Passage.whole(text), issued=issued, lexicon=lexicon or Lexicon.default())


def find_mentions(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> tuple[Mention, ...]:
    """Return the figures and times in a text, sorted, none overlapping another; never raises.

    >>> [str(mention.value) for mention in find_mentions("总投资55亿元,带动3000余户增收")]
    ['5500000000', '3000']

    .. versionadded:: 0.1.0
    """
    used = lexicon or Lexicon.default()

    def attributed(line: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return headers.enclosing(line, places, used)

    return mentions.find(Passage.whole(text), issued=issued, lexicon=used, closed=attributed)


def parse_quantity(text: str, *, lexicon: Lexicon | None = None) -> Quantity:
    """Return the figure that an expression is, whole.

    Raises:
        ParseError: where it is none; the message shows the place.

    >>> quantity = parse_quantity("近1.6万亩")
    >>> str(quantity.value), quantity.unit, quantity.bound.value, quantity.ucum
    ('16000', '亩', 'about', 'har/15')

    .. versionadded:: 0.1.0
    """
    return mentions.parse_quantity(text, lexicon or Lexicon.default())


def parse_date(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> When:
    """Return the point or interval of the calendar that an expression is, whole.

    Raises:
        ParseError: where it is none; the message shows the place.

    >>> parse_date("去年二季度", issued=date(2023, 5, 19)).edtf
    '2022-34'

    .. versionadded:: 0.1.0
    """
    return _parse_date(text, issued=issued, lexicon=lexicon or Lexicon.default())


def parse_header(text: str, *, lexicon: Lexicon | None = None) -> Header:
    """Return the attribution that an expression is, whole.

    Raises:
        ParseError: where it is none; the message shows the place.

    >>> [person] = parse_header("石桥镇党委书记 马骁").contributors
    >>> person.role, person.name, person.office
    ('作者', '马骁', '石桥镇党委书记')

    .. versionadded:: 0.1.0
    """
    return headers.parse_header(text, lexicon or Lexicon.default())
