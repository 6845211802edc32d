"""What a printed form is: a row of named slots, and where on its line it may stand.

A slot is a piece of `pieces.pieces`, with `?` where it may be missing; anything else is a pattern as it stands. `REST`
is what `reads` makes sense of: the words of a credit, or a note on the author.
"""

from enum import Enum
from typing import Literal

from attrs import frozen

from govnews.headers.credits import Shape
from govnews.headers.header import Form


class At(Enum):
    """Where on its line a form stands."""

    START = "at the start, running text after it"
    LINE = "the whole line"
    BRACKET = "in brackets, anywhere"
    LAST = "in brackets, at the end of the line"
    END = "after running text, at the end of the line, without brackets"


Reads = Literal["", "credit", "author", "spoken", "source"]


@frozen(kw_only=True)
class HeaderForm:
    """One printed form.

    Attributes:
        name: the rule's name.
        form: what it is.
        at: where it may stand.
        slots: its slots in order.
        reads: what reads the slot REST.
        shapes: what that may turn out to be; anything where empty.
        follows: what must follow, as a pattern.
        has: what each such header has in any case, as a pattern that is told at a glance.
    """

    name: str
    form: Form
    at: tuple[At, ...]
    slots: str
    reads: Reads = ""
    shapes: tuple[Shape, ...] = ()
    follows: str = ""
    has: str = ""
