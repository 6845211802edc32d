"""The judge: sums the weighted evidence of an article and says its kind."""

import math
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govnews.kinds.evidence import Evidence
from govnews.kinds.facts import Copy, Facts, measure
from govnews.kinds.kind import Kind, Label
from govnews.kinds.rules import ALL
from govnews.lexicon import Lexicon
from govnews.watch import Watch

_LABELS = tuple(Label)
_START = "start"  # the row of what each kind weighs before any evidence
_HEAT = "confidence"  # the row that makes the confidence honest
_SPOKE = 0.15  # what a rule must add over the mean of the kinds to be named as evidence
_NAMED = 6
# Below this the kinds are as good as level, and the answer is OTHER; twelve level ones would have 0.08 each.
_FLOOR = 0.2


@frozen
class _Rule:
    """A rule with its weights: those of all kinds, their mean, and those that are not nought by the kind's place."""

    evidence: Evidence
    row: tuple[float, ...]
    mean: float
    cells: tuple[tuple[int, float], ...]


@frozen
class _Weights:
    start: tuple[float, ...]
    heat: float
    rules: tuple[_Rule, ...]


@lru_cache(maxsize=4)
def _weights(lexicon: Lexicon) -> _Weights:
    rows = {row["rule"]: row for row in lexicon.rows("kind_weights")}

    def cells(name: str) -> tuple[float, ...]:
        row: Mapping[str, str] = rows.get(name, {})
        return tuple(float(row.get(label, "") or 0) for label in _LABELS)

    def weighed(rule: Evidence) -> _Rule:
        row = cells(rule.name)
        return _Rule(rule, row, sum(row) / len(row), tuple((at, weight) for at, weight in enumerate(row) if weight))

    return _Weights(cells(_START), cells(_HEAT)[0] or 1.0, tuple(weighed(rule) for rule in ALL))


def degrees(facts: Facts) -> dict[str, float]:
    """Return how strongly each rule is there, 0 to 1; those that are not are left out."""
    found = ((rule.name, rule.degree(facts)) for rule in ALL)
    return {name: degree for name, degree in found if degree}


def judge(copy: Copy, *, lexicon: Lexicon, watch: Watch | None = None) -> Kind:
    """Return the kind of an article: the label, a calibrated confidence, and the evidence in words.

    Args:
        copy: headline and blocks, with the headers read in them.
        lexicon: the words and weights to judge by.
        watch: is told each rule that spoke, with the sum; None says nothing.

    >>> copy = Copy(headline="获奖名单", blocks=(("item", "1. 汶上县"), ("item", "2. 嘉祥县"), ("item", "3. 梁山县")))
    >>> judge(copy, lexicon=Lexicon.default()).label.value
    'notice'

    .. versionadded:: 0.1.0
    """
    facts = measure(copy, lexicon)
    if not facts.shape.length and not facts.headline and not facts.roles:
        return Kind(label=Label.OTHER, confidence=1.0, evidence=("no text",))
    weights = _weights(lexicon)
    scores = list(weights.start)
    spoke: list[tuple[_Rule, float]] = []
    for rule in weights.rules:
        degree = rule.evidence.degree(facts)
        if degree:
            spoke.append((rule, degree))
            for at, weight in rule.cells:
                scores[at] += degree * weight
    top = max(scores)
    best = scores.index(top)
    # four digits: the last ones of a sum of floats differ from one Python to the next
    confidence = round(1 / sum(math.exp((score - top) / weights.heat) for score in scores), 4)
    if watch is not None:
        _tell(facts, spoke, best, watch)
    label = _LABELS[best] if confidence >= _FLOOR else Label.OTHER
    return Kind(label=label, confidence=confidence, evidence=_said(facts, spoke, best))


def _said(facts: Facts, spoke: list[tuple[_Rule, float]], best: int) -> tuple[str, ...]:
    """Return the words of the rules that spoke for the kind, strongest first, none twice."""
    gains: dict[str, float] = {}
    for rule, degree in spoke:
        says = rule.evidence.says
        gains[says] = gains.get(says, 0.0) + degree * (rule.row[best] - rule.mean)
    named = sorted((item for item in gains.items() if item[1] > _SPOKE), key=lambda item: -item[1])
    return tuple(says.format(f=facts) for says, _ in named[:_NAMED])


def _tell(facts: Facts, spoke: list[tuple[_Rule, float]], best: int, watch: Watch) -> None:
    for rule, degree in spoke:
        weight = rule.row[best]
        reason = f"{rule.evidence.says.format(f=facts)}: {degree:.2f} x {weight:+.2f} for {_LABELS[best].value}"
        watch("kinds", rule.evidence.name, 0, facts.shape.length, "won" if weight > rule.mean else "lost", reason)
