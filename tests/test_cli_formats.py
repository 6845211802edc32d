"""The formats of `govnews read`: each is whole for one page, for several and for none."""

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from govnews import cli
from govnews.cli.formats import FORMATS

PAGE = "村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了自来水。"
READERS: dict[str, Any] = {
    "csv": lambda text: list(csv.DictReader(text.splitlines(keepends=True))),
    "csv-articles": lambda text: list(csv.DictReader(text.splitlines(keepends=True))),
    "csv-headers": lambda text: list(csv.DictReader(text.splitlines(keepends=True))),
    "csv-paragraphs": lambda text: list(csv.DictReader(text.splitlines(keepends=True))),
    "doccano": lambda text: [json.loads(line) for line in text.splitlines()],
    "html": str,
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "jsonld": json.loads,
    "labelstudio": json.loads,
    "ninjs": json.loads,
    "table": str,
    "tei": lambda text: fromstring(text.encode("utf-8")),  # noqa: S314 - written by this very test
    "text": str,
}


def test_every_format_is_tried() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_whole(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert cli.main(["read", str(tmp_path / "a.txt"), "--format", form]) == 0
    one = READERS[form](capsys.readouterr().out)
    assert cli.main(["read", str(tmp_path), "--format", form]) == 0
    several = READERS[form](capsys.readouterr().out)
    if form == "tei":
        assert (one.tag.rpartition("}")[2], several.tag.rpartition("}")[2]) == ("TEI", "teiCorpus")
        assert len(several) == 3
    elif isinstance(one, list):
        assert len(several) == 2 * len(one)
    elif isinstance(one, dict):
        assert len(several) == 2
    else:
        assert several.count("200余户") == 2 * one.count("200余户")


@pytest.mark.parametrize("form", FORMATS)
def test_without_a_page_nothing_is_printed(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", str(tmp_path / "none.txt"), "--format", form]) == 1
    assert capsys.readouterr().out == ""
