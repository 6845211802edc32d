"""The words of time, from the tables in data/ into frozen definitions."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon, Row, checking
from govnews.mentions.lunar import LunarYear, lunar_years
from govnews.mentions.mention import MentionType
from govnews.mentions.solar_terms import TERMS, solar_terms


@frozen
class Deictic:
    """A word that names its unit by counting from another one: 去年, 上月, 次日."""

    surface: str
    slot: str
    shift: int
    origin: str  # issue, text, about, month or day
    last: int | None = None  # of a run of days the other end


@frozen(kw_only=True)
class Holiday:
    """A day that is kept by name: month and day of the solar or the lunar calendar, or 0 where neither fixes it.

    Attributes:
        month: the month.
        day: the day; with `nth` the day of the week, 1 for Monday.
        nth: which such day of the week in the month (母亲节), or 0.
        last_month: of a run of months the last (暑假), or 0.
        term: of a solar term its place in the year.
        lunar: whether month and day are of the lunar calendar.
        bare: whether the name alone is a time.
        numeral: whether the name is a numeral (十一, 五一).
    """

    month: int = 0
    day: int = 0
    nth: int = 0
    last_month: int = 0
    term: int | None = None
    lunar: bool = False
    bare: bool = False
    numeral: bool = False


@frozen(eq=False)
class TimeWords:
    """Every word of time; a pattern takes the longest word, unless a character stands by it that may not.

    `starts` tells where one of the words begins; `firsts` and `seconds` are the characters that stand first and second
    in them, `seconds` empty where a word is but one.
    """

    deictic: Mapping[str, Deictic]
    vague: Mapping[str, MentionType]
    events: Mapping[str, date]
    eras: Mapping[str, int]
    plans: Mapping[str, int]
    day_parts: Mapping[str, int]
    holidays: Mapping[str, Holiday]
    lunar: Mapping[int, LunarYear]
    terms: Mapping[int, tuple[date, ...]]
    patterns: Mapping[str, str]
    starts: str
    firsts: str
    seconds: str


def _guarded(row: Row) -> str:
    after, before = row.get("not_after", ""), row.get("not_before", "")
    first, rest = re.escape(row["surface"][0]), re.escape(row["surface"][1:])
    # the lookbehind stands after the word's first character, so that a pattern can begin with the word itself
    behind = f"(?<![{re.escape(after)}]{first})" if after else ""
    return first + behind + rest + (f"(?![{re.escape(before)}])" if before else "")


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
        terms=solar_terms(lexicon),
        patterns=patterns,
        starts=grouped(first),
        firsts="".join(sorted({surface[0] for surface in first})),
        seconds="".join(sorted({surface[1:2] for surface in first})) if min(map(len, first)) > 1 else "",
    )


def _deictic(row: Row) -> Deictic:
    last = int(row["last"]) if row["last"] else None
    return Deictic(row["surface"], row["slot"], int(row["shift"]), row["from"], last)


@checking("holidays")
def _holiday(row: Row) -> Holiday:
    lunar, bare, printed = row["calendar"] == "lunar", bool(row["bare"]), row["day"]
    if row["calendar"] == "term":
        name = row["surface"].removesuffix("节气").removesuffix("节")
        term = TERMS.index(name)
        return Holiday(month=term // 2 + 1, day=5 + term % 2 * 15, term=term, bare=bare)
    if ".." in printed:
        first, _, last = printed.partition("..")
        return Holiday(month=int(first), day=1, last_month=int(last), bare=bare)
    month, _, day = printed.partition("-")
    nth, slash, weekday = day.partition("/")
    if slash:
        return Holiday(month=int(month), day=int(weekday), nth=int(nth), bare=bare)
    numeral = not row["surface"].strip("一三四五六七八十")
    return Holiday(month=int(month or 0), day=int(day or 0), lunar=lunar, bare=bare, numeral=numeral)
