"""Times that are such only where nothing else stands with them: a heading, a cell of a table, a sentence of one word.

In a sentence 未来三年 counts three years, and 08.08 or 03/03 may be anything. A form is tried where a sentence or a
line is short and begins with one of the form's characters, and must fill it.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from govnews.mentions import time_figures, time_kept, time_rolls
from govnews.mentions.almanac import Said
from govnews.mentions.time_patterns import Patterns
from govnews.mentions.time_place import Found, Place
from govnews.mentions.time_seen import Sense
from govnews.mentions.time_words import TimeWords
from govnews.pattern import later

LONGEST = 28  # characters
_NUMERALS = "0123456789一二两三四五六七八九十"


@frozen
class Alone:
    """One form: what it begins with, what it looks like, and how it is read.

    It is no longer than `longest`, and fills its sentence unless it is but its `head`.
    """

    rule: str
    chars: str
    pattern: str
    read: Callable[[re.Match[str], Place], Sense | None]
    head: bool = False
    longest: int = 18


ALONE = (
    Alone("ahead", f"未今接后之往向{_NUMERALS}半", time_rolls.AHEAD, time_rolls.ahead),
    Alone("behind", "之往向过", time_rolls.BEHIND, time_rolls.behind),
    Alone("in-a-while", "过再", time_rolls.WHILE, time_rolls.in_a_while),
    Alone("now", "现現当目此眼刚上中下晚早清凌傍夜深半午正后今昨明前去", time_rolls.NOW, time_rolls.now),
    Alone("double-hour", time_rolls.HOURS, time_rolls.DOUBLE_HOUR, time_rolls.double_hour, head=True),
    Alone("dated-holiday", "12〇一二今去明前后大", time_kept.DATED, time_kept.dated),
    Alone("edition", f"{_NUMERALS}〇零○", time_figures.EDITION, time_figures.edition),
    *(
        Alone("figures-date", "0123456789", pattern, time_figures.figures)
        for pattern in (*time_figures.FIGURES, time_figures.FIGURES_CLOCK)
    ),
    Alone("figures-range", "0123456789", time_figures.FIGURES_RANGE, time_figures.figures_range, longest=25),
    Alone("figures-range", "12", time_figures.YEARS_RANGE, time_figures.years_range),
)


@lru_cache(maxsize=1)
def _by_first() -> Mapping[str, tuple[tuple[Alone, re.Pattern[str]], ...]]:
    """Return the forms that can begin with a character, compiled at first use."""
    first: dict[str, list[tuple[Alone, re.Pattern[str]]]] = {}
    for form in ALONE:
        pattern = later(form.pattern)
        for char in form.chars:
            first.setdefault(char, []).append((form, pattern))
    return {char: tuple(forms) for char, forms in first.items()}


_FIRST = frozenset("".join(form.chars for form in ALONE))
_STOPS = later("[。!?;\n]")
_SPACED = LONGEST + 8  # with the blanks around it


def alone(text: str, said: Said, words: TimeWords, compiled: Patterns) -> dict[int, Found]:
    """Return the sentences and lines that are a time as a whole, by where they start."""
    found: dict[int, Found] = {}
    for start, end in _short(text):
        for form, pattern in _by_first()[text[start]]:
            if end - start > form.longest and not form.head:
                continue
            seen = pattern.match(text, start, end) if form.head else pattern.fullmatch(text, start, end)
            sense = form.read(seen, Place(text, start, said, words, compiled)) if seen else None
            if seen and sense:
                found[start] = Found(form.rule, start, seen.end(), sense)
                break
    return found


def _short(text: str) -> list[tuple[int, int]]:
    """Return the short sentences and lines of a text that begin as a form may, without the blanks around them."""
    found: list[tuple[int, int]] = []
    begin = 0
    for end in [*[stop.start() for stop in _STOPS.finditer(text)], len(text)]:
        if 2 <= end - begin <= _SPACED:
            words = text[begin:end].strip()
            first = words[:1]
            # what has a clause is no time, but what begins with the name of an hour
            if first in _FIRST and 2 <= len(words) <= LONGEST and ("," not in words or first in time_rolls.HOURS):
                start = text.index(first, begin)
                found.append((start, start + len(words)))
        begin = end + 1
    return found
