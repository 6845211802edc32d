"""How much two stretches of a page speak of the same things: shared pairs of characters, the rare ones counting most."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

# Pairs with one of these say more of grammar than of the subject.
_FUNCTION = frozenset("的了在是和与为对等中上下不有也就都而及其这那个们以将要从到把被让使并或于之所时后前年月日大小多")


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, letters or figures in `text`.

    >>> sorted(pairs("招商引资,"))
    ['商引', '引资', '招商']
    """
    return frozenset(
        a + b
        for a, b in zip(text, text[1:], strict=False)
        if a.isalnum() and b.isalnum() and a not in _FUNCTION and b not in _FUNCTION
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

    def shared(self, some: frozenset[str], others: frozenset[str]) -> float:
        """Return which part of the weight of `some` stands in `others` too, 0 to 1."""
        whole = sum(map(self._weight.__getitem__, some))
        return sum(map(self._weight.__getitem__, some & others)) / whole if whole else 0.0

    def shared_with(self, some: frozenset[str], start: int, end: int) -> float:
        """Return which part of the weight of `some` stands in the lines from start to end, 0 to 1."""
        whole = shown = 0.0
        for pair in some:
            weight, lines = self._weight[pair], self._lines[pair]
            whole += weight
            at = bisect_left(lines, start)
            if at < len(lines) and lines[at] < end:
                shown += weight
        return shown / whole if whole else 0.0

    def alike(self, some: frozenset[str], others: frozenset[str]) -> float:
        """Return how alike two stretches are, whichever is longer: 0 to 1."""
        both = sum(map(self._weight.__getitem__, some & others))
        if not both:
            return 0.0
        return both / math.sqrt(
            sum(map(self._weight.__getitem__, some)) * sum(map(self._weight.__getitem__, others))
        )
