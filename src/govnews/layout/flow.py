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


def word_over(before: str, after: str) -> float:
    """Return 1 where a word of jieba's dictionary stands over the break between two lines, less for a rare one.

    Over a break between two texts a word stands by chance, but once in a thousand such words is it a common one.

    >>> word_over("推进企业技术改造,支持区内企", "业对接科研院所")
    1.0
    >>> word_over("努力实现更大突破", "近日")
    0.0
    """
    head, tail = before[-_REACH:], after[:_REACH]
    if not (head and tail and is_han(head[-1]) and is_han(tail[0])):
        return float(head[-1:].isascii() and tail[:1].isascii() and head[-1:].isalnum() and tail[:1].isalnum())
    weight = words.weight(words.over(head, tail))
    return 1.0 if weight > _COMMON else _RARE * (weight > 0)


def flow(before: str, after: str) -> float:
    """Return the evidence that `after` runs on where `before` broke off: about -1 to 3, 0 where nothing is known."""
    return 1.5 * word_over(before, after) + marks_over(before, after)


def marks_over(before: str, after: str) -> float:
    """Return the same evidence from the marks and the small words at the break alone."""
    score = 0.0
    if after[0] in _HEAD_PUNCTUATION:
        score += 1.5
    elif _BOUND_HEAD.match(after):
        score += 0.7
    if before[-1] in _OPEN_TAIL:
        score += 0.7
    if before[-1] in _CUT_FIGURE and _FIGURE_HEAD.match(after):
        score += 1.0
    left, right = unbalanced(before), unbalanced(after)
    if left > 0 and right < 0:
        score += 1.0
    elif left > 0 or right < 0:
        score += 0.3
    return score
