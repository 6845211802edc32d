"""The one door to jieba: an own Tokenizer, made at first use, never the global one.

jieba costs 0.1 s to import and 0.7 s to load its dictionary, so both wait until a step needs a word. The library's own
loader would leave a cache file in the temporary folder and write to the log; this one reads the dictionary and no more.
"""

import importlib
import math
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
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


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
