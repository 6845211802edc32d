"""How sure the row of articles is: what part of all rows that a page could be read as says the same.

The best row of chunks wins, and by how much is told by the others: forwards and backwards over all chunks that were
tried, each row counted by its score, as in a hidden Markov model. Scores are divided by a temperature first, since
evidence of one text speaks several times in them.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate

from attrs import frozen

from govnews.layout.desk import Cut, Way

Whole = tuple[int, int, int, int, int]


@frozen
class Odds:
    """Shares of all rows, 0 to 1.

    Attributes:
        border: by line, that it is of another article than the line before it.
        head: by line, that it stands in the head of an article.
        rubric: by line, that it is the name of a column.
        attached: by the first line of a head and the first of a body, that they are of one article.
        whole: by its lines, that an article is one exactly so; see `key`.
    """

    border: Sequence[float]
    head: Sequence[float]
    rubric: Sequence[float]
    attached: Mapping[tuple[int, int], float]
    whole: Mapping[Whole, float]


def key(cut: Cut) -> Whole:
    """Return what tells an article from all others that could be cut out of the page."""
    heads, body = cut.heads, cut.body
    return (heads[0] if heads else -1, len(heads), *((body[0], body[-1], len(body)) if body else (-1, -1, 0)))


def odds(ways: Sequence[Way], size: int, temperature: float) -> Odds:
    """Return the shares of all rows of these chunks; the chunks in the order in which they begin.

    Args:
        ways: the chunks that were tried.
        size: how many lines the page has.
        temperature: by what the scores are divided.
    """
    ahead, behind = _ahead(ways, temperature), _behind(ways, size, temperature)
    border, head, rubric = ([0.0] * (size + 1) for _ in range(3))
    attached: dict[tuple[int, int], float] = {}
    whole: dict[Whole, float] = {}
    for way in ways:
        if way.start not in ahead or way.end not in behind:
            continue
        share = ahead[way.start] + way.score / temperature + behind[way.end] - ahead[size]
        if share < _LEAST:
            continue
        share = math.exp(min(0.0, share))
        for at in (way.start, *_inner(way)):
            border[at] += share
        for cut in way.cuts:
            for at in cut.rubrics:
                rubric[at] += share
            if cut.heads:  # as steps, summed up below
                head[cut.heads[0]] += share
                head[cut.heads[-1] + 1] -= share
            if cut.heads and cut.body:
                pair = cut.heads[0], cut.body[0]
                attached[pair] = attached.get(pair, 0.0) + share
            whole[key(cut)] = whole.get(key(cut), 0.0) + share
    return Odds(border[:size], list(accumulate(head[:size])), rubric[:size], attached, whole)


def _ahead(ways: Sequence[Way], temperature: float) -> dict[int, float]:
    """Return, by line, the logarithm of the sum over all rows that end before it."""
    sums = {0: 0.0}
    for way in ways:
        if way.start in sums:
            sums[way.end] = _added(sums.get(way.end), sums[way.start] + way.score / temperature)
    return sums


def _behind(ways: Sequence[Way], size: int, temperature: float) -> dict[int, float]:
    """Return, by line, the logarithm of the sum over all rows that begin with it."""
    sums = {size: 0.0}
    for way in reversed(ways):
        if way.end in sums:
            sums[way.start] = _added(sums.get(way.start), sums[way.end] + way.score / temperature)
    return sums


_LEAST = -12.0  # a logarithm; what is rarer is left out


def _added(one: float | None, other: float) -> float:
    """Return the logarithm of a sum of two numbers given by their logarithms."""
    if one is None:
        return other
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high)) if high - low < -_LEAST else high


def _inner(way: Way) -> Sequence[int]:
    """Return where, within a chunk of two articles, the lines of one end and those of the other begin."""
    if len(way.cuts) == 1:
        return ()
    _, two = way.cuts
    return two.heads[0], two.heads[-1] + 1, min(two.body)
