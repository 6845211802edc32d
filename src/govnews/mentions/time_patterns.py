"""The patterns of times that are no sentence of slots, and where in a text a time may begin."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon
from govnews.mentions.time_slots import HAN, MONTH, NUMERAL, OF, TO, YEAR, either, point
from govnews.mentions.time_words import TimeWords, time_words

_STEMS = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"


def _iso() -> str:
    """2019-05-27 09:36:46, 2019.9.6, 2008/08; a month alone with two figures, so that it is no range of years."""
    clock = "(?:[ -]?(?P<hour>[01][0-9]|2[0-4]):(?P<digits>[0-5][0-9])(?::[0-5][0-9])?)?"
    day = f"(?P<day>0[1-9]|[12][0-9]|3[01]|[1-9])(?:(?![0-9])|(?=[0-9]{{2}}:)){clock}"
    whole = f"(?P<year>(?:19|20)[0-9]{{2}})(?P<sep>[-/.])(?P<month>0[1-9]|1[0-2]|[1-9])(?:(?P=sep){day})?"
    last = "(?<=[-—–~至][12][0-9]{3}[-/.][01][0-9])"  # 1999.03—2001.07任科长
    return f"{whole}(?!(?P=sep)?[0-9])(?(day)|(?:{last}|(?=$|[\\s,。;:、)]|{TO})(?:(?<=[-/.][01][0-9])|(?<=/[1-9]))))"


def _century() -> str:
    """20世纪90年代, 上世纪末, 七八十年代, 1990年代."""
    number = f"[0-9]{{1,2}}|[一二]?十[{HAN}]?|[{HAN}]|[上下]一?个?|本|这个"
    ten = f"[1-9]0|[{HAN}]十"
    run = f"(?:(?:{TO}|、)?(?P<decade_to>{ten}))?"
    decade = f"(?P<decade>{ten}|[{HAN}](?=[、—至到-]?[{HAN}]十年代)){run}年代"
    edge = "(?P<part>初期?|末期?|中叶|中后?期|后期|前期|早期|晚期|上半叶|下半叶|前半期|后半期)"
    old = "(?P<old>公元前|纪元前|前(?=[0-9一二三四五六七八九十]{1,2}世纪))?"  # 公元前3世纪
    return f"{old}(?:(?P<century>{number})世纪)?(?:(?P<full>[12][0-9]{{2}}0)年代|{decade})?(?:{OF}{edge})?"


def _lunar() -> str:
    """农历正月十五, 腊月廿三, 闰四月, 大年初一, 今年五月初五."""
    number = f"(?:正|腊|冬|1[0-2]|[1-9]|十[一二]?|[{HAN}])"
    day = f"(?:初[{HAN}十]|三十|二?十[{HAN}]?|廿[{HAN}]?)"
    known = f"(?:(?:{YEAR}年|[今去明前后]年|{_STEMS}年)的?)?"
    named = "(?:农历|阴历|旧历|夏历)的?"
    # 5月18日, 2019年5月18日 and 2019年末 are none, which is told at once
    common = f"(?!(?:[12][0-9]{{3}}年)?[0-9]{{1,2}}月[0-9]|[12][0-9]{{3}}年[^的农阴旧夏闰正腊大0-9{HAN}十])"
    return common + either(
        f"{known}{named}{known}(?:闰?{number}月(?:{day})?|大年{day}|{day})日?",
        f"{known}(?:闰{MONTH}|[正腊])月(?:{day})?",
        f"{known}{number}月(?:初[{HAN}十]|廿[{HAN}]?)",  # not 6月初
        f"{known}(?:十[一二]?|[{HAN}])月二?十[{HAN}](?![日号至到、{HAN}十~-])",  # 八月十五 without 日
        f"{known}(?:1[0-2]|[1-9])月(?:二?十[{HAN}]|二十)(?![日号至到、{HAN}十~-])",  # 8月十五
        f"{known}大年(?:初[{HAN}十]|三十)",
    )


def _ago() -> str:
    """两年前, 三天后, 半年前."""
    count = f"(?P<count>[0-9]{{1,3}}|[{HAN}两十百]{{1,4}}|半|数|几十?|十几|二十几)(?P<more>[多余几])?"
    unit = "(?P<half>个半)?个?(?P<unit>年半|年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒钟?)(?P<unit_more>多)?"
    # 三年前往: the word is 前往
    return f"{count}{unit}(?P<side>(?:之|以)?[前后](?![往来夕期者备缘卫沿端方面天年几排列{HAN}两十0-9]))"


def _shifted() -> str:
    """前两天, 上两周, 下三个月."""
    unit = "个?(?P<unit>年|月|季度|周|星期|礼拜|天|日|小时|分钟|秒)(?:份|度)?"
    return f"(?P<side>[上下前后])(?P<count>[0-9]{{1,2}}|[{HAN}两十]{{1,3}}){unit}(?![前后内以之末])"


def _event(events: str) -> str:
    """党的十八大以来, 改革开放40年来."""
    years = f"(?:[0-9]{{1,3}}|[{HAN}十百]{{1,4}})[多余几]?年[多余]?来"
    return f"(?P<event>{events})(?:{years}|(?:(?:胜利)?(?:召开|闭幕))?以来)"


def _plan(plans: str) -> str:
    """“十四五”期间, 第十四个五年规划期间."""
    short = f"(?P<plan>{plans})(?:规划|计划)?”?(?:规划|计划)?"
    return f"“?(?:{short}|第(?P<nth>[{HAN}十]{{1,3}})个五年(?:规划|计划))(?P<tail>期间|时期|以来)"


def _holiday(words: Mapping[str, str]) -> str:
    """国庆节, 春节期间, “五一”假期, 谷雨时节."""
    tail = "(?P<tail>(?:小?长)?假(?:期间|期)?|期间|前夕|当[天日]|前后|黄金周|节气|时节)"
    return f"(?P<holiday>{words['holiday']})(?:(?P<quote>”)?{tail})?(?P<part>{words['part']})?"


def _numbers() -> str:
    """A numeral, where it begins and where a unit of time or the next part of a date follows."""
    units = "[年月日号时点世季:∶周天]|个[月季星小半礼]|星期|礼拜|小时|分钟|秒|[多余几]个?[年月天日周]|半年?"
    links = f"[-/.~〜∼–—―至到、][{NUMERAL}]|”|[规期时]| [年月日apAP:]|[apAP]|刻"
    first = f"[{NUMERAL}元半正腊冬闰几数](?<![{NUMERAL}][{NUMERAL}])"
    return f"{first}(?=[{NUMERAL}O]{{0,12}}(?:{units}|{links}))"


# Words that begin a time and stand in no table, each under its first character.
_STARTS = (
    "周(?=[一二三四五六日天])",
    "星(?=期[一二三四五六日天])",
    "礼(?=拜[一二三四五六日天])",
    f"第(?=[一二三四1-9]个?季|[一二三]个?月|[{HAN}十]{{1,3}}个五年)",
    "公(?=元)",
    "纪(?=元)",
    "前(?=[12]?[0-9]世纪|[一二]?十?[一二三四五六七八九十]世纪)",
    "农(?=历)",
    "阴(?=历)",
    "旧(?=历)",
    "夏(?=历)",
    "大(?=年[初三])",
    "截(?=[至止])",
    "到(?=(?:目前|现在)为止)",
    "Q(?=[1-4]季)",
    "岁(?=末)",
    "本(?=世纪)",
    "上(?=半年|个?世纪|个?年?同期|[0-9一二两三四五六七八九十]|年同期)",
    "下(?=半年|个?世纪|[0-9一二两三四五六七八九十])",
    "这(?=个世纪|年[0-9一二三四五六七八九十底初末])",
    "那(?=年[0-9一二三四五六七八九十底初末])",
    "当(?=年[0-9一二三四五六七八九十底初末])",
    "前(?=半年|[0-9一二两三四五六七八九十])",
    "首(?=季|[一二三两0-9十]个?[月季])",
    "头(?=半年|[0-9一二两三四五六七八九十]个?[月季])",
    f"一(?=千[五六七八九]百[零〇{HAN}十]{{2,3}}年)",
    f"二(?=千[零〇{HAN}十]{{2,4}}年)",
    f"两(?=千[零〇{HAN}十]{{2,4}}年)",
    "晚(?<![每最较更]晚)(?=[0-9七八九十])",
    "早(?<![每最较更]早)(?=[0-9五六七八九][时点:0-9])",
    "后(?=半年|[0-9一二两三四五六七八九十])",
    "年(?=[初底末中])",
    "月(?=[初底末])",
    "去(?=年同期)",
)
_SECOND = "0-9一二三四五六七八九十百千半两个:时点年月季世期拜元历初底中末至止目现同日天"  # what stands next in them


def _starts(words: TimeWords) -> str:
    """Return where a word may begin; two characters are looked at before the words are, ten times as many of them."""
    first = "".join(dict.fromkeys([*(start[0] for start in _STARTS), *words.firsts]))
    second = f"[{_SECOND}{re.escape(words.seconds)}]" if words.seconds else ""
    return f"(?=[{re.escape(first)}]{second})(?:{'|'.join(_STARTS)}|{words.starts})"


_TODAY = "(?:截[至止]到?|到(?=[^,。]{2}为止))(?:目前|当前|现在|如今|(?:本报|记者)?发稿[时前]?)(?:为止)?"


@frozen(eq=False, slots=False)
class Patterns:
    """The patterns of one lexicon, each compiled when it is first tried: together they take as long as a page."""

    words: TimeWords

    @cached_property
    def numbers(self) -> re.Pattern[str]:
        return re.compile(_numbers())

    @cached_property
    def starts(self) -> re.Pattern[str]:
        return re.compile(_starts(self.words))

    @cached_property
    def point(self) -> re.Pattern[str]:
        return re.compile(point(self.words.patterns))

    @cached_property
    def iso(self) -> re.Pattern[str]:
        return re.compile(_iso())

    @cached_property
    def century(self) -> re.Pattern[str]:
        return re.compile(_century())

    @cached_property
    def lunar(self) -> re.Pattern[str]:
        return re.compile(_lunar())

    @cached_property
    def ago(self) -> re.Pattern[str]:
        return re.compile(_ago())

    @cached_property
    def shifted(self) -> re.Pattern[str]:
        return re.compile(_shifted())

    @cached_property
    def event(self) -> re.Pattern[str]:
        return re.compile(_event(self.words.patterns["event"]))

    @cached_property
    def plan(self) -> re.Pattern[str]:
        return re.compile(_plan(self.words.patterns["plan"]))

    @cached_property
    def holiday(self) -> re.Pattern[str]:
        return re.compile(_holiday(self.words.patterns))

    @cached_property
    def vague(self) -> re.Pattern[str]:
        return re.compile(self.words.patterns["vague"])

    @cached_property
    def today(self) -> re.Pattern[str]:
        return re.compile(_TODAY)

    @cached_property
    def same(self) -> re.Pattern[str]:
        return re.compile("[去上]年同期")


@lru_cache(maxsize=4)
def patterns(lexicon: Lexicon) -> Patterns:
    """Return the patterns of a lexicon."""
    return Patterns(time_words(lexicon))
