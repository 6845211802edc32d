"""The rule for clock times."""

from govnews.mentions import edtf
from govnews.mentions.mention import Grain
from govnews.mentions.reading import Point
from govnews.mentions.time_days import day, day_word, nth, week, weekday
from govnews.mentions.time_seen import DATE, PERIOD, Seen, Sense, fills, integer, named_year
from govnews.pattern import later

_NO_HOUR_AFTER = tuple("候代期刻间常尚建意要希共倡经看左")  # 三点意见, 9时代
_CLASSES = ("”", "课堂", "学校", "学堂", "晚托")  # “四点半”课堂 is a name
_POINTS = tuple("这有第以下出几了的共提到为是")  # 提出三点
_NIGHT = later("晚|夜|[深半午]夜")
_FIGURE = later("(?:分之|[0-9][.,-])\\Z")
# 师生比1:18, 男女比例为12:10, 结构由12:49调整为8:46: parts of a whole; 时间调整为15:30 is an hour
_MEASURED = "(?:(?<![评对相])比[例率值重]?|结构|构成|配比)(?:分别)?[由从为是达约近至到]{0,3}"
_SHARES = later(
    f"[0-9][:∶]\\Z|{_MEASURED}(?:[0-9.:∶]{{3,16}}(?:调整|优化|提[高升]|[下上]降|降低|改善|变化|转变|演变|变)?[为到至成])?\\Z"
)
_TO = later(" ?[-~—–至到] ?[0-9]{1,2}:[0-9]{2}:")  # 17:55:23-18:33:02
_BACK = 30  # characters in which the word and the shares before stand
_ENDS = later("$|[,。;)、至到—~前后起许左右开准之以\\s-]")


def _is_clock(seen: Seen) -> bool:
    """Tell whether N时 or N点 is an hour; a part of the day, a day or minutes make it one."""
    slots = seen.slots
    if seen.has("part", "short_part", "day", "day_word", "weekday", "month") or seen.linked:
        return True
    lone = len(slots["hour"]) == 1 and not slots["hour"].isascii()
    score = slots.get("colon") == "∶"  # 15∶12, but 早上7∶30
    pair = "hour_pair" in slots and not fills(seen.text, seen.start, seen.end)  # 七八点意见, but 早上六七点
    if (
        score
        or ("colon" in slots and _is_share(seen))
        or pair
        or (lone and slots.get("unit") == "时")
        or _FIGURE.search(seen.text, max(0, seen.start - 2), seen.start)
    ):
        return False  # 一时一刻; 1,200点, 百分之三点十五
    if "unit" not in slots or seen.has("tail", "noon"):
        return not seen.before(_CLASSES)
    if slots["unit"] == "时":
        return not seen.before(_NO_HOUR_AFTER)
    if seen.before(_NO_HOUR_AFTER) or (lone and not _opens(seen)):
        return False  # 三点意见; 快一点
    return not seen.after(_POINTS) and _ENDS.match(seen.text, seen.end) is not None


def _is_share(seen: Seen) -> bool:
    """Tell the parts of a whole from an hour: what is compared, or three parts without a day (8:46:46)."""
    start = seen.start
    if _SHARES.search(seen.text, max(0, start - _BACK), start):
        return True
    if seen.text.count(":", start, seen.end) < 2 or _TO.match(seen.text, seen.end):
        return False
    return not fills(seen.text, start, seen.end)


def _opens(seen: Seen) -> bool:
    return seen.start == 0 or seen.after(tuple(",。;:!?、 \n“(在至到从于"))


def clock(seen: Seen) -> Sense | None:
    """Read 上午9时30分, 晚8点, 15:30, 0-24时: the day where one is printed, and the time."""
    slots, hour = seen.slots, seen.number("hour")
    if hour is None or hour > 24 or not _is_clock(seen):
        return None
    minute = seen.number("digits", "minute", "loose_minute") or 0
    if slots.get("tail") == "半":
        minute = 30
    elif "ke" in slots:
        minute = 15 * (integer(slots["ke"]) or 0)
    if minute > 59:
        return None
    if hour < _noon(seen) or (hour == 12 and _NIGHT.match(slots.get("part", slots.get("short_part", "")))):
        hour += 12  # 晚上12点 is 24:00
    point = _day_of_clock(seen)
    if point is None:
        return None
    grain = Grain.MINUTE if seen.has("digits", "minute", "loose_minute", "tail") else Grain.HOUR
    point = point._replace(grain=grain, time=f"{hour:02d}:{minute:02d}")
    return Sense(PERIOD if "hour_to" in slots else DATE, point, named_year(seen))


def _noon(seen: Seen) -> int:
    """Return the hour up to which 12 is added."""
    slots = seen.slots
    evening = slots.get("short_part", " ") in "晚夜" or slots.get("day_word", " ")[-1] in "晚夜"
    if evening or slots.get("noon", slots.get("noon_alone", " "))[0] in "pP":
        return 12
    return seen.words.day_parts.get(slots.get("part", ""), 0)


_DAYS = (
    (("nth_day", "nth_week", "nth"), nth),
    (("week",), week),
    (("weekday",), weekday),
    (("day", "bare"), day),
    (("day_word",), day_word),
)


def _day_of_clock(seen: Seen) -> Point | None:
    """Return the day that is printed with a clock time; unknown where none is, None where its slots make none."""
    for slots, read in _DAYS:
        if seen.has(*slots):
            sense = read(seen)
            return sense.point if sense else None
    return None if seen.names_year or seen.names_month else edtf.unknown(Grain.DAY)
