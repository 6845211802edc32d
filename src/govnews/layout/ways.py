"""The ways in which pages print articles: head above body, no head, head below, two heads together, columns rotated.

Each way is weighed from the line where the article begins to every line where it can end; the order in which `Ways`
tries them decides between equals. What misses the aim may be left out: most ways do, by a look at what they can be
worth at the most.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from govnews.layout.aims import NEVER, Aim, everything
from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.plain import REACH, Plain, near, plain_way, rubric_worth
from govnews.layout.turned import Turned
from govnews.layout.turning import Echo, Turning, turning

_BELOW = 12  # lines of which a head under its body is looked for
_TOPS = 2  # places at which it is tried to end two heads that stand together
_FAR = 4.0  # by how much less is worth what is not tried
_KEPT = 100  # first lines of bodies of which is kept how they can be rotated
_BORDERS = 4  # borders that are tried between the bodies of two headlines that stand together


class Ways:
    """The ways of printing the articles of one page."""

    def __init__(self, desk: Desk) -> None:
        """Take the lines, weighed."""
        self.desk = desk
        self._turnings: dict[int, Turning | None] = {}
        self._echoes: dict[tuple[int, int], Echo] = {}
        self._feet: dict[int, list[tuple[int, float, float]]] = {}

    def begun(self, start: int, stops: Sequence[int], aim: Aim | None = None, plain: Plain | None = None) -> list[Way]:
        """Return the ways of printing one or two articles from a line on.

        Args:
            start: the line.
            stops: the lines at which an article can end, in their order.
            aim: what they must reach: all that do are there. None for all ways.
            plain: the plain way from there, if it is known.
        """
        desk = self.desk
        ends = near(stops, start)
        border = desk.border(start)
        if len(self._turnings) > _KEPT:
            self._turnings.clear()
        if len(self._echoes) > _KEPT:
            self._echoes.clear()
        aim = Aim(aim.least + aim.near - border, aim.near, aim.rest) if aim else everything(len(desk.sheet.lines))
        found: list[Way] = []
        if start in desk.short:
            self._rubric_alone(start, ends, aim, found)
        plain = plain or plain_way(desk, start, ends)
        self._plain(plain, start, ends, aim, found)
        aim.rise(found)
        if start in desk.short:
            self._rotated(plain, start, ends, aim, found)
            aim.rise(found)
            self._heads_together(start, ends, aim, found)
        elif not desk.sheet.looks[start].from_page:
            self._head_below_body(start, ends, aim, found)
        return [way._replace(score=way.score + border) for way in found] if border else found

    def _rubric_alone(self, start: int, ends: Sequence[int], aim: Aim, found: list[Way]) -> None:
        """The name of a column, over the article that begins under it or over something that was set aside."""
        if ends[0] == start + 1:
            worth = rubric_worth(self.desk, start)
            if worth != NEVER and worth >= aim.least - aim.rest[start + 1]:
                found.append(Way(start, start + 1, worth, (Cut((start,), (), (), "rubric-alone"),)))

    def _plain(self, plain: Plain, start: int, ends: Sequence[int], aim: Aim, found: list[Way]) -> None:
        """Head above body, no head, continued from another page."""
        for end, worth in zip(ends, plain.worths, strict=True):
            if worth >= aim.least - aim.rest[end] and worth != NEVER:
                found.append(Way(start, end, worth, (plain.cut(end),)))

    def _rotated(self, plain: Plain, start: int, ends: Sequence[int], aim: Aim, found: list[Way]) -> None:
        """The columns of a body rotated, its head above it."""
        desk, heads, first = self.desk, plain.heads, plain.first
        far = first < ends[-1] and plain.worths[-1] != NEVER  # a body can be as long as any, if it can be at all
        turn = self._turning(first) if far else None
        if turn is None:
            return
        echo = self._echo(heads)
        for end, worth in zip(ends, plain.worths, strict=True):
            if end <= first or worth == NEVER:
                continue
            own = worth - desk.open_ends[end - 1]
            bar = aim.least - aim.rest[end] - own
            if turn.most(end) + echo.most < bar:
                continue
            for gain, at in turn.best(echo, end, bar):
                cut = Cut((), heads, Turned(first, at, end), "columns-rotated")
                found.append(Way(start, end, own + gain, (cut,)))

    def _turning(self, first: int) -> Turning | None:
        if first not in self._turnings:
            self._turnings[first] = turning(self.desk, first)
        return self._turnings[first]

    def _echo(self, heads: Sequence[int]) -> Echo:
        key = heads[0], heads[-1]
        if key not in self._echoes:
            self._echoes[key] = Echo(self.desk, heads)
        return self._echoes[key]

    def _turned(self, heads: Sequence[int], first: int, end: int, least: float) -> tuple[float, Sequence[int]]:
        """Return the best order in which to read a body, with what it gains over an article that ends with a sentence.

        The order may be the plain one where no other is worth `least`.
        """
        plain, turn = self.desk.open_ends[end - 1], self._turning(first)
        if turn:
            for gain, at in turn.best(self._echo(heads), end, max(plain, least))[:1]:
                if gain > plain:
                    return gain, Turned(first, at, end)
        return plain, range(first, end)

    def _peak(self, heads: Sequence[int], first: int) -> float:
        """Return the same of a body that may end anywhere."""
        turn = self._turning(first)
        return max(0.0, turn.peak + self._echo(heads).most) if turn else 0.0

    def _head_below_body(self, start: int, ends: Sequence[int], aim: Aim, found: list[Way]) -> None:
        desk = self.desk
        opens = desk.opens(start) + desk.prior["head below body"] - desk.inside[start + 1]
        turn = self._turning(start)
        for end in ends:
            bar = aim.least - aim.rest[end] - opens
            for neck, own, matched in self._necks_below(end):
                if neck <= start:
                    break
                score = desk.inside[neck] + own
                most = desk.open_ends[neck - 1]
                if turn:
                    most = max(most, turn.most(neck) + desk.most_echo * (end - neck))
                if score + matched + desk.columns.most + most < bar:
                    continue
                heads = range(neck, end)
                score += desk.columns.worth(start, neck) + desk.match((neck, end), (start, neck))
                gain, body = self._turned(heads, start, neck, bar - score)
                if score + gain >= bar:
                    cut = Cut((), heads, body, "head-below-body")
                    found.append(Way(start, end, opens + score + gain, (cut,)))

    def _necks_below(self, end: int) -> list[tuple[int, float, float]]:
        """Return the lines at which a head may begin that ends before `end`, under its body; the nearest first.

        Each with what it is worth that it is the head of what stands above it, and not of the text below, and with the
        most that it can share with what stands above.
        """
        if end not in self._feet:
            desk, looks = self.desk, self.desk.sheet.looks
            necks = []
            signed = True  # nothing but attributions seen so far, from the end of the head upwards
            for neck in range(end - 1, max(0, end - _BELOW) - 1, -1):
                if looks[neck].short:
                    worth = desk.heads(neck, end) + desk.crowd(neck, end) - desk.match_below(neck, end)
                    necks.append((neck, worth, desk.match((neck, end), (max(0, neck - REACH), neck))))
                    signed = False
                elif not (signed and looks[neck].whole is not None):
                    break
            self._feet[end] = necks
        return self._feet[end]

    def _heads_together(self, start: int, ends: Sequence[int], aim: Aim, found: list[Way]) -> None:
        desk = self.desk
        top = desk.shorts(start)
        if top - start > 2 * _BELOW:
            return  # a list, not heads: two of them in each row of short lines would be tried
        # the last short lines may be of the first body already
        tops = sorted(
            [
                (-desk.heads(start, at) - desk.under(at, top) - desk.inside_of(at, top), at)
                for at in range(start + 2, min(top, start + 2 * _BELOW) + 1)
            ]
        )
        # what both articles must be worth, the lines of the second body left aside
        bars = [aim.least - aim.rest[end] - desk.inside[end] for end in ends]
        for worth, neck in tops[:_TOPS]:
            if worth < tops[0][0] + _FAR:
                self._together(start, neck, ends, bars, found)

    def _together(self, start: int, top: int, ends: Sequence[int], bars: list[float], found: list[Way]) -> None:
        """Read the lines up to `top` as the heads of two articles, their bodies below."""
        desk = self.desk
        first = desk.bylines(top)
        necks = [at for at in range(start + 1, min(top, start + _BELOW)) if at in desk.short]
        if first >= ends[-1] or not necks:
            return
        heads = range(start, first)
        shown = desk.heads(start, top) + desk.under(top, desk.shorts(start)) + desk.prior["heads together"]
        shown -= desk.inside[first]
        body = first, ends[-1]  # a longer body shares as much or more
        most = max([desk.match((start, neck), body) + desk.match((neck, first), body) for neck in necks])
        most += desk.columns.most + self._peak(heads, first)
        lowest = list(accumulate(reversed(bars), min))[::-1]  # the least bar of this end and all after it
        for border in self._borders(start, first, ends[-1]):
            nth = bisect_right(ends, border)
            half = shown + self._half(heads, border)
            if nth < len(ends) and half + most + self._peak(heads, border) >= lowest[nth]:
                gain, one = self._turned(heads, first, border, NEVER)
                after = list(zip(ends[nth:], bars[nth:], strict=True))
                self._pair(heads, necks, (border, half + gain, one), after, found)

    def _half(self, heads: range, border: int) -> float:
        """Return what it is worth that the second of two bodies begins at a line."""
        desk = self.desk
        first, looks = heads.stop, desk.sheet.looks
        worth = desk.inside[border] - desk.inside[border + (border in desk.long)]
        worth += desk.opens_second(border, heads.start, first) + desk.columns.worth(first, border)
        return worth + desk.prior["heads together, unlike bodies"] * (looks[first].dateline != looks[border].dateline)

    def _pair(
        self,
        heads: range,
        necks: list[int],
        one: tuple[int, float, Sequence[int]],
        ends: list[tuple[int, float]],
        found: list[Way],
    ) -> None:
        """Read two bodies under two heads; `one` is the end of the first body, its worth and its order."""
        desk, start, first = self.desk, heads.start, heads.stop
        border, half, order = one
        owns = []
        most = NEVER
        whole, least = (border, ends[-1][0]), (border, ends[0][0])  # a longer body shares as much or more
        for neck in necks:
            own = half + desk.border(neck) + desk.crowd(start, neck) + desk.crowd(neck, first)
            own += desk.match((start, neck), (first, border)) - desk.match((neck, first), (first, border))
            owns.append(own)
            most = max(most, own + desk.match((neck, first), whole) - desk.match((start, neck), least))
        seconds = self._seconds(heads, border, ends, most)
        for neck, own in zip(necks, owns, strict=True):
            upper = Cut((), range(start, neck), order, "heads-together")
            for end, bar, worth, two in seconds:
                score = own + worth
                score += desk.match((neck, first), (border, end)) - desk.match((start, neck), (border, end))
                if score >= bar:
                    lower = Cut((), range(neck, first), two, "heads-together")
                    found.append(Way(start, end, score + desk.inside[end], (upper, lower)))

    def _seconds(
        self, heads: range, border: int, ends: list[tuple[int, float]], more: float
    ) -> list[tuple[int, float, float, Sequence[int]]]:
        """Return where the second of two bodies can end, its bar, its worth and its order.

        `more` is what all else is worth at the most.
        """
        desk, found = self.desk, []
        turn, echo = self._turning(border), self._echo(heads)
        for end, bar in ends:
            most = desk.open_ends[end - 1]
            if turn:
                most = max(most, turn.most(end) + echo.most)
            if more + desk.columns.most + most >= bar:
                worth = desk.columns.worth(border, end)
                gain, order = self._turned(heads, border, end, bar - more - worth)
                if more + worth + gain >= bar:
                    found.append((end, bar, worth + gain, order))
        return found

    def _borders(self, start: int, first: int, end: int) -> list[int]:
        """Return the lines at which the second of two bodies may begin."""
        desk = self.desk
        again = [at for at in range(first + 1, end) if desk.again(at, start, first)][:_BORDERS]
        found = sorted(
            [
                (-desk.opens_second(at, start, first) - desk.columns.worth(first, at) - desk.open_ends[at - 1], at)
                for at in range(first + 1, end)
                if at not in again and not desk.sheet.looks[at].from_page
            ]
        )
        return [*again, *[at for _, at in found[:_BORDERS]]]
