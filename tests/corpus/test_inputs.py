"""What comes in: text, lines, Parquet, archives and streams, whole and broken."""

import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from govnews import CorpusError
from govnews.corpus import pieces, streams
from govnews.corpus.inputs import files_of, named_paths, pieces_of, weight_of
from govnews.corpus.pieces import Settings
from govnews.corpus.rows import Row
from govnews.corpus.units import Unit, units_of

TEXT = "村民用上自来水\n\n近日,石泉村200余户村民喝上了自来水。"


def units(*paths: Path, shard: int = 500, **settings: Any) -> list[Unit]:
    own = Settings(shard=shard, **settings)
    return list(units_of(pieces_of(files_of(named_paths(paths), Path("nowhere")), own), shard))


def rows(*paths: Path, **settings: Any) -> list[Row]:
    kept = {name: value for name, value in settings.items() if name != "shard"}
    return [row for unit in units(*paths, **settings) for piece in unit.pieces for row in piece.rows(Settings(**kept))]


def ids(found: list[Row]) -> list[Any]:
    return [row["id"] for row in found]


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def written(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# -- folders ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/2.txt", "a/10.txt", ".hidden.txt", ".git/x.txt", "notes.md", "c.TXT"):
        written(tmp_path / "pages" / name, TEXT)
    return tmp_path / "pages"


def test_a_folder_in_the_order_of_its_names(folder: Path) -> None:
    assert ids(rows(folder)) == ["a/10.txt", "a/2.txt", "b.txt", "c.TXT"]


def test_the_output_within_the_folder_is_passed_over(folder: Path) -> None:
    named = named_paths([folder])
    assert [name for _, name in files_of(named, folder / "a")] == ["b.txt", "c.TXT"]


def test_several_paths_are_told_apart(folder: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "more" / "b.txt", TEXT).parent
    assert ids(rows(folder / "a", other, folder / "b.txt")) == ["a/10.txt", "a/2.txt", "more/b.txt", "b.txt"]
    with pytest.raises(CorpusError, match=r"two of the paths are called b\.txt"):
        named_paths([folder / "b.txt", other / "b.txt"])


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none: no such file or folder"):
        named_paths([tmp_path / "none"])


def test_the_weight_of_a_folder(folder: Path) -> None:
    assert weight_of(named_paths([folder]), Path("nowhere")) == 4 * len(TEXT.encode())
    assert weight_of([*named_paths([folder]), (Path("-"), "-")], Path("nowhere")) is None


# -- units ------------------------------------------------------------------------------------------------------------
def test_units_are_cut_by_number_and_by_size(folder: Path) -> None:
    assert [len(unit.pieces) for unit in units(folder, shard=3)] == [3, 1]
    written(folder / "a" / "1.txt", "水" * streams.SIZE)
    assert [[piece.name for piece in unit.pieces] for unit in units(folder)] == [
        ["a/1.txt"],
        ["a/10.txt", "a/2.txt", "b.txt", "c.TXT"],
    ]


def test_a_mark_tells_a_change(folder: Path) -> None:
    before = [unit.mark for unit in units(folder, shard=2)]
    assert [unit.mark for unit in units(folder, shard=2)] == before
    written(folder / "b.txt", TEXT + "。")
    after = [unit.mark for unit in units(folder, shard=2)]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


# -- text files -------------------------------------------------------------------------------------------------------
def test_a_text_file(tmp_path: Path) -> None:
    [row] = rows(written(tmp_path / "a.txt", "\ufeff" + TEXT.replace("\n", "\r\n")), outlet="济宁日报")
    assert row == {"id": "a.txt", "source": "a.txt", "place": None, "text": TEXT, "issued": None, "outlet": "济宁日报"}


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    [row] = rows(written(tmp_path / "a.txt", TEXT.encode("gb18030")))
    assert row["reason"].startswith("not UTF-8: byte 0xB4 at offset 0; it reads as GB18030")
    [row] = rows(tmp_path / "a.txt", encoding="gb18030")
    assert row["text"] == TEXT


def test_a_file_that_goes_away(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    [unit] = units(tmp_path)
    path.unlink()
    [row] = unit.pieces[0].rows(Settings())
    assert (row["id"], row["reason"]) == ("a.txt", "No such file or directory")


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "none")
    assert rows(tmp_path)[0]["reason"] == "No such file or directory"


def test_a_folder_that_cannot_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "a" / "1.txt", TEXT)
    written(tmp_path / "b" / "1.txt", TEXT)
    scandir = os.scandir

    def closed(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", closed)
    first, second = rows(tmp_path)
    assert (first["id"], second["id"]) == ("a", "b/1.txt")
    assert first["reason"]


def test_a_text_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LARGEST", 10)
    assert "more than the 10 that one text may have" in rows(written(tmp_path / "a.txt", TEXT))[0]["reason"]


def test_the_day_in_the_name(tmp_path: Path) -> None:
    written(tmp_path / "20230519.txt", TEXT)
    written(tmp_path / "readme.txt", TEXT)
    first, second = rows(tmp_path, issued_from="%Y%m%d")
    assert first["issued"] == date(2023, 5, 19)
    assert second["reason"] == "there is no day by %Y%m%d in its name"
    assert rows(tmp_path, issued_from="%Y%m%d", issued=date(2023, 1, 1))[1]["issued"] == date(2023, 1, 1)


# -- lines of JSON ----------------------------------------------------------------------------------------------------
def test_lines_of_json(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        {"id": "p1", "text": TEXT, "issued": "2023-05-19", "outlet": "大众日报"},
        {"text": TEXT},
        {"id": 7, "text": None},
    )
    first, second, third = rows(path, outlet="济宁日报")
    assert first == {
        "id": "p1",
        "text": TEXT,
        "issued": "2023-05-19",
        "outlet": "大众日报",
        "source": "a.jsonl",
        "place": "line 1",
    }
    assert (second["id"], second["outlet"], second["place"]) == ("a.jsonl:2", "济宁日报", "line 2")
    assert (third["id"], third["text"]) == (7, None)


def test_fields_have_the_names_that_the_file_gives_them(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"uid": "p1", "content": TEXT, "day": "2023-05-19", "id": "other"})
    [row] = rows(path, fields={"text": "content", "id": "uid", "issued": "day"})
    assert (row["id"], row["text"], row["issued"]) == ("p1", TEXT, "2023-05-19")


BROKEN = {
    "no JSON": ('{"id": "p", "text": ', "the line is no JSON: Expecting value at column 21"),
    "no object": ('["p", "text"]', "the line is no JSON object"),
    "no text": ('{"id": "p", "body": "a"}', "there is no field 'text'; it has id, body"),
    "too deep": ("[" * 100_000, "the line is no JSON"),
    "too long a number": ('{"text": ' + "1" * 5000 + "}", "the line is no JSON: Exceeds the limit"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_line_has_its_place(name: str, tmp_path: Path) -> None:
    line, reason = BROKEN[name]
    good = json.dumps({"id": "g", "text": TEXT})
    found = rows(written(tmp_path / "a.jsonl", f"{good}\n\n{line}\n{good}"))
    assert [row.get("reason") is None for row in found] == [True, False, True]
    assert (found[1]["source"], found[1]["place"]) == ("a.jsonl", "line 3")
    assert found[1]["reason"].startswith(reason)


def test_a_line_that_is_not_utf8(tmp_path: Path) -> None:
    data = '{"text": "村"}\n'.encode("gb18030")
    [row] = rows(written(tmp_path / "a.jsonl", data))
    assert row["reason"].startswith("not UTF-8: byte 0xB4")
    assert rows(tmp_path / "a.jsonl", encoding="gb18030")[0]["text"] == "村"


@pytest.mark.parametrize("shard", [1, 2, 3, 7, 500])
def test_however_lines_are_cut_each_is_read_once(shard: int, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", *({"text": f"第{at}篇。"} for at in range(20)))
    found = rows(path, shard=shard)
    assert ids(found) == [f"a.jsonl:{at}" for at in range(1, 21)]
    assert [row["text"] for row in found] == [f"第{at}篇。" for at in range(20)]
    assert len(units(path, shard=shard)) == -(-20 // shard)


def test_a_line_that_has_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LARGEST", 100)
    path = lines(tmp_path / "a.jsonl", {"text": "甲"}, {"text": "乙" * 200}, {"text": "丙"})
    found = rows(path)
    assert [(row.get("text"), row["place"]) for row in found] == [("甲", "line 1"), (None, "line 2"), ("丙", "line 3")]
    assert "more than the 100" in found[1]["reason"]


def test_bytes_before_the_first_line_and_line_ends_of_other_systems(tmp_path: Path) -> None:
    found = rows(written(tmp_path / "a.jsonl", '\ufeff{"text": "甲"}\r\n{"text": "乙\\r\\n"}\r\n'))
    assert [row["text"] for row in found] == ["甲", "乙\r\n"]


# -- Parquet ----------------------------------------------------------------------------------------------------------
def parquet(path: Path, rows_in: int, **columns: list[object]) -> Path:
    table = pa.table({"text": [f"第{at}篇。" for at in range(rows_in)], **columns})
    pq.write_table(table, path, row_group_size=7)
    return path


def test_parquet(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", 20, id=list(range(20)), issued=[date(2023, 5, 19)] * 20, other=[0] * 20)
    found = rows(path, shard=6)
    assert ids(found) == list(range(20))
    assert found[3] == {
        "id": 3,
        "text": "第3篇。",
        "issued": date(2023, 5, 19),
        "outlet": None,
        "source": "a.parquet",
        "place": "row 4",
    }
    assert [sum(piece.records for piece in unit.pieces) for unit in units(path, shard=6)] == [6, 6, 6, 2]


def test_parquet_without_ids_and_without_texts(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", 3)
    assert ids(rows(path, shard=2)) == ["a.parquet:1", "a.parquet:2", "a.parquet:3"]
    assert rows(path, fields={"text": "body"})[0]["reason"] == "there is no column 'body'; it has text"


def test_parquet_that_is_broken(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", 3)
    written(path, path.read_bytes()[:-10])
    [row] = rows(path)
    assert row["source"] == "a.parquet"
    assert row["reason"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl", "pipe.zip"])
def test_nobody_waits_at_a_pipe(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    [row] = rows(tmp_path)
    assert (row["source"], row["reason"]) == (name, "a pipe or a device, no file; standard input is -")


# -- archives ---------------------------------------------------------------------------------------------------------
def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes]) -> Path:
    mode: Any = "w:gz" if path.name.endswith("gz") else "w"
    with tarfile.open(path, mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def members(tmp_path: Path) -> dict[str, bytes]:
    table = parquet(tmp_path / "inner", 2)
    data = table.read_bytes()
    table.unlink()
    return {
        "a/1.txt": TEXT.encode(),
        "a/2.txt": TEXT.encode(),
        "b.jsonl": b'{"text": "\xe7\x94\xb2"}\n{"text": \n',
        "c.parquet": data,
        "notes.md": b"",
        "__MACOSX/a/._1.txt": b"\0",
        "bad.txt": b"\xff",
    }


EXPECTED = {"a/1.txt", "a/2.txt", "b.jsonl:1", "b.jsonl:2", "c.parquet:1", "c.parquet:2", "bad.txt"}


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tar.gz", "x.tgz"])
@pytest.mark.parametrize("shard", [1, 2, 500])
def test_an_archive(name: str, shard: int, tmp_path: Path) -> None:
    path = (zipped if name == "x.zip" else tarred)(tmp_path / name, members(tmp_path))
    found = rows(tmp_path, shard=shard)
    assert sorted(ids(found)) == sorted(f"{name}/{one}" for one in EXPECTED)
    unread = {row["id"]: row["reason"] for row in found if "reason" in row}
    assert set(unread) == {f"{name}/b.jsonl:2", f"{name}/bad.txt"}
    assert unread[f"{name}/bad.txt"].startswith("not UTF-8: byte 0xFF at offset 0")
    assert sum(unit.weight for unit in units(path)) <= path.stat().st_size * 1.1


def test_names_of_a_chinese_windows(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"abcd.txt": TEXT.encode()})
    written(path, path.read_bytes().replace(b"abcd.txt", "版面".encode("gb18030") + b".txt"))
    [row] = rows(path)
    assert (row["id"], row["text"]) == ("x.zip/版面.txt", TEXT)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["x.zip", "x.tar"])
def test_two_members_of_one_name_are_both_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "x.zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "甲")
            archive.writestr("a.txt", "乙")
    else:
        with tarfile.open(path, "w") as archive:
            for text in ("甲", "乙"):
                info = tarfile.TarInfo("a.txt")
                info.size = len(text.encode())
                archive.addfile(info, io.BytesIO(text.encode()))
    assert [row["text"] for row in rows(path)] == ["甲", "乙"]


def test_a_zip_with_a_broken_member(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a.txt", "b.txt", "c.txt"):
            archive.writestr(name, f"{name}的正文。")
    written(path, path.read_bytes().replace("b.txt的正文".encode(), "b.txt的正丈".encode(), 1))
    found = rows(path)
    assert ids(found) == ["x.zip/a.txt", "x.zip/b.txt", "x.zip/c.txt"]
    assert "Bad CRC-32" in found[1]["reason"]
    assert "reason" not in found[0] | found[2]


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tar.gz"])
def test_what_is_no_archive(name: str, tmp_path: Path) -> None:
    [row] = rows(written(tmp_path / name, "no archive, but longer than a block of tar is " * 40))
    assert (row["id"], row["source"]) == (name, name)
    assert row["reason"]


def test_a_tar_that_breaks_off(tmp_path: Path) -> None:
    path = tarred(tmp_path / "x.tar", {f"{at}.txt": b"a" * 3000 for at in range(3)})
    whole = gzip.compress(path.read_bytes()[:6000])
    path.unlink()
    found = rows(written(tmp_path / "x.tar.gz", whole))
    assert ids(found)[0] == "x.tar.gz/0.txt"
    assert "reason" in found[-1]


# -- standard input ---------------------------------------------------------------------------------------------------
def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, TEXT.encode())
    [row] = rows(Path("-"))
    assert (row["id"], row["text"]) == ("-", TEXT)


def test_standard_input_is_lines_where_fields_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b'{"body": "a"}\n{"body": "b"}\n')
    assert [(row["id"], row["text"]) for row in rows(Path("-"), fields={"text": "body"})] == [
        ("-:1", "a"),
        ("-:2", "b"),
    ]
