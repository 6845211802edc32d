"""The command: what it prints, what it notes, how it ends."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from govnews import Page, __version__, cli, read_pages
from govnews.cli import read
from govnews.export import from_document, from_json
from govnews.lexicon import table_names

PAGE = (
    "村民用上自来水\n\n"
    "本报临河6月3日讯(通讯员 马骁) 近日,石泉村的供水管网改造完工,拧开龙头,清水入缸,石泉村200余户\n\n"
    "村民用上了自来水。\n"
)
OTHER = (
    "夏粮收购开秤\n\n本报临河6月5日讯(记者 周敏) 昨日,全县32个收购网点一齐开秤,当天收购小麦1.2万吨,农民卖粮不出镇。\n"
)
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return written(tmp_path / "a.txt", PAGE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages" / "later").mkdir(parents=True)
    written(tmp_path / "pages" / "a.txt", PAGE)
    written(tmp_path / "pages" / "later" / "b.txt", OTHER)
    (tmp_path / "pages" / "notes.md").write_bytes(b"\xff")
    return tmp_path / "pages"


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def headlines(text: str) -> list[str | None]:
    return [from_document(one).articles[0].headline for one in json.loads(text)]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


# -- what it reads ----------------------------------------------------------------------------------------------------
def test_one_file_gives_one_document(page: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(page), "--issued", "2023-06-04"]) == 0
    shown = capsys.readouterr()
    found = from_json(shown.out)
    assert (found.source, found.issued) == (str(page), date(2023, 6, 4))
    assert found.articles[0].headline == "村民用上自来水"
    assert "村民" in shown.out
    assert shown.err == ""


def test_several_files_give_an_array(page: Path, tmp_path: Path, capsys: Captured) -> None:
    other = written(tmp_path / "b.txt", OTHER)
    assert cli.main(["read", str(other), str(page)]) == 0
    assert headlines(capsys.readouterr().out) == ["夏粮收购开秤", "村民用上自来水"]


def test_a_folder_gives_an_array_of_its_pages_by_name(folder: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(folder)]) == 0
    assert headlines(capsys.readouterr().out) == ["村民用上自来水", "夏粮收购开秤"]


def test_a_folder_of_one_page_gives_an_array_too(tmp_path: Path, capsys: Captured) -> None:
    written(tmp_path / "a.txt", PAGE)
    assert cli.main(["read", str(tmp_path)]) == 0
    assert headlines(capsys.readouterr().out) == ["村民用上自来水"]


def test_form_feeds_part_the_pages_of_a_file(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path / "a.txt", f"{PAGE}\f{OTHER}\f")
    assert cli.main(["read", str(path)]) == 0
    assert headlines(capsys.readouterr().out) == ["村民用上自来水", "夏粮收购开秤"]
    assert cli.main(["read", str(path), "--format", "jsonl"]) == 0
    pages = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [page.source for page in pages] == [str(path)] * 2
    text = path.read_text(encoding="utf-8")
    assert all(
        block.text == "".join(span.of(text) for span in block.spans)
        for page in pages
        for article in page.articles
        for block in article.blocks
    )


def test_one_page_before_a_form_feed_is_one_document(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(written(tmp_path / "a.txt", PAGE + "\f"))]) == 0
    assert from_json(capsys.readouterr().out).articles[0].headline == "村民用上自来水"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    give(monkeypatch, PAGE.encode())
    assert cli.main(["read", "-"]) == 0
    assert from_json(capsys.readouterr().out).source == "-"


@pytest.mark.parametrize("data", [b"", b"\n\n", " \u3000\n".encode()])
def test_an_empty_page_is_a_page(data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    give(monkeypatch, data)
    assert cli.main(["read", "-"]) == 0
    assert from_json(capsys.readouterr().out).articles == ()


@pytest.mark.parametrize("text", ["\ufeff" + PAGE, PAGE.replace("\n", "\r\n"), PAGE.replace("\n", "\r")])
def test_marks_and_line_ends_of_other_systems_change_nothing(text: str, tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(written(tmp_path / "a.txt", text))]) == 0
    found = capsys.readouterr().out
    assert cli.main(["read", str(written(tmp_path / "a.txt", PAGE))]) == 0
    assert capsys.readouterr().out == found


def test_another_encoding(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path / "a.txt", PAGE, "gb18030")
    assert cli.main(["read", str(path), "--encoding", "gb18030"]) == 0
    assert from_json(capsys.readouterr().out).articles[0].headline == "村民用上自来水"


# -- what it prints ---------------------------------------------------------------------------------------------------
def test_jsonl_is_a_line_a_page(folder: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(folder), "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [from_json(line).articles[0].headline for line in lines] == ["村民用上自来水", "夏粮收购开秤"]


def test_a_table_shows_articles_and_figures(page: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(page), "--format", "table"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("村民用上自来水", "马骁", "临河", "200余户", "headline", "bound"))
    assert shown.split("\n", 1)[0].endswith(": 1 article")


def test_html_is_one_document_of_all_pages(folder: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(folder), "--format", "html"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("<!DOCTYPE html>")
    assert shown.count("<html") == 1
    assert shown.count('class="masthead"') == 2


def test_text_is_the_mended_page(folder: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(folder), "--format", "text"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# 村民用上自来水\n")
    assert "石泉村200余户村民用上了自来水。\n\n\n# 夏粮收购开秤\n" in shown


# -- where it writes --------------------------------------------------------------------------------------------------
def test_a_file_is_written_whole(page: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.json"
    out.write_text("older", encoding="utf-8")
    assert cli.main(["read", str(page), "-o", str(out)]) == 0
    assert from_json(out.read_text(encoding="utf-8")).articles
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.json"]


@pytest.mark.parametrize("form", ["json", "jsonl", "table", "html", "text"])
def test_a_file_is_kept_where_nothing_could_be_read(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("older", encoding="utf-8")
    assert cli.main(["read", str(tmp_path / "none.txt"), "--format", form, "-o", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "older"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_kept_where_reading_breaks_off(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def break_off(text: str, *, issued: date | None, outlet: str | None) -> tuple[Page, ...]:
        seen.append(text)
        if len(seen) > 1:
            raise KeyboardInterrupt
        return read_pages(text, issued=issued, outlet=outlet)

    monkeypatch.setattr(read, "read_pages", break_off)
    out = tmp_path / "out.jsonl"
    out.write_text("older", encoding="utf-8")
    assert cli.main(["read", str(folder), "--format", "jsonl", "-o", str(out)]) == 130
    assert out.read_text(encoding="utf-8") == "older"
    assert not list(tmp_path.rglob("*.part"))


def test_a_place_where_nothing_can_be_written_is_named(page: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "none" / "out.json"
    assert cli.main(["read", str(page), "-o", str(out)]) == 1
    assert str(out) in capsys.readouterr().err


# -- what it refuses --------------------------------------------------------------------------------------------------
def test_a_missing_file(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(tmp_path / "none.txt")]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"govnews: {tmp_path / 'none.txt'}: no such file or folder\n"


def test_a_folder_without_pages(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(tmp_path)]) == 1
    assert "folder without pages" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a.jsonl", "a.tar", "A.TAR.GZ", "a.parquet"])
def test_a_file_of_many_texts_is_no_page(name: str, tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path / name, PAGE)
    assert cli.main(["read", str(path)]) == 1
    shown = capsys.readouterr()
    assert shown.out.strip() in {"", "[]"}
    assert shown.err == f"govnews: {path}: a file of many texts, which is read into tables only (-o OUT/)\n"


def test_a_folder_has_the_pages_that_its_tables_have(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / ".trash").mkdir()
    for name in ("a.txt", "B.TXT", "._a.txt", ".trash/c.txt"):
        written(tmp_path / name, PAGE)
    assert cli.main(["read", "--format", "jsonl", str(tmp_path)]) == 0
    sources = [Path(json.loads(line)["source"]).name for line in capsys.readouterr().out.splitlines()]
    assert sources == ["B.TXT", "a.txt"]


def test_ctrl_c_is_one_line(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("govnews.cli.read.read_pages", stopped)
    assert cli.main(["read", str(written(tmp_path / "a.txt", PAGE))]) == 130
    assert capsys.readouterr().err == "\ngovnews: stopped\n"


def test_bytes_that_are_not_utf8(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path / "a.txt", "ab" + PAGE, "gb18030")
    assert cli.main(["read", str(path)]) == 1
    said = capsys.readouterr().err
    assert f"{path}: not UTF-8: byte 0xB4 at offset 2" in said
    assert "--encoding gb18030" in said


def test_bytes_that_are_no_text(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff")
    assert cli.main(["read", str(tmp_path / "a.txt")]) == 1
    assert "nor is it GB18030" in capsys.readouterr().err


def test_an_encoding_that_there_is_not(page: Path, capsys: Captured) -> None:
    assert cli.main(["read", str(page), "--encoding", "gb-morse"]) == 1
    assert "there is no encoding 'gb-morse'" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_one_bad_file_does_not_stop_the_others(form: str, folder: Path, capsys: Captured) -> None:
    (folder / "ab.txt").write_bytes(b"\xff")
    assert cli.main(["read", str(folder), "--format", form]) == 1
    shown = capsys.readouterr()
    lines = shown.out if form == "json" else f"[{','.join(shown.out.splitlines())}]"
    assert headlines(lines) == ["村民用上自来水", "夏粮收购开秤"]
    assert shown.err.count("\n") == 1
    assert "ab.txt" in shown.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "a.txt", "--issued", "2023-02-30"], "'2023-02-30' is no day"),
        (["read", "a.txt", "--issued", "19. Mai"], "YYYY-MM-DD"),
        (["read", "a.txt", "--format", "papyrus"], "papyrus"),
        (["read"], "PATH"),
        (["read", ""], "the path is empty"),
        (["words", "colours"], "colours"),
        (["sing"], "sing"),
        ([], "VERB"),
    ],
)
def test_wrong_usage(words: list[str], said: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


# -- the other verbs --------------------------------------------------------------------------------------------------
def test_explain_names_rules_and_outcomes(capsys: Captured) -> None:
    assert cli.main(["explain", "本报临河6月3日讯(记者 周敏) 总投资55亿元。", "--issued", "2023-06-04"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("55亿元", "won", "mentions", "headers"))


def test_explain_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    give(monkeypatch, "总投资55亿元。".encode())
    assert cli.main(["explain", "-"]) == 0
    assert "55亿元" in capsys.readouterr().out


def test_words_lists_its_tables(capsys: Captured) -> None:
    assert cli.main(["words"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown[2:]] == list(table_names())


@pytest.mark.parametrize("table", table_names())
def test_words_prints_each_table(table: str, capsys: Captured) -> None:
    assert cli.main(["words", table]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 2


def test_version(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"govnews {__version__}\n"


# -- as a process -----------------------------------------------------------------------------------------------------
def run(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "govnews", *words], input=given, capture_output=True, check=False, timeout=120
    )


def test_a_process_reads_a_pipe_and_writes_utf8() -> None:
    ended = run("read", "-", "--format", "jsonl", given=PAGE.encode())
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert from_json(ended.stdout.decode("utf-8")).articles[0].headline == "村民用上自来水"


def test_a_process_ends_with_1_on_bad_input() -> None:
    ended = run("read", "-", given=PAGE.encode("gb18030"))
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"standard input: not UTF-8" in ended.stderr


def test_a_process_ends_with_2_on_wrong_usage() -> None:
    ended = run("read", "-", "--issued", "yesterday")
    assert (ended.returncode, ended.stdout) == (2, b"")
