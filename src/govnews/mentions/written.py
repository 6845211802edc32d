"""Numbers as computers, forms and formulas write them: 40k, 1.04M, 2e5, 2^5, 1 3/5, ½, Ⅲ.

None of these is read in prose, where 4K is a screen, 5G a network and 3M a firm: a whole text may be one.
"""

import unicodedata
from decimal import Decimal

from govnews.mentions.exact import share
from govnews.pattern import later

_PLAIN = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_FORM = later(
    f"(?P<sign>[-+−]?)(?P<number>{_PLAIN})(?:(?P<letter>[kKwWmMgG])|[eE](?P<power>[-+]?[0-9]{{1,3}})|\\^(?P<raised>-?[0-9]{{1,2}}))?"
)
_MIXED = later("(?P<whole>[0-9]{1,6}) +(?P<upper>[0-9]{1,4}) ?/ ?(?P<lower>[0-9]{1,4})")
_LETTERS = {"k": Decimal(10**3), "w": Decimal(10**4), "m": Decimal(10**6), "g": Decimal(10**9)}
_LONGEST = 40


def read_written(text: str) -> Decimal:
    """Return the value of one number of folded text that is written in one of these ways.

    Raises:
        ValueError: where `text` is none.

    >>> read_written("40k"), read_written("2^5"), read_written("1 3/5"), read_written("½")
    (Decimal('40000'), Decimal('32'), Decimal('1.6'), Decimal('0.5'))
    """
    if len(text) == 1 and unicodedata.category(text) in ("No", "Nl"):
        return _plain(Decimal(str(unicodedata.numeric(text))))
    if len(text) > _LONGEST:
        raise ValueError(text)
    mixed = _MIXED.fullmatch(text)
    if mixed and int(mixed["lower"]):
        return int(mixed["whole"]) + share(Decimal(mixed["upper"]), Decimal(mixed["lower"]))
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(text)
    value = Decimal(found["number"])
    if not found["letter"] and not found["power"] and not found["raised"]:
        return -value if found["sign"] in ("-", "−") and value else value
    if found["letter"]:
        value *= _LETTERS[found["letter"].lower()]
    elif found["power"]:
        value = value.scaleb(int(found["power"]))
    elif found["raised"]:
        if not value:
            raise ValueError(text)
        power = int(found["raised"])
        value = value**power if power >= 0 else share(Decimal(1), value**-power)
    return _plain(-value if found["sign"] in ("-", "−") and value else value)


def _plain(value: Decimal) -> Decimal:
    """Write 2E+5 as 200000."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
