"""Documents of spaCy, with what govnews read as a group of spans, and with its true offsets beside them.

spaCy is an extra, and large: it is imported when it is first asked for. API: https://spacy.io/api/doc#char_span and
https://spacy.io/api/spangroup.
"""

import importlib
from typing import TYPE_CHECKING, Any, TypeAlias

from govnews.errors import MissingExtraError
from govnews.export.as_json import header_document, mention_document
from govnews.export.running import Placed, articles_of, running_of, sounded
from govnews.headers.header import Header
from govnews.model import Article, Page

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    Pipeline: TypeAlias = Language
    Document: TypeAlias = Doc
    Stretch: TypeAlias = Span
else:  # the annotations can be asked for where spaCy is not installed
    Pipeline = Document = Stretch = Any

KEY = "govnews"


def to_spacy(what: Page | Article, nlp: Pipeline | None = None) -> "list[Document]":
    """Return a Doc of spaCy, which comes with the extra `govnews[spacy]`, for each article of a page, or for one.

    `doc.spans["govnews"]` has what fits the tokens, labelled by form or type; the `id_` of each is its place in
    `doc._.govnews["things"]`. There stand all, those that fit no tokens too (`tokens` is None): with `start` and `end`
    in `doc.text`, and as `read` in the form of the page document, with its `spans` on the page. The furniture of a page
    is left out.

    Args:
        what: a page or an article.
        nlp: the pipeline that reads the text; None takes `spacy.blank("zh")`, whose tokens are characters, so that
            everything fits.

    Raises:
        MissingExtraError: where spaCy is not installed.

    >>> from govnews import read_article
    >>> [doc] = to_spacy(read_article("全村200余户喝上了自来水。"))
    >>> [(span.text, span.label_) for span in doc.spans["govnews"]]
    [('200余户', 'count')]
    >>> doc._.govnews["things"][0]["read"]["value"]
    '200'

    .. versionadded:: 0.2.0
    """
    spacy = _spacy()
    pipeline = spacy.blank("zh") if nlp is None else nlp
    source, digest = (what.source, what.text_sha256) if isinstance(what, Page) else (None, None)
    return [_doc(article, pipeline, {"source": source, "text_sha256": digest}) for article in articles_of(what)]


def _spacy() -> Any:
    try:
        found = importlib.import_module("spacy")
        tokens = importlib.import_module("spacy.tokens")
    except ImportError as error:
        message = "spaCy is not installed: pip install 'govnews[spacy]'"
        raise MissingExtraError(message) from error
    if not tokens.Doc.has_extension(KEY):
        tokens.Doc.set_extension(KEY, default=None)
    return found


def _doc(article: Article, pipeline: Pipeline, page: dict[str, Any]) -> Document:
    read = running_of(article)
    doc = pipeline(read.text)
    fits = [_fitting(doc, at, one) for at, one in enumerate(read.placed)]
    doc.spans[KEY] = [span for span in fits if span is not None]
    things = [_told(one, span) for one, span in zip(read.placed, fits, strict=True)]
    about = {"article": article.id, "kind": article.kind.label.value, "headline": article.headline}
    doc._.set(KEY, _kept(sounded({**page, **about, "things": things})))
    return doc


def _kept(value: Any) -> Any:
    """Return the value with tuples for lists, which is how a Doc that was kept as bytes comes back."""
    if isinstance(value, dict):
        return {key: _kept(one) for key, one in value.items()}
    return tuple(map(_kept, value)) if isinstance(value, list) else value


def _fitting(doc: Document, at: int, one: Placed) -> "Stretch | None":
    return doc.char_span(one.start, one.end, label=one.label, span_id=str(at), alignment_mode="strict")


def _told(one: Placed, span: "Stretch | None") -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "label": one.label,
        "tokens": None if span is None else [span.start, span.end],
        "read": header_document(one.thing) if isinstance(one.thing, Header) else mention_document(one.thing),
    }
