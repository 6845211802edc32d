"""The form of an article's lines: turns of a talk, lists, articles of a law, subheads, verse, salutation."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.pattern import later

_STOPS = frozenset("。!?…;")
_CLOSERS = frozenset("”』」)")
# 1. … / (1) … / ① … / ● … / 一、 … / (一) …
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳●◆■★▲△○□◎•·"
_OPENED = later(
    rf"(?P<item>[0-9]{{1,2}}[.、)．](?![0-9])|\([0-9]{{1,2}}\)|[{_MARKS}])"
    r"|(?P<section>[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))"
    r"|(?P<article>第[一二三四五六七八九十百]{1,5}[条章节])"
)
_OPENS = frozenset(f"0123456789(一二三四五六七八九十第{_MARKS}")
# 问: … / 答: … / 记者: … / 主持人: … / 王大海: …
_ASKS = later(r"(?:[0-9]{1,2}[.、]\s?)?(?:问|Q[0-9]{0,2}|[^\s,。:]{0,8}(?:记者|主持人|网友))\s?[0-9]{0,2}\s?[::]")
_ANSWERS = later(r"(?:答|A[0-9]{0,2}|[^\s,。:“”《》]{2,12})\s?[::]")
# 各区人民政府,市政府各部门: / 同志们: / 尊敬的各位来宾:
_CALLED = later(r"[^。“]{1,120}[:!]\Z")
_GREETED = later("(?:你们|大家|您|你)好[!,。]")
_DAY = later(r"[〇零一二三四五六七八九十0-9]{4}年[^年。]{2,8}日\Z")
_TIMED = later("[0-9一二三四五六七八九十]日|[昨今][天日]|日前|近日|[昨今前][早晚]|年来|以来|前天|眼下")
# 本报讯(记者 …) “… / 上午9点,谢阿婆来到 …: the hour of the day and what is done, not 6日上午,会议在 … 召开
_SENT = later(r"[^。“”]{0,30}?[讯电](?:\([^()]{0,40}\))?\s*|[^。“”]{0,16}消息(?:\([^()]{0,20}\))?[:,]?\s*")
_HOUR = later(
    "清[晨早]|一大?早|凌晨|[早晚]上|[上下]午[0-9一二三四五六七八九十]{1,3}[点时]|中午|傍晚|黄昏|深夜|夜里|午后|夜幕|烈日|寒风"
)
_DONE = later("[来走][到进出]|赶到|忙着|坐在|站在|推开|只见|拿着|拎着|背着|正在|提着|热气|笑|映入|迎来")
_NUMBER = later(r"[〔\[(]20[0-9]{2}[〕\])]\s?(?:第\s?)?[0-9]{1,4}\s?号")
_PHONE = later("-(?<=[0-9]{3}-)[0-9]{3,8}")  # 0537-2345678; begins with the dash, which is found fast
_SIGNED = 24  # characters that a line at the foot with office and day has at most
_HEAD = 600  # characters that tell a text of Chinese
_SCENE = 130  # characters of a lead
_TEXT = 30  # characters from which a line is text
_CAPTION = 400  # characters that a caption has at most
_COUNTED = ("no paragraph", "one paragraph", "two paragraphs", "three paragraphs", "four paragraphs", "five paragraphs")
_LABEL = later(r"[^\s:,。]{2,10}:")
_SHOWN = later(r"\((?:前排|后排)?(?:左|右|中)[一二三四五六0-9起]{0,2}\)|图为|[上下左右]图")


@frozen(kw_only=True)
class Shape:
    """What the lines of the body are; shares are of all lines, 0 to 1, others are counts.

    Attributes:
        lines: lines that count.
        length: characters without spaces.
        turns: questions asked in a line of their own, with who asks.
        answered: lines that open with a name or 答 and a colon.
        items, sections, articles: lines that open so.
        subheads: short lines without a stop between long ones.
        short: the share of characters in lines under 30 without a stop.
        labelled: lines such as 牵头单位:… .
        addressed: 2 where the text opens with whom it speaks to, 1 where with whom it is sent to, else 0.
        dated: a day alone on one of the last lines.
        numbered: a document number.
        shown: 图为, (左二).
        phones: telephone numbers.
        questions: question marks.
        timed: the lead says when: 6月3日, 昨天, 近日.
        scene: the text opens with what somebody says, or with an hour of the day and what is done in it.
        foreign: the share of ASCII in the head of the text, folded, 0 to 1: letters, digits, stops.
        longest: characters of the longest line.
    """

    lines: int
    length: int
    turns: int
    answered: int
    items: int
    sections: int
    articles: int
    subheads: int
    short: float
    labelled: int
    addressed: int
    dated: bool
    numbered: bool
    shown: int
    phones: int
    questions: int
    timed: bool
    scene: bool
    foreign: float
    longest: int

    @property
    def size(self) -> str:
        """For the reader: `two paragraphs, 180 characters`."""
        paragraphs = _COUNTED[self.lines] if self.lines < len(_COUNTED) else f"{self.lines} paragraphs"
        return f"{paragraphs}, {self.length} characters"


def is_day(line: str) -> bool:
    """Tell a line that is a day, or an office and a day: 临河市人民政府 2023年6月3日."""
    return len(line) < _SIGNED and _DAY.search(line) is not None


def _opens_with_scene(text: str) -> bool:
    lead = text[:_SCENE]
    dateline = _SENT.match(lead)
    start = dateline.end() if dateline else 0
    return lead.startswith("“", start) or (
        _HOUR.search(lead, start) is not None and _DONE.search(lead, start) is not None
    )


def columns(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the short lines over the text, which name its column: ■来论, 【光明时评】, (望海楼)."""
    return tuple(line for line in lines[:2] if not _stopped(line) and len(line) < (_SIGNED if line[0] == "【" else 12))


def _stopped(line: str) -> bool:
    """Tell whether a line ends in a stop, a closing mark after it or not."""
    last = line[-1:]
    return last in _STOPS or (last in _CLOSERS and line[-2:-1] in _STOPS)


def _subheads(lines: Sequence[str], roles: Sequence[str]) -> int:
    found = 0
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role == "subhead":
            found += len(lines[index + 1]) > _TEXT if index < len(lines) - 1 else 0  # not the source's name at the foot
        elif 0 < index < len(lines) - 1 and 3 <= len(line) <= 26 and not _stopped(line):
            # what follows a subhead is text, not the next row of a list
            found += len(lines[index + 1]) > 50 and ":" not in line
    return found


@lru_cache(maxsize=4)
def _addressees(lexicon: Lexicon, fact: str) -> tuple[str, ...]:
    rows = lexicon.rows("kind_words")
    return tuple(r["surface"] for r in rows if r["where"] == "salutation" and r["fact"] == fact)


def _addressed(lines: Sequence[str], lexicon: Lexicon) -> int:
    for line in lines[:4]:
        if _GREETED.match(line):
            return 2
        if _CALLED.match(line):
            if len(line) < 30 and any(word in line for word in _addressees(lexicon, "people")):
                return 2
            if len(line) > 4 and line.endswith(":") and any(word in line for word in _addressees(lexicon, "bodies")):
                return 1
    return 0


def measure(lines: Sequence[str], roles: Sequence[str], lexicon: Lexicon) -> Shape:
    """Return the form of `lines`, which are folded, stripped and not empty, each with its role."""
    text = "\n".join(lines)
    length = sum(len(line) - line.count(" ") for line in lines)
    loose = [line for line in lines if len(line) < 30 and not _stopped(line)]
    colons = [line for line in lines if ":" in line[:14]]
    asks = [line for line in colons if _ASKS.match(line)]
    opened = Counter(found.lastgroup for line in lines if line[0] in _OPENS and (found := _OPENED.match(line)))
    return Shape(
        lines=len(lines),
        length=length,
        turns=sum("?" in line for line in asks),
        answered=sum(1 for line in colons if line not in asks and len(line) > 25 and _ANSWERS.match(line)),
        items=opened["item"],
        sections=opened["section"],
        articles=opened["article"],
        subheads=_subheads(lines, roles),
        short=sum(map(len, loose)) / max(length, 1),
        labelled=sum(1 for line in colons if len(line) < 60 and _LABEL.match(line)),
        addressed=_addressed(lines, lexicon),
        dated=any(is_day(line) for line in lines[-4:]),
        numbered=_NUMBER.search(text[:400]) is not None,
        shown=len(_SHOWN.findall(text)) if length < _CAPTION else 0,
        phones=len(_PHONE.findall(text[:3000])),
        questions=text.count("?"),
        scene=_opens_with_scene(text),
        timed=_TIMED.search(text, 0, 120) is not None,
        foreign=len(text[:_HEAD].encode("ascii", "ignore")) / max(len(text[:_HEAD]), 1),
        longest=max(map(len, lines), default=0),
    )
