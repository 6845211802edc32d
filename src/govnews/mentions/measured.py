"""How far an amount reaches to the right of its numeral: unit, range, and the forms of statutes."""

from decimal import Decimal

from attrs import evolve

from govnews.mentions.mention import Bound
from govnews.mentions.numeral import FORMAL
from govnews.mentions.reading import DURATION
from govnews.mentions.runs import RUN, Run, run_at
from govnews.mentions.signs import signed
from govnews.mentions.units import Unit, Units
from govnews.pattern import later

_JOINTS = "-—―~–−至到"
_ONWARDS = frozenset(f" 、与和{_JOINTS}")  # what may stand between the two ends of a range
_HALF = Decimal("0.5")
_TEN = Decimal(10)
_ODD = frozenset("个度°分块")
_AFTER_BLOCK = ("", ",", "。", ";", "、", "的", "了", "!", "?")
_MONTH = later("(?:19|20)[0-9]{2}\\.(?:0[1-9]|1[0-2])")  # 1995.10 通河县委书记
_BETWEEN = {"个多": Bound.OVER, "个来": Bound.ABOUT}  # 3个多月, 两个来月
_CHANGE = later("两毛|[1-9一二三四五六七八九](?:[毛角]|[,。;、的左以)!?]|$)")
_MOVED = later("(?:[涨跌降升低落窄]|[提调升更]高|增长|增幅|[上下]调)[^,。;]{0,5}$")
_LONGER = frozenset("0123456789.,、/-第")
_BELOW = later("零下|负|[-−](?=[0-9])")
_SECONDS = later("零?[0-9一二三四五六七八九十]{1,3}(?:\\.[0-9]+)?秒")


class Amount:
    """One numeral with its unit, as far as it reaches to the right; it grows while it is read."""

    def __init__(  # noqa: PLR0913, PLR0917 - by place it is made twice as fast
        self, start: int, end: int, value: Decimal, upper: Decimal | None, bound: Bound | None, unit: Unit, run: Run
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.upper = upper
        self.bound = bound
        self.unit = unit
        self.run = run


def unit_after(text: str, run: Run, units: Units) -> tuple[Unit, int, bool] | None:
    """Return the unit after a run, its end, and whether it says one half more (两个半小时); web text has 55 亿元."""
    at = run.end
    if text[at : at + 1] == " " and not run.han and not _MONTH.fullmatch(run.text):
        at += 1
    following = text[at : at + 1]
    if following in _ODD:
        odd = _odd_unit(text, at, run, units)
        if odd:
            return odd
    found = units.at(text, at, han=len(run.text) if run.han else 0)
    if found:
        if found[0].surface == "个点" and not _MOVED.search(text, max(0, run.start - 8), run.start):
            return units.after["个"], at + 1, False  # 新建10个点; 上调10个点
        return *found, False
    surface = _no_date(following, run, text[at + 1 : at + 2])
    return (units.after[surface], at + 1, False) if surface else None


def _no_date(following: str, run: Run, then: str) -> str | None:
    """Tell what 日, 月 and 点 are where they are no part of a date."""
    if following == "日" and run.value > 31:
        return "日"  # 90日 is no day of a month
    if following == "月" and run.text == "两":
        return "个月"  # 两月之久: no month is called so
    points = run.value > 60 or ("." in run.text and then in _AFTER_BLOCK)
    return "点" if following == "点" and not run.han and points else None  # 上证综指2876.69点, 上升0.1点


def _odd_unit(text: str, at: int, run: Run, units: Units) -> tuple[Unit, int, bool] | None:
    """两个半小时, 3个多月; 零下5度; 壹分 and 四分五秒."""
    following = text[at]
    if following == "个" and text[at + 1 : at + 2] in ("半", "多", "来"):
        for length in (3, 2, 1):
            unit = units.after.get("个" + text[at + 2 : at + 2 + length])
            if unit is not None and unit.type is DURATION:
                return unit, at + 1 + len(unit.surface), text[at + 1] == "半"
    elif following in "度°" and not text.startswith("°C", at):
        scale = _scale(text, run.start)
        return (evolve(units.after[scale], unit=following), at + 1, False) if scale else None
    elif following == "块" and (
        (run.value >= 10 and text[at + 1 : at + 2] in _AFTER_BLOCK) or _CHANGE.match(text, at + 1)
    ):
        return units.after["块钱"], at + 1, False  # 卖了一万块, 三块五; 300块展板 are counted
    elif following == "分":
        surface = _point(text, at + 1, run)
        return (units.after[surface], at + 1, False) if surface else None
    return None


def _point(text: str, end: int, run: Run) -> str | None:
    """Tell what 分 is: 以1分之差, 两千分, 四五十分; 壹分; 四分五秒."""
    if text.startswith("之差", end) or (run.han and (run.value >= 100 or (run.upper and run.value >= 10))):
        return "分" if text[end : end + 1] not in ("钟", "之") or text.startswith("之差", end) else None
    if run.text[0] in FORMAL:
        return "分钱"
    return "分钟" if _SECONDS.match(text, end) else None


def _scale(text: str, start: int) -> str | None:
    """摄氏30度, 零下5度, 华氏98.6度."""
    lead = text[max(0, start - 6) : start].rstrip("-负 ")
    if lead.endswith(("华氏", "華氏", "华氏温度", "华氏零下")):
        return "华氏度"
    return "摄氏度" if lead.endswith(("摄氏", "攝氏", "零下", "摄氏温度")) else None


def ranged(text: str, run: Run, units: Units) -> Amount | None:
    """Read one numeral and its unit, or the two ends of a range with one unit or two."""
    found = unit_after(text, run, units)
    if found is None:
        return _two(text, run, units)
    unit, end, half = found
    bound = run.bound or _BETWEEN.get(text[run.end : run.end + 2])
    amount = Amount(run.start, end, run.value + _HALF if half else run.value, run.upper, bound, unit, run)
    if text[end : end + 1] not in _ONWARDS:
        return amount
    second = second_run(text, end)
    between = between_run(text, end) if second is None else None
    second = second or between
    if second is None or run.upper is not None:
        return amount
    other = unit_after(text, second, units)
    if (
        other is None
        or (between and not text.startswith("之间", other[1]))
        or other[0].type is not unit.type
        or other[0].unit != unit.unit
        or not _rises(text, run, run.value, second)
    ):
        return amount
    return Amount(run.start, other[1], amount.value, second.value, second.bound or bound, unit, run)


def _two(text: str, run: Run, units: Units) -> Amount | None:
    """Read two numerals with one unit: 20-30户, 20±2℃, 十几二十个."""
    if text[run.end : run.end + 1] == "±":
        return _around(text, run, units)
    second = second_run(text, run.end) or _next_ten(text, run)
    found = unit_after(text, second, units) if second else None
    if second is None or found is None:
        return None
    unit, end, half = found
    low = lent(run, second)
    if not _rises(text, run, low, second):
        return None
    bound = second.bound or (run.bound if text[run.end - 1] == "几" else None)
    return Amount(run.start, end, low, second.value + (_HALF if half else 0), bound, unit, second)


def _next_ten(text: str, run: Run) -> Run | None:
    """Return the 二十 of 十几二十个."""
    match = RUN.match(text, run.end) if text[run.end - 1] == "几" else None
    second = run_at(match) if match else None
    return second if second and second.value - run.value == _TEN else None


def _around(text: str, run: Run, units: Units) -> Amount | None:
    """20±2℃, 5±0.1米: about the first of the two."""
    match = RUN.match(text, run.end + 1)
    margin = run_at(match) if match else None
    found = unit_after(text, margin, units) if margin else None
    return Amount(run.start, found[1], run.value, None, Bound.ABOUT, found[0], run) if found else None


def _rises(text: str, run: Run, low: Decimal, second: Run) -> bool:
    """Tell a range from two figures: 5-10, -5~10, -20~-10."""
    if second.value < 0:
        return signed(text, run.start)[1] and -low < second.value
    return low < second.value or (signed(text, run.start)[1] and text[run.start - 1] in "-−下")


def lent(run: Run, second: Run) -> Decimal:
    """Return the lower end of 8-10万, 一百二十到一百五十万: the 万 is meant for both."""
    if run.magnitude < second.magnitude and run.value * second.magnitude <= second.value:
        return run.value * second.magnitude
    return run.value


def second_run(text: str, at: int) -> Run | None:
    """Return the run after the joint of a range: - ~ — —— 至 到."""
    end = at
    if text[end : end + 1] == " ":
        end += 1
    joint = text[end : end + 1]
    if joint == "、":
        return _neighbour(text, at)
    if not joint or joint not in _JOINTS:
        return None
    end += 1
    if joint in "-—―" and text[end : end + 1] == joint:
        end += 1
    if text[end : end + 1] == " ":
        end += 1
    below = _BELOW.match(text, end)
    match = RUN.match(text, below.end() if below else end)
    run = run_at(match) if match else None
    return run.taken(run.start, run.end, -run.value, run.upper) if run and below else run


def _neighbour(text: str, at: int) -> Run | None:
    """5、6次 is five or six times."""
    first, second = text[at - 1 : at], text[at + 1 : at + 2]
    if not ("1" <= first < second <= "9") or ord(second) - ord(first) != 1 or text[at - 2 : at - 1] in _LONGER:
        return None
    match = RUN.match(text, at + 1)
    return run_at(match) if match and len(match[0]) == 1 else None


def between_run(text: str, at: int) -> Run | None:
    """Return the run after 与 or 和, which makes a range where 之间 follows."""
    if text[at : at + 1] not in ("与", "和"):
        return None
    match = RUN.match(text, at + 1)
    return run_at(match) if match else None


def statutory(text: str, amount: Amount, units: Units) -> Amount:
    """一万元以上十万元以下: one range, and no bound."""
    for more in ("以上", "及以上"):
        if not text.startswith(more, amount.end):
            continue
        at = amount.end + len(more)
        match = RUN.match(text, at + (text[at : at + 1] == ","))
        run = run_at(match) if match else None
        found = unit_after(text, run, units) if run else None
        if run and found and found[0].unit == amount.unit.unit and run.value > amount.value:
            for less in ("以下", "以内", "及以下"):
                if text.startswith(less, found[1]):
                    amount.end, amount.upper, amount.bound = found[1] + len(less), run.value, None
                    return amount
    return amount
