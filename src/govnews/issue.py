"""The pages of one issue: which article goes on on which page, by its jump lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from attrs import field, frozen

from govnews.layout.draft import Role
from govnews.layout.flow import flow
from govnews.model import Article, Block, Page
from govnews.span import Passage, Span
from govnews.text import CLOSERS, STOPS, fold

_NUMBER = r"第? ?([A-Z]?[0-9一二三四五六七八九十]{1,3}) ?版"
# (下转第2版) 下转T02版 …。(下转第三版)
_OUT = re.compile(rf"[(>▶]*(?:下转|转) ?{_NUMBER}[^。]{{0,12}}[)]?$")
# (上接第1版) 紧接第一版 (上接A1版)在石泉村
_IN = re.compile(rf"[(<◀]*(?:紧接|上接|转接|接) ?{_NUMBER}[^。()]{{0,12}}[)]?")
# 第02版:要闻 A03 03版
_BANNER = re.compile(rf"{_NUMBER}|\b([A-Z][0-9]{{1,3}})\b|^([0-9]{{1,3}})$")
_DIGITS = {ch: at for at, ch in enumerate("一二三四五六七八九", 1)}
_STOPPED = re.compile(f"[{STOPS}][{re.escape(CLOSERS)}]*$")
_RUNNING = frozenset((Role.PARAGRAPH, Role.ITEM, Role.SUBHEAD))

# Confidence by what speaks for a link; the figures are judged, not measured: no issue with gold is at hand.
_BOTH = 0.95  # either jump line names the page of the other, and no other pair of jump lines does
_ONE = 0.6  # one jump line, and a headline that says the same or a sentence that runs on
_MANY = 0.8  # as the first, but the headlines or the broken sentence had to choose
_ALIKE = 0.3  # shared pairs of characters from which headlines say the same


@frozen(kw_only=True)
class Link:
    """An article that goes on on another page of the issue.

    Attributes:
        page: the place of the page where the text breaks off, among the pages given, from 0.
        article: the id of the article there.
        jump: the spans of its jump line (下转第2版); empty where none is printed.
        to_page: the place of the page where it goes on.
        to_article: the id of the article there.
        to_jump: the spans of the jump line there (上接第1版); empty where none is printed.
        confidence: from 0 to 1.
        rule: what spoke: `both-jumps`, `jump-out` or `jump-in`.

    .. versionadded:: 0.2.0
    """

    page: int
    article: str
    jump: tuple[Span, ...]
    to_page: int
    to_article: str
    to_jump: tuple[Span, ...]
    confidence: float
    rule: str


@frozen
class _End:
    """An article that breaks off, or goes on from elsewhere, and the page that its jump line names."""

    page: int
    article: Article
    names: str | None
    spans: tuple[Span, ...] = ()
    text: str = field(default="", eq=False)  # the words next to the break


def link_pages(pages: Sequence[Page]) -> tuple[Link, ...]:
    r"""Return which articles of an issue go on on which of its pages.

    A page is known by the number that it prints (第2版, A02), else by its place among the pages given. An article has
    one continuation at most, and continues one at most.

    Args:
        pages: the pages of one day's issue, in order; `read_pages` gives those of one text.

    >>> from govnews import read_pages
    >>> text = "村民用上自来水\n\n近日,石泉村通了自来水,全村200余户村民用\n\n(下转第2版)\f(上接第1版)\n\n上了放心水。"
    >>> pages = read_pages(text)
    >>> [link] = link_pages(pages)
    >>> link.page, link.article, link.to_page, link.to_article, link.rule
    (0, 'a1', 1, 'a1', 'both-jumps')
    >>> whole_text(pages, [link], page=0, article="a1")
    '近日,石泉村通了自来水,全村200余户村民用上了放心水。'

    .. versionadded:: 0.2.0
    """
    numbers = _numbers(pages)
    outs = [end for at, page in enumerate(pages) for one in page.articles if (end := _jumps_out(at, one))]
    ins = [end for at, page in enumerate(pages) for one in page.articles if (end := _jumps_in(at, one))]
    found = [link for out in outs for into in ins if (link := _both(out, into, outs, ins, numbers))]
    found += [link for out in outs for link in _from_out(out, pages, numbers)]
    found += [link for into in ins for link in _from_in(into, pages, numbers)]
    return tuple(sorted(_chosen(found), key=lambda one: (one.page, int(one.article[1:]))))


def whole_text(pages: Sequence[Page], links: Sequence[Link], *, page: int, article: str) -> str:
    """Return the running text of an article with all its continuations, a line for each paragraph.

    A paragraph that the jump cut in two is one; the jump lines are left out.

    Args:
        pages: the pages of the issue.
        links: what `link_pages` gave for them.
        page: the place of the page where the article begins.
        article: its id there.

    >>> from govnews import read_pages
    >>> whole_text(read_pages("村民用上自来水\\n\\n近日,石泉村通了自来水。"), (), page=0, article="a1")
    '近日,石泉村通了自来水。'

    .. versionadded:: 0.2.0
    """
    after = {(one.page, one.article): (one.to_page, one.to_article) for one in links}
    at: tuple[int, str] | None = (page, article)
    seen: set[tuple[int, str]] = set()
    parts: list[str] = []
    while at is not None and at not in seen:
        seen.add(at)
        blocks = [one for one in _article(pages[at[0]], at[1]).blocks if one.role in _RUNNING]
        texts = [text for one in blocks if (text := _without_jump(one.text))]
        if parts and texts and not _STOPPED.search(fold(parts[-1])) and blocks[0].role is Role.PARAGRAPH:
            texts[0] = parts.pop() + texts[0]
        parts += texts
        at = after.get(at)
    return "\n".join(parts)


def _article(page: Page, name: str) -> Article:
    return next(one for one in page.articles if one.id == name)


def _without_jump(text: str) -> str:
    folded = fold(text)
    out, into = _OUT.search(folded), _IN.match(folded)
    start = into.end() if into and into[0].endswith(")") else 0
    return text[start : out.start() if out and folded[out.start()] == "(" else len(text)].strip()


def _numbers(pages: Sequence[Page]) -> list[str]:
    """Return the number of each page, as it prints it, else by its place."""
    found = []
    for at, page in enumerate(pages, 1):
        printed = (_BANNER.search(fold(one.text)) for one in page.furniture if one.role is Role.OTHER)
        match = next((one for one in printed if one), None)
        found.append(_plain(next(group for group in match.groups() if group)) if match else str(at))
    return found


def _plain(number: str) -> str:
    """Return a page number without noughts, in figures: 02 → 2, A01 → A1, 十二 → 12."""
    letter = number[0] if number[0].isascii() and number[0].isalpha() else ""
    digits = number[len(letter) :]
    if digits.isascii():
        return letter + (digits.lstrip("0") or "0")
    tens, mark, ones = digits.partition("十") if "十" in digits else ("", "", digits)
    return letter + str((_DIGITS.get(tens, 1) * 10 if mark else 0) + _DIGITS.get(ones, 0))


def _part(block: Block, start: int, end: int) -> tuple[Span, ...]:
    """Return where on the page a stretch of a block's text stands."""
    offsets = tuple(accumulate((len(span) for span in block.spans), initial=0))
    return Passage(block.text, block.spans, offsets[:-1]).spans(start, end)


def _jumps(article: Article, pattern: re.Pattern[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in article.blocks:
        text = fold(block.text)
        found = pattern.search(text) if pattern is _OUT else pattern.match(text)
        # within running text only what stands in brackets is a jump line: …下转第2版 could be told
        if found and (
            block.role is Role.JUMP or (block.role in _RUNNING and found[0][0] == "(" and found[0][-1] == ")")
        ):
            yield block, found


def _jumps_out(page: int, article: Article) -> _End | None:
    for block, found in _jumps(article, _OUT):
        texts = [text for one in article.blocks if one.role in _RUNNING and (text := _without_jump(one.text))]
        return _End(page, article, _plain(found[1]), _part(block, *found.span()), fold(texts[-1]) if texts else "")
    return None


def _jumps_in(page: int, article: Article) -> _End | None:
    for block, found in _jumps(article, _IN):
        texts = [text for one in article.blocks if one.role in _RUNNING and (text := _without_jump(one.text))]
        return _End(page, article, _plain(found[1]), _part(block, *found.span()), fold(texts[0]) if texts else "")
    return None


def _both(
    out: _End, into: _End, outs: Sequence[_End], ins: Sequence[_End], numbers: Sequence[str]
) -> tuple[float, Link] | None:
    """Return the link of two jump lines that name each other's page, and how much speaks for it."""
    if out.names != numbers[into.page] or into.names != numbers[out.page]:
        return None
    rivals = sum(one.page == out.page and one.names == out.names for one in outs)
    rivals += sum(one.page == into.page and one.names == into.names for one in ins)
    speaks = _speaks(out.article, into.article, out.text, into.text)
    return 10 + speaks, _link(out, into, _BOTH if rivals <= 2 else _MANY, "both-jumps")


def _from_out(out: _End, pages: Sequence[Page], numbers: Sequence[str]) -> Iterator[tuple[float, Link]]:
    """Yield the links of an article that breaks off to articles that do not say where they come from."""
    for at, page in enumerate(pages):
        if at != out.page and numbers[at] == out.names:
            for one in page.articles:
                into = _End(at, one, None, (), fold(one.body[0].text) if one.body else "")
                if (speaks := _speaks(out.article, one, out.text, into.text)) >= _ALIKE:
                    yield speaks, _link(out, into, _ONE, "jump-out")


def _from_in(into: _End, pages: Sequence[Page], numbers: Sequence[str]) -> Iterator[tuple[float, Link]]:
    """Yield the links to an article that goes on from articles that do not say where they do."""
    for at, page in enumerate(pages):
        if at != into.page and numbers[at] == into.names:
            for one in page.articles:
                out = _End(at, one, None, (), fold(one.body[-1].text) if one.body else "")
                if (speaks := _speaks(one, into.article, out.text, into.text)) >= _ALIKE:
                    yield speaks, _link(out, into, _ONE, "jump-in")


def _link(out: _End, into: _End, confidence: float, rule: str) -> Link:
    return Link(
        page=out.page,
        article=out.article.id,
        jump=out.spans,
        to_page=into.page,
        to_article=into.article.id,
        to_jump=into.spans,
        confidence=confidence,
        rule=rule,
    )


def _pairs(text: str | None) -> set[tuple[str, str]]:
    return {(a, b) for a, b in pairwise(fold(text or "")) if a.isalnum() and b.isalnum()}


def _speaks(one: Article, other: Article, before: str, after: str) -> float:
    """Return what speaks for two pieces being one article: headlines that say the same, a sentence that runs on."""
    heads, others = _pairs(one.headline), _pairs(other.headline)
    alike = len(heads & others) / min(len(heads), len(others)) if heads and others else 0.0
    if not before or not after or _STOPPED.search(before):
        return alike + 0.1 * bool(heads & _pairs(other.text))
    return alike + (0.5 if flow(before, after) >= 1.0 else 0.2)


def _chosen(found: Sequence[tuple[float, Link]]) -> list[Link]:
    """Return the links for which most speaks, each article broken off once and continued once."""
    kept: list[Link] = []
    left: set[tuple[int, str]] = set()
    reached: set[tuple[int, str]] = set()
    for _, link in sorted(found, key=lambda one: -one[0]):
        start, end = (link.page, link.article), (link.to_page, link.to_article)
        if start not in left and end not in reached:
            kept.append(link)
            left.add(start)
            reached.add(end)
    return kept
