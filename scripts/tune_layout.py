#!/usr/bin/env python3
"""Tune data/layout_weights.tsv and data/layout_priors.tsv on whole pages, after scripts/learn_layout.py.

    python scripts/tune_layout.py $GOVNEWS_DATA [--pages 460] [--rounds 2]

What a line is was learnt line by line; what a page is worth as a whole is the sum over its articles. This goes over
composed pages, reads each with the weights so far, and where a wrong row of articles is worth as much as the right one
it moves the weights towards the right one, no farther than STEP allows (a passive-aggressive structured perceptron);
the averages are written. A third of the pages are those of learn_layout.py, a third articles as they are, a third
briefs (page_briefs.py); what stands between the articles is drawn from the sets of page_extras.py. The priors move
freely, the weights of the features by EASE of that. The score is a sum of weights times measures, so the engine itself
is run with `Tally` in the place of its numbers to count them.
Needs numpy, scipy and govnews.
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeAlias

import numpy as np
from attrs import frozen
from learn_layout import DATA, Source, composed, extras, pages_module, pool, reader
from learn_roles import plain
from numpy.typing import NDArray
from page_briefs import briefs
from page_extras import SETS, Extras

from govnews.layout.build import Sorter
from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.evidence import Sheet, by_habit, short_line
from govnews.layout.lines import printed_lines
from govnews.layout.parse import best_row
from govnews.layout.roles import role_odds
from govnews.layout.running import lead_line, long_line
from govnews.layout.ways import Ways
from govnews.layout.weights import SHORT_PARTS, Features, Part, lead_worth, priors
from govnews.lexicon import Lexicon

Counts: TypeAlias = NDArray[np.float64]
Key: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]

STEP = 0.02
EASE = 0.05
SEED = 23
OWN = 0.4  # of the pages: the words between the articles are those of learn_layout.py
MARGIN = 0.3  # what one line with the wrong part is worth to a wrong row, while it is looked for
FORBIDDEN = 1000.0
PART_OF = {"headline": Part.HEAD, "kicker": Part.HEAD, "deck": Part.HEAD, "rubric": Part.RUBRIC}
FIXED = ("lead",)  # priors that are left as they are
PRIORS = DATA.with_name("layout_priors.tsv")


class Tally(float):
    """A number that knows of which weights it is the sum, and how often each is in it."""

    counts: Counts

    def __new__(cls, value: float, counts: Counts) -> Self:
        made = super().__new__(cls, value)
        made.counts = counts
        return made

    def __add__(self, other: float) -> "Tally":
        return Tally(float(self) + float(other), self.counts + getattr(other, "counts", 0.0))

    __radd__ = __add__

    def __mul__(self, times: float) -> "Tally":
        return Tally(float(self) * float(times), self.counts * float(times))

    __rmul__ = __mul__

    def __sub__(self, other: float) -> "Tally":
        return self + -1.0 * Tally(other, getattr(other, "counts", 0.0 * self.counts))

    def __rsub__(self, other: float) -> "Tally":
        return -1.0 * self + other


Names: TypeAlias = dict[tuple[str, str], int]


@frozen
class Example:
    """One page: its lines, what was measured of them, and its articles as they are."""

    sheet: Sheet
    short: dict[int, Features]
    net: dict[int, Mapping[Part, float]]
    long: dict[int, Features]
    lead: dict[int, float]
    parts: list[Part]
    articles: set[Key]
    rubrics: set[int]

    def desk(self, weights: Counts, names: Names, wrong: float, *, tally: bool) -> Desk:
        """Return the desk under these weights; `wrong` is what a short line gains in a part that it has not."""

        def worth(part: str, found: Features) -> float:
            held = [(names[part, name], value) for name, value in found.items() if value and (part, name) in names]
            held.append((names[part, "bias"], 1.0))
            at, values = np.array([one for one, _ in held]), np.array([value for _, value in held])
            if not tally:
                return float(weights[at] @ values)
            counts = np.zeros(len(names))
            counts[at] = values
            return Tally(float(weights[at] @ values), counts)

        def strange(at: int, part: Part) -> bool:
            return (part if part in (Part.HEAD, Part.RUBRIC) else Part.BODY) is not self.parts[at]

        def prior(name: str) -> float:
            at = names["prior", name]
            return Tally(weights[at], np.eye(1, len(names), at)[0]) if tally else float(weights[at])

        net = prior("net")
        return Desk(
            self.sheet,
            {
                at: {
                    part: worth(part, found) + net * self.net[at][part] + wrong * strange(at, part)
                    for part in SHORT_PARTS
                }
                for at, found in self.short.items()
            },
            {at: worth(Part.OPENS, found) for at, found in self.long.items()},
            self.lead,
            {name: prior(name) for kind, name in names if kind == "prior"},
        )

    def loss(self, way: Way) -> float:
        """Count the articles of a chunk that are none, and by half its rubrics that are none."""
        articles = sum(bool(cut.heads or cut.body) and key(cut) not in self.articles for cut in way.cuts)
        return articles + 0.5 * sum(at not in self.rubrics for cut in way.cuts for at in cut.rubrics)

    def forbidden(self, way: Way) -> float:
        return -3 * FORBIDDEN * self.loss(way)


def key(cut: Cut) -> Key:
    return tuple(cut.heads), tuple(cut.body)


def example(text: str, gold: Sequence[Any], lexicon: Lexicon) -> Example:
    sorter = Sorter(printed_lines(text), reader(lexicon), lexicon)
    kept, sheet = sorter.sheet(sorter.aside()[2])
    rows = [gold[at] for at in kept]
    articles = set()
    for name in {row.article for row in rows if row.role not in ("rubric", "caption", "credit")}:
        own = sorted((row.order, at, row.role) for at, row in enumerate(rows) if row.article == name)
        heads = sorted(at for _, at, role in own if role in (*PART_OF, "byline"))
        articles.add((tuple(heads), tuple(at for _, at, role in own if role in ("paragraph", "subhead"))))
    short = {at: short_line(sheet, at) for at in sheet.shorts()}
    return Example(
        sheet,
        {at: by_habit(sheet, found) for at, found in short.items()},
        role_odds(sheet, short),
        {at: long_line(sheet, at) for at in sheet.longs()},
        {at: lead_worth(lead_line(sheet, at), lexicon) for at in range(len(rows))},
        [PART_OF.get(row.role, Part.BODY) for row in rows],
        articles,
        {at for at, row in enumerate(rows) if row.role == "rubric"},
    )


def counted(row: Sequence[Way], desk: Desk) -> Counts:
    """Return how often each weight is in the score of a row, each chunk scored again at a desk of tallies."""
    total: Counts = np.zeros(1)
    for way in row:
        shape = [(tuple(cut.rubrics), key(cut)) for cut in way.cuts]
        again = Ways(desk).begun(way.start, [way.end])
        found = next(x for x in again if [(tuple(cut.rubrics), key(cut)) for cut in x.cuts] == shape)
        total = total + getattr(found.score, "counts", 0.0)
    return total


def learnt(pages: list[Example], names: Names, start: Counts, rounds: int) -> Iterator[Counts]:
    """Yield the average of the weights after each round."""
    ease = np.array([(name not in FIXED) if kind == "prior" else EASE for kind, name in names], dtype=float)
    weights, total, steps = start, np.zeros_like(start), 0
    order = random.Random(1)
    for _ in range(rounds):
        for page in order.sample(pages, len(pages)):
            steps += 1
            desk = page.desk(weights, names, MARGIN, tally=False)
            row = best_row(desk, page.loss)
            desk = page.desk(weights, names, -FORBIDDEN, tally=False)
            right = best_row(desk, page.forbidden)
            lost = sum(map(page.loss, row)) - sum(map(page.loss, right))
            if lost > 0:
                away = counted(right, page.desk(weights, names, -FORBIDDEN, tally=True))
                away = away - counted(row, page.desk(weights, names, MARGIN, tally=True))
                short = lost - weights @ away
                if short > 0 and (ease * away) @ away > 0:
                    weights = weights + min(STEP, short / ((ease * away) @ away)) * ease * away
            total = total + weights
        yield total / steps


def drawn(rng: random.Random, articles: list[dict[str, Any]]) -> Extras:
    """Return what stands between the articles of one page, in the manner of one paper."""
    return extras(rng, articles) if rng.random() < OWN else rng.choice(SETS)


def pages_of(shared: Path, count: int) -> Iterator[tuple[str, list[Any]]]:
    module = pages_module(shared)
    source = Source(module, pool(module, shared), drawn)
    yield from composed(shared, count // 3, SEED, source)
    yield from plain(source, count // 3, SEED + 1)
    yield from briefs(source, count - 2 * (count // 3), SEED + 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="DATA", help="a folder with annotated articles")
    parser.add_argument("--pages", type=int, default=460)
    parser.add_argument("--rounds", type=int, default=2)
    a = parser.parse_args()
    lexicon = Lexicon.default()
    pages = [example(text, gold, lexicon) for text, gold in pages_of(a.shared, a.pages)]
    rows = [tuple(row["evidence"].split(": ", 1)) for row in lexicon.rows("layout_weights")]
    start = {(part, name): 0.0 for part, name in rows if part in (*SHORT_PARTS, Part.OPENS)}
    start |= {("prior", name): value for name, value in priors(lexicon).items()}
    for row in lexicon.rows("layout_weights"):
        part, _, name = row["evidence"].partition(": ")
        if (part, name) in start:
            start[part, name] = float(row["weight"])
    names = {name: at for at, name in enumerate(start)}
    for weights in learnt(pages, names, np.array(list(start.values())), a.rounds):
        found = {f"{part}: {name}": weights[at] for (part, name), at in names.items()}
        for path, prefix in ((DATA, ""), (PRIORS, "prior: ")):
            lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
            for cells in lines:
                if prefix + cells[0] in found:
                    cells[1] = f"{found[prefix + cells[0]]:.3f}"
            path.write_text("\n".join("\t".join(cells) for cells in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
