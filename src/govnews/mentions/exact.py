"""The arithmetic of figures: exact whatever the caller's decimal context, and with an end where a share has none."""

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

_Taken = ParamSpec("_Taken")
_Given = TypeVar("_Given")


def _context(digits: int) -> Context:
    """Return a context in which nothing is left to the defaults, which a caller may have changed."""
    return Context(
        prec=digits,
        rounding=ROUND_HALF_EVEN,
        Emin=-999_999,
        Emax=999_999,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[InvalidOperation, DivisionByZero, Overflow],
    )


_EXACT = _context(1000)  # digits: more than a numeral is read with
_SHARE = _context(28)


def exact(verb: Callable[_Taken, _Given]) -> Callable[_Taken, _Given]:
    """Return a verb that counts in the context of this module; the caller's is left as it was.

    >>> from decimal import localcontext
    >>> with localcontext() as mine:
    ...     mine.prec = 2
    ...     exact(lambda: Decimal("1.234") * 1)()
    Decimal('1.234')
    """

    @wraps(verb)
    def counted(*args: _Taken.args, **kwargs: _Taken.kwargs) -> _Given:
        with localcontext(_EXACT):
            return verb(*args, **kwargs)

    return counted


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part of a whole to 28 digits: 三分之二 has no end.

    >>> share(Decimal(1), Decimal(3))
    Decimal('0.3333333333333333333333333333')
    """
    return _SHARE.divide(part, whole)
