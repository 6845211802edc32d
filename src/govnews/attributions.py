"""The public verbs for attributions of any text, apart from those for figures, which do not need their engine."""

from datetime import date

from govnews.headers import find as headers
from govnews.headers.header import Header
from govnews.lexicon import Lexicon
from govnews.span import Passage


def find_headers(
    text: str, *, issued: date | None = None, outlet: str | None = None, lexicon: Lexicon | None = None
) -> tuple[Header, ...]:
    """Return the attributions in a line, a paragraph or a longer text, in order; never raises.

    Args:
        text: the text.
        issued: the day of issue, by which the day of a dateline gets its year and a place its code.
        outlet: the paper, which is what 本报 stands for; a place that several divisions share is the one at its home.
        lexicon: the words to read by.

    >>> [header] = find_headers("本报临河6月3日讯(通讯员 马骁) 近日,……", outlet="巴彦淖尔日报")
    >>> header.form.value, header.place.text, header.contributors[0].name, header.outlet.name
    ('dateline', '临河', '马骁', '巴彦淖尔日报')

    .. versionadded:: 0.1.0
    """
    return headers.find(Passage.whole(text), issued=issued, lexicon=lexicon or Lexicon.default(), outlet=outlet)


def parse_header(
    text: str, *, issued: date | None = None, outlet: str | None = None, lexicon: Lexicon | None = None
) -> Header:
    """Return the attribution that an expression is, whole; `issued` and `outlet` as in `find_headers`.

    Raises:
        ParseError: where it is none; the message shows the place.

    >>> [person] = parse_header("石桥镇党委书记 马骁").contributors
    >>> person.role, person.name, person.office
    ('作者', '马骁', '石桥镇党委书记')

    .. versionadded:: 0.1.0
    """
    return headers.parse_header(text, lexicon or Lexicon.default(), issued=issued, outlet=outlet)
