"""What the notes and the tables say of figures and times."""

from datetime import date
from decimal import Decimal

import pytest

from govnews import find_mentions, read_article
from govnews.export.picture.facts import number, of_mention
from govnews.export.picture.figures import table_of
from govnews.export.picture.ink import Items

ISSUED = date(2023, 5, 4)


def told(text: str, printed: str) -> dict[str, str]:
    (mention,) = (one for one in find_mentions(text, issued=ISSUED) if one.text == printed)
    return {fact.english: fact.value for fact in of_mention(mention)}


@pytest.mark.parametrize(
    ("text", "printed", "facts"),
    [
        ("面积近1.6万亩", "近1.6万亩", {"measure": "16,000 亩", "hedge": "约 about"}),
        ("浓度35毫克每立方米", "35毫克每立方米", {"UCUM": "mg/m3", "SI": "0.000035 kg/m3"}),
        ("售价3000元/吨", "3000元/吨", {"money": "3,000 CNY/吨"}),
        ("新增20-30个", "20-30个", {"count": "20 – 30 个"}),
        ("由2.1%提高到2.5%", "2.5%", {"change": "增 up · 由 from 2.1 · 至 to 2.5"}),
        ("比2015年增长3倍", "3倍", {"change": "增 up · 比 over 2015年"}),
        ("同比下降5%", "5%", {"change": "降 down · 同比 year on year"}),
        ("农历正月十五", "农历正月十五", {"date": "2023-02-05", "calendar": "农历 lunar", "or else": "2024-02-24"}),
        ("近日", "近日", {"date": "泛指 vague"}),
        ("今年以来", "今年以来", {"period": "2023/..", "from – to": "2023-01-01 – …"}),
        ("5月3日上午9点50分", "5月3日上午9点50分", {"date": "2023-05-03 09:50", "grain": "分 minute"}),
    ],
)
def test_facts(text: str, printed: str, facts: dict[str, str]) -> None:
    assert facts.items() <= told(text, printed).items()


def test_the_table_says_the_same_in_short() -> None:
    text = "农历正月十五,由2.1%提高到2.5%,面积近1.6万亩"
    html = table_of(Items.of((), find_mentions(text, issued=ISSUED), "p").mentions, "p")
    for shown in ("农历 lunar", "由 from 2.1", "10,666,666.66", "约 about", ">—<"):
        assert shown in html


def test_a_figure_that_is_too_long_is_shown_by_its_power() -> None:
    assert number(Decimal(12345)) == "12,345"
    assert number(Decimal("1e300")) == "1E+300"


def test_a_headline_that_stands_apart_is_shown() -> None:
    html = read_article("近日,石泉村通了自来水。", headline="村民用上自来水")._repr_html_()
    assert "村民用上自来水</h2>" in html
