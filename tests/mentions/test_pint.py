"""Figures as quantities of pint: every unit of the tables, and what has no magnitude there."""

import sys
from decimal import Decimal
from typing import Any

import pint
import pytest

from govnews import MissingExtraError, Quantity, UnitError, parse_quantity
from govnews.lexicon import Lexicon, Row
from govnews.mentions.as_pint import measured, registry_of_pint
from govnews.mentions.find import find
from govnews.span import Passage
from marked import unmarked

LEXICON = Lexicon.default()
REGISTRY = registry_of_pint()
CODELESS = {"[IU]"}  # what an international unit is depends on the substance


def figure(example: str) -> Quantity:
    text, [span] = unmarked(example)
    [found] = [one for one in find(Passage.whole(text), lexicon=LEXICON) if one.spans == (span,)]
    assert isinstance(found, Quantity)
    return found


@pytest.mark.parametrize("row", LEXICON.rows("units"), ids=lambda row: row["surface"])
def test_a_unit_is_as_large_in_pint_as_in_its_row(row: Row) -> None:
    one = figure(row["example"])
    if (one.ucum is None or one.ucum in CODELESS) and one.si is None:
        with pytest.raises(UnitError):
            one.to_pint()
        return
    found = one.to_pint()
    if one.si is not None:
        size = measured(one.si.value, one.si.unit, REGISTRY)
        assert found.to(size.units).magnitude == pytest.approx(
            size.magnitude, rel=1e-3 if "[" in str(one.ucum) else 1e-9
        )


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("近1.5万亩", 1000, "hectare"),
        ("零下5摄氏度", -5, "degree_Celsius"),
        ("20-30公里", 20, "kilometer"),
        ("300千瓦时", 300, "hour * kilowatt"),
        ("三年", 3, "year"),
        ("两个季度", 6, "month"),
        ("20.3%", 20.3, "percent"),
        ("千分之三", 3, "permille"),
        ("1.5个百分点", 1.5, "percent"),
        ("26个村", 26, "dimensionless"),
        ("3倍", 3, "dimensionless"),
        ("翻两番", 4, "dimensionless"),
    ],
)
def test_a_figure_in_pint(text: str, value: float, unit: str) -> None:
    [one] = find(Passage.whole(text), lexicon=LEXICON)
    assert isinstance(one, Quantity)
    found = one.to_pint()
    assert found.magnitude == pytest.approx(value)
    assert str(found.units) == unit


def test_both_ends_of_a_range() -> None:
    one = parse_quantity("20-30公里")
    assert one.to_pint(upper=True) - one.to_pint() == 10 * REGISTRY.kilometer
    with pytest.raises(UnitError, match="no range"):
        parse_quantity("20公里").to_pint(upper=True)


def test_a_registry_of_exact_numbers() -> None:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Decimal)
    assert parse_quantity("3.2公里").to_pint(registry=registry).magnitude == Decimal("3.2")


def test_money_needs_a_registry_that_has_its_currency() -> None:
    one = parse_quantity("55亿元")
    with pytest.raises(UnitError, match=r"define\('CNY = \[currency\]'\)"):
        one.to_pint()
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    registry.define("CNY = [currency]")
    assert one.to_pint(registry=registry) == 5_500_000_000 * registry.CNY


@pytest.mark.parametrize("text", ["第61个", "3元/吨", "1200标箱"])
def test_what_has_no_magnitude(text: str) -> None:
    with pytest.raises(UnitError):
        parse_quantity(text).to_pint()


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pint", None)
    with pytest.raises(MissingExtraError, match=r"govnews\[pint\]"):
        parse_quantity("3公里").to_pint()
