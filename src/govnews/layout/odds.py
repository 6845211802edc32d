"""How sure the row of articles is: what part of all rows that a page could be read as says the same.

The best row of chunks wins, and by how much is told by the others: forwards and backwards over all chunks that were
tried, each row counted by its score, as in a hidden Markov model. Scores are divided by a temperature first, since
evidence of one text speaks several times in them.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, repeat

from attrs import frozen

from govnews.layout.chunk import Cut, Way

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
    border, head, rubric = ([0.0] * (size + 1) for _ in range(3))
    attached: dict[tuple[int, int], float] = {}
    whole: dict[Whole, float] = {}
    for way, share in _shares(ways, size, temperature):
        if share < _LEAST:
            continue
        border[way.start] += share
        for at in _inner(way):
            border[at] += share
        for cut in way.cuts:
            for at in cut.rubrics:
                rubric[at] += share
            heads, body = cut.heads, cut.body
            if heads:  # as steps, summed up below
                head[heads[0]] += share
                head[heads[-1] + 1] -= share
                if body:
                    pair = heads[0], body[0]
                    attached[pair] = attached.get(pair, 0.0) + share
            known = key(cut)
            whole[known] = whole.get(known, 0.0) + share
    return Odds(border[:size], list(accumulate(head[:size])), rubric[:size], attached, whole)


def _shares(ways: Sequence[Way], size: int, temperature: float) -> Iterator[tuple[Way, float]]:
    """Yield the chunks, each with its share of all rows.

    Forwards, by line, the logarithm of the sum over all rows that end before it; with it each chunk's share of those
    that end where it ends. Then backwards: of what share of all rows a chunk begins at the line.
    """
    reaching: list[list[Way]] = [[] for _ in range(size + 1)]
    for way in ways:
        reaching[way.end].append(way)
    sums: list[float | None] = [0.0, *repeat(None, size)]
    parts: list[list[float]] = [[]]
    for end in range(1, size + 1):
        parts.append([])
        found = reaching[end] = [way for way in reaching[end] if sums[way.start] is not None]
        if not found:
            continue
        worths = [(sums[way.start] or 0.0) + way.score / temperature for way in found]
        best = max(worths)
        parts[end] = [math.exp(worth - best) for worth in worths]
        total = sum(parts[end])
        sums[end] = best + math.log(total)
        parts[end] = [part / total for part in parts[end]]
    begins = [0.0] * size + [1.0]
    for end in range(size, 0, -1):
        for way, part in zip(reaching[end], parts[end], strict=True):
            share = begins[end] * part
            begins[way.start] += share
            yield way, share


_LEAST = math.exp(-12)  # what is rarer is left out


def _inner(way: Way) -> Sequence[int]:
    """Return where, within a chunk of two articles, the lines of one end and those of the other begin."""
    if len(way.cuts) == 1:
        return ()
    _, two = way.cuts
    return two.heads[0], two.heads[-1] + 1, min(two.body)
