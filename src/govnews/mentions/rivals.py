"""Which reading wins where two overlap: decided once, by one stated order.

1. A time beats a figure that it overlaps, where it is as long or longer (2023年 over 2023, 十二月八日 over 八日) and
   says which time it is (四个季度 is a length where nothing tells which four).
2. A name beats the figures that it overlaps, unless it is only a part of one (零点 of
   百分之零点七), and is then dropped itself: a name is nothing that is given back.
3. Of two figures, and of two times, the longer wins; of two as long, the one that starts first.
"""

from operator import attrgetter

from govnews.mentions.reading import Point, Reading
from govnews.watch import Watch

_place = attrgetter("start", "end")


def decide(
    times: list[Reading], figures: list[Reading], names: list[Reading], watch: Watch | None = None
) -> list[Reading]:
    """Return the readings that stand, sorted, none overlapping another."""
    kept, counted = _longest(times, watch), _longest(figures, watch)
    if counted and names:
        counted = _unnamed(counted, sorted(names, key=_place), watch)
    return _longest(kept + counted, watch) if kept and counted else kept or counted


def _longest(readings: list[Reading], watch: Watch | None) -> list[Reading]:
    """Sweep once from the left: a reading meets only the one kept before it."""
    if len(readings) < 2:
        return readings
    kept: list[Reading] = []
    for reading in sorted(readings, key=_place):
        if kept and reading.start < kept[-1].end:
            rival = kept[-1]
            if not _longer(reading, rival):
                _tell(watch, reading, rival)
                continue
            _tell(watch, rival, reading)
            kept.pop()
            if kept and reading.start < kept[-1].end:
                _tell(watch, reading, kept[-1])
                continue
        kept.append(reading)
    return kept


def _longer(reading: Reading, rival: Reading) -> bool:
    one, other = reading.end - reading.start, rival.end - rival.start
    return one > other or (one == other and _rank(reading) > _rank(rival))


def _rank(reading: Reading) -> int:
    """A time before a figure, but not one of which nothing is known: 四个季度 is a length."""
    if not isinstance(reading.value, Point):
        return 1
    point = reading.value
    return 2 if point.edtf is not None or point.vague or point.time is not None else 0


def _unnamed(figures: list[Reading], names: list[Reading], watch: Watch | None) -> list[Reading]:
    """Return the figures that no name refuses."""
    kept: list[Reading] = []
    at, last = 0, len(names)
    for figure in figures:
        while at < last and names[at].end <= figure.start:
            at += 1
        rival = _rival(figure, names[at : at + 4]) if at < last else None
        if rival is None:
            kept.append(figure)
        elif watch:
            watch("mentions", figure.rule, figure.start, figure.end, "refused", f"inside a name ({_named(rival)})")
    return kept


def _rival(figure: Reading, names: list[Reading]) -> Reading | None:
    for name in names:
        if _refuses(name, figure):
            return name
    return None


def _refuses(name: Reading, figure: Reading) -> bool:
    """三门 in 三门峡 is refused; 百分之零点七 is not refused for 零点."""
    if name.end <= figure.start or figure.end <= name.start:
        return False
    return not (
        figure.start <= name.start and name.end <= figure.end and name.end - name.start < figure.end - figure.start
    )


def _tell(watch: Watch | None, loser: Reading, winner: Reading) -> None:
    if watch:
        watch("mentions", loser.rule, loser.start, loser.end, "lost", f"to {_named(winner)}")


def _named(reading: Reading) -> str:
    return f"{reading.rule}, {reading.start}:{reading.end}"
