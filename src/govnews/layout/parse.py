"""One decision for the page: the best way to cut its lines into articles, all evidence weighed at once.

The page is read as a row of chunks, each one or two whole articles in one of the ways in which pages print them
(`ways.py`). A chunk's score is the sum of the log-probabilities of what it makes of each line; the best row of chunks
is found by dynamic programming over the places where an article can begin. First the page is read from its end in the
plain ways alone (`plain.py`). Then it is read from its top, and a way is weighed only if the row before it, the way
itself and the plain rest of the page come near to the best row known so far.
"""

from collections.abc import Callable

from govnews.layout.aims import NEVER, Aim
from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.evidence import Sheet
from govnews.layout.plain import Rest
from govnews.layout.ways import Ways

_NEAR = 12.0  # by so much may a row be worse than the best one known, all but its plain rest weighed


def parse(sheet: Sheet) -> tuple[list[Cut], Desk, list[Way]]:
    """Return the articles of the best row, the desk with the worth of each line, and the chunks that came near."""
    desk = Desk.of(sheet)
    tried: list[Way] = []
    return [cut for way in best_row(desk, tried=tried) for cut in way.cuts], desk, tried


def best_row(desk: Desk, extra: Callable[[Way], float] | None = None, tried: list[Way] | None = None) -> list[Way]:
    """Return the best row of chunks.

    Args:
        desk: the lines, weighed.
        extra: what the learner adds to the score of a chunk; all chunks are weighed then.
        tried: takes the chunks that came near to being the best.
    """
    total = len(desk.sheet.lines)
    starts = desk.starts()
    stops = sorted({*starts[1:], total})
    ways = Ways(desk)
    rest = None if extra else Rest(desk, starts, stops)
    scores = [0.0] + [NEVER] * total
    best: dict[int, Way] = {}
    known = NEVER  # the worth of the best row known so far
    for start in starts:
        here = scores[start]
        if here == NEVER:
            continue
        desk.forget()
        aim = plain = None
        if rest:
            known = max(known, here + rest.worth[start])
            aim, plain = Aim(known - _NEAR - here, rest.worth), rest.ways.pop(start)
        for way in ways.begun(start, stops, aim, plain):
            score = here + way.score + (extra(way) if extra else 0.0)
            if score > scores[way.end]:
                scores[way.end], best[way.end] = score, way
            if tried is not None:
                tried.append(way)
    found: list[Way] = []
    at = total
    while at > 0:
        found.append(best[at])
        at = best[at].start
    return found[::-1]
