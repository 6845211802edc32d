"""The verb of room 1: page text to drafts of articles, every printed line in exactly one block."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, zip_longest

from attrs import evolve, field, frozen

from govnews.headers.header import Form
from govnews.layout.affinity import Affinity
from govnews.layout.chunk import Cut
from govnews.layout.columns import feet
from govnews.layout.desk import Desk
from govnews.layout.doubts import LISTED, Doubts, Joint, confidence, joint
from govnews.layout.draft import Doubt, Draft, DraftBlock, PageDraft, Role
from govnews.layout.evidence import Sheet
from govnews.layout.flow import flow
from govnews.layout.heads import head_roles
from govnews.layout.lines import Line, printed_lines
from govnews.layout.looks import Look, ReadHeaders, look_at
from govnews.layout.marks import Mark, caption_of, is_credit, list_lines, marked
from govnews.layout.parse import parse
from govnews.layout.unwrap import spaced, unwrapped
from govnews.layout.weights import Part
from govnews.lexicon import Lexicon


def draft_page(page: str, read_headers: ReadHeaders, lexicon: Lexicon) -> PageDraft:
    """Return the articles of a page as drafts, and its furniture; no article runs over a form feed.

    Args:
        page: the text of one page, any `str`.
        read_headers: room 2's verb for one printed line.
        lexicon: the words.
    """
    sheets = draft_sheets(page, read_headers, lexicon)
    return PageDraft(
        tuple(draft for sheet in sheets for draft in sheet.articles),
        tuple(block for sheet in sheets for block in sheet.furniture),
        tuple(doubt for sheet in sheets for doubt in sheet.doubts),
    )


def draft_sheets(text: str, read_headers: ReadHeaders, lexicon: Lexicon) -> list[PageDraft]:
    """Return the draft of each page of a text in which form feeds part the pages, the spans in the whole text.

    What follows the last form feed is a page only where it shows something.
    """
    sheets: list[list[Line]] = [[]]
    for line in printed_lines(text):
        sheets.extend([] for _ in range(line.sheet + 1 - len(sheets)))
        sheet = sheets[line.sheet]
        sheet.append(line if sheet else evolve(line, gap=0))  # what is blank at a page's head parts it from nothing
    sheets.extend([] for _ in range(text.count("\f") - len(sheets)))
    found = []
    for printed in sheets:
        lines = spaced(unwrapped(printed, read_headers))
        found.append(Sorter(lines, read_headers, lexicon).drafts() if lines else PageDraft((), ()))
    return found


def draft_article(text: str, read_headers: ReadHeaders, lexicon: Lexicon, *, headed: bool) -> Draft:
    """Return the draft of a text that is one article and nothing else.

    Args:
        text: the text of the article, any `str`.
        read_headers: room 2's verb for one printed line.
        lexicon: the words.
        headed: the headline is known and stands apart; else the short lines at the head of the text are it.
    """
    lines = unwrapped(printed_lines(text), read_headers)
    if not lines:
        return Draft((), None, "article")
    return Sorter(lines, read_headers, lexicon).one(headed=headed)


@frozen
class Sorter:
    """The lines of one page while they are sorted."""

    lines: Sequence[Line]
    read_headers: ReadHeaders
    lexicon: Lexicon
    looks: list[Look] = field(init=False)
    marks: list[Mark | None] = field(init=False)
    listed: set[int] = field(init=False)
    doubts: list[Doubt] = field(factory=list, init=False)  # those of the joins, as they are met

    def __attrs_post_init__(self) -> None:
        listed = list_lines(self.lines)
        looks = [look_at(line, self.read_headers) for line in self.lines]
        for at in listed:
            looks[at] = evolve(looks[at], short=False, closed=True, label=True)
        marks = [marked(line.text) for line in self.lines]
        for at, mark in enumerate(marks):
            if mark is not None and mark.role is Role.JUMP:
                looks[at] = evolve(looks[at], short=False, closed=True, from_page="接" in self.lines[at].text)
        object.__setattr__(self, "listed", listed)
        object.__setattr__(self, "looks", looks)
        object.__setattr__(self, "marks", marks)

    # -- what says by itself what it is -----------------------------------------------------------------------------
    def aside(self) -> tuple[list[DraftBlock], list[Draft], set[int]]:
        """Return furniture, articles that stand apart (photographs, notes), and the lines that they take."""
        furniture: list[DraftBlock] = []
        apart: list[Draft] = []
        taken: set[int] = set()
        for at, (line, look) in enumerate(zip(self.lines, self.looks, strict=True)):
            mark = self.marks[at]
            if is_credit(look):
                caption = caption_of(at, self.lines, self.looks, self._flow)
                block = DraftBlock(Role.CREDIT, line.pieces)
                if caption is None or caption in taken:
                    furniture.append(block)
                else:
                    head = self._photo_head(caption, taken)
                    blocks = (*head, DraftBlock(Role.CAPTION, self.lines[caption].pieces), block)
                    apart.append(Draft(blocks, None, "photo", confidence("photo", 0.0, self.lexicon)))
                    taken.update(range(caption - len(head), at))
                taken.add(at)
            elif mark is not None and mark.role is Role.OTHER:
                furniture.append(DraftBlock(Role.OTHER, line.pieces))
                taken.add(at)
            elif mark is not None and mark.role is Role.EDITOR_NOTE and self._stands_alone(at):
                note = (DraftBlock(Role.EDITOR_NOTE, line.pieces),)
                apart.append(Draft(note, None, "editor-note", confidence("note", 0.0, self.lexicon)))
                taken.add(at)
        return furniture, apart, taken

    def _photo_head(self, caption: int, taken: set[int]) -> list[DraftBlock]:
        """Return the headline right above a caption, where the caption is too long to be one alone."""
        above = caption - 1
        if above < 0 or above in taken or not self.looks[above].short or self.marks[above]:
            return []
        if self.lines[above].text[-1] in ",、" or len(self.lines[caption].text) < _HEADED:
            return []
        return [DraftBlock(Role.HEADLINE, self.lines[above].pieces)]

    def _stands_alone(self, note: int) -> bool:
        """Tell whether an editor's note serves several articles: a headline follows it, not a body."""
        return note + 1 < len(self.lines) and self.looks[note + 1].short

    def _flow(self, before: int, after: int) -> float:
        return flow(self.lines[before].text, self.lines[after].text)

    # -- the parse ----------------------------------------------------------------------------------------------------
    def sheet(self, taken: Collection[int]) -> tuple[list[int], Sheet]:
        """Return the lines that are not taken, and what is asked of them."""
        kept = [at for at in range(len(self.lines)) if at not in taken]
        lines = [self.lines[at] for at in kept]
        aside = [at > 0 and at - 1 in taken for at in kept]
        affinity = Affinity([line.text for line in lines], self.lexicon)
        return kept, Sheet(lines, [self.looks[at] for at in kept], aside, affinity, self.lexicon)

    def drafts(self) -> PageDraft:
        furniture, articles, taken = self.aside()
        kept, sheet = self.sheet(taken)
        if kept:
            cuts, desk, tried = parse(sheet)
            found = Doubts(sheet, cuts, desk, tried)
            rubrics: list[int] = []
            for cut in cuts:
                furniture.extend(DraftBlock(Role.RUBRIC, sheet.lines[at].pieces, found.role(at)) for at in cut.rubrics)
                rubrics.extend(at for at in cut.rubrics if not any(sheet.aside[at + 1 : at + 2]))
                if cut.heads or cut.body:
                    articles.append(self._article(cut._replace(rubrics=rubrics), kept, desk, found))
                    rubrics = []
            self.doubts.extend(found.listed())
        articles = [draft for draft in articles if draft.blocks]
        articles.sort(key=lambda draft: min(piece.start for block in draft.blocks for piece in block.pieces))
        furniture.sort(key=lambda block: block.pieces[0].start)
        doubts = sorted(self.doubts, key=lambda doubt: doubt.spans[0].start)
        return PageDraft(tuple(articles), tuple(furniture), tuple(doubts))

    def one(self, *, headed: bool) -> Draft:
        """Return all lines as one article."""
        everything, sheet = self.sheet(())
        neck = 0
        while not headed and neck < len(self.lines) - 1 and neck < _HEAD_LINES and self.looks[neck].short:
            neck += 1
        first = neck
        while neck and first < len(self.lines) and self.looks[first].whole is Form.BYLINE:
            first += 1
        cut = Cut((), tuple(everything[:first]), tuple(everything[first:]), "article")
        return self._article(cut, everything, Desk.of(sheet))

    def _article(self, cut: Cut, kept: Sequence[int], desk: Desk, found: Doubts | None = None) -> Draft:
        heads = [kept[at] for at in cut.heads]
        shown = [at for at in heads if self.looks[at].short]
        roles = dict(zip(shown, head_roles([self.lines[at] for at in shown]), strict=True))
        roles |= {at: Role.JUMP if self.looks[at].from_page else Role.BYLINE for at in heads if at not in roles}
        blocks = [
            DraftBlock(roles[at], self.lines[at].pieces, found.role(line) if found else 1.0)
            for line, at in zip(cut.heads, heads, strict=True)
        ]
        blocks.extend(self._body(cut.body, kept, desk, found))
        rubric = " ".join(self.lines[kept[at]].text for at in cut.rubrics) or None
        if found is None:
            return Draft(tuple(blocks), rubric, cut.rule)
        return Draft(tuple(blocks), rubric, cut.rule, found.article(cut), found.borders(cut), found.attachment(cut))

    def _role(self, at: int, odds: Part | None) -> Role:
        mark = self.marks[at]
        if mark is not None:
            return mark.role
        if is_credit(self.looks[at]):
            return Role.CREDIT
        if self.looks[at].whole in (Form.BYLINE, Form.TAIL, Form.DATELINE):
            return Role.BYLINE if self.looks[at].whole is not Form.DATELINE else Role.PARAGRAPH
        if at in self.listed:
            return Role.ITEM
        if odds is Part.BODY and _SECTION.match(self.lines[at].text) and self.lines[at].text[-1] not in ",、;:":
            return Role.SUBHEAD
        return Role.SUBHEAD if odds is Part.SUBHEAD else Role.PARAGRAPH

    def _body(self, body: Iterable[int], kept: Sequence[int], desk: Desk, found: Doubts | None) -> list[DraftBlock]:
        """Return the body's blocks, broken paragraphs mended."""
        blocks: list[DraftBlock] = []
        last: int | None = None
        lines = list(body)
        ends = [nth for nth, (one, other) in enumerate(pairwise(lines)) if self._broken_off(kept[one], kept[other])]
        found_feet = feet([len(self.lines[kept[line]].text) for line in lines], ends)
        foot = {kept[lines[nth]]: desk.prior["foot of a column"] * worth for nth, worth in found_feet.items()}
        for line, after in zip_longest(lines, lines[1:]):
            at = kept[line]
            odds = desk.short.get(line)
            part = desk.inside_part(line) if odds else None
            # 教练由体育老师兼任,每天 / 下午放学后练一个半小时。
            if odds and part is Part.SUBHEAD and after is not None and after not in desk.short:
                against = _CUT_SHORT * (odds[Part.SUBHEAD] - odds[Part.BODY]) - foot.get(at, 0.0)
                goes_on = self._broken_off(at, kept[after]) and desk.sheet.join_worth(line, after) > against
                part = Part.BODY if goes_on else part
            role = self._role(at, part)
            block = DraftBlock(role, self.lines[at].pieces, found.role(line) if found else 1.0)
            met = (
                self._joint(desk.sheet, last, line, foot.get(kept[last], 0.0))
                if last is not None and blocks[-1].role is role is Role.PARAGRAPH and self._broken_off(kept[last], at)
                else _APART
            )
            if met.joins:
                sure = min(blocks[-1].confidence, block.confidence, met.confidence)
                blocks[-1] = DraftBlock(role, blocks[-1].pieces + block.pieces, sure)
            else:
                blocks.append(evolve(block, confidence=min(block.confidence, met.confidence)))
            last = line
        return blocks

    def _broken_off(self, before: int, after: int) -> bool:
        """Tell whether a line neither ends its text, by a stop or a signature, nor stands over a dateline."""
        return not (self.looks[before].closed or self.looks[before].signed or self.looks[after].dateline)

    def _joint(self, sheet: Sheet, before: int, after: int, more: float) -> Joint:
        """Tell whether a line goes on with the paragraph that the line before it broke off; `more` speaks for it."""
        found = joint(sheet.join_worth(before, after) + more, self.lexicon)
        if found.confidence < LISTED:
            one, other = sheet.lines[before], sheet.lines[after]
            self.doubts.append(found.doubt(one.text, other.text, other.pieces, self.lexicon))
        return found


_APART = Joint(joins=False, confidence=1.0)  # the one ends a sentence, or the other opens an article
# 一、在“对标学什么”上,受到三点启示
_SECTION = re.compile("[一二三四五六七八九十]{1,2}、|[(][一二三四五六七八九十]{1,2}[)]")
_CUT_SHORT = 0.2  # how much of what makes a short line a subhead speaks against its going on in the next line
_HEAD_LINES = 4  # kicker, headline on two lines, deck
_HEADED = 100  # characters of a caption from which a line over it is its headline; shorter ones stand alone
