"""An article as one text: every figure and attribution at the characters that it has on the page."""

from hypothesis import given

from govnews import read_page
from govnews.export.running import running, running_of, sound
from models import Made, made_pages
from strategies import texts


@given(made_pages())
def test_what_is_placed_stands_at_its_own_characters(made: Made) -> None:
    for article in made.page.articles:
        read = running_of(article)
        assert [one.thing.text for one in read.placed] == [one.thing.text for one in read.placed if one.start < one.end]
        for one in read.placed:
            shown = "".join(span.of(made.text) for span in one.thing.spans)
            assert (
                read.text[one.start : one.end]
                == sound(shown).replace("\r", "\n")
                == sound(one.thing.text).replace("\r", "\n")
            )


@given(texts)
def test_of_a_page_that_is_read_too(text: str) -> None:
    page = read_page(text)
    reads = [running_of(article) for article in page.articles]
    reads.append(running(page.furniture, page.headers, page.mentions))
    for read in reads:
        for one in read.placed:
            # the breaks between blocks stand nowhere on the page
            shown = "".join(span.of(text) for span in one.thing.spans)
            assert read.text[one.start : one.end].replace("\n", "") == sound(shown).replace("\r", "")
