"""People named in a dateline without brackets: 本报长沙1月10日电记者孔令河报道:, 本报讯记者孔令河从市水务局获悉."""

import re

from govnews.headers.credits import Reading, read
from govnews.headers.marks import marks_of
from govnews.headers.people import LETTER, is_name, names_of
from govnews.lexicon import Lexicon
from govnews.pattern import later

_REPORT = later(r"(?P<rest>[^。:!?()\n]{3,100}?)报道(?=[\s:,。]|$|.)")
_RUN = later(rf"\s*(?P<run>[{LETTER}](?:\s{{1,3}}[{LETTER}](?![{LETTER}])|[{LETTER}·]*))")
# what a sentence goes on with after a name that nothing sets apart
_ON = later("从|在|日前|近日|今[天日]|昨[天日]|获悉|了解|来到|走进|前往|采访|获知|[0-9]")


def read_spoken(text: str, at: int, end: int, lexicon: Lexicon, outlet: str) -> tuple[Reading, int] | None:
    """Return the people named from `at` on, and where that ends: at 报道, else after the last name."""
    first = marks_of(lexicon).role.match(text, at, end)
    if not first:
        return _names_only(text, at, end, lexicon, outlet)
    report = _REPORT.match(text, at, end)
    if report:
        reading = read(report["rest"], lexicon, outlet)
        if reading and reading.shape == "role":
            return reading, report.end()
    stop = _people(text, first.end(), end, lexicon)
    while stop and (more := marks_of(lexicon).role.match(text, _skip(text, stop, end), end)):
        later = _people(text, more.end(), end, lexicon)
        if not later:
            break
        stop = later
    reading = read(text[at:stop], lexicon, outlet) if stop else None
    return (reading, stop) if reading and stop else None


def _names_only(text: str, at: int, end: int, lexicon: Lexicon, outlet: str) -> tuple[Reading, int] | None:
    """本报讯 孔令河 颜承志报道: the names alone, which only 报道 and the colon make plain."""
    report = re.compile(rf"(?P<rest>[{LETTER}、 ]{{2,24}}?)报道(?=\s*:)").match(text, at, end)
    reading = read(report["rest"], lexicon, outlet) if report else None
    return (reading, report.end()) if report and reading and reading.sure else None


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t、,/":
        at += 1
    return at


def _people(text: str, at: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where the names end that begin at `at`; None where none does."""
    names, stop = names_of(lexicon), None
    while found := _RUN.match(text, _skip(text, at, end) if stop is None else at, end):
        run = found["run"]
        bare = re.sub(r"\s", "", run)
        inner = marks_of(lexicon).inner.search(text, found.start("run"), min(end, found.end() + 12))
        if inner and found.start("run") < inner.start() < found.end():  # 孔令河通讯员颜承志
            bare = text[found.start("run") : inner.start()]
            return inner.start() if len(bare) <= 4 and is_name(bare, names) else stop
        if len(bare) <= 4 and is_name(bare, names) and _apart(text, found.end(), end, first=stop is None):
            stop = found.end()
            if text[stop : stop + 1] == "、":
                at = stop + 1
                continue
            at = stop
            if text[at : at + 1] != " ":
                return stop
            continue
        for size in (3, 2, 4):
            if size < len(run) and run[size - 1] not in "从在" and is_name(run[:size], names) and _ON.match(run, size):
                return found.start("run") + size
        return stop
    return stop


def _apart(text: str, at: int, end: int, *, first: bool) -> bool:
    """Tell whether a name ends at `at`: a space, a mark, a figure or the end of the line follows."""
    return at >= end or text[at] in " \t、" or (first and text[at] in ",:(“") or (first and text[at].isdigit())
