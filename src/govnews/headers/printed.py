"""A header put together: folded slots back to what is printed."""

import re
from collections.abc import Mapping
from datetime import date

from attrs import evolve, frozen

from govnews.headers.credits import AUTHOR, Reading
from govnews.headers.days import read_day
from govnews.headers.form import HeaderForm
from govnews.headers.header import Contributor, Header
from govnews.headers.outlets import read_outlet
from govnews.headers.people import names_of, read_names
from govnews.headers.places import home_of, read_place
from govnews.lexicon import Lexicon
from govnews.pattern import later
from govnews.span import Passage, Span

_BREAK = later(r"[ \t\r]*\n[ \t\r]*")


def read_office(name: str, office: str, lexicon: Lexicon) -> Reading | None:
    """Return the author that an office and a name make, or an office alone; None where the name is none."""
    if not name:  # 本报编辑部
        return Reading(contributors=(Contributor(role=AUTHOR, office=office),))
    found = read_names(name, names_of(lexicon))
    if len(found.names) != 1 or not found.sure:
        return None
    return Reading(contributors=(Contributor(role=AUTHOR, name=found.names[0], office=office),))


@frozen(eq=False)
class Printed:
    """The stretch of one header on its line, and what its parts are resolved against."""

    passage: Passage
    line: str  # folded
    base: int  # where the line begins in the passage
    start: int  # of the header, in the line
    end: int
    issued: date | None
    lexicon: Lexicon
    page: str | None

    def text(self, value: str | None) -> str:
        """Return what folded text was printed as."""
        at = self.line.find(value, self.start, self.end) if value else -1
        if value and at >= 0:
            return self._cut(at, at + len(value))
        if value and "�" in value:  # 孔 �B: a spaced name of which a site lost a character
            spaced = re.compile(r"\s*".join(map(re.escape, value))).search(self.line, self.start, self.end)
            return "".join(self._cut(*spaced.span()).split()) if spaced else value
        return value or ""

    def _cut(self, start: int, end: int) -> str:
        return _BREAK.sub("", self.passage.text[self.base + start : self.base + end])

    def _spans(self) -> tuple[Span, ...]:
        """Return where the header stands; the line break in one of two lines is no part of it."""
        first, last = self.base + self.start, self.base + self.end
        breaks = [found.span() for found in _BREAK.finditer(self.passage.text, first, last)]
        edges = [first, *(edge for pair in breaks for edge in pair), last]
        pieces = zip(edges[::2], edges[1::2], strict=True)
        return tuple(span for start, end in pieces for span in self.passage.spans(start, end))

    def header(self, form: HeaderForm, slots: Mapping[str, str | None], reading: Reading) -> Header:
        outlet = (slots.get("outlet") or reading.outlet or "").strip()
        day = (slots.get("date") or "").strip()
        place = (slots.get("place") or reading.place or "").strip()
        named = read_outlet(outlet, self.text(outlet), self.lexicon, self.page)
        dated = read_day(day, self.text(day), self.issued)
        year = self.issued.year if self.issued else int(dated.edtf[:4]) if dated and dated.edtf else None
        home = home_of((named and named.name) or self.page, year, self.lexicon) if place else ""
        return Header(
            form=form.form,
            text=self._cut(self.start, self.end),
            spans=self._spans(),
            rule=form.name,
            outlet=named,
            place=read_place(place, self.text(place), year, home, self.lexicon),
            date=dated,
            verb=slots.get("verb") or reading.verb or None,
            contributors=tuple(
                evolve(person, name=self.text(person.name) or None, office=self.text(person.office) or None)
                for person in reading.contributors
            ),
        )
