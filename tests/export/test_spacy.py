"""spaCy: spans where the tokens allow them, true offsets beside them, and a Doc that can be kept."""

from pathlib import Path

import pytest
from hypothesis import given

from govnews import MissingExtraError, find_mentions, read_article, read_page
from govnews.export import to_spacy
from models import Made, made_pages

spacy = pytest.importorskip("spacy")
tokens = pytest.importorskip("spacy.tokens")

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "本报临河5月18日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了自来水。"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_characters_as_tokens_fit_everything(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    page = read_page(text)
    for article, doc in zip(page.articles, to_spacy(page), strict=True):
        things = doc._.govnews["things"]
        assert len(doc.spans["govnews"]) == len(things) == len(article.mentions) + len(article.headers)
        for span in doc.spans["govnews"]:
            thing = things[int(span.id_)]
            assert span.text == doc.text[thing["start"] : thing["end"]]
            assert (span.label_, (span.start, span.end)) == (thing["label"], thing["tokens"])
            shown = "".join(text[start:end] for start, end in thing["read"]["spans"])
            assert span.text.replace("\n", "") == shown.replace("\n", "")


@given(made_pages())
def test_any_model_becomes_documents(made: Made) -> None:
    for doc in to_spacy(made.page):
        for thing in doc._.govnews["things"]:
            assert 0 <= thing["start"] < thing["end"] <= len(doc.text)
            if thing["tokens"] is not None:
                first, last = thing["tokens"]
                assert doc[first:last].text == doc.text[thing["start"] : thing["end"]]


def test_what_fits_no_tokens_keeps_its_place() -> None:
    nlp = spacy.blank("xx")  # cuts at white space and punctuation alone
    [doc] = to_spacy(read_article(TEXT), nlp)
    things = {doc.text[one["start"] : one["end"]]: one for one in doc._.govnews["things"]}
    assert things["200余户"]["tokens"] is None
    assert things["200余户"]["read"]["value"] == "200"
    assert "200余户" not in [span.text for span in doc.spans["govnews"]]


def test_a_document_comes_back_from_its_bytes() -> None:
    [doc] = to_spacy(read_article(TEXT))
    kept = tokens.DocBin(docs=[doc], store_user_data=True).to_bytes()
    [again] = tokens.DocBin().from_bytes(kept).get_docs(spacy.blank("zh").vocab)
    assert again.text == doc.text
    assert again._.govnews == doc._.govnews
    assert [(one.start, one.end, one.label_, one.id_) for one in again.spans["govnews"]] == [
        (one.start, one.end, one.label_, one.id_) for one in doc.spans["govnews"]
    ]


def test_the_values_are_those_of_the_library() -> None:
    [doc] = to_spacy(read_article("全村200余户,投资近320万元。"))
    read = [one["read"]["value"] for one in doc._.govnews["things"]]
    assert read == [f"{one.value:f}" for one in find_mentions(doc.text) if hasattr(one, "value")]


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("govnews.export.as_spacy.importlib.import_module", missing)
    with pytest.raises(MissingExtraError, match=r"govnews\[spacy\]"):
        to_spacy(read_article(TEXT))
