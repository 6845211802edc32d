"""What stands before a figure and belongs to it: minus signs, 零下, and currencies."""

from govnews.pattern import later

_TEMPERED = later("(?:摄氏温度|华氏温度|[摄攝]氏|[华華]氏|零下)$")
_NOT_MINUS = frozenset("正胜担抱肩欺辜平背如自")
_MINUS = frozenset("-−")
_NOT_DASH = frozenset("-)%")
_LAST_OF_SUM = frozenset("币元金")
_SIGNS = frozenset("下的负") | _MINUS | _LAST_OF_SUM
_BEFORE_SUM = {
    "人民币": "CNY",
    "港币": "HKD",
    "新台币": "TWD",
    "台币": "TWD",
    "美金": "USD",
    "日币": "JPY",
    "澳门币": "MOP",
}


def signed(text: str, start: int) -> tuple[int, bool, str | None]:
    """Return where a figure starts with its sign, whether it is negative, and the currency before it.

    零下5℃, 负3.2%, -3.2%; 人民币300万元, 港币20元.
    """
    sign = text[start - 1 : start]
    if sign not in _SIGNS:
        return start, False, None
    before = text[start - 2 : start - 1]
    if (sign == "下" and before == "零") or (sign == "的" and before == "负"):
        return start - 2, True, None
    if sign == "负" and before not in _NOT_MINUS:
        return start - 1, True, None
    if sign in _MINUS and before not in _NOT_DASH and not (before.isascii() and before.isalnum()):
        return start - 1, True, None
    if sign in _LAST_OF_SUM:
        for name, code in _BEFORE_SUM.items():
            if start >= len(name) and text.startswith(name, start - len(name)):
                return start - len(name), False, code
    return start, False, None


def tempered(text: str, start: int, *, negative: bool) -> tuple[int, bool]:
    """Return where a temperature starts, and whether it is below zero: 零下摄氏11度, 华氏温度98.6度."""
    if text[start - 1 : start] == " " and _TEMPERED.search(text, max(0, start - 5), start - 1):
        start -= 1  # 摄氏 37 度
    while (lead := _TEMPERED.search(text, max(0, start - 4), start)) is not None:
        negative = negative or lead[0] == "零下"
        start = lead.start()
    return start, negative
