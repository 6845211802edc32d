"""Pages as no reader would give them: any role in any place, any text, attributions over several blocks.

Exports see the model alone, and are to hold for all of it. The text that such a page was cut from comes with it.
"""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from attrs import frozen
from hypothesis import strategies as st

from govnews.headers.header import Contributor, Form, Header, Outlet, Place
from govnews.kinds.kind import Kind, Label
from govnews.layout.draft import Role
from govnews.mentions.mention import Bound, Grain, Mention, MentionType, Quantity, When
from govnews.model import Article, Block, Page
from govnews.span import Span
from strategies import raw

_WORDS = st.one_of(st.sampled_from(("近日", "石泉村 王 众", "本报济宁讯", "200余户", "<b>&amp;", "𠮷\ud800\x00")), raw)
_FIGURES = st.sampled_from([Decimal(200), Decimal("-3.5"), Decimal("1E+8"), Decimal("0.1"), Decimal(9007199254740993)])
_DAYS = st.dates(min_value=date(1, 1, 1))
_UNITS = st.sampled_from((None, "户", "CNY", "har/15", "% ", "台 (套)"))
_ROLES = st.sampled_from([one for one in Role if one is not Role.RUBRIC])
_TIMES = (MentionType.DATE, MentionType.PERIOD)


@frozen
class Made:
    """A page, and the text that it is a page of."""

    page: Page
    text: str


@st.composite
def _quantities(draw: st.DrawFn, text: str, spans: tuple[Span, ...]) -> Mention:
    value = draw(_FIGURES)
    return Quantity(
        type=draw(st.sampled_from([one for one in MentionType if one not in _TIMES])),
        text=text,
        spans=spans,
        rule="count",
        value=value,
        upper=draw(st.none() | st.just(value + 1)),
        unit=draw(_UNITS),
        bound=draw(st.none() | st.sampled_from(Bound)),
        ucum=draw(st.sampled_from((None, "m2", "mg/m3"))),
        per=draw(st.sampled_from((None, "吨"))),
    )


@st.composite
def _times(draw: st.DrawFn, text: str, spans: tuple[Span, ...]) -> Mention:
    day = draw(_DAYS)
    edtfs = (None, day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], "2022-34", "2022/..", "199X", "2023-05~")
    return When(
        type=draw(st.sampled_from(_TIMES)),
        text=text,
        spans=spans,
        rule="date",
        edtf=draw(st.sampled_from(edtfs)),
        start=draw(st.none() | st.just(day)),
        end=draw(st.none() | st.just(day)),
        grain=draw(st.none() | st.sampled_from(Grain)),
        time=draw(st.sampled_from((None, "09:50", "24:00", "10:00:05"))),
    )


@st.composite
def _headers(draw: st.DrawFn, text: str, spans: tuple[Span, ...]) -> Header:
    word = st.none() | st.just(text[:2]) | st.just("本报")
    outlet, place = draw(word), draw(word)
    person = Contributor(role=draw(word), name=draw(word), office=draw(word))
    return Header(
        form=draw(st.sampled_from(Form)),
        text=text,
        spans=spans,
        rule="dateline",
        outlet=None if outlet is None else Outlet(text=outlet),
        place=None if place is None else Place(text=place, code="370800"),
        contributors=draw(st.sampled_from(((), (person,)))),
    )


@st.composite
def _pieces(draw: st.DrawFn, base: int) -> tuple[str, tuple[Block, ...], tuple[Header, ...], tuple[Mention, ...], int]:
    """Draw a run of blocks that stand on the page one after the other, and what is read in them."""
    text, blocks, headers, mentions = "", [], [], []
    for _ in range(draw(st.integers(0, 6))):
        words = "".join(draw(_WORDS).split("\n")) or "。"
        at = base + len(text)
        cut = draw(st.integers(0, len(words)))
        pieces = [Span(at, at + cut), Span(at + cut + 1, at + len(words) + 1)]
        text += words[:cut] + "\n" + words[cut:] + "\n"
        spans = tuple(one for one in pieces if len(one))
        blocks.append(Block(role=draw(_ROLES), text=words, spans=spans))
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first + 1, len(words)))
        found = _cut(spans, first, last)
        if draw(st.booleans()):
            mentions.append(draw(st.one_of(_quantities(words[first:last], found), _times(words[first:last], found))))
        if draw(st.booleans()):
            wider = draw(st.integers(0, first))
            headers.append(draw(_headers(words[wider:last], _cut(spans, wider, last))))
    return text, tuple(blocks), tuple(headers), tuple(mentions), base + len(text)


def _cut(spans: tuple[Span, ...], first: int, last: int) -> tuple[Span, ...]:
    found, base = [], 0
    for span in spans:
        start, end = max(first - base, 0), min(last - base, len(span))
        if start < end:
            found.append(Span(span.start + start, span.start + end))
        base += len(span)
    return tuple(found)


@st.composite
def made_pages(draw: st.DrawFn) -> Made:
    """Draw a page made of the types alone."""
    text, articles, base = "", [], 0
    for at in range(draw(st.integers(0, 3))):
        part, blocks, headers, mentions, base = draw(_pieces(base))
        text += part
        heads = [one.text for one in blocks if one.role is Role.HEADLINE]
        label = draw(st.sampled_from(Label))
        kinds = {Label.PHOTO: "ImageObject", Label.ESSAY: "OpinionNewsArticle", Label.OTHER: "CreativeWork"}
        kind = Kind(
            label=label,
            confidence=0.5,
            genre_qcode=draw(st.sampled_from((None, "genre:Current"))),
            schema_type=kinds.get(label, draw(st.sampled_from(("NewsArticle", "Article")))),
        )
        article = Article(
            id=draw(st.sampled_from((f"a{at}", "a1", "一 ", "1a"))),
            kind=kind,
            rubric=draw(st.none() | _WORDS),
            headline=" ".join(heads) or None,
            deck=draw(st.none() | _WORDS),
            headers=headers,
            blocks=blocks,
            mentions=mentions,
        )
        articles.append(article)
    part, furniture, headers, mentions, _ = draw(_pieces(base))
    text += part
    page = Page(
        source=draw(st.none() | _WORDS),
        text_sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        issued=draw(st.none() | _DAYS),
        articles=tuple(articles),
        furniture=furniture,
        headers=headers,
        mentions=mentions,
    )
    return Made(page, text)
