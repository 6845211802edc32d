"""An article as a division of TEI: heads, attributions, paragraphs, sections under subheads, pictures.

A division of TEI has heads and bylines at its top, then its text, then bylines at its foot; what stands elsewhere is an
anonymous block (ab) of its role. Attributions that open the text are lifted before its first paragraph, which keeps the
order of the characters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import field, frozen

from govnews.export.credited import genre_uri
from govnews.export.markup import Element
from govnews.export.running import Placed, Running, passage_of, running_of
from govnews.export.tei_marks import Content, marked, marks_of, places
from govnews.headers.header import Form, Header
from govnews.layout.draft import Role
from govnews.model import Article, Block

_HEADS = {Role.RUBRIC: "rubric", Role.KICKER: "kicker", Role.HEADLINE: "main", Role.DECK: "deck"}
_BESIDE = frozenset((Role.EDITOR_NOTE, Role.JUMP, Role.CAPTION))  # may stand anywhere in a division
_SIGNED = frozenset((Role.BYLINE, Role.CREDIT))
_LIFTED = {Form.DATELINE: "dateline", Form.BYLINE: "byline"}
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_.-]*")


@frozen
class Standing:
    """A block, and where in the running text it stands."""

    block: Block
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.block.text)


@frozen
class Writer:
    """Writes blocks with what is placed in them."""

    read: Running
    starts: list[int] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.starts.extend(one.start for one in self.read.placed)

    def placed(self, start: int, end: int) -> list[Placed]:
        """Return what lies in a stretch of the running text, whole."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [one for one in self.read.placed[first:last] if one.end <= end]

    def content(self, start: int, end: int, bare: Header | None = None) -> Content:
        """Return a stretch of the running text with its elements."""
        return marked(self.read.text, start, end, marks_of(self.read.text, self.placed(start, end), bare))

    def opening(self, one: Standing) -> Placed | None:
        """Return the attribution with which a block begins."""
        found = (it for it in self.placed(one.start, one.end) if isinstance(it.thing, Header))
        first = next(found, None)
        return None if first is None or self.read.text[one.start : first.start].strip() else first

    def whole(self, name: str, one: Standing, **attributes: str | None) -> Element:
        """Return a block as an element; an attribution that is all of it needs none of its own."""
        first = self.opening(one)
        alone = first is not None and not self.read.text[first.end : one.end].strip()
        bare = first.thing if first is not None and alone and isinstance(first.thing, Header) else None
        kept = {**attributes, "n": places(one.block.spans)}
        return Element(name, kept, self.content(one.start, one.end, bare))


def division(article: Article, names: set[str], before: str = "") -> Element:
    """Return the division of an article; `before` and its id are its `xml:id`, where XML allows that and it is new."""
    name = f"{before}{article.id}" if _NAME.fullmatch(article.id) and article.id not in names else None
    names.add(article.id)
    read = running_of(article)
    standing = [Standing(block, start) for block, start in zip(article.blocks, read.starts, strict=True)]
    sections = list(_sections(standing))
    writer = Writer(read)
    within: list[Element | str] = []
    if article.rubric is not None:
        within.append(Element("head", {"type": "rubric"}, [article.rubric]))
    within += _written(writer, sections[0], foot=len(sections) == 1)
    for section in sections[1:]:
        within.append(Element("div", {"type": "section"}, list(_written(writer, section, foot=True)), apart=True))
    about = {
        "type": "article",
        "subtype": article.kind.label.value,
        "ana": genre_uri(article),
        "xml:id": name,
    }
    return Element("div", about, within, apart=True)


def _sections(standing: Sequence[Standing]) -> Iterator[list[Standing]]:
    """Yield what stands before the first subhead, then each subhead with what stands under it."""
    cuts = [at for at, one in enumerate(standing) if one.block.role is Role.SUBHEAD]
    for first, last in zip([0, *cuts], [*cuts, len(standing)], strict=True):
        yield list(standing[first:last])


def _written(writer: Writer, section: Sequence[Standing], *, foot: bool) -> Iterator[Element]:
    """Yield the elements of a section; `foot`: what signs it may stand at its foot, since no section is within it."""
    first = next((at for at, one in enumerate(section) if _is_text(one.block.role)), len(section))
    # a headline below the text is a block of it
    blocks = (at for at in range(first, len(section)) if _is_text(section[at].block.role, *_HEADS))
    last = max(blocks, default=first)
    in_figure = False
    for items, group in groupby(enumerate(section), key=lambda it: it[1].block.role is Role.ITEM):
        if items:
            rows = [writer.whole("item", one) for _, one in group]
            yield Element("list", {}, rows, apart=True)
            in_figure = False
            continue
        for at, one in group:
            if in_figure and one.block.role is Role.CREDIT:
                continue  # stands in its figure
            in_figure = one.block.role is Role.CAPTION
            if in_figure:
                yield _figure(writer, section[at:])
            else:
                yield from _one(writer, one, top=at <= first, within=first < at and not (foot and at > last))


def _is_text(role: Role, *more: Role) -> bool:
    return role in more or not (role in _HEADS or role in _BESIDE or role in _SIGNED or role is Role.SUBHEAD)


def _one(writer: Writer, one: Standing, *, top: bool, within: bool) -> Iterator[Element]:
    """Yield the elements of a block; `top`: no text of its section is before it, `within`: some is on both sides."""
    role = one.block.role
    if role is Role.SUBHEAD:
        yield writer.whole("head", one, type="sub")
    elif role in _HEADS:
        yield writer.whole("head", one, type=_HEADS[role]) if top else writer.whole("ab", one, type=role.value)
    elif role in _SIGNED:
        yield writer.whole("ab", one, type=role.value) if within else writer.whole("byline", one)
    elif role is Role.EDITOR_NOTE:
        yield writer.whole("note", one, type="editor-note")
    elif role is Role.JUMP:
        yield writer.whole("fw", one, type="jump")
    elif role is Role.OTHER:
        yield writer.whole("ab", one, type="other")
    else:
        yield from _paragraph(writer, one, lift=top)


def _paragraph(writer: Writer, one: Standing, *, lift: bool) -> Iterator[Element]:
    first = writer.opening(one) if lift else None
    if first is None or not isinstance(first.thing, Header) or first.thing.form not in _LIFTED:
        yield Element("p", {"n": places(one.block.spans)}, writer.content(one.start, one.end))
        return
    header = first.thing
    yield Element(_LIFTED[header.form], {"n": places(header.spans)}, writer.content(one.start, first.end, header))
    text = writer.read.text[first.end : one.end]
    start = first.end + len(text) - len(text.lstrip())
    if start < one.end:
        rest = passage_of(one.block).spans(start - one.start, len(one.block.text))
        yield Element("p", {"n": places(rest)}, writer.content(start, one.end))


def _figure(writer: Writer, standing: Sequence[Standing]) -> Element:
    """Return a caption with the credits that follow it."""
    within = [writer.whole("p", standing[0])]
    for one in standing[1:]:
        if one.block.role is not Role.CREDIT:
            break
        within.append(writer.whole("byline", one))
    return Element("figure", {}, within, apart=True)
