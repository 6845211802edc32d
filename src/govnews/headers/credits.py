"""Who did what: the words of a credit to its people (本报记者 孔令河 通讯员 颜承志 摄).

The stretch is read from left to right: a verb at its end, then roles, labels, outlets and runs of names until nothing
is left. What cannot be read is no credit, and the answer is None.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from attrs import field, frozen

from govnews.headers.header import Contributor
from govnews.headers.people import LETTER, Names, is_name, names_of, read_names, tokens
from govnews.headers.pieces import HAN, either, pieces
from govnews.lexicon import Lexicon

Shape = Literal["photo", "role", "label", "text", "work", "names", "gift"]
AUTHOR = "作者"
_PROSE = re.compile("[的了在是从获悉将被把说]")
_LABELS = re.compile("作者|来源|图片|照片")  # no name has these; 记者从市水务局获悉
_COLLECTED = re.compile("^(?:综合|据)")  # 综合人民日报记者孔令河报道
_PICTURES = frozenset({"摄影", "摄像", "图片", "照片", "照片提供", "图片拍摄", "拍摄", "供图", "图"})
_GIVEN = re.compile(r"\s+(?:照片|图片)均?由\S{2,24}提供$")
_WRITERS = frozenset(
    {"文", "图文", "撰文", "撰稿", "文字", "采写", "采访", "记录", "口述"}
)  # 文:孔令河 signs as a byline does
_SELF = frozenset({"评论员", "特约评论员", "首席评论员"})  # 本报评论员 signs without a name


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


@frozen(eq=False)
class Patterns:
    role: re.Pattern[str]  # 本报驻埃及记者 at the place
    inner: re.Pattern[str]  # the same within a run of names, where only a known outlet may stand before it
    label: re.Pattern[str]
    slash: re.Pattern[str]
    outlet: re.Pattern[str]
    tail: re.Pattern[str]
    lead: re.Pattern[str]
    gift: re.Pattern[str]
    photo: frozenset[str]
    work: frozenset[str]
    labels: dict[str, str]


@lru_cache(maxsize=4)
def patterns_of(lexicon: Lexicon) -> Patterns:
    """Return the patterns of a credit."""
    p = pieces(lexicon)
    post = rf"(?:驻(?P<post>[{HAN}]{{1,8}}?))?\s*"
    verbs = {row["surface"]: row["kind"] for row in lexicon.rows("header_verbs") if row["kind"] != "sent"}
    # a name may end with 文, 图, 发 or 写: as a verb each stands apart
    apart = {verb for verb in verbs if verb in ("文", "图", "发", "写")}
    last = rf"{either(set(verbs) - apart)}|(?<=[\s/]){either(apart)}"
    return Patterns(
        # 环球网报道记者, 新华社驻埃及记者
        role=re.compile(rf"(?:(?P<out>{p['JOINED']})(?:报道)?)?\s*{post}(?P<role>{p['ROLE']})"),
        inner=re.compile(rf"(?P<out>{p['KNOWN']})?{post}(?P<role>{p['ROLE']})"),
        # 编辑:, 编辑丨, and 编辑孔令河, 审核 孔令河
        label=re.compile(rf"(?P<label>{p['LABEL']})(?:\s*(?P<colon>[:|丨/])\s*|(?=[\s{LETTER}]))"),
        slash=re.compile(rf"(?:(?<=/){either(verbs)}(?=\s|$)|{either(verbs)}(?=\s*/))"),
        outlet=re.compile(rf"(?P<out>{p['KNOWNS']})(?=[\s/]*[{LETTER}])"),
        # 摄于德国, 摄/光明图片, 济宁报道, 编辑整理
        tail=re.compile(
            rf"(?:摄[于自](?P<where>[{HAN}—-]{{2,14}})|摄\s?/\s?(?P<by>[{HAN}]{{2,8}})|(?:(?<=\s)(?P<place>(?!摄影|图片|综合|联合)[{HAN}]{{2,6}}))?(?<!摄影)(?<!图片)(?<!综合)(?<!参与)报道"
            rf"|(?P<verb>{last}))\s*$"
        ),
        # 压题照片:, 图为, 以上均为, 本版图片除署名外均由
        lead=re.compile(
            r"(?:(?:以上|本[版组文栏期])?(?:图片|照片|图)?(?:除署名外)?[均皆都]?[为由]|压题照片|题图|照片|图片|图)\s*:?\s*"
        ),
        gift=re.compile(rf"(?:(?:本文|稿件|图片|照片|资料图)?由\s*)?(?P<office>{p['INSTITUTION']})\s*$"),
        photo=frozenset(verb for verb, kind in verbs.items() if kind == "photo"),
        work=frozenset(verb for verb, kind in verbs.items() if kind == "work"),
        labels={
            row["surface"]: row["role"] or row["surface"]
            for row in lexicon.rows("roles")
            if row["kind"] in ("label", "both")
        },
    )


@frozen
class _Person:
    role: str
    name: str | None
    outlet: str | None = None
    post: str | None = None
    office: str | None = None


@frozen
class _Scan:
    """What has been read so far; the lists grow while the stretch is read."""

    text: str
    names: Names
    patterns: Patterns
    people: list[_Person] = field(factory=list)
    verbs: list[str] = field(factory=list)
    marks: set[str] = field(factory=set)
    doubtful: list[str] = field(factory=list)


def read(text: str, lexicon: Lexicon, outlet: str | None = None) -> Reading | None:
    """Return what a folded stretch without its brackets says; None where it is no credit.

    Args:
        text: the stretch.
        lexicon: the words to read by.
        outlet: the outlet that the dateline before it has named.
    """
    patterns, names = patterns_of(lexicon), names_of(lexicon)
    text = _GIVEN.sub("", text)
    tail = patterns.tail.search(text)
    verb, place, body = None, None, text
    if tail:
        verb, place, body = _ending(tail, names)
        if verb in patterns.photo:  # 压题照片:孔令河摄
            body = body[lead.end() :] if (lead := patterns.lead.match(body)) else body
    if verb and (given := _gift(body.strip(), verb, patterns)) and not is_name(body.strip(), names):
        return given
    scan = _Scan(_COLLECTED.sub("", body.strip()), names, patterns)
    return _reading(scan, verb, place, outlet) if _run(scan) else None


def _ending(tail: re.Match[str], names: Names) -> tuple[str, str | None, str]:
    """Return the verb at the end, the place before or after it, and the text before."""
    text, where, place = tail.string, tail["where"], tail["place"]
    if where or tail["by"]:
        return "摄", where, text[: tail.start()]
    if tail["verb"]:
        return tail["verb"], None, text[: tail.start()]
    if place and not is_name(place, names):  # 记者 孔令河 济宁报道, but 记者 孔令河 颜承志报道
        return "报道", place, text[: tail.start()]
    return "报道", None, text[: tail.start()] + (place or "")


def _run(scan: _Scan) -> bool:
    """Read the stretch to its end, and say whether that went."""
    at, role, outlet, post = 0, "", None, None
    text = scan.text
    while at < len(text):
        if text[at] in " \t、,;:|丨/·\u00a0":
            at += 1
            continue
        found = scan.patterns.role.match(text, at)
        if found and not _swallows(found, scan):
            if "报道" in found[0]:
                scan.verbs.append("报道")
            role, outlet, post = re.sub(r"\s", "", found["role"]), found["out"], found["post"]
            scan.marks.add("role")
            if role in _SELF and not text[found.end() :].strip():
                scan.people.append(_Person(role, None, outlet, post))
        elif found := scan.patterns.slash.match(text, at):
            scan.verbs.append(found[0])
        elif (found := scan.patterns.label.match(text, at)) and (found["colon"] or len(found["label"]) > 1):
            label = scan.patterns.labels.get(re.sub(r"\s", "", found["label"]), "")
            if label in scan.patterns.photo and not found["colon"]:  # 摄影 孔令河
                scan.verbs.append(label)
            else:
                role, outlet, post = label, None, None
                scan.marks.add("picture" if label in _PICTURES else "role" if label in _WRITERS else "label")
        elif found := scan.patterns.outlet.match(text, at):
            outlet = found["out"]
        else:
            end = _names(scan, at, role, outlet, post)
            if end == at:
                return False
            at = end
            continue
        at = found.end()
    return bool(scan.people)


def _swallows(found: re.Match[str], scan: _Scan) -> bool:
    """Tell an outlet by its form alone that has a name in it: 孔令河光明网记者."""
    inner = scan.patterns.inner.search(scan.text, found.start() + 2, found.end()) if found["out"] else None
    before = scan.text[found.start() : inner.start()] if inner else ""
    return bool(inner and inner["out"] and len(before) in (2, 3) and is_name(before, scan.names))


_CHUNK = re.compile(rf"[{LETTER}]+(?:·[{LETTER}]+)*(?:[ \t\u00a0]+[{LETTER}](?![{LETTER}]))*")


def _names(scan: _Scan, at: int, role: str, outlet: str | None, post: str | None) -> int:
    """Read one run of names from `at`, and return where it ends; `at` where it is none."""
    chunk = _CHUNK.match(scan.text, at)
    if not chunk:
        return at
    end = chunk.end()
    inner = next((m for m in scan.patterns.inner.finditer(scan.text, at + 2, end + 12) if m.start() < end), None)
    if inner:
        end = inner.start()
    run = scan.text[at:end]
    label = next(
        (m for m in scan.patterns.label.finditer(scan.text, at + 2, end + 2) if m["colon"] and m.start() < end), None
    )
    if label:  # 记者:孔令河编辑:颜承志
        end, run = label.start(), scan.text[at : label.start()]
    verb = re.search(r"(文/?图|文/摄|摄|文|图)$", run)
    if verb and len(run) > 3 and scan.text[end : end + 1] in ("", "/", " ") and _PROSE.search(run) is None:
        if verb[1] in ("文", "图") and scan.text[end : end + 1] != "/" and read_names(run, scan.names)[1]:
            verb = None  # 孔令文: the end of a name
        else:
            run = run[: verb.start()]
            scan.verbs.append(verb[1])
    pair = _pair(run, scan)
    found, sure = pair or read_names(run, scan.names)
    if not sure and scan.patterns.gift.fullmatch(run) and len(run) > 3:  # 供稿:某公司
        scan.people.append(_Person(role, None, outlet, office=run))
        scan.marks.add("" if role else "unit")
        return end
    if (
        _LABELS.search(run)
        or _PROSE.search(run, 0 if len(run) > 3 or not sure else 3)
        or not found
        or any(not 2 <= len(name) <= (12 if "·" in name else 8) for name in found)
    ):
        return at
    if not sure:
        scan.marks.add("unsure")
    # 编辑孔令河, but 编辑方案; 记者:孔令河, but 记者:谢谢
    before = scan.text[at - 1] if at else ""
    bare = ("label" in scan.marks and before not in " :|丨、") or (role == "记者" and not outlet and before == ":")
    scan.doubtful.extend(name for name in found if bare or not is_name(name, scan.names))
    scan.people.extend(_Person(role, name, outlet, post) for name in found)
    return end


def _pair(run: str, scan: _Scan) -> tuple[tuple[str, ...], bool] | None:
    """孔令河文颜承志摄: the writer and the photographer, with their verbs between."""
    if "文" not in run[2:4] or len(tokens(run)) != 1:
        return None
    at = run.index("文", 2)
    left, right = run[:at], run[at + 1 :]
    if is_name(run[: at + 1], scan.names) and len(right) < 2:
        return None
    if len(left) in (2, 3) and len(right) in (2, 3) and is_name(left, scan.names) and is_name(right, scan.names):
        if all(len(piece) in (2, 3) for piece in (left, right)) and len(run) in (5, 6, 7) and scan.text.endswith(right):
            scan.verbs.append("文")
            return (left, right), True
    return None


def _gift(body: str, verb: str, patterns: Patterns) -> Reading | None:
    """县委组织部供稿, 受访者供图: an institution that gives, without a name."""
    if verb not in ("供图", "供稿", "发"):
        return None
    found = patterns.gift.fullmatch(body)
    if not found or _PROSE.search(found["office"]):
        return None
    people = (Contributor(role=AUTHOR, office=found["office"].strip()),)
    return Reading(contributors=people, verb=verb, shape="photo" if verb in patterns.photo else "gift")


def _reading(scan: _Scan, verb: str | None, place: str | None, outlet: str | None) -> Reading:
    own = outlet or next((person.outlet for person in scan.people if person.outlet), None)
    verbs = list(dict.fromkeys([*scan.verbs, *([verb] if verb else [])]))
    return Reading(
        contributors=tuple(_contributors(scan.people, own)),
        outlet=own,
        verb="/".join(verbs) or None,
        place=place,
        shape=_shape(scan, verbs),
        sure="unsure" not in scan.marks,
        unit="unit" in scan.marks,
        doubtful=tuple(scan.doubtful),
    )


def _shape(scan: _Scan, verbs: list[str]) -> Shape:
    if scan.marks & {"picture", "label", "role"} == {"picture"} or (verbs and verbs[0] in scan.patterns.photo):
        return "photo"
    if any(verb not in scan.patterns.work for verb in verbs):
        return "text"
    if "role" in scan.marks:
        return "role"
    if scan.marks & {"label", "picture"}:
        return "label"
    return "work" if verbs else "names"


def _contributors(people: list[_Person], own: str | None) -> Iterator[Contributor]:
    unit = ""
    for person in people:
        if person.office and not person.role:  # 某县委组织部 孔令河 颜承志: the office of each
            unit = person.office
            if any(not later.role and later.name for later in people):
                continue
        office = (
            person.office or (unit if not person.role else None) or (person.outlet if person.outlet != own else None)
        )
        if person.post:  # 本报驻埃及记者
            office = (office or "") + "驻" + person.post
        yield Contributor(role=person.role or AUTHOR, name=person.name, office=office)
