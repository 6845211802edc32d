"""Lines that say by themselves what they are: jumps, notes, furniture, photographs, lists. Precedence is the order."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

from govnews.headers.header import Form
from govnews.layout.draft import Role
from govnews.layout.lines import Line
from govnews.layout.looks import Look


@frozen
class Mark:
    """A rule for one line, by its folded text alone."""

    rule: str
    role: Role
    pattern: re.Pattern[str]


# The order is the precedence. The printed form stands beside each.
_DAY = r"(?:[0-9一二三四五六七八九〇]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)"
_STAFF = (
    "责任?编辑?|编辑|编审|美编|版式|校对|组版|审读|主编|总编辑?|值班编委|编委|终审|审核|签发|制图|电子?邮?箱|电话|热线|新闻热线"
    "|投稿邮箱|E-?mail"
)
MARKS = (
    # (上接T01版) 下转第2版 上接1版
    Mark(
        "jump",
        Role.JUMP,
        re.compile(r"[(>▶]*(?:紧接|上接|下转|转接|接|转)第?[A-Z]?[0-9一二三四五六七八九十]{1,3} ?版[^。]{0,12}[)]?$"),
    ),
    # 编者按:… 开栏的话:… 编后:
    Mark(
        "editor-note",
        Role.EDITOR_NOTE,
        re.compile(r"[【(]?(?:编者按|编者的话|编后语?|编后话|开栏的话|开栏语)(?:[】):]|$)"),
    ),
    # 2024年3月8日 星期五 / 2024年3月8日 星期五 农历正月廿八 / 星期五
    Mark(
        "page-date",
        Role.OTHER,
        re.compile(
            rf"{_DAY}? *(?:星期[一二三四五六日天]|(?<=日)$)[ ,]*"
            r"(?:农历.{2,12}|第[0-9]+[期号版]|[A-Z]?[0-9]{1,2}版?)?$"
        ),
    ),
    # 第02版:要闻 / A03 版 / 03版 要闻 / T02
    Mark(
        "page-number",
        Role.OTHER,
        re.compile(
            r"(?:第 ?[A-Z]?[0-9一二三四五六七八九十]{1,3} ?版|[A-Z][0-9]{1,3} ?版?|[0-9]{1,3} ?版)"
            r"(?:[ :·/]*[^,。]{1,8})?$"
            r"|0?[0-9]{1,2}(?:[ :·/]+[^,。]{1,8})?$"
        ),
    ),
    # 责任编辑 X 美编 X 校对 X / 责编:X 组版:X / 本版编辑 X
    Mark(
        "imprint",
        Role.OTHER,
        re.compile(rf"[■□●]?(?:本版|本期|值班|一版)?(?:{_STAFF})[ :/].{{0,60}}$", re.IGNORECASE),
    ),
    # 国内统一连续出版物号 CN 37-0001 / 邮发代号 23-1 / 第12345期 / 今日8版
    Mark(
        "serial",
        Role.OTHER,
        re.compile(
            r"(?:国内统一(?:连续出版物号|刊号)|邮发代号|总第[0-9]+期|第[0-9]{3,6}期|今日[0-9]{1,2}版|http|www\.).{0,60}$"
        ),
    ),
)


def marked(text: str) -> Mark | None:
    """Return the first rule that knows the line, or None."""
    return next((mark for mark in MARKS if mark.pattern.match(text)), None)


# What a caption says: 图为…现场 / (右二) / 正在… / 上图
_SHOWN = re.compile(r"图为|[上下左右]图|图[0-9①-⑳一二三四]|[(][左右前后中一二三四五六七八九十]{1,3}[)]|正在|资料图")
# 日前,志愿者在…、5月17日上午,…、这是…的场景: how a caption begins, and no line in the middle of a sentence
_BEGINS = re.compile(r"(?:近日|日前|连日来|[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午)?),|这是|图为|[上下左右]图")
_LATER = re.compile(r"此外|同时|据悉|据了解|据介绍|下一步|会议|他|她|该|目前|今后")
_CAPTION = 170  # characters; a longer text with a credit under it is an article beside its picture
_STORY = 420  # with a headline of its own above it


def list_lines(lines: Sequence[Line]) -> set[int]:
    """Return the lines of printed lists: rows that touch each other, at least three of them numbered."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].gap == 0:
            end += 1
        numbered = [i for i in range(at, end) if _NUMBER.match(lines[i].text)]
        if len(numbered) >= _LIST and (end - at) <= 4 * len(numbered):
            found.update(range(numbered[0], end))
        at = end
    return found


def numbered_rows(lines: Sequence[Line]) -> set[int]:
    """Return the lines that continue a printed list, told by its numbers alone: 1. 2. 3., few short lines to each."""
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate(lines):
        label = _NUMBER.match(line.text)
        number = int(label[0].strip("().、． :")) if label else None
        if number is not None and (number == 1 or (row and number == len(row) + 1 and at - row[-1] <= _ROWS)):
            row = [at] if number == 1 else [*row, at]
            if len(row) >= _LIST and all(len(one.text) <= _ROW for one in lines[row[0] : at + 1]):
                steps = {after - one for one, after in pairwise(row)}
                last = at + (steps.pop() if len(steps) == 1 else 1)  # every row has as many lines as the others
                found.update(range(row[0] + 1, min(last, len(lines))))
    return found


_ROWS = 4  # lines of one row of a list
_ROW = 80  # characters of one line of it
_NUMBER = re.compile(r"[(]?[0-9]{1,2}[)]?[.、． :]")
_LIST = 3


def caption_of(
    credit: int, lines: Sequence[Line], looks: Sequence[Look], flows: Callable[[int, int], float]
) -> int | None:
    """Return the line of the caption that stands right above a credit; None for a stray credit."""
    at = credit - 1
    if at < 0 or looks[at].dateline or looks[at].whole is not None or marked(lines[at].text):
        return None
    text = lines[at].text
    above = at - 1
    headed = above >= 0 and looks[above].short and not looks[above].dateline
    if looks[at].short and len(text) > 30 and not looks[at].closed:
        headed = False
    if above >= 0 and not looks[above].closed and not looks[above].short and looks[above].whole is None:
        # an open line above: either this is its end, or the picture stands between two columns
        below = credit + 1
        past = flows(above, below) if below < len(lines) and not looks[below].dateline else 0.0
        goes_on = below < len(lines) and not looks[below].dateline and (past >= 1.0 or not looks[below].short)
        # a word can stand over the break by chance: then it is asked whether the line runs on behind the picture
        by_chance = bool(_BEGINS.match(text)) or past > flows(above, at)
        if len(text) > _CAPTION or (flows(above, at) >= 1.0 and not (looks[at].closed and by_chance)):
            return None
        return at if goes_on or _SHOWN.search(text) else None
    if len(text) <= _CAPTION and not _LATER.match(text):
        return at
    if headed and len(text) <= _STORY:
        return at
    return at if _SHOWN.search(text) and len(text) <= _STORY else None


def is_credit(look: Look) -> bool:
    return look.whole is Form.CREDIT
