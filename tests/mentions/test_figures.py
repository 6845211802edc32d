"""Figures in a row: what is printed, and all that is read of it."""

import pytest

from govnews.errors import ParseError
from govnews.lexicon import Lexicon
from govnews.mentions.find import find, parse_quantity
from govnews.mentions.mention import Quantity
from govnews.span import Passage, Span

LEXICON = Lexicon.default()
Said = tuple[str, str, str, str | None, str | None, str | None]
# what is printed, and of each figure: text, type, value, upper, unit, bound
FIGURES: list[tuple[str, list[Said]]] = [
    ("港币20万元", [("港币20万元", "money", "200000", None, "HKD", None)]),
    ("新台币300元", [("新台币300元", "money", "300", None, "TWD", None)]),
    ("华氏98.6度", [("华氏98.6度", "measure", "98.6", None, "度", None)]),
    ("零下摄氏11度", [("零下摄氏11度", "measure", "-11", None, "度", None)]),
    ("气温负3度", [("负3度", "measure", "-3", None, "度", None)]),
    ("体温摄氏37度", [("摄氏37度", "measure", "37", None, "度", None)]),
    ("负的百分之六十", [("负的百分之六十", "percent", "-60", None, "%", None)]),
    ("三岁半以上", [("三岁半以上", "count", "3.5", None, "岁", "over")]),
    ("三到五岁半", [("三到五岁半", "count", "3", "5.5", "岁", None)]),
    ("卖了一万块", [("一万块", "money", "10000", None, "CNY", None)]),
    ("300块展板", [("300块", "count", "300", None, "块", None)]),
    ("上证综指2876.69点", [("2876.69点", "count", "2876.69", None, "点", None)]),
    ("连续90日", [("90日", "duration", "90", None, "day", None)]),
    ("壹分", [("壹分", "money", "0.01", None, "CNY", None)]),
    ("四分五秒", [("四分五秒", "duration", "245", None, "second", None)]),
    ("1小时09分", [("1小时09分", "duration", "69", None, "minute", None)]),
    ("两年零三个月", [("两年零三个月", "duration", "27", None, "month", None)]),
    ("玖仟陆佰陆拾伍圆壹角捌分", [("玖仟陆佰陆拾伍圆壹角捌分", "money", "9665.18", None, "CNY", None)]),
    ("三千 八百 九十六户", [("三千 八百 九十六户", "count", "3896", None, "户", None)]),
    ("1000 万", [("1000 万", "number", "10000000", None, None, None)]),
    ("五 分之 一", [("五 分之 一", "ratio", "0.2", None, None, None)]),
    ("六 点 五 成", [("六 点 五 成", "percent", "65", None, "%", None)]),
    ("一百二十到一百五十万元", [("一百二十到一百五十万元", "money", "1200000", "1500000", "CNY", None)]),
    ("两到三仟澳元", [("两到三仟澳元", "money", "2000", "3000", "AUD", None)]),
    ("百分之三十到五十", [("百分之三十到五十", "percent", "30", "50", "%", None)]),
    ("百分之三", [("百分之三", "percent", "3", None, "%", None)]),
    ("千分之三", [("千分之三", "percent", "3", None, "‰", None)]),
    ("0.5个百分点", [("0.5个百分点", "percent", "0.5", None, "百分点", None)]),
    ("半斤", [("半斤", "measure", "0.5", None, "斤", None)]),
    ("半成", [("半成", "percent", "5", None, "%", None)]),
    ("三十两", [("三十两", "measure", "30", None, "两", None)]),
    ("一千零几十人", [("一千零几十人", "count", "1010", None, "人", "about")]),
    ("5万4千6百斤", [("5万4千6百斤", "measure", "54600", None, "斤", None)]),
    ("24点5度", [("24点5度", "measure", "24.5", None, "度", None)]),
    ("十几亿元", [("十几亿元", "money", "1000000000", None, "CNY", "about")]),
    ("数十亿元", [("数十亿元", "money", "1000000000", None, "CNY", "about")]),
    ("上百户", [("上百户", "count", "100", None, "户", "over")]),
    ("二百五十六", [("二百五十六", "number", "256", None, None, None)]),
    ("-.5", [("-.5", "number", "-0.5", None, None, None)]),
    ("2e5", [("2e5", "number", "200000", None, None, None)]),
    ("12-23", [("12-23", "number", "12", "23", None, None)]),
    ("一千到一千五百", [("一千到一千五百", "number", "1000", "1500", None, None)]),
    ("最多100", [("最多100", "number", "100", None, None, "under")]),
    ("170以下", [("170以下", "number", "170", None, None, "under")]),
    ("平均数为5.8", [("5.8", "number", "5.8", None, None, None)]),
    ("两月之久", [("两月", "duration", "2", None, "month", None)]),
    ("十来个", [("十来个", "count", "10", None, "个", "about")]),
    ("百来块钱", [("百来块钱", "money", "100", None, "CNY", "about")]),
    ("翻了四番多", [("翻了四番多", "ratio", "4", None, "番", "over")]),
    ("翻了一番半", [("翻了一番半", "ratio", "1.5", None, "番", None)]),
    ("1吨/亩", [("1吨/亩", "measure", "1", None, "吨/亩", None)]),
    ("8.5元每吨", [("8.5元", "money", "8.5", None, "CNY", None)]),
    ("约为300家", [("约为300家", "count", "300", None, "家", "about")]),
    ("近200余人", [("近200余人", "count", "200", None, "人", "about")]),
    ("不超过5%", [("不超过5%", "percent", "5", None, "%", "under")]),
    ("30人以内", [("30人以内", "count", "30", None, "人", "under")]),
    ("5公里多", [("5公里多", "measure", "5", None, "公里", "over")]),
    ("三人多次", [("三人", "count", "3", None, "人", None)]),
    ("十五年以上二十年以下", [("十五年以上二十年以下", "duration", "15", "20", "year", None)]),
    ("一万亿元", [("一万亿元", "money", "1000000000000", None, "CNY", None)]),
    ("3亿多元", [("3亿多元", "money", "300000000", None, "CNY", "over")]),
    ("3个多月", [("3个多月", "duration", "3", None, "month", "over")]),
    ("两个来月", [("两个来月", "duration", "2", None, "month", "about")]),
    ("一个半小时", [("一个半小时", "duration", "1.5", None, "hour", None)]),
    ("亿万群众", []),
    ("一兆二千亿元", [("一兆二千亿元", "money", "1200000000000", None, "CNY", None)]),
    ("5KM", [("5KM", "measure", "5", None, "KM", None)]),
    ("60km/h", [("60km/h", "measure", "60", None, "km/h", None)]),
    ("B-6186", []),
    ("K562+300处", []),
    ("1995.10 通河", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figure(text: str, expected: list[Said]) -> None:
    found = [
        (
            one.text,
            one.type.value,
            str(one.value),
            None if one.upper is None else str(one.upper),
            one.unit,
            None if one.bound is None else one.bound.value,
        )
        for one in find(Passage.whole(text), lexicon=LEXICON)
        if isinstance(one, Quantity)
    ]
    assert found == expected


def test_a_figure_cut_by_a_column_break_has_both_places() -> None:
    page = "面积1000\n\n多平米"
    [found] = find(Passage.cut(page, [Span(0, 6), Span(8, 11)]), lexicon=LEXICON)
    assert found.spans == (Span(2, 6), Span(8, 11))
    assert found.text == "1000多平米"


def test_in_an_attribution_no_figure_is_read() -> None:
    text = "本报临河讯(通讯员 三千名)临河有5个村"
    assert [one.text for one in find(Passage.whole(text), lexicon=LEXICON, closed=[(0, 13)])] == ["5个"]


@pytest.mark.parametrize(("text", "at"), [("三农", 0), ("", 0), ("5个村", 2), ("  约定", 2), ("近日", 0)])
def test_what_is_no_figure_is_said_with_its_place(text: str, at: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_quantity(text, LEXICON)
    assert caught.value.at == at


def test_parse_quantity_reads_one_expression_whole() -> None:
    quantity = parse_quantity(" 1.6万亩 ", LEXICON)
    assert (str(quantity.value), quantity.unit, quantity.ucum) == ("16000", "亩", "har/15")
    assert quantity.si is not None
    assert (str(quantity.si.value), quantity.si.unit) == ("10666666.6667", "m2")
