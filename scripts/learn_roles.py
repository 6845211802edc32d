#!/usr/bin/env python3
"""Learn data/layout_letters.tsv and data/layout_net.tsv: what a short line is by its letters and its place.

    python scripts/learn_roles.py $GOVNEWS_DATA [--pages 1800] [--check]

The argument is a folder with annotated articles. Seven tenths of them are learnt on, in two halves, the others are held
back. Pages are composed as in scripts/learn_layout.py, with the captions, credits and names of columns of
scripts/page_extras.py. The letters are weighed by a logistic regression over all different short lines but the names of
columns, which come from templates; then the net (one hidden layer, dropout, Adam) is learnt on the measures of all
lines, each half of the articles with the letters weighed on the other half. Prints how often the likeliest part is
right on pages of the articles held back; --check writes nothing beside.
Needs numpy, scipy and govnews.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import learn_layout
import numpy as np
from attrs import frozen
from learn_breaks import HALF, LEARNT, share
from learn_layout import DATA, EXTRAS, PART_OF, PARTS, READ, Source, extras, pages_module, pool
from numpy.typing import NDArray
from page_extras import SETS
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from govnews.layout import roles
from govnews.layout.build import Sorter
from govnews.layout.evidence import Sheet, short_line
from govnews.layout.lines import printed_lines
from govnews.layout.weights import Features
from govnews.lexicon import Lexicon

Article: TypeAlias = dict[str, Any]
Table: TypeAlias = NDArray[np.float64]
KEPT = 6000
L2 = 2.0
HIDDEN, NETS, DECAY, ROUNDS, DROPPED, BATCH = 16, 2, 1e-3, 20, (0.1, 0.2), 128
MADE = 12  # names of columns in no form that the tables know, beside those of a set, on half of the pages
NOTE = """\
# Learnt by scripts/learn_roles.py from {pages} composed pages of seven tenths of the development articles, the others
# held back; the captions, credits and names of columns on them are those of scripts/page_extras.py.
"""
LETTERS = """\
# layout_letters: what the letters of a short line say: how much more it looks like a headline, or like a subhead, than
# like a piece of body text. ^ is the beginning of the line, $ its end, _ a blank.
"""
NET = """\
# layout_net: one hidden layer over the measures of a short line: what each adds to each of the {hidden} units; then,
# for each part, the weights of the units and a constant.
"""


@frozen
class Page:
    """The short lines of a page: what was measured of them, and their part as a number; None for what has none."""

    sheet: Sheet
    short: Mapping[int, Features]
    parts: dict[int, int | None]


def plain(source: Source, count: int, seed: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield pages with the articles as they are."""
    rng = random.Random(seed)
    for _ in range(count):
        articles = rng.sample(source.articles, rng.randint(3, 9))
        lines, _meta = source.module.compose(rng, articles, rng.choice((*SETS, EXTRAS, source.module.EXTRAS)))
        yield "".join("\n" * line.blank_before + line.text + "\n" for line in lines), lines


def composed(shared: Path, articles: list[Article], count: int, seed: int) -> list[Page]:
    module = pages_module(shared)
    lexicon = Lexicon.default()

    def drawn(rng: random.Random, articles: list[Article]) -> dict[str, list[str]]:
        chosen: dict[str, list[str]] = rng.choice((*SETS, EXTRAS, module.EXTRAS))
        made = extras(rng, articles)["rubrics"][len(EXTRAS["rubrics"]) :]
        return {**chosen, "rubrics": chosen["rubrics"] + rng.sample(made, MADE * rng.randint(0, 1))}

    found = []
    source = Source(module, articles, drawn)
    for text, gold in (*learn_layout.composed(shared, count // 2, seed, source), *plain(source, count // 2, seed)):
        sorter = Sorter(printed_lines(text), READ, lexicon)
        kept, sheet = sorter.sheet(sorter.aside()[2])
        short = {at: short_line(sheet, at) for at in sheet.shorts()}
        own = {at: {k: v for k, v in found.items() if not k.endswith(", by habit")} for at, found in short.items()}
        found.append(Page(sheet, own, {at: PART_OF.get(gold[kept[at]].role) for at in short}))
    return found


def softmax_loss(x: Any, y: NDArray[np.int64], l2: float, flat: Table, classes: int) -> tuple[float, Table]:
    w = flat.reshape(-1, classes)
    z = x @ w
    z -= z.max(1, keepdims=True)
    norm = np.log(np.exp(z).sum(1))
    p = np.exp(z - norm[:, None])
    rows = np.arange(len(y))
    value = -(z[rows, y] - norm).sum() + l2 * (w**2).sum() / 2
    p[rows, y] -= 1
    return value, (np.asarray(x.T @ p) + l2 * w).ravel()


def spelling(pages: list[Page]) -> dict[str, tuple[float, float]]:
    """Return the weights of the most telling letters for head and subhead against body."""
    lines = {
        page.sheet.lines[at].text: (0, None, 1, 2)[part]
        for page in pages
        for at, part in page.parts.items()
        if part is not None and part != PARTS.index("rubric")
    }
    counts = Counter(one for text in lines for one in roles.letters(text))
    places = {one: at for at, one in enumerate(one for one, n in counts.items() if n > 2)}
    columns: list[int] = []
    ends = [0]
    for text in lines:
        columns += [*(places[one] for one in roles.letters(text) if one in places), len(places)]
        ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(lines), len(places) + 1))
    y = np.array(list(lines.values()))
    start = np.zeros(3 * x.shape[1])
    options = {"maxiter": 200}
    w = minimize(lambda flat: softmax_loss(x, y, L2, flat, 3), start, jac=True, method="L-BFGS-B", options=options).x
    w = w.reshape(-1, 3)
    w = w - w[:, 2:]
    telling = {one: max(abs(w[at, 0]), abs(w[at, 1])) * counts[one] ** 0.5 for one, at in places.items()}
    kept = sorted(places, key=lambda one: -telling[one])[:KEPT]
    return {one: (round(w[places[one], 0], 1), round(w[places[one], 1], 1)) for one in kept}


def write_letters(weights: dict[str, tuple[float, float]], pages: int) -> None:
    rows: dict[tuple[float, float], list[str]] = {}
    for one, pair in weights.items():
        if any(pair):
            rows.setdefault(pair, []).append(one)
    text = LETTERS + NOTE.format(pages=pages) + "pair:key\thead:number\tsubhead:number\tletters:text\n"
    for head, subhead in sorted(rows):
        found = " ".join(sorted(rows[head, subhead]))
        text += f"{head:g}/{subhead:g}\t{head:g}\t{subhead:g}\t{found}\n"
    DATA.with_name("layout_letters.tsv").write_text(text, encoding="utf-8")


Row: TypeAlias = tuple[dict[str, float], int]


def rows(pages: list[Page]) -> list[Row]:
    """Return all measures of the short lines, under the letters that are written now."""
    found = []
    lexicon = Lexicon()  # reads the tables anew
    for page in pages:
        of = page.sheet
        sheet = Sheet(of.lines, of.looks, of.aside, of.affinity, lexicon)
        measured = roles.measures(sheet, page.short)
        found += [(measured[at], part) for at, part in page.parts.items() if part is not None]
    return found


def table(examples: list[Row], names: list[str]) -> tuple[Table, NDArray[np.int64]]:
    x = np.array([[found.get(name, 0.0) for name in names] for found, _ in examples], dtype=np.float32)
    return x, np.array([part for _, part in examples])


def net(x: Table, y: NDArray[np.int64], seed: int = 0) -> list[Table]:
    """Return the weights and constants of both layers, learnt by Adam with dropout."""
    rng = np.random.default_rng(seed)
    size, classes = x.shape[1], len(PARTS)
    shapes = ((size, HIDDEN), (HIDDEN,), (HIDDEN, classes), (classes,))
    w = [rng.normal(0, 1 / np.sqrt(shape[0]), shape) if len(shape) > 1 else np.zeros(shape) for shape in shapes]
    mean, square = [np.zeros(shape) for shape in shapes], [np.zeros(shape) for shape in shapes]
    total = ROUNDS * (len(x) // BATCH + 1)
    for step in range(1, total + 1):
        batch = rng.integers(0, len(x), BATCH)
        shown = x[batch] * (rng.random((BATCH, size)) > DROPPED[0])
        held = np.maximum(0, shown @ w[0] + w[1])
        mask = (rng.random(held.shape) > DROPPED[1]) / (1 - DROPPED[1])
        z = held * mask @ w[2] + w[3]
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        p[np.arange(BATCH), y[batch]] -= 1
        p /= BATCH
        back = p @ w[2].T * (held > 0) * mask
        slopes = (shown.T @ back + DECAY * w[0], back.sum(0), (held * mask).T @ p + DECAY * w[2], p.sum(0))
        rate = 1e-3 * min(1.0, 2 * (1 - step / total) + 0.02)
        for k, slope in enumerate(slopes):
            mean[k] += 0.1 * (slope - mean[k])
            square[k] += 0.001 * (slope**2 - square[k])
            w[k] -= rate * (mean[k] / (1 - 0.9**step)) / (np.sqrt(square[k] / (1 - 0.999**step)) + 1e-8)
    return w


def write_net(names: list[str], w: list[Table], pages: int) -> None:
    def shown(values: Table) -> str:
        return " ".join(f"{value:.3f}" for value in values)

    text = NET.format(hidden=len(w[1])) + NOTE.format(pages=pages) + "measure:key\tweights:text\n"
    text += "".join(f"{name}\t{shown(row)}\n" for name, row in zip([*names, "bias"], [*w[0], w[1]], strict=True))
    for part, column, constant in zip(PARTS, w[2].T, w[3], strict=True):
        text += f"part: {part}\t{shown(np.append(column, constant))}\n"
    DATA.with_name("layout_net.tsv").write_text(text, encoding="utf-8")


def learnt(pages: list[list[Page]]) -> tuple[list[str], list[Table], dict[str, tuple[float, float]]]:
    """Return the names of the measures, the net, and the letters, learnt on the pages of two halves of the articles."""
    examples = []
    for own, other in (pages, pages[::-1]):
        write_letters(spelling(other), 0)
        examples += rows(own)
    names = sorted({name for found, _ in examples for name in found})
    x, y = table(examples, names)
    mean, spread = x.mean(0, dtype=np.float64), x.std(0, dtype=np.float64) + 1e-3
    told = [at for at, one in enumerate(spread) if one > 0.002]
    names, x, mean, spread = [names[at] for at in told], x[:, told], mean[told], spread[told]
    nets = [net((x - mean) / spread, y, seed) for seed in range(NETS)]  # their mean is one net with the units of all
    w = [np.concatenate([one[k] for one in nets], axis=axis) for k, axis in ((0, 1), (1, 0), (2, 0))]
    w = [*w[:2], w[2] / NETS, np.mean([one[3] for one in nets], axis=0)]
    w[1] = w[1] - (mean / spread) @ w[0]
    w[0] = w[0] / spread[:, None]
    return names, w, spelling([*pages[0], *pages[1]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="DATA", help="a folder with annotated articles")
    parser.add_argument("--pages", type=int, default=1800)
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    everything = pool(pages_module(a.shared), a.shared, held=True)
    parts = [[one for one in everything if low <= share(one) < high] for low, high in ((0, HALF), (HALF, LEARNT))]
    pages = [composed(a.shared, half, a.pages // 2, 21 + nth) for nth, half in enumerate(parts)]
    paths = [DATA.with_name(f"layout_{name}.tsv") for name in ("letters", "net")]
    before = [path.read_text(encoding="utf-8") if path.exists() else "" for path in paths]
    names, w, letters = learnt(pages)
    write_letters(letters, a.pages)
    write_net(names, w, a.pages)
    fresh = rows(composed(a.shared, [one for one in everything if share(one) >= LEARNT], 150, 99))
    x, y = table(fresh, names)
    right = (np.maximum(0, x @ w[0] + w[1]) @ w[2] + w[3]).argmax(1) == y
    print(f"{right.mean():.4f} right of {len(y)} short lines of articles not learnt on")
    if a.check:
        for path, text in zip(paths, before, strict=True):
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
