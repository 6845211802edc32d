"""What a short line is, told by a small net from its measures, its letters, and the looks of the lines about it.

The letters are weighed first, by what single characters and pairs say of headline, subhead or piece of body text
(data/layout_letters.tsv); one hidden layer (data/layout_net.tsv) then takes all measures together.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from govnews.layout.evidence import Sheet
from govnews.layout.weights import SHORT_PARTS, Features, Part
from govnews.lexicon import Lexicon, checking

Weights = tuple[float, ...]

_BIAS = "bias"
_BOUND = 4.0  # of what the letters of one line say
_LEAST = -7.0  # of the logarithm of a share
_LETTERS = 0.5  # brings the sums near to the other measures
_NEIGHBOURS = (("prev", -1), ("next", 1), ("prev2", -2), ("next2", 2))
_SPACE = "_"  # as a blank stands in the table


def letters(text: str) -> set[str]:
    """Return what is looked up of a line: its characters, pairs of them, its first two and last two with their place.

    >>> sorted(letters("要闻"))
    ['^要', '^要闻', '要', '要闻', '要闻$', '闻', '闻$']
    """
    text = text.replace(" ", _SPACE)
    framed = f"^{text}$"
    return {*text, *[framed[at : at + 2] for at in range(len(framed) - 1)], framed[:3], framed[-3:]}


@lru_cache(maxsize=8)
@checking("layout_letters")
def _letters(lexicon: Lexicon) -> Mapping[str, tuple[float, float]]:
    return {
        one: (float(row["head"]), float(row["subhead"]))
        for row in lexicon.rows("layout_letters")
        for one in row["letters"].split(" ")
    }


@lru_cache(maxsize=8)
@checking("layout_net")
def _net(lexicon: Lexicon) -> Mapping[str, Weights]:
    return {row["measure"]: tuple(map(float, row["weights"].split(" "))) for row in lexicon.rows("layout_net")}


def spelt(text: str, lexicon: Lexicon) -> tuple[float, float]:
    """Return how much the letters of a line speak for headline and for subhead, against a piece of body text."""
    weights = _letters(lexicon)
    head = subhead = 0.0
    for one in letters(text):
        if one in weights:
            head += weights[one][0]
            subhead += weights[one][1]
    return tuple(max(-_BOUND, min(_BOUND, _LETTERS * worth)) for worth in (head, subhead))  # type: ignore[return-value]


def surroundings(sheet: Sheet, at: int, spelling: Mapping[int, tuple[float, float]]) -> dict[str, float]:
    """Measure the letters of a short line and what stands about it, two lines up and two lines down."""
    lines, looks = sheet.lines, sheet.looks
    size = len(lines)
    text = lines[at].text
    found = {
        "letters: head": spelling[at][0],
        "letters: subhead": spelling[at][1],
        "length": min(60, len(text)) / 20,
        "gap": float(min(2, lines[at].gap)),
        "figures": sum(map(str.isdigit, text)) / max(4, len(text)),
    }
    if at + 1 < size:
        found |= {"gap below": float(min(2, lines[at + 1].gap)), "aside below": float(sheet.aside[at + 1])}
    for name, step in _NEIGHBOURS:
        other = at + step
        if not 0 <= other < size:
            found[f"{name}: none"] = 1.0
            continue
        look = looks[other]
        found[f"{name}: whole"] = float(look.whole is not None)
        found[f"{name}: dateline"] = float(look.dateline)
        found[f"{name}: closed"] = float(look.closed)
        if look.short:
            found[f"{name}: short"] = 1.0
            found[f"{name}: head"], found[f"{name}: subhead"] = spelling[other]
            found[f"{name}: length"] = min(40, len(lines[other].text)) / 20
    return found


def measures(sheet: Sheet, short: Mapping[int, Features]) -> dict[int, dict[str, float]]:
    """Return all that the net is given of each short line.

    Args:
        sheet: the lines.
        short: what `evidence.short_line` has measured of the short ones.
    """
    spelling = {at: spelt(sheet.lines[at].text, sheet.lexicon) for at in short}
    return {at: {**found, **surroundings(sheet, at, spelling)} for at, found in short.items()}


def role_odds(sheet: Sheet, short: Mapping[int, Features]) -> dict[int, Mapping[Part, float]]:
    """Return the logarithm of the odds of each part that a short line can play, their mean 0, within bounds."""
    net = _net(sheet.lexicon)
    outputs = [net[f"part: {part}"] for part in SHORT_PARTS]
    return {at: _odds(found, net, outputs) for at, found in measures(sheet, short).items()}


def _odds(found: Features, net: Mapping[str, Weights], outputs: Sequence[Weights]) -> Mapping[Part, float]:
    rows: list[Sequence[float]] = [net[_BIAS]]
    for name, value in found.items():
        if value and name in net:
            weights = net[name]
            # most of what is measured is there or not: what is there weighs what the table says
            rows.append(weights if value == 1.0 else [value * weight for weight in weights])
    hidden = [sum(column) for column in zip(*rows, strict=True)]
    active = [max(0.0, value) for value in hidden]
    worth = [out[-1] + sum(map(float.__mul__, active, out)) for out in outputs]
    best = max(worth)
    within = [max(_LEAST, value - best) for value in worth]
    mean = sum(within) / len(within)
    return {part: value - mean for part, value in zip(SHORT_PARTS, within, strict=True)}
