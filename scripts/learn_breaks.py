#!/usr/bin/env python3
"""Learn data/layout_breaks.tsv: which characters at a break say that the text runs on over it.

    python scripts/learn_breaks.py $GOVNEWS_DATA

The argument is a folder with annotated articles; seven tenths of them are learnt on. Takes paragraphs apart in the
middle, as columns do, and puts beside these breaks others over which nothing runs on: the end of a line that ends no
sentence before the paragraph that does follow it, or before another; a column's end before another column; a headline
before its body. Fits a logistic regression (L2) over what `govnews.layout.breaks.keys` gives, and writes the KEPT most
telling. The weight of the whole in joining lines is learnt on composed pages, of each half of the articles with a table
learnt on the other half, and takes the place of the rows `joins: …` of data/layout_weights.tsv.
Needs numpy, scipy and govnews.
"""

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from learn_layout import DATA, Example, Source, composed, examples, fit, matrix, pages_module, pool
from numpy.typing import NDArray
from page_extras import SETS
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from govnews.layout import breaks
from govnews.lexicon import Lexicon
from govnews.text import fold

Pair: TypeAlias = tuple[str, str, int]
Article: TypeAlias = dict[str, Any]
KEPT = 8000
LEARNT = 7  # of ten articles; the others are held back
HALF = 4
L2 = 8.0
PAIRS = 400_000
REACH = 8  # characters on either side of a break that are kept
ENDS = "。!?;”)…"
NEVER_FIRST = ",。、;:?!”’》)."
HEAD = """\
# layout_breaks: what the characters at a break say of whether the text runs on over it.
# Learnt by scripts/learn_breaks.py from seven tenths of the development articles, the others held back: logistic
# regression over {pairs} breaks, half of them within paragraphs; the {kept} most telling keys, rounded.
# `|` is the break: 企|业 stands on both sides of it, |近日 opens what follows, 工作| ends what went before.
# A quarter of the sum is the measure "runs on" of layout/running.py.
weight:key\tbreaks:text
"""


def share(article: Article) -> int:
    """Return which tenth of the articles this one is in."""
    return int(hashlib.md5(article["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 10


def sampled(articles: list[Article], count: int, split: Callable[[random.Random, str], list[str]]) -> Iterator[Pair]:
    """Yield breaks over which the text runs on, and as many over which it does not."""
    rng = random.Random(5)
    bodies = [[fold(p) for p in one["body"] if p.strip()] for one in articles]
    heads = [fold(one["headline"]) for one in articles]
    texts = [p for body in bodies for p in body if len(p) > 30]
    opens = [p[:REACH] for body in bodies for p in body if len(p) > 20]
    ends = [(p[-REACH:], q[:REACH]) for body in bodies for p, q in pairwise(body) if p[-1] not in ENDS]
    over = [(head[-REACH:], body[0][:REACH]) for head, body in zip(heads, bodies, strict=True) if body]

    def cut() -> tuple[str, str]:
        while True:
            text = rng.choice(texts)
            at = rng.randrange(6, len(text) - 6)
            if text[at - 1] not in ENDS and text[at] not in NEVER_FIRST:
                return text[max(0, at - REACH) : at], text[at : at + REACH]

    def parted() -> tuple[str, str]:
        while True:
            parts = split(rng, rng.choice(heads))
            if len(parts) > 1 and all(parts):
                return parts[0][-REACH:], parts[1][:REACH]

    apart: tuple[tuple[float, Callable[[], tuple[str, str]]], ...] = (
        (0.40, lambda: (cut()[0], rng.choice(opens))),
        (0.22, lambda: (cut()[0], cut()[1])),
        (0.20, lambda: rng.choice(ends)),
        (0.05, lambda: rng.choice(over)),
        (0.06, lambda: (rng.choice(ends)[0], rng.choice(opens))),
        (0.04, lambda: (cut()[0], rng.choice(heads)[:REACH])),
        (0.03, lambda: (rng.choice(heads)[-REACH:], rng.choice(opens + heads)[:REACH])),
    )
    rates, made = zip(*apart, strict=True)
    for _ in range(count):
        yield *(cut() if rng.random() < 0.96 else parted()), 1
        yield *rng.choices(made, rates)[0](), 0


def learnt(pairs: list[Pair], l2: float = L2) -> dict[str, float]:
    """Return the weights of the most telling keys."""
    counts = Counter(key for before, after, _ in pairs for key in breaks.keys(before, after))
    places = {key: at for at, key in enumerate(key for key, n in counts.items() if n >= max(6, len(pairs) // 66_000))}
    columns: list[int] = []
    ends = [0]
    for before, after, _ in pairs:
        columns += [places[key] for key in breaks.keys(before, after) if key in places]
        ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(pairs), len(places)))
    y = np.array([on for *_, on in pairs], dtype=float)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w[:-1] + w[-1]
        off = 1 / (1 + np.exp(-z)) - y
        value = np.logaddexp(0, z).sum() - (y * z).sum() + l2 * (w[:-1] ** 2).sum() / 2
        return value, np.append(x.T @ off + l2 * w[:-1], off.sum())

    found = minimize(loss, np.zeros(len(places) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    telling = {key: abs(found[at]) * counts[key] ** 0.5 for key, at in places.items()}
    kept = sorted(places, key=lambda key: -telling[key])[:KEPT]
    weights = {key: round(float(found[places[key]]), 1) for key in kept if " " not in key}
    return {key: weight for key, weight in weights.items() if weight}


def write(weights: dict[str, float]) -> None:
    rows: dict[float, list[str]] = {}
    for key, weight in weights.items():
        rows.setdefault(weight, []).append(key)
    text = HEAD.format(pairs=2 * PAIRS, kept=KEPT)
    text += "".join(f"{weight:.1f}\t{' '.join(sorted(rows[weight]))}\n" for weight in sorted(rows))
    DATA.with_name("layout_breaks.tsv").write_text(text, encoding="utf-8")


def joins(shared: Path, articles: list[Article], pages: int, seed: int) -> list[Example]:
    """Return the measured joins of composed pages, under the table that is written now."""
    source = Source(pages_module(shared), articles, lambda rng, _: rng.choice(SETS))
    return examples(composed(shared, pages, seed, source), Lexicon())[3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="DATA", help="a folder with annotated articles")
    parser.add_argument("--pages", type=int, default=800)
    a = parser.parse_args()
    split = pages_module(a.shared).split_headline
    articles = [one for one in pool(pages_module(a.shared), a.shared) if share(one) < LEARNT]
    halves = [[one for one in articles if (share(one) < HALF) is first] for first in (True, False)]
    rows: list[Example] = []
    for own, other in (halves, halves[::-1]):
        write(learnt(list(sampled(other, PAIRS // 2, split))))
        rows += joins(a.shared, own, a.pages // 2, 410 + bool(rows))
    names = sorted({name for found, _ in rows for name in found})
    weights = fit(*matrix(rows, names), 2)
    write(learnt(list(sampled(articles, PAIRS, split))))
    made = [f"joins: {name}\t{x:.3f}" for name, x in zip([*names, "bias"], weights[:, 1] - weights[:, 0], strict=True)]
    lines = [line for line in DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("joins: ")]
    DATA.write_text("\n".join([*lines, *made]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
