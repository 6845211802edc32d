"""One decision for the page: the best way to cut its lines into articles, all evidence weighed at once.

The page is read as a row of chunks, each one or two whole articles in one of the ways in which pages print them
(`ways.py`). A chunk's score is the sum of the log-probabilities of what it makes of each line; the best row of chunks
is found by dynamic programming over the places where an article can begin.
"""

from govnews.layout.evidence import Sheet
from govnews.layout.ways import Cut, Desk, Way, ways_from


def parse(sheet: Sheet) -> tuple[list[Cut], Desk]:
    """Return the articles of the best row, and the desk that knows the odds of each line."""
    desk = Desk.of(sheet)
    total = len(sheet.lines)
    starts = desk.starts()
    stops = sorted({*starts[1:], total})
    scores = {0: 0.0}
    best: dict[int, Way] = {}
    for start in starts:
        if start not in scores:
            continue
        for way in ways_from(desk, start, [stop for stop in stops if stop > start]):
            score = scores[start] + way.score
            if way.end not in scores or score > scores[way.end]:
                scores[way.end], best[way.end] = score, way
    found: list[Cut] = []
    at = total
    while at > 0:
        way = best[at]
        found[:0] = way.cuts
        at = way.start
    return found, desk
