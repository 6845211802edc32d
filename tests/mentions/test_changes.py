"""What a share says about a movement."""

import pytest

from govnews.lexicon import Lexicon
from govnews.mentions.find import find
from govnews.mentions.mention import Quantity
from govnews.span import Passage


def changes(text: str) -> list[tuple[str, str, str | None, str | None, str | None, str | None]]:
    return [
        (
            one.text,
            one.change.direction.value,
            None if one.change.basis is None else one.change.basis.value,
            one.change.over,
            None if one.change.start is None else str(one.change.start),
            None if one.change.end is None else str(one.change.end),
        )
        for one in find(Passage.whole(text), lexicon=Lexicon.default())
        if isinstance(one, Quantity) and one.change
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比由2015年的23.4%提高到28.1%。", [("28.1%", "up", None, None, "23.4", "28.1")]),
        ("产量增长0.5%。", [("0.5%", "up", None, None, None, None)]),
        ("用电量同比上涨2.3%。", [("2.3%", "up", "yoy", None, None, None)]),
        ("客流环比下降近两成。", [("近两成", "down", "mom", None, None, None)]),
        (
            "三项指标同比分别增长5.0%、3.2%和1.1%。",
            [(share, "up", "yoy", None, None, None) for share in ("5.0%", "3.2%", "1.1%")],
        ),
        ("占比从2.1%提高到2.5%以上。", [("2.5%以上", "up", None, None, "2.1", "2.5")]),
        ("比2015年提高3.5个百分点。", [("3.5个百分点", "up", None, "2015年", None, None)]),
        ("收入年均增长6.5%左右。", [("6.5%左右", "up", "yearly", None, None, None)]),
        ("利润较上年翻一番。", [("翻一番", "up", "yoy", "上年", None, None)]),
        ("去年经济增长率高达9.5%。", [("9.5%", "up", None, None, None, None)]),
        ("价格比去年同期低30%以上。", [("30%以上", "down", "yoy", "去年同期", None, None)]),
        ("产量比十年前高三成。", [("三成", "up", None, "十年前", None, None)]),
        ("全年减少发文和会议30%。", [("30%", "down", None, None, None, None)]),
        ("货币对美元升值了约2%。", [("约2%", "up", None, None, None, None)]),
        ("出席率达到90%，产量是去年的3倍。", []),
    ],
)
def test_change(text: str, expected: list[tuple[str, ...]]) -> None:
    assert changes(text) == expected
