import json

from eval.gate import FLOORS, MISSES, digest, gold_pages, measured
from eval.score import Score


def test_the_gold_is_the_gold_that_the_floors_were_measured_on() -> None:
    assert json.loads(FLOORS.read_text(encoding="utf-8"))["corpus"] == digest()


def test_no_task_is_under_its_floor() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    figures = measured().figures()
    assert figures.keys() == floors.keys()
    assert {task for task, figure in figures.items() if figure < floors[task]} == set()


def test_a_score_counts_what_is_missed() -> None:
    score = Score()
    score.add("joins", 3, 4, 5)
    score.add("joins", 1, 1, 1)
    assert score.figures() == {"joins": 0.7273}
    assert len(gold_pages()) == 3
    assert MISSES.exists()
