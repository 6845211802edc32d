"""How much two stretches of a page speak of the same things: the pairs of characters they share, rare ones most."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Pairs with one of these say more of grammar than of the subject.
_FUNCTION = frozenset("的了在是和与为对等中上下不有也就都而及其这那个们以将要从到把被让使并或于之所时后前年月日大小多")


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, letters or figures in `text`.

    >>> sorted(pairs("招商引资,"))
    ['商引', '引资', '招商']
    """
    return frozenset(
        a + b for a, b in pairwise(text) if a.isalnum() and b.isalnum() and a not in _FUNCTION and b not in _FUNCTION
    )


class Affinity:
    """The shared subjects of the lines of one page; a pair that stands in many lines counts for little."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Measure how common each pair is among the lines."""
        self._of = [pairs(text) for text in texts]
        self._lines: dict[str, list[int]] = {}
        for line, found in enumerate(self._of):
            for pair in found:
                self._lines.setdefault(pair, []).append(line)
        total = len(texts)
        self._weight = {pair: math.log((total + 1) / len(lines)) for pair, lines in self._lines.items()}

    def union(self, lines: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self._of[line] for line in lines))

    def _sum(self, some: frozenset[str]) -> float:
        # fsum, since the order in which a set of strings is walked changes from process to process
        return math.fsum(map(self._weight.__getitem__, some))

    def shared(self, some: frozenset[str], others: frozenset[str]) -> float:
        """Return which part of the weight of `some` stands in `others` too, 0 to 1."""
        whole = self._sum(some)
        return self._sum(some & others) / whole if whole else 0.0

    def shared_with(self, some: frozenset[str], start: int, end: int) -> float:
        """Return which part of the weight of `some` stands in the lines from start to end, 0 to 1."""
        return self.shared(some, frozenset(pair for pair in some if self._stands(pair, start, end)))

    def _stands(self, pair: str, start: int, end: int) -> bool:
        lines = self._lines[pair]
        at = bisect_left(lines, start)
        return at < len(lines) and lines[at] < end

    def alike(self, some: frozenset[str], others: frozenset[str]) -> float:
        """Return how alike two stretches are, whichever is longer: 0 to 1."""
        both = self._sum(some & others)
        return both / math.sqrt(self._sum(some) * self._sum(others)) if both else 0.0
