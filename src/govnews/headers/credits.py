"""Who did what: the words of a credit to its people (本报记者 孔令河 通讯员 颜承志 摄).

The verb at the end is read first, then the rest from left to right. What cannot be read is no credit, and the answer
is None.
"""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from govnews.headers.header import Contributor
from govnews.headers.marks import Marks, marks_of
from govnews.headers.people import LETTER, Names, is_name, names_of
from govnews.headers.places import is_division
from govnews.headers.scan import PROSE, Person, Scan
from govnews.lexicon import Lexicon
from govnews.pattern import later

Shape = Literal["photo", "role", "label", "text", "work", "names", "gift"]
AUTHOR = "作者"
_GIVES = frozenset({"供图", "供稿", "发", "提供"})
_COLLECTED = later("^(?:综合|据)")  # 综合人民日报记者孔令河报道
_WORK_AFTER = later(r"(?<=[一-鿿])\s(文|口述|撰文|摄影)\s+(?=\S.*(?:图|摄|摄影|整理|文)$)")  # 孔令河 文 颜承志 图
_WORK_FIRST = later(rf"(?:^|(?<=[{LETTER}]\s))(文|图)\s+(?=[{LETTER}]{{2}})")  # 文 孔令河 图 颜承志
# 某大学供稿,孔令河执笔
_GIFT_WRITTEN = later(rf"(?P<gift>\S{{2,40}}?)\s?供稿[\s,;]+(?P<name>[{LETTER}]{{2,4}}?)\s?(?:执笔|整理)")
_BOTH = later("文[·、]图|文[·、]摄影?|文并摄")
_STUCK_PLACE = later(
    rf"(?P<name>(?<![{LETTER}])[{LETTER}]{{2,3}}|(?<=[者员])[{LETTER}]{{2,3}})(?P<place>[{LETTER}]{{2,3}})报道$"
)
# 孔令河发自北京, 孔令河自东京报道
_SENT_FROM = later(
    rf"\s*(?:发自\s*(?P<place>[{LETTER}·]{{2,8}}?)(?:\s*(?P<verb>报道))?|自(?P<from>[{LETTER}·]{{2,8}})报道)$"
)
# 记者孔令河文颜承志图
_WORKS_JOINED = later(rf"(?<=[者员])(?P<writer>[{LETTER}]{{2,3}})文\s?(?P<other>[{LETTER}]{{2,3}})图$")
_GIVEN = later(r"\s+(?:照片|图片)均?由\S{2,24}提供$")  # 记者 孔令河 照片由县委组织部提供


@frozen(kw_only=True)
class Reading:
    """What a stretch says: its people, and the outlet, verb and place that stand with them."""

    contributors: tuple[Contributor, ...] = ()
    outlet: str | None = None
    verb: str | None = None
    place: str | None = None
    shape: Shape = "names"
    sure: bool = True  # every name has a surname
    unit: bool = False  # an institution stands among the names: 某县委组织部 孔令河
    doubtful: tuple[str, ...] = ()  # names that may be other words: without a surname, or after a label without a colon


@frozen
class _Ending:
    body: str
    verb: str | None = None
    place: str | None = None
    outlet: str | None = None


def read(text: str, lexicon: Lexicon, outlet: str | None = None) -> Reading | None:
    """Return what a folded stretch without its brackets says; None where it is no credit.

    Args:
        text: the stretch.
        lexicon: the words to read by.
        outlet: the outlet that the dateline before it has named.
    """
    marks, names = marks_of(lexicon), names_of(lexicon)
    if "供稿" in text and (both := _GIFT_WRITTEN.fullmatch(text)) and is_name(both["name"], names):
        given = _gift(both["gift"], "供稿", marks)
        writer = Contributor(role=AUTHOR, name=both["name"])
        return given and evolve(given, contributors=(*given.contributors, writer))
    loosened = _loosened(_GIVEN.sub("", text) if text.endswith("提供") else text, names, lexicon)
    end = _sent_from(loosened, names) or _ending(loosened, marks, names)
    body = end.body.strip()
    if end.verb in marks.photo and (lead := marks.lead.match(body)):
        body = body[lead.end() :]
    if end.verb and (body in marks.givers or not is_name(body, names)) and (given := _gift(body, end.verb, marks)):
        return given
    scan = Scan(_COLLECTED.sub("", body), names, marks, pictured=end.verb in marks.photo)
    return _reading(scan, end, outlet) if scan.run() else None


def _loosened(text: str, names: Names, lexicon: Lexicon) -> str:
    """Set apart what print runs together: 孔令河济宁报道; and 孔令河 文 颜承志 图, where 文 is no part of a name."""
    found = _STUCK_PLACE.search(text) if text.endswith("报道") else None
    if found and is_name(found["name"], names) and is_division(found["place"], lexicon):
        text = f"{text[: found.start('place')]} {found['place']}报道"
    works = _WORKS_JOINED.search(text) if text.endswith("图") else None
    if works and is_name(works["writer"], names) and is_name(works["other"], names):
        text = f"{text[: works.end('writer')]}/文 {works['other']}/图"
    if "文" in text:
        text = _BOTH.sub(lambda found: "文/图" if "图" in found[0] else "文/摄", text)
    if len(text.split(maxsplit=1)) < 2:
        return text
    return _WORK_FIRST.sub(r"\1/", _WORK_AFTER.sub(r"/\1 ", text))


def _ending(text: str, marks: Marks, names: Names) -> _Ending:
    """Take the verb from the end, with the place or outlet that stands at it."""
    tail = marks.tail.search(text)
    if not tail:
        return _Ending(text)
    body, place = text[: tail.start()], tail["place"]
    if tail["by"] and (not body.strip() or (is_name(tail["by"], names) and "/" in body)):
        return _Ending(text)  # 摄/孔令河, 文/孔令河 摄/颜承志; but 孔令河摄/光明图片
    if tail["where"] or tail["by"]:
        return _Ending(body, "摄", tail["where"], tail["by"])
    if tail["verb"]:
        return _Ending(body, tail["verb"])
    if place and is_name(place, names):  # 记者 孔令河 颜承志报道
        return _Ending(body + place, "报道")
    return _Ending(body, "报道", place)


def _sent_from(text: str, names: Names) -> _Ending | None:
    """Take the place from which a reporter sends, after a name: 孔令河自东京报道, but not 王自立报道."""
    found = _SENT_FROM.search(text) if "自" in text else None
    body = text[: found.start()] if found else ""
    bare = "".join(body.split())
    if not found or not any(is_name(bare[-size:], names) for size in (2, 3, 4) if len(bare) > size):
        return None
    return _Ending(body, "报道" if found["verb"] or found["from"] else None, found["place"] or found["from"])


def _gift(body: str, verb: str, marks: Marks) -> Reading | None:
    """县委组织部供稿, 受访者供图: an institution that gives, without a name; 通讯员供图."""
    role = marks.role.fullmatch(body) if verb in marks.photo else None
    if role:
        return Reading(
            contributors=(Contributor(role=re.sub(r"\s", "", role["role"])),),
            outlet=role["out"],
            verb=verb,
            shape="photo",
        )
    found = marks.gift.fullmatch(body) if verb in _GIVES else None
    if not found or PROSE.search(found["office"]):
        return None
    people = (Contributor(role=AUTHOR, office=found["office"].strip()),)
    return Reading(contributors=people, verb=verb, shape="photo" if verb in marks.photo else "gift")


def _reading(scan: Scan, end: _Ending, outlet: str | None) -> Reading:
    own = outlet or next((person.outlet for person in scan.people if person.outlet), None)
    verbs = list(dict.fromkeys([*scan.verbs, *([end.verb] if end.verb else [])]))
    return Reading(
        contributors=tuple(_contributors(scan.people, own)),
        outlet=own or end.outlet,
        verb="/".join(verbs) or None,
        place=end.place,
        shape=_shape(scan, verbs),
        sure="unsure" not in scan.kinds,
        unit="unit" in scan.kinds,
        doubtful=tuple(scan.doubtful),
    )


def _shape(scan: Scan, verbs: list[str]) -> Shape:
    writer = "writer" in scan.kinds and (len(verbs) > 1 or "picture" in scan.kinds or (verbs and len(scan.people) > 1))
    if not writer and _pictured(scan, verbs):
        return "photo"
    if not writer and any(verb not in scan.marks.work for verb in verbs):
        return "text"
    if "role" in scan.kinds:
        return "role"
    if writer:
        return "text"
    if scan.kinds & {"label", "picture"}:
        return "label"
    return "work" if verbs else "names"


def _pictured(scan: Scan, verbs: list[str]) -> bool:
    """Tell who took the picture; 图/孔令河 did, as 图:孔令河 did."""
    return (
        verbs == ["图"]
        or (scan.first == "picture" and "label" not in scan.kinds)
        or (bool(verbs) and verbs[0] in scan.marks.photo)
    )


def _contributors(people: list[Person], own: str | None) -> Iterator[Contributor]:
    named = [person for person in people if person.name]
    # 孔令河 某县融媒体中心: the office after the name
    unit = people[-1].office if named and people[-1].office and not people[-1].role and not people[-1].name else None
    for person in people:
        if person.office and not person.role:  # 某县委组织部 孔令河 颜承志: the office of each
            unit = person.office
            if any(not other.role and other.name for other in people):
                continue
        other = person.outlet if person.outlet != own else None
        office = person.office or (None if person.role else unit) or other
        if person.post:  # 本报驻埃及记者
            office = (office or "") + "驻" + person.post
        yield Contributor(role=person.role or AUTHOR, name=person.name, office=office, certain=person.certain)
