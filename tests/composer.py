"""Newspaper pages with gold, composed of the articles in tests/eval/articles.txt, and the same pages in other forms.

`composed` makes a page as layout tools give it: columns cut in mid-word, headlines on two lines, two headlines over two
bodies, the head after its body, columns in a rotated order, captions, rubrics and imprints between.
`hard_wrapped` prints each line at a measure; `without_blank_lines` takes the blank lines out. The gold goes along.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from attrs import evolve, frozen

from govnews import Page, Role

ARTICLES = Path(__file__).parent / "eval" / "articles.txt"
BODY = frozenset((Role.PARAGRAPH, Role.ITEM, Role.SUBHEAD))
HEADS = ("kicker", "headline", "deck", "byline")
CLOSING = "，。、；：？！”’）》…,.:;?!)"
WIDE = str.maketrans(",:;()?!", "，：；（）？！")

CAPTIONS = ("图为{place}的{thing}现场。", "{place}的干部群众正忙着{thing}。", "{day},{place}组织{thing},图为活动间隙。")
CREDITS = ("■通讯员 {name} 摄", "(本报记者 {name} 摄)", "{name} 摄")
RUBRICS = ("一线传真", "民生·{thing}", "聚焦{thing}")
BANNERS = ("2023年6月4日 星期日", "第02版:要闻", "A03版", "责任编辑 周敏 美编 孟云", "本版责编:白桦")
WORDS = {
    "place": ("石门镇", "南湖街道", "青山市", "沙河镇"),
    "thing": ("河道清淤", "义务植树", "消防演练", "健康义诊"),
    "day": ("日前", "5月20日", "连日来"),
    "name": ("温澜", "秦牧", "曲小满", "陶小北"),
}


@frozen
class Story:
    """One article as it was written: its heads, and its body as roles and texts."""

    heads: tuple[tuple[Role, str], ...]
    body: tuple[tuple[Role, str], ...]


@frozen
class Row:
    """One printed line with its gold; `owner` is 0 for what belongs to no article."""

    text: str
    owner: int
    role: Role
    order: int = 0
    joins: bool = False
    blank: bool = True
    indent: bool = False


@frozen
class Composed:
    """A page and its gold: the rows in the order printed."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        return "".join("\n" * row.blank + "　　" * row.indent + row.text + "\n" for row in self.rows)


def stories() -> list[Story]:
    lines = [line for line in ARTICLES.read_text(encoding="utf-8").split("\n") if line and not line.startswith("# ")]
    parts = [list(part) for parted, part in groupby(lines, key=lambda line: line == "===") if not parted]
    return [_story(part) for part in parts]


def _story(lines: Sequence[str]) -> Story:
    heads: list[tuple[Role, str]] = []
    body: list[tuple[Role, str]] = []
    for line in lines:
        name, mark, text = line.partition(": ")
        if mark and name in HEADS:
            heads.append((Role(name), text))
        elif line.startswith("> "):
            body.append((Role.SUBHEAD, line[2:]))
        elif line.startswith("- "):
            body.append((Role.ITEM, line[2:]))
        else:
            body.append((Role.PARAGRAPH, line))
    return Story(tuple(heads), tuple(body))


# -- one page ---------------------------------------------------------------------------------------------------------
def composed(rng: random.Random, chosen: Sequence[Story]) -> Composed:
    """Return a page of these articles, each thing that a page can do to them drawn at its rate."""
    groups = [_printed(rng, owner, story) for owner, story in enumerate(chosen, 1)]
    rows = [Row(rng.choice(BANNERS[:3]), 0, Role.OTHER)] if rng.random() < 0.4 else []
    at = 0
    owner = len(groups)
    while at < len(groups):
        if rng.random() < 0.1:
            rows.append(Row(_filled(rng, RUBRICS), 0, Role.RUBRIC))
        step = 2 if at + 1 < len(groups) and rng.random() < 0.08 else 1
        rows += _placed(rng, groups[at : at + step])
        at += step
        if rng.random() < 0.15:
            owner += 1
            rows.append(Row(_filled(rng, CAPTIONS), owner, Role.CAPTION, 1))
            rows.append(Row(_filled(rng, CREDITS), owner, Role.CREDIT, 2))
    if rng.random() < 0.3:
        rows.append(Row(rng.choice(BANNERS[3:]), 0, Role.OTHER))
    if rng.random() < 0.4:
        rows = [evolve(row, text=row.text.translate(WIDE)) for row in rows]
    return Composed(tuple(rows))


def _placed(rng: random.Random, groups: Sequence[tuple[list[Row], list[Row]]]) -> list[Row]:
    if len(groups) > 1:
        return [row for part in (0, 1) for group in groups for row in group[part]]
    ((head, body),) = groups
    return body + head if rng.random() < 0.05 and head else head + body


def _printed(rng: random.Random, owner: int, story: Story) -> tuple[list[Row], list[Row]]:
    """Return the head and the body of an article as printed lines, the columns in the order in which they are given."""
    head: list[Row] = []
    for role, text in story.heads:
        cut = len(text) // 2
        parts = text.split(" ") if role is Role.HEADLINE and rng.random() < 0.5 else [text]
        if role is Role.HEADLINE and len(parts) == 1 and len(text) > 10 and rng.random() < 0.2:
            parts = [text[:cut], text[cut:]]
        head += [Row(part, owner, role, 0, blank=at == 0 or rng.random() < 0.5) for at, part in enumerate(parts)]
    columns = _columns(rng, owner, story)
    order = [row for column in columns for row in column]
    if len(columns) > 2 and rng.random() < 0.06:
        columns = columns[1:] + columns[:1]
    number = {id(row): at for at, row in enumerate([*head, *order], 1)}
    shown = [row for column in columns for row in column]
    return (
        [evolve(row, order=number[id(row)]) for row in head],
        [evolve(row, order=number[id(row)]) for row in shown],
    )


def _columns(rng: random.Random, owner: int, story: Story) -> list[list[Row]]:
    """Cut the body into columns; no column ends with a sentence or begins with a closing mark."""
    total = sum(len(text) for _, text in story.body)
    width = max(60, total // rng.randint(1, 3) + 1)
    columns: list[list[Row]] = [[]]
    room = width
    for role, text in story.body:
        start = 0
        while start < len(text):
            end = min(len(text), start + room) if role is Role.PARAGRAPH else len(text)
            end = len(text) if len(text) - end < 8 else end
            while start < end < len(text) and (text[end] in CLOSING or text[end - 1] in CLOSING):
                end += 1
            touches = role is Role.ITEM and bool(columns[-1])
            columns[-1].append(Row(text[start:end], owner, role, joins=start > 0, blank=not touches))
            room -= end - start
            if room < 12 and end < len(text):
                columns.append([])
                room = width
            start = end
        room = max(room, 12)
    return [column for column in columns if column]


def _filled(rng: random.Random, forms: Sequence[str]) -> str:
    return rng.choice(forms).format(**{name: rng.choice(words) for name, words in WORDS.items()})


def pages(count: int, seed: int) -> Iterator[Composed]:
    rng = random.Random(seed)  # noqa: S311 - pages, no secrets
    pool = stories()
    for _ in range(count):
        yield composed(rng, rng.sample(pool, rng.randint(3, 8)))


# -- other forms of a page --------------------------------------------------------------------------------------------
def without_blank_lines(page: Composed) -> Composed:
    return Composed(tuple(evolve(row, blank=False) for row in page.rows))


def hard_wrapped(page: Composed, width: int, *, indent: bool, hang: bool = False) -> Composed:
    """Return the page with each line printed at a measure of `width` characters.

    Args:
        page: the page.
        width: characters of the measure.
        indent: paragraphs begin with two blanks, which count in the measure.
        hang: a closing mark hangs over the measure; else it begins the next line.
    """
    rows: list[tuple[int, Row]] = []
    for row in page.rows:
        set_in = indent and row.role is Role.PARAGRAPH and not row.joins
        rest, first = row.text, True
        while rest:
            end = width - 2 * (set_in and first)
            while hang and end < len(rest) and rest[end] in CLOSING:
                end += 1
            part = evolve(row, text=rest[:end], indent=set_in and first)
            rows.append((row.order, part if first else evolve(part, joins=True, blank=False)))
            rest, first = rest[end:], False
    return Composed(tuple(_renumbered([row for _, row in rows])))


def _renumbered(rows: Sequence[Row]) -> list[Row]:
    ranks: dict[int, list[int]] = {}
    for at in sorted(range(len(rows)), key=lambda at: (rows[at].owner, rows[at].order)):
        ranks.setdefault(rows[at].owner, []).append(at)
    order = {at: rank for found in ranks.values() for rank, at in enumerate(found, 1)}
    return [evolve(row, order=order[at] if row.owner else 0) for at, row in enumerate(rows)]


# -- how much of it is read right -------------------------------------------------------------------------------------
@frozen
class Figures:
    """Of the articles, how many are exact; of the joins of body lines, F1."""

    exact: float
    joins: float


def measured(read: Sequence[tuple[Composed, Page]]) -> Figures:
    right = total = 0
    want_joins: set[tuple[int, int, int]] = set()
    got_joins: set[tuple[int, int, int]] = set()
    for at, (page, found) in enumerate(read):
        rows, line_at = printed_rows(page)
        owners = {row.owner for _, row in rows if row.owner}
        wanted = {_article([row for row in rows if row[1].owner == owner]) for owner in owners}
        got = set()
        for article in found.articles:
            lines = [(line_at(span.start), block.role) for block in article.blocks for span in block.spans]
            body = tuple(line for line, role in lines if role in BODY)
            got.add((body, "".join((article.headline or "").split())))
            for block in article.blocks:
                if block.role in BODY:
                    got_joins |= {(at, line_at(a.start), line_at(b.start)) for a, b in pairwise(block.spans)}
        right += len(wanted & got)
        total += len(wanted)
        for owner in owners:
            own = sorted((row.order, line, row) for line, row in rows if row.owner == owner)
            want_joins |= {(at, a[1], b[1]) for a, b in pairwise(own) if b[2].joins and b[2].role in BODY}
    both = len(want_joins & got_joins)
    return Figures(right / total, 2 * both / max(1, len(want_joins) + len(got_joins)))


def printed_rows(page: Composed) -> tuple[list[tuple[int, Row]], Callable[[int], int]]:
    """Return the rows by number, and which of them stands at a place of the text."""
    sizes = [row.blank + 2 * row.indent + len(row.text) + 1 for row in page.rows]
    begins = list(accumulate(sizes, initial=0))
    return list(enumerate(page.rows)), lambda place: bisect_right(begins, place) - 1


def _article(rows: Sequence[tuple[int, Row]]) -> tuple[tuple[int, ...], str]:
    ordered = sorted(rows, key=lambda one: one[1].order)
    body = tuple(line for line, row in ordered if row.role in BODY)
    return body, "".join("".join(row.text.split()) for _, row in ordered if row.role is Role.HEADLINE)
