"""TEI P5: a page as a text of divisions, one an article, with its attributions, figures and times as elements.

Source of the mapping: the TEI Guidelines (https://tei-c.org/guidelines/p5/), chapters on default text structure (div,
head, byline, dateline), names, dates and measures; valid against tei_all. `n` of an element says which characters of
the page it is: `12-18 20-22`, code points, half-open, one pair for each piece.
"""

from collections.abc import Iterable, Iterator

from govnews import __version__
from govnews.export.markup import FORBIDDEN, HEADING, Element, rendered
from govnews.export.running import running
from govnews.export.tei_article import Standing, Writer, division
from govnews.model import Page

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_NAMED = 20  # of the characters that XML has no place for, as many are named with their place


def to_tei(page: Page) -> str:
    """Return the page as a TEI document.

    Characters that XML 1.0 forbids become U+FFFD, and the header of the document says which stood where.

    >>> from govnews import read_page
    >>> text = "村民用上自来水\\n\\n近日,石泉村200户村民喝上了自来水。"
    >>> for line in to_tei(read_page(text)).splitlines()[-6:-3]:
    ...     print(line[:96])
    <head type="main" n="0-7">村民用上自来水</head>
    <p n="9-28"><date n="9-11">近日</date>,石泉村<measure type="count" quantity="200" unit="户" n="15-19">
    </div>

    .. versionadded:: 0.2.0
    """
    return f"{HEADING}{rendered(_tei(page))}\n"


def to_tei_corpus(pages: Iterable[Page]) -> Iterator[str]:
    """Yield several pages as one TEI document, a `teiCorpus`, piece by piece; articles are p1-a1, p1-a2 and so on.

    >>> from govnews import read_pages
    >>> document = "".join(to_tei_corpus(read_pages("近日,石泉村通了自来水。\\f近日,柳林乡通了路。")))
    >>> document.count("<TEI "), document.count("</TEI>")
    (2, 2)

    .. versionadded:: 0.2.0
    """
    title = _holding("titleStmt", Element("title", {}, ["newspaper pages"]))
    source = _holding("sourceDesc", Element("p", {}, ["Printed newspaper pages."]))
    head = _holding("teiHeader", _holding("fileDesc", title, _published(), source))
    yield f'{HEADING}<teiCorpus xmlns="{_NAMESPACE}" xml:lang="zh">\n{rendered(head)}\n'
    for at, page in enumerate(pages, 1):
        yield f"{rendered(_tei(page, f'p{at}-'))}\n"
    yield "</teiCorpus>\n"


def _tei(page: Page, before: str = "") -> Element:
    names: set[str] = set()
    body: list[Element | str] = [division(article, names, before) for article in page.articles]
    if page.furniture or not body:
        body.append(_furniture(page))
    text = Element("text", {}, [Element("body", {}, body, apart=True)], apart=True)
    return Element("TEI", {"xmlns": _NAMESPACE, "xml:lang": "zh"}, [_header(page), text], apart=True)


def _furniture(page: Page) -> Element:
    read = running(page.furniture, page.headers, page.mentions)
    writer = Writer(read)
    within = [
        writer.whole("fw", Standing(block, start), type=block.role.value)
        for block, start in zip(page.furniture, read.starts, strict=True)
    ]
    return Element("div", {"type": "furniture"}, [*within], apart=True)


def _published() -> Element:
    return _holding("publicationStmt", Element("p", {}, ["Encoded from the text of a printed newspaper."]))


def _holding(name: str, *within: Element | str) -> Element:
    return Element(name, {}, within, apart=not any(isinstance(one, str) for one in within))


def _header(page: Page) -> Element:
    issued = None if page.issued is None else page.issued.isoformat()
    about: list[Element | str] = [Element("title", {}, [page.source or "newspaper page"])]
    if issued is not None:
        about.append(Element("date", {"when": issued}, [issued]))
    about.append(Element("idno", {"type": "sha256"}, [page.text_sha256]))
    file = _holding(
        "fileDesc",
        _holding("titleStmt", Element("title", {}, [page.source or "newspaper page"])),
        _published(),
        _holding("sourceDesc", Element("bibl", {}, about, apart=True)),
    )
    tool = Element("application", {"ident": "govnews", "version": _version()}, [Element("label", {}, ["govnews"])])
    notes = [
        Element("p", {}, ["Paragraphs that column breaks cut are put back together; n gives the pieces on the page."])
    ]
    lost = _lost(page)
    if lost:
        notes.append(Element("p", {}, [lost]))
    editing = _holding("editorialDecl", Element("normalization", {}, notes, apart=True))
    return _holding("teiHeader", file, _holding("encodingDesc", _holding("appInfo", tool), editing))


def _version() -> str:
    """Return the version as TEI writes one, figures and points alone."""
    parts = []
    for part in __version__.split(".")[:4]:
        if not part.isdigit():
            break
        parts.append(part)
    return ".".join(parts) or "0"


def _lost(page: Page) -> str:
    """Return which characters are replaced, and where on the page they stand."""
    blocks = [*(block for article in page.articles for block in article.blocks), *page.furniture]
    found = []
    for block in blocks:
        at = [span.start + step for span in block.spans for step in range(len(span))]
        found += [(at[one.start()], ord(one[0])) for one in FORBIDDEN.finditer(block.text)]
    if not found:
        return ""
    told = ", ".join(f"U+{code:04X} at {place}" for place, code in sorted(found)[:_NAMED])
    more = f", and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"Replaced by U+FFFD, since XML 1.0 has no place for them: {told}{more}."
