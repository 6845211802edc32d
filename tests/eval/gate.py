"""The quality gate: F1 by task on the gold of printed pages, against floors that only rise.

    python tests/eval/gate.py              fails under a floor, or where the gold is not the gold measured
    python tests/eval/gate.py --raise      raises the floors to what is measured now, and takes over the list of misses
    python tests/eval/gate.py --lower TASK lets the floor of this one task fall; say why in the commit

A run prints what was gained and lost against the last list of misses, each with its text.
"""

import argparse
import hashlib
import json
import sys
from datetime import date
from pathlib import Path

from govnews import read_page
from govnews.export import to_document

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from eval.score import Score, score_page  # noqa: E402 - the tests are no package; the line above finds them

SEEDS = HERE.parent.parent / "seeds"
FLOORS = HERE / "floors.json"
MISSES = HERE / "misses.txt"


def gold_pages() -> list[Path]:
    return sorted(path for path in (HERE / "gold").iterdir() if path.is_dir())


def digest() -> str:
    """Return a digest of the gold and of the pages that it annotates."""
    found = hashlib.sha256()
    for gold in gold_pages():
        (page,) = SEEDS.glob(f"{gold.name}_*.txt")
        for path in (page, *sorted(gold.iterdir())):
            found.update(path.name.encode())
            found.update(path.read_text(encoding="utf-8").encode())
    return found.hexdigest()[:16]


def measured() -> Score:
    score = Score()
    for gold in gold_pages():
        (page,) = SEEDS.glob(f"{gold.name}_*.txt")
        text = page.read_text(encoding="utf-8-sig")
        issued = date.fromisoformat((gold / "issued").read_text(encoding="utf-8").strip())
        score_page(score, text, gold, to_document(read_page(text, issued=issued)))
    return score


def report(score: Score, floors: dict[str, float]) -> list[str]:
    """Print each task with its floor; return the tasks that are under it."""
    under = []
    for task, figure in score.figures().items():
        right, predicted, expected = score.counts[task]
        low = figure < floors.get(task, 0.0)
        under += [task] * low
        note = "UNDER ITS FLOOR" if low else ""
        print(f"{task:26} {figure:.4f}  floor {floors.get(task, 0.0):.4f}  ({right}/{predicted}/{expected}) {note}")
    return under


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="TASK")
    a = parser.parse_args()
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors: dict[str, float] = kept["floors"]
    if kept["corpus"] != digest():
        print(f"the gold has changed: {digest()}, the floors are for {kept['corpus']}")
        return 1
    score = measured()
    under = report(score, floors)
    old = set(MISSES.read_text(encoding="utf-8").splitlines()) if MISSES.exists() else set()
    for miss in sorted(set(score.misses) - old):
        print(f"lost    {miss}")
    for miss in sorted(old - set(score.misses)):
        print(f"gained  {miss}")
    if a.lift or a.lower:
        for task, figure in score.figures().items():
            if task == a.lower or (a.lift and figure > floors.get(task, 0.0)):
                floors[task] = figure
        FLOORS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        MISSES.write_text("".join(f"{miss}\n" for miss in sorted(score.misses)), encoding="utf-8")
        return 0
    print("1 passed, 0 failed" if not under else f"under the floor: {', '.join(under)}")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
