"""The page as printed, line by line: whose each line is, what ties the lines, and what is not sure."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from attrs import frozen

from govnews.export.picture.facts import of_doubt, sure
from govnews.export.picture.ink import Ink, noted
from govnews.export.picture.labels import names
from govnews.export.picture.markup import Markup, both, tag
from govnews.export.picture.sheet import HEADS, Line, Sheet, Tie
from govnews.layout.draft import Doubt

HUES = 6  # of the palette; the articles after the sixth take them again under another pattern
_PATTERNS = 4


def look(owner: int | None) -> str:
    """Return the classes of an article's colour and pattern."""
    return "none" if owner is None else f"h{owner % HUES} p{owner // HUES % _PATTERNS}"


def badge(owner: int, prefix: str, what: str = "") -> Markup:
    """Return the number of an article, which leads to it."""
    label = f"第{owner + 1}篇 article {owner + 1}{what}"
    return tag("a", str(owner + 1), class_=f"badge {look(owner)}", href=f"#{prefix}a{owner + 1}", aria_label=label)


@frozen
class Printed:
    """Draws the lines of one page."""

    prefix: str
    sheet: Sheet
    inks: Mapping[int | None, Ink]
    doubts: Sequence[Doubt]

    def section(self) -> Markup:
        """Return the part of the picture that shows the page."""
        if not self.sheet.lines:
            return tag("p", both("空白版面", "a page that shows nothing"), class_="empty")
        told, out = self._doubts(), self._hooks()
        rows, before = [], -1
        for line in self.sheet.lines:
            rows.append(self._line(line, told.get(line.number, []), out.get(line.number, []), before != line.owner))
            before = -1 if line.owner is None else line.owner
        ties = [self._tie(tie) for tie in self.sheet.ties]
        return tag("div", rows, ties, class_="sheet", style=f"--lanes:{self.sheet.lanes}")

    def _line(self, line: Line, doubts: Sequence[int], hooks: Sequence[Tie], opens: bool) -> Markup:  # noqa: FBT001
        owner, role = line.owner, line.pieces[0].block.role
        number = tag("span", str(line.number), class_="no", id=f"{self.prefix}L{line.number}")
        first = tag("span", badge(owner, self.prefix) if opens and owner is not None else None, class_="whose")
        ink = [tag("span", self.inks[piece.owner].piece(piece), class_="ink") for piece in line.pieces]
        come = [self._hook(tie.source, "come") for tie in hooks if tie.target == line.number]
        go = [self._hook(tie.target, "go") for tie in hooks if tie.source == line.number]
        kind = "head" if role in HEADS else role.value
        begins = line.pieces[0].span == line.pieces[0].block.spans[0]
        marks = tag("span", [self._doubt(at) for at in doubts], class_="unsure") if doubts else None
        shown = tag("div", marks, come, ink, go, class_=f"text {look(owner)} {kind}{'' if begins else ' on'}")
        return tag("div", number, first, shown, class_="line", style=f"--row:{line.number}")

    def _hooks(self) -> dict[int, list[Tie]]:
        """Return by line the ties that are told in its text as well: all that do not lead to the line below."""
        found: dict[int, list[Tie]] = {}
        for tie in self.sheet.ties:
            if tie.kind == "join" or tie.target != tie.source + 1:
                found.setdefault(tie.source, []).append(tie)
                found.setdefault(tie.target, []).append(tie)
        return found

    def _hook(self, line: int, way: str) -> Markup:
        label = f"下接第{line}行 goes on at line {line}" if way == "go" else f"上接第{line}行 goes on from line {line}"
        return tag("a", str(line), class_=f"hook {way}", href=f"#{self.prefix}L{line}", aria_label=label)

    def _tie(self, tie: Tie) -> Markup:
        """Return the bracket in the margin: from the foot of one line to the head of the other, however high."""
        low, high = sorted((tie.source, tie.target))
        way = "up" if tie.target < tie.source else "next" if high == low + 1 else "down"
        rows = {"up": f"{low}/{high + 1}", "next": f"{high}/{high + 1}", "down": f"{low + 1}/{high}"}[way]
        return tag(
            "i", class_=f"tie {tie.kind} {way} {look(tie.owner)}", style=f"grid-row:{rows};--lane:{tie.lane}",
            aria_hidden="true",
        )  # fmt: skip

    def _doubts(self) -> dict[int, list[int]]:
        """Return by line the doubts that were decided there."""
        starts = [line.pieces[0].span.start for line in self.sheet.lines]
        found: dict[int, list[int]] = {}
        for at, doubt in enumerate(self.doubts):
            place = doubt.spans[0].start if doubt.spans else 0
            found.setdefault(max(1, bisect_right(starts, place)), []).append(at)
        return found

    def _doubt(self, at: int) -> Markup:
        doubt, key = self.doubts[at], f"{self.prefix}d{at + 1}"
        shown = f"? {names(doubt.kind)[0]} {sure(doubt.confidence)}"
        link = tag("a", shown, href=f"#{key}", id=f"{key}-at", aria_describedby=f"{key}-note")
        return tag("span", link, noted(of_doubt(doubt), f"{key}-note"), class_="at doubt")

    def listed(self) -> Markup:
        """Return all doubts as a table, each leading to its line."""
        told = {at: line for line, doubts in self._doubts().items() for at in doubts}
        rows = []
        for at, doubt in enumerate(self.doubts):
            key, line = f"{self.prefix}d{at + 1}", told.get(at)
            where = tag("a", f"{line}", href=f"#{key}-at", aria_label=f"第{line}行 line {line}") if line else None
            cells = (where, both(*names(doubt.kind)), sure(doubt.confidence), doubt.other, ", ".join(doubt.evidence))
            rows.append(tag("tr", [tag("td", cell) for cell in cells], id=key))
        return tag("tbody", rows)
