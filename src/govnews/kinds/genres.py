"""The kinds in the vocabularies of others: IPTC genre and schema.org type."""

from functools import lru_cache

from attrs import frozen

from govnews.kinds.kind import Kind, Label
from govnews.kinds.rules import TURNS
from govnews.lexicon import Lexicon


@frozen(kw_only=True)
class Genre:
    """What a kind is called elsewhere.

    Attributes:
        qcode: of the IPTC genre vocabulary (http://cv.iptc.org/newscodes/genre/), None where it has no such concept.
        schema_type: the `@type` at schema.org.
        chinese: 体裁, as the trade calls it.

    .. versionadded:: 0.1.0
    """

    qcode: str | None
    schema_type: str
    chinese: str


@lru_cache(maxsize=4)
def _genres(lexicon: Lexicon) -> dict[str, Genre]:
    return {
        row["kind"]: Genre(qcode=row["qcode"] or None, schema_type=row["schema_type"], chinese=row["chinese"])
        for row in lexicon.rows("genres")
    }


def genre(kind: Kind, *, lexicon: Lexicon) -> Genre:
    """Return what the kind of an article is called by IPTC and at schema.org.

    >>> genre(Kind(label=Label.ESSAY, confidence=0.9), lexicon=Lexicon.default()).qcode
    'genre:Opinion'
    >>> genre(Kind(label=Label.PHOTO, confidence=0.9), lexicon=Lexicon.default()).qcode is None
    True

    .. versionadded:: 0.1.0
    """
    in_turns = kind.label is Label.INTERVIEW and any(TURNS in words for words in kind.evidence)
    return _genres(lexicon)["interview-in-turns" if in_turns else kind.label.value]
