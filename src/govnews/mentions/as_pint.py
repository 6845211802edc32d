"""Figures as quantities of pint: UCUM codes into its units.

pint is an extra, and large: it is imported when it is first asked for.
"""

import importlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from govnews.errors import MissingExtraError, UnitError
from govnews.pattern import later

if TYPE_CHECKING:
    import pint

    Registry: TypeAlias = pint.UnitRegistry[Any]
    Magnitude: TypeAlias = pint.Quantity[Any]
else:  # the annotations of a public method can be asked for where pint is not installed
    Registry = Magnitude = Any

# UCUM's names where pint has others; prefixes and the rest are written alike
_ATOMS = {
    "Cel": "degC",
    "[degF]": "degF",
    "Ohm": "ohm",
    "har": "hectare",
    "a": "year",
    "mo": "month",
    "wk": "week",
    "d": "day",
    "[acr_us]": "acre",
    "[bu_us]": "bushel",
    "[car_m]": "carat",
    "[ft_i]": "foot",
    "[gal_us]": "gallon",
    "[in_i]": "inch",
    "[lb_av]": "pound",
    "[ly]": "light_year",
    "[mi_i]": "mile",
    "[nmi_i]": "nautical_mile",
    "[oz_av]": "ounce",
    "[ppm]": "ppm",
    "[yd_i]": "yard",
    "mm[Hg]": "mmHg",
}
_BYTES = later("By$")
_PIECE = later(r"([./]?)(?:(?P<number>[0-9]+)|(?P<atom>(?:[A-Za-z]|\[[a-zA-Z_]+\])+)(?P<power>[0-9]*))")
_LENGTHS = {"quarter": ("month", 3)}  # pint's quarter is a weight
_SHARES = {"%": "percent", "‰": "permille", "百分点": "percent"}


def registry_of_pint() -> Registry:
    """Return pint's application registry.

    Raises:
        MissingExtraError: where pint is not installed.
    """
    try:
        found: Any = importlib.import_module("pint")
    except ImportError as error:
        message = "to_pint needs the package pint: pip install 'govnews[pint]'"
        raise MissingExtraError(message) from error
    registry: Registry = found.get_application_registry().get()
    return registry


def measured(value: Decimal, code: str, registry: Registry) -> Magnitude:
    """Return `value` in the unit of a UCUM code: `km`, `mg/m3`, `kW.h`, `har/15`.

    Raises:
        UnitError: where the code is none that can be written in pint's units.
    """
    unit, at = registry.Unit(""), 0
    while at < len(code):
        piece = _PIECE.match(code, at)
        if piece is None:
            message = f"pint has no unit for the UCUM code {code!r}"
            raise UnitError(message)
        divided, at = piece[1] == "/", piece.end()
        if piece["number"]:
            number = Decimal(piece["number"])
            value = value / number if divided else value * number
            continue
        power = int(piece["power"] or 1)
        unit *= _unit(piece["atom"], registry) ** (-power if divided else power)
    return _of(value, unit, registry)


def length_of_time(value: Decimal, unit: str, registry: Registry) -> Magnitude:
    """Return a length of time; of a year and a month pint knows the mean length."""
    name, times = _LENGTHS.get(unit, (unit, 1))
    return _of(value * times, registry.Unit(name), registry)


def share(value: Decimal, unit: str, registry: Registry) -> Magnitude:
    """Return 20.3% in percent, 3‰ in permille, and 1.5个百分点 in percent."""
    return _of(value, registry.Unit(_SHARES[unit]), registry)


def pure(value: Decimal, registry: Registry) -> Magnitude:
    """Return a number without a dimension."""
    return _of(value, registry.Unit(""), registry)


def sum_of_money(value: Decimal, code: str, registry: Registry) -> Magnitude:
    """Return money in a currency that the registry defines.

    Raises:
        UnitError: where it does not: what a currency is worth is no constant, so pint has none of its own.
    """
    if code not in registry:
        message = f"pint knows no currency; define it in a registry of yours: registry.define('{code} = [currency]')"
        raise UnitError(message)
    return _of(value, registry.Unit(code), registry)


def _unit(atom: str, registry: Registry) -> "pint.Unit":
    name = _ATOMS.get(atom) or _BYTES.sub("B", atom)
    if name not in registry:
        message = f"pint has no unit for the UCUM code {atom!r}"
        raise UnitError(message)
    return registry.Unit(name)


def _of(value: Decimal, unit: "pint.Unit", registry: Registry) -> Magnitude:
    return registry.Quantity(registry.non_int_type(value), unit)  # a float, or the type that the registry counts in
