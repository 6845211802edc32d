"""What room 4 gives back: the kind of an article, with its evidence."""

from enum import StrEnum

from attrs import frozen


class Label(StrEnum):
    """The twelve kinds of article; docs/reference/kinds.md has their definitions.

    .. versionadded:: 0.1.0
    """

    BRIEF = "brief"
    REPORT = "report"
    FEATURE = "feature"
    PROFILE = "profile"
    ESSAY = "essay"
    INTERVIEW = "interview"
    COMMENTARY = "commentary"
    PHOTO = "photo"
    NOTICE = "notice"
    DOCUMENT = "document"
    EDITOR_NOTE = "editor_note"
    OTHER = "other"


@frozen(kw_only=True)
class Kind:
    """The verdict on one article.

    Attributes:
        label: one of the twelve.
        confidence: 0 to 1.
        evidence: the rules that spoke for it, strongest first, in words.
        subkind: its finer sort where that is plain (`meeting` 会议报道, `round-up` 综述 …; docs/reference/kinds.md has
            them all), else None.
        genre_qcode: the nearest genre of the IPTC vocabulary, None where it has none.
        schema_type: its `@type` at schema.org.

    .. versionadded:: 0.1.0
    """

    label: Label
    confidence: float
    evidence: tuple[str, ...] = ()
    subkind: str | None = None
    genre_qcode: str | None = None
    schema_type: str = "CreativeWork"
