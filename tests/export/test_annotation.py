"""Label Studio and doccano: offsets in code points of the text in the task, and warnings where that is not all."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from govnews import OffsetWarning, Page, read_article, read_page
from govnews.export import labelstudio_config, to_doccano, to_labelstudio
from govnews.export.running import running_of
from models import Made, made_pages

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "本报临河5月18日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了自来水,投资3至5万元。"

each_seed = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])


def quiet(made: Made) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", OffsetWarning)
        return to_labelstudio(made.page), to_doccano(made.page)


def placed(page: Page) -> list[list[tuple[int, int, str]]]:
    reads = [running_of(article) for article in page.articles if article.blocks]
    return [[(one.start, one.end, one.label) for one in read.placed] for read in reads]


@given(made_pages())
def test_both_point_at_the_same_characters(made: Made) -> None:
    tasks, rows = quiet(made)
    assert [[tuple(one) for one in row["label"]] for row in rows] == placed(made.page)
    for task, row in zip(tasks, rows, strict=True):
        regions = [one["value"] for one in task["predictions"][0]["result"]]
        assert [[one["start"], one["end"], *one["labels"]] for one in regions] == row["label"]
        assert [one["text"] for one in regions] == [row["text"][start:end] for start, end, _ in row["label"]]
        assert task["data"]["text"] == row["text"]
        assert "\r" not in row["text"]
    for told in (tasks, rows):
        assert json.loads(json.dumps(told, ensure_ascii=False).encode("utf-8")) == told


@given(made_pages())
def test_rows_are_as_doccano_asks(made: Made) -> None:
    for row in quiet(made)[1]:
        assert row["text"]
        assert not {"filename", "upload_name", "example_uuid", "#line_number"} & row.keys()
        for start, end, label in row["label"]:
            assert 0 <= start < end <= len(row["text"])
            assert label


@each_seed
def test_a_seed_is_taken_by_label_studio(path: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(labelstudio_config())
    interface.validate()
    tasks = to_labelstudio(read_page(path.read_text(encoding="utf-8")))
    assert any(task["predictions"][0]["result"] for task in tasks)
    for task in tasks:
        assert interface.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction, return_errors=True) == []


def test_label_studio_would_refuse_a_label_that_is_not_in_the_interface() -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(labelstudio_config())
    prediction = to_labelstudio(read_article(TEXT))[0]["predictions"][0]
    prediction["result"][0]["value"]["labels"] = ["gossip"]
    assert interface.validate_prediction(prediction, return_errors=True)


def test_label_studio_is_told_what_was_read() -> None:
    [task] = to_labelstudio(read_article(TEXT))
    told = {one["value"]["text"]: one["meta"]["text"] for one in task["predictions"][0]["result"]}
    assert told["200余户"] == ["200 户 over"]
    assert told["3至5万元"] == ["30000..50000 CNY"]
    assert told["近日"] == ["vague"]
    assert told["本报临河5月18日讯(通讯员 马骁)"] == ["马骁"]


@pytest.mark.parametrize("export", [to_labelstudio, to_doccano])
def test_a_character_beyond_the_first_plane_is_warned_of(export: Any) -> None:
    with pytest.warns(OffsetWarning, match="𠮷"):
        export(read_article("近日,𠮷家村200户通了自来水。"))


def test_tasks_of_pages_say_what_they_are_of() -> None:
    page = read_page(TEXT)
    [task] = to_labelstudio(page)
    assert task["data"]["article"] == "a1"
    assert task["data"]["text_sha256"] == page.text_sha256 == to_doccano(page)[0]["text_sha256"]
