"""Where on a line a header may stand: cheap looks at the folded text, before any form is tried."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govnews.headers.signs import INSIDE, may_be_header
from govnews.lexicon import Lexicon
from govnews.pattern import later
from govnews.text import CLOSERS, STOPS

LONGEST = 220  # no header in brackets or on a line of its own is longer
RUNNING = 100  # nor one after running text
_OPENERS, _SHUTTERS = "([【〔", ")]】〕"
_MARKS = later("[([【〔)\\]】〕]")
_OPEN, _SHUT = r"(\[〔【", r")\]〕】"
_PLAIN = f"[^{_OPEN}{_SHUT}\n]"
# (作者:孔令河,系中央党校(国家行政学院)教授); and without the closing bracket at the end of a line
_BRACKET = later(
    rf"[{_OPEN}](?P<in>{_PLAIN}{{2,200}}(?:[{_OPEN}]{_PLAIN}{{0,60}}[{_SHUT}]{_PLAIN}{{0,200}}){{0,5}})"
    rf"(?P<shut>[{_SHUT}]|[ \t]*$)",
    re.MULTILINE,
)
_NAMES = later(r"[^,。:!?0-9“]{2,60}(?:(?<=[^ ][^ ]),[^,。:!?0-9“]{4,40})?")  # (孔令河 颜承志), (孔令河,汶上县检察院)
_COLUMN = later(rf"(?:[(【\[]{_PLAIN}{{1,24}}[)】\]]\s*)+")  # (抗击疫情)新华社…
_SENTENCE = later("[。!?]")
_SENT = later(r"讯|电|訊|電|消息|报道|发自|[日社网报]\s?\(")
_SOURCE = later(r"(?:文章)?来源\s*[:丨|]")
_STAFF = later(r"\s*(?:责任|本期|初审)?(?:编辑|责编|审核|校对|记者|作者)\s*[:丨|]")
_STAFF_LINE = later(r"[●■]?(?:责任|本期|本版|值班)?(?:编辑|责编|美编|校对|审核|编审|组版|初审|一审)\s*[:丨|]\s*\S")
_MOST_STAFF = 12  # words on such a line
# 2009-06-17 09:09 来源:湖北日报 点击:
_STAMP = (
    r"(?:(?:时间|发布日期)?\s*:?\s*[0-9]{4}\s?[-年./][0-9]{1,2}\s?[-月./][0-9]{1,2}日?(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|https?:\S*|(?:联系)?(?:电话|热线|邮箱|E-?mail|QQ|微信号?)\s*:?\s*[-—–0-9A-Za-z@._()]+|点击\s*:?[0-9]*|大字)"
)
_STAMP_FIRST = later(rf"[•·\s]*{_STAMP}\s+(?=(?:文章)?来源|作者)")
_STAMP_LAST = later(rf"(?:\s+{_STAMP}){{1,3}}$")
# 部分图片来源网络,侵删
_DISCLAIMER = later(
    r"\s+(?:(?:部分|本文|文中)?(?:图片|素材|内容|文字|视频|图文)(?:均?来[源自]于?|源于?)\s*:?\s*(?:互联)?网络?|如有侵权|侵权?[必即]?删)"
    r"[^。:\n]{0,30}$"
)
# 作者:编辑:孔令河, 编辑:孔令河 作者: a label with nothing after it
_EMPTY = r"(?:作者|记者|编辑|责编|责任编辑|来源|审核|校对)\s*[:丨|]\s*"
_EMPTY_FIRST = later(rf"(?:{_EMPTY})+(?={_EMPTY})")
_MARKED = later(r"\s*[■□◆●](?!.*报道)")
_REPORTED = later(r"\s*(?:本报)?(?:记\s*者|通\s*讯\s*员|实习生).{2,40}报道\s*$")
_EMPTY_LAST = later(rf"\s*{_EMPTY}$")
_STOP = later(rf"[{re.escape(STOPS + CLOSERS)}]\s*|\s{{2,}}")
# Each branch begins with a character of its own and none with a set, so that the search looks only where one stands.
_ENDS = later(
    r"(?:摄|攝|供图|发|整理|文|图|摄影\s*\S{2,12}|图片|记\s?者.{2,60}|评论员|通讯员.{2,40}|编辑.{2,12}"
    r"|作者.{2,80}|来源.{2,40}|源.{2,40}|文\s?[/:].{2,40}|图\s?[/:].{2,40}|提供|专电|特稿)$"
)
# the next look at text as printed, in either width
_LAST = later(r"者|[摄攝]|员|来源|图源|供图|提供|[专特][电稿]|发$|编辑|[文图]\s?[/:／：]|整理$|报道$")
_CLAUSE = later("[，。,；“”！？!?]")
_FIRST = later(r"[讯电訊電]|消息|报道|发自|日\s?[(（]")
_SENTENCES = later("[。！？!?]")
_OPENED = later(r"[(（【〔\[［]")
_SHUT_UP = later(r"[)）】〕\]］]")
_EITHER_SHUT = ")）】〕]］"
_SENTENCE_END = tuple("。！？!?”…，；")
# of datelines: 记者孔令河 with or without 报道, and …摄本报济南3月2日讯
_STOPPED = frozenset("。!?;,”")
_SIGNED = later("[者员/:]|编辑|来源|摄影")
_REPORTER = later("报道|者|员")
_RUN_ON = later(r"(?:[摄攝]|报道)\s?(?:本报|新华社)")
_JOINT = later(r"[摄道]\s?[^,。:]{0,30}?[讯电]")
_PHOTO = later(r"(?:[摄攝发图影]|摄影\s*\S{2,4})$")
_SENT_BY = later(rf"(?:发|供图|[摄攝])\s*\({_PLAIN}{{2,30}}\)$")  # 新华社发(孔令河摄)
_SPACE = later(r"\s+")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def any_may_stand(line: str, lexicon: Lexicon) -> bool:
    """Tell a line, as printed, that is worth a closer look: most lines of running text are not."""
    if _sends(line) or _brackets_may(line):
        return True
    if ("本报" in line or "新华社" in line) and _RUN_ON.search(line, 0, LONGEST):
        return True
    if not line.endswith(_SENTENCE_END) and _LAST.search(line, max(0, len(line) - RUNNING)):
        return True
    if len(line) > LONGEST or (_SENTENCES.search(line) and "作者" not in line):
        return False  # a line that is a header as a whole is no sentence, but for a note on the author
    return may_be_header(line, lexicon)


def _sends(line: str) -> bool:
    """Tell a line at whose start a dateline may stand."""
    stop = _CLAUSE.search(line, 2, 62)
    return _FIRST.search(line, 2, stop.start() + 2 if stop else 64) is not None


def _brackets_may(line: str) -> bool:
    """Tell a line with brackets at an end, or around what may be a credit."""
    found = _OPENED.search(line)
    if not found:
        return False
    if not line[: found.start()].strip() or line.rstrip()[-1] in _EITHER_SHUT:
        return True
    while found:
        first = found.end()
        shut = _SHUT_UP.search(line, first, first + LONGEST)
        if not shut or INSIDE.search(line, first, shut.start()):
            return True
        found = _OPENED.search(line, first)
    return False


def may_enclose(line: str, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an attribution may reach over one of some stretches: most of running text is outside of all.

    Args:
        line: the line, folded.
        places: where each stretch begins and ends, in order.
    """
    size = len(line)
    if size <= LONGEST and (not _SENTENCE.search(line) or "作者" in line or "来源" in line):
        return True
    han = size
    for start, _ in places:
        if not line[start].isdecimal():
            han = start
            break
    if han < 2 * LONGEST and han < _opened(line):
        return True  # outside of brackets a dateline has no figures in digits but its day
    if places and _MARKS.search(line, 0, places[-1][0]) and _bracketed(line, places):
        return True
    last = max([end for _, end in places], default=0)
    return last > size - RUNNING and last > _closed(line)


def _bracketed(line: str, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the places stands in brackets that may be a credit."""
    at = depth = 0
    for start, _ in places:
        for mark in _MARKS.findall(line, at, start):
            depth += 1 if mark in _OPENERS else -1
        at = start
        if depth > 1 or (depth == 1 and _credits(line, start)):
            return True
    return False


def _closed(line: str) -> int:
    """Return from where on what closes a line may be an attribution."""
    tail = line[-RUNNING:].rstrip()
    if tail[-1:] in _SHUTTERS:
        return len(line) - RUNNING
    if tail[-1:] in _STOPPED and not _SIGNED.search(tail):
        return len(line)
    return min(endings(line, 0, len(line)), default=len(line))


def _opened(line: str) -> int:
    """Return up to where a dateline may reach, brackets left out."""
    if line.lstrip()[:1] in _OPENERS:
        return 2 * LONGEST
    reaches = [0]
    if _sends(line) or line.find("(", 0, 60) >= 0:
        reaches += (found.end() for found in _SENT.finditer(line, 0, 60))
        reaches += (found.end() + 16 for found in _REPORTER.finditer(line, 0, 120))
    if joint := _JOINT.search(line, 0, LONGEST):
        reaches.append(joint.end())
    return max(reaches)


def _credits(line: str, at: int) -> bool:
    """Tell whether the brackets around a place may be a credit."""
    first = max(line.rfind(mark, max(0, at - LONGEST), at) for mark in _OPENERS) + 1
    ends = [end for mark in _SHUTTERS if (end := line.find(mark, at, at + LONGEST)) >= 0]
    last = min(ends, default=min(len(line), at + LONGEST))
    return bool(INSIDE.search(line, first, last) or _NAMES.fullmatch(line[first:last].strip()))


def runs_on(line: str, under: str) -> bool:
    """Tell a byline that two lines print: □记 者 孔令河, and 通讯员 颜承志 报道 under it."""
    return len(line) + len(under) < 60 and bool(_MARKED.match(line) and _REPORTED.match(under))


def openings(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places where a dateline may begin: the line's start, and after a column's name in brackets."""
    column = _COLUMN.match(text, start, end)
    for at in (start, column.end()) if column else (start,):
        if _SENT.search(text, at, min(end, at + 60)):
            yield at


def may_be_whole(text: str, start: int, end: int) -> bool:
    """Tell a line that may be a header as a whole: short, and no sentence but in a note on the author."""
    if not 2 <= end - start <= LONGEST:
        return False
    return not _SENTENCE.search(text, start, end) or text.find("作者", start, end) >= 0


def filled(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line without the time of a web page, and labels that have nothing after them, at its edges."""
    if not 2 <= end - start <= RUNNING:
        return start, end
    if stamp := _STAMP_FIRST.match(text, start, end):
        start = stamp.end()
    for note in (_DISCLAIMER, _STAMP_LAST):
        if found := note.search(text, start + 2, end):
            end = found.start()
    first = _EMPTY_FIRST.match(text, start, end)
    start = first.end() if first else start
    last = _EMPTY_LAST.search(text, start + 2, end)
    return start, last.start() if last else end


def staffed(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places before the end where a line of staff may stop, the last first: 编辑:孔令河 联系我们."""
    if end - start <= RUNNING and _STAFF_LINE.match(text, start, end):
        yield from reversed([found.start() for found in _SPACE.finditer(text, start + 5, end)][:_MOST_STAFF])


def segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of a line that has a source among others: 孔令河 来源:新华网 编辑:颜承志."""
    source = _SOURCE.search(text, start, end)
    if not source:
        return [(start, end)]
    staff = _STAFF.search(text, source.end() + 2, end)
    edges = [start, source.start(), staff.start() if staff else end, end]
    return [piece for piece in pairwise(edges) if piece[0] < piece[1]]


def brackets(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], tuple[int, int], int]]:
    """Give the brackets of a line: the match, the stretch within, and the end of the header that it may be."""
    at = start
    while found := _BRACKET.search(text, at, end):
        at = found.end()
        yield found, trim(text, *found.span("in")), found.end("shut") if found["shut"].strip() else found.end("in")


def closes(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Tell brackets of names at the end of the line that stand after a whole sentence."""
    first, last = found.start(), found.end()
    while last < end and text[last].isspace():
        last += 1
    if last < end and text[last] not in _OPENERS:
        return False
    while first > start and text[first - 1].isspace():
        first -= 1
    return (first == start or text[first - 1] in STOPS + CLOSERS) and bool(_NAMES.fullmatch(text, *found.span("in")))


def sent_by(text: str, start: int, end: int) -> bool:
    """Tell a line that ends with an agency's photograph and the photographer in brackets."""
    return _sent_by(text, max(start, end - RUNNING), end)


def _sent_by(text: str, low: int, end: int) -> bool:
    return text.endswith(")", low, end) and _SENT_BY.search(text, low, end) is not None


def _reported(text: str, low: int, end: int) -> bool:
    """Tell 报道 after a space at the end."""
    return text.endswith("报道", low, end) and end - 3 >= low and text[end - 3].isspace()


def endings(text: str, start: int, end: int) -> list[int]:
    """Return the places where a header may begin that ends the line: …主持会议。 本报记者 孔令河 摄."""
    low = max(start, end - RUNNING)
    if not _ENDS.search(text, low, end) and not _reported(text, low, end) and not _sent_by(text, low, end):
        return []
    starts = {found.end() for found in _STOP.finditer(text, low, end)}
    if _PHOTO.search(text, low, end):  # …会场 本报记者 孔令河 摄: after one space
        starts |= {found.end() for found in _SPACE.finditer(text, low, end)}
    return sorted(at for at in starts if at < end)
