"""The public verbs for figures and times of any text.

They stand apart from the reader of pages, so that they do not wait for the rooms that they do not need.
"""

from collections.abc import Sequence
from datetime import date

from govnews.headers.enclosing import enclosing
from govnews.lexicon import Lexicon
from govnews.mentions import find as mentions
from govnews.mentions.mention import Mention, Quantity, When
from govnews.mentions.times import parse_date as _parse_date
from govnews.span import Passage


def find_mentions(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> tuple[Mention, ...]:
    """Return the figures and times in a text, sorted, none overlapping another; never raises.

    >>> [str(mention.value) for mention in find_mentions("总投资55亿元,带动3000余户增收")]
    ['5500000000', '3000']

    .. versionadded:: 0.1.0
    """
    used = lexicon or Lexicon.default()

    def attributed(line: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return enclosing(line, places, used)

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
