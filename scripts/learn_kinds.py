"""Learn data/kind_weights.tsv: how much each rule of kinds/rules.py speaks for each kind.

    PYTHONPATH=src python scripts/learn_kinds.py            figures, cross-validated
    PYTHONPATH=src python scripts/learn_kinds.py --write    and the weights of all articles into src/govnews/data

A softmax over the sums of weights, fitted by gradient descent. The weights start at BELIEFS, what an editor would say
beforehand (docs: the definitions of the kinds), and are pulled back to them (L2), so that a kind of which there are few
examples keeps its beliefs. Each article is learnt from three times: whole, with the dateline cut off, and without its
headline; the cases of tests/cases/kinds and kinds_by_outlet count as well. The second label that an article may bear
gets a quarter.
Needs numpy and a folder with annotated articles (eval/kinds-dev.tsv, data/articles.jsonl), which the environment
variable GOVNEWS_DATA names.
"""

import argparse
import csv
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from attrs import frozen

from govnews.headers.header import Form
from govnews.kinds.facts import Copy, measure
from govnews.kinds.judge import degrees
from govnews.kinds.kind import Label
from govnews.kinds.rules import ALL
from govnews.lexicon import Lexicon
from govnews.reader import copy_of, read_article

HERE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("GOVNEWS_DATA", ""))
WEIGHTS = HERE / "src" / "govnews" / "data" / "kind_weights.tsv"
LABELS = [label.value for label in Label]
NAMES = [rule.name for rule in ALL]
PULL = 0.1  # of the L2 pull to the beliefs; swept over 0.005 .. 0.12, each source judged by what the others taught
STEPS, RATE = 400, 0.5
CASES = 0.5  # the weight of a case against an article

# What speaks for and against, before any article is seen: 1 a hint, 2 strong, 3 and more decides alone.
BELIEFS: dict[str, dict[str, float]] = {
    "start": {"photo": -1.5, "editor_note": -1.5, "interview": -0.5, "notice": -0.7, "document": -0.7, "other": -0.7},
    "length-60": {"brief": 2.0, "photo": 0.6, "editor_note": 0.3, "other": 0.5},
    "length-110": {"brief": 2.2, "photo": 0.6, "editor_note": 0.4, "other": 0.3},
    "length-180": {"brief": 2.2, "photo": 0.4, "editor_note": 0.4},
    "length-240": {"brief": 2.0, "report": 0.4, "editor_note": 0.2},
    "length-300": {"brief": 1.4, "report": 0.9},
    "length-350": {"brief": 0.4, "report": 1.4},
    "length-420": {"report": 1.8},
    "length-600": {"report": 1.6, "profile": 0.2, "commentary": 0.3},
    "length-900": {"report": 1.2, "feature": 0.4, "commentary": 0.6, "profile": 0.4},
    "length-1400": {"report": 0.8, "feature": 0.9, "essay": 0.6, "commentary": 0.6, "profile": 0.4},
    "length-2200": {"report": 0.4, "feature": 1.2, "essay": 0.8, "profile": 0.4, "document": 0.4, "interview": 0.4},
    "length-4000": {"feature": 0.9, "essay": 1.0, "document": 1.0, "interview": 0.4, "brief": -2, "photo": -2},
    "length-9000": {"document": 2.0, "essay": 0.6, "brief": -3, "photo": -3, "editor_note": -2},
    "turns": {"interview": 4.0},
    "answers": {"interview": 1.5},
    "speakers-with-colon": {"interview": 0.5, "report": 0.3},
    "list-rows": {"notice": 0.8, "document": 0.2},
    "mostly-list": {"notice": 2.5},
    "sections": {"document": 1.2, "essay": 0.3, "notice": 0.3},
    "articles-of-law": {"document": 4.0},
    "subheads": {"feature": 1.2, "essay": 0.2},
    "short-lines": {"other": 2.0, "notice": 1.2},
    "labelled-lines": {"notice": 1.2, "interview": 0.2},
    "addressed-to-bodies": {"document": 2.0, "notice": 1.2},
    "salutation": {"other": 2.0, "document": 1.8},
    "dated-at-foot": {"document": 1.2, "notice": 1.0, "other": 1.0},
    "document-number": {"document": 2.5, "notice": 0.5},
    "caption-words": {"photo": 2.0},
    "caption-only": {"photo": 5.0, "brief": -1.0},
    "note-only": {"editor_note": 6.0, "brief": -1.0},
    "editors-alone": {"editor_note": 4.5, "brief": -1.0},
    "dateline": {"brief": 1.0, "report": 1.2, "essay": -1.0, "photo": -1.5, "editor_note": -1.5, "other": -0.7},
    "dateline-at-foot": {"feature": 0.5, "report": 0.3},
    "office": {"essay": 3.0, "commentary": 0.3},
    "reporters": {"brief": 0.4, "report": 0.7, "feature": 0.7, "profile": 0.5, "essay": -1.0, "document": -0.7},
    "bare-name": {"commentary": 0.7, "brief": 0.4, "report": 0.3, "essay": 0.2},
    "commentator": {"commentary": 2.5},
    "byline-line": {"feature": 1.9, "profile": 1.1, "report": 0.5, "interview": 0.3, "commentary": 0.3, "brief": -0.3},
    "dateline-and-byline": {"feature": 0.8, "profile": 0.4, "interview": 0.4, "commentary": 0.4},
    "telephones": {"notice": 1.5},
    "slug": {"feature": 1.2, "profile": 0.3},
    "headline-briefs": {"brief": 2.5},
    "headline-is-document": {"document": 1.2},
    "headline-is-notice": {"notice": 1.2},
    "credit-last": {"photo": 5.5, "brief": -1.5},
    "stress": {"report": 0.8, "brief": 0.2},
    "says": {"report": 0.5, "feature": 0.5},
    "news": {"report": 0.6, "brief": 0.6, "essay": -0.5},
    "meeting": {"report": 0.8, "brief": 0.7},
    "scene": {"feature": 1.5, "profile": 1.0, "photo": 0.3},
    "onsite": {"feature": 1.2},
    "person": {"profile": 1.5, "feature": 0.3, "notice": -0.3},
    "death": {"notice": 4.0, "brief": -1.0, "profile": -1.0, "report": 0.3},
    "theory": {"essay": 1.0, "commentary": 0.5},
    "argue": {"commentary": 1.5, "essay": 1.0},
    "must": {"commentary": 0.8, "essay": 1.0, "report": 0.2, "document": 0.4},
    "announce": {"notice": 1.8, "document": 0.3},
    "decree": {"document": 2.0},
    "steps": {"report": 0.3, "essay": 0.3, "document": 0.2},
    "recent": {"report": 0.6},
    "life": {"other": 0.8},
    "we": {"essay": 1.0, "commentary": 0.6, "document": 0.5, "editor_note": 0.6, "other": 0.4},
    "our": {"essay": 0.5, "report": 0.3, "notice": 0.2},
    "self": {"other": 0.8, "essay": 0.4, "profile": 0.3},
    "he": {"profile": 0.8},
    "dear": {"other": 2.0, "document": 0.3},
    "note": {"editor_note": 3.0},
    "caption": {"photo": 1.2},
    "occasion": {"commentary": 0.4},
    "issued": {"report": 0.4, "brief": 0.3},
    "hot": {"interview": 1.2},
    "wire-comment": {"commentary": 2.2},
    "call": {"commentary": 0.7, "essay": 0.6},
    "present": {"brief": 0.4, "report": 0.6},
    "film": {"other": 1.5, "feature": 0.3},
    "scholar": {"essay": 1.5},
    "quotations": {"feature": 0.7, "profile": 0.4},
    "speeches": {"feature": 0.8, "profile": 0.5, "interview": 0.2},
    "one-person": {"profile": 2.5},
    "person-in-headline": {"profile": 0.8},
    "person-throughout": {"profile": 1.5},
    "official-person": {"report": 0.8, "brief": 0.3, "profile": -1.0},
    "headline-name": {"profile": 1.0},
    "headline-place": {"report": 0.4, "feature": 0.2, "commentary": -0.4, "essay": -0.3},
    "many-subheads": {"feature": 1.6},
    "long-under-byline": {"feature": 1.6, "profile": 0.5, "report": -0.3},
    "scene-lead": {"feature": 0.9, "profile": 0.5, "report": -0.2},
    "no-news": {"brief": -1.5, "other": 0.5, "commentary": 0.3},
    "not-chinese": {"other": 4.0},
    "headline-comment": {"commentary": 2.0},
    "headline-argue": {"commentary": 0.5, "essay": 0.5},
    "headline-interview": {"interview": 2.2},
    "headline-notice": {"notice": 1.8},
    "headline-document": {"document": 0.8},
    "headline-letter": {"other": 1.8},
    "headline-photo": {"photo": 2.0},
    "headline-note": {"editor_note": 3.5},
    "headline-feature": {"feature": 1.0},
    "headline-profile": {"profile": 1.0},
    "headline-news": {"report": 0.5, "brief": 0.5},
    "headline-asks": {"feature": 0.2, "commentary": 0.3, "interview": 0.2},
    "headline-column": {"commentary": 0.5},
    "bare-caption": {"photo": 3.5, "brief": -0.5},
}


@frozen
class Example:
    source: str
    id: str
    kind: str
    also: frozenset[str]
    weight: float
    copies: tuple[Copy, ...]  # the article itself first, then what was cut of it


def variants(text: str, headline: str | None, lexicon: Lexicon) -> Iterator[Copy]:
    """The article as the reader reads it; with its dateline cut off; without its headline."""
    whole = read_article(text, headline=headline, lexicon=lexicon)
    yield copy_of(whole)
    lead = next((h for h in whole.headers if h.form is Form.DATELINE and h.text in text), None)
    if lead is None:
        yield copy_of(whole)
    else:
        yield copy_of(read_article(text.replace(lead.text, "", 1), headline=headline, lexicon=lexicon))
    yield copy_of(read_article(text, lexicon=lexicon))


def labelled(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def examples(lexicon: Lexicon) -> tuple[list[Example], list[Example]]:
    """The articles labelled for developing, and our own."""
    with (DATA / "data" / "articles.jsonl").open(encoding="utf-8") as file:
        articles = {row["id"]: row for row in map(json.loads, file)}
    made: list[list[Example]] = []
    for path in (DATA / "eval" / "kinds-dev.tsv", HERE / "tests" / "eval" / "kinds-own.tsv"):
        found = []
        for row in labelled(path):
            article = articles[row["id"]]
            copies = tuple(variants("\n".join(article["body"]), article.get("headline") or None, lexicon))
            also = frozenset(filter(None, (row["also"] or "").split("|")))
            found.append(Example(row["source"], row["id"], row["kind"], also, 1.0, copies))
        made.append(found)
    return made[0], made[1]


def cases(lexicon: Lexicon) -> list[Example]:
    sys.path.insert(0, str(HERE / "tests"))
    from articles import all_cases, cases_by_outlet  # noqa: PLC0415  the cases are read as the tests read them

    found = [*all_cases(), *cases_by_outlet()]
    return [Example("case", case.where, case.kind, case.also, CASES, (case.copy(lexicon),)) for case in found]


def matrix(found: list[Example], lexicon: Lexicon, *, whole: bool = False) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Degrees of the rules, targets and weights; a row for each copy, or for the whole articles alone."""
    rows, targets, weights = [], [], []
    index = {name: number for number, name in enumerate(NAMES)}
    for example in found:
        copies = example.copies[:1] if whole else example.copies
        for copy in copies:
            row = np.zeros(len(NAMES) + 1)
            row[-1] = 1
            for name, degree in degrees(measure(copy, lexicon)).items():
                row[index[name]] = degree
            target = np.zeros(len(LABELS))
            target[LABELS.index(example.kind)] = 0.75 if example.also else 1.0
            for other in example.also:
                target[LABELS.index(other)] = 0.25 / len(example.also)
            rows.append(row)
            targets.append(target)
            weights.append(example.weight / len(copies))
    return np.array(rows), np.array(targets), np.array(weights)


def beliefs() -> np.ndarray:
    table = np.zeros((len(NAMES) + 1, len(LABELS)))
    for name, cells in BELIEFS.items():
        row = len(NAMES) if name == "start" else NAMES.index(name)
        for label, weight in cells.items():
            table[row, LABELS.index(label)] = weight
    return table


def softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, start: np.ndarray, pull: float) -> np.ndarray:
    """Nesterov's gradient descent on the mean loss and the pull to `start`."""
    table, moved = start.copy(), np.zeros_like(start)
    # thin kinds count for more: by the square root of how much thinner they are
    share = (w[:, None] * y).sum(axis=0)
    balance = np.sqrt(share.max() / np.maximum(share, 1e-9)).clip(1, 2.5)
    w = w * (y @ balance)
    w = w / w.sum()
    for _ in range(STEPS):
        ahead = table + 0.9 * moved
        gradient = x.T @ (w[:, None] * (softmax(x @ ahead) - y)) + pull / 10 * (ahead - start)
        moved = 0.9 * moved - RATE * gradient
        table = table + moved
    return table


def figures(found: list[Example], probability: np.ndarray, heat: float = 1.0) -> dict[str, float]:
    """Accuracy (either label), macro-F1 and the calibration error of ten bins."""
    scores = np.log(probability + 1e-12) / heat
    p = softmax(scores)
    answer = [LABELS[i] for i in p.argmax(axis=1)]
    right = np.array([a == e.kind or a in e.also for a, e in zip(answer, found, strict=True)])
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for given, example, ok in zip(answer, found, right, strict=True):
        stated = given if ok else example.kind
        counted[stated]["gold"] += 1
        counted[given]["given"] += 1
        counted[stated]["right"] += int(ok)
    f1 = {k: 2 * c["right"] / (c["gold"] + c["given"]) for k, c in counted.items() if c["gold"]}
    sure = p.max(axis=1)
    bins = np.minimum((sure * 10).astype(int), 9)
    ece = sum(abs(right[bins == b].mean() - sure[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    return {"accuracy": right.mean(), "macro_f1": float(np.mean(list(f1.values()))), "ece": float(ece)} | {
        f"f1 {k}": v for k, v in sorted(f1.items())
    }


def cross_validate(
    judged: list[Example], helping: list[Example], lexicon: Lexicon, pull: float, folds: int = 10
) -> np.ndarray:
    """The probabilities for `judged`, each from weights learnt without it."""
    order = list(range(len(judged)))
    random.Random(1998).shuffle(order)
    mine = [matrix([e], lexicon) for e in judged]
    whole = np.vstack([m[0][:1] for m in mine])
    extra = matrix(helping, lexicon) if helping else None
    found = np.zeros((len(judged), len(LABELS)))
    for fold in range(folds):
        out = set(order[fold::folds])
        parts = [mine[i] for i in order if i not in out] + ([extra] if extra else [])
        x, y, w = (np.concatenate([part[k] for part in parts]) for k in range(3))
        table = fit(x, y, w, beliefs(), pull)
        for i in out:
            found[i] = softmax(whole[i : i + 1] @ table)[0]
    return found


def leave_one_source_out(judged: list[Example], helping: list[Example], lexicon: Lexicon, pull: float) -> np.ndarray:
    """The probabilities for `judged`, each from weights learnt without any article of its source."""
    found = np.zeros((len(judged), len(LABELS)))
    for source in sorted({e.source for e in judged}):
        x, y, w = matrix([e for e in judged if e.source != source] + helping, lexicon)
        table = fit(x, y, w, beliefs(), pull)
        out = [at for at, e in enumerate(judged) if e.source == source]
        found[out] = softmax(matrix([judged[at] for at in out], lexicon, whole=True)[0] @ table)
    return found


def best_heat(found: list[Example], probability: np.ndarray) -> float:
    heats = [0.2 + 0.05 * i for i in range(30)]
    return min(heats, key=lambda heat: figures(found, probability, heat)["ece"])


def write(table: np.ndarray, heat: float, note: str) -> None:
    lines = [
        "# kind_weights: how much each rule of kinds/rules.py adds to each kind, where it is wholly there;",
        "# the sums go through a softmax.",
        "# `start` is what a kind has before any evidence; `confidence` divides the sums before the confidence",
        "# is stated, so that it is honest.",
        *(f"# {line}" for line in note.split("\n")),
        "\t".join(["rule:key", *(f"{label}:number?" for label in LABELS)]),
        "\t".join(["start", *(f"{v:.2f}" for v in table[-1])]),
        "\t".join(["confidence", f"{heat:.2f}", *("" for _ in LABELS[1:])]),
    ]
    for name, row in zip(NAMES, table, strict=False):
        lines.append("\t".join([name, *(f"{v:.2f}" if abs(v) >= 0.05 else "" for v in row)]).rstrip("\t"))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def show(name: str, got: dict[str, float]) -> str:
    line = f"{name}: " + ", ".join(f"{k} {v:.3f}" for k, v in got.items() if not k.startswith("f1"))
    print(line)
    print("   " + ", ".join(f"{k[3:]} {v:.2f}" for k, v in got.items() if k.startswith("f1")))
    return line


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pull", type=float, default=PULL)
    options = parser.parse_args()
    if not (DATA / "eval" / "kinds-dev.tsv").is_file():
        print(
            f"no eval/kinds-dev.tsv in GOVNEWS_DATA ({DATA}), a folder with annotated articles: nothing learnt",
            file=sys.stderr,
        )
        return 1
    lexicon = Lexicon.default()
    given, own = examples(lexicon)
    extra = cases(lexicon)
    both = given + own
    alone = cross_validate(given, extra, lexicon, options.pull)
    show("given articles alone", figures(given, alone, best_heat(given, alone)))
    told = cross_validate(both, extra, lexicon, options.pull)
    strange = leave_one_source_out(both, extra, lexicon, options.pull)
    heat = best_heat(both, strange)  # honest with a paper that was never seen
    print(f"confidence divides by {heat:.2f}")
    all_line = show("all articles", figures(both, told, heat))
    given_line = show("given articles, learnt with ours", figures(given, told[: len(given)], heat))
    for source in sorted({e.source for e in both}):
        out = [at for at, e in enumerate(both) if e.source == source]
        show(f"{source}, learnt without it", figures([both[at] for at in out], strange[out], heat))
    strange_line = show("every source, learnt without it", figures(both, strange, heat))
    untaught = softmax(matrix(both, lexicon, whole=True)[0] @ beliefs())
    show("beliefs alone", figures(both, untaught, heat))
    x, y, w = matrix(both + extra, lexicon)
    table = fit(x, y, w, beliefs(), options.pull)
    seen = softmax(matrix(both, lexicon, whole=True)[0] @ table)
    show("all articles, on what was learnt", figures(both, seen, heat))
    if options.misses:
        for example, p in zip(both, told, strict=True):
            best = LABELS[p.argmax()]
            if best != example.kind and best not in example.also:
                print(f"{example.id} {example.kind} {'|'.join(example.also)} got {best} {p.max():.2f}")
    if options.write:
        note = (
            "Learnt by scripts/learn_kinds.py from articles labelled by hand, starting from an editor's beliefs;\n"
            "see there.\n"
            f"{strange_line}\nTen-fold cross-validation, {all_line}\n{given_line}"
        )
        write(table, heat, note)
    return 0


if __name__ == "__main__":
    sys.exit(main())
