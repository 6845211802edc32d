"""The forms of a time, in the order in which they are tried where a time may begin: the first that reads wins."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.mentions import time_counts, time_kept, time_lunar, time_names, time_points
from govnews.mentions.time_place import Found, Place
from govnews.pattern import later

_DIGITS = "0123456789"
_NUMERALS = f"{_DIGITS}〇零○一二两三四五六七八九十廿"
_RUN = later(f"[{_NUMERALS}百千O]*")


@frozen
class Form:
    """One form: how it is read, and what it begins with, as characters and as tables of words.

    `then` is what may stand after the numeral that it begins with; anything may where it is empty.
    """

    rule: str
    read: Callable[[Place], Found | None]
    chars: str = ""
    tables: tuple[str, ...] = ()
    then: str = ""


_TO = " -~〜∼–—―至到、"
FORMS = (
    Form(
        "plan", time_names.plan, "一二三四五六七八九十第", ("plans",), then="规计”期时以"
    ),  # before 十五日 and 第三季度
    Form("event", time_names.event, tables=("events",)),
    Form("until-now", time_names.until_now, "截到"),
    Form("iso-date", time_points.iso, "12", then="-/."),
    Form("vague", time_names.vague, tables=("vague_times",)),
    Form("same-period", time_names.same_period, "去上"),  # before 去年
    Form(
        "lunar", time_lunar.lunar, f"农阴旧夏大闰正腊冬今去明前后甲乙丙丁戊己庚辛壬癸{_NUMERALS}", then="年月"
    ),  # before 五月
    Form("century", time_counts.century, f"{_NUMERALS}上下本这公纪前", then=f"世年{_TO}"),
    Form(
        "point",
        time_points.point,
        f"{_NUMERALS}元半公纪第周星礼上下前后首头本这那当年月岁晚早Q",
        ("time_words", "eras", "day_parts"),
        then=f"年月日号时点:∶季学apAP/{_TO}",
    ),
    Form("ago", time_counts.ago, f"{_NUMERALS}半数几", then="个年月季周星礼天日小分秒多余几半"),
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


def forms_at(lexicon: Lexicon, text: str, start: int) -> tuple[Form, ...]:
    """Return the forms that may begin at a place, in the order of the table."""
    first = text[start]
    if first not in _NUMERALS:
        return forms_by_first(lexicon).get(first, ())
    run = _RUN.match(text, start)
    return _forms_between(lexicon, first, text[run.end() : run.end() + 1] if run else "")


@lru_cache(maxsize=4096)
def _forms_between(lexicon: Lexicon, first: str, following: str) -> tuple[Form, ...]:
    """Return the forms that begin with a numeral, by its first character and by the one after it."""
    forms = forms_by_first(lexicon).get(first, ())
    return tuple(form for form in forms if not following or not form.then or following in form.then)
