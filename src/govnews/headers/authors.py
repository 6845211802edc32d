"""Notes on the author at the end: 作者为某局局长, 作者:孔令河,系某局局长, 作者单位:某局.

The office is taken as printed, with its 、 and ,.
"""

import re
from functools import lru_cache

from attrs import frozen

from govnews.headers.credits import AUTHOR, Reading, read
from govnews.headers.header import Contributor
from govnews.headers.people import LETTER, Names, names_of, read_names
from govnews.headers.pieces import HAN, pieces
from govnews.lexicon import Lexicon
from govnews.pattern import later

_WHO = rf"(?P<who>[{LETTER}·、\s]{{2,60}}?)"
_BE = r"(?:均|分别|现任|现)?(?:系|为|是)"
_OFFICE = r"\s*(?P<office>[^。;]{2,160})"
_END = r"\s*[。;]?\s*(?P<more>.*)$"
# 作者单位:F, 孔令河 作者单位:F
_WORKPLACE = later(rf"(?:本文|文章|{_WHO}\s*)??作者单位\s*[:丨|]?\s*(?P<office>.{{2,160}}?)\s*$")
# 作者为F, 孔令河 作者系F
_POST = later(rf"(?:本文|文章|{_WHO}\s*)??作者\s*(?P<be>{_BE}){_OFFICE}{_END}")
# 作者:孔令河,系F; 作者孔令河 系F; 作者孔令河为F; 作者孔令河 单位:F
_NAMED = later(rf"(?:本文)?(?:作者)?\s*[:丨|]?\s*{_WHO}\s*[,]?\s*(?P<be>{_BE}|单位\s*:){_OFFICE}\s*$")
_SPLIT = later(r";\s*")
_SIGNED = later(r"(?:本文|文章)?作者\s*(?P<colon>[:丨|])?\s*(?P<rest>.+)$")
_LATER = later(r"[\s,;。]+(?=(?:本报|新华社)?(?:记者|通讯员)|执笔|[^\s,。]{2,12}翻译)")
_PROSE = later("[了着过]|[说谈]")  # 作者系统地写了湖区的历史
_REFUSED = later("作者(?:在|认为|说|简介|通过|以)|发言|讲话|摘[编选自]")  # 本文系作者在…上的发言


@frozen(eq=False)
class _Words:
    office: re.Pattern[str]
    institution: re.Pattern[str]
    held: tuple[re.Pattern[str], ...]  # 孔令河(某大学教授), 孔令河 某大学教授, 某大学教授 孔令河


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    p = pieces(lexicon)
    who, office = rf"(?P<who>[{LETTER}·、\s]{{2,20}}?)", p["OFFICE"]
    unit = f"(?P<office>{p['INSTITUTION']})"
    held = (rf"{who}\s*\({office}\)", rf"{who}\s+{office}", rf"{office}\s+{who}", rf"{who}\s*\({unit}\)")
    return _Words(later(office), later(p["INSTITUTION"]), tuple(later(each) for each in held))


def read_author(text: str, lexicon: Lexicon, outlet: str | None = None) -> Reading | None:
    """Return what a folded note on the author says; None where it is none."""
    if AUTHOR not in text or _REFUSED.search(text):
        return None
    names = names_of(lexicon)
    if found := _WORKPLACE.match(text):
        return _people(found["who"], found["office"], "", names)
    if found := _POST.match(text):
        later = _LATER.search(found["office"])
        office, more = found["office"], found["more"]
        if later:
            office, more = office[: later.start()], office[later.end() :] + more
        return _with(_people(found["who"], office, found["be"], names), more, lexicon, outlet)
    if text.startswith((AUTHOR, "本文作者", "文章作者")):
        return _each(text, names) or _signed(text, lexicon, outlet)
    return None


def _each(text: str, names: Names) -> Reading | None:
    """作者:孔令河,系F;颜承志,系G: one clause for each."""
    people: tuple[Contributor, ...] = ()
    for clause in _SPLIT.split(text):
        found = _NAMED.match(clause)
        reading = _people(found["who"], found["office"], found["be"], names) if found else None
        if not reading:
            return None
        people += reading.contributors
    return Reading(contributors=people, shape="label")


def _people(who: str | None, office: str, be: str, names: Names) -> Reading | None:
    office = office.strip(" ,")
    if _PROSE.search(office):
        return None
    if not who:
        return Reading(contributors=(Contributor(role=AUTHOR, office=office),), shape="label")
    run = read_names(who, names)
    found = run.names
    if not found or not run.sure:
        return None
    offices = [office] * len(found)
    if be.startswith("分别"):
        parts = re.split("[、,]", office)
        # 分别系市委书记、市长: to each his own where the counts agree
        offices = parts if len(parts) == len(found) else offices
    people = (
        Contributor(role=AUTHOR, name=name, office=own, certain=certain)
        for name, own, certain in zip(found, offices, run.certain, strict=True)
    )
    return Reading(contributors=tuple(people), shape="label")


def _with(first: Reading | None, more: str, lexicon: Lexicon, outlet: str | None) -> Reading | None:
    """作者为F,本报记者孔令河整理; 作者为F。孔令河翻译."""
    more = more.strip(" ,;。")
    if not first or not more:
        return first
    second = read(more, lexicon, outlet)
    if not second:
        return None
    return Reading(
        contributors=first.contributors + second.contributors, outlet=second.outlet, verb=second.verb, shape="label"
    )


def _signed(text: str, lexicon: Lexicon, outlet: str | None) -> Reading | None:
    """作者:孔令河; 作者孔令河; 作者:孔令河,某局局长; 作者:某中心 执笔:孔令河."""
    found = _SIGNED.match(text)
    if not found:
        return None
    words, rest = _words(lexicon), found["rest"].strip(" 。")
    reading = _held(rest, words, names_of(lexicon)) or read(rest, lexicon, outlet)
    if reading and reading.sure:
        return reading
    body, _, more = rest.partition(" 执笔")
    if found["colon"] and words.institution.fullmatch(body) and not re.search("[。!?]", body):
        first = Reading(contributors=(Contributor(role=AUTHOR, office=body),), shape="label")
        return _with(first, "执笔" + more if more else "", lexicon, outlet)
    if found["colon"] and words.office.fullmatch(rest):
        return Reading(contributors=(Contributor(role=AUTHOR, office=rest),), shape="label")
    return reading if reading and found["colon"] and len(rest) <= 8 and re.fullmatch(f"[{HAN}·]+", rest) else None


def _held(text: str, words: _Words, names: Names) -> Reading | None:
    """孔令河,某局局长; 孔令河(某局局长); 某局局长 孔令河."""
    who, _, office = text.partition(",")
    if office and (words.office.fullmatch(office.strip()) or words.institution.fullmatch(office.strip())):
        return _people(who, office, "", names)
    found = (shape.fullmatch(text) for shape in words.held)
    held = (_people(both["who"], both["office"], "", names) for both in found if both)
    return next((reading for reading in held if reading), None)
