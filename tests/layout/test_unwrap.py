"""Hard-wrapped pages: what is put back together, what is left as it was, and that figures are whole over the breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer import Row, stories
from govnews import Header, Page, Quantity, Role, Span, read_page
from govnews.layout.lines import printed_lines
from govnews.layout.unwrap import unwrapped
from strategies import newspapers

STORIES = stories()


def bodies(at: int) -> list[str]:
    return [text for _, text in STORIES[at].body]


def chunks(text: str, width: int, first: str = "") -> str:
    whole = first + text
    return "\n".join(whole[at : at + width] for at in range(0, len(whole), width))


def unsigned(_line: str) -> tuple[Header, ...]:
    return ()


def logical(text: str) -> list[str]:
    return [line.text for line in unwrapped(printed_lines(text), unsigned)]


@pytest.mark.parametrize("width", range(12, 41))
@pytest.mark.parametrize("indent", ["", "　　", "    "])
def test_paragraphs_are_put_back_together(width: int, indent: str) -> None:
    paragraphs = [text for at in (0, 3, 17) for text in bodies(at)]
    text = "\n".join(chunks(one, width, indent) for one in paragraphs)
    joined = "".join(logical(text))
    assert joined == "".join(paragraphs)
    got = set(logical(text))
    # where a sentence or a paragraph ends with a full line, its words alone must tell which of the two it is
    full = [one for one in paragraphs if len(one) % width == 0]
    assert len(got & set(paragraphs)) >= len(paragraphs) - 2 - 2 * len(full)


@pytest.mark.parametrize("wide", [20, 24, 30])
@pytest.mark.parametrize("order", [1, -1])
def test_columns_of_two_measures(wide: int, order: int) -> None:
    columns = [([*bodies(0), *bodies(3)], wide), ([*bodies(17), *bodies(14)], wide - 8)][::order]
    text = "\n".join(chunks(one, width) for column, width in columns for one in column)
    wanted = {one for column, _ in columns for one in column}
    assert len(wanted & set(logical(text))) >= len(wanted) - 4


def test_figures_and_datelines_cut_by_a_break_are_whole() -> None:
    body = bodies(0)
    text = "\n".join(chunks(x, 16) for x in body)
    page = read_page(text)
    assert page.articles[0].headers[0].text == "本报临河讯(通讯员 马骁)"
    plain = read_page("\n\n".join(body))
    assert [said(one) for one in figures(page)] == [said(one) for one in figures(plain)]
    assert any(len(one.spans) > 1 for one in figures(page))
    for one in figures(page):
        assert one.text == "".join(span.of(text) for span in one.spans)


def figures(page: Page) -> list[Quantity]:
    return [one for article in page.articles for one in article.mentions if isinstance(one, Quantity)]


def said(one: Quantity) -> tuple[object, ...]:
    return one.type, one.value, one.unit, one.bound, one.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "人",
        "村民用上自来水",
        "获奖名单\n王小明 李大力 周敏\n张小红 赵大勇 孟云\n钱小刚 孙大圣 马骁\n冯小宁 陈大文 白桦",
        "石泉村\n石门村\n清河村\n柳林村\n东岭村\n南湖村",
        "1. 新建学校4所\n2. 新修公路9条\n3. 新开公交8路\n4. 新打机井6眼",
    ],
)
def test_what_is_not_wrapped_stays_as_it_was(text: str) -> None:
    lines = printed_lines(text)
    assert unwrapped(lines, unsigned) == lines


@given(newspapers())
def test_nothing_is_lost(text: str) -> None:
    wrapped = "\n".join(chunks(line, 14) for line in text.split("\n"))
    lines = unwrapped(printed_lines(wrapped), unsigned)
    pieces = [piece for line in lines for piece in line.pieces]
    assert pieces == sorted(pieces)
    assert "".join("".join(piece.of(wrapped).split()) for piece in pieces) == "".join(wrapped.split())


@given(st.lists(st.sampled_from("人。1 a”\n\u3000\f"), max_size=60).map("".join))
def test_any_small_page_is_read(text: str) -> None:
    page = read_page(text)
    spans = [s for a in page.articles for b in a.blocks for s in b.spans] + [s for b in page.furniture for s in b.spans]
    assert {at for span in spans for at in range(span.start, span.end)} >= {
        at for at, ch in enumerate(text) if not ch.isspace()
    }


def test_a_list_is_one_without_blank_lines_too() -> None:
    rows = (
        "1. 完成管网改造。",
        "牵头单位:县水务局",
        "2. 新建公路。",
        "牵头单位:县交通局",
        "3. 新建学校。",
        "牵头单位:县教体局",
    )
    other = "夏粮收购点一齐开秤\n本报讯(记者 周敏)昨日,全县32个夏粮收购网点一齐开秤,当天收购小麦1.2万吨。"
    page = read_page("\n".join(("民生实事项目", *rows, other)))
    assert [block.text for block in page.articles[0].blocks if block.role is Role.ITEM] == list(rows)


# -- pages of every size ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["", "\n", "\f", "　　\n\n", "\ufeff"])
def test_a_page_that_shows_nothing(text: str) -> None:
    assert read_page(text).articles == () or not text.isspace()


@pytest.mark.parametrize("text", ["人", "。", "1", "”", "\x00", "😀", "\ud800"])
def test_a_page_of_one_character(text: str) -> None:
    page = read_page(text)
    blocks = [*page.furniture, *(block for article in page.articles for block in article.blocks)]
    assert [(block.text, block.spans) for block in blocks] == [(text, (Span(0, 1),))]


@pytest.mark.parametrize("at", range(len(STORIES)))
def test_one_article_alone(at: int) -> None:
    story = STORIES[at]
    page = read_page("\n\n".join(text for _, text in (*story.heads, *story.body)))
    rows = [Row(text, 1, role) for role, text in (*story.heads, *story.body)]
    blocks = [*page.furniture, *(block for one in page.articles for block in one.blocks)]
    assert sum(len(block.text) for block in blocks) == sum(len(row.text) for row in rows)
    if any(block.role is Role.HEADLINE for block in page.articles[0].blocks):
        assert page.articles[0].headline is not None


@pytest.mark.parametrize("count", [5, 50, 400])
def test_pages_of_many_blocks(count: int) -> None:
    texts = [text for story in STORIES for _, text in (*story.heads, *story.body)]
    text = "\n\n".join(texts[at % len(texts)] for at in range(count))
    page = read_page(text)
    blocks = [*page.furniture, *(block for article in page.articles for block in article.blocks)]
    assert sum(len(span) for block in blocks for span in block.spans) == len(text) - 2 * (count - 1)
