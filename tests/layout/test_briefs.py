"""Briefs of a county paper, a headline and its text, alone and one under another: the simplest pages there are."""

import random
from functools import cache
from pathlib import Path

import pytest

from govnews import read_page

Pair = tuple[str, list[str]]  # the headline, and the paragraphs under it
ROUNDS, FOUR = 30, 4


@cache
def pairs(hand: str) -> list[Pair]:
    rows = Path(__file__).with_name("briefs.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")][1:]
    return [(head, text.split("/")) for own, head, text in cells if own == hand]


def printed(chosen: list[Pair], paragraphs: int, form: str) -> str:
    """Return a page, its lines parted by blank ones, its articles alone, nothing, or hard-wrapped."""
    inner = "\n\n" if form in ("parted", "wrapped") else "\n"
    articles = []
    for head, text in chosen:
        lines = [head, *(part for paragraph in text[:paragraphs] for part in paragraph.split("|"))]
        if form == "wrapped":
            lines = ["\n".join(line[at : at + 22] for at in range(0, len(line), 22)) for line in lines]
        articles.append(inner.join(lines))
    return ("\n" if form == "no blank lines" else "\n\n").join(articles)


def lost(chosen: list[Pair], paragraphs: int = 1, form: str = "parted") -> list[str]:
    """Return the headlines that are none on a page of these articles."""
    found = {article.headline for article in read_page(printed(chosen, paragraphs, form)).articles}
    return [head for head, _ in chosen if head not in found]


def kept_of_four(hand: str, paragraphs: int, form: str) -> float:
    rng = random.Random(3)  # noqa: S311
    missed = sum(len(lost(rng.sample(pairs(hand), FOUR), paragraphs, form)) for _ in range(ROUNDS))
    return 1 - missed / (ROUNDS * FOUR)


@pytest.mark.parametrize("hand", ["tuned", "held"])
def test_a_brief_alone_has_its_headline(hand: str) -> None:
    assert [head for pair in pairs(hand) for head in lost([pair])] == []


FLOORS = {  # whose briefs, how many paragraphs, the form: the least share of the headlines
    ("tuned", 1, "parted"): 0.86,
    ("tuned", 1, "articles"): 1.0,
    ("tuned", 1, "wrapped"): 0.86,
    ("held", 1, "parted"): 0.94,
    ("held", 1, "articles"): 1.0,
    ("held", 1, "no blank lines"): 0.94,
    ("held", 3, "parted"): 0.94,
    ("held", 3, "articles"): 1.0,
}


@pytest.mark.parametrize(("hand", "paragraphs", "form"), FLOORS)
def test_four_briefs_have_their_headlines(hand: str, paragraphs: int, form: str) -> None:
    assert kept_of_four(hand, paragraphs, form) >= FLOORS[hand, paragraphs, form]
