"""Laws of times, on every text: EDTF that parses, ends in order, the past on a tie, spans that shift with the text."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.lexicon import Lexicon
from govnews.mentions.almanac import Said, year_of_month
from govnews.mentions.reading import Point
from govnews.mentions.times import scan

PIECES = [
    *"0123456789年月日号时点周天季度半上下前后今去明本当一二三四五六七八九十〇零两百",
    *"至到-—~、.:/,。的自从起来底初末旬中内 许\n",
    *(
        "以来",
        "截至",
        "期间",
        "世纪",
        "年代",
        "季度",
        "农历",
        "正月",
        "上午",
        "晚",
        "星期",
        "公元前",
        "2019年",
        "12月",
        "31日",
    ),
    *(
        "“十四五”期间",
        "去年同期",
        "天前",
        "年后",
        "同年",
        "次日",
        "当月",
        "国庆节",
        "康熙",
        "5月18日",
        "今年",
        "近日",
        "两",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
DAYS = st.none() | st.dates()
LEXICON = Lexicon.default()


def points(text: str, issued: date | None) -> list[Point]:
    return [one.value for one in scan(text, LEXICON, issued) if isinstance(one.value, Point)]


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_what_is_given_back_is_well_formed(text: str, issued: date | None) -> None:
    at = 0
    for one in scan(text, LEXICON, issued):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        value = one.value
        assert isinstance(value, Point)
        if value.edtf is None:
            assert value.start is None
            assert value.end is None
        else:
            parse_edtf(value.edtf)
            assert not value.vague
        if value.start and value.end:
            assert value.start <= value.end
        if value.other is not None:
            parse_edtf(value.other)
            assert value.other != value.edtf


@given(st.text(max_size=40), DAYS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str, issued: date | None) -> None:
    scan(text, LEXICON, issued)


@given(TEXTS, st.integers(0, 20))
@settings(max_examples=200, deadline=None)
def test_shifting_moves_the_spans_and_nothing_else(text: str, by: int) -> None:
    issued = date(2023, 5, 19)
    plain, moved = scan(text, LEXICON, issued), scan("。" * by + "。" + text, LEXICON, issued)
    first = scan("。" + text, LEXICON, issued)
    assert [(one.start + by, one.end + by, one.rule, one.value) for one in first] == [
        (one.start, one.end, one.rule, one.value) for one in moved
    ]
    assert len(plain) == len(first)


@given(TEXTS, TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_what_comes_after_a_sentence_changes_no_time_of_it(text: str, after: str, issued: date | None) -> None:
    alone = scan(f"{text}。\n", LEXICON, issued)
    assert scan(f"{text}。\n{after}", LEXICON, issued)[: len(alone)] == alone


# what leans on nothing before it: each names its year, or counts from the issue
WHOLE = (
    *("2023年5月18日", "二〇二三年五月十八日", "2023年5月", "2022年二季度", "2019年", "1998年下半年", "20世纪90年代"),
    *("去年", "今年1月份", "上月", "昨天", "前天", "上周三", "近日", "近年来", "截至目前", "今年以来", "去年三季度"),
    *("2016—2020年", "2023年5月18日上午9时", "“十四五”期间", "党的十八大以来", "2018年底", "自2018年3月1日起"),
)
BEFORE = st.sampled_from(
    ("", "会议指出,", "据介绍,截止报名时间为2001年8月1日。", "全县共有26个村。", "当年12月,他入伍。")
)


@given(st.sampled_from(WHOLE), BEFORE, st.dates(date(1999, 1, 1), date(2049, 12, 31)))
@settings(max_examples=300, deadline=None)
def test_a_time_that_leans_on_nothing_reads_alone_as_in_a_text(words: str, before: str, issued: date) -> None:
    [alone] = scan(words, LEXICON, issued)
    inside = [one for one in scan(f"{before}{words},工作有序推进。", LEXICON, issued) if one.start >= len(before)]
    assert [(one.start - len(before), one.end - len(before), one.value) for one in inside] == [
        (alone.start, alone.end, alone.value)
    ]


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_a_day_of_any_year_reads_itself(at: date) -> None:
    printed = f"{at.year}年{at.month}月{at.day}日"
    [value] = points(printed, None)
    assert (value.start, value.end, value.edtf) == (at, at, at.isoformat())


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(-180, 180))
@settings(max_examples=200, deadline=None)
def test_a_day_without_a_year_is_the_nearest(issued: date, away: int) -> None:
    at = issued + timedelta(days=away)
    if (at.month, at.day) == (2, 29):
        return
    [value] = points(f"{at.month}月{at.day}日", issued)
    assert value.start == at


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(1, 12), st.integers(1, 28))
@settings(max_examples=200, deadline=None)
def test_the_other_candidate_lies_no_nearer_and_on_the_other_side(issued: date, month: int, day: int) -> None:
    [value] = points(f"{month}月{day}日", issued)
    assert value.start is not None
    assert value.other is not None
    other = date.fromisoformat(value.other)
    assert (other.month, other.day) == (value.start.month, value.start.day)
    assert abs((other - issued).days) >= abs((value.start - issued).days)
    assert (other > issued) != (value.start > issued) or issued in (other, value.start)


@pytest.mark.parametrize("year", range(1990, 2031))
def test_the_past_on_a_tie(year: int) -> None:
    # half a year away on both sides: in a span of 366 days the middle is as far from either
    issued = date(year, 7, 1)
    back, ahead = issued - date(year - 1, 12, 31), date(year, 12, 31) - issued
    expected = year - 1 if back <= ahead else year
    assert year_of_month(12, Said(issue=issued), 31) == expected


def test_a_year_without_a_stop_after_it_is_not_looked_for_again_and_again() -> None:
    readings = scan("2019年" + "5年级" * 20_000, LEXICON, date(2023, 5, 19))
    assert len(readings) == 1


@pytest.mark.parametrize("piece", ["5月1日、", "今年", "1至", "9:30", "一", "2019年", "5日", "(", "“", "自从", "12-"])
def test_the_work_grows_with_the_text(piece: str) -> None:
    text = piece * 2000
    readings = scan(text, LEXICON, date(2023, 5, 19))
    assert len(readings) <= 2000
