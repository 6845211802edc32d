"""The form of an article's lines: turns of a talk, lists, articles of a law, subheads, verse, salutation."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon

_ENDS = re.compile(r"[。!?…;][”』」)]?\Z")
# 1. … / (1) … / ① … / ● … / 一、 … / (一) …
_ITEM = re.compile(r"(?:[0-9]{1,2}[.、)．](?![0-9])|\([0-9]{1,2}\)|[①-⑳●◆■★▲△○□◎•·])")
_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]{1,5}[条章节]")
# 问: … / 答: … / 记者: … / 主持人: … / 王大海: …
_ASKS = re.compile(r"(?:问|Q[0-9]{0,2}|[^\s,。:]{0,8}(?:记者|主持人|网友))\s?[0-9]{0,2}\s?[::]")
_ANSWERS = re.compile(r"(?:答|A[0-9]{0,2}|[^\s,。:“”《》]{2,12})\s?[::]")
# 各区人民政府,市政府各部门: / 同志们: / 尊敬的各位来宾:
_CALLED = re.compile(r"[^。“]{1,120}[:!]\Z")
_GREETED = re.compile("(?:你们|大家|您|你)好[!,。]")
_DAY = re.compile(r"[〇零一二三四五六七八九十0-9]{4}年[^年。]{2,8}日\Z")
_NUMBER = re.compile(r"[〔\[(]20[0-9]{2}[〕\])]\s?(?:第\s?)?[0-9]{1,4}\s?号")
_PHONE = re.compile("-(?<=[0-9]{3}-)[0-9]{3,8}")  # 0537-2345678; begins with the dash, which is found fast
_LABEL = re.compile(r"[^\s:,。]{2,10}:")
_SHOWN = re.compile(r"\((?:前排|后排)?(?:左|右|中)[一二三四五六0-9起]{0,2}\)|图为|[上下左右]图")


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
    longest: int


def _subheads(lines: Sequence[str], roles: Sequence[str]) -> int:
    found = 0
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role == "subhead":
            found += 1
        elif 0 < index < len(lines) - 1 and 3 <= len(line) <= 26 and not _ENDS.search(line):
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
    loose = [line for line in lines if len(line) < 30 and not _ENDS.search(line)]
    colons = [line for line in lines if ":" in line[:14]]
    asks = [line for line in colons if _ASKS.match(line)]
    return Shape(
        lines=len(lines),
        length=length,
        turns=sum("?" in line for line in asks),
        answered=sum(1 for line in colons if line not in asks and len(line) > 25 and _ANSWERS.match(line)),
        items=sum(1 for line in lines if _ITEM.match(line)),
        sections=sum(1 for line in lines if _SECTION.match(line)),
        articles=sum(1 for line in lines if _ARTICLE.match(line)),
        subheads=_subheads(lines, roles),
        short=sum(map(len, loose)) / max(length, 1),
        labelled=sum(1 for line in colons if len(line) < 60 and _LABEL.match(line)),
        addressed=_addressed(lines, lexicon),
        dated=any(_DAY.search(line) and len(line) < 24 for line in lines[-4:]),
        numbered=_NUMBER.search(text[:400]) is not None,
        shown=len(_SHOWN.findall(text[:600])),
        phones=len(_PHONE.findall(text[:3000])),
        questions=text.count("?"),
        longest=max(map(len, lines), default=0),
    )
