"""Whole pages, a printed line a row: the role that each line has, and which lines belong together.

    # a comment                      the file is tests/cases/layout/<rule>.txt; pages are parted by a line of ===
    a1 headline | 村民用上自来水       the article that the line belongs to, its role, and what is printed
    a1 paragraph | 本报讯……
                                      an empty row is an empty line of the page
    a1 +paragraph | ……。              goes on, in reading order, with the paragraph before it
    a1 paragraph@1 | ……              stands first in its article, wherever it is printed
    - other | 责任编辑 周敏            belongs to no article
    a1 rubric | 民生                  the same, but the article names it as the column that it stands under

Of the articles of a file at least one must have been cut by the rule that gives the file its name, where it is one.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import field, frozen

from govnews import Page, read_page
from govnews.layout import ways
from marked import CASES

FILES = sorted((CASES / "layout").glob("*.txt"))
RULES = set(re.findall(r'"([a-z]+(?:-[a-z]+)+|continued)"\)', Path(ways.__file__).read_text(encoding="utf-8")))
BARE = {"rubric-alone"}  # leaves no article, only the name of the column
APART = {"photo", "editor-note"}  # cut out before the ways are tried
ROW = re.compile(r"(?P<owner>a[0-9]+|-) (?P<joins>[+]?)(?P<role>[a-z_]+)(?:@(?P<order>[0-9]+))? [|] (?P<text>.+)")

Blocks = list[tuple[str, str]]


@frozen
class Printed:
    where: str
    text: str
    articles: dict[str, Blocks]
    furniture: Blocks
    rubrics: dict[str, str]


@frozen
class _Row:
    owner: str
    role: str
    text: str
    joins: bool
    order: int = field(converter=int)


def blocks(rows: list[_Row]) -> Blocks:
    found: Blocks = []
    for row in sorted(rows, key=lambda row: row.order):
        if row.joins:
            found[-1] = (row.role, found[-1][1] + row.text)
        else:
            found.append((row.role, row.text))
    return found


def printed(where: str, lines: list[str]) -> Printed:
    rows: list[_Row] = []
    text = []
    for line in lines:
        if line.startswith("#"):
            continue
        text.append(line.partition(" | ")[2])
        if line.strip():
            match = ROW.fullmatch(line)
            assert match, f"{where}: {line}"
            order = match["order"] or len(rows) + 1
            rows.append(_Row(match["owner"], match["role"], match["text"], bool(match["joins"]), order))
    owners = sorted({row.owner for row in rows} - {"-"}, key=lambda name: int(name[1:]))
    return Printed(
        where,
        "\n".join(text),
        {name: blocks([row for row in rows if row.owner == name and row.role != "rubric"]) for name in owners},
        [(row.role, row.text) for row in rows if row.owner == "-" or row.role == "rubric"],
        {row.owner: row.text for row in rows if row.role == "rubric" and row.owner != "-"},
    )


def pages(path: Path) -> Iterator[Printed]:
    start, lines = 1, path.read_text(encoding="utf-8").split("\n")
    for at, line in enumerate([*lines, "==="], 1):
        if line == "===":
            yield printed(f"{path.stem}:{start}", lines[start - 1 : at - 1])
            start = at + 1


ALL = [page for path in FILES for page in pages(path)]


def answered(page: Page) -> tuple[dict[str, Blocks], Blocks, dict[str, str]]:
    return (
        {one.id: [(block.role.value, block.text) for block in one.blocks] for one in page.articles},
        [(block.role.value, block.text) for block in page.furniture],
        {one.id: one.rubric for one in page.articles if one.rubric},
    )


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.where)
def test_page(case: Printed) -> None:
    articles, furniture, rubrics = answered(read_page(case.text))
    assert articles == case.articles
    assert furniture == case.furniture
    assert rubrics == case.rubrics


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rule_of_the_file_has_cut_an_article(path: Path) -> None:
    if path.stem not in (RULES - BARE) | APART:
        pytest.skip("a role, not a way of printing an article")
    assert path.stem in {one.rule for case in pages(path) for one in read_page(case.text).articles}


def test_every_way_of_printing_has_a_case_file() -> None:
    assert {path.stem for path in FILES} >= RULES | APART
