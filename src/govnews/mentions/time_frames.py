"""The frames that make an interval of a point: 自…起, …以来, 截至…, …前, …期间, A至B."""

import re
from collections.abc import Callable

from attrs import frozen

from govnews.mentions import edtf
from govnews.mentions.reading import Point
from govnews.mentions.time_seen import PERIOD, Sense
from govnews.pattern import later


@frozen
class Frame:
    """What stands before and after a point, and the interval that it makes.

    `before` is looked for up to where the point starts, `after` from where it ends; a pattern that may be empty is
    optional.
    """

    rule: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    make: Callable[[Point], Point]


def _frame(rule: str, before: str, after: str, make: Callable[[Point], Point]) -> Frame:
    return Frame(rule, later(f"(?:{before})\\Z"), later(after), make)


_UP = "起(?![义草步诉来点伏飞源初居床底码家因跑航吊火重]|到(?![0-9]))"  # 5月1日起, not 5月1日起草
_BEFORE = "前(?![往来夕期汛科置辈锋卫哨后者沿景提身线列进台方瞻述半去端任几两一二三四五六七八九十0-9个])"
_AFTER = "后(?![续来期勤台备面方者代半果天年两几一二三四五六七八九十0-9个])"
FROM = "自从|自|从"
UP_TO = "截[至止](?:到|至)?(?:[^,。;、0-9]{2,6}时间)?"  # 截至北京时间30日12时
FRAMES = (
    _frame("since", f"{FROM}|打|", f"(?:以来|{_UP})(?:至今)?|至今|迄今|到现在|(?<=年)来(?=,)", edtf.since),
    _frame("since", FROM, "之?以?后", edtf.since),
    _frame("since", "自从", "", edtf.since),
    _frame("until", UP_TO, "(?:为止)?", edtf.until),
    _frame("before", "", f" ?[之以]前|{_BEFORE}", edtf.until),
    _frame("after", "", f" ?[之以]后|{_AFTER}", edtf.since),
    _frame("during", "", "期间|时期|(?<=[年月日旬底])间(?![断隔接谍歇])", lambda point: point),
)
_OPENS = frozenset("自从打截至止到间")
_CLOSES = frozenset("以起至迄到开之前后期时为来间 ")
LINKS = frozenset(" —-~〜∼–―起至到")  # what RANGE begins with
RANGE = later(" ?(?:——|--|[-~〜∼–—―]|起?[至到]) ?(?=[^ ])")
_HEAD = later(f"(?:{FROM})\\Z")


def framed(text: str, start: int, end: int, sense: Sense) -> tuple[str, int, int, Sense] | None:
    """Return the rule, the wider stretch and the interval, where a frame stands around a point."""
    opened, closed = text[start - 1 : start] in _OPENS if start else False, text[end : end + 1] in _CLOSES
    if not opened and not closed:
        return None
    for frame in FRAMES:
        after = frame.after.match(text, end)
        if after is None:
            continue
        before = frame.before.search(text, max(0, start - 11), start)
        if before is None:
            continue
        if text.startswith("间", end) and sense.type is not PERIOD:
            continue  # 2020年至2022年间, but not 去年间
        # a deadline runs to the end of the month or year of whose edge it speaks: 6月底前
        point = sense.whole if sense.whole and frame.rule == "before" else sense.point
        point = frame.make(point) if point.edtf else point
        return frame.rule, before.start(), after.end(), Sense(PERIOD, point, sense.year)
    return None


def headed(text: str, start: int) -> int:
    """Return where a range starts, with the 从 or 自 that opens it."""
    found = _HEAD.search(text, max(0, start - 2), start)
    return found.start() if found else start


def closed(text: str, end: int) -> int:
    """Return where a range ends, with the 止 that closes it: 自3月1日起至5月31日止."""
    return end + text.startswith("止", end)
