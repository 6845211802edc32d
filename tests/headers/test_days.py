"""The day of a dateline is the nearest one to the issue; the past one where two are as near."""

from datetime import date

import pytest

from govnews.headers.days import read_day


@pytest.mark.parametrize(
    ("text", "issued", "edtf"),
    [
        ("5月18日", date(2023, 5, 19), "2023-05-18"),
        ("12月31日", date(1998, 1, 1), "1997-12-31"),
        ("1月1日", date(2019, 12, 31), "2020-01-01"),
        ("一月十三日", date(1998, 1, 14), "1998-01-13"),
        ("十二月三十一日", date(1998, 1, 1), "1997-12-31"),
        ("廿一日", date(1998, 1, 22), "1998-01-21"),
        ("7日", date(2020, 4, 8), "2020-04-07"),
        ("31日", date(2020, 4, 1), "2020-03-31"),
        ("31日", date(2020, 1, 1), "2019-12-31"),
        ("2020年12月06日", None, "2020-12-06"),
        ("一九九七年十二月三日", None, "1997-12-03"),
        ("2月29日", date(2021, 3, 1), "2020-02-29"),
        ("5月18日", None, None),
        ("2月30日", date(2021, 3, 1), None),
        ("13月1日", date(2021, 3, 1), None),
        ("2021年2月30日", None, None),
        ("0日", date(2021, 3, 1), None),
    ],
)
def test_day(text: str, issued: date | None, edtf: str | None) -> None:
    found = read_day(text, text, issued)
    assert found is not None
    assert found.edtf == edtf
    assert found.text == text


def test_a_tie_goes_to_the_past() -> None:
    # 182 days before and 183 after in a common year, 183 and 183 in a leap year
    found = read_day("7月2日", "7月2日", date(2023, 12, 31))
    assert found is not None
    assert found.edtf == "2023-07-02"


def test_no_day() -> None:
    assert read_day(None, "", None) is None
    assert read_day("", "", date(2021, 1, 1)) is None
