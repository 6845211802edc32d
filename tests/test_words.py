"""The words over breaks are those of jieba itself, however little of it is read, and rjieba says the same."""

import importlib.util
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import accumulate, chain, groupby, islice
from pathlib import Path
from typing import Any

import pytest
from jieba import Tokenizer

from composer import hard_wrapped, pages, without_blank_lines
from govnews import read_page, words
from govnews.errors import LexiconError
from govnews.export import to_json

ROOT = Path(__file__).parents[1]
HAN = re.compile(r"[一-\u9fd5]+")
PRINTED = re.compile(r"[一-\u9fd5a-zA-Z0-9]+")
needs_rjieba = pytest.mark.skipif(
    importlib.util.find_spec("rjieba") is None, reason="the extra `fast` is not installed"
)


# How many dictionaries eight threads have and make; the reading is slow, so that each comes in its time.
THREADS = """
import sys, threading, time
from govnews import words
made, had = [], []
class Slow(words.Dictionary):
    def __init__(self, *given):
        made.append(self)
        time.sleep(0.1)
        super().__init__(*given)
words.Dictionary = Slow
threads = [threading.Thread(target=lambda: had.append(words.dictionary())) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(made), len({id(one) for one in had}))
"""


@cache
def tokenizer() -> Any:
    made = Tokenizer()
    with made.get_dict_file() as file:
        made.FREQ, made.total = made.gen_pfdict(file)
    made.initialized = True
    return made


@cache
def texts() -> tuple[str, ...]:
    """The printed pages and 200 composed ones, in three forms."""
    seeds = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    forms = (lambda page: page, without_blank_lines, lambda page: hard_wrapped(page, 21, indent=True))
    return (*seeds, *(forms[at % 3](page).text for at, page in enumerate(pages(200, 23))))


# -- the dictionary ---------------------------------------------------------------------------------------------------
def test_the_parts_of_the_dictionary_are_the_whole_of_it() -> None:
    frequencies: dict[str, int] = tokenizer().FREQ
    read = words.Dictionary(_dictionary())
    parts = [read[character] for character in {word[0] for word in frequencies}]
    assert dict(chain.from_iterable(part.items() for part in parts)) == frequencies
    assert read.total == tokenizer().total


def test_another_dictionary_is_read_whole() -> None:
    """Neither its order nor its sum is known."""
    read = words.Dictionary("县城 7 n\n一县 5 n\n县里 2 n\n".encode())
    assert dict(read) == {"县": {"县": 0, "县城": 7, "县里": 2}, "一": {"一": 0, "一县": 5}}
    assert read.total == 14
    assert read["二"] == {}


@pytest.mark.parametrize(
    "lines",
    [
        "的 5\n县城 7 n\n",
        "的 5\n县 7\n里 2\n",
        "县城 7 n 注 1\r\n的\u3000 5\n",
        "\ufeff县 1 n\n县 2\n县 3",
        "县城 0 n\n",
    ],
)
def test_another_dictionary_is_read_as_jieba_reads_it(lines: str) -> None:
    """A part of speech may be missing, and more than one may stand there."""
    frequencies, total = Tokenizer().gen_pfdict(BytesIO(lines.encode()))
    read = words.Dictionary(lines.encode())
    assert dict(chain.from_iterable(part.items() for part in read.values())) == frequencies
    assert read.total == (total or 1)


@pytest.mark.parametrize(
    "line", [b"\xe5\x8e", "县城".encode(), "县城 多 n".encode(), "县城  7".encode(), b"7", "县\t7".encode()]
)
def test_a_line_that_jieba_gives_up_is_told_with_its_place(line: bytes) -> None:
    data = "的 5\n".encode() + line + b"\n"
    with pytest.raises(ValueError, match="at Line 2"):
        Tokenizer().gen_pfdict(BytesIO(data))
    with pytest.raises(LexiconError, match=r"^own/dict\.txt, line 2, column frequency: expected a word"):
        words.Dictionary(data, "own/dict.txt")


def test_a_word_that_occurs_less_than_never_is_told() -> None:
    with pytest.raises(LexiconError, match="line 1,"):
        words.Dictionary("县城 -7 n\n".encode())


def test_threads_that_ask_at_once_have_one_dictionary() -> None:
    run = subprocess.run([sys.executable, "-c", THREADS], capture_output=True, text=True, check=True)
    assert run.stdout == "1 1\n"


@pytest.mark.parametrize("character", ["\0", "\n", "\ud800", "\u9fd6", "\U0010ffff", "😀", "ａ"])
def test_a_character_that_begins_no_word_begins_none(character: str) -> None:
    assert words.Dictionary(_dictionary())[character] == {}
    assert words.weight(character) == 0.0
    assert words.over(character, "县城") == words.over("县城", character) == ""


def _dictionary() -> bytes:
    with tokenizer().get_dict_file() as file:
        data: bytes = file.read()
    return data


# -- the word over a break --------------------------------------------------------------------------------------------
def breaks() -> Iterator[tuple[str, str]]:
    """Every ninth place of the lines, six characters on either side."""
    for text in texts():
        for line in text.split("\n"):
            for at in range(2, len(line) - 1, 9):
                yield line[max(0, at - 6) : at], line[at : at + 6]


def by_jieba(head: str, tail: str) -> str:
    end = 0
    for word in tokenizer().cut(head + tail):
        start, end = end, end + len(word)
        if start < len(head) < end:
            return str(word) if tokenizer().FREQ.get(word) else ""
    return ""


def test_the_word_over_a_break_is_the_one_that_jieba_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(head, tail) for head, tail in breaks() if HAN.fullmatch(head[-1] + tail[0])]
    assert len(found) > 10_000
    monkeypatch.setattr(words, "model", words.jieba_model)
    differ = [(head, tail) for head, tail in found if words.over(head, tail) != by_jieba(head, tail)]
    assert differ == []


def test_the_model_is_asked_only_where_a_word_could_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(run: str) -> list[str]:
        asked.append(run)
        return [run[:2], run[2:]]

    monkeypatch.setattr(words, "model", lambda: answer)
    assert words.over("进县城要", "位低,吃水一") == "要位"  # a word so rare that two single characters are likelier
    assert asked == ["要位低"]
    assert words.over("去年以来,国", "在中央全面依") == ""  # 国在 begins a word and is none
    assert words.over("支持区内企业", "对接科研院所") == ""
    assert len(asked) == 1


# -- the two models ---------------------------------------------------------------------------------------------------
def runs() -> Iterator[str]:
    """Runs of single characters, such as the model is asked of: those of the texts, and drawn ones."""
    for text in texts():
        for stretch in PRINTED.findall(text):
            cut = tokenizer().cut(stretch, HMM=False)
            yield from ("".join(some) for single, some in groupby(cut, lambda word: len(word) == 1) if single)
    rng = random.Random(5)  # noqa: S311 - texts, no secrets
    common = sorted({character for text in texts() for character in HAN.findall(text) for character in character})
    yield from ("".join(rng.choices(common, k=rng.randint(2, 9))) for _ in range(3000))


@needs_rjieba
def test_both_models_make_the_same_words() -> None:
    ours, theirs = words.jieba_model(), words.rjieba_model()
    asked = {run for run in runs() if len(run) > 1 and _all_single(run) and not tokenizer().FREQ.get(run)}
    assert len(asked) > 2000
    assert [run for run in asked if _placed(ours(run)) != _placed(theirs(run))] == []


def _placed(cut: list[str]) -> list[tuple[int, str]]:
    """The words of Chinese characters and where they end; how the rest is parted is of no use."""
    return [(end, word) for word, end in zip(cut, accumulate(map(len, cut)), strict=True) if HAN.match(word)]


def _all_single(run: str) -> bool:
    return len(list(tokenizer().cut(run, HMM=False))) == len(run)


@needs_rjieba
def test_pages_are_read_alike_with_either_model(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [*texts()[:5], *islice(texts(), 5, None, 5)]
    read = []
    for make in (words.jieba_model, words.rjieba_model):
        monkeypatch.setattr(words, "model", cache(make))
        read.append([to_json(read_page(text)) for text in chosen])
    assert read[0] == read[1]


# -- what is loaded ---------------------------------------------------------------------------------------------------
PROGRAM = "import sys, govnews; govnews.read_page(open(sys.argv[1], encoding='utf-8').read()); print(*sys.modules)"


def test_a_page_is_read_without_importing_jieba() -> None:
    """Its dictionary is read as a file, its model where a page breaks a word that the dictionary lets be."""
    page = ROOT / "seeds" / "004_a96e1d0e0bfc5781.txt"
    run = subprocess.run([sys.executable, "-c", PROGRAM, str(page)], capture_output=True, text=True, check=True)
    assert "govnews.words" in run.stdout.split()
    assert "jieba" not in run.stdout.split()
