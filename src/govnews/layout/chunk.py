"""A stretch of the page, read as one or two articles in one of the ways in which pages print them."""

from collections.abc import Sequence
from typing import NamedTuple


class Cut(NamedTuple):  # made by the thousand, as is Way: a tuple is the lightest of records
    """One article as line numbers: what stands over it, in its head, and in its body, in reading order."""

    rubrics: Sequence[int]
    heads: Sequence[int]
    body: Sequence[int]
    rule: str


class Way(NamedTuple):
    """One or two articles from `start` to `end`."""

    start: int
    end: int
    score: float
    cuts: tuple[Cut, ...]
