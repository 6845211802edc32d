"""The day of issue out of the names of files."""

from datetime import date

import pytest

from govnews import CorpusError
from govnews.corpus.days import day_in


@pytest.mark.parametrize(
    ("name", "pattern", "day"),
    [
        ("2023-05/19/node_01.txt", "%Y-%m/%d", date(2023, 5, 19)),
        ("jnrb20230519.txt", "%Y%m%d", date(2023, 5, 19)),
        ("2023051901.txt", "%Y%m%d", date(2023, 5, 19)),
        ("no120230519a.txt", "%Y%m%d", date(2023, 5, 19)),
        ("济宁日报2023年5月9日第1版.txt", "%Y年%m月%d日", date(2023, 5, 9)),
        ("a/2023/b_05/19.txt", "%Y/*%m/%d.", date(2023, 5, 19)),
        ("19.05.2023.txt", "%d.%m.%Y", date(2023, 5, 19)),
        ("100%_20230519.txt", "%%_%Y%m%d", date(2023, 5, 19)),
        ("2023-13/19/a.txt", "%Y-%m/%d", None),
        ("2023-02/30/a.txt", "%Y-%m/%d", None),
        ("readme.txt", "%Y%m%d", None),
        ("２０２３０５１９.txt", "%Y%m%d", None),
        ("2023.05.19.txt", "%Y-%m-%d", None),
    ],
)
def test_a_day_in_a_name(name: str, pattern: str, day: date | None) -> None:
    assert day_in(name, pattern) == day


@pytest.mark.parametrize("pattern", ["", "%Y%m", "%Y%m%d%d", "%y%m%d", "%Y-%m-%d %H", "2023", "%"])
def test_what_is_no_pattern(pattern: str) -> None:
    with pytest.raises(CorpusError, match="expected %Y, %m and %d once each"):
        day_in("2023-05-19", pattern)
