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
class _Weights:
    start: tuple[float, ...]
    heat: float
    rules: tuple[tuple[Evidence, tuple[float, ...]], ...]


@lru_cache(maxsize=4)
def _weights(lexicon: Lexicon) -> _Weights:
    rows = {row["rule"]: row for row in lexicon.rows("kind_weights")}

    def cells(name: str) -> tuple[float, ...]:
        row: Mapping[str, str] = rows.get(name, {})
        return tuple(float(row.get(label, "") or 0) for label in _LABELS)

    return _Weights(cells(_START), cells(_HEAT)[0] or 1.0, tuple((rule, cells(rule.name)) for rule in ALL))


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
    spoke: list[tuple[Evidence, float, tuple[float, ...]]] = []
    for rule, row in weights.rules:
        degree = rule.degree(facts)
        if degree:
            spoke.append((rule, degree, row))
            for index, weight in enumerate(row):
                scores[index] += degree * weight
    best = max(range(len(scores)), key=scores.__getitem__)
    top = scores[best]
    confidence = 1 / sum(math.exp((score - top) / weights.heat) for score in scores)
    said = _said(facts, spoke, best, watch)
    if confidence < _FLOOR:
        return Kind(label=Label.OTHER, confidence=confidence, evidence=said)
    return Kind(label=_LABELS[best], confidence=confidence, evidence=said)


def _said(
    facts: Facts, spoke: list[tuple[Evidence, float, tuple[float, ...]]], best: int, watch: Watch | None
) -> tuple[str, ...]:
    """Return the words of the rules that spoke for the kind, strongest first, none twice."""
    gains: dict[str, float] = {}
    for rule, degree, row in spoke:
        gain = degree * (row[best] - sum(row) / len(row))
        words = rule.says.format(f=facts)
        gains[words] = gains.get(words, 0.0) + gain
        if watch is not None:
            reason = f"{words}: {degree:.2f} x {row[best]:+.2f} for {_LABELS[best].value}"
            watch("kinds", rule.name, 0, facts.shape.length, "won" if gain > 0 else "lost", reason)
    named = sorted((item for item in gains.items() if item[1] > _SPOKE), key=lambda item: -item[1])
    return tuple(words for words, _ in named[:_NAMED])
