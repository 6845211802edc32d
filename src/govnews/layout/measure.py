"""The measure of a page's columns: the width at which hard-wrapped lines end, in the way in which it is most constant."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

from govnews.layout.flow import flow
from govnews.layout.lines import Line

_CLOSING = frozenset(",.、。:;!?)”’》】〉」』]…%")  # no typesetter begins a line with one
_OPENING = frozenset("(“‘《【〈「『[")  # nor ends one with these
_NARROWEST, _WIDEST = 10, 60  # characters
_FEWEST = 3  # full lines that a measure must have
_PAIRS = 60  # places asked for whether the text runs on
_RUNS_ON = 1.0
_SHARE = 0.2  # of the full lines of a measure this part at least breaks off in a word, or before a closing mark
_INDENT = 2  # white space from which a line is indented
_HANG = 6  # half-characters by which closing marks may hang over the measure
_OTHER = 0.15  # a second measure has this part of the lines of the first


def _points(text: str) -> int:
    return 2 * len(text)


def _printed(text: str) -> int:
    """Figures and letters are half as wide as characters and marks."""
    return sum(1 if ch.isascii() and (ch.isalnum() or ch in " .%") else 2 for ch in text)


def _folded(text: str) -> int:
    """All of ASCII is half as wide: the page was folded before it was wrapped."""
    return sum(1 if ch.isascii() else 2 for ch in text)


_METRICS: tuple[Callable[[str], int], ...] = (_points, _printed, _folded)


@frozen
class Measured:
    """A hard-wrapped page's measures.

    Attributes:
        of: the measure of the column in which each line stands, in half-characters; 0 where it is not wrapped.
        widths: the width of each line, the indent aside, closing marks included.
        kept: no line begins with a closing mark: marks were kept with the word before them, so lines may lack a little.
        indents: paragraphs begin with an indent.
        slack: half-characters that a line may lack and still be full, if it breaks off in a word.
    """

    lines: Sequence[Line]
    of: Sequence[int]
    widths: Sequence[int]
    kept: bool
    indents: bool
    slack: int
    metric: Callable[[str], int]

    def indented(self, at: int) -> bool:
        """Tell whether a line is set in farther than the line before it."""
        margin = self.lines[at - 1].indent if at else 0
        return self.lines[at].indent >= max(_INDENT, margin + 1)

    def room(self, at: int) -> int | None:
        """Return the half-characters that a line leaves free, 0 where the next word would not have fitted."""
        measure = self.of[at]
        if not measure:
            return None
        free = measure - self.widths[at]
        if free <= 0 or (self.lines[at].indent >= _INDENT and free == 2 * _INDENT):
            return 0
        if self.kept and at + 1 < len(self.lines) and self.metric(_unit(self.lines[at + 1].text)) > free:
            return 0
        return free


def _unit(text: str) -> str:
    """Return what a typesetter does not part at the head of a line: an opening mark, a figure or word, closing marks."""
    end = 0
    while end < len(text) and text[end] in _OPENING:
        end += 1
    if end < len(text) and text[end].isascii() and text[end].isalnum():
        while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] in ".%"):
            end += 1
    else:
        end += 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return text[:end]


def _width(line: Line, metric: Callable[[str], int]) -> int:
    """Return the width of a line with the single blanks at its ends, at which a measure can cut."""
    return metric(line.text) + metric(" ") * ((line.indent == 1) + (line.trail == 1))


def measured(lines: Sequence[Line]) -> Measured | None:
    """Return the measures of the page; None where it is not hard-wrapped."""
    seams = [at for at, (line, after) in enumerate(pairwise(lines)) if not after.gap and after.sheet == line.sheet]
    if len(seams) < _FEWEST:
        return None
    best: tuple[int, int, list[int], Counter[int]] | None = None
    for number, metric in enumerate(_METRICS):
        widths = [_width(line, metric) for line in lines]
        counts = Counter(widths[at] for at in seams if 2 * _NARROWEST <= widths[at] <= 2 * _WIDEST)
        if counts and (best is None or max(counts.values()) > max(best[3].values())):
            best = number, max(counts.values()), widths, counts
    if best is None:
        return None
    number, _, widths, counts = best
    found = _measures(lines, seams, widths, counts)
    if not found:
        return None
    kept = not any(lines[at + 1].text[0] in _CLOSING for at in seams)
    of = _assigned(lines, widths, found, kept=kept)
    starts = [at for at in range(1, len(lines)) if of[at] and lines[at].indent >= max(_INDENT, lines[at - 1].indent + 1)]
    return Measured(lines, of, widths, kept, len(starts) > 1, 2 if kept else 0, _METRICS[number])


def _measures(
    lines: Sequence[Line], seams: Sequence[int], widths: Sequence[int], counts: Counter[int]
) -> list[int]:
    """Return the widths at which lines end in mid-sentence again and again, the commonest first."""
    found: list[int] = []
    for width, count in counts.most_common(8):
        if count < _FEWEST or (found and count < _OTHER * counts[found[0]]):
            break
        if any(abs(width - other) <= _HANG for other in found):
            continue
        full = [at for at in seams if widths[at] == width][:_PAIRS]
        broken = sum(flow(lines[at].text, lines[at + 1].text) >= _RUNS_ON for at in full)
        if broken >= max(2, _SHARE * len(full)):
            found.append(width)
    return found


def _assigned(lines: Sequence[Line], widths: Sequence[int], measures: Sequence[int], *, kept: bool) -> list[int]:
    """Return the measure of each line: the cheapest row of measures, changing seldom; 0 for a line that fits none."""
    states = (*measures, 0)
    costs = [0.0] * len(states)
    back: list[list[int]] = []
    for at, line in enumerate(lines):
        least = min(range(len(states)), key=costs.__getitem__)
        came = [one if costs[one] <= costs[least] + _CHANGE else least for one in range(len(states))]
        costs = [
            min(costs[one], costs[least] + _CHANGE) + _misfit(line, widths[at], state, kept=kept)
            for one, state in enumerate(states)
        ]
        back.append(came)
    state = min(range(len(states)), key=costs.__getitem__)
    of = [0] * len(lines)
    for at in range(len(lines) - 1, -1, -1):
        of[at] = states[state]
        state = back[at][state]
    return of


_CHANGE = 2.5


def _misfit(line: Line, width: int, measure: int, *, kept: bool) -> float:
    if not measure:
        return 1.0
    if width > measure + (_HANG if kept else 2 * _INDENT * (line.indent >= _INDENT)):
        return 4.0
    if width < measure - _HANG:
        return 0.2
    return 0.0
