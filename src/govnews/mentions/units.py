"""What may stand after a figure: units, currencies, measure words and lengths of time, from the tables in data/."""

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import lru_cache

from attrs import evolve, field, frozen

from govnews.lexicon import Lexicon, Row
from govnews.mentions.mention import SI, Bound, MentionType
from govnews.mentions.reading import COUNT, DURATION, MEASURE, MONEY
from govnews.pattern import later

# what opens no unit and yet makes a figure of the numeral before it: ranges, 分之, 翻一番, 1:2, 一半; gaps, ends
_OPENERS = frozenset("-—―~–−至到分番:∶比半/ 度°月日点,。;、)!\n") | {""}
_DIVISIONS = later("\\((?:[省市州盟区县旗镇乡街道场村]{1,2}[、,]?){1,4}\\)")
# a length of time has its own names for units; in a rate (公里/小时) it is a measure
_TIMES: Mapping[str, tuple[str | None, tuple[Decimal, Decimal] | None, str]] = {
    "second": ("s", (Decimal(1), Decimal(1)), "s"),
    "minute": ("min", (Decimal(60), Decimal(1)), "s"),
    "hour": ("h", (Decimal(3600), Decimal(1)), "s"),
    "day": ("d", (Decimal(86400), Decimal(1)), "s"),
    "week": ("wk", (Decimal(604800), Decimal(1)), "s"),
    "month": ("mo", None, ""),
    "year": ("a", None, ""),
}
_TWELVE = Context(prec=12)  # what an SI value is rounded to: 1.6万亩 is 10666666.6667 m2


@frozen(kw_only=True)
class Unit:
    """One word that makes a figure of a numeral.

    Attributes:
        surface: as printed, in half-width.
        type: what the figure is then.
        unit: what is given back as its unit.
        scale: how many of `unit` one of it is (角 is 0.1 CNY, 成 is 10 %).
        ucum: its UCUM code, or None.
        factor: its size in `base`, as numerator and denominator, or None; of degrees Celsius the shift.
        base: the SI unit, or "".
        takes: any numerals; or arabic ones alone; or, of Chinese numerals, long ones of two characters and more.
        noun: the thing counted itself, and no measure word.
        apart: what after it makes another word of it.
        only: if not empty, one of these must follow; `$` is the end of the text.
        per: of a rate of money, what the sum is for.
        rule: the name of the rule that reads a figure with it.
        latin: whether it ends with a letter of the Latin alphabet, after which no other may stand.
    """

    surface: str
    type: MentionType
    unit: str
    scale: Decimal = Decimal(1)
    ucum: str | None = None
    factor: tuple[Decimal, Decimal] | None = None
    shift: Decimal | None = None
    base: str = ""
    takes: str = "any"
    noun: bool = False
    apart: tuple[str, ...] = ()
    only: str = ""
    per: str | None = None
    rule: str = field(init=False)
    latin: bool = field(init=False)

    @rule.default
    def _rule(self) -> str:
        return "noun-count" if self.noun else "rate" if self.per else self.type.value

    @latin.default
    def _latin(self) -> bool:
        return self.surface[-1].isascii() and self.surface[-1].isalpha()

    def si(self, value: Decimal) -> SI | None:
        """Return `value` of it in the SI unit of its dimension."""
        if self.shift is not None:
            return SI(value=_trim(value + self.shift), unit=self.base)
        if self.factor is None:
            return None
        return SI(value=_trim(_TWELVE.divide(value * self.factor[0], self.factor[1])), unit=self.base)

    def over(self, other: "Unit", joint: str) -> "Unit":
        """Return the rate of this for one `other`: 微克 over 立方米, 元 over 吨."""
        surface = f"{self.surface}{joint}{other.surface}"
        if self.type is MONEY:
            return Unit(surface=surface, type=self.type, unit=self.unit, scale=self.scale, per=other.surface)
        code, size, base = _TIMES.get(other.unit, (other.ucum, other.factor, other.base))
        return Unit(
            surface=surface,
            type=MEASURE,
            unit=surface,
            ucum=f"{self.ucum}/{code}" if self.ucum and code else None,
            factor=(self.factor[0] * size[1], self.factor[1] * size[0]) if self.factor and size else None,
            base=f"{self.base}/{base}",
        )


@frozen(kw_only=True)
class Hedge:
    """A word beside a figure that bounds it; `apart` as in bounds.tsv."""

    surface: str
    bound: Bound
    apart: str
    though: tuple[str, ...] = ()

    def led(self, text: str, start: int) -> bool:
        """Tell whether what stands before `start` makes another word of it: 失约, but not 损失约."""
        before = text[start - 1 : start]
        return bool(before) and before in self.apart and not (self.though and text.endswith(self.though, 0, start))


@frozen(kw_only=True)
class Units:
    """All that the scan of quantities looks words up in."""

    after: Mapping[str, Unit]
    after_lengths: Mapping[str, tuple[int, ...]]
    hedges_before: Mapping[str, Hedge]
    before_lengths: Mapping[str, tuple[int, ...]]
    hedges_after: Mapping[str, Hedge]
    behind_lengths: Mapping[str, tuple[int, ...]]
    openers: frozenset[str]  # what may follow a numeral that is a figure

    def at(self, text: str, at: int, *, han: int) -> tuple[Unit, int] | None:
        """Return the longest unit at `at` of folded text, and its end, after `han` characters of a Chinese numeral."""
        for length in self.after_lengths.get(text[at : at + 1], ()):
            end = at + length
            unit = self.after.get(text[at:end])
            if unit is None or (han and unit.takes != "any" and (han == 1 or unit.takes == "arabic")):
                continue
            end = at + len(unit.surface)  # less than `length` where the text ends
            following = text[end : end + 1]
            if unit.apart and text.startswith(unit.apart, end):
                continue
            if unit.only and (following or "$") not in unit.only:
                continue
            if unit.latin and following.isascii() and following.isalnum():
                continue
            return self._compound(text, unit, end)
        return None

    def _compound(self, text: str, unit: Unit, end: int) -> tuple[Unit, int]:
        """Go on over 微克/立方米, 毫克每立方米, 台(套)."""
        joint = text[end : end + 1]
        if joint == "/" or (joint == "每" and unit.type is MEASURE):
            other = self._one(text, end + 1)
            if other:
                return unit.over(other[0], joint), other[1]
            if text.startswith("月", end + 1):  # 3000元/月
                return unit.over(evolve(self.after["个月"], surface="月"), joint), end + 2
        elif joint == "(" and unit.noun and (more := _DIVISIONS.match(text, end)):
            surface = f"{unit.surface}{more[0]}"  # 13县(市、区)
            return Unit(surface=surface, type=COUNT, unit=surface, noun=True), more.end()
        elif joint == "(" and unit.type is COUNT and not unit.noun:
            other = self._one(text, end + 1)
            if other and other[0].type is COUNT and text[other[1] : other[1] + 1] == ")":
                surface = text[end - len(unit.surface) : other[1] + 1]
                return Unit(surface=surface, type=COUNT, unit=surface), other[1] + 1
        return unit, end

    def _one(self, text: str, at: int) -> tuple[Unit, int] | None:
        for length in self.after_lengths.get(text[at : at + 1], ()):
            unit = self.after.get(text[at : at + length])
            if unit is not None and unit.type is not MONEY:
                return unit, at + len(unit.surface)
        return None

    def hedge_before(self, text: str, at: int) -> tuple[Hedge, int] | None:
        """Return the longest hedge that ends at `at`, and its start."""
        for length in self.before_lengths.get(text[at - 1 : at], ()):
            start = at - length
            hedge = self.hedges_before.get(text[start:at]) if start >= 0 else None
            if hedge is not None and not (hedge.apart and hedge.led(text, start)):
                return hedge, start
        return None

    def hedge_after(self, text: str, at: int) -> tuple[Hedge, int] | None:
        """Return the longest hedge that starts at `at`, and its end."""
        for length in self.behind_lengths.get(text[at : at + 1], ()):
            hedge = self.hedges_after.get(text[at : at + length])
            if hedge is None:
                continue
            end = at + len(hedge.surface)
            if not (text[end : end + 1] and text[end] in hedge.apart):
                return hedge, end
        return None


@lru_cache(maxsize=4)
def units(lexicon: Lexicon) -> Units:
    """Return the units of a lexicon, ready to be looked up."""
    after: dict[str, Unit] = {}
    for unit in _units(lexicon):
        after.setdefault(unit.surface, unit)
    before = {hedge.surface: hedge for hedge in _hedges(lexicon, "before")}
    behind = {hedge.surface: hedge for hedge in _hedges(lexicon, "after")}
    return Units(
        after=after,
        after_lengths=_lengths(after, 0),
        hedges_before=before,
        before_lengths=_lengths(before, -1),
        hedges_after=behind,
        behind_lengths=_lengths(behind, 0),
        openers=frozenset(word[0] for word in (*after, *behind)) | _OPENERS,
    )


def _lengths(words: Mapping[str, object], end: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[end], set()).add(len(word))
    return {ch: tuple(sorted(lengths, reverse=True)) for ch, lengths in found.items()}


def _units(lexicon: Lexicon) -> Iterator[Unit]:
    """Give all units; of two tables with the same surface the earlier counts."""
    for row in lexicon.rows("shares"):
        yield _unit(row, MentionType(row["type"]), row["unit"])
    for row in lexicon.rows("time_spans"):
        yield _unit(row, DURATION, row["unit"])
    for row in lexicon.rows("currencies"):
        yield _unit(row, MONEY, row["code"])
    for row in lexicon.rows("units"):
        yield _unit(row, MEASURE, row["surface"])
    for row in lexicon.rows("measure_words"):
        yield _unit(row, COUNT, row["surface"])


def _unit(row: Row, kind: MentionType, unit: str) -> Unit:
    factor = row.get("factor", "")
    shifted = factor.startswith("+")  # degrees Celsius have another zero
    return Unit(
        surface=row["surface"],
        type=kind,
        unit=unit,
        scale=Decimal(row.get("scale", "1")),
        ucum=row.get("ucum") or None,
        factor=_fraction(factor) if factor and not shifted else None,
        shift=Decimal(factor) if shifted else None,
        base=row.get("base", ""),
        takes=row["takes"],
        noun=row.get("kind") == "noun",
        apart=_apart(row["apart"]),
        only=row.get("only") or "",
    )


def _apart(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(",")) if "," in cell else tuple(cell)


def _hedges(lexicon: Lexicon, side: str) -> Iterator[Hedge]:
    for row in lexicon.rows("bounds"):
        if row["side"] == side:
            though = tuple(row["though"].split(",")) if row["though"] else ()
            yield Hedge(surface=row["surface"], bound=Bound(row["bound"]), apart=row["apart"], though=though)


def _fraction(text: str) -> tuple[Decimal, Decimal]:
    upper, _, lower = text.partition("/")
    return Decimal(upper), Decimal(lower or 1)


def _trim(value: Decimal) -> Decimal:
    """Write 100 as 100, not as 1E+2 or 100.000."""
    value = _TWELVE.plus(value)
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize(_TWELVE)
