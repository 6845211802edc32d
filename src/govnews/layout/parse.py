"""One decision for the page: the best way to cut its lines into articles, all evidence weighed at once.

The page is read as a row of chunks, each one or two whole articles in one of the ways in which pages print them
(`ways.py`). A chunk's score is the sum of the log-probabilities of what it makes of each line; the best row of chunks
is found by dynamic programming over the places where an article can begin.
"""

from collections.abc import Callable

from govnews.layout.desk import Cut, Desk, Way
from govnews.layout.evidence import Sheet
from govnews.layout.ways import ways_from


def parse(sheet: Sheet) -> tuple[list[Cut], Desk]:
    """Return the articles of the best row, and the desk that knows the worth of each line."""
    desk = Desk.of(sheet)
    return [cut for way in best_row(desk) for cut in way.cuts], desk


def best_row(desk: Desk, extra: Callable[[Way], float] = lambda _: 0.0) -> list[Way]:
    """Return the best row of chunks; `extra` is what the learner adds to the score of each."""
    total = len(desk.sheet.lines)
    starts = desk.starts()
    stops = sorted({*starts[1:], total})
    scores = {0: 0.0}
    best: dict[int, Way] = {}
    for start in starts:
        if start not in scores:
            continue
        for way in ways_from(desk, start, [stop for stop in stops if stop > start]):
            score = scores[start] + way.score + extra(way)
            if way.end not in scores or score > scores[way.end]:
                scores[way.end], best[way.end] = score, way
    found: list[Way] = []
    at = total
    while at > 0:
        found.append(best[at])
        at = best[at].start
    return found[::-1]
