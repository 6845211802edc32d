"""How a point of the calendar is printed: one sentence of named slots, from the widest to the narrowest.

Each slot may be missing; `rules` of time_rules.py say what a set of filled slots means. Patterns are for folded text.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.mentions.time_words import time_words

NUMERAL = "0-9〇零○一二两三四五六七八九十廿"
TO = "(?: ?(?:——|[-~–—―至到]) ?)"  # 4月14日至15日, 2016—2020年, 9~12点
OF = "的? ?"  # 去年的今天, 2018年 12月
_HAN = "[〇零○一二三四五六七八九]"
_YEAR = f"(?:[12][0-9]{{3}}|{_HAN}{{4}})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_HOUR = "(?:2[0-4]|1[0-9]|0?[0-9]|二?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
_MINUTE = "(?:[0-5]?[0-9]|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]|零)"
_SMALL = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
WEEKDAY = "(?:周|星期|礼拜)"


def _or(*branches: str) -> str:
    return f"(?:{'|'.join(branches)})"


def _year(words: Mapping[str, str]) -> str:
    return _or(
        "(?P<bc>公元前|纪元前)(?P<old_year>[0-9]{1,4}|[〇零○一二三四五六七八九十百千]{1,7}) ?年(?!代)",  # 公元前221年
        "(?:公元|纪元)(?P<ad_year>[0-9]{1,4}|[〇零○一二三四五六七八九十百千]{1,7}) ?年(?!代)",  # 公元一六三年
        f"(?P<era>{words['era']})(?P<era_year>元|[0-9]{{1,2}}|[一二三四五六七八九十廿]{{1,3}})年",  # 民国三年
        f"(?P<year>{_YEAR})(?:{TO}(?P<year_to>{_YEAR}|[0-9]{{2}}))? ?学?年(?:度|份)?(?!代|[个多余])",  # 2023年, 2016—2020年
        f"(?P<short>[0-9]{{2}}|{_HAN}{{2}}) ?年(?:度|份)?(?!代)",  # 98年
        f"(?P<year_word>{words['year']})(?:度|份)?",  # 去年
        "(?P<that_year>[当这那]年)(?=的?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月|年?[底初末])",  # 当年8月
    )


def _part_of_year(words: Mapping[str, str]) -> str:
    nth = "第?(?P<quarter{}>[一二三四1-4])"
    return _or(
        "(?P<half>[上下头]|前|后)半年",
        f"{nth.format('')}(?:(?:{TO}|、){nth.format('_to')})?个?季度|(?P<first_quarter>首季)度?",  # 一季度, 一至三季度
        "(?P<quarters>[前首头][一二两三1-3])个?季度",  # 前三季度
        f"(?P<quarter_word>{words['quarter']})",
        f"(?P<months>[前首头](?:1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九]))个?月(?:份|度)?",  # 前11个月
        "(?P<first_month>首月|第一个月)",
        "(?P<season>[春夏秋冬])(?:[天季]|(?=[,。、]))",
    )


def _month(words: Mapping[str, str]) -> str:
    printed = f"(?:(?P<month>{_MONTH})(?:(?:{TO}|、(?:{_MONTH}、){{0,8}})(?P<month_to>{_MONTH}))?|(?<![美日欧港亿万千百0-9])(?P<first>元)|第(?P<nth_month>{_SMALL})个) ?月"
    return f"(?:{printed}(?:份|度)?(?![薪租嫂饼牙息龄亮球桂昼夜面]|革命)|(?P<month_word>{words['month']})(?:份|度)?)"


def _day(words: Mapping[str, str]) -> str:
    printed = f"(?P<day>{_DAY})(?:(?:{TO}|、(?:{_DAY}、){{0,8}})(?P<day_to>{_DAY}))? ?(?P<day_unit>[日号])"
    return f"(?:{printed}|(?P<day_word>{words['day']}))"


_TEN = "(?P<ten>上中旬|中下旬|[上中下]旬)"
# 年底 月末 季度末: the edge of what stands before it; 初 is also the first half of 初步, 初中, 初级
_EDGE = "(?P<edge>[年月岁]?[底末]|[年月]初|年中|初(?![步中级小高心期衷一二三四五六七八九十]))"
_BEFORE_HAN = "(?=$|[,。;:)\\s])"  # 6月29 without 日 only where nothing of the sentence hangs on it


def _clock() -> str:
    word = _or("半", "整", f"(?P<ke>[一二三1-3])刻", f"(?P<minute>{_MINUTE})(?:分(?:钟(?!前|后|内))?(?:(?P<second>{_MINUTE})秒)?|(?![0-9.%a-z万亿余多几个年月日秒]))")
    spoken = f"(?P<unit>[时点])(?:钟|(?P<tail>{word}))?"
    digital = "(?P<colon>:)(?P<minute2>[0-5][0-9])(?P<second2>:[0-5][0-9])?(?![0-9:.])时?"
    noon = "(?P<ampm>[apAP]\\.?[mM])"
    return f"(?P<hour>{_HOUR})(?:{TO}(?P<hour_to>{_HOUR}))?(?:(?:{spoken}|{digital}) ?{noon}?|{noon.replace('ampm', 'noon')})"


def _point(words: Mapping[str, str]) -> str:
    year, part = _year(words), _part_of_year(words)
    month, day, clock = _month(words), _day(words), _clock()
    week = _or(
        f"(?P<week>{words['week']})(?:(?P<on>[一二三四五六日天末])(?![共些样起直带次个人名天项场条度致]))?",  # 上周三
        f"第(?P<nth_week>[一二三四五1-5])周",
        f"第(?P<nth>[一二三四五1-5])个(?={WEEKDAY})",
        f"(?P<nth_day>第{_SMALL}|最后一)天",
    )
    weekday = f"(?:{WEEKDAY}(?P<weekday>[一二三四五六日天])|(?<=[本上下这])(?P<weekend>周末))"
    short_part = "(?P<short_part>[晚早晨夜](?!报|会|宴|稻|[已在就点]))"
    return (
        f"(?:{year})?(?:{OF}{part})?(?:{OF}{month})?(?:{OF}{_TEN}|(?:{OF})?{_EDGE})?"
        f"(?:{OF}(?:{day}|(?P<bare>{_DAY}){_BEFORE_HAN})(?: ?\\({WEEKDAY}[一二三四五六日天]\\))?)?"
        f"(?:{OF}{week})?(?:{weekday})?"
        f"(?: ?的?(?P<part>{words['part']})|{short_part})?(?:的? ?{clock})?(?P<about>许(?![可多久昌])|左右|前后)?"
    )


def _iso() -> str:
    day = "(?P<day>0[1-9]|[12][0-9]|3[01]|[1-9])"
    month = "(?P<month>0[1-9]|1[0-2]|[1-9])"
    clock = "(?:[ -]?(?P<hour>[01][0-9]|2[0-4]):(?P<minute2>[0-5][0-9])(?P<second2>:[0-5][0-9])?)?"
    whole = f"(?P<year>(?:19|20)[0-9]{{2}})(?P<sep>[-/.]){month}(?:(?P=sep){day}(?:(?![0-9])|(?=[0-9]{{2}}:)){clock})?"
    return f"{whole}(?![-/.]?[0-9])(?(day)|(?<=[-/.][01][0-9])(?=$|[\\s,。;:、)]|{TO}))"


def _century() -> str:
    number = "[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九]"
    ten = "[1-9]0|[二三四五六七八九]十"
    edge = "(?P<part>初期?|末期?|中叶|中后?期|后期|前期|早期|晚期|上半叶|下半叶|前半期|后半期)"
    decade = f"(?P<decade>{ten}|[二三四五六七八九](?=[、—至到-]?[三四五六七八九]十))(?:(?:{TO}|、)?(?P<decade_to>{ten}))?年代"
    century = f"(?P<century>{number}|上个?|下个?|本|这个|新)世纪"
    return f"(?:{century})?(?:(?P<full>[12][0-9]{{2}}0)年代|{decade})?(?:{OF}{edge})?"


def _lunar() -> str:
    month = "闰?(?:正|腊|冬|十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])月"
    day = "(?:初[一二三四五六七八九十]|三十|二?十[一二三四五六七八九]|廿[一二三四五六七八九]?)"
    name = "(?:农历|阴历|旧历|夏历)"
    year = f"(?:的?(?:{_YEAR}年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|今年|去年|明年))?"
    return _or(
        f"{name}{year}的?(?:{month}{day}?|{day}|大年{day})(?:[日号])?",
        f"(?:闰{month}|[正腊]月){day}?",
        f"{month}(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)",
        f"大年(?:初[一二三四五六七八九十]|三十)",
    )


def _ago() -> str:
    count = f"(?P<count>[0-9]{{1,3}}|[一二两三四五六七八九十百]{{1,4}}|半|数|几十?|十几|二十几)(?P<more>[多余几])?"
    unit = "(?:(?P<half>个半)?个?(?P<unit>年半|年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒钟?)(?P<unit_more>多)?)"
    return f"{count}{unit}(?P<side>(?:之|以)?[前后](?![往来夕期者备缘卫沿端方面天年三两几排列五四六七八九十0-9]))"


@frozen(eq=False)
class Patterns:
    """The compiled patterns of one lexicon."""

    trigger: re.Pattern[str]
    point: re.Pattern[str]
    iso: re.Pattern[str]
    century: re.Pattern[str]
    lunar: re.Pattern[str]
    ago: re.Pattern[str]
    shifted: re.Pattern[str]
    event: re.Pattern[str]
    plan: re.Pattern[str]
    holiday: re.Pattern[str]
    vague: re.Pattern[str]
    today: re.Pattern[str]
    same: re.Pattern[str]


def _trigger(triggers: str) -> str:
    # a numeral counts only where it begins, and where a unit of time or the next part of a date follows
    after = f"[年月日号时点世季:周天]|个[月季星小半礼半]|星期|礼拜|小时|分钟|秒|[多余几]个?[年月天日周]|半年?|[-/.~–—―至到、][{NUMERAL}]|五?”|五[期时]| ?[年月日apAP]"
    number = f"[{NUMERAL}元半正腊冬闰几数](?<![{NUMERAL}][{NUMERAL}])(?=[{NUMERAL}]{{0,12}}(?:{after}))"
    other = "周(?=[一二三四五六日天末])|星期(?=[一二三四五六日天])|礼拜(?=[一二三四五六日天])|第(?=[一二三四五六1-9]个?[季周五])|[上下前首头](?=半年|[一二两三四五六七八九十1-9]|个?[月季]|[小分秒])|公元|纪元|农历|阴历|旧历|大年|截[至止]|Q(?=[1-4]季)|年[初底末中内]|月[底初末]|岁末|[本上下新这](?=个?世纪)|[后近](?=[一二两三四五六七八九十0-9])|第(?=[一二三四五六七八九十]{1,2}个五年)|[春夏秋冬](?=[天季])|[当这那](?=年[0-9一二三四五六七八九十底初末])|今[春夏秋冬]|去[冬秋]"
    return f"{number}|{triggers}|{other}"


@lru_cache(maxsize=4)
def patterns(lexicon: Lexicon) -> Patterns:
    """Return the patterns of a lexicon, compiled at first use."""
    words = time_words(lexicon)
    told = words.patterns
    count = "(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
    unit = "个?(?P<unit>年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒)(?:份|度)?"
    return Patterns(
        trigger=re.compile(_trigger(words.triggers)),
        point=re.compile(_point(told)),
        iso=re.compile(_iso()),
        century=re.compile(_century()),
        lunar=re.compile(_lunar()),
        ago=re.compile(_ago()),
        shifted=re.compile(f"(?P<side>[上下前后]){count}{unit}(?![前后内以之])"),
        event=re.compile(f"(?P<event>{told['event']})(?:(?P<count>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,4}})(?:多|余|几)?年(?:多|余)?来|以来)"),
        plan=re.compile(f"“?(?:(?P<plan>{told['plan']})(?:规划|计划)?”?(?:规划|计划)?|第(?P<nth>[一二三四五六七八九十]{{1,3}})个五年(?:规划|计划))(?P<tail>期间|时期|以来)"),
        holiday=re.compile(f"(?P<holiday>{told['holiday']})(?:假期|期间|前夕|当天|前后|长假|小长假|黄金周)?"),
        vague=re.compile(told["vague"]),
        today=re.compile("截[至止]到?(?:目前|当前|现在|如今|记者?发稿时?|记者发稿前|发稿前)(?:为止)?"),
        same=re.compile("(?:[去上]年)?同期"),
    )
