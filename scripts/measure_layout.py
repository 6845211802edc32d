#!/usr/bin/env python3
"""Measure how well articles are put together, beside four baselines, on composed pages in three forms.

    python scripts/measure_layout.py [--composer PAGES.py ARTICLES.jsonl [--extras FILE.json]] [--pages 100] [--seed 1]
    python scripts/measure_layout.py … --added

PAGES.py composes pages from articles of one a line: `compose(rng, articles, extras)` returns lines with text, article,
role, order, join, blank_before; `trimmed` and `single` choose. Without it the pages are those of tests/composer.py.
Prints a markdown table: articles exact (the body's lines in their order, and the headline), the same without the
photographs that the composer puts between, reading order (a body line to the next, F1), joins (F1), headlines exact,
and B³ over characters: of each visible character precision and recall of the characters that share its article,
averaged (what belongs to no article is one of its own, line by line). With --added it measures instead how often an
article added at the end of a page leaves all others as they were.
"""

import argparse
import importlib.util
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from attrs import define, field, frozen

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from composer import (
    BODY,
    Composed,
    Row,
    composed,
    hard_wrapped,
    printed_rows,
    stories,
    without_blank_lines,
)
from govnews.headers import find as headers
from govnews.headers.header import Form
from govnews.layout.build import draft_page
from govnews.layout.draft import Draft, Role
from govnews.lexicon import Lexicon
from govnews.span import Passage
from govnews.text import fold

LEXICON = Lexicon.default()
WIDTH = 22  # characters of the measure of the wrapped form
SHORT = 30
STOPPED = re.compile(r"[。!?;][”’)》]*$")


@frozen
class Read:
    """One article as a reader gave it: lines by number."""

    lines: tuple[int, ...]
    body: tuple[int, ...]
    headline: str
    joins: frozenset[tuple[int, int]] = frozenset()


Reader = Callable[[Composed], list[Read]]


# -- the readers ------------------------------------------------------------------------------------------------------


def by_govnews(page: Composed) -> list[Read]:
    _, line_at = printed_rows(page)
    draft = draft_page(page.text, lambda line: headers.find(Passage.whole(line), lexicon=LEXICON), LEXICON)

    def lines(article: Draft, roles: frozenset[Role]) -> tuple[int, ...]:
        return tuple(line_at(piece.start) for one in article.blocks if one.role in roles for piece in one.pieces)

    found = []
    for article in draft.articles:
        headline = "".join(
            piece.of(page.text) for one in article.blocks if one.role is Role.HEADLINE for piece in one.pieces
        )
        joins = {
            (line_at(a.start), line_at(b.start))
            for one in article.blocks
            if one.role in BODY
            for a, b in pairwise(one.pieces)
        }
        found.append(Read(lines(article, frozenset(Role)), lines(article, BODY), squeezed(headline), frozenset(joins)))
    return found


def shaped(page: Composed, groups: Sequence[Sequence[int]]) -> list[Read]:
    """Return articles of these lines: short ones on top are the headline, what ends no sentence goes on."""
    texts = [fold(row.text) for row in page.rows]
    found = []
    for group in groups:
        neck = 0
        while neck < len(group) and is_short(texts[group[neck]]):
            neck += 1
        body = tuple(group[neck:])
        joins = {(a, b) for a, b in pairwise(body) if not STOPPED.search(texts[a])}
        headline = "".join(page.rows[at].text for at in group[:neck])
        found.append(Read(tuple(group), body, squeezed(headline), frozenset(joins)))
    return found


def is_short(text: str) -> bool:
    return len(text) <= SHORT and not STOPPED.search(text) and text[-1] not in ",、"


def parted(page: Composed, begins: Callable[[int], bool]) -> list[Read]:
    groups: list[list[int]] = []
    for at in range(len(page.rows)):
        if not groups or begins(at):
            groups.append([])
        groups[-1].append(at)
    return shaped(page, groups)


def by_page(page: Composed) -> list[Read]:
    return shaped(page, [range(len(page.rows))])


def by_blank_line(page: Composed) -> list[Read]:
    return parted(page, lambda at: page.rows[at].blank)


def by_dateline(page: Composed) -> list[Read]:
    """Return an article for each dateline, with the short lines right above it."""
    texts = [fold(row.text) for row in page.rows]
    begins = set()
    for at, text in enumerate(texts):
        found = headers.find(Passage.whole(text), lexicon=LEXICON)
        if found and found[0].form is Form.DATELINE and found[0].spans[0].start == 0:
            while at and is_short(texts[at - 1]):
                at -= 1  # noqa: PLW2901 - up to the first line of the headline
            begins.add(at)
    return parted(page, begins.__contains__)


def by_short_lines(page: Composed) -> list[Read]:
    """The obvious program: short lines are headlines, and an article begins with the first of some."""
    short = [is_short(fold(row.text)) for row in page.rows]
    return parted(page, lambda at: short[at] and not short[at - 1])


READERS: dict[str, Reader] = {
    "one article a page": by_page,
    "a new article at each blank line": by_blank_line,
    "a new article at each dateline": by_dateline,
    "short lines are headlines": by_short_lines,
    "govnews": by_govnews,
}


# -- the figures ------------------------------------------------------------------------------------------------------
def squeezed(text: str) -> str:
    return "".join(text.split())


@define
class Count:
    """Hits, predicted, wanted."""

    both: float = 0
    got: float = 0
    want: float = 0

    def add(self, both: float, got: float, want: float) -> None:
        self.both, self.got, self.want = self.both + both, self.got + got, self.want + want

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.got + self.want) if self.got + self.want else 1.0


@define
class Score:
    """What one reader got right over all pages."""

    exact: Count = field(factory=Count)
    printed: Count = field(factory=Count)  # the same, photographs aside
    order: Count = field(factory=Count)
    joins: Count = field(factory=Count)
    headlines: Count = field(factory=Count)
    alike: Count = field(factory=Count)  # B³: sums of precision and recall over characters

    def add(self, page: Composed, found: Sequence[Read]) -> None:
        owned: dict[int, list[tuple[int, int]]] = {}
        for at, row in enumerate(page.rows):
            if row.owner:
                owned.setdefault(row.owner, []).append((row.order, at))
        of = {line: number for number, one in enumerate(found) for line in one.lines}
        best = {owner: Counter(of.get(at, -1) for _, at in own).most_common(1)[0][0] for owner, own in owned.items()}
        used = Counter(best.values())
        edges: set[tuple[int, int]] = set()
        joins: set[tuple[int, int]] = set()
        for owner, own in owned.items():
            lines = [at for _, at in sorted(own)]
            body = tuple(at for at in lines if page.rows[at].role in BODY)
            headline = squeezed("".join(page.rows[at].text for at in lines if page.rows[at].role is Role.HEADLINE))
            one = found[best[owner]] if best[owner] >= 0 and used[best[owner]] == 1 else None
            exact = one is not None and one.body == body and one.headline == headline
            self.exact.add(exact, 0, 1)
            if not any(page.rows[at].role is Role.CAPTION for at in lines):
                self.printed.add(exact, 0, 1)
            self.headlines.add(one is not None and one.headline == headline, 0, 1)
            edges |= set(pairwise(body))
            joins |= {(a, b) for a, b in pairwise(lines) if page.rows[b].joins and page.rows[b].role in BODY}
        got = {edge for one in found for edge in pairwise(one.body)}
        self.order.add(len(got & edges), len(got), len(edges))
        held = {edge for one in found for edge in one.joins}
        self.joins.add(len(held & joins), len(held), len(joins))
        self._alike(page, of)

    def _alike(self, page: Composed, of: dict[int, int]) -> None:
        cells: Counter[tuple[int, int]] = Counter()
        gold: Counter[int] = Counter()
        read: Counter[int] = Counter()
        for at, row in enumerate(page.rows):
            size = len(squeezed(row.text))
            one, other = row.owner or -1 - at, of.get(at, -1 - at)
            cells[one, other] += size
            gold[one] += size
            read[other] += size
        right = sum(n * n / read[other] for (_, other), n in cells.items())
        found = sum(n * n / gold[one] for (one, _), n in cells.items())
        self.alike.add(right, found, sum(gold.values()))

    def row(self) -> str:
        precision, recall = self.alike.both / self.alike.want, self.alike.got / self.alike.want
        values = (
            self.exact.both / self.exact.want,
            self.printed.both / self.printed.want,
            self.order.f1,
            self.joins.f1,
            self.headlines.both / self.headlines.want,
            2 * precision * recall / (precision + recall),
        )
        return " | ".join(f"{value:.3f}" for value in values)


# -- the pages --------------------------------------------------------------------------------------------------------
FORMS: dict[str, Callable[[Composed], Composed]] = {
    "as composed": lambda page: page,
    f"hard-wrapped at {WIDTH}": lambda page: hard_wrapped(page, WIDTH, indent=False),
    "without blank lines": without_blank_lines,
}
Made = tuple[Composed, Composed]  # a page, and the same with one article more


def own_pages(rng: random.Random, count: int) -> Iterator[Made]:
    pool = stories()
    for _ in range(count):
        *chosen, last = rng.sample(pool, rng.randint(4, 9))
        page = composed(rng, chosen)
        more = [row for row in composed(rng, [last]).rows if row.owner == 1]
        yield page, with_more(page, more)


def composed_pages(
    rng: random.Random, module: ModuleType, source: Path, extras: Path | None, count: int
) -> Iterator[Made]:
    pool = []
    for line in source.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        article["body"] = module.trimmed([squeezed_inside(part) for part in article["body"] if part.strip()])
        if article.get("headline") and 80 <= sum(map(len, article["body"])) <= 4000 and module.single(article):
            pool.append(article)
    between = json.loads(extras.read_text(encoding="utf-8")) if extras else module.EXTRAS
    for _ in range(count):
        *chosen, last = rng.sample(pool, rng.randint(4, 10))
        lines, _meta = module.compose(rng, chosen, between)
        more, _meta = module.compose(rng, [last], between)
        page = Composed(tuple(as_row(line) for line in lines))
        yield page, with_more(page, [row for row in map(as_row, more) if row.owner == 1])


def squeezed_inside(text: str) -> str:
    return " ".join(text.split())


def as_row(line: object) -> Row:
    name, text, role = (str(getattr(line, one)) for one in ("article", "text", "role"))
    owner = 0 if name == "-" else int(name[1:])
    order, joins, blank = (int(getattr(line, one)) for one in ("order", "join", "blank_before"))
    return Row(text, owner, Role(role), order, bool(joins), bool(blank))


def with_more(page: Composed, more: Sequence[Row]) -> Composed:
    owner = 1 + max(row.owner for row in page.rows)
    return Composed((*page.rows, *(Row(r.text, owner, r.role, r.order, r.joins, r.blank, r.indent) for r in more)))


def unmoved(made: Sequence[Made]) -> float:
    """Return on how many pages an article added at the end leaves all others as they were."""
    kept = 0
    for page, longer in made:
        before = [(one.lines, one.body, one.headline) for one in by_govnews(page)]
        after = {(one.lines, one.body, one.headline) for one in by_govnews(longer)}
        kept += all(one in after for one in before)
    return kept / len(made)


def module_at(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pages"] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--composer", nargs=2, type=Path, metavar=("PAGES.py", "ARTICLES.jsonl"))
    parser.add_argument("--extras", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--added", action="store_true")
    a = parser.parse_args()
    rng = random.Random(a.seed)
    if a.composer:
        made = list(composed_pages(rng, module_at(a.composer[0]), a.composer[1], a.extras, a.pages))
    else:
        made = list(own_pages(rng, a.pages))
    if a.added:
        print(f"an article added at the end leaves the others as they were on {unmoved(made):.3f} of {len(made)} pages")
        return
    print("| Form | Reader | Articles exact | without photographs | Reading order | Joins | Headlines | B³ |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for form, change in FORMS.items():
        pages = [change(page) for page, _ in made]
        for name, reader in READERS.items():
            score = Score()
            for page in pages:
                score.add(page, reader(page))
            print(f"| {form} | {name} | {score.row()} |")


if __name__ == "__main__":
    main()
