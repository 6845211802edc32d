"""The measure of a page's columns: the width at which its hard-wrapped lines end."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

from govnews.layout.flow import Ends, marks_between, word_between
from govnews.layout.lines import Line
from govnews.text import CLOSERS, STOPS

_CLOSING = frozenset(",.、。:;!?)”’》】〉」』]…%")  # no typesetter begins a line with one
_OPENING = frozenset("(“‘《【〈「『[")  # nor ends one with these
_FINAL = frozenset(STOPS + CLOSERS)
_NARROWEST, _WIDEST = 10, 60  # characters
_FEWEST = 3  # full lines that a measure must have
_PAIRS = 60  # places asked for whether the text runs on
_RUNS_ON = 1.0
_LEFT = 0.6  # of the full lines of a measure this part at least ends without a stop
_SHARE = 0.12  # of the full lines of a measure this part at least breaks off in a word, or before a closing mark
_MARGIN = 0.15  # of the lines of a page this part at least stands at its margin
_INDENT = 2  # white space from which a line is indented
_DEEPEST = 8  # half-characters of the deepest indent
_HANG = 6  # half-characters by which closing marks may hang over the measure
_STRAY = 0.02  # lines of a page that begin with a closing mark by some slip; one in fifteen does where none is kept
_CHANGE = 2.5  # what another measure costs; a line that is wider than its measure costs more, one that is short less
_LEVEL = 0.4  # where marks hang over, wide lines can be the commonest: a width with this part of theirs is the measure
_OTHER = 0.15  # a second measure has this part of the lines of the first


def _points(text: str) -> int:
    return 2 * len(text)


def _printed(text: str) -> int:
    """Figures and letters are half as wide as characters and marks."""
    return 2 * len(text) - sum(map(len, _NARROW.findall(text)))


def _folded(text: str) -> int:
    """All of ASCII is half as wide: the page was folded before it was wrapped."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


_NARROW = re.compile("[0-9A-Za-z .%]+")
_METRICS: tuple[Callable[[str], int], ...] = (_points, _printed, _folded)


@frozen
class Measured:
    """A hard-wrapped page's measures.

    Attributes:
        of: the measure of the column in which each line stands, in half-characters; 0 where it is not wrapped.
        widths: the width of each line, the indent aside, closing marks included.
        kept: no line begins with a closing mark: marks were kept with the word before them, so lines may lack a little.
        margin: the least indent of any number of lines.
        indents: paragraphs begin with an indent.
        inset: half-characters that an indent takes of the measure; 0 where indents stand before it.
        slack: half-characters that a line may lack and still be full, if it breaks off in a word.
    """

    lines: Sequence[Line]
    of: Sequence[int]
    widths: Sequence[int]
    kept: bool
    margin: int
    indents: bool
    inset: int
    slack: int
    metric: Callable[[str], int]

    def indented(self, at: int) -> bool:
        """Tell whether a line is set in from the margin."""
        return self.lines[at].indent >= self.margin + _INDENT

    def room(self, at: int) -> int | None:
        """Return the half-characters that a line leaves free, 0 where the next word would not have fitted."""
        measure = self.of[at]
        if not measure:
            return None
        free = measure - self.widths[at] - (self.inset if self.indented(at) else 0)
        if free <= 0:
            return 0
        if self.kept and at + 1 < len(self.lines) and self.metric(_unit(self.lines[at + 1].text)) > free:
            return 0
        return free


def _unit(text: str) -> str:
    """Return what no typesetter parts at the head of a line: opening marks, a figure or word, closing marks."""
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
    blanks = (line.indent == 1) + (line.trail == 1)
    return metric(line.text) + (metric(" ") * blanks if blanks else 0)


def measured(lines: Sequence[Line]) -> Measured | None:
    """Return the measures of the page; None where it is not hard-wrapped."""
    seams = [at for at, (line, after) in enumerate(pairwise(lines)) if not after.gap and after.sheet == line.sheet]
    if len(seams) < _FEWEST:
        return None
    best: tuple[int, int, list[int], Counter[int]] | None = None
    for number, metric in enumerate(_METRICS):
        widths = [_width(line, metric) for line in lines]
        full = [widths[at] + 2 * _INDENT * (lines[at].indent >= _INDENT) for at in seams]
        counts = Counter(width for width in full if 2 * _NARROWEST <= width <= 2 * _WIDEST)
        if counts and (best is None or max(counts.values()) > max(best[3].values())):
            best = number, max(counts.values()), widths, counts
    if best is None:
        return None
    number, _, widths, counts = best
    found = _measures(lines, seams, widths, counts)
    if not found:
        return None
    kept = sum(lines[at + 1].text[0] in _CLOSING for at in seams) <= _STRAY * len(seams)
    of = _assigned(widths, found)
    indents = Counter(line.indent for line in lines)
    margin = min(
        indent for indent, count in indents.items() if count >= min(_MARGIN * len(lines), max(indents.values()))
    )
    starts = [at for at, line in enumerate(lines) if line.indent >= margin + _INDENT]
    lacks = Counter(of[at] - widths[at] for at in starts if 0 <= of[at] - widths[at] <= _DEEPEST)
    inset = lacks.most_common(1)[0][0] if lacks else 0
    return Measured(lines, of, widths, kept, margin, len(starts) > 1, inset, 2 if kept else 0, _METRICS[number])


def _measures(lines: Sequence[Line], seams: Sequence[int], widths: Sequence[int], counts: Counter[int]) -> list[int]:
    """Return the widths at which lines end in mid-sentence again and again, the commonest first."""
    found: list[int] = []
    for width, count in counts.most_common(8):
        if count < _FEWEST or (found and count < _OTHER * counts[found[0]]):
            break
        if any(abs(width - other) <= _HANG for other in found):
            continue
        full = [at for at in seams if widths[at] == width - 2 * _INDENT * (lines[at].indent >= _INDENT)][:_PAIRS]
        broken = sum(_breaks(lines[at].text, lines[at + 1].text) for at in full)
        left = sum(lines[at].text[-1] not in _FINAL for at in full)
        if broken >= max(1 if found else 2, _SHARE * len(full)) and left >= _LEFT * len(full):
            near = [one for one, n in counts.items() if 0 < width - one <= _HANG and n >= _LEVEL * count]
            found.append(min(near, default=width))
    return found


def _breaks(before: str, after: str) -> bool:
    """Tell whether a line breaks off in a word, be it a rare one: of many lines that is no chance."""
    one, other = Ends(before), Ends(after)
    return word_between(one, other) > 0 or marks_between(one, other) >= _RUNS_ON


def _assigned(widths: Sequence[int], measures: Sequence[int]) -> list[int]:
    """Return the measure of each line: the cheapest row of measures, changing seldom; 0 for a line that fits none."""
    states = (*measures, 0)
    costs = [0.0] * len(states)
    back: list[list[int]] = []
    for width in widths:
        least = min(range(len(states)), key=costs.__getitem__)
        came = [one if costs[one] <= costs[least] + _CHANGE else least for one in range(len(states))]
        costs = [min(costs[one], costs[least] + _CHANGE) + _misfit(width, state) for one, state in enumerate(states)]
        back.append(came)
    state = min(range(len(states)), key=costs.__getitem__)
    of = [0] * len(widths)
    for at in range(len(widths) - 1, -1, -1):
        of[at] = states[state]
        state = back[at][state]
    return of


def _misfit(width: int, measure: int) -> float:
    if not measure:
        return 1.0
    if width > measure + _HANG:
        return 4.0
    return 0.2 if width < measure - _HANG else 0.0
