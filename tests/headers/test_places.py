"""A place has the code that it had on the day of issue; an ambiguous one only with the home of the outlet."""

from datetime import date

import pytest

from govnews.headers.find import find
from govnews.headers.places import code_of, home_of, is_division
from govnews.lexicon import Lexicon
from govnews.span import Passage

LEXICON = Lexicon.default()


@pytest.mark.parametrize(
    ("text", "year", "home", "code"),
    [
        ("兖州", 2010, "", "370882"),
        ("兖州", 2020, "", "370812"),
        ("兖州市", 2020, "", None),
        ("济宁", 1998, "", "370800"),
        ("济宁", None, "", "370800"),
        ("嘉祥", 2023, "", "370829"),
        ("北京", 2023, "", "110000"),
        ("长沙", 2023, "", "430100"),
        ("朝阳", 2023, "", None),
        ("朝阳", 2023, "2113", "211300"),
        ("朝阳区", 2023, "11", "110105"),
        ("江苏徐州", 2023, "", "320300"),
        ("湖北武汉市", 2023, "", "420100"),
        ("太白湖新区", 2023, "", "370800"),
        ("高新区", 2023, "3708", None),
        ("恩施", 2023, "", "422800"),
        ("巴黎", 2023, "", None),
        ("北京、开罗", 2023, "", None),
        ("", 2023, "", None),
    ],
)
def test_code(text: str, year: int | None, home: str, code: str | None) -> None:
    assert code_of(text, year, home, LEXICON) == code


def test_home() -> None:
    assert home_of("济宁日报", 2023, LEXICON) == "3708"
    assert home_of("湖北日报", 2023, LEXICON) == "42"
    assert home_of("大众日报", 2023, LEXICON) == "37"
    assert home_of("济宁新闻网", 2023, LEXICON) == "3708"
    assert home_of("新华社", 2023, LEXICON) == ""
    assert home_of(None, 2023, LEXICON) == ""


def test_division() -> None:
    assert is_division("大连", LEXICON)
    assert not is_division("发展", LEXICON)


def test_the_page_decides() -> None:
    text = "本报朝阳5月18日讯(记者 孔令河)"
    (header,) = find(Passage.whole(text), issued=date(2023, 5, 19), lexicon=LEXICON, outlet="朝阳日报")
    assert header.place is not None
    assert header.place.code is None  # of 朝阳日报 too there may be two
    (header,) = find(Passage.whole(text), issued=date(2023, 5, 19), lexicon=LEXICON, outlet="北京日报")
    assert header.place is not None
    assert header.place.code == "110105"
