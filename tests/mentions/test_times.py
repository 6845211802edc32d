"""Times: the marked cases, the tables' own examples, and what parse_date refuses."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from attrs import evolve

from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions import time_patterns
from govnews.mentions.edtf import day, join, month, since, until
from govnews.mentions.edtf import year as year_of
from govnews.mentions.lunar import lunar_years
from govnews.mentions.reading import Point, Reading
from govnews.mentions.solar_terms import TERMS, solar_terms
from govnews.mentions.time_alone import ALONE
from govnews.mentions.time_forms import FORMS
from govnews.mentions.time_frames import FRAMES
from govnews.mentions.time_patterns import Patterns, patterns
from govnews.mentions.time_rules import RULES
from govnews.mentions.time_words import time_words
from govnews.mentions.times import parse_date, scan
from govnews.text import fold
from marked import CASES, Case, Mark, all_cases, unmarked

ISSUED = date(2023, 5, 19)
RULE_NAMES = {
    *(rule.rule for rule in RULES),
    *(frame.rule for frame in FRAMES),
    *(form.rule for form in FORMS if form.rule != "point"),
    "range",
    *(form.rule for form in ALONE),
    "decade",
    "solar-term",
}
TIMES = ("date", "period")


def read(text: str, issued: date | None = ISSUED) -> list[Reading]:
    return scan(fold(text), Lexicon.default(), issued)


def point(reading: Reading) -> Point:
    assert isinstance(reading.value, Point)
    return reading.value


def shown(reading: Reading) -> dict[str, str]:
    at = point(reading)
    fields = {"edtf": at.edtf, "time": at.time, "start": at.start, "end": at.end, "grain": at.grain, "vague": at.vague}
    return {name: "" if value is None else str(value) for name, value in fields.items()}


def of_times(case: Case) -> list[Mark]:
    return [mark for mark in case.marks if mark.type in TIMES]


@pytest.mark.parametrize(
    "case",
    [case for case in all_cases("mentions") if case.where.split(":")[0] in RULE_NAMES],
    ids=lambda case: case.where,
)
def test_cases(case: Case) -> None:
    readings = read(case.text, case.issued)
    wanted = of_times(case)
    assert [(one.start, one.end, str(one.type)) for one in readings] == [
        (mark.span.start, mark.span.end, mark.type) for mark in wanted
    ]
    for mark, reading in zip(wanted, readings, strict=True):
        assert {name: shown(reading)[name] for name in mark.fields} == mark.fields


@pytest.mark.parametrize("rule", sorted(RULE_NAMES))
def test_every_rule_has_cases(rule: str) -> None:
    cases = [case for case in all_cases("mentions") if case.where.split(":")[0] == rule]
    assert cases, f"no tests/cases/mentions/{rule}.txt in {CASES}"
    assert any(one.rule == rule for case in cases for one in read(case.text, case.issued))


EXAMPLES = [
    (table, row["surface"], row["example"])
    for table in ("time_words", "vague_times", "events", "eras", "day_parts", "holidays", "plans")
    for row in Lexicon.default().rows(table)
]


@pytest.mark.parametrize(("table", "surface", "example"), EXAMPLES)
def test_the_example_of_a_row_is_read(table: str, surface: str, example: str) -> None:
    text, [span] = unmarked(example)
    assert span.of(text) == surface, table
    assert any(one.start <= span.start and span.end <= one.end for one in read(text))


@pytest.mark.parametrize("text", ["", "三农", "5月18日,", "记者5月18日", "5月18日和19日", "13月"])
def test_parse_date_takes_one_expression_whole(text: str) -> None:
    with pytest.raises(ParseError):
        parse_date(text, issued=ISSUED)


def test_parse_date_points_at_the_place() -> None:
    with pytest.raises(ParseError) as caught:
        parse_date("5月18日开工", issued=ISSUED)
    assert caught.value.at == 5


def test_parse_date_keeps_the_printed_characters() -> None:
    when = parse_date("５月１８日", issued=ISSUED)
    assert (when.text, when.edtf, when.start) == ("５月１８日", "2023-05-18", date(2023, 5, 18))


@pytest.mark.parametrize("issued", [None, date(1, 1, 1), date(9999, 12, 31)])
def test_without_a_usable_day_of_issue_nothing_is_guessed(issued: date | None) -> None:
    assert [point(one).edtf for one in read("去年5月18日,今天,1-3月", issued)] == [None, None, None]


def test_what_the_text_fixes_needs_no_day_of_issue() -> None:
    edtfs = [point(one).edtf for one in read("2019年6月14日封顶;9月2日投产,19日验收", None)]
    assert edtfs == ["2019-06-14", "2019-09-02", "2019-09-19"]


@pytest.mark.parametrize("text", ["2月30日", "2023年2月30日"])
def test_a_day_that_no_calendar_has_is_a_date_without_a_value(text: str) -> None:
    assert (parse_date(text, issued=ISSUED).edtf, parse_date(text, issued=ISSUED).start) == (None, None)


def test_each_lunar_year_ends_where_the_next_begins() -> None:
    years = lunar_years(Lexicon.default())
    for number, year in years.items():
        assert len(year.months) == (13 if year.leap else 12)
        if number + 1 in years:
            assert year.first + timedelta(days=sum(year.months)) == years[number + 1].first


@pytest.mark.parametrize("day", ["1978-02-07", "2000-02-05", "2012-01-23", "2020-01-25", "2023-01-22", "2024-02-10"])
def test_known_first_days_of_the_lunar_year(day: str) -> None:
    at = date.fromisoformat(day)
    assert lunar_years(Lexicon.default())[at.year].day(1, 1) == at


def test_an_interval_that_runs_backwards_is_unknown() -> None:
    assert join(year_of(2020), year_of(2019)).edtf is None


def test_open_ends() -> None:
    at = day(2023, 5, 18)
    assert at is not None
    assert (since(at).edtf, until(at).edtf, since(month(2023, 5)).end) == ("2023-05-18/..", "../2023-05-18", None)


def test_a_watch_is_told_what_no_form_reads() -> None:
    told: list[tuple[str, ...]] = []
    scan("5年级", Lexicon.default(), None, lambda *what: told.append(tuple(map(str, what))))
    assert [one[4] for one in told] == ["refused"]


@pytest.mark.parametrize(
    ("text", "edtf", "other"),
    [
        ("12月3日", "2022-12-03", "2023-12-03"),
        ("6月3日", "2023-06-03", "2022-06-03"),
        ("12月3日至5日", "2022-12-03/2022-12-05", "2023-12-03/2023-12-05"),
        ("自12月3日起", "2022-12-03/..", "2023-12-03/.."),
        ("12月底前", "../2023-12", "../2022-12"),
        ("2月底", "2023-02-25~/2023-02-28", "2024-02-25~/2024-02-29"),
        ("11月至1月", "2023-11/2024-01", "2022-11/2023-01"),
        ("2月29日", "2024-02-29", "2020-02-29"),
        ("国庆节", "2023-10-01", "2022-10-01"),
        ("农历八月十五", "2023-09-29", "2022-09-10"),
        ("2022年12月3日", "2022-12-03", None),
        ("去年12月3日", "2022-12-03", None),
        ("18日", "2023-05-18", None),
    ],
)
def test_the_other_candidate_of_a_time_without_a_year(text: str, edtf: str, other: str | None) -> None:
    when = parse_date(text, issued=ISSUED)
    assert (when.edtf, when.other) == (edtf, other)


@pytest.mark.parametrize(
    ("text", "calendar"), [("农历正月十五", "lunar"), ("中秋节", "lunar"), ("冬至", "solar-term"), ("5月18日", None)]
)
def test_the_calendar_in_which_a_time_is_printed(text: str, calendar: str | None) -> None:
    assert parse_date(text, issued=ISSUED).calendar == calendar


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (1951, "冬至", "1951-12-23"),
        (2008, "小满", "2008-05-21"),
        (2014, "惊蛰", "2014-03-06"),
        (2023, "清明", "2023-04-05"),
    ],
)
def test_known_days_of_solar_terms(year: int, name: str, day: str) -> None:
    assert solar_terms(Lexicon.default())[year][TERMS.index(name)] == date.fromisoformat(day)


def test_each_plenum_follows_the_one_before() -> None:
    days = {row["surface"]: row["day"] for row in Lexicon.default().rows("events")}
    names = [f"{number}届" for number in ("十一", *(f"十{digit}" for digit in "二三四五六七八九"), "二十")]
    ordered = [day for name in names for surface, day in days.items() if surface.startswith(name)]
    assert ordered == sorted(ordered)
    assert len(ordered) == 7 * 8 + 9 + 4


def _groups(tree: Any) -> Iterator[tuple[int, Any]]:
    """Yield the groups of a parsed pattern, by number."""
    for code, value in tree:
        if code is parser.SUBPATTERN and value[0] is not None:
            yield value[0], value[-1]
        for part in value if isinstance(value, tuple | list) else ():
            for one in part if isinstance(part, list) else (part,):
                if isinstance(one, parser.SubPattern):
                    yield from _groups(one)


@pytest.mark.parametrize("name", ["point", "iso"])
def test_no_slot_is_filled_with_nothing(name: str) -> None:
    pattern = getattr(patterns(Lexicon.default()), name)
    widths = {number: group.getwidth()[0] for number, group in _groups(parser.parse(pattern.pattern))}
    assert set(widths) == set(pattern.groupindex.values())
    assert [slot for slot, number in pattern.groupindex.items() if not widths[number]] == []


def test_two_characters_tell_where_a_time_may_begin() -> None:
    """The look at two characters passes over nothing that a word or a branch of the pattern would find."""
    found = patterns(Lexicon.default()).starts
    bare = re.compile(found.pattern[found.pattern.index("])(?:") + 2 :])
    words = [
        row["surface"] for table in ("time_words", "vague_times", "holidays") for row in Lexicon.default().rows(table)
    ]
    for text in (*(fold(case.text) for case in all_cases("mentions")), *words):
        assert [one.start() for one in found.finditer(text)] == [one.start() for one in bare.finditer(text)]


STARTS = """
周日 周天 周一 星期日 礼拜天 第二季 第一个月 第十四个五年 公元 纪元 前3世纪 前十世纪 农历 阴历 旧历
夏历 大年初一 截至 截止 到目前为止 到现在为止 Q1季 岁末 本世纪 上半年 上个世纪 上世纪 上个年同期
上年同期 上两 下半年 下世纪 下三 这个世纪 这年底 那年中 那年底 当年末 前半年 前两 首季 首个月 首两月
头半年 头两个月 一千九百四十九年 二千零二年 两千零二年 晚8 晚八 早9点 早九点 后半年 后两 年初 年底
年末 年中 月初 月底 月末 去年同期
"""


def test_a_word_in_no_table_is_found_whatever_the_tables_hold() -> None:
    """周日 is found though no word of a table has 日 second."""
    words = evolve(time_words(Lexicon.default()), firsts="", seconds="年", starts="(?!)")
    found, branches = Patterns(words).starts, [*map(re.compile, time_patterns._STARTS)]  # noqa: SLF001
    starts = STARTS.split()
    assert [branch.pattern for branch in branches if not any(map(branch.match, starts))] == []
    texts = {text[0] + second + text[2:] for text in starts for second in "".join(starts)}  # 周日, 周一, 礼拜, 农历
    assert [text for text in texts if any(one.match(text) for one in branches) and not found.match(text)] == []


def test_what_scans_change_is_no_key() -> None:
    [reading] = read("5月18日")
    assert [reading] == read("5月18日")
    with pytest.raises(TypeError, match="unhashable"):
        hash(reading)
