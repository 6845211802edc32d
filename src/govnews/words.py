"""The one door to jieba: an own Tokenizer, made at first use, never the global one.

jieba costs 0.1 s to import and 0.7 s to load its dictionary, so both wait until a step needs a word. The library's own
loader would leave a cache file in the temporary folder and write to the log; this one reads the dictionary and no more.
"""

import importlib
import math
import re
import warnings
from functools import cache
from threading import Lock
from typing import Any

_LOADING = Lock()


@cache
def _tokenizer() -> Any:
    with _LOADING:  # threads that begin together load it once, and leave the filters of warnings as they were
        return _loaded()


@cache
def _loaded() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source warns when it is compiled
        jieba = importlib.import_module("jieba")
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = read_dictionary(file.read().decode("utf-8"))
    tokenizer.initialized = True
    return tokenizer


def read_dictionary(text: str) -> tuple[dict[str, int], int]:
    """Return what `Tokenizer.gen_pfdict` makes of jieba's dictionary, in half its time.

    Words with their frequencies, and 0 for what only begins a word; and the sum of the frequencies.

    >>> read_dictionary("新旧 3 n\\n动能转换 2 n\\n")[0]["动能"]
    0
    """
    cells = text.split()  # a word, its frequency, its part of speech
    words, counts = cells[::3], [*map(int, cells[1::3])]
    found = dict(zip(words, counts, strict=True))
    for word in words:
        start = word[:-1]
        while start and start not in found:
            found[start] = 0
            start = start[:-1]
    return found, sum(counts)


def cut(text: str) -> list[str]:
    """Return the words of `text` by jieba's dictionary and its model for unknown words.

    >>> cut("推进新旧动能转换")
    ['推进', '新旧', '动能', '转换']
    """
    return list(_tokenizer().lcut(text))


def weight(word: str) -> float:
    """Return the logarithm of the word's frequency in jieba's dictionary; 0.0 for a word that it does not have.

    >>> weight("企业") > weight("企区") == 0.0
    True
    """
    count = _tokenizer().FREQ.get(word, 0)
    return math.log(count) if count else 0.0


def over(head: str, tail: str) -> str:
    """Return the word of jieba's dictionary that stands over the break between two texts, "" where there is none.

    It is the word that `cut` finds in both together, found by looking at no more of them than it takes.

    >>> over("支持区内企", "业对接科研院所"), over("支持区内企业", "对接科研院所")
    ('企业', '')
    """
    tokenizer = _tokenizer()
    frequency: dict[str, int] = tokenizer.FREQ
    next_one = tail[:1]
    for start in range(len(head)):
        if head[start:] + next_one in frequency:  # the beginning of a word; each of them is in the dictionary
            break
    else:
        return ""
    before, after = _BEFORE.search(head), _AFTER.match(tail)
    text, at = (before[0] if before else "") + (after[0] if after else ""), len(before[0]) if before else 0
    ends = _path(text, frequency, math.log(tokenizer.total))
    start = last = 0
    while last < at:
        start, last = last, ends[last]
    if last == at:
        if at - start > 1 or at == len(text) or ends[at] - at > 1:
            return ""
        return _unknown(head, tail, frequency)  # two single characters, of which jieba's model may make a word
    return text[start:last]


# The characters of which jieba makes words: over any other no word stands.
_WORDS = r"[一-\u9fd5a-zA-Z0-9+#&._%-]*"
_BEFORE, _AFTER = re.compile(f"{_WORDS}$"), re.compile(_WORDS)


def _path(text: str, frequency: dict[str, int], total: float) -> list[int]:
    """Return, by place, where the word that begins there ends on the likeliest way from there to the end."""
    size = len(text)
    scores, ends = [0.0] * (size + 1), list(range(1, size + 1))
    for start in range(size - 1, -1, -1):
        best = None
        for end in range(start + 1, size + 1):
            count = frequency.get(text[start:end])
            if count is None:
                break
            if count:
                score = math.log(count) - total + scores[end]
                if best is None or score >= best:
                    best, ends[start] = score, end
        scores[start] = scores[start + 1] - total if best is None else best
    return ends


def _unknown(head: str, tail: str, frequency: dict[str, int]) -> str:
    """Return the word over the break of all that jieba cuts, if the dictionary has it."""
    end = 0
    for word in cut(head + tail):
        start, end = end, end + len(word)
        if end >= len(head):
            return word if start < len(head) < end and word in frequency else ""
    return ""
