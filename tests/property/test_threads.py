"""Eight threads at once give the answers of one, in a process that has read already and in one that has not."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

import govnews
from govnews.export import from_json, to_json, to_table, to_text
from govnews.trace import explain
from laws import ISSUED

ROOT = Path(__file__).parents[2]
THREADS = 8
TEXTS = [path.read_text("utf-8")[:1500] for path in sorted((ROOT / "seeds").glob("*.txt"))]
PAGES = [govnews.read_page(text) for text in TEXTS]

VERBS: dict[str, Callable[[int], Any]] = {
    "read_page": lambda at: govnews.read_page(TEXTS[at], issued=ISSUED),
    "read_pages": lambda at: govnews.read_pages("\f".join((TEXTS[at], TEXTS[0]))),
    "read_article": lambda at: govnews.read_article(TEXTS[at]),
    "find_mentions": lambda at: govnews.find_mentions(TEXTS[at], issued=ISSUED),
    "find_headers": lambda at: govnews.find_headers(TEXTS[at]),
    "link_pages": lambda at: govnews.link_pages(PAGES[at:]),
    "parse_number": lambda at: govnews.parse_number(f"一千零{at + 1}"),
    "parse_quantity": lambda at: govnews.parse_quantity(f"近1.{at}万亩"),
    "parse_date": lambda at: govnews.parse_date(f"去年{at + 1}月", issued=ISSUED),
    "parse_header": lambda at: govnews.parse_header(f"本报临河{at + 1}月3日电"),
    "format_number": lambda at: govnews.format_number(at * 1001),
    "explain": lambda at: explain(TEXTS[at][:300]),
    "to_json": lambda at: from_json(to_json(PAGES[at])),
    "to_table": lambda at: to_table(PAGES[at]) + to_text(PAGES[at]),
}


def together(calls: list[Callable[[], Any]]) -> list[Any]:
    """Call all at once: none begins before the last thread stands at the start."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.fixture(autouse=True)
def quick_turns() -> Any:
    """Let the interpreter change threads as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("verb", VERBS)
def test_eight_threads_answer_as_one(verb: str) -> None:
    calls: list[Callable[[], Any]] = [partial(VERBS[verb], at % len(TEXTS)) for at in range(THREADS)]
    alone = [call() for call in calls]
    assert together(calls) == alone


def test_threads_with_different_verbs_answer_as_one() -> None:
    calls: list[Callable[[], Any]] = [partial(verb, 1) for verb in VERBS.values()]
    alone = [call() for call in calls]
    assert together(calls) == alone


# Nothing is imported, no table is read and no pattern compiled when the threads start.
FRESH = """
import hashlib, json, logging, sys, threading, warnings
from pathlib import Path
import govnews
sys.setswitchinterval(1e-4)
verb, texts = sys.argv[1], [path.read_text("utf-8")[:500] for path in sorted(Path(sys.argv[2]).glob("*.txt"))]
before = list(warnings.filters), warnings.showwarning
barrier, answers, faults = threading.Barrier(8), [None] * 8, []

def run(at):
    barrier.wait()
    try:
        answers[at] = repr(getattr(govnews, verb)(texts[at % len(texts)]))
    except BaseException as error:
        faults.append(repr(error))

threads = [threading.Thread(target=run, args=(at,)) for at in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
alone = [repr(getattr(govnews, verb)(texts[at % len(texts)])) for at in range(8)]
print(json.dumps({"faults": faults, "alike": answers == alone,
                  "filters": (list(warnings.filters), warnings.showwarning) == before}))
"""


@pytest.mark.parametrize("verb", ["read_page", "read_article", "find_mentions", "find_headers"])
def test_eight_threads_in_a_fresh_process_answer_as_one(verb: str) -> None:
    command = [sys.executable, "-c", FRESH, verb, str(ROOT / "seeds")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)
    assert json.loads(run.stdout) == {"faults": [], "alike": True, "filters": True}


# The model for unknown words is the one part of jieba that is imported, and its source warns while it is compiled.
MODEL = """
import json, sys, threading, warnings
from govnews import words
sys.setswitchinterval(1e-5)
before = list(warnings.filters), warnings.showwarning
barrier, answers = threading.Barrier(8), []

def run():
    barrier.wait()
    answers.append(words.jieba_model()("要位低") if sys.argv[1] == "jieba" else words.over("进县城要", "位低,吃水一"))

threads = [threading.Thread(target=run) for at in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps([len(answers), len(set(map(str, answers))), (list(warnings.filters), warnings.showwarning) == before]))
"""


@pytest.mark.parametrize("model", ["jieba", "either"])
def test_eight_threads_that_load_the_model_at_once_leave_the_filters_of_warnings(model: str) -> None:
    run = subprocess.run([sys.executable, "-c", MODEL, model], capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(run.stdout) == [8, 1, True]
    assert run.stderr == ""
