"""What room 4 gives back: the kind of an article, with its evidence."""

from enum import StrEnum

from attrs import frozen


class Label(StrEnum):
    """The twelve kinds of article; docs/reference/glossary.md has their definitions."""

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

    .. versionadded:: 0.1.0
    """

    label: Label
    confidence: float
    evidence: tuple[str, ...] = ()
