"""The one door to jieba: an own Tokenizer, made at first use, never the global one.

jieba costs 0.1 s to import and 0.7 s to load its dictionary, so both wait until a step needs a word. The library's own
loader would leave a cache file in the temporary folder and write to the log; this one reads the dictionary and no more.
"""

import importlib
import math
import warnings
from functools import cache
from typing import Any


@cache
def _tokenizer() -> Any:
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
