"""What a form asks of a stretch, seen at a glance: what it begins with, and words that it must have.

A form is a long pattern. Most stretches lack one of its words and need not be tried by it, nor the form be compiled.
"""

import re

from attrs import frozen

from govnews.headers.form import HeaderForm
from govnews.headers.pieces import glances, pieces
from govnews.lexicon import Lexicon
from govnews.pattern import later

_BEFORE = ("ACCORDING", "MARK")  # what may stand before the outlet that a form begins with


@frozen(eq=False)
class Anchors:
    """What must stand at the start, or None, and what must stand anywhere; a pattern that forms share is one object."""

    first: re.Pattern[str] | None
    words: tuple[re.Pattern[str], ...]


class Anchoring:
    """Makes the anchors of forms, each pattern once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._made: dict[str, re.Pattern[str]] = {}

    def of(self, form: HeaderForm) -> Anchors:
        short = glances(self.lexicon)
        first = self._first(form.slots.split(" "))
        # slots that may not be missing; what stands before the first outlet is looked at with it
        asked = [short[slot] for slot in form.slots.split(" ") if slot in short and not (first and slot == "OUTLET")]
        words = dict.fromkeys([*([form.has] if form.has else ()), *asked])
        return Anchors(self._one(first) if first else None, tuple(self._one(source) for source in words))

    def _one(self, source: str) -> re.Pattern[str]:
        return self._made.setdefault(source, later(source))

    def _first(self, slots: list[str]) -> str:
        """Return a pattern of what a form begins with; none where that is no known outlet."""
        named, made = pieces(self.lexicon), ""
        for slot in slots:
            name = slot.removesuffix("?")
            if slot == "OUTLET":
                return made + named["KNOWN"]
            if name not in _BEFORE:
                return ""
            made += f"(?:{named[name]})?" if slot.endswith("?") else named[name]
        return ""


class Look:
    """One stretch, and what has been seen of it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._begun: dict[re.Pattern[str], bool] = {}
        self._had: dict[re.Pattern[str], bool] = {}

    def may(self, anchors: Anchors) -> bool:
        """Tell whether the stretch has the anchors of a form."""
        if (first := anchors.first) is not None:
            if (begun := self._begun.get(first)) is None:
                begun = self._begun[first] = first.match(self.text, self.start, self.end) is not None
            if not begun:
                return False
        for word in anchors.words:
            if (had := self._had.get(word)) is None:
                had = self._had[word] = word.search(self.text, self.start, self.end) is not None
            if not had:
                return False
        return True
