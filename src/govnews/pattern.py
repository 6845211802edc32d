"""Patterns that wait: compiled when they are first tried, and words laid out so that each place is looked at once.

To compile a pattern takes longer than to read a line by it. A process that reads one figure needs a dozen of the two
hundred that the rooms have.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

_VERBS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Later:
    """What a pattern is until it is tried; then its verbs are found on it without a detour."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = re.compile(self._source, self._flags)
        for verb in _VERBS:
            self.__dict__[verb] = getattr(found, verb)
        return getattr(found, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at first use.

    >>> later("[0-9]+").findall("12县3区")
    ['12', '3']
    """
    return cast("re.Pattern[str]", _Later(source, flags))


def tree(words: Iterable[Sequence[str]]) -> str:
    """Return an alternation of words that shares their beginnings; of two words that match, the one given first.

    That holds where a word comes before the words that it begins with, as it does in an order by length. A word is a
    sequence of pieces of pattern: its characters, escaped; or these with blanks allowed between.

    >>> tree(["新华社", "新华网", "新华", "本报"])
    '(?:新华(?:社|网)?|本报)'
    """
    top: dict[str, Any] = {}
    for word in words:
        node = top
        for piece in word:
            node = node.setdefault(piece, {})
        node[""] = {}
    return _written(top)


def _written(node: Mapping[str, Any]) -> str:
    ends = "" in node
    ways = [piece + _written(below) for piece, below in node.items() if piece]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
