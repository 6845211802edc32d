"""The day of a dateline, resolved against the day of issue."""

import re
from datetime import date

from govnews.headers.header import HeaderDate
from govnews.pattern import later
from govnews.text import fold

_DAY = later(r"(?:(?P<year>[^年]{4})年)?(?:(?P<month>[^月]{1,3})月)?(?P<day>[^日]{1,3})日")
_FIGURES = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


def _number(text: str) -> int | None:
    if re.fullmatch("[0-9]+", text):
        return int(text)
    if len(text) == 4 and all(ch in _FIGURES for ch in text):  # 一九九八
        return int("".join(str(_FIGURES[ch]) for ch in text))
    tens, mark, ones = text.replace("廿", "二十").partition("十")
    if any(part and (len(part) > 1 or part not in _FIGURES) for part in (tens, ones)):
        return None
    if not mark:
        return _FIGURES.get(tens)
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0)


def _nearest(month: int, day: int, issued: date) -> date | None:
    """Return the day of that month nearest to the day of issue; the past one on a tie."""
    found = [made for year in (issued.year - 1, issued.year, issued.year + 1) if (made := _made(year, month, day))]
    return min(found, key=lambda made: (abs((made - issued).days), made), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_and_day(text: str) -> tuple[int | None, int, int] | None:
    """Return year, month and day of a dateline's date; None where it has no month or is none.

    >>> month_and_day("5月18日"), month_and_day("18日")
    ((None, 5, 18), None)
    """
    found = _DAY.fullmatch(fold(text).replace(" ", ""))
    if not found or not found["month"]:
        return None
    year, month, day = (_number(part) if part else None for part in found.groups())
    return (year, month, day) if month and day and _made(year or 2000, month, day) else None


def read_day(text: str | None, printed: str, issued: date | None) -> HeaderDate | None:
    """Return the date of a header: a day without a month is the last one before the issue.

    >>> read_day("12月31日", "12月31日", date(1998, 1, 1)).edtf
    '1997-12-31'
    """
    if not text:
        return None
    found = _DAY.fullmatch(text.replace(" ", ""))
    if not found:
        return HeaderDate(text=printed)
    year, month, day = (_number(part) if part else None for part in found.groups())
    made = None
    if day and month and found["year"]:
        made = _made(year, month, day) if year else None
    elif day and month and issued:
        made = _nearest(month, day, issued)
    elif day and issued and not found["month"]:
        before = (issued.year - (issued.month == 1), (issued.month - 2) % 12 + 1)
        both = (_made(issued.year, issued.month, day), _made(*before, day))
        made = min((each for each in both if each), key=lambda each: abs((each - issued).days), default=None)
    return HeaderDate(text=printed, edtf=made.isoformat() if made else None)
