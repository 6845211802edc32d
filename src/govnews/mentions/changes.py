"""What a share or a multiple says about a movement: 同比增长5.3%, 从2.1%提高到2.5%, 比上年翻一番.

Only what the same clause says, before the figure; a list (分别增长5%、3%和1%) moves as its first member does.
"""

from decimal import Decimal

from govnews.mentions.mention import Basis, Change, Direction, MentionType
from govnews.mentions.reading import Figure, Reading
from govnews.pattern import later

_UP = (
    "增长率|增长速度|增长幅度|上涨幅度|上升幅度|升值|增值|回升|"
    "增长|增加|上升|提高|上涨|提升|上调|攀升|扩大|增幅|增速|涨幅|升幅|高于|高出|增|升|涨|快"
)
_DOWN = (
    "下降幅度|下跌幅度|下滑幅度|贬值|缩水|下挫|"
    "下降|减少|降低|回落|下跌|下滑|下调|缩减|压减|收窄|降幅|跌幅|低于|降|跌|减|缩"
)
_BETWEEN = "(?:了|约|近|在|逾|将|大约|高(?=达)|只|超|超过|分别|各|达|均|仅|又|再|同比|环比)*"
_MOVED = later(f"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_BETWEEN}(?P<to>[到至为达]*){_BETWEEN}$")
_LEVEL = later("幅|速|率")  # 增速为5%: the movement, not what it ends at
# 比上半年低2个百分点, 较五年前高一成
_COMPARED = later("[比较]([^,。;比较]{1,14}?)(?:(?P<up>[高多快大])|(?P<down>[低少慢小]))[了出约近]*$")
# 减少发文三成, 降低成本20%: the thing between the verb and the share
_CUT = later("(?:减少|降低|削减|缩减|压减|压缩|节约|节省)[^,。;的占了至到比、0-9]{2,8}$")
_CLAUSE = later("[^,。;:!?\\n、]*$")
_REACH = 40  # characters: longer clauses hold more than one statement
_AND = later("[、和及与]$|、?(?:和|及)$")
_BASES = (
    (Basis.YEAR_ON_YEAR, later("同比|(?:比|较|与)(?:上年|去年|上一年)(?:同期)?")),
    (Basis.MONTH_ON_MONTH, later("环比|(?:比|较)(?:上月|上个月)")),
    (Basis.YEARLY, later("年均|平均每年")),
)
_OVER = later(
    "(?<![同环占])(?:比|较)((?:[0-9一二三四五六七八九〇]{2,4}年|[0-9一二十]{1,3}月|[上前去]|同期|改革|建[国市])[^,。;]{0,10}?)(?=$|增|提|上|下|减|降|回|扩|翻|高|低|收)"
)
_FROM = later("[从由](?:[^,。;从由]{1,12}的)?$")  # 由2015年的23.4%提高到28.1%
_SHARES = (MentionType.PERCENT, MentionType.RATIO)


def with_changes(text: str, readings: list[Reading]) -> list[Reading]:
    """Return the readings, the shares and multiples among them with the movement that their clause states."""
    found: list[Reading] = []
    for reading in readings:
        value = reading.value
        if reading.type in _SHARES and isinstance(value, Figure):
            change = _change(text, reading, value, found[-1] if found else None)
            if change:
                reading.value = value._replace(change=change)
        found.append(reading)
    return found


def _change(text: str, reading: Reading, value: Figure, last: Reading | None) -> Change | None:
    start = reading.start
    figure = last.value if last else None
    if last and isinstance(figure, Figure) and figure.change and figure.change.end is None:
        between = text[last.end : start]
        if len(between) <= 2 and _AND.search(between):
            return figure.change  # 分别增长5%、3%和1%
    clause = _CLAUSE.search(text, max(0, start - _REACH), start)
    before = clause[0] if clause else ""
    if reading.rule == "doubling":
        return Change(direction=Direction.UP, basis=_basis(before), over=_over(before))
    moved = _MOVED.search(before)
    if not moved:
        return _compared(before)
    direction = Direction.UP if moved["up"] else Direction.DOWN
    ends = bool(moved["to"]) and not _LEVEL.search(moved["up"] or moved["down"])
    origin: Decimal | None = None
    if ends and last and isinstance(figure, Figure) and last.type is reading.type and figure.unit == value.unit:
        lead = _FROM.search(text, max(0, last.start - 14), last.start)
        origin = figure.value if lead and last.end >= start - _REACH else None
    return Change(
        direction=direction,
        basis=_basis(before),
        over=_over(before),
        start=origin,
        end=value.value if ends else None,
    )


def _compared(before: str) -> Change | None:
    compared = _COMPARED.search(before)
    if compared:
        direction = Direction.UP if compared["up"] else Direction.DOWN
        return Change(direction=direction, basis=_basis(before), over=_over(before) or compared[1])
    return Change(direction=Direction.DOWN, basis=_basis(before), over=_over(before)) if _CUT.search(before) else None


def _basis(before: str) -> Basis | None:
    return next((basis for basis, pattern in _BASES if pattern.search(before)), None)


def _over(before: str) -> str | None:
    match = _OVER.search(before)
    return match[1] if match else None
