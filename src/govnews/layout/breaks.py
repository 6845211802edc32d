"""Whether a text runs on over a break, told by its characters: pairs and threes at the break, openings and ends."""

from collections.abc import Mapping
from functools import lru_cache

from govnews.lexicon import Lexicon, checking

_BOUND = 2.0
_SCALE = 0.25  # brings the sum, mostly -8 to 8, near to the other measures


def keys(before: str, after: str) -> tuple[str, ...]:
    """Return what is looked up of a break: what stands on both sides of it, the opening alone, the end alone.

    >>> keys("区内企", "业对接")[:3]
    ('企|业', '内企|业', '企|业对')
    """
    last, two = before[-1:], before[-2:]
    first, pair = after[:1], after[:2]
    return (
        f"{last}|{first}",
        f"{two}|{first}",
        f"{last}|{pair}",
        f"|{first}",
        f"|{pair}",
        f"|{after[:3]}",
        f"{last}|",
        f"{two}|",
        f"{two}|{pair}",
    )


@lru_cache(maxsize=8)
@checking("layout_breaks")
def _weights(lexicon: Lexicon) -> Mapping[str, float]:
    return {key: float(row["weight"]) for row in lexicon.rows("layout_breaks") for key in row["breaks"].split(" ")}


def runs_on(before: str, after: str, lexicon: Lexicon) -> float:
    """Return how much speaks for `after` going on where `before` broke off (above 0), or for its beginning anew.

    >>> runs_on("推进基层党组织建", "设工作", Lexicon.default()) > 0 > runs_on("提高服务", "近日,", Lexicon.default())
    True
    """
    weights = _weights(lexicon)
    found = _SCALE * sum([weights.get(key, 0.0) for key in keys(before, after)])
    return max(-_BOUND, min(_BOUND, found))
