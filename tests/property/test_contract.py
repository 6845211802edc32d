"""The five laws of the page document, each as a property."""

from collections import Counter

from hypothesis import given, settings

from govnews import Article, Page, Span, When, read_page
from govnews.export import from_json, to_json
from strategies import newspapers, texts

WIDE = {code: code + 0xFEE0 for code in map(ord, ",:;()?!%0123456789")}


def pieces(page: Page) -> list[tuple[str, tuple[Span, ...]]]:
    holders: list[Page | Article] = [page, *page.articles]
    found = [(block.text, block.spans) for article in page.articles for block in article.blocks]
    found += [(block.text, block.spans) for block in page.furniture]
    found += [(one.text, one.spans) for holder in holders for one in holder.headers]
    found += [(one.text, one.spans) for holder in holders for one in holder.mentions]
    return found


@given(texts)
def test_law_1_every_visible_character_lies_in_exactly_one_block(text: str) -> None:
    page = read_page(text)
    blocks = [*page.furniture, *(block for article in page.articles for block in article.blocks)]
    claims = Counter(at for block in blocks for span in block.spans for at in range(span.start, span.end))
    visible = {at for at, ch in enumerate(text) if not ch.isspace()}
    assert visible <= claims.keys()
    assert all(count == 1 for count in claims.values())


@given(texts)
def test_law_2_text_is_the_page_cut_at_its_spans(text: str) -> None:
    for shown, spans in pieces(read_page(text)):
        assert spans
        assert shown == "".join(span.of(text) for span in spans)
        assert "\n" not in shown


@given(texts)
def test_law_3_mentions_are_sorted_in_reading_order_and_do_not_overlap(text: str) -> None:
    page = read_page(text)
    for article in page.articles:
        place: dict[int, int] = {}
        for block in article.blocks:
            for span in block.spans:
                for at in range(span.start, span.end):
                    place[at] = len(place)
        last = -1
        for mention in article.mentions:
            assert place[mention.spans[0].start] > last
            last = place[mention.spans[-1].end - 1]


@given(texts, texts)
def test_law_4_any_text_is_read_and_always_alike(text: str, other: str) -> None:
    first = read_page(text)
    read_page(other)
    assert read_page(text) == first


def said(page: Page) -> object:
    """What a page says, without offsets and without the characters as printed."""
    return [
        (
            article.kind.label,
            [(block.role, len(block.text)) for block in article.blocks],
            [
                (one.form, one.verb, one.outlet and one.outlet.name, [person.name for person in one.contributors])
                for one in article.headers
            ],
            [
                (one.type, one.edtf, one.start, one.end, one.time)
                if isinstance(one, When)
                else (one.type, one.value, one.upper, one.bound, one.ucum)
                for one in article.mentions
            ],
        )
        for article in page.articles
    ]


@given(newspapers())
def test_law_5_width_changes_nothing(text: str) -> None:
    assert said(read_page(text.translate(WIDE))) == said(read_page(text))


@given(newspapers())
def test_law_5_line_ends_change_nothing(text: str) -> None:
    assert said(read_page(text.replace("\n", "\r\n"))) == said(read_page(text))


@given(newspapers())
def test_law_5_the_indent_changes_nothing(text: str) -> None:
    assert said(read_page(text.replace("\n　　", "\n    "))) == said(read_page(text))


@given(texts)
@settings(max_examples=50)
def test_the_document_goes_there_and_back(text: str) -> None:
    page = read_page(text)
    assert from_json(to_json(page)) == page
