"""One decision for the page: the best way to cut its lines into articles, all evidence weighed at once.

The page is read as a row of chunks, each one or two whole articles in one of the ways in which pages print them
(`ways.py`). A chunk's score is the sum of the log-probabilities of what it makes of each line; the best row of chunks
is found by dynamic programming over the places where an article can begin.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from govnews.layout.desk import Cut, Desk, Way
from govnews.layout.evidence import Sheet
from govnews.layout.ways import ways_from

_NEAR = 12.0  # chunks that end a row by so much worse than another are not among those tried
_KEPT = 1500  # answers of one kind that are kept: those of the lines near by are asked for again


def parse(sheet: Sheet) -> tuple[list[Cut], Desk, list[Way]]:
    """Return the articles of the best row, the desk that knows the worth of each line, and all chunks tried."""
    desk = Desk.of(sheet)
    tried: list[Way] = []
    return [cut for way in best_row(desk, tried=tried) for cut in way.cuts], desk, tried


def best_row(desk: Desk, extra: Callable[[Way], float] = lambda _: 0.0, tried: list[Way] | None = None) -> list[Way]:
    """Return the best row of chunks.

    Args:
        desk: the lines, weighed.
        extra: what the learner adds to the score of a chunk.
        tried: takes the chunks that came near to being the best.
    """
    total = len(desk.sheet.lines)
    starts = desk.starts()
    stops = sorted({*starts[1:], total})
    scores = {0: 0.0}
    best: dict[int, Way] = {}
    for start in starts:
        if start not in scores:
            continue
        _forget(desk)
        for way in ways_from(desk, start, stops[bisect_right(stops, start) :]):
            score = scores[start] + way.score + extra(way)
            if way.end not in scores or score > scores[way.end]:
                scores[way.end], best[way.end] = score, way
            if tried is not None and score > scores[way.end] - _NEAR:
                tried.append(way)
    found: list[Way] = []
    at = total
    while at > 0:
        found.append(best[at])
        at = best[at].start
    return found[::-1]


def _forget(desk: Desk) -> None:
    """Keep what the desk remembers of pairs of lines from growing with the page."""
    columns = desk.columns
    memos: tuple[dict[Any, Any], ...] = (
        desk.met,
        desk.joined,
        desk.echoes,
        desk.below,
        desk.meetings,
        columns.known,
        columns.worths,
    )
    for memo in memos:
        if len(memo) > _KEPT:
            memo.clear()
