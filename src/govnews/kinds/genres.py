"""The kinds in the vocabularies of others: IPTC genre and schema.org type."""

from functools import lru_cache

from attrs import frozen

from govnews.kinds.kind import Label
from govnews.lexicon import Lexicon

_IN_TURNS = "interview-in-turns"  # an interview printed as questions and answers


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


@lru_cache(maxsize=4)
def _finer(lexicon: Lexicon) -> dict[str, str]:
    return {row["subkind"]: row["qcode"] for row in lexicon.rows("subkinds") if row["qcode"]}


def genre(label: Label, subkind: str | None = None, *, in_turns: bool = False, lexicon: Lexicon) -> Genre:
    """Return what a kind is called by IPTC and at schema.org; a subkind may have a genre of its own.

    Args:
        label: the kind.
        subkind: its finer sort, where it has one.
        in_turns: whether it is printed as questions and answers.
        lexicon: the tables of genres.

    >>> genre(Label.ESSAY, lexicon=Lexicon.default()).qcode
    'genre:Opinion'
    >>> genre(Label.PHOTO, lexicon=Lexicon.default()).qcode is None
    True

    .. versionadded:: 0.1.0
    """
    genres = _genres(lexicon)
    if in_turns and label is Label.INTERVIEW:
        return genres[_IN_TURNS]
    found = genres[label.value]
    qcode = _finer(lexicon).get(subkind or "")
    return found if qcode is None else Genre(qcode=qcode, schema_type=found.schema_type, chinese=found.chinese)
