"""Charts of counts: widths say what the counts say, gaps in time are shown, the table has it all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.export.picture.charts import Chart, Row, drawn

rows = st.lists(
    st.builds(Row, st.text(max_size=30), st.integers(0, 10**9), st.sampled_from(["", "other"])), max_size=30
)


def chart(*counts: tuple[str, int], in_time: bool = False) -> str:
    return drawn(Chart("key", "标题", "title", tuple(Row(name, count) for name, count in counts), in_time=in_time))


@given(rows)
def test_any_rows_are_drawn_to_scale(given_rows: list[Row]) -> None:
    html = drawn(Chart("key", "标题", "title", tuple(given_rows)))
    most = max((row.count for row in given_rows), default=0)
    if not most:
        assert "<svg" not in html
        return
    widths = [float(found) for found in re.findall(r'<rect [^>]*width="([\d.]+)%"', html)]
    assert widths == [pytest.approx(row.count / most * 84, abs=0.01) for row in given_rows]
    assert [int(count.replace(",", "")) for count in re.findall(r"<td>([\d,]+)</td>", html)] == [
        row.count for row in given_rows
    ]


def test_months_without_pages_are_shown() -> None:
    html = chart(("2023-02", 4), ("2022-11", 1), in_time=True)
    table = re.findall(r'<th scope="row">([^<]*)</th><td>(\d+)', html)
    assert table == [("2022-11", "1"), ("2022-12", "0"), ("2023-01", "0"), ("2023-02", "4")]
    assert re.findall(r'height="(\d+)"></rect>', html) == ["42", "0", "0", "170"]


def test_a_long_time_is_counted_by_years() -> None:
    html = chart(("1999-05", 1), ("1999-11", 2), ("2023-02", 4), in_time=True)
    table = re.findall(r'<th scope="row">([^<]*)</th><td>(\d+)', html)
    assert table[0] == ("1999", "3")
    assert table[-1] == ("2023", "4")
    assert len(table) == 25


def test_a_name_is_text() -> None:
    html = chart(("<b>&", 1))
    assert "<b>&" not in html.replace('<b class="zh">', "")
    assert html.count("&lt;b&gt;&amp;") == 3
    picture = chart(("\0", 1)).partition("<svg")[2].partition("</svg>")[0]
    assert "U+0000" in picture
    assert "<i" not in picture
