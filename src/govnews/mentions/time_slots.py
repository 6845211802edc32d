"""How a point of the calendar is printed: one sentence of named slots, from the widest to the narrowest.

Each slot may be missing; `RULES` of time_rules.py says what a set of filled slots means. Patterns are for folded text.
"""

from collections.abc import Mapping

HAN = "一二三四五六七八九"
ZERO = "〇零○"
NUMERAL = f"0-9{ZERO}{HAN}两十廿"
TO = "(?: ?(?:——|[-~〜∼–—―至到]) ?)"  # 4月14日至15日, 2016—2020年, 9~12点
OF = "的? ?"  # 去年的今天, 2018年 12月
WEEKDAY = "(?:周|星期|礼拜)"
# 一千九百四十九, 二千零二; but 二千年 and 一千五百年, round as they are, are lengths of time
_SPELT = (
    f"(?:一千[五六七八九]百(?:[零〇]|[{HAN}]?十)|[二两]千(?:[零〇]|[零〇]?[{HAN}]?十))[{HAN}]"
    "(?=年(?!来|间|之|以|前|后|的?历))"
)
YEAR = f"(?:[12][0-9]{{3}}|[{ZERO}{HAN}]{{4}}|[一二][0O{ZERO}{HAN}]{{3}}|{_SPELT})"  # 二00五, 二OO五
MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{HAN}])"
DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[{HAN}]?|廿[{HAN}]?|[{HAN}])"
HOUR = f"(?:2[0-4]|1[0-9]|0?[0-9]|二?十[{HAN}]?|[零〇{HAN}两])"
MINUTE = f"(?:[0-5]?[0-9]|[零〇][{HAN}]|[一二三四五]?十[{HAN}]?|[{HAN}]|零)"
_SMALL = f"(?:[0-9]{{1,3}}|[{HAN}两十]{{1,3}})"
_OLD = f"(?:[0-9]{{1,4}}|[{ZERO}{HAN}十百千]{{1,7}})"

_BEFORE = (
    "前(?<![目之以日此年提午生史眼当先从面]前)(?=(?!100)[1-9][0-9]{2}年(?![前后内来以间里的]))"  # 前221年; 前3年 counts
)


_AND = "(?:(?<=[0-9])、(?=[0-9])|(?<![0-9])、(?![0-9]))"  # 3、4月; but 2、一月二十七日 is the second item of a list


def either(*branches: str) -> str:
    """Return a group of the branches, tried in order."""
    return f"(?:{'|'.join(branches)})"


def year(words: Mapping[str, str]) -> str:
    """Return the slots of a year."""
    return either(
        f"(?P<bc>公元前|纪元前|{_BEFORE})(?P<old_year>{_OLD}) ?年(?!代)",  # 公元前221年
        f"(?:公元|纪元)(?P<ad_year>{_OLD}) ?年(?!代)",  # 公元一六三年
        f"(?P<era>{words['era']})(?P<era_year>元|[0-9]{{1,2}}|[{HAN}十廿]{{1,3}})年",  # 民国三年
        # 2016—2020年, 2022/2023年度
        f"(?P<year>{YEAR})(?:(?:{TO}|/(?=[12][0-9]{{3}}年度))(?P<year_to>{YEAR}|[0-9]{{2}}))?"
        " ?学?年(?:度|份)?(?!代|[个多余])",
        f"(?P<short>[0-9]{{2}}|[{ZERO}{HAN}]{{2}}) ?年(?:度|份)?(?!代)",  # 98年
        f"(?P<year_word>{words['year']})(?:度|份)?",  # 去年
        f"(?P<that_year>[当这那]年)(?=的?(?:[0-9]{{1,2}}|[{HAN}十]{{1,2}}) ?月|年?[底初末])",  # 当年8月
    )


def part_of_year(words: Mapping[str, str]) -> str:
    """Return the slots of halves, quarters, first months and seasons."""
    run = f"(?:(?:(?:{TO}|、)第?|(?<=[一二三]))(?P<quarter_to>[二三四2-4]))?"  # 一至三季度, 二三季度
    return either(
        "(?P<half>[上下头]|前|后)半年",
        "(?<=年)第(?P<season_quarter>[一二三四1-4])季(?!度)",  # 2019年第四季
        f"Q?(?P<nth_quarter>第)?(?P<quarter>[一二三四1-4]){run}(?(nth_quarter)个?)季度",  # 三个季度 is a length
        "(?P<first_quarter>首季)度?",
        "(?P<quarters>[前首头][一二两三1-3])个?季度",  # 前三季度
        f"(?P<quarter_word>{words['quarter']})",
        # 前11个月, 首11个月; not 元首6月29日
        f"(?P<months>(?:[前头]|首(?!.[0-9]?月[0-9]))(?:1[0-2]|[1-9]|十[一二]?|[{HAN}两]))个?月(?:份|度)?",
        "(?P<first_month>首月|第一个月)",
        "(?P<season>[春夏秋冬])(?:[天季]|(?=[,。、;]|$))",
    )


def month(words: Mapping[str, str]) -> str:
    """Return the slots of a month, or a run of months."""
    run = (
        f"(?:{TO}|{_AND}(?:{MONTH}、){{0,8}})(?P<month_to>{MONTH})(?! ?月{DAY}[日号])"  # 1—10月, 3、4月; not 2、1月2日
    )
    first = "(?<![美日欧港亿万千百0-9])(?P<first>元)"  # 元月, not 1.35亿美元月度
    printed = f"(?:(?P<month>{MONTH})(?:{run})?|{first}|第(?P<nth_month>{_SMALL})个) ?月"
    return either(
        f"{printed}(?:份|度)?(?![薪租嫂饼牙息龄亮球桂昼夜面]|革命)",
        f"(?P<month_word>{words['month']})(?:份|度)?",
    )


_TEN = "(?P<ten>上中旬|中下旬|[上中下]旬)"
# 年底 月末 季度末: the edge of what stands before it; 初 is also the first half of 初步, 初中, 初级
_EDGE = f"(?P<edge>[年月岁]?[底末]|[年月]初|年中|初(?![步中级小高心期衷次入见始建创{HAN}十]))"
# 6月29 without 日 only where nothing of the sentence hangs on it
_BARE_DAY = f"(?(month)(?P<bare>{DAY})(?=$|[,。;)\\s]|出生)|(?!))"


def day(words: Mapping[str, str]) -> str:
    """Return the slots of a day, or a run of days."""
    run = f"(?:{TO}|{_AND}(?:{DAY}、){{0,8}})(?P<day_to>{DAY})"  # 14-15日, 6、7、8日
    return either(
        f"(?P<day>{DAY})(?:{run})? ?(?P<day_unit>[日号])",
        f"(?P<day_word>{words['day']})",
        _BARE_DAY,
    )


def week(words: Mapping[str, str]) -> str:
    """Return the slots of a week, and of days and weeks that are counted."""
    on = "(?P<on>[一二三四五六日天末])(?![共些样起直带次个人名天项场条度致气])"  # 上周三, not 上周一共
    return either(
        f"(?P<week>{words['week']})(?:{on})?",
        f"第(?P<nth_week>[1-5]?[0-9]|[{HAN}十]{{1,3}})周(?![岁年期])",
        f"(?P<nth>第[一二三四五1-5]|最后一)个(?={WEEKDAY})",
        f"(?P<nth_day>(?:倒数)?第{_SMALL}|最后一)天",
        f"(?P<first_days>(?:[前头首]|最后){_SMALL})天",
    )


def clock() -> str:
    """Return the slots of a clock time, or a run of hours."""
    # 九点二十; but 一点五 is a decimal
    loose = f"(?P<loose_minute>[0-5][0-9]|[零〇][{HAN}]|[一二三四五]?十[{HAN}]?)(?![0-9.%万亿余多几个年月日秒零{HAN}])"
    full = f"(?P<minute>{MINUTE})分(?:钟(?![前后内]))?(?:(?P<second>{MINUTE})秒)?"
    tail = either("半", "整", "(?P<ke>[一二三1-3])刻", full, loose)
    spoken = f"(?P<unit>[时点])(?:钟|(?P<tail>{tail}))?"  # 9时30分, 八点一刻
    digital = "(?P<colon>[:∶])(?P<digits>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:日]|[.][0-9])时?"  # 9:30
    noon = "(?P<noon>[apAP](?:[.]?[mM])?(?![a-zA-Z]))"  # 3:15pm; 3pm alone, but not 5A
    stated = f"(?:{spoken}|{digital})(?: ?{noon})?|(?P<noon_alone>[apAP][.]?[mM])(?![a-zA-Z])"
    pair = "(?P<hour_pair>[二三四五六七八九](?=[时点]))"  # 早上六七点
    return f"(?P<hour>{HOUR})(?:{TO}(?P<hour_to>{HOUR})|{pair})?(?:{stated})"


def point(words: Mapping[str, str]) -> str:
    """Return the whole sentence: year, part of the year, month, edge, day, week, part of the day, clock."""
    # 5月18日晚, not 晚会 or 早盘
    short_part = "(?P<short_part>[晚早晨夜](?!报|会|宴|稻|盘|餐|些|年|期|[已在就点]))"
    return (
        f"(?:{year(words)})?(?:{OF}{part_of_year(words)})?(?:{OF}{month(words)})?(?:{OF}{_TEN}|{OF}{_EDGE})?"
        f"(?:{OF}{day(words)}(?: ?\\({WEEKDAY}[一二三四五六日天]\\))?)?"
        f"(?:{OF}{week(words)})?(?:{WEEKDAY}(?P<weekday>[一二三四五六日天]))?"
        f"(?: ?的?(?P<part>{words['part']})|{short_part})?(?:的? ?{clock()}(?:多钟?)?)?"
        "(?P<about>许(?![可多久昌])|左右|前后)?"
    )
