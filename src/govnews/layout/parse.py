"""One decision for the page: the best way to cut its lines into articles, all evidence weighed at once.

The page is read as a row of chunks, each one or two whole articles in one of the ways in which pages print them
(`ways.py`). A chunk's score is the sum of the log-probabilities of what it makes of each line; the best row of chunks
is found by dynamic programming over the places where an article can begin, from the last of them to the first. So what
the rest of the page is worth is known where a chunk is weighed. The plain way (`plain.py`), which costs little, says
what a chunk must reach, and most others are seen to miss it by what they can be worth at the most.
"""

from collections.abc import Callable

from govnews.layout.aims import NEVER, Aim
from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.evidence import Sheet
from govnews.layout.plain import near, plain_way
from govnews.layout.ways import Ways

_NEAR = 9.0  # a chunk by so much worse than the best from its line on has no share that is seen (`odds.py`)
_ROUNDED = 1e-6  # the same figures are summed up in another order


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
        tried: takes the chunks that come near to the best from their line on, in the order of their lines.
    """
    total = len(desk.sheet.lines)
    starts = desk.starts()
    stops = sorted({*starts[1:], total})
    rest = [NEVER] * total + [0.0]  # by line, what the page is worth from it on
    best: dict[int, Way] = {}
    ways = Ways(desk)
    reach = _ROUNDED if tried is None else _NEAR
    shown: list[list[Way]] = []
    for start in reversed(starts):
        desk.forget()
        ends = near(stops, start)
        plain = plain_way(desk, start, ends)
        known = max([worth + rest[end] for worth, end in zip(plain.worths, ends, strict=True)]) + desk.border(start)
        found = ways.begun(start, stops, Aim(known, reach, rest) if known != NEVER and not extra else None, plain)
        for way in found:
            score = way.score + rest[way.end] + (extra(way) if extra else 0.0)
            if score > rest[start]:
                rest[start], best[start] = score, way
        if tried is not None:
            shown.append([way for way in found if way.score + rest[way.end] >= rest[start] - _NEAR])
    if tried is not None:
        tried.extend(way for group in reversed(shown) for way in group)
    row: list[Way] = []
    at = 0
    while at < total:
        row.append(best[at])
        at = best[at].end
    return row
