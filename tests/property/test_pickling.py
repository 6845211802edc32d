"""Every class of the model goes through pickle, copy and deepcopy, and comes back equal."""

import copy
import inspect
import pickle
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import govnews
from govnews import errors, link_pages, read_page, read_pages
from govnews.lexicon import Lexicon
from govnews.trace import explain
from laws import ISSUED
from strategies import texts

SEEDS = Path(__file__).parents[2] / "seeds"


def pickled(protocol: int, one: Any) -> Any:
    return pickle.loads(pickle.dumps(one, protocol))  # noqa: S301 - its own


WAYS: dict[str, Callable[[Any], Any]] = {
    **{f"pickle {at}": partial(pickled, at) for at in range(2, 6)},
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}
RICH = (
    "中国粮食净出口2.1亿斤\n\n本报临河6月3日讯(通讯员 马骁) 近日,"
    "面积1.6万亩,同比由2.1%提高到5.2%,农历正月十五办灯会。(下转第2版)\f"
    "(上接第1版)\n\n上了放心水。\n\n■临河市委书记 周敏"
)


def parts(one: object) -> Iterator[object]:
    """Yield a value and all that it is made of."""
    yield one
    if isinstance(one, tuple):
        for part in one:
            yield from parts(part)
    elif hasattr(one, "__attrs_attrs__"):
        for at in one.__attrs_attrs__:
            yield from parts(getattr(one, at.name))


def model() -> set[type]:
    found = {getattr(govnews, name) for name in govnews.__all__}
    return {one for one in found if inspect.isclass(one) and not issubclass(one, Exception) and one is not Lexicon}


@pytest.mark.parametrize("way", WAYS)
def test_each_class_of_the_model_comes_back(way: str) -> None:
    pages = read_pages(RICH, outlet="临河日报")
    read = [read_page(path.read_text("utf-8"), issued=ISSUED) for path in sorted(SEEDS.glob("*.txt"))]
    shown: list[object] = [*pages, *link_pages(pages), *read, explain("总投资55亿元", issued=ISSUED)]
    seen: set[type] = set()
    for one in shown:
        assert WAYS[way](one) == one
        for part in parts(one):
            seen.add(type(part))
            if isinstance(part, Enum):
                assert WAYS[way](part) is part
    assert model() - seen == set()


@given(texts)
def test_any_page_comes_back(text: str) -> None:
    page = read_page(text)
    for again in (pickle.loads(pickle.dumps(page)), copy.deepcopy(page)):  # noqa: S301
        assert again == page
        assert list(map(repr, parts(again))) == list(map(repr, parts(page)))  # `other` and `calendar` too
        assert hash(again) == hash(page)


FAULTS = (
    errors.GovnewsError("a"),
    errors.ParseError("三农", 1, "a number"),
    errors.LexiconError("units.tsv", 3, "surface", "may not be empty"),
    errors.SourceError("p.txt: not UTF-8"),
    errors.DocumentError("$.articles", "expected an array"),
    errors.SpellingError("too long"),
    errors.UnitError("第三名 is a rank"),
    errors.CorpusError("out: the disk is full"),
    errors.MissingExtraError("needs pint"),
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: type(one).__name__)
def test_each_error_comes_back(fault: Exception, way: str) -> None:
    again = WAYS[way](fault)
    assert (type(again), str(again), vars(again)) == (type(fault), str(fault), vars(fault))


def test_the_errors_are_all_here() -> None:
    there = {one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, errors.GovnewsError)}
    assert {type(fault) for fault in FAULTS} == there


@pytest.mark.parametrize("way", WAYS)
def test_a_lexicon_comes_back(way: str, tmp_path: Path) -> None:
    default = Lexicon.default()
    default.rows("units")
    assert WAYS[way](default) is default
    path = tmp_path / "bounds.tsv"
    head = "surface:key\tside:before|after\tbound:about|over|under\tapart:text?\tthough:text?\texample:example"
    path.write_text(f"{head}\n足有\tbefore\tover\t\t\t种树⟦足有100棵⟧。\n", "utf-8")
    mine = default.extended(bounds=path)
    assert WAYS[way](mine).rows("bounds") == mine.rows("bounds") != default.rows("bounds")
