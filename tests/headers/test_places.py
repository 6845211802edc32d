"""A place has the code that it had on the day of issue; an ambiguous one only with the home of the outlet."""

from datetime import date
from pathlib import Path

import pytest

from govnews import read_page
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
        ("高新区", 2023, "3708", "370800"),
        ("高新区", 2023, "", None),
        ("经开区", 2023, "37", None),
        ("汶上经济开发区", 2023, "", "370830"),
        ("济南高新技术产业开发区", 2023, "", "370100"),
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


def test_the_other_places_of_the_page_decide() -> None:
    text = "本报朝阳5月18日讯(记者 孔令河)\n本报沈阳5月18日讯(记者 颜承志)"
    first, second = find(Passage.whole(text), issued=date(2023, 5, 19), lexicon=LEXICON)
    assert first.place is not None
    assert second.place is not None
    assert (first.place.code, second.place.code) == ("211300", "210100")


def test_a_page_decides_for_its_articles() -> None:
    lines = "路灯亮了\n\n本报{}5月18日讯(记者 孔令河) 城东的路灯昨晚全亮了,居民出门散步的多了起来,大家都说方便。"
    text = "\n\n".join(lines.format(place) for place in ("朝阳", "沈阳"))
    page = read_page(text, issued=date(2023, 5, 19))
    codes = {header.place.code for article in page.articles for header in article.headers if header.place}
    assert codes == {"211300", "210100"}


def test_a_county_of_two_years() -> None:
    (header,) = find(Passage.whole("本报兖州2010年5月18日讯(记者 孔令河)"), lexicon=LEXICON)
    assert header.place is not None
    assert header.place.code == "370882"


def test_towns_from_a_table(tmp_path: Path) -> None:
    table = tmp_path / "towns.tsv"
    table.write_text(
        "code:key\tname:text\tshort:text\n370830100\t石桥镇\t石桥\n370829101\t石桥镇\t石桥\n370830101\t柳河镇\t柳河\n",
        encoding="utf-8",
    )
    lexicon = LEXICON.extended(towns=table)
    assert code_of("柳河镇", 2023, "", lexicon) == "370830101"
    assert code_of("石桥镇", 2023, "", lexicon) is None
    assert code_of("汶上县石桥镇", 2023, "", lexicon) == "370830100"
    assert code_of("石桥", 2023, "370829", lexicon) == "370829101"
    assert code_of("柳河镇", 2023, "", LEXICON) is None
