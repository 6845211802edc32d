"""Parts and multiples: 百分之五, 三分之二, 1/3, 一半, 翻两番, 1:2."""

from decimal import Decimal

from govnews.mentions.exact import share
from govnews.mentions.figure_forms import Place, figure, hedged
from govnews.mentions.measured import second_run
from govnews.mentions.mention import Bound
from govnews.mentions.numeral import plain, read_number
from govnews.mentions.reading import PERCENT, RATIO, Reading
from govnews.mentions.runs import RUN, Run, run_at
from govnews.pattern import later

_WHOLE = later("[0-9零一二三四五六七八九十百千万]+$")
_FINE = frozenset(("万", "十万", "百万", "千万", "万万", "亿", "十亿", "百万万"))  # 万分之三 is 0.03 %
_LETTER = later(" ?[kK](?![A-Za-z0-9])")
_CODE = later("(?:/|[0-9]-)$")  # 6445-9481/2 is a telephone
_MIXED = later("(?<![0-9./,])([1-9][0-9]?)(?: | ?又 ?)$")
_SLASH = later(" ?/ ?([0-9]{1,4})(?![0-9/年月日.])")
_AFTER_PART = frozenset(",。;、的以左强多弱是为)!")
_PART = later("(?:的|占|约|近|到|是|为|有|了|足|超过?)$")
_CUT = later("(?:打了?|享受?|按照?|以|低至|可享)(?:到|近|约|至|最低)?$")
_SOLD = later("(?:的?(?:优惠|折扣|价|票)|出售|起售|销售|促销|甩卖|购[买票房]|酬宾|起)")
_PROPORTION = later("[:∶比]([0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千]+)(?![0-9.:∶])")
# 比例为1:2, 之比约为2.4:1, 收入比2.34:1, 按1:3; but 比分 is a score
_TO_ONE = later("(?:比例|比率|汇率|比价|之比|配比|比(?=约|为|达|是))[^,。;分]{0,5}$|(?<![总大分评对相])比$|按照?$")


def fraction(place: Place) -> Reading | None:
    """百分之五, 千分之三 (in ‰), 万分之三 (0.03 %), 三分之二, 一又二分之一."""
    text, run = place.text, place.run
    if not text.startswith("分之", run.end):
        return None
    negative = text[run.end + 2 : run.end + 3] == "负"
    match = RUN.match(text, run.end + 2 + negative)
    upper = run_at(match) if match else None
    if upper is None or not run.value:
        return None
    if negative:
        upper = upper.taken(upper.start, upper.end, -upper.value, upper.upper)
    letter = _LETTER.match(text, upper.end)
    if letter:  # 百分之15k
        upper = upper.taken(upper.start, letter.end(), upper.value * 1000, upper.upper)
    if run.text in ("百", "千"):
        if run.text == "百":
            upper = _percent_range(text, upper)
        part = upper.taken(run.start, upper.end, upper.value, upper.upper)
        return hedged(place, part, "percent-words", PERCENT, "%" if run.text == "百" else "‰")
    if text.startswith("决赛", upper.end):
        return None
    if run.text in _FINE:
        part = upper.taken(run.start, upper.end, plain(share(upper.value * 100, run.value)))
        return hedged(place, part, "percent-words", PERCENT, "%")
    start, whole = _whole_before(text, run.start)
    part = Run(start, upper.end, whole + share(upper.value, run.value), None, upper.bound, True, "")
    return hedged(place, part, "fraction", RATIO, None)


def _percent_range(text: str, lower: Run) -> Run:
    """百分之三十到百分之五十, 百分之三十到五十."""
    more = second_run(text, lower.end)
    if text[lower.end : lower.end + 1] in ("到", "至", "-", "~", "—") and text.startswith("百分之", lower.end + 1):
        match = RUN.match(text, lower.end + 4)
        more = run_at(match) if match else None
    elif more and text.startswith(("分之", "个月"), more.end):
        return lower
    risen = more is not None and more.value > lower.value
    return lower.taken(lower.start, more.end, lower.value, more.value) if more and risen else lower


def _whole_before(text: str, start: int) -> tuple[int, Decimal]:
    """一又二分之一 is one and a half."""
    if text[start - 1 : start] != "又":
        return start, Decimal(0)
    match = _WHOLE.search(text, max(0, start - 9), start - 1)
    try:
        return (match.start(), read_number(match[0])) if match else (start, Decimal(0))
    except ValueError:
        return start, Decimal(0)


def slash(place: Place) -> Reading | None:
    """1/5, 7/12, 1 3/5: a proper fraction; 5/18 is more often a day, and stands with its month."""
    text, run = place.text, place.run
    match = _SLASH.match(text, run.end)
    if (
        not match
        or run.han
        or not run.value
        or run.text[0] == "0"
        or _CODE.search(text, max(0, run.start - 2), run.start)
    ):
        return None
    lower = Decimal(match[1])
    alone = place.alone(match.end())
    whole = _MIXED.search(text, max(0, run.start - 6), run.start)
    if not lower or (
        not alone
        and not whole
        and (
            (run.value >= lower and not _no_day(run.value, lower))
            or (lower > 100 and run.value > 1)
            or not _is_part(text, run, match.end())
        )
    ):
        return None
    start, more = (whole.start(), Decimal(whole[1])) if whole else (run.start, Decimal(0))
    part = Run(start, match.end(), more + share(run.value, lower), None, None, False, "")
    return hedged(place, part, "slash-fraction", RATIO, None)


def _no_day(upper: Decimal, lower: Decimal) -> bool:
    """33/4 is no day of a month, whichever comes first."""
    return min(upper, lower) <= 12 < max(upper, lower) and max(upper, lower) > 31


def _is_part(text: str, run: Run, end: int) -> bool:
    """占世界1/3, 超过1/6, 1/5的人; but 1/8决赛 is a name."""
    if text.startswith("决赛", end):
        return False
    return (end == len(text) or text[end] in _AFTER_PART) or bool(_PART.search(text, max(0, run.start - 4), run.start))


def half(place: Place) -> Reading | None:
    """一半, 近一半, 一半以上."""
    text, run = place.text, place.run
    if run.text != "一" or text[run.end : run.end + 1] != "半" or text[run.start - 1 : run.start] in ("第", "另"):
        return None
    part = Run(run.start, run.end + 1, Decimal("0.5"), None, None, True, "")
    return hedged(place, part, "half", RATIO, None)


def doubling(place: Place) -> Reading | None:
    """翻一番, 翻两番, 翻了一番, 翻了四番多, 翻了一番半."""
    text, run = place.text, place.run
    end = run.end + 1
    lead = 2 if text[run.start - 1 : run.start] == "了" else 1
    start = run.start - lead
    if text[run.end : end] != "番" or start < 0 or text[start] != "翻":
        return None
    following = text[end : end + 1]
    part = Run(start, end, run.value, None, Bound.OVER if following == "多" else None, True, run.text)
    if following in ("多", "半"):
        part = part.taken(start, end + 1, run.value + (Decimal("0.5") if following == "半" else 0))
    return hedged(place, part, "doubling", RATIO, "番")


def discount(place: Place) -> Reading | None:
    """打八折, 8.5折优惠: the part that is paid; 七五折 is 75 in a hundred."""
    text, run = place.text, place.run
    if run.upper is not None or run.bound is not None or not 0 < run.value < 100:
        return None
    end = run.end + 1
    if not _CUT.search(text, max(0, run.start - 6), run.start) and not _SOLD.match(text, end):
        return None
    paid = run.value * 10 if run.value < 10 else run.value
    return hedged(place, run.taken(run.start, end, plain(paid)), "discount", PERCENT, "%")


def proportion(place: Place) -> Reading | None:
    """按1:2的比例, 1∶3; a score is a name."""
    text, run = place.text, place.run
    match = _PROPORTION.match(text, run.end)
    if not match or text[run.start - 1 : run.start] in (":", "∶"):
        return None  # 4.2:40.1:55.7 has three parts
    other = RUN.match(match[1])
    second = run_at(other) if other else None
    if not second or not second.value or not run.value:
        return None
    announced = _TO_ONE.search(text, max(0, run.start - 8), run.start)
    if not announced and not text.startswith(("的比例", "比例"), match.end()):
        return None
    return figure((run.start, match.end()), "proportion", RATIO, share(run.value, second.value), None)
