"""The weights of the evidence, read from data/layout_weights.tsv, and what they make of a line."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from govnews.lexicon import Lexicon, checking

Features = Mapping[str, float]  # what was measured of a line, by name


class Part(StrEnum):
    """What a line can be to the articles of a page."""

    HEAD = "head"  # headline, kicker or deck
    RUBRIC = "rubric"
    SUBHEAD = "subhead"
    BODY = "body"  # a short piece of body text
    OPENS = "opens"  # a body line that opens an article without a head above it
    JOINS = "joins"  # a line that goes on with the paragraph which the last one broke off
    LEAD = "lead"  # a body line that is the first of its article, by its words alone


SHORT_PARTS = (Part.HEAD, Part.RUBRIC, Part.SUBHEAD, Part.BODY)
BIAS = "bias"
BY_HABIT = ", by habit"
_BOUND = 4.0


@lru_cache(maxsize=8)
@checking("layout_weights")
def _table(lexicon: Lexicon) -> Mapping[Part, Mapping[str, float]]:
    table: dict[Part, dict[str, float]] = {part: {} for part in Part}
    for row in lexicon.rows("layout_weights"):
        part, _, feature = row["evidence"].partition(": ")
        table[Part(part)][feature] = float(row["weight"])
    return table


# What more of speaks for a reading: what ways of printing are worth at the most (`ways.py`) is reckoned so.
_FOR = ("match", "rotation flow", "rotation even")


@lru_cache(maxsize=8)
@checking("layout_priors")
def priors(lexicon: Lexicon) -> Mapping[str, float]:
    """Return the constants of data/layout_priors.tsv by name."""
    found = {row["name"]: float(row["value"]) for row in lexicon.rows("layout_priors")}
    against = [name for name in _FOR if found[name] < 0]
    if against:
        message = f"below 0: {', '.join(against)}"
        raise ValueError(message)
    return found


def join_weights(lexicon: Lexicon) -> Features:
    """Return the weights of what speaks for a line going on with the one before it."""
    return _table(lexicon)[Part.JOINS]


def weighed(found: Features, weights: Features, bias: float = 0.0) -> float:
    """Return the sum of what was measured, each at its weight, and of a bias."""
    total = bias
    for name, value in found.items():
        if value and name in weights:
            total += weights[name] * value
    return total


def _score(part: Part, found: Features, lexicon: Lexicon) -> float:
    weights = _table(lexicon)[part]
    return weighed(found, weights, weights.get(BIAS, 0.0))


Row = tuple[float, float, float, float]  # by SHORT_PARTS


@lru_cache(maxsize=8)
def _rows(lexicon: Lexicon) -> Mapping[str, tuple[Row, Row]]:
    """Return, by feature, what it weighs for each part of a short line, and what it weighs by the page's habit."""
    tables = [_table(lexicon)[part] for part in SHORT_PARTS]
    names = dict.fromkeys(name.removesuffix(BY_HABIT) for table in tables for name in table)

    def row(name: str) -> Row:
        head, rubric, subhead, body = (table.get(name, 0.0) for table in tables)
        return head, rubric, subhead, body

    return {name: (row(name), row(name + BY_HABIT)) for name in names}


def short_worth(found: Features, habit: float, lexicon: Lexicon) -> Mapping[Part, float]:
    """Return the worth of each part that a short line can play.

    Args:
        found: what was measured of the line, as `short_line` gives it.
        habit: the page's habit, by which each feature counts once more, at weights of its own.
        lexicon: the words.
    """
    rows = _rows(lexicon)
    (head, rubric, subhead, body), _ = rows[BIAS]
    for name, value in found.items():
        if value and name in rows:
            plain, kept = rows[name]
            own = habit * value
            head += plain[0] * value + kept[0] * own
            rubric += plain[1] * value + kept[1] * own
            subhead += plain[2] * value + kept[2] * own
            body += plain[3] * value + kept[3] * own
    return dict(zip(SHORT_PARTS, (head, rubric, subhead, body), strict=True))


def lead_worth(found: Features, lexicon: Lexicon) -> float:
    """Return how much the words of a body line speak for the first of an article, within bounds."""
    return max(-_BOUND, min(_BOUND, _score(Part.LEAD, found, lexicon)))


def long_worth(found: Features, lexicon: Lexicon) -> float:
    """Return what it is worth that a body line opens an article; to go on is worth 0."""
    return _score(Part.OPENS, found, lexicon)


def reasons(found: Features, lexicon: Lexicon, given: Part, other: Part | None, count: int = 3) -> tuple[str, ...]:
    """Return the names of the features that speak most for one part against another, or against none."""
    weights, rival = _table(lexicon)[given], _table(lexicon)[other] if other else {}
    worth = {name: value * (weights.get(name, 0.0) - rival.get(name, 0.0)) for name, value in found.items() if value}
    return tuple(name for name in sorted(worth, key=lambda one: -worth[one])[:count] if worth[name] > 0)
