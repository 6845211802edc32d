"""How sure a page is read: doubts where two readings are near each other, confidences that hold what they say."""

import random
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given

from composer import BODY, Composed, composed, pages, printed_rows, stories
from govnews import Article, DoubtKind, Page, read_article, read_page
from govnews.layout.chunk import Cut, Way
from govnews.layout.odds import key, odds
from strategies import newspapers

PLAIN = (
    "石泉村村民用上自来水\n\n本报临河讯(通讯员 马骁)近日,临河县石泉村的供水管网改造工程全部完工,村里200余户村民结束了"
    "挑水吃的日子。\n\n夏粮收购点一齐开秤\n\n本报临河讯(记者 周敏)昨日,全县32个夏粮收购网点一齐开秤,"
    "当天收购小麦1.2万吨。"
)
# Two headlines over one text: is the first a column's name, a kicker, or the headline of something else?
UNSURE = (
    "文明新风进万家\n\n柳林乡\n\n小网格管出大平安\n\n网格员每天走街串户,把矛盾化解在家门口。一年来,全乡没有一件纠纷出乡。\n\n"
    "新风吹进农家院\n\n红白喜事简办成了村里的规矩,村民说,省下来的都是实惠"
)


def way(start: int, end: int, score: float, *cuts: Cut) -> Way:
    return Way(start, end, score, cuts)


def test_shares_of_two_rows() -> None:
    whole = way(0, 3, 1.0, Cut((), (0,), (1, 2), "whole"))
    first, second = way(0, 2, 0.5, Cut((), (0,), (1,), "first")), way(2, 3, 0.5, Cut((), (), (2,), "second"))
    found = odds([whole, first, second], 3, 1.0)
    assert found.border == pytest.approx([1.0, 0.0, 0.5])
    assert found.head == pytest.approx([1.0, 0.0, 0.0])
    assert found.whole[key(whole.cuts[0])] == pytest.approx(0.5)
    assert found.attached[0, 1] == pytest.approx(1.0)
    sharper = odds([whole._replace(score=3.0), first, second], 3, 1.0)
    assert sharper.border[2] < found.border[2] < odds([whole._replace(score=-1.0), first, second], 3, 1.0).border[2]


def test_a_plain_page_is_sure() -> None:
    page = read_page(PLAIN)
    assert [len(article.blocks) for article in page.articles] == [2, 2]
    assert all(article.confidence > 0.5 for article in page.articles)
    assert all(article.attachment is not None for article in page.articles)


def test_an_unsure_page_says_so_and_gives_its_best_guess() -> None:
    page = read_page(UNSURE)
    assert page.articles
    assert page.doubts
    assert all(doubt.other for doubt in page.doubts)


def test_a_join_that_is_not_sure_is_listed() -> None:
    page = read_page("石泉村村民用上自来水\n\n全村200余户村民结束了挑水吃的日子\n\n年底前还将惠及6个乡镇的群众。")
    joins = [doubt for doubt in page.doubts if doubt.kind is DoubtKind.JOIN]
    assert all(doubt.confidence < 0.8 for doubt in joins)


def test_an_article_given_alone_has_no_borders_to_doubt() -> None:
    article = read_article(PLAIN.split("\n\n")[1])
    assert (article.confidence, article.borders, article.attachment) == (1.0, 1.0, None)


@given(newspapers())
def test_what_is_said_of_confidence_holds_on_any_page(text: str) -> None:
    page = read_page(text)
    blocks = [*page.furniture, *(block for article in page.articles for block in article.blocks)]
    pieces = {span for block in blocks for span in block.spans}
    assert all(0 <= block.confidence <= 1 for block in blocks)
    assert all(0 <= one <= 1 for a in page.articles for one in (a.confidence, a.borders, a.attachment or 0.0))
    for doubt in page.doubts:
        assert 0 <= doubt.confidence < 0.8
        assert set(doubt.spans) <= pieces
    starts = [doubt.spans[0].start for doubt in page.doubts]
    assert starts == sorted(starts)


# -- on composed pages ------------------------------------------------------------------------------------------------
Key = tuple[tuple[int, ...], str]


def told(page: Composed, article: Article) -> Key:
    """Return the lines of an article's body and its headline."""
    _, line_at = printed_rows(page)
    body = tuple(line_at(span.start) for block in article.blocks if block.role in BODY for span in block.spans)
    return body, "".join((article.headline or "").split())


def wanted(page: Composed) -> set[Key]:
    found = set()
    for owner in {row.owner for row in page.rows if row.owner}:
        own = sorted((row.order, at) for at, row in enumerate(page.rows) if row.owner == owner)
        body = tuple(at for _, at in own if page.rows[at].role in BODY)
        heads = "".join(page.rows[at].text for _, at in own if page.rows[at].role == "headline")
        found.add((body, "".join(heads.split())))
    return found


@cache
def read() -> list[tuple[Composed, Page]]:
    return [(page, read_page(page.text)) for page in pages(60, 5)]


def test_confidences_are_kept() -> None:
    said = [
        (article.confidence, told(page, article) in wanted(page))
        for page, found in read()
        for article in found.articles
        if article.rule not in ("photo", "editor-note")
    ]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in said:
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    error = sum(abs(sum(sure - right for sure, right in one)) for one in bins.values()) / len(said)
    assert error <= MOST_ERROR
    high, low = (
        [right for sure, right in said if sure >= 0.8],
        [right for sure, right in said if sure < 0.5],
    )
    assert sum(high) / len(high) > 0.75
    assert sum(low) / len(low) < 0.6


MOST_ERROR = 0.12  # expected calibration error over articles that no weight was learnt on


def test_an_added_article_leaves_the_others_as_they_were() -> None:
    rng = random.Random(9)  # noqa: S311 - pages, no secrets
    same = total = pages_same = 0
    for _ in range(60):
        *chosen, last = rng.sample(stories(), rng.randint(4, 8))
        page = composed(rng, chosen)
        more = [evolve(row, owner=99) for row in composed(rng, [last]).rows if row.owner == 1]
        longer = Composed((*page.rows, *more))
        before = [told(page, article) for article in read_page(page.text).articles]
        after = {told(longer, article) for article in read_page(longer.text).articles}
        same += sum(one in after for one in before)
        total += len(before)
        pages_same += all(one in after for one in before)
    assert same / total >= SAME_ARTICLES
    assert pages_same / 60 >= SAME_PAGES


# What is measured now; the aim is 0.98 of the pages. They may only rise.
SAME_ARTICLES, SAME_PAGES = 0.90, 0.70
