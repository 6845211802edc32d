"""The picture: well-formed, nothing of a page lost or run, every mark with its note and its row."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import strategies
from govnews import Article, Page, find_headers, find_mentions, read_article, read_page, read_pages
from govnews.export import html_of_pages, notebook_html, to_html
from govnews.export.picture.labels import NAMES
from govnews.export.picture.markup import flat, plain, tag, text
from govnews.layout.draft import Doubt, DoubtKind, Role
from govnews.model import Block
from govnews.span import Span

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
EMPTY = {"br", "col", "hr", "img", "input", "link", "meta"}
BROKEN = (
    "清河县新增粮食烘干中心3座\n\n本报清河6月3日讯(记者 周敏 通讯员 马骁) 今年以来,清河县投入资金1200余\n\n"
    "万元,新建粮食烘干中心3座,可以满足近1.6万亩小麦的烘干需要。\n"
)


class Structure(HTMLParser):
    """Checks that every element is closed where it was opened; keeps ids, links and the text of the printed lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ink: list[str] = []

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert len(known) == len(attrs), "an attribute given twice"
        self.elements.append((name, known))
        if name not in EMPTY:
            self.open.append((name, known.get("class") or ""))

    def handle_endtag(self, name: str) -> None:
        opened, _ = self.open.pop()
        assert opened == name

    def handle_data(self, data: str) -> None:
        classes = [one.split()[0] if one else "" for _, one in self.open]
        if "ink" in classes and "note" not in classes:
            self.ink.append(data)

    def all(self, key: str) -> list[str]:
        return [found for _, known in self.elements if (found := known.get(key)) is not None]


def structure(html: str) -> Structure:
    parsed = Structure()
    parsed.feed(html)
    parsed.close()
    assert parsed.open == []
    ids = parsed.all("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in parsed.all("href") if link.startswith("#")} <= set(ids)
    assert set(parsed.all("aria-describedby")) <= set(ids)
    assert set(parsed.all("aria-labelledby")) <= set(ids)
    return parsed


# Controls that are white space to str.isspace, so nothing that a block must hold; within a line they are shown.
BLANK = re.compile('<i class="odd">U\\+00(?:0[BCD]|1[C-F]|85)</i>')


def visible(value: str) -> str:
    return "".join(unescape(re.sub("<[^>]*>", "", BLANK.sub("", text(value)))).split())


def printed(html: str) -> str:
    return "".join("".join(structure(BLANK.sub("", html)).ink).split())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_character_of_a_seed_is_shown_in_order(path: Path) -> None:
    whole = path.read_text(encoding="utf-8")
    assert printed(to_html(read_page(whole, issued=date(2023, 5, 19)))) == "".join(whole.split())


@given(strategies.texts)
def test_every_character_of_any_page_is_shown_in_order(whole: str) -> None:
    html = to_html(read_page(whole))
    assert printed(html) == visible(whole)
    html.encode()  # a lone surrogate is shown by its code, so that the file can be written


@given(strategies.texts)
def test_any_article_and_any_text_have_a_picture(whole: str) -> None:
    structure(to_html(read_article(whole, headline=whole[:20])))
    found = [*find_mentions(whole), *find_headers(whole)]
    structure(to_html(found, whole))


@given(st.text(alphabet=st.characters()))
def test_no_text_becomes_markup(value: str) -> None:
    assert not set(re.sub('<i class="odd">U\\+[0-9A-F]+</i>', "", text(value))) & set("<>\"'")
    parsed = structure(tag("p", value, data_x=value))
    assert [name for name, _ in parsed.elements if name != "i"] == ["p"]
    shown = parsed.elements[0][1]["data-x"]
    assert shown == plain(value)
    assert shown.isprintable() or not any(ord(ch) < 32 and ch not in "\t\n" for ch in shown)


def test_a_script_on_a_page_is_shown() -> None:
    trap = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=alert(1)"
    page = evolve(read_page(f"{trap}\n\n近日,{trap}投入200余万元。"), source=trap)
    parsed = structure(to_html(page))
    assert [name for name, _ in parsed.elements if name in ("script", "img")] == ["script"]
    assert not [key for _, known in parsed.elements for key in known if key.startswith("on")]
    assert "".join(trap.split()) in "".join("".join(parsed.ink).split())


def test_what_cannot_be_seen_is_shown_by_its_code() -> None:
    assert text("a\x00\u202e\ud800\u200b") == "a" + "".join(
        f'<i class="odd">U+{code}</i>' for code in ("0000", "202E", "D800", "200B")
    )
    assert text("\u3000👩\u200d🌾") == "\u3000👩\u200d🌾"


def test_a_document_asks_for_nothing() -> None:
    html = to_html(read_page(BROKEN))
    assert "default-src 'none'" in unescape(html)
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)[^\"]*", html) == []
    assert not re.search(r"url\(|@import|https?:", html)


def test_a_cut_figure_is_marked_twice_and_told_once() -> None:
    html = to_html(read_page(BROKEN, issued=date(2023, 6, 4)))
    pieces = re.findall(r'<a href="#(p1-a1-f\d+)" class="figure"[^>]*>([^<]*)</a>', html)
    (key,) = {key for key, shown in pieces if shown == "1200余"}
    assert [shown for found, shown in pieces if found == key] == ["1200余", "万元"]
    assert html.count(f'id="{key}-at"') == 1
    row = html.split(f'<tr id="{key}">')[1].split("</tr>")[0]
    assert 'data-sort="12000000"' in row
    assert "12,000,000" in row


def test_the_halves_of_a_broken_line_lead_to_one_another() -> None:
    html = to_html(read_page(BROKEN))
    assert re.findall(r'class="hook (\w+)" href="#p1-L(\d)"', html) == [("go", "3"), ("come", "2")]
    assert re.findall(r'class="tie (\w+) (\w+) [^"]*" style="grid-row:(\d/\d)', html) == [
        ("head", "next", "2/3"),
        ("join", "next", "3/4"),
    ]
    assert 'class="seam"' in html


def test_the_fields_of_an_attribution_stand_in_its_note_and_by_its_article() -> None:
    html = to_html(read_page(BROKEN, issued=date(2023, 6, 4)))
    for part in (html.split('id="p1-a1-s1-at-note"')[1], html.split('<div id="p1-a1-s1">')[1]):
        told = re.sub("<[^>]+>", "", part)[:200]
        assert "记者 by 周敏" in told
        assert "通讯员 by 马骁" in told
        assert "2023-06-03" in told


def test_a_doubt_stands_at_its_line_with_the_other_reading() -> None:
    page = read_page(BROKEN)
    span = page.articles[0].blocks[1].spans[1]
    doubt = Doubt(kind=DoubtKind.JOIN, confidence=0.61, spans=(span,), evidence=("even",), other="a paragraph")
    html = to_html(evolve(page, doubts=(doubt,)))
    line = html.split('id="p1-L3"')[1]
    told = re.sub("<[^>]+>", "", line)
    assert "? 接续 61 %" in told[:120]
    assert "a paragraph" in told[:200]
    assert '<tr id="p1-d1">' in html


def test_the_other_ways_of_a_page() -> None:
    def block(role: Role, words: str, *spans: tuple[int, int]) -> Block:
        return Block(role=role, text=words, spans=tuple(Span(*span) for span in spans))

    kind = read_article("近日。").kind
    later = Article(
        id="a1",
        kind=kind,
        blocks=(block(Role.HEADLINE, "题", (20, 21)), block(Role.PARAGRAPH, "前后", (0, 1), (30, 31))),
    )
    other = Article(
        id="a2", kind=kind, blocks=(block(Role.PARAGRAPH, "他", (10, 11)), block(Role.JUMP, "转", (11, 12)))
    )
    html = to_html(Page(text_sha256="0" * 64, articles=(later, other)))
    assert printed(html) == "前他转题后"
    ties = re.findall(r'class="tie (\w+) (\w+) [^"]*" style="grid-row:([\d/]+);--lane:(\d)', html)
    assert ties == [("head", "up", "1/4", "0"), ("join", "down", "2/4", "1")]


def test_many_articles_never_look_alike_and_lanes_end() -> None:
    kind = read_article("近日。").kind
    pairs = [(Span(at * 2, at * 2 + 1), Span(200 - at * 2, 201 - at * 2)) for at in range(30)]
    blocks = [Block(role=Role.PARAGRAPH, text="甲乙", spans=pair) for pair in pairs]
    articles = tuple(Article(id=f"a{at}", kind=kind, blocks=(block,)) for at, block in enumerate(blocks))
    html = to_html(Page(text_sha256="0" * 64, articles=articles))
    looks = re.findall(r'<article class="article (h\d p\d)"', html)
    assert len(set(looks)) == 24
    assert re.findall(r"--lanes:(\d+)", html) == ["6"]


def test_several_pages_are_one_document() -> None:
    html = "".join(html_of_pages(read_pages(f"{BROKEN}\f{BROKEN}\f\f")))
    parsed = structure(html)
    assert html.count("<h1 ") == 3
    assert sum(name == "html" for name, _ in parsed.elements) == 1
    assert "a page that shows nothing" in html
    assert list(html_of_pages([])) == []


def test_a_notebook_asks_the_value_itself() -> None:
    page = read_page(BROKEN)
    assert page._repr_html_() == notebook_html(page)
    html = page._repr_html_() + page.articles[0]._repr_html_()
    assert "<script" not in html
    assert structure(html).elements[0][1]["class"] == "govnews embedded"
    style = html.split("<style>")[1].split("</style>")[0]
    rules = re.sub(r"/\*.*?\*/|@(?:media|supports)[^{]*", "", style, flags=re.DOTALL)
    heads = [head.strip("} \n") for head in re.findall(r"[^{}]*(?=\{)", rules) if head.strip("} \n")]
    assert [head for head in heads if not all(".govnews" in one for one in head.split(","))] == []


def test_every_word_of_the_page_document_has_a_name_in_both_languages() -> None:
    for kind, known in NAMES.items():
        assert set(known) == {word.value for word in kind}
        assert all(chinese and english for chinese, english in known.values())


def test_markup_is_kept_and_none_is_nothing() -> None:
    assert flat(None, ["<", None, tag("br")], tag("b", "&")) == "&lt;<br><b>&amp;</b>"
    assert tag("a", hidden=True, title=None, open=False) == "<a hidden></a>"
