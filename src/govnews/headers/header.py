"""What room 2 gives back: who wrote it, from where, and when."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from govnews.span import Span


class Form(StrEnum):
    """The shape of an attribution, as its line is read alone.

    dateline 电头 (本报济宁5月18日讯(通讯员 …)), byline 署名 (■本报记者 …), credit 摄影署名 (■通讯员 … 摄), tail
    文末署名 ((本报记者 …) at the end).

    .. versionadded:: 0.1.0
    """

    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    TAIL = "tail"


@frozen(kw_only=True)
class Outlet:
    """The paper, agency or site: as printed, and its canonical name, None where it is not known.

    .. versionadded:: 0.1.0
    """

    text: str
    name: str | None = None


@frozen(kw_only=True)
class Place:
    """Where it was written: as printed, and its GB/T 2260 code, None where it is not known.

    .. versionadded:: 0.1.0
    """

    text: str
    code: str | None = None


@frozen(kw_only=True)
class HeaderDate:
    """The day of a dateline: as printed, and in EDTF, None where the year is not known.

    .. versionadded:: 0.1.0
    """

    text: str
    edtf: str | None = None


@frozen(kw_only=True)
class Contributor:
    """One person: the role as printed without the outlet, the name without spaces inside, the office as printed.

    `certain` is false for a name of a run that could as well be cut otherwise, or that did not split (记者某某某某).

    .. versionadded:: 0.1.0
    """

    role: str | None = None
    name: str | None = None
    office: str | None = None
    certain: bool = True


@frozen(kw_only=True)
class Header:
    """One attribution 署名: from its first character to its last, brackets included.

    Attributes:
        form: dateline, byline, credit or tail.
        text: as printed.
        spans: code points of the text passed in.
        rule: the rule that read it.
        outlet: 本报, 新华社 …
        place: 济宁 …
        date: 5月18日 …
        verb: 讯, 电, 摄 …
        contributors: one for each person, in the order printed.

    .. versionadded:: 0.1.0
    """

    form: Form
    text: str
    spans: tuple[Span, ...]
    rule: str
    outlet: Outlet | None = None
    place: Place | None = None
    date: HeaderDate | None = None
    verb: str | None = None
    contributors: tuple[Contributor, ...] = ()


@frozen(kw_only=True)
class Inferred:
    """The day of issue as the datelines of a page vote for it, where neither caller nor page says it.

    The page came out on that day or soon after: a daily prints today what was sent yesterday.

    Attributes:
        edtf: the latest day of the datelines, `2023-05-18`; `XXXX-05-18` where nothing tells the year.
        day: the same as a date; None where the year is not known.
        evidence: what is printed that spoke for it: the datelines, and the whole date that gave the year.

    .. versionadded:: 0.2.0
    """

    edtf: str
    day: date | None = None
    evidence: tuple[str, ...] = ()
