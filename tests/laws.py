"""The laws of the page document as plain checks, for properties, for the fuzzer and for the long run alike."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, chain

from govnews import Article, Block, Header, Mention, Page, Quantity, Span, When

Holder = Page | Article


def check_page(text: str, page: Page) -> None:
    """Laws 1 to 3 of a page that was read of all of `text`."""
    check_blocks(text, [*page.furniture, *chain.from_iterable(article.blocks for article in page.articles)])
    for article in page.articles:
        check_article(text, article)
    check_pieces(text, page.furniture, page.headers, page.mentions)
    check_order(page.furniture, page.mentions)
    for doubt in page.doubts:
        assert doubt.spans
        assert all(0 <= span.start < span.end <= len(text) for span in doubt.spans)
        assert 0 <= doubt.confidence <= 1


def check_pages(text: str, pages: Sequence[Page]) -> None:
    """Laws 1 to 3 of the pages that form feeds part; together they hold all of `text`."""
    holders = [holder for page in pages for holder in holders_of(page)]
    check_blocks(text, list(chain.from_iterable(blocks_of(holder) for holder in holders)))
    for holder in holders:
        check_pieces(text, blocks_of(holder), holder.headers, holder.mentions)
        check_order(blocks_of(holder), holder.mentions)


def check_article(text: str, article: Article) -> None:
    check_pieces(text, article.blocks, article.headers, article.mentions)
    check_order(article.blocks, article.mentions)
    assert 0 <= article.kind.confidence <= 1
    assert all(0 <= sure <= 1 for sure in (article.confidence, article.borders, article.attachment or 0))


def holders_of(page: Page) -> Iterator[Holder]:
    yield page
    yield from page.articles


def blocks_of(holder: Holder) -> tuple[Block, ...]:
    return holder.furniture if isinstance(holder, Page) else holder.blocks


def check_blocks(text: str, blocks: Sequence[Block]) -> None:
    """Law 1: every visible character lies in exactly one block."""
    claims = bytearray(len(text))
    for span in chain.from_iterable(block.spans for block in blocks):
        assert 0 <= span.start < span.end <= len(text)
        assert not any(claims[span.start : span.end])
        claims[span.start : span.end] = b"\1" * len(span)
    assert all(claimed or ch.isspace() for claimed, ch in zip(claims, text, strict=True))


def check_pieces(text: str, blocks: Sequence[Block], headers: Sequence[Header], mentions: Sequence[Mention]) -> None:
    """Law 2: what is shown is the text at its spans; and each value is one of its kind."""
    parts: chain[Block | Header | Mention] = chain(blocks, headers, mentions)
    for part in parts:
        assert part.spans
        assert part.text == "".join(span.of(text) for span in part.spans)
        assert "\n" not in part.text
        assert all(0 <= span.start < span.end <= len(text) for span in part.spans)
    for mention in mentions:
        check_value(mention)


def check_value(mention: Mention) -> None:
    if isinstance(mention, When):
        assert not (mention.vague and (mention.edtf or mention.start or mention.end))
        assert mention.edtf is not None or (mention.start is None and mention.end is None)
        assert mention.start is None or mention.end is None or mention.start <= mention.end
    else:
        assert mention.value.is_finite()
        assert mention.upper is None or (mention.upper.is_finite() and mention.upper >= mention.value)


def check_order(blocks: Sequence[Block], mentions: Sequence[Mention]) -> None:
    """Law 3: the mentions of an article are sorted in reading order and do not overlap."""
    pieces = list(chain.from_iterable(block.spans for block in blocks))
    offsets = list(accumulate(map(len, pieces), initial=0))
    begins = sorted((piece.start, piece.end, offset) for piece, offset in zip(pieces, offsets, strict=False))
    firsts = [start for start, _, _ in begins]

    def place(at: int) -> int:
        start, end, offset = begins[bisect_right(firsts, at) - 1]
        assert start <= at < end, "a mention stands outside the blocks"
        return offset + at - start

    last = -1
    for mention in mentions:
        assert place(mention.spans[0].start) > last
        last = place(mention.spans[-1].end - 1)


def check_found(text: str, found: Sequence[Mention] | Sequence[Header]) -> None:
    """Laws 2 and 3 of what was found in a text that is no page."""
    last = 0
    for one in found:
        assert one.text == "".join(span.of(text) for span in one.spans)
        for span in one.spans:
            assert last <= span.start < span.end <= len(text)
            last = span.end
        if not isinstance(one, Header):
            check_value(one)


# -- the same answer, offsets and printed characters aside ------------------------------------------------------------
def said(page: Page) -> object:
    """What a page says, without offsets and without the characters as printed."""
    return [said_article(article) for article in page.articles]


def said_article(article: Article) -> object:
    return (
        article.kind.label,
        [(block.role, len("".join(block.text.split()))) for block in article.blocks],
        [said_header(one) for one in article.headers],
        [said_mention(one) for one in article.mentions],
    )


def said_header(one: Header) -> tuple[object, ...]:
    people = [person.name for person in one.contributors]
    return (one.form, one.verb, one.outlet and one.outlet.name, people)


def said_mention(one: Mention) -> tuple[object, ...]:
    if isinstance(one, Quantity):
        return (one.type, one.value, one.upper, one.bound, one.ucum)
    return (one.type, one.edtf, one.start, one.end, one.time)


def spans_of(holder: Holder) -> Iterator[Span]:
    for part in chain[Block | Header | Mention](blocks_of(holder), holder.headers, holder.mentions):
        yield from part.spans


ISSUED = date(2023, 5, 19)
