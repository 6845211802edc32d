"""The judge: sums the weighted evidence of an article and says its kind."""

import math
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govnews.kinds.evidence import Degree, Evidence
from govnews.kinds.facts import Copy, Facts, measure
from govnews.kinds.genres import genre
from govnews.kinds.kind import Kind, Label
from govnews.kinds.rules import ALL
from govnews.kinds.subkinds import subkind
from govnews.lexicon import Lexicon
from govnews.watch import Outcome, Watch

_LABELS = tuple(Label)
_START = "start"  # the row of what each kind weighs before any evidence
_HEAT = "confidence"  # the row that makes the confidence honest
_SPOKE = 0.15  # what a rule must add over the mean of the kinds to be named as evidence
_NAMED = 6
_THERE = 0.5  # from this degree on a rule is there for a subkind
_TURNS = "turns"  # the rule that makes an interview one of questions and answers
_TOLD, _PRINTED = 3, 0.005  # kinds whose sums explain prints, and the least part of a sum
# Below this the answer is a guess: OTHER. From here to 0.5 six in ten are right, with a source never learnt from.
_FLOOR = 0.35


@frozen
class _Rule:
    """A rule with its weights of all kinds, and their mean."""

    evidence: Evidence
    row: tuple[float, ...]
    mean: float


# What is asked of each rule, laid out for the loop: the fact that it needs, its degree, its weights that are not nought
# by the kind's place, and the rule.
_Step = tuple[str | None, Degree, tuple[tuple[int, float], ...], _Rule]


@frozen
class _Weights:
    start: tuple[float, ...]
    heat: float
    steps: tuple[_Step, ...]


@lru_cache(maxsize=4)
def _weights(lexicon: Lexicon) -> _Weights:
    rows = {row["rule"]: row for row in lexicon.rows("kind_weights")}

    def cells(name: str) -> tuple[float, ...]:
        row: Mapping[str, str] = rows.get(name, {})
        return tuple(float(row.get(label, "") or 0) for label in _LABELS)

    def step(rule: Evidence) -> _Step:
        row = cells(rule.name)
        given = tuple((at, weight) for at, weight in enumerate(row) if weight)
        return rule.fact, rule.degree, given, _Rule(rule, row, sum(row) / len(row))

    return _Weights(cells(_START), cells(_HEAT)[0] or 1.0, tuple(step(rule) for rule in ALL))


def degrees(facts: Facts) -> dict[str, float]:
    """Return how strongly each rule is there, 0 to 1; those that are not are left out."""
    found = ((rule.name, rule.degree(facts)) for rule in ALL)
    return {name: degree for name, degree in found if degree}


def judge(copy: Copy, *, lexicon: Lexicon, watch: Watch | None = None) -> Kind:
    """Return the kind of an article: the label, a calibrated confidence, and the evidence in words.

    Args:
        copy: headline and blocks, with the headers read in them.
        lexicon: the words and weights to judge by.
        watch: is told each rule that spoke, with what it adds, and the sums; None says nothing.

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
    counts = facts.words.counts
    spoke: list[tuple[_Rule, float]] = []
    for fact, asked, cells, rule in weights.steps:
        if fact is None or fact in counts:
            degree = asked(facts)
            if degree:
                spoke.append((rule, degree))
                for at, weight in cells:
                    scores[at] += degree * weight
    top = max(scores)
    best = scores.index(top)
    # four digits: the last ones of a sum of floats differ from one Python to the next
    confidence = round(1 / sum([math.exp((score - top) / weights.heat) for score in scores], 0.0), 4)
    label = _LABELS[best] if confidence >= _FLOOR else Label.OTHER
    if watch is not None:
        _tell(weights, facts, spoke, scores, watch)
    there = {rule.evidence.name for rule, degree in spoke if degree >= _THERE}
    finer = subkind(label, facts, there, lexicon)
    called = genre(label, finer, in_turns=_TURNS in there, lexicon=lexicon)
    return Kind(
        label=label,
        confidence=confidence,
        evidence=_said(facts, spoke, best),
        subkind=finer,
        genre_qcode=called.qcode,
        schema_type=called.schema_type,
    )


def _said(facts: Facts, spoke: list[tuple[_Rule, float]], best: int) -> tuple[str, ...]:
    """Return the words of the rules that spoke for the kind, strongest first, none twice."""
    gains: dict[str, float] = {}
    for rule, degree in spoke:
        says = rule.evidence.says
        gains[says] = gains.get(says, 0.0) + degree * (rule.row[best] - rule.mean)
    named = sorted((item for item in gains.items() if item[1] > _SPOKE), key=lambda item: -item[1])
    return tuple(says.format(f=facts) if "{" in says else says for says, _ in named[:_NAMED])


def _tell(weights: _Weights, facts: Facts, spoke: list[tuple[_Rule, float]], scores: list[float], watch: Watch) -> None:
    """Tell what each rule adds to the kind with the highest sum, and the sums of the kinds that came near it."""
    order = sorted(range(len(_LABELS)), key=lambda at: -scores[at])
    best = order[0]
    for rule, degree in spoke:
        weight = rule.row[best]
        reason = f"{rule.evidence.says.format(f=facts)}: {degree:.2f} x {weight:+.2f} = {degree * weight:+.2f}"
        outcome: Outcome = "won" if weight > rule.mean else "lost"
        watch("kinds", rule.evidence.name, 0, facts.shape.length, outcome, f"{reason} for {_LABELS[best].value}")
    for at in order[:_TOLD]:
        parts = [(_START, weights.start[at])]
        parts += [(rule.evidence.name, degree * rule.row[at]) for rule, degree in spoke]
        parts = sorted((part for part in parts if abs(part[1]) >= _PRINTED), key=lambda part: -abs(part[1]))
        summed = " ".join(f"{name} {gain:+.2f}" for name, gain in parts)
        outcome = "won" if at == best else "lost"
        watch("kinds", _LABELS[at].value, 0, facts.shape.length, outcome, f"sum {scores[at]:+.2f} = {summed}")
