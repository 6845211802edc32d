"""What speaks for a line going on in another: measured once of each line, and the little that takes two of them.

The measures bear the names of data/layout_weights.tsv. `joined_line` gives them by name, to be learnt from and to be
told as reasons; `Joins` gives the same sum for two lines of a page, which is asked for hundreds of times a page.
"""

import re

from govnews.layout.breaks import End, Opening, runs_between
from govnews.layout.flow import Ends, marks_between, word_between
from govnews.layout.looks import LABEL
from govnews.layout.weights import BIAS, Features, join_weights, weighed
from govnews.layout.wordings import opening, points_back
from govnews.lexicon import Lexicon

_MARKS = ",、;:。!?"
_MARK = re.compile(f"[{_MARKS}]")
_SOON = 6  # characters in which the rest of a clause that was cut ends
_WAITS = frozenset("要来当配用使给让由比更很最还又再也都只才可能会应须该每各某所把将被向从")  # another word must follow
_PARTED = re.compile("[^\\W0-9A-Za-z] [^\\W0-9A-Za-z]")  # 创新工作思路 推进廉政建设; but 讯(通讯员 马骁) 近日
_KEPT = 1500  # words over a break that are kept: those of the lines near by are asked for again


def _before(text: str, balance: int) -> dict[str, float]:
    """Measure a line by itself as the one that may be broken off."""
    size, last, end = len(text), text[-1], text.rstrip("”’")[-1:]
    begun = text[max(map(text.rfind, _MARKS)) + 1 :]
    return {
        "clause begun, 2": float(0 < len(begun) <= 2 < size),
        "clause begun, 4": float(2 < len(begun) <= 4 < size),
        "waits": float(last in _WAITS),
        "very short, mark inside": float(size < 16 and len(begun) < size),
        "blank inside": float(" " in begun and "(" not in text and bool(_PARTED.search(begun))),
        "open end": float(end in ",、(“‘《"),
        "colon end": float(end in ":：—―-"),
        "bracket end": float(end in ")】"),
        "quote end": float(last in "”’"),
        "taker end": float(last in "摄图供"),
        "figure end": float(end.isdigit() or end in ".%"),
        "short": float(size < 30),
        "very short": float(size < 16),
        "label before": float(bool(LABEL.match(text))),
        "open quote": float(balance > 0),
        "sentence before": float("。" in text),
        "no mark inside": float(not any(mark in text for mark in ",。:;、")),
        "word end": float(last in "的和与及或在对把被将为是以从向于了到等就称并"),
    }


def _after(text: str, balance: int, lexicon: Lexicon) -> dict[str, float]:
    """Measure a line by itself as the one in which another may go on."""
    found = _MARK.search(text, 0, _SOON)
    mark = found[0] if found and found.start() > 0 else ""
    return {
        "mark soon": float(mark != ""),
        "stop soon": float(mark != "" and mark in ";。!?"),
        "short next": float(len(text) < 30),
        "opening word": opening(text, lexicon),
        "label": float(bool(LABEL.match(text))),
        "figure first": float(text[0].isdigit()),
        "mark first": float(not text[0].isalnum() and text[0] not in "“‘《【("),
        "shut quote": float(balance < 0),
    }


# what takes both lines, in the order of `_both`
_BOTH = (
    "very short, end mark next",
    "word over",
    "runs on",
    "marks over",
    "quote first",
    "begins alike",
    "opens anew",
    "points back",
    "figure first, han end",
    "han to han",
)


class Before:
    """A line as the one that may be broken off: what it weighs by itself, and what is asked of it with another."""

    def __init__(self, text: str, ends: Ends, lexicon: Lexicon) -> None:
        """Measure the line."""
        self.ends = ends
        self.end = End(text, lexicon)
        self.pair = text[:2]
        self.very_short = len(text) < 16
        self.shut = ends.balance <= 0
        self.worth = weighed(_before(text, ends.balance), join_weights(lexicon))


class After:
    """The same of a line as the one in which another may go on."""

    def __init__(self, text: str, ends: Ends, lexicon: Lexicon) -> None:
        """Measure the line."""
        found = _after(text, ends.balance, lexicon)
        self.ends = ends
        self.opening = Opening(text, lexicon)
        self.stops = "。" in text
        self.quote_first = text[0] in "“‘《【("
        self.figure_first = text[0].isdigit()
        self.anew = max(0.0, found["opening word"])
        self.back = float(points_back(text))
        self.worth = weighed(found, join_weights(lexicon))


def _both(before: Before, after: After, over: float) -> tuple[float, ...]:
    """Measure what takes both lines; `over` tells of a word over the break."""
    one, other = before.ends, after.ends
    return (
        float(before.very_short and after.stops),
        over,
        runs_between(before.end, after.opening),
        marks_between(one, other),
        float(after.quote_first and before.shut),
        float(before.pair == after.opening.pair),
        after.anew if over < 1 else 0.0,
        after.back if over < 1 else 0.0,
        float(after.figure_first and one.han_last),
        float(one.han_last and other.han_first),
    )


def joined_line(before: str, after: str, lexicon: Lexicon) -> Features:
    """Measure whether a line that does not end a sentence is broken off, and goes on in the next one."""
    one, other = Ends(before), Ends(after)
    both = _both(Before(before, one, lexicon), After(after, other, lexicon), word_between(one, other))
    named = dict(zip(_BOTH, both, strict=True))
    return {**_before(before, one.balance), **_after(after, other.balance, lexicon), **named}


class Joins:
    """Every two lines of one page: whether the one goes on in the other."""

    def __init__(self, texts: list[str], lexicon: Lexicon) -> None:
        """Take the lines, which are measured as they are asked for."""
        weights = join_weights(lexicon)
        size = len(texts)
        self._lexicon = lexicon
        self._texts = texts
        self._size = size
        self._ends: list[Ends | None] = [None] * size
        self._before: list[Before | None] = [None] * size
        self._after: list[After | None] = [None] * size
        self._bias = weights[BIAS]
        self._both = [weights.get(name, 0.0) for name in _BOTH]
        self._words: dict[int, float] = {}  # over the break between two lines

    def worth(self, last: int, first: int) -> float:
        """Return how much speaks for `last` going on in `first`; to begin a paragraph of its own is worth 0.

        The sum of what `joined_line` measures, each at its weight.
        """
        before, after = self._before[last], self._after[first]
        if before is None:
            before = self._before[last] = Before(self._texts[last], self.ends(last), self._lexicon)
        if after is None:
            after = self._after[first] = After(self._texts[first], self.ends(first), self._lexicon)
        worth = self._bias + before.worth + after.worth
        for weight, value in zip(self._both, _both(before, after, self.word_over(last, first)), strict=True):
            worth += weight * value
        return worth

    def flow(self, last: int, first: int) -> float:
        """Return what `flow` says of two lines."""
        return 1.5 * self.word_over(last, first) + self.marks_over(last, first)

    def word_over(self, last: int, first: int) -> float:
        """Return what `word_over` says of two lines."""
        known = last * self._size + first
        over = self._words.get(known)
        if over is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            over = self._words[known] = word_between(self.ends(last), self.ends(first))
        return over

    def marks_over(self, last: int, first: int) -> float:
        """Return what `marks_between` says of two lines."""
        return marks_between(self.ends(last), self.ends(first))

    def ends(self, at: int) -> Ends:
        """Return the ends of a line."""
        found = self._ends[at]
        if found is None:
            found = self._ends[at] = Ends(self._texts[at])
        return found
