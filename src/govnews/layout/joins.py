"""What speaks for a line going on in another: measured once of each line, and the little that takes two of them.

The measures bear the names of data/layout_weights.tsv. `joined_line` gives them by name, to be learnt from and to be
told as reasons; `Joins` gives the same sum for two lines of a page, which is asked for hundreds of times a page.
"""

import re

from govnews.layout.breaks import Break, runs_between
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


class Side(Ends):
    """A line as either of the two at a break: what it weighs by itself, and what is asked of it with another."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Measure the line."""
        super().__init__(text)
        self.edge = Break(text, lexicon)
        self.very_short = len(text) < 16
        self.stops = "。" in text
        self.quote_first = text[0] in "“‘《【("
        self.figure_first = text[0].isdigit()
        self.anew = max(0.0, opening(text, lexicon))
        self.back = float(points_back(text))
        weights = join_weights(lexicon)
        self.before = weighed(_before(text, self.balance), weights)
        self.after = weighed(_after(text, self.balance, lexicon), weights)


def _both(before: Side, after: Side, over: float) -> tuple[float, ...]:
    """Measure what takes both lines; `over` tells of a word over the break."""
    return (
        float(before.very_short and after.stops),
        over,
        runs_between(before.edge, after.edge),
        marks_between(before, after),
        float(after.quote_first and before.balance <= 0),
        float(before.edge.pair == after.edge.pair),
        after.anew if over < 1 else 0.0,
        after.back if over < 1 else 0.0,
        float(after.figure_first and before.han_last),
        float(before.han_last and after.han_first),
    )


def joined_line(before: str, after: str, lexicon: Lexicon) -> Features:
    """Measure whether a line that does not end a sentence is broken off, and goes on in the next one."""
    one, other = Side(before, lexicon), Side(after, lexicon)
    both = dict(zip(_BOTH, _both(one, other, word_between(one, other)), strict=True))
    return {**_before(before, one.balance), **_after(after, other.balance, lexicon), **both}


class Joins:
    """Every two lines of one page: whether the one goes on in the other."""

    def __init__(self, texts: list[str], lexicon: Lexicon) -> None:
        """Take the lines, which are measured as they are asked for."""
        weights = join_weights(lexicon)
        self._lexicon = lexicon
        self._texts = texts
        self._sides: list[Side | None] = [None] * len(texts)
        self._bias = weights[BIAS]
        self._both = [weights.get(name, 0.0) for name in _BOTH]
        self._words: dict[int, float] = {}  # over the break between two lines

    def worth(self, last: int, first: int) -> float:
        """Return what `joined_worth` makes of `joined_line`: how much speaks for `last` going on in `first`."""
        one, other = self.side(last), self.side(first)
        both = _both(one, other, self.word_over(last, first))
        worth = self._bias + one.before + other.after
        for weight, value in zip(self._both, both, strict=True):
            worth += weight * value
        return worth

    def flow(self, last: int, first: int) -> float:
        """Return what `flow` says of two lines."""
        return 1.5 * self.word_over(last, first) + self.marks_over(last, first)

    def word_over(self, last: int, first: int) -> float:
        """Return what `word_over` says of two lines."""
        known = last * len(self._texts) + first
        over = self._words.get(known)
        if over is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            over = self._words[known] = word_between(self.side(last), self.side(first))
        return over

    def marks_over(self, last: int, first: int) -> float:
        """Return what `marks_over` says of two lines."""
        return marks_between(self.side(last), self.side(first))

    def side(self, at: int) -> Side:
        """Return a line, measured."""
        found = self._sides[at]
        if found is None:
            found = self._sides[at] = Side(self._texts[at], self._lexicon)
        return found
