"""The scan for figures: the forms a figure may have, in the order in which they are tried at each numeral."""

import re
from collections.abc import Iterator

from govnews.lexicon import Lexicon
from govnews.mentions.amounts import read_amount
from govnews.mentions.bare import bare_money, literals, number, signed_money
from govnews.mentions.figure_forms import Form, Place, figure
from govnews.mentions.gaps import close, restore
from govnews.mentions.mention import MentionType
from govnews.mentions.ranks import firsts, ordinal
from govnews.mentions.reading import Reading
from govnews.mentions.runs import RUN, run_at
from govnews.mentions.shares import doubling, fraction, half, proportion, slash
from govnews.mentions.units import Units, units
from govnews.watch import Watch


def _amount(place: Place) -> Reading | None:
    return read_amount(place.text, place.run, place.units)


# The order counts: what says more about itself comes first, and a bare number last.
FORMS = (
    Form("fraction", fraction),
    Form("slash-fraction", slash),
    Form("half", half),
    Form("doubling", doubling),
    Form("proportion", proportion),
    Form("amount", _amount),
    Form("signed-money", signed_money),
    Form("bare-money", bare_money),
    Form("number", number),
)
_IN_CODES = "._@#/"


def scan(text: str, lexicon: Lexicon, watch: Watch | None = None) -> list[Reading]:
    """Return the figures of folded text, from left to right.

    Args:
        text: folded text.
        lexicon: the words to read by.
        watch: is told of each reading.
    """
    table = units(lexicon)
    closed, places = close(text)
    found = restore([*_runs(closed, table), *firsts(closed), *literals(closed)], places)
    if watch:
        for reading in found:
            watch("mentions", reading.rule, reading.start, reading.end, "won", "a figure")
    return found


def _runs(text: str, table: Units) -> Iterator[Reading]:
    reached = 0
    for match in RUN.finditer(text):
        if match.start() < reached:
            continue
        reading = _at(text, match, table)
        if reading:
            yield reading
            reached = reading.end


def _at(text: str, match: re.Match[str], table: Units) -> Reading | None:
    """Return what the first form that fits reads at one numeral; after 第 it is an ordinal or nothing."""
    run = run_at(text, match)
    if run is None:
        return None
    before = text[run.start - 1 : run.start]
    if before.isascii() and (before.isalnum() or before in _IN_CODES):
        # G20, PM2.5, T01, v2.0 are codes; USD300 is a sum
        unit = table.after.get(text[run.start - 3 : run.start]) if before and not run.han else None
        if unit and unit.type is MentionType.MONEY:
            return figure((run.start - 3, run.end), "signed-money", MentionType.MONEY, run.value, unit.unit)
        if before:
            return None
    place = Place(text=text, run=run, units=table)
    if before == "第":
        return ordinal(place)
    for form in FORMS:
        reading = form.read(place)
        if reading:
            return reading
    return None
