"""Bare numerals, and the words beside them that make figures of them: 总数是10000, 不是四而是五, 排名前三, 12加30."""

from attrs import frozen

from govnews.mentions.figure_forms import Place
from govnews.mentions.measured import between_run, lent, second_run
from govnews.mentions.mention import Bound
from govnews.mentions.reading import NUMBER, Figure, Reading
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.signs import signed
from govnews.mentions.units import Hedge
from govnews.pattern import later

_HUNDREDS = later("[一二两三四五六七八九][百千].*[一二三四五六七八九十]")
_ANNOUNCED = later(
    "(?:是|为|达|达到|增至|降至|增加到|减少到|提高到|上升到|下降到|升至|跌至|涨至|回落至|回升至|合计|共计|总计|等于)$"
)
# 答案是五: a single character is a number only where a word says so and the clause ends
_SAID = later("(?:不是|而是|却是|就是|[这那]是|都是|仍是|等于|答案[是为]|结果[是为]|得数[是为])$")
_AFTER_SAID = ("", ",", "。", ";", "!", "?", "而", "却", "这", "那", "也")
# 排名前三, 跻身全国前十
_TOP = later("(?:排名?|位居|名列|位列|跻身|[居列进]|进入)[^,。;、前]{0,6}前$")
_AFTER_TOP = ("", ",", "。", ";", "、", ")", "的", "之", "!")
_NO_NUMBER = frozenset("年月日时点号周世大·.-/:")
_STOPS = frozenset(",。;、)!")
_VERBS = ("过", "近", "超")  # hedges too short to make a figure of a bare numeral
_COUNTING = later("(?:[加减乘]|除以)[0-9]{2,}(?=[,。;、等]|$)")
_ADDED = later("[0-9](?:[加减乘]|除以)$")
_AND = ("且", "并", "但", "而", "又")
_BETWEEN = later("(?:介于|处于|在)$")
LARGE = 10_000  # from here on a bare numeral is a figure
_HEDGE = 5  # characters of the longest hedge


@frozen
class _Hedged:
    """A hedge that stands before a numeral, and that numeral."""

    hedge: Hedge
    run: Run


def is_spelt_out(place: Place) -> bool:
    """二百五, 九千七百八十六: so long a numeral is a number, whatever follows; 九点九 ends its clause."""
    text, run = place.text, place.run
    if not run.han or len(run.text) < 3 or run.text.isdecimal():
        return False
    if run.text[1:2] == "点":
        return text[run.end : run.end + 1] in ("", ",", "。", ";")
    return bool(_HUNDREDS.search(run.text))


def is_said(place: Place) -> bool:
    """答案不是四而是五, 排名前三, 正负二: what makes a number of one character."""
    text, run = place.text, place.run
    if text[max(0, run.start - 2) : run.start] == "正负":
        return True
    if (
        run.value
        and text[run.end : run.end + 1] in _AFTER_SAID
        and _SAID.search(text, max(0, run.start - 4), run.start)
    ):
        return True
    return is_top(place)


def is_top(place: Place) -> bool:
    """Tell 排名前三 from 前三年."""
    text, run = place.text, place.run
    return text[run.end : run.end + 1] in _AFTER_TOP and bool(_TOP.search(text, max(0, run.start - 11), run.start))


def is_announced(place: Place) -> bool:
    """Tell a bare numeral that a word beside it makes a figure of."""
    text, run = place.text, place.run
    following = text[run.end : run.end + 1]
    if following.isascii() and following.isalnum():
        return False
    hedge = place.units.hedge_before(text, run.start - (text[run.start - 1 : run.start] == " "))
    if hedge and hedge[0].surface not in _VERBS and following not in _NO_NUMBER:
        return True
    after = place.units.hedge_after(text, run.end + (following == " "))
    if after and len(after[0].surface) > 1 and after[0].surface[0] != "及":
        return True
    return is_top(place) or (not run.han and (_is_counted(text, run) or _is_stated(text, run, following)))


def _is_stated(text: str, run: Run, following: str) -> bool:
    """总数是10000."""
    if following and following not in _STOPS:
        return False
    return bool(_ANNOUNCED.search(text, max(0, run.start - 4), run.start))


def _is_counted(text: str, run: Run) -> bool:
    """Tell the terms of 9786加3384, and ±2."""
    if text[run.start - 1 : run.start] == "±":
        return True
    if run.value < 10:  # 1加1大于2 is a saying
        return False
    ends = text[run.end : run.end + 1] in ("", ",", "。", ";", "、", "等")
    return bool(_COUNTING.match(text, run.end) or (ends and _ADDED.search(text, max(0, run.start - 4), run.start)))


def number_range(place: Place) -> Reading | None:
    """Read 12-23, 是一千到一千五百, -10000与20000间, 大于12小于50: two ends without a unit."""
    text, run = place.text, place.run
    if run.upper is not None:
        return None
    second = second_run(text, run.end)
    if second is None:
        second = between_run(text, run.end)
        fits = second is not None and text.startswith(("之间", "间"), second.end)
    else:
        fits = (
            place.alone(second.end)
            or second.magnitude >= LARGE
            or _is_between(text, run, second.end)
            or _is_stated(text, run, text[second.end : second.end + 1])
        )
    if second is None or not fits:
        return _within(place)
    start, negative, _ = signed(text, run.start)
    low = -run.value if negative else lent(run, second)
    if second.value <= low:
        return None
    value = Figure(value=low, upper=second.value, bound=run.bound or second.bound)
    return Reading(start=start, end=second.end, rule="number", type=NUMBER, value=value)


def _is_between(text: str, run: Run, end: int) -> bool:
    """介于20到100之间."""
    return text.startswith("之间", end) and bool(_BETWEEN.search(text, max(0, run.start - 2), run.start))


def _within(place: Place) -> Reading | None:
    """大于12小于50, 最多100最少20: two bounds in a row are one range."""
    text, run = place.text, place.run
    first = place.units.hedge_before(text, run.start)
    at = run.end + (text[run.end : run.end + 1] in _AND) if first and run.end < len(text) else run.end
    second = _hedged_run(place, at) if first else None
    if not first or not second or {first[0].bound, second.hedge.bound} != {Bound.OVER, Bound.UNDER}:
        return None
    low, high = sorted((run.value, second.run.value))
    if low == high or (first[0].bound is Bound.OVER) != (run.value == low):
        return None
    value = Figure(value=low, upper=high)
    return Reading(start=first[1], end=second.run.end, rule="number", type=NUMBER, value=value)


def _hedged_run(place: Place, at: int) -> _Hedged | None:
    """Return the hedge that starts at `at` and the numeral right after it."""
    for end in range(at + _HEDGE, at + 1, -1):
        hedge = place.units.hedge_before(place.text, end)
        if hedge and hedge[1] == at:
            match = RUN.match(place.text, end)
            run = run_at(match) if match else None
            return _Hedged(hedge[0], run) if run else None
    return None
