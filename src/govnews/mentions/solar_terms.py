"""The 24 solar terms 节气: from a year and a name to the day."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from govnews.lexicon import Lexicon, checking

TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)


@lru_cache(maxsize=4)
@checking("solar_terms")
def solar_terms(lexicon: Lexicon) -> Mapping[int, tuple[date, ...]]:
    """Return the days of the terms of each year that the lexicon knows, in the order of `TERMS`.

    >>> solar_terms(Lexicon.default())[2023][TERMS.index("清明")]
    datetime.date(2023, 4, 5)
    """
    return {
        int(row["year"]): tuple(
            date(int(row["year"]), index // 2 + 1, int(day)) for index, day in enumerate(row["days"].split())
        )
        for row in lexicon.rows("solar_terms")
    }
