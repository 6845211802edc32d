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


class Break:
    """One line at a break before it and at one behind it: what `keys` looks up of it, found once."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Weigh both ends of a line by themselves."""
        ends, openings, both = _weights(lexicon)
        last, two = text[-1:], text[-2:]
        self.last = ends.get(last, 0.0)
        self.last_two = ends.get(two, 0.0)
        self.near = both.get(last, _NONE)
        self.far = both.get(two, _NONE)
        self.first = text[:1]
        self.pair = text[:2]
        self.opening = openings.get(self.first, 0.0)
        self.opening_two = openings.get(self.pair, 0.0)
        self.opening_three = openings.get(text[:3], 0.0)


def runs_between(before: Break, after: Break) -> float:
    """Return how much speaks for the one line going on in the other (above 0), or for the other beginning anew.

    Summed in the order of `keys`, so that what adds up to nothing is nothing.
    """
    near, far, first, pair = before.near, before.far, after.first, after.pair
    total = 0.0
    if near:
        total = near.get(first, 0.0)
    if far:
        total += far.get(first, 0.0)
    if near:
        total += near.get(pair, 0.0)
    total = total + after.opening + after.opening_two + after.opening_three + before.last + before.last_two
    if far:
        total += far.get(pair, 0.0)
    return max(-_BOUND, min(_BOUND, _SCALE * total))


def runs_on(before: str, after: str, lexicon: Lexicon) -> float:
    """Return how much speaks for `after` going on where `before` broke off (above 0), or for its beginning anew.

    >>> runs_on("推进基层党组织建", "设工作", Lexicon.default()) > 0 > runs_on("提高服务", "近日,", Lexicon.default())
    True
    """
    return runs_between(Break(before, lexicon), Break(after, lexicon))
