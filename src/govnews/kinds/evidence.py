"""What a rule is, and the measures that the table of rules is made of."""

import math
from collections.abc import Callable
from itertools import pairwise

from attrs import frozen

from govnews.kinds.facts import Facts

Degree = Callable[[Facts], float]


@frozen(kw_only=True)
class Evidence:
    """One rule.

    Attributes:
        name: as in kind_weights.tsv and in explain.
        says: for the reader; {…} are filled from the facts `f`.
        degree: how strongly it is there, 0 to 1.
        fact: the counted word-fact without which it is not there, so that most rules need not be asked.
    """

    name: str
    says: str
    degree: Degree
    fact: str | None = None


def rise(value: float, low: float, high: float) -> float:
    """Return 0 up to `low`, 1 from `high` on, between them in proportion."""
    return 0.0 if value <= low else 1.0 if value >= high else (value - low) / (high - low)


def rate(fact: str, full: float, says: str, name: str | None = None) -> Evidence:
    """A fact counted per thousand characters; `full` of them are all that counts."""
    return Evidence(name=name or fact, says=says, degree=lambda f: min(f.words.per_mille(fact) / full, 1.0), fact=fact)


def counted(fact: str, full: int, says: str) -> Evidence:
    """A fact counted; `full` of them are all that counts."""
    return Evidence(name=fact, says=says, degree=lambda f: min(f.words.counts.get(fact, 0) / full, 1.0), fact=fact)


def titled(fact: str, says: str) -> Evidence:
    return Evidence(name=f"headline-{fact}", says=says, degree=lambda f: float(f.words.headline.get(fact, 0) > 0))


# Knots in characters: dense from 240 to 420, where brief goes over into report (about 330).
_KNOTS = (60, 110, 180, 240, 300, 350, 420, 600, 900, 1400, 2200, 4000, 9000)


def _tent(low: float, peak: float, high: float) -> Degree:
    """Full at `peak` characters, nothing at `low` and `high`, by the logarithm between."""

    def degree(f: Facts) -> float:
        length = f.shape.length
        if not low < length < high:
            return 0.0
        side = low if length < peak else high
        if length == peak or not 0 < side < math.inf:  # beyond the first and the last knot it stays full
            return 1.0
        return 1 - math.log(length / peak) / math.log(side / peak)

    return degree


def lengths() -> tuple[Evidence, ...]:
    knots = (-1, *_KNOTS, math.inf)
    return tuple(
        Evidence(
            name=f"length-{peak:.0f}",
            says="{f.shape.size}",
            degree=_tent(low, peak, high),
        )
        for (low, peak), (_, high) in pairwise(pairwise(knots))
    )
