"""The one door to jieba: how common a word is, and what word stands over a break.

Of jieba only what is needed is read, and when it is needed: importing it takes 0.2 s, and reading its dictionary whole
0.7 s. Of the dictionary the words with one first character are read at a time, of which a page asks for a tenth; of the
code the model for unknown words alone, at one break of some hundreds. The extra `fast` answers there in its stead.
"""

import importlib
import math
import re
import warnings
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from govnews.errors import LexiconError

Part = dict[str, int]
Model = Callable[[str], list[str]]
_LOADING = Lock()
_MISSING = "govnews needs jieba, which is not installed"


class Dictionary(dict[str, Part]):
    """jieba's dictionary by the first character of its words, each part read when it is first asked for.

    Words with their frequencies, and 0 for what only begins a word. Threads that ask at once read the same.
    """

    def __init__(self, data: bytes, file: str = "dict.txt") -> None:
        """Take jieba's own file as it is; of another, read each line.

        Raises:
            LexiconError: a line is none that jieba takes.
        """
        super().__init__()
        # jieba 0.42.1 has been its last release since 2020. Its lines stand in the order of their first characters from
        # 一 on; of any other dictionary neither the order nor the sum is known.
        if zlib.crc32(data) == 328468845:
            self.total = 60101967
            self.data = b"\n" + data + b"\xff"  # what follows the last line, which is above any character
            self.first = self.data.index("\n一".encode())
            self.ahead = self.data[1 : self.first].split(b"\n")
        else:
            self.data, self.first, self.ahead = b"\n\xff", 0, []
            words, total = read_lines(data, file)
            self.total = total or 1  # its logarithm is asked for, were every frequency 0
            for word, count in words.items():
                self.setdefault(word[0], {})[word] = count

    def __missing__(self, character: str) -> Part:
        begin = character.encode("utf-8", "surrogatepass")
        lines = [self.lines(begin), *(line for line in self.ahead if line.startswith(begin))]
        self[character] = found = read_dictionary(b"\n".join(lines).decode("utf-8"))[0]
        return found

    def lines(self, begin: bytes) -> bytes:
        """Return the lines from 一 on that begin with a character, found by halving."""
        data, size = self.data, len(begin)

        def head(at: int) -> bytes:  # of the line that begins next
            start = data.index(b"\n", at) + 1
            return data[start : start + size]

        places = range(self.first, len(data) - 2)
        start = self.first + bisect_left(places, begin, key=head)
        end = self.first + bisect_right(places, begin, key=head)
        return data[data.index(b"\n", start) + 1 : data.index(b"\n", end) + 1] if start < end else b""


def read_dictionary(text: str) -> tuple[dict[str, int], int]:
    """Return what `Tokenizer.gen_pfdict` makes of jieba's own dictionary, in half its time.

    Words with their frequencies, and 0 for what only begins a word; and the sum of the frequencies.

    >>> read_dictionary("新旧 3 n\\n动能转换 2 n\\n")[0]["动能"]
    0
    """
    cells = text.split()  # a word, its frequency, its part of speech
    return _with_beginnings(cells[::3], [*map(int, cells[1::3])])


def read_lines(data: bytes, file: str) -> tuple[dict[str, int], int]:
    """Return the same of any dictionary that jieba takes: behind the frequency of a word may stand what will.

    Empty lines are passed over; any other that jieba gives up, or whose word it could not weigh, is told.

    >>> read_lines("的 5\\n县城 7 n\\n".encode(), "dict.txt")
    ({'的': 5, '县城': 7, '县': 0}, 12)
    """
    words: list[str] = []
    counts: list[int] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if row := line.strip():
            try:
                word, frequency = row.decode("utf-8").split(" ")[:2]
                count = int(frequency)
            except ValueError:
                count = -1
            if count < 0:
                raise LexiconError(file, number, "frequency", "expected a word, a blank and how often it occurs")
            words.append(word)
            counts.append(count)
    return _with_beginnings(words, counts)


def _with_beginnings(words: list[str], counts: list[int]) -> tuple[dict[str, int], int]:
    found = dict(zip(words, counts, strict=True))
    for word in words:
        start = word[:-1]
        while start and start not in found:
            found[start] = 0
            start = start[:-1]
    return found, sum(counts)


@cache
def dictionary() -> Dictionary:
    """Return jieba's dictionary, found without importing jieba."""
    with _LOADING:  # threads that ask at once wait for the one that reads it
        return _dictionary()


@cache
def _dictionary() -> Dictionary:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(_MISSING)
    file = Path(spec.origin).with_name("dict.txt")
    return Dictionary(file.read_bytes(), str(file))


def weight(word: str) -> float:
    """Return the logarithm of the word's frequency in jieba's dictionary; 0.0 for a word that it does not have.

    >>> weight("企业") > weight("企区") == 0.0
    True
    """
    count = dictionary()[word[0]].get(word, 0) if word else 0
    return math.log(count) if count else 0.0


# The characters of which jieba makes words: over any other no word stands.
_WORDS = r"[一-\u9fd5a-zA-Z0-9+#&._%-]*"
_BEFORE, _AFTER = re.compile(f"{_WORDS}$"), re.compile(_WORDS)
_STRETCHES = re.compile(r"[一-\u9fd5]+|[^一-\u9fd5]+")


def over(head: str, tail: str) -> str:
    """Return the word of jieba's dictionary that stands over the break between two texts, "" where there is none.

    It is the word that `jieba.cut` finds in both together, found by looking at no more of them than it takes.

    >>> over("支持区内企", "业对接科研院所"), over("支持区内企业", "对接科研院所")
    ('企业', '')
    """
    words = dictionary()
    next_one = tail[:1]
    for start in range(len(head)):
        if head[start:] + next_one in words[head[start]]:  # the beginning of a word; each of them is in the dictionary
            break
    else:
        return ""
    before, after = _BEFORE.search(head), _AFTER.match(tail)
    text, at = (before[0] if before else "") + (after[0] if after else ""), len(before[0]) if before else 0
    ends = _path(text, words)
    begins = [0]
    while begins[-1] < at:
        begins.append(ends[begins[-1]])
    if begins[-1] > at:
        return text[begins[-2] : begins[-1]]
    single = at
    while begins and single - begins[-1] < 2:
        single = begins.pop()
    last = at
    while last < len(text) and ends[last] == last + 1:
        last += 1
    return _over_singles(text[single:at], text[at:last], words)


def _path(text: str, words: Dictionary) -> list[int]:
    """Return, by place, where the word that begins there ends on the likeliest way from there to the end."""
    size, total = len(text), math.log(words.total)
    scores, ends = [0.0] * (size + 1), list(range(1, size + 1))
    for start in range(size - 1, -1, -1):
        best = None
        part = words[text[start]]
        for end in range(start + 1, size + 1):
            count = part.get(text[start:end])
            if count is None:
                break
            if count:
                score = math.log(count) - total + scores[end]
                if best is None or score >= best:
                    best, ends[start] = score, end
        scores[start] = scores[start + 1] - total if best is None else best
    return ends


def _over_singles(head: str, tail: str, words: Dictionary) -> str:
    """Return the word over a break between single characters, of which the model for unknown words makes one.

    It is asked only where a word of the dictionary could stand, and of no run that is a word itself.
    """
    run, at, end = head + tail, len(head), 0
    if at and not words[run[0]].get(run) and _may_stand(run, at, words):
        for word in model()(run):
            start, end = end, end + len(word)
            if start < at < end and words[word[0]].get(word):
                return word
    return ""


def _may_stand(run: str, at: int, words: Dictionary) -> bool:
    for start in range(at):
        part = words[run[start]]
        for end in range(start + 1, len(run) + 1):
            count = part.get(run[start:end])
            if count is None:
                break
            if count and end > at:
                return True
    return False


@cache
def model() -> Model:
    """Return what makes words of a run of single characters: rjieba where the extra `fast` has it, or else jieba.

    Both have the one model of jieba: of the characters that it knows they make the same words, which is tested.
    """
    return jieba_model() if find_spec("rjieba") is None else rjieba_model()


def rjieba_model() -> Model:
    made: Model = importlib.import_module("rjieba").cut
    return made


def jieba_model() -> Model:
    """Return jieba's own, without the words that its `del_word` has split for all in the process."""
    with _LOADING, warnings.catch_warnings():  # threads that begin together leave the filters as they were
        warnings.simplefilter("ignore")  # jieba's own source warns when it is compiled
        jieba = importlib.import_module("jieba.finalseg")
    tables = (jieba.start_P, jieba.trans_P, jieba.emit_P)

    def cut(run: str) -> list[str]:
        return [word for part in _STRETCHES.findall(run) for word in (han(part) if part >= "一" else [part])]

    def han(run: str) -> list[str]:
        tags = jieba.viterbi(run, "BMES", *tables)[1]  # a word's beginning, middle and end, or a single one
        begins = [at for at, tag in enumerate(tags) if tag in "BS"]
        return [run[start:end] for start, end in zip(begins, [*begins[1:], len(run)], strict=True)]

    return cut
