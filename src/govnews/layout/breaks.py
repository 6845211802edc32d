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


Weights = Mapping[str, float]
_NONE: Weights = {}


@lru_cache(maxsize=8)
@checking("layout_breaks")
def _weights(lexicon: Lexicon) -> tuple[Weights, Weights, Mapping[str, Weights]]:
    """Return what an end weighs alone, what an opening weighs alone, and by the end, what it weighs with an opening."""
    ends: dict[str, float] = {}
    openings: dict[str, float] = {}
    both: dict[str, dict[str, float]] = {}
    for row in lexicon.rows("layout_breaks"):
        weight = float(row["weight"])
        for key in row["breaks"].split(" "):
            end, _, opening = key.partition("|")
            if not opening:
                ends[end] = weight
            elif not end:
                openings[opening] = weight
            else:
                both.setdefault(end, {})[opening] = weight
    return ends, openings, both


class End:
    """The end of a line at a break behind it: what `keys` looks up of it, found once."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Weigh the end by itself."""
        ends, _, both = _weights(lexicon)
        last, two = text[-1:], text[-2:]
        self.one = ends.get(last, 0.0)
        self.two = ends.get(two, 0.0)
        self.near = both.get(last, _NONE)
        self.far = both.get(two, _NONE)


class Opening:
    """The opening of a line at a break before it."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Weigh the opening by itself."""
        _, openings, _ = _weights(lexicon)
        self.first = text[:1]
        self.pair = text[:2]
        self.one = openings.get(self.first, 0.0)
        self.two = openings.get(self.pair, 0.0)
        self.three = openings.get(text[:3], 0.0)


def runs_between(end: End, opening: Opening) -> float:
    """Return how much speaks for one line going on in another (above 0), or for the other beginning anew.

    Summed in the order of `keys`, so that what adds up to nothing is nothing.

    >>> lexicon = Lexicon.default()
    >>> runs_between(End("推进基层党组织建", lexicon), Opening("设工作", lexicon)) > 0
    True
    >>> runs_between(End("提高服务", lexicon), Opening("近日,", lexicon)) < 0
    True
    """
    near, far, first, pair = end.near, end.far, opening.first, opening.pair
    total = 0.0
    if near:
        total = near.get(first, 0.0)
    if far:
        total += far.get(first, 0.0)
    if near:
        total += near.get(pair, 0.0)
    total = total + opening.one + opening.two + opening.three + end.one + end.two
    if far:
        total += far.get(pair, 0.0)
    return max(-_BOUND, min(_BOUND, _SCALE * total))
