"""The forms of a time, in the order in which they are tried where a time may begin: the first that reads wins."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.mentions import time_counts, time_kept, time_lunar, time_names, time_points
from govnews.mentions.time_place import Found, Place

_DIGITS = "0123456789"
_NUMERALS = f"{_DIGITS}〇零○一二两三四五六七八九十廿"


@frozen
class Form:
    """One form: how it is read, and what it begins with, as characters and as tables of words."""

    rule: str
    read: Callable[[Place], Found | None]
    chars: str = ""
    tables: tuple[str, ...] = ()


FORMS = (
    Form("plan", time_names.plan, "一二三四五六七八九十第", ("plans",)),  # before 十五日 and 第三季度
    Form("event", time_names.event, tables=("events",)),
    Form("until-now", time_names.until_now, "截到"),
    Form("iso-date", time_points.iso, "12"),
    Form("vague", time_names.vague, tables=("vague_times",)),
    Form("same-period", time_names.same_period, "去上"),  # before 去年
    Form("lunar", time_lunar.lunar, f"农阴旧夏大闰正腊冬今去明前后甲乙丙丁戊己庚辛壬癸{_NUMERALS}"),  # before 五月
    Form("century", time_counts.century, f"{_NUMERALS}上下本这"),
    Form(
        "point",
        time_points.point,
        f"{_NUMERALS}元半公纪第周星礼上下前后首头本这那当年月岁晚早Q",
        ("time_words", "eras", "day_parts"),
    ),
    Form("ago", time_counts.ago, f"{_NUMERALS}半数几"),
    Form("shifted", time_counts.shifted, "上下前后"),
    Form("holiday", time_kept.holiday, tables=("holidays",)),
)


@lru_cache(maxsize=4)
def forms_by_first(lexicon: Lexicon) -> Mapping[str, tuple[Form, ...]]:
    """Return the forms that can begin with a character, in the order of the table."""
    first: dict[str, list[Form]] = {}
    for form in FORMS:
        surfaces = (row["surface"] for table in form.tables for row in lexicon.rows(table))
        for char in {*form.chars, *(surface[0] for surface in surfaces)}:
            first.setdefault(char, []).append(form)
    return {char: tuple(forms) for char, forms in first.items()}
