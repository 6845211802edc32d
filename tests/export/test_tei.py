"""TEI: valid against tei_all for any page, every character kept or told of, values at their words."""

import gzip
import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from govnews import Article, Block, Form, Header, Kind, Label, Page, Role, Span, read_page
from govnews.export import to_tei, to_tei_corpus
from govnews.export.markup import Element, clean, rendered
from models import Made, made_pages
from strategies import newspapers, texts

etree = pytest.importorskip("lxml.etree")

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def grammar() -> Any:
    with gzip.open(HERE / "schemas" / "tei_all.rng.gz") as file:
        return etree.RelaxNG(etree.parse(file))


def parsed(text: str) -> Any:
    return etree.fromstring(text.encode("utf-8"))


def wrong(grammar: Any, root: Any) -> list[str]:
    return [] if grammar.validate(root) else [str(one) for one in grammar.error_log]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_is_valid(path: Path, grammar: Any) -> None:
    root = parsed(to_tei(read_page(path.read_text(encoding="utf-8"), issued=date(2023, 5, 19))))
    assert wrong(grammar, root) == []


def test_a_page_of_nothing_is_valid(grammar: Any) -> None:
    assert wrong(grammar, parsed(to_tei(read_page("")))) == []


def test_any_model_is_valid(grammar: Any) -> None:
    @given(made_pages())
    def holds(made: Made) -> None:
        assert wrong(grammar, parsed(to_tei(made.page))) == []

    holds()


def of_roles(name: str, roles: tuple[Role, ...]) -> Article:
    """Return an article whose every block is signed from its first character on."""
    spans = [(Span(3 * at, 3 * at + 2),) for at in range(len(roles))]
    blocks = tuple(Block(role=role, text="本报", spans=span) for role, span in zip(roles, spans, strict=True))
    headers = tuple(
        Header(form=Form.DATELINE, text="本", spans=(Span(3 * at, 3 * at + 1),), rule="x") for at in range(len(roles))
    )
    return Article(id=name, kind=Kind(label=Label.REPORT, confidence=1.0), blocks=blocks, headers=headers)


def test_any_order_of_three_roles_is_valid(grammar: Any) -> None:
    orders = [order for length in range(4) for order in product(Role, repeat=length)]
    articles = tuple(of_roles(f"a{at}", order) for at, order in enumerate(orders))
    root = parsed(to_tei(Page(text_sha256="0" * 64, articles=articles)))
    for order, one in zip(orders, root.iterfind(f".//{TEI}body/{TEI}div"), strict=True):
        assert squeezed("".join(one.itertext())) == "本报" * len(order)
    assert wrong(grammar, root) == []


def test_any_page_is_valid(grammar: Any) -> None:
    @given(texts)
    def holds(text: str) -> None:
        assert wrong(grammar, parsed(to_tei(read_page(text, issued=date(2023, 5, 19))))) == []

    holds()


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(made_pages())
def test_every_character_is_in_the_body_once(made: Made) -> None:
    body = parsed(to_tei(made.page)).find(f".//{TEI}body")
    shown = [
        squeezed(
            "".join(article.xpath(".//text()[not(ancestor::tei:head[@type='rubric'])]", namespaces={"tei": TEI[1:-1]}))
        )
        for article in body
    ]
    holders = [article.blocks for article in made.page.articles]
    if made.page.furniture or not holders:
        holders.append(made.page.furniture)
    assert shown == [squeezed(clean("".join(block.text for block in blocks))) for blocks in holders]


def pieces(told: str) -> list[Span]:
    return [Span(*map(int, piece.split("-"))) for piece in told.split()]


@given(newspapers())
def test_n_says_which_characters_an_element_is(text: str) -> None:
    for one in parsed(to_tei(read_page(text))).iterfind(f".//{TEI}body//*[@n]"):
        shown = "".join(span.of(text) for span in pieces(one.get("n")))
        assert squeezed("".join(one.itertext())) == squeezed(shown)


TEXT = (
    "村民用上自来水\n\n本报临河6月3日讯(通讯员 王 众) 近日,石泉村200余户村民用上了自来水,总投资近320万元,"
    "管道长11.6公里,3至5人管护,二季度完工,上午9点50分通水。\n\n工程分三步\n\n先挖沟。\n\n图为现场。\n\n■通讯员 马骁 摄"
)


def test_what_was_read_is_marked_at_its_words() -> None:
    root = parsed(to_tei(read_page(TEXT, issued=date(2023, 6, 4))))
    found = {"".join(one.itertext()): one for one in root.iterfind(f".//{TEI}body//*")}
    assert found["6月3日"].get("when") == "2023-06-03"
    assert found["王 众"].tag == f"{TEI}persName"
    assert found["王 众"].get("role") == "通讯员"
    assert found["临河"].tag == f"{TEI}placeName"
    assert found["本报临河6月3日讯(通讯员 王 众)"].tag == f"{TEI}dateline"
    money = found["近320万元"]
    assert (money.get("quantity"), money.get("unit"), money.get("subtype")) == ("3200000", "CNY", "about")
    people = found["3至5人"]
    assert (people.get("atLeast"), people.get("atMost")) == ("3", "5")
    assert people.getparent().get("unit") == "人"
    assert found["200余户"].get("atLeast") == "200"
    quarter = found["二季度"]
    assert (quarter.get("from"), quarter.get("to")) == ("2023-04-01", "2023-06-30")


def test_what_xml_has_no_place_for_is_told_of() -> None:
    text = "近日,石泉\x00村\ud800通了自来水。\ufffe"
    told = to_tei(read_page(text))
    assert "U+0000 at 5, U+D800 at 7, U+FFFE at 14." in told
    assert told.count("\ufffd") == 3
    many = Page(text_sha256="0" * 64, furniture=(Block(role=Role.OTHER, text="\x01" * 30, spans=(Span(0, 30),)),))
    assert ", and 10 more." in to_tei(many)


def test_a_page_with_markup_is_shown_and_not_read() -> None:
    told = to_tei(read_page("近日,<script>alert('1')</script>&amp;]]>通了自来水。"))
    assert "<script>" not in told
    assert "<script>alert('1')</script>&amp;]]>" in "".join(parsed(told).itertext())


@given(texts)
def test_no_value_of_an_attribute_becomes_markup(value: str) -> None:
    for one in (value, f'"\'><p n="{value}'):
        root = parsed(rendered(Element("measure", {"unit": one})))
        assert (dict(root.attrib), len(root)) == ({"unit": clean(one)}, 0)


def test_a_corpus_is_one_document_whose_ids_differ(grammar: Any) -> None:
    pages = [read_page(path.read_text(encoding="utf-8")) for path in SEEDS[:2]]
    root = parsed("".join(to_tei_corpus(pages)))
    assert wrong(grammar, root) == []
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids)) == sum(len(page.articles) for page in pages)
    assert re.fullmatch("p1-a1", ids[0])


def test_the_id_of_an_article_is_its_own() -> None:
    page = read_page("村民用上自来水\n\n近日,石泉村通了自来水。")
    root = parsed(to_tei(page))
    assert [one.get(XML_ID) for one in root.iterfind(f".//{TEI}body/{TEI}div")] == ["a1"]
