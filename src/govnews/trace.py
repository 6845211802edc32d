"""explain(): who tried to read what in a text, who won, and why the others lost."""

from datetime import date

from attrs import field, frozen

from govnews.export.as_table import fitted, grid
from govnews.headers import find as headers
from govnews.kinds.judge import judge
from govnews.lexicon import Lexicon
from govnews.mentions import find as mentions
from govnews.reader import copy_of, read_article
from govnews.span import Passage
from govnews.watch import Outcome

__all__ = ["Attempt", "Trace", "explain"]

_PRINTED = 30  # columns of the terminal


@frozen(kw_only=True)
class Attempt:
    """One rule's try at one stretch of the text.

    Attributes:
        room: headers, mentions or kinds.
        rule: the rule's name.
        start: first code point.
        end: the code point after the last.
        text: what stands there.
        outcome: won, lost (to a rival) or refused (by itself).
        reason: to whom it lost, what it read, or what it weighed.

    .. versionadded:: 0.1.0
    """

    room: str
    rule: str
    start: int
    end: int
    text: str
    outcome: Outcome
    reason: str


@frozen
class Trace:
    """The attempts at a text, in the order of their places.

    .. versionadded:: 0.1.0
    """

    text: str
    attempts: tuple[Attempt, ...]

    def __str__(self) -> str:
        rows = (
            (
                f"{one.start}:{one.end}",
                fitted(one.text.replace("\n", "⏎"), _PRINTED),
                one.outcome,
                one.room,
                one.rule,
                one.reason,
            )
            for one in self.attempts
        )
        return grid(("place", "text", "outcome", "room", "rule", "reason"), rows)


@frozen
class _Recorder:
    text: str
    seen: list[Attempt] = field(factory=list)

    def __call__(  # noqa: PLR0913, PLR0917 - the words of watch.Watch
        self, room: str, rule: str, start: int, end: int, outcome: Outcome, reason: str
    ) -> None:
        self.seen.append(
            Attempt(
                room=room, rule=rule, start=start, end=end, text=self.text[start:end], outcome=outcome, reason=reason
            )
        )


def explain(text: str, *, issued: date | None = None, lexicon: Lexicon | None = None) -> Trace:
    """Return who read what in a text, by which rule, and who lost.

    Args:
        text: a line, a paragraph or an article.
        issued: the day of issue.
        lexicon: the words to read by.

    >>> trace = explain("总投资55亿元")
    >>> [(one.text, one.outcome) for one in trace.attempts if one.room == "mentions"]
    [('55亿元', 'won')]

    .. versionadded:: 0.1.0
    """
    words = lexicon or Lexicon.default()
    recorder = _Recorder(text)
    passage = Passage.whole(text)
    found = headers.find(passage, issued=issued, lexicon=words, watch=recorder)
    closed = [passage.within(header.spans) for header in found]
    mentions.find(passage, issued=issued, lexicon=words, closed=closed, watch=recorder)
    kind = judge(copy_of(read_article(text, issued=issued, lexicon=words)), lexicon=words, watch=recorder)
    recorder("kinds", kind.label.value, 0, len(text), "won", f"{kind.confidence:.2f}: {'; '.join(kind.evidence)}")
    order = {"won": 0, "lost": 1, "refused": 2}
    attempts = sorted(recorder.seen, key=lambda one: (one.room == "kinds", one.start, order[one.outcome], -one.end))
    return Trace(text, tuple(dict.fromkeys(attempts)))
