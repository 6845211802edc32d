"""What the bench reads: the seed pages, composed pages, and inputs that are hard on readers of figures."""

import sys
from collections.abc import Callable
from functools import cache
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from composer import pages  # noqa: E402 - the tests' composer, so that any clone has the same pages

COMPOSED, SEED = 24, 7


def seeds() -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


def composed() -> list[str]:
    return [page.text for page in pages(COMPOSED, SEED)]


def texts() -> dict[str, list[str]]:
    return {"seeds": seeds(), "composed": composed()}


@cache
def _mixed() -> str:
    """Return seed pages, cut into pieces as long as a composed page, and composed pages by turns.

    They are not equally hard; so mixed, a text of twice the size is of the same kind, and its time tells of growth.
    """
    made = composed()
    size = sum(map(len, made)) // len(made)
    pieces = [""]
    for line in "\n".join(seeds()).splitlines(keepends=True):
        if len(pieces[-1]) > size:
            pieces.append("")
        pieces[-1] += line
    return "\n".join(page for both in zip_longest(pieces, made, fillvalue="") for page in both)


def prose(size: int) -> str:
    """Return that many characters of the mixture."""
    return _row(_mixed())(size)


def paged(size: int) -> str:
    """Return that many characters of the seed pages and the composed pages, one whole page after another."""
    return _row("\n".join(seeds() + composed()))(size)


def _row(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


# Inputs of one kind, of any size. The kinds are those on which readers of figures are known to hang.
KINDS: dict[str, Callable[[int], str]] = {
    "prose": prose,
    "one line": lambda size: "".join(prose(size + size // 8).split())[:size],
    "digits": _row("1234567890"),
    "一": _row("一"),
    "一万": _row("一万"),
    "brackets": _row("("),
    "closed brackets": _row("(1)"),
    "prices": _row("5元,"),
    "dates": _row("5月1日、"),
    "quotes": _row("“1"),
    "blank lines": _row("\n"),
    "short lines": _row("三户\n"),
    "datelines": _row("本报临河6月3日讯"),
    "names": _row("记者 周敏 "),
}
LINES = {
    "a row of sixty prices": "5元," * 60,
    "一万 a hundred times": "一万" * 100,
    "a list of forty dates": "5月1日、" * 40,
}
