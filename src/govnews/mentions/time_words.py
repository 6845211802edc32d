"""The words of time, from the tables in data/ into frozen definitions."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon, Row
from govnews.mentions.lunar import LunarYear, lunar_years
from govnews.mentions.mention import MentionType


@frozen
class Deictic:
    """A word that names its unit by counting from another one: 去年, 上月, 次日."""

    surface: str
    slot: str
    shift: int
    origin: str  # issue, text, about, month or day
    last: int | None = None  # of a run of days the other end


@frozen
class Holiday:
    """A day that is kept by name: month and day of the solar or the lunar calendar, or 0 where neither fixes it."""

    month: int
    day: int
    lunar: bool


@frozen(eq=False)
class TimeWords:
    """Every word of time; a pattern takes the longest word, unless a character stands by it that may not.

    `starts` tells where one of the words begins.
    """

    deictic: Mapping[str, Deictic]
    vague: Mapping[str, MentionType]
    events: Mapping[str, date]
    eras: Mapping[str, int]
    plans: Mapping[str, int]
    day_parts: Mapping[str, int]
    holidays: Mapping[str, Holiday]
    lunar: Mapping[int, LunarYear]
    patterns: Mapping[str, str]
    starts: str


def _guarded(row: Row) -> str:
    after, before = row.get("not_after", ""), row.get("not_before", "")
    word = re.escape(row["surface"])
    # the lookbehind stands after the word's first character, so that a pattern can begin with the word itself
    behind = f"(?<![{re.escape(after)}]{word[0]})" if after else ""
    return word[0] + behind + word[1:] + (f"(?![{re.escape(before)}])" if before else "")


def alternation(rows: Iterable[Row]) -> str:
    """Return a pattern that takes the longest of the rows' surfaces."""
    ordered = sorted(rows, key=lambda row: -len(row["surface"]))
    return "|".join(_guarded(row) for row in ordered)


def grouped(surfaces: Iterable[str]) -> str:
    """Return a pattern that tells where one of the surfaces begins: one branch for each first character.

    >>> grouped(["今年", "今天", "去年"])
    '今(?=天|年)|去(?=年)'
    """
    rest: dict[str, set[str]] = {}
    for surface in surfaces:
        rest.setdefault(surface[0], set()).add(surface[1:])
    return "|".join(f"{re.escape(first)}(?={'|'.join(sorted(map(re.escape, nexts)))})" for first, nexts in rest.items())


@lru_cache(maxsize=4)
def time_words(lexicon: Lexicon) -> TimeWords:
    """Return the words of time of a lexicon, read at first use."""
    words, vague, events = lexicon.rows("time_words"), lexicon.rows("vague_times"), lexicon.rows("events")
    eras, plans, parts = lexicon.rows("eras"), lexicon.rows("plans"), lexicon.rows("day_parts")
    holidays = lexicon.rows("holidays")
    patterns = {
        slot: alternation(row for row in words if row["slot"] == slot)
        for slot in ("year", "month", "quarter", "week", "day")
    }
    tables = {"vague": vague, "event": events, "era": eras, "plan": plans, "part": parts, "holiday": holidays}
    patterns |= {name: alternation(rows) for name, rows in tables.items()}
    first = [row["surface"] for rows in (words, vague, events, eras, parts, holidays) for row in rows]
    return TimeWords(
        deictic={row["surface"]: _deictic(row) for row in words},
        vague={row["surface"]: MentionType(row["type"]) for row in vague},
        events={row["surface"]: date.fromisoformat(row["day"]) for row in events},
        eras={row["surface"]: int(row["zero"]) for row in eras},
        plans={row["surface"]: int(row["start"]) for row in plans},
        day_parts={row["surface"]: int(row["pm"]) for row in parts},
        holidays={row["surface"]: _holiday(row) for row in holidays},
        lunar=lunar_years(lexicon),
        patterns=patterns,
        starts=grouped(first),
    )


def _deictic(row: Row) -> Deictic:
    last = int(row["last"]) if row["last"] else None
    return Deictic(row["surface"], row["slot"], int(row["shift"]), row["from"], last)


def _holiday(row: Row) -> Holiday:
    month, _, day = row["day"].partition("-")
    return Holiday(int(month or 0), int(day or 0), row["calendar"] == "lunar")
