"""Whether one line runs on in another: what a column break cuts, and what it cannot cut."""

import re

from govnews import words
from govnews.text import is_han

_REACH = 6  # characters on either side of a break that a word over it can have
_COMMON = 2.0  # the logarithm of a word's frequency
_RARE = 0.3
_HEAD_PUNCTUATION = ",.、:;!?)”’》】…%"  # what no printed line may begin with, unless it runs on
# Words that hang on what stands before them and so never begin a paragraph.
_BOUND_HEAD = re.compile(r"[的了们着过地得和与及或等之]|以及|并且|而且|之一|之后|以来|[0-9]+[%万亿多余]")
_OPEN_TAIL = frozenset(",、(“‘《【的和与及或在对把被将为是以从向于")
_CUT_FIGURE = frozenset("0123456789.")
_FIGURE_HEAD = re.compile(r"[0-9.%]|[多余个名人元万亿千百十年月日项家户亩平公吨]")


def unbalanced(text: str) -> int:
    """Return how many quotes and brackets are left open (above 0) or closed without being opened (below 0)."""
    count = text.count
    opened = count("“") + count("《") + count("(") + count("【")
    return opened - count("”") - count("》") - count(")") - count("】")


class Ends:
    """The two ends of a line that is not empty: what each says of a break, found once for all lines it is put beside.

    Attributes:
        balance: see `unbalanced`.
        head: the last characters, which a word over the break behind the line begins with.
        tail: the first ones, which a word over the break before it ends with.
        hangs: how much its last character speaks for its going on.
        bound: how much its first ones speak for its going on with another line.
    """

    def __init__(self, text: str) -> None:
        """Look at both ends of a line."""
        first, last = text[0], text[-1]
        self.balance = unbalanced(text)
        self.head = text[-_REACH:]
        self.tail = text[:_REACH]
        self.han_first = is_han(first)
        self.han_last = is_han(last)
        self.latin_first = first.isascii() and first.isalnum()
        self.latin_last = last.isascii() and last.isalnum()
        self.hangs = 0.7 if last in _OPEN_TAIL else 0.0
        self.bound = 1.5 if first in _HEAD_PUNCTUATION else 0.7 if _BOUND_HEAD.match(text) else 0.0
        self.cut_figure = last in _CUT_FIGURE
        self.figure_head = _FIGURE_HEAD.match(text) is not None


def word_over(before: str, after: str) -> float:
    """Return 1 where a word of jieba's dictionary stands over the break between two lines, less for a rare one.

    Over a break between two texts a word stands by chance, but once in a thousand such words is it a common one.

    >>> word_over("推进企业技术改造,支持区内企", "业对接科研院所")
    1.0
    >>> word_over("努力实现更大突破", "近日")
    0.0
    """
    return word_between(Ends(before), Ends(after)) if before and after else 0.0


def word_between(before: Ends, after: Ends) -> float:
    """Return the same of two lines whose ends are known."""
    if not (before.han_last and after.han_first):
        return float(before.latin_last and after.latin_first)
    word = words.over(before.head, after.tail)
    if not word:
        return 0.0
    weight = words.weight(word)
    return 1.0 if weight > _COMMON else _RARE * (weight > 0)


def flow(before: str, after: str) -> float:
    """Return the evidence that `after` runs on where `before` broke off: about -1 to 3, 0 where nothing is known."""
    one, other = Ends(before), Ends(after)
    return 1.5 * word_between(one, other) + marks_between(one, other)


def marks_between(before: Ends, after: Ends) -> float:
    """Return the same evidence from the marks and the small words at the break alone."""
    score = after.bound + before.hangs
    if before.cut_figure and after.figure_head:
        score += 1.0
    left, right = before.balance, after.balance
    if left > 0 and right < 0:
        score += 1.0
    elif left > 0 or right < 0:
        score += 0.3
    return score
