"""The scan for figures: the forms a figure may have, in the order in which they are tried at each numeral."""

import re
from collections.abc import Iterator, Mapping

from govnews.lexicon import Lexicon
from govnews.mentions.amounts import read_amount
from govnews.mentions.bare import bare_money, hundred_millions, number, signed_money, spoken_money
from govnews.mentions.doubts import after_one
from govnews.mentions.figure_forms import Form, Place, figure
from govnews.mentions.gaps import close, restore
from govnews.mentions.ranks import firsts, listed, ordinal, session
from govnews.mentions.reading import MONEY, Reading
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.shares import discount, doubling, fraction, half, proportion, slash
from govnews.mentions.units import Units, units
from govnews.mentions.whole import LONGEST, wholes
from govnews.watch import Watch


def _amount(place: Place) -> Reading | None:
    return read_amount(place.text, place.run, place.units)


# The order counts: what says more about itself comes first, and a bare number last.
FORMS = (
    Form("fraction", fraction, "分"),
    Form("slash-fraction", slash, "/ "),
    Form("half", half, "半"),
    Form("doubling", doubling, "番"),
    Form("proportion", proportion, ":∶比"),
    Form("session", session, "届次"),
    Form("discount", discount, "折"),
    Form("bare-money", hundred_millions, "个"),
    Form("listed", listed, before="、至到和"),
    Form("amount", _amount),
    Form("signed-money", signed_money, before="¥￥$€£￡₩"),
    Form("bare-money", bare_money, last="亿"),
    Form("spoken-money", spoken_money),
    Form("number", number),
)
# the forms that a character after the numeral calls, and those that need none
_BY_NEXT = {
    char: tuple(form for form in FORMS if char in form.next or not form.next)
    for char in "".join(form.next for form in FORMS)
}
_BY_NONE = tuple(form for form in FORMS if not form.next)
_DIGITS = "0123456789"
_CALENDAR = ("月", "号", "时")
_DATES = frozenset((*_CALENDAR, "年", "日"))
_DATED = (*_CALENDAR, "年", "日", "点")
_SHORT = 40  # in so short a text a bare numeral may be all there is
_IN_CODES = "._@#/%&"


def scan(text: str, lexicon: Lexicon, watch: Watch | None = None) -> list[Reading]:
    """Return the figures of folded text, from left to right.

    Args:
        text: folded text.
        lexicon: the words to read by.
        watch: is told of each numeral that is no figure.
    """
    table = units(lexicon)
    closed, places = close(text)
    found = list(_runs(closed, table, after_one(lexicon)))
    if "首" in closed:
        found += firsts(closed)
    if len(closed) <= LONGEST:
        found += wholes(closed, table)
    found = restore(found, places)
    if watch:
        _tell(watch, text, found)
    return found


def _tell(watch: Watch, text: str, found: list[Reading]) -> None:
    """Say of each numeral that no form took that it is an article, a code or a part of a word."""
    read = {at for reading in found for at in range(reading.start, reading.end)}
    for match in RUN.finditer(text):
        dated = text[match.end() : match.end() + 1] in _DATED  # that is the room of times
        if match.start() not in read and not dated:
            watch("mentions", "figures", *match.span(), "refused", "no form of a figure reads this numeral")


def _runs(text: str, table: Units, ones: Mapping[str, str]) -> Iterator[Reading]:
    reached = 0
    short = len(text) < _SHORT
    for match in RUN.finditer(text):
        start, end = match.span()
        if start < reached:
            continue
        if end - start == 1 and not short and text[end : end + 1] not in table.openers and text[start - 1] != "第":
            continue  # the 一 of 一些, the 三 of 三峡: by far the most
        if match[0] == "一" and not short and _is_article(text, start, ones):
            continue  # 一批, 一个
        if text[end : end + 1] in _DATES and text[start] in _DIGITS and _is_dated(text, start, end):
            continue
        reading = _at(text, match, table)
        if reading:
            yield reading
            reached = reading.end


def _is_dated(text: str, start: int, end: int) -> bool:
    """Tell at a glance the figures of dates: 2023年, 5月18日, 3号, 20时."""
    following = text[end : end + 1]
    if following == "年":
        return end - start == len("2023") and text[start : start + 2] in ("19", "20")
    return following in _CALENDAR or (following == "日" and text[start - 1] == "月")


def _is_article(text: str, start: int, ones: Mapping[str, str]) -> bool:
    """Tell at a glance most of the 一 that count nothing."""
    following = ones.get(text[start + 1 : start + 2])
    if text[start - 1] in "第、至到和":
        return False
    return following is None or (following != "" and text[start + 2 : start + 3] not in following)


def _at(text: str, match: re.Match[str], table: Units) -> Reading | None:
    """Return what the first form that fits reads at one numeral; after 第 it is an ordinal or nothing."""
    run = run_at(match)
    if run is None:
        return None
    before = text[run.start - 1 : run.start]
    if before and before.isascii() and _is_code(text, run.start):
        return _coded_money(text, run, table)
    place = Place(text, run, table)
    if before == "第":
        return ordinal(place)
    for form in _BY_NEXT.get(text[run.end : run.end + 1], _BY_NONE):
        if (form.before and (before or "\0") not in form.before) or (form.last and run.text[-1] not in form.last):
            continue
        reading = form.read(place)
        if reading:
            return reading
    return None


def _is_code(text: str, start: int) -> bool:
    """G20, PM2.5, T01, v2.0, B-6186, K562+300."""
    before = text[start - 1 : start]
    if before in ("-", "+"):
        further = text[start - 2 : start - 1]
        return further.isascii() and (further.isalpha() or (before == "+" and further.isdigit()))
    return bool(before) and before.isascii() and (before.isalnum() or before in _IN_CODES)


def _coded_money(text: str, run: Run, table: Units) -> Reading | None:
    """USD300 is a sum."""
    unit = None if run.han or run.start < 3 else table.after.get(text[run.start - 3 : run.start])
    if unit is None or unit.type is not MONEY:
        return None
    return figure((run.start - 3, run.end), "signed-money", MONEY, run.value, unit.unit)
