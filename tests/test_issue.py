"""Issues of several pages: what goes on where, in marked text, and the laws of a text with form feeds.

# a comment                                the file is tests/cases/issue/<rule>.txt; issues are parted by ===
= p0 a1 -> p1 a2 both-jumps 0.95           a link: page and article, page and article, rule, confidence
| 做饭洗衣都方便了。                         the text of the first link, whole, ends so
--- page                                   a form feed
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from govnews import Block, Page, link_pages, read_page, read_pages, whole_text
from marked import CASES
from strategies import newspapers, texts

FILES = sorted((CASES / "issue").glob("*.txt"))
LINK = re.compile(r"= p(\d+) (a\d+) -> p(\d+) (a\d+) ([a-z-]+) ([0-9.]+)")


@frozen
class Issue:
    where: str
    text: str
    links: tuple[tuple[int, str, int, str, str, float], ...]
    ends: str


def issues() -> Iterator[Issue]:
    for path in FILES:
        for at, part in enumerate(path.read_text(encoding="utf-8").split("===\n"), 1):
            lines = [line for line in part.split("\n") if not line.startswith("# ")]
            found = [match for line in lines if (match := LINK.fullmatch(line))]
            kept = [line for line in lines if not line.startswith(("= ", "| "))]
            yield Issue(
                f"{path.stem}:{at}",
                "\n".join(kept).replace("--- page\n", "\f"),
                tuple((int(m[1]), m[2], int(m[3]), m[4], m[5], float(m[6])) for m in found),
                next((line[2:] for line in lines if line.startswith("| ")), ""),
            )


@pytest.mark.parametrize("case", list(issues()), ids=lambda case: case.where)
def test_links(case: Issue) -> None:
    pages = read_pages(case.text)
    links = link_pages(pages)
    assert tuple((x.page, x.article, x.to_page, x.to_article, x.rule, x.confidence) for x in links) == case.links
    for link in links:
        whole = whole_text(pages, links, page=link.page, article=link.article)
        assert "版" not in whole
        assert whole.endswith(case.ends)
        for span in (*link.jump, *link.to_jump):
            assert "版" in span.of(case.text)


def test_each_rule_has_its_case_file() -> None:
    rules = {link[4] for case in issues() for link in case.links}
    assert rules == {path.stem for path in FILES}


def test_a_chain_of_three_pages_and_a_ring() -> None:
    text = (
        "石泉村村民用上自来水\n\n近日,石泉村通了自来水。\n\n(下转第2版)\f"
        "(上接第1版)\n\n全村200余户村民用上了放心水。\n\n(下转第3版)\f(上接第2版)\n\n水质检测也进了村。"
    )
    pages = read_pages(text)
    links = link_pages(pages)
    assert whole_text(pages, links, page=0, article="a1") == (
        "近日,石泉村通了自来水。\n全村200余户村民用上了放心水。\n水质检测也进了村。"
    )
    ring = read_pages("(上接第2版)\n\n近日,石泉村通了自来水。\n\n(下转第2版)\f(上接第1版)\n\n水也清了。\n\n(下转第1版)")
    assert whole_text(ring, link_pages(ring), page=0, article="a1").count("\n") == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("\f", 1), ("甲\f", 1), ("甲\f乙", 2), ("甲\f\f乙\f", 3), ("\f甲", 2), ("甲\n\f\n乙\n\f", 2)],
)
def test_form_feeds_part_pages(text: str, count: int) -> None:
    assert len(read_pages(text)) == count


def test_no_article_runs_over_a_form_feed() -> None:
    text = "石泉村村民用上自来水\n\n近日,石泉村通了自来水,全村200余户村民用上了放\f心水,做饭洗衣都方便了。\n"
    page = read_page(text)
    assert all(
        len({text.count("\f", 0, span.start) for b in one.blocks for span in b.spans}) == 1 for one in page.articles
    )


def test_the_day_of_one_page_is_that_of_all() -> None:
    pages = read_pages("2023年6月4日 星期日\n\n石泉村通了自来水。\f县图书馆昨日新辟银发阅览区,添置大字图书3000册。")
    assert [str(page.issued) for page in pages] == ["2023-06-04"] * 2


@given(st.lists(st.one_of(newspapers(5), texts), min_size=1, max_size=3))
def test_the_laws_hold_over_several_pages(parts: list[str]) -> None:
    text = "\f".join(parts)
    pages = read_pages(text)
    claims = Counter(
        at for page in pages for block in blocks(page) for span in block.spans for at in range(span.start, span.end)
    )
    assert {at for at, ch in enumerate(text) if not ch.isspace()} <= claims.keys()
    assert all(count == 1 for count in claims.values())
    assert all(block.text == "".join(s.of(text) for s in block.spans) for page in pages for block in blocks(page))
    whole = read_page(text)
    assert [one.blocks for one in whole.articles] == [one.blocks for page in pages for one in page.articles]
    links = link_pages(pages)
    assert len({(x.page, x.article) for x in links}) == len(links)
    for link in links:
        whole_text(pages, links, page=link.page, article=link.article)


def blocks(page: Page) -> list[Block]:
    return [*page.furniture, *(block for article in page.articles for block in article.blocks)]
