"""Headers of a text: the engine, which tries the forms of `forms.FORMS` where each may stand."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from attrs import frozen

from govnews.errors import ParseError
from govnews.headers.authors import read_author
from govnews.headers.credits import Reading, read
from govnews.headers.forms import FORMS, At, HeaderForm
from govnews.headers.header import Header
from govnews.headers.likely import likely
from govnews.headers.pieces import pieces
from govnews.headers.printed import Printed, read_office
from govnews.headers.spoken import read_spoken
from govnews.lexicon import Lexicon
from govnews.span import Passage
from govnews.text import CLOSERS, STOPS, fold
from govnews.watch import Outcome, Watch

_LONGEST = 220  # no header in brackets or on a line of its own is longer
_RUNNING = 100  # nor one after running text
_ANCHOR = r"[(\[〔【■□]|讯|电|消息|记\s?者|记者|員|员|摄|作\s?者|编|来\s?源|执笔|供[图稿]|整理|报道|采写|校对|审[核签]|新华社|[文图]\s?[/:丨|]|组成员|审校|稿源|转自|综合"
_INSIDE = re.compile(
    r"讯|电|记\s?者|記者|员|生|摄|作\s?者|编|来\s?源|执笔|供|整理|报|采写|译|社|文|图|绘|[记审校策制监]"
)
_OPENERS = "([【〔"
_OPEN, _SHUT = r"(\[〔【", r")\]〕】"
_BRACKET = re.compile(
    rf"[{_OPEN}](?P<in>[^{_OPEN}{_SHUT}\n]{{0,200}}(?:[{_OPEN}][^{_OPEN}{_SHUT}\n]{{0,60}}[{_SHUT}][^{_OPEN}{_SHUT}\n]{{0,200}}){{0,5}})(?P<shut>[{_SHUT}]|\s*$)",
    re.MULTILINE,
)
_COLUMN = re.compile(rf"\s*(?:[(【\[][^{_OPEN}{_SHUT}\n]{{1,24}}[)】\]]\s*)*")
_LOST = re.compile("�[A-Za-z]")  # 孔令�B: half of a rare character that a site lost
_SOURCE = re.compile(r"(?:文章)?来源\s*[:丨|]")
_STOP = re.compile(rf"[{re.escape(STOPS + CLOSERS)}]\s*|\s{{2,}}")
_ENDS = re.compile(
    r"(?:摄|供图|发|摄影报道|\s报道|整理|[文图]|摄影\s*\S{2,12}|图片|记\s?者.{2,60}|评论员|通讯员.{2,40}|编辑.{2,12}|作者.{2,80}|来源.{2,40}|[文图]\s?[/:].{2,40})$"
)

_PHOTO = re.compile(r"(?:[摄发图影]|摄影\s*\S{2,4})$")
_SPACE = re.compile(r"\s+")


@frozen(eq=False)
class _Compiled:
    forms: dict[At, tuple[tuple[HeaderForm, re.Pattern[str]], ...]]
    anchor: re.Pattern[str]
    head: re.Pattern[str]


def _pattern(form: HeaderForm, named: dict[str, str]) -> re.Pattern[str]:
    made = ""
    for slot in form.slots.split(" "):
        piece = named.get(slot.removesuffix("?"))
        if piece is None:
            made += slot
        else:
            made += f"(?:{piece})?" if slot.endswith("?") else piece
    return re.compile(made + form.follows)


@lru_cache(maxsize=4)
def _compiled(lexicon: Lexicon) -> _Compiled:
    named = dict(pieces(lexicon))
    made = [(form, _pattern(form, named)) for form in FORMS]
    offices = "|".join(row["surface"] for row in lexicon.rows("offices"))
    return _Compiled(
        {at: tuple((form, pattern) for form, pattern in made if at in form.at) for at in At},
        re.compile(rf"{_ANCHOR}|(?:{offices})\s"),
        re.compile(rf"(?:据|综合)?(?:{named['KNOWN']}|[^\s,。:!?\n]{{1,14}}?(?:报|网|在线|客户端|融媒|新闻|台))"),
    )


def find(
    passage: Passage,
    *,
    issued: date | None = None,
    lexicon: Lexicon,
    outlet: str | None = None,
    watch: Watch | None = None,
) -> tuple[Header, ...]:
    """Return the headers of a line, a paragraph or a text of many lines, in order; they do not overlap.

    Args:
        passage: the text, mended or not.
        issued: the day of issue, by which a day without a year is resolved.
        lexicon: the words to read by.
        outlet: the outlet of the page, which is what 本报 stands for.
        watch: told of each form that won or was refused.

    >>> line = Passage.whole("本报济宁5月18日讯(通讯员 孔令河) 日前,……")
    >>> [(header.form.value, header.text) for header in find(line, lexicon=Lexicon.default())]
    [('dateline', '本报济宁5月18日讯(通讯员 孔令河)')]

    .. versionadded:: 0.1.0
    """
    engine = _Engine(passage, _LOST.sub("��", fold(passage.text)), issued, lexicon, outlet, watch)
    return tuple(engine.headers())


def parse_header(text: str, lexicon: Lexicon) -> Header:
    """Return the one header that `text` is, whole.

    Raises:
        ParseError: where it is none, with the place at which reading stopped.

    .. versionadded:: 0.1.0
    """
    found = find(Passage.whole(text), lexicon=lexicon)
    size = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    if not found or found[0].spans[0].start != start:
        raise ParseError(text, start, "an attribution")
    end = found[0].spans[-1].end
    if end != size:
        raise ParseError(text, end, "the end of the attribution")
    return found[0]


@frozen(eq=False)
class _Engine:
    passage: Passage
    text: str
    issued: date | None
    lexicon: Lexicon
    outlet: str | None
    watch: Watch | None

    def headers(self) -> Iterator[Header]:
        compiled, at = _compiled(self.lexicon), 0
        while anchor := compiled.anchor.search(self.text, at):
            start = self.text.rfind("\n", at, anchor.start()) + 1 or at
            end = self.text.find("\n", anchor.start())
            end = len(self.text) if end < 0 else end
            yield from self._line(start, end)
            at = end + 1

    def _line(self, start: int, end: int) -> Iterator[Header]:
        start, end = self._trim(start, end)
        found = self._start(start, end)
        if found:
            yield found[0]
            start = found[1]
        elif line := self._whole(At.LINE, start, end, start, end):
            yield line
            return
        closing = list(self._brackets(start, end))
        cut = end
        for _, first, stop in reversed(closing):
            if self.text[stop:cut].strip():
                break
            cut = first
        parts = [] if found else self._parts(start, cut)
        yield from parts
        yield from (header for header, first, _ in closing if not parts or first >= cut)
        done = closing[-1][2] if closing else start
        if not parts and done < end and (last := self._end(done, end)):
            yield last

    def _parts(self, start: int, end: int) -> list[Header]:
        """Read a line of two headers, or one before brackets: 记者丨孔令河【编辑:颜承志】, 孔令河来源:新华网."""
        start, end = self._trim(start, end)
        if not 2 <= end - start <= _RUNNING:
            return []
        label = _SOURCE.search(self.text, start + 2, end)
        if not label:
            line = self._whole(At.LINE, start, end, start, end)
            return [line] if line else []
        first, last = self._trim(start, label.start())
        found = [self._whole(At.LINE, at, stop, at, stop) for at, stop in ((first, last), (label.start(), end))]
        return [header for header in found if header] if all(found) else []

    def _start(self, start: int, end: int) -> tuple[Header, int] | None:
        """Try the datelines at the start of a line, and after a column's name in brackets."""
        compiled = _compiled(self.lexicon)
        column = _COLUMN.match(self.text, start, end)
        for at in dict.fromkeys((start, column.end() if column else start)):
            if compiled.head.match(self.text, at, end):
                for form, pattern in compiled.forms[At.START]:
                    found = pattern.match(self.text, at, min(end, at + _LONGEST))
                    header = self._header(form, At.START, found, at, None, end) if found else None
                    if header:
                        return header
        return None

    def _whole(self, at: At, start: int, end: int, first: int, last: int) -> Header | None:
        """Try the forms that may be all of `start` to `end`; the header is from `first` to `last`."""
        if end - start > _LONGEST:
            return None
        for form, pattern in _compiled(self.lexicon).forms[at]:
            found = pattern.fullmatch(self.text, start, end)
            header = self._header(form, at, found, first, last, end) if found else None
            if header:
                return header[0]
        return None

    def _brackets(self, start: int, end: int) -> Iterator[tuple[Header, int, int]]:
        """Give the headers in brackets, with where they begin and end."""
        at = start
        while found := _BRACKET.search(self.text, at, end):
            at = found.end()
            inner = (found.start("in"), found.end("in"))
            inside = _INSIDE.search(self.text, *inner)
            last = found.end("shut") if found["shut"].strip() else inner[1]
            header = self._whole(At.BRACKET, *self._trim(*inner), found.start(), last) if inside else None
            if not header and self._closes(found.start(), found.end(), start, end):
                header = self._whole(At.LAST, *self._trim(*inner), found.start(), last)
            if header:
                yield header, found.start(), last

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _closes(self, first: int, last: int, start: int, end: int) -> bool:
        """Tell brackets at the end of the line that stand after a whole sentence."""
        while first > start and self.text[first - 1].isspace():
            first -= 1
        while last < end and self.text[last].isspace():
            last += 1
        before = first == start or self.text[first - 1] in STOPS + CLOSERS
        return before and (last == end or self.text[last] in _OPENERS)

    def _end(self, start: int, end: int) -> Header | None:
        """Try what stands after the last sentence: …主持会议。 本报记者 孔令河 摄."""
        low = max(start, end - _RUNNING)
        if not _ENDS.search(self.text, low, end):
            return None
        starts = [found.end() for found in _STOP.finditer(self.text, low, end)]
        if _PHOTO.search(self.text, low, end):  # …会场 本报记者 孔令河 摄: after one space
            starts += [found.end() for found in _SPACE.finditer(self.text, low, end)]
        for at in sorted(set(starts)):
            if at < end and (header := self._whole(At.END, at, end, at, end)):
                return header
        return None

    def _header(
        self, form: HeaderForm, at: At, found: re.Match[str], first: int, last: int | None, end: int
    ) -> tuple[Header, int] | None:
        groups = found.groupdict()
        stop = last if last is not None else first + len(self.text[first : found.end()].rstrip())
        reading: Reading | None = Reading()
        if form.reads == "spoken":
            spoken = read_spoken(self.text, found.end(), end, self.lexicon, groups["outlet"])
            reading, stop = spoken if spoken else (None, stop)
        elif groups.get("rest") is not None and form.reads:
            verb = read_author if form.reads == "author" else read
            reading = verb(groups["rest"].strip(), self.lexicon, groups.get("outlet"))
        elif groups.get("office"):
            reading = read_office(groups["rest"] or "", groups["office"] or "", self.lexicon)
        if (
            not reading
            or (form.shapes and reading.shape not in form.shapes)
            or not likely(form, at, reading, found, self.lexicon)
        ):
            self._tell(form, first, stop, "refused")
            return None
        self._tell(form, first, stop, "won")
        printed = Printed(self.passage, self.text, first, stop, self.issued, self.lexicon, self.outlet)
        return printed.header(form, groups, reading), stop

    def _tell(self, form: HeaderForm, start: int, end: int, outcome: Outcome) -> None:
        if self.watch:
            self.watch("headers", form.name, start, end, outcome, "" if outcome == "won" else "no credit")
