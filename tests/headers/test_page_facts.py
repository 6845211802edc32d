"""Beyond its lines: the paper behind 本报, the day that datelines vote for, the text without attributions."""

from datetime import date

import pytest

from govnews import Inferred, find_headers, parse_header, read_article, read_page
from govnews.export import from_json, to_json

BODY = "城东的路灯昨晚全亮了,居民出门散步的多了起来,大家都说方便,孩子们也有了去处。"


def page_of(*starts: str, more: str = "") -> str:
    return "\n\n".join(f"路灯亮了\n\n{start} {BODY}{more}" for start in starts)


def test_the_outlet_of_the_page_is_what_its_own_name_stands_for() -> None:
    text = page_of("本报济宁5月18日讯(记者 孔令河)")
    (header,) = read_page(text, outlet="济宁日报").articles[0].headers
    assert header.outlet is not None
    assert (header.outlet.text, header.outlet.name) == ("本报", "济宁日报")
    for found in (
        find_headers("本报讯(记者 孔令河)", outlet="济宁日报")[0],
        parse_header("本报记者 孔令河", outlet="济宁日报"),
        read_article(f"本报讯(记者 孔令河) {BODY}", outlet="济宁日报").headers[0],
    ):
        assert found.outlet is not None
        assert found.outlet.name == "济宁日报"
    (agency,) = find_headers("新华社北京5月18日电(记者孔令河)", outlet="济宁日报")
    assert agency.outlet is not None
    assert agency.outlet.name == "新华社"


def test_the_day_of_issue_gives_a_year() -> None:
    found = parse_header("本报济宁5月18日讯(记者 孔令河)", issued=date(2023, 5, 19))
    assert found.date is not None
    assert found.date.edtf == "2023-05-18"


@pytest.mark.parametrize(
    ("starts", "more", "edtf", "day"),
    [
        (["本报济宁5月18日讯"], "", "XXXX-05-18", None),
        (["本报济宁5月18日讯"], "2022年6月3日开工。", "2023-05-18", date(2023, 5, 18)),
        (["本报济宁5月18日讯"], "2023年4月3日开工。", "2023-05-18", date(2023, 5, 18)),
        (["新华社北京2021年5月18日电"], "", "2021-05-18", date(2021, 5, 18)),
        (["本报济宁5月17日讯", "本报汶上5月17日讯", "本报嘉祥5月18日讯"], "", "XXXX-05-18", None),
        (["本报济宁5月18日讯", "本报汶上5月18日讯", "本报嘉祥8月2日讯"], "", "XXXX-05-18", None),
        (["本报济宁12月31日讯", "本报汶上12月31日讯", "本报嘉祥1月1日讯"], "", "XXXX-01-01", None),
        (["新华社北京一月十三日电"], "", "XXXX-01-13", None),
    ],
)
def test_datelines_vote(starts: list[str], more: str, edtf: str, day: date | None) -> None:
    page = read_page(page_of(*starts, more=more))
    assert page.issued is None
    assert page.issued_inferred is not None
    assert (page.issued_inferred.edtf, page.issued_inferred.day) == (edtf, day)
    assert from_json(to_json(page)) == page


def test_the_evidence_is_what_is_printed() -> None:
    page = read_page(page_of("本报济宁5月18日讯(记者 孔令河)", more="2022年6月3日开工。"))
    assert page.issued_inferred == Inferred(
        edtf="2023-05-18", day=date(2023, 5, 18), evidence=("本报济宁5月18日讯(记者 孔令河)", "2022年6月3日")
    )


def test_nothing_is_inferred_where_the_day_is_known_or_no_dateline_has_one() -> None:
    assert read_page(page_of("本报济宁5月18日讯"), issued=date(2023, 5, 19)).issued_inferred is None
    assert read_page(page_of("本报讯(记者 孔令河)")).issued_inferred is None
    assert read_page("").issued_inferred is None


def test_the_body_without_its_attributions() -> None:
    article = read_article(f"本报济宁5月18日讯(记者 孔令河) {BODY}\n\n{BODY}(本报记者 颜承志)", headline="路灯亮了")
    assert len(article.headers) == 2
    assert article.body_text == f"{BODY}\n{BODY}"


def test_the_body_of_an_article_that_a_column_cut() -> None:
    text = f"路灯亮了\n\n本报济宁5月18日讯(记者 孔\n\n令河) {BODY}"
    article = read_page(text, issued=date(2023, 5, 19)).articles[0]
    assert "孔" not in article.body_text or "孔" in BODY
    assert article.body_text.endswith(BODY)
