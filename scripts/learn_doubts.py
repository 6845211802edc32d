#!/usr/bin/env python3
"""Learn data/layout_calibration.tsv: how often a reading is right for which so much speaks.

    python scripts/learn_doubts.py $GOVNEWS_DATA [--pages 300] [--seed 31] [--check]

Composes pages as scripts/learn_layout.py does, reads them, and fits one logistic curve (Platt) for each sort of
decision. The temperature is the one with the least loss over articles. Writes the table, then prints, on pages of the
next seed, the expected calibration error (ten bins of equal width over the confidence of the reading given), how many
decisions are listed as doubts, how many of those were wrong, and how many of all that was wrong are listed. With
--check it only prints. Run it after learn_layout.py and tune_layout.py.
Needs numpy, scipy and govnews.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from learn_layout import DATA, composed, reader

from govnews.layout.build import Sorter
from govnews.layout.chunk import Cut, Way
from govnews.layout.desk import Desk
from govnews.layout.doubts import LISTED, Doubts
from govnews.layout.lines import printed_lines
from govnews.layout.odds import key, odds
from govnews.layout.parse import parse
from govnews.layout.weights import Part
from govnews.lexicon import Lexicon

TABLE = DATA.with_name("layout_calibration.tsv")
PART_OF = {
    "headline": Part.HEAD,
    "kicker": Part.HEAD,
    "deck": Part.HEAD,
    "rubric": Part.RUBRIC,
    "subhead": Part.SUBHEAD,
    "paragraph": Part.BODY,
}
KINDS = ("article", "border", "attachment", "join", "role")
RATES = ("photo",)
HEATS = (1.0, 1.25, 1.5, 2.0, 2.5)
FEW = 0.001  # borders less likely than that are no decisions

Sample: TypeAlias = tuple[float, bool, bool]  # how much speaks for it, that it is so, that the reading given says so
Samples: TypeAlias = dict[str, list[Sample]]


class Page:
    """One composed page as it was read, with its gold."""

    def __init__(self, text: str, gold: Sequence[Any], lexicon: Lexicon) -> None:
        """Read the page."""
        self.sorter = Sorter(printed_lines(text), reader(lexicon), lexicon)
        self.apart, taken = self.sorter.aside()[1:]
        kept, self.sheet = self.sorter.sheet(taken)
        self.all = gold
        self.gold = [gold[at] for at in kept]
        found: tuple[list[Cut], Desk, list[Way]] = parse(self.sheet) if kept else ([], Desk.of(self.sheet), [])
        self.cuts, self.desk, self.tried = found
        self.owner = [f"rubric {at}" if row.role == "rubric" else row.article for at, row in enumerate(self.gold)]

    def whole(self) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return the articles as they are."""
        found = set()
        for name in {row.article for row in self.gold if row.role not in ("rubric", "caption", "credit")}:
            own = sorted((row.order, at, row.role) for at, row in enumerate(self.gold) if row.article == name)
            heads = sorted(at for _, at, role in own if role in ("headline", "kicker", "deck", "byline"))
            found.add((tuple(heads), tuple(at for _, at, role in own if role in ("paragraph", "subhead"))))
        return found

    def samples(self, heat: float) -> Iterator[tuple[str, Sample]]:
        shares = odds(self.tried, len(self.gold), heat)
        found = Doubts(self.sheet, self.cuts, self.desk, self.tried)
        object.__setattr__(found, "odds", shares)
        whole = self.whole()
        for cut in self.cuts:
            if cut.heads or cut.body:
                right = (tuple(cut.heads), tuple(cut.body)) in whole
                yield "article", (logit(shares.whole.get(key(cut), 0.0)), right, True)
            if cut.heads and cut.body:
                share = shares.attached.get((cut.heads[0], cut.body[0]), 0.0)
                yield "attachment", (logit(share), self.owner[cut.heads[0]] == self.owner[cut.body[0]], True)
            yield from (("join", one) for one in self.joins(cut))
        for at in range(1, len(self.gold)):
            given = found.owner[at] != found.owner[at - 1]
            if shares.border[at] > FEW or given:
                yield "border", (logit(shares.border[at]), self.owner[at] != self.owner[at - 1], given)
        for at in self.desk.short:
            if self.gold[at].role in PART_OF:
                given_part = found.part(at)
                share = found.shares(at)[given_part]
                yield "role", (logit(share), PART_OF[self.gold[at].role] is given_part, True)
        yield from self.photos()

    def joins(self, cut: Cut) -> Iterator[Sample]:
        looks = self.sheet.looks
        for last, after in pairwise(cut.body):
            if looks[last].closed or looks[last].signed or looks[after].dateline:
                continue
            if self.gold[last].role == self.gold[after].role == "paragraph":
                one, other = self.gold[last], self.gold[after]
                worth = self.sheet.join_worth(last, after)
                right = bool(other.join) and one.article == other.article and other.order == one.order + 1
                yield worth, right, worth > 0

    def photos(self) -> Iterator[tuple[str, Sample]]:
        at_of = {line.pieces: at for at, line in enumerate(self.sorter.lines)}
        for draft in self.apart:
            if draft.rule == "photo":
                rows = [self.all[at_of[block.pieces]] for block in draft.blocks]
                right = len({row.article for row in rows}) == 1 and {row.role for row in rows} == {"caption", "credit"}
                yield "photo", (0.0, right, True)


def logit(share: float) -> float:
    share = min(1 - 1e-6, max(1e-6, share))
    return math.log(share / (1 - share))


def sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def fit(rows: Sequence[Sample]) -> tuple[float, float]:
    """Return slope and bias of the logistic curve of least loss, by Newton's method."""
    slope, bias = 1.0, 0.0
    for _ in range(40):
        a = b = aa = ab = bb = 1e-6
        for x, right, _given in rows:
            p = sigmoid(slope * x + bias)
            gap, weight = p - right, p * (1 - p)
            a, b = a + gap * x, b + gap
            aa, ab, bb = aa + weight * x * x, ab + weight * x, bb + weight
        size = max(1e-9, aa * bb - ab * ab)
        slope, bias = slope - (a * bb - b * ab) / size, bias - (b * aa - a * ab) / size
    return slope, bias


def loss(rows: Sequence[Sample], curve: tuple[float, float]) -> float:
    total = 0.0
    for x, right, _given in rows:
        p = min(1 - 1e-9, max(1e-9, sigmoid(curve[0] * x + curve[1])))
        total -= math.log(p if right else 1 - p)
    return total / max(1, len(rows))


def gathered(pages: Sequence[Page], heat: float) -> Samples:
    found: Samples = {name: [] for name in (*KINDS, *RATES)}
    for page in pages:
        for name, sample in page.samples(heat):
            found[name].append(sample)
    return found


def report(rows: Sequence[Sample], curve: tuple[float, float]) -> str:
    """Return calibration error, accuracy, doubts, and how much of what is wrong they hold."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    listed = wrong = caught = 0
    for x, right, given in rows:
        p = sigmoid(curve[0] * x + curve[1])
        sure, is_right = (p, right) if given else (1 - p, not right)
        bins[min(9, int(sure * 10))].append((sure, is_right))
        listed += sure < LISTED
        wrong += not is_right
        caught += sure < LISTED and not is_right
    error = sum(abs(sum(p for p, _ in one) - sum(ok for _, ok in one)) for one in bins) / max(1, len(rows))
    return (
        f"{len(rows)} decisions, right {1 - wrong / max(1, len(rows)):.4f}, ECE {error:.4f}, doubts {listed}, of them "
        f"wrong {caught / max(1, listed):.2f}; of {wrong} wrong ones {caught / max(1, wrong):.2f} are listed"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    lexicon = Lexicon.default()
    curves = {row["of"]: (float(row["slope"]), float(row["bias"])) for row in lexicon.rows("layout_calibration")}
    if not a.check:
        pages = [Page(text, gold, lexicon) for text, gold in composed(a.shared, a.pages, a.seed)]
        tried = {}
        for heat in HEATS:
            rows = gathered(pages, heat)["article"]
            tried[heat] = loss(rows, fit(rows))
            print(f"temperature {heat}: loss {tried[heat]:.4f}")
        heat = min(tried, key=tried.__getitem__)
        found = gathered(pages, heat)
        curves |= {"temperature": (heat, 0.0)} | {name: fit(found[name]) for name in KINDS}
        note = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line[:1] == "#" or line[:3] == "of:"]
        lines = [f"{name}\t{slope:.3f}\t{bias:.3f}" for name, (slope, bias) in curves.items()]
        TABLE.write_text("\n".join([*note, *lines, ""]), encoding="utf-8")
    fresh = [Page(text, gold, lexicon) for text, gold in composed(a.shared, a.pages, a.seed + 1)]
    held = gathered(fresh, curves["temperature"][0])
    for name in (*KINDS, *RATES):
        print(f"{name}: {report(held[name], curves[name])}")


if __name__ == "__main__":
    main()
