"""The report: what the tables of a real run hold, as charts."""

import re
from pathlib import Path

import pytest

from govnews import CorpusError, cli
from govnews.corpus import read_folder, report_html
from govnews.corpus.report import QUESTIONS

PAGES = {
    "2023-05-30.txt": "村民用上自来水\n\n本报临河5月30日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了自来水。",
    "2023-07-01.txt": "夏粮收购开秤\n\n本报清河6月30日讯(记者 周敏) 昨日,全县收购小麦1.6万吨,同比增长5.3%。",
    "2023-07-02.txt": "会议召开\n\n新华社北京7月1日电(记者 周敏) 全县农田水利工作会议6月30日召开。",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\xff\xfe\xfd")
    tables = tmp_path_factory.mktemp("out")
    read_folder([folder], tables / "tables", issued_from="%Y-%m-%d", workers=1)
    return tables / "tables"


def rows(html: str, key: str) -> list[tuple[str, str]]:
    section = html.split(f'id="{key}-title"')[1].partition("</section>")[0]
    found = re.findall(r'<th scope="row">(.*?)</th><td>([\d,]+)</td>', section)
    return [(re.sub("<[^>]+>", "", name), count) for name, count in found]


def test_the_charts_say_what_the_tables_hold(out: Path) -> None:
    html = "".join(report_html(out))
    assert rows(html, "months") == [("2023-05", "1"), ("2023-06", "0"), ("2023-07", "2")]
    assert ("本报", "2") in rows(html, "outlets")
    assert {name for name, _ in rows(html, "places")} == {"临河", "清河", "北京"}
    assert ("百分比 percent", "1") in rows(html, "figures")
    assert ("会议报道 meeting", "1") in rows(html, "subkinds")
    assert sum(int(count) for _, count in rows(html, "kinds")) == 3
    assert sum(int(count) for _, count in rows(html, "sure")) == 3
    assert [count for _, count in rows(html, "errors")] == ["1"]
    assert "3 pages" in html
    assert "不明 3" in re.sub("<[^>]+>", "", html.split('id="papers-title"')[1])[:80]
    assert [question.key for question in QUESTIONS] == re.findall(r'<h2 id="(\w+)-title"', html)


def test_a_long_ranking_ends_and_says_so(tmp_path: Path) -> None:
    text = "\n\n".join(f"近日,{place}投入资金。" for place in ("石泉", "东岭"))
    units = "亩户名个家项次条吨米台辆座处株人村"
    text += "".join(f"新增{at}{unit}。" for at, unit in enumerate(units, 2))
    (tmp_path / "p.txt").write_text(text, encoding="utf-8")
    read_folder([tmp_path / "p.txt"], tmp_path / "out", workers=1)
    html = "".join(report_html(tmp_path / "out"))
    assert len(rows(html, "units")) == 15
    assert "2 others, 2 in all" in html


def test_the_command(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.html"
    assert cli.main(["report", str(out), "-o", str(file)]) == 0
    assert cli.main(["report", str(out)]) == 0
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")
    assert cli.main(["report", str(out), "-o", str(tmp_path / "none" / "report.html")]) == 1
    assert "No such file" in capsys.readouterr().err


def test_a_folder_without_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CorpusError):
        list(report_html(tmp_path))
    assert cli.main(["report", str(tmp_path)]) == 1
    assert "no tables" in capsys.readouterr().err
