"""The work grows with the text, and the short ways lead where the long ones do."""

import os
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from counted import work
from govnews import find_headers, find_mentions, read_article, read_page, read_pages
from govnews.lexicon import Lexicon
from govnews.mentions import nominals, quantities
from govnews.mentions.doubts import after_one
from govnews.mentions.gaps import close
from govnews.mentions.reading import Reading
from govnews.mentions.units import units
from govnews.text import fold
from govnews.trace import explain
from marked import Case, all_cases
from strategies import texts

LEXICON = Lexicon.default()
ISSUED = date(2023, 5, 19)
MOST = 2.2  # times the work for twice the text
PROSE = (
    "去年以来,全县新建改建农村公路120公里,投资2.3亿元,惠及26个村3000余户;5月18日,第三批项目开工,完成投资55亿元,"
    "同比增长12.5%,其中一季度增长三成(统计口径有调整)。"
)
PIECES = {
    "prose": PROSE,
    "digits": "1234567890",
    "one": "一",
    "brackets": "(",
    "prices": "5元,",
    "days": "5月1日、",
    "quotes": "“1",
    "titles": "《1",
    "numbered brackets": "(3个",
    "ranges": "1至",
    "shares": "百分之",
    "proportions": "1:2",
    "gaps": "三 ",
    "decimals": "1.",
    "ranks": "第一、",
    "lines": "3个\n",
    "agencies": "新华社电",
    "changes": "增长5%、",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    size = 200_000 if len(piece) > 30 else 6_000  # 200,000 characters of prose; the others are counted on less
    text = (piece * (size // len(piece) + 1))[:size]
    find_mentions(text[:200], issued=ISSUED)
    half = work(lambda: find_mentions(text[: size // 2], issued=ISSUED))
    whole = work(lambda: find_mentions(text, issued=ISSUED))
    assert whole <= MOST * half


@pytest.mark.parametrize("name", ["prose", "digits", "one", "brackets", "prices", "days"])
def test_a_line_of_200000_characters_is_read(name: str) -> None:
    piece = PIECES[name]
    find_mentions((piece * (200_000 // len(piece) + 1))[:200_000], issued=ISSUED)


# -- the other verbs --------------------------------------------------------------------------------------------------
VERBS: dict[str, Callable[[str], object]] = {
    "read_page": read_page,
    "read_pages": lambda text: read_pages(f"{text}\f{text}"),
    "read_article": read_article,
    "find_headers": find_headers,
    "explain": explain,
}
LINED = {"lines"}  # a row of short lines is the layout's, which is tested by itself
TEXTS = {name: piece for name, piece in PIECES.items() if name not in LINED} | {
    "blank lines": "\n",
    "attributions": "(记者 马骁)",
}
SIZE = 1_600  # each is a counted run under a profiler


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_verb_works_twice_as_much_on_twice_the_text(name: str, verb: str) -> None:
    piece, read = TEXTS[name], VERBS[verb]
    text = (piece * (2 * SIZE // len(piece) + 1))[: 2 * SIZE]
    read(text)  # what is compiled and read once does not count
    assert work(lambda: read(text)) <= MOST * work(lambda: read(text[:SIZE]))


@pytest.mark.parametrize("name", ["rows", "datelines", "credits", "paragraphs"])
def test_attributions_are_found_line_by_line(name: str) -> None:
    piece = {
        "rows": "全县新建农村公路\n",
        "datelines": "本报临河6月3日讯(记者 马骁) 新闸启用。\n",
        "credits": "(记者 马骁)\n",
        "paragraphs": f"{PROSE}\n",
    }[name]
    find_headers(piece)
    assert work(lambda: find_headers(piece * 60)) <= MOST * work(lambda: find_headers(piece * 30))


@pytest.mark.parametrize("name", ["prose", "digits", "one", "brackets", "prices", "days"])
@pytest.mark.parametrize("verb", ["read_page", "find_headers", "find_mentions"])
def test_a_line_of_a_million_characters_is_read(name: str, verb: str) -> None:
    piece = PIECES[name]
    if not os.environ.get("GOVNEWS_LONG"):
        pytest.skip("reads for a minute; GOVNEWS_LONG=1 asks for it")
    (VERBS | {"find_mentions": find_mentions})[verb]((piece * (1_000_000 // len(piece) + 1))[:1_000_000])


# -- the short ways ---------------------------------------------------------------------------------------------------
class Everything(dict[str, str]):
    """Lets any character follow."""

    def get(self, _key: str, _default: object = None) -> str:
        return ""


def long_way(text: str) -> list[Reading]:
    """Read each 一 to its end, where the scan passes most over at a glance."""
    table = units(LEXICON)
    closed, _ = close(text)
    return list(quantities._runs(closed, table, Everything()))  # noqa: SLF001 - the short way is what this is about


def short_way(text: str) -> list[Reading]:
    closed, _ = close(text)
    return list(quantities._runs(closed, units(LEXICON), after_one(LEXICON)))  # noqa: SLF001


def touched(text: str, *, near: bool) -> list[Reading]:
    """Return the names that touch a figure, of all or of those that were looked for near one."""
    figures = quantities.scan(text, LEXICON)
    places = sorted((one.start, one.end) for one in figures)
    names = nominals.scan(text, LEXICON, near=places if near else None)
    found = [one for one in names if any(start < one.end and one.start < end for start, end in places)]
    return sorted(found, key=lambda one: (one.start, one.end, one.rule))


@pytest.mark.parametrize("case", all_cases("mentions"), ids=lambda case: case.where)
def test_what_is_passed_over_is_no_figure(case: Case) -> None:
    text = (
        fold(case.text) + "。" + "各地要抓好落实,确保群众满意,形成长效机制,推动工作再上台阶。"
    )  # longer than a text that is all figure
    assert short_way(text) == long_way(text)
    assert touched(text, near=True) == touched(text, near=False)


@given(texts)
def test_what_is_passed_over_in_any_text_is_no_figure(text: str) -> None:
    folded = fold(text)
    assert short_way(folded) == long_way(folded)
    assert touched(folded, near=True) == touched(folded, near=False)
