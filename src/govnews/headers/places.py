"""Places of datelines to their GB/T 2260 codes, as they were on the day of issue.

Counties come and go: 兖州 is 370882 up to 2012 and 370812 from 2013 on. A name that several divisions have is decided
by the home of the outlet, else by the other places of the page, else it has no code. A zone has the code of its parent.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from govnews.headers.header import Header, Place
from govnews.lexicon import Lexicon, checking
from govnews.pattern import later
from govnews.text import fold

_NEVER = 9999
_COUNTY = 6  # digits
_ZONE = later(
    "(?:高新(?:技术(?:产业)?)?|经济技术|经济|经开|高新技术产业)?(?:开发区|新区|示范区|度假区)|高新区|经开区|开发区"
)
_PAPERS = ("日报", "晚报", "都市报", "早报", "晨报", "商报", "网", "新闻网", "在线", "新闻", "电视台", "广播电视台")


@frozen
class Division:
    code: str
    name: str
    first: int
    last: int


@frozen(eq=False)
class Divisions:
    named: Mapping[str, Sequence[Division]]  # by whole name and by short name
    zones: Mapping[str, str]
    homes: Mapping[str, str]  # of outlets


@lru_cache(maxsize=4)
@checking("divisions")
def _divisions(lexicon: Lexicon) -> Divisions:
    named: dict[str, list[Division]] = {}
    for row in lexicon.rows("divisions"):
        code, _, first = row["code"].partition("/")
        found = Division(code, row["name"], int(first), int(row["until"] or _NEVER))
        for name in {row["name"], row["short"]}:
            named.setdefault(name, []).append(found)
    for row in lexicon.rows("towns"):
        for name in {row["name"], row["short"]}:
            named.setdefault(name, []).append(Division(row["code"], row["name"], 0, _NEVER))
    zones = {row["surface"]: row["parent"] for row in lexicon.rows("zones")}
    homes = {row["surface"]: row["home"] for row in lexicon.rows("outlets") if row["home"]}
    return Divisions(named, zones, homes)


def _valid(name: str, year: int | None, lexicon: Lexicon) -> list[Division]:
    """Return the divisions of that name in that year, the newest where no year is known."""
    found = _divisions(lexicon).named.get(name, ())
    if year is None:
        return [division for division in found if division.last == _NEVER]
    # a table of years to 2024 says nothing of a later end
    return [division for division in found if division.first <= year <= division.last]


def _within(code: str) -> str:
    """Return what the codes of all divisions in this one begin with."""
    if len(code) > _COUNTY:  # of a town
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _decided(found: list[Division], home: str) -> str | None:
    """Return the one code: of one division, of the one that holds the others (长沙市, not 长沙县), or at home."""
    codes = sorted({division.code for division in found})
    if len(codes) > 1 and home:
        codes = [code for code in codes if code.startswith(home)] or codes
    if not codes:
        return None
    widest = min(codes, key=lambda code: (len(_within(code)), code))
    return widest if all(code.startswith(_within(widest)) for code in codes) else None


def home_of(outlet: str | None, year: int | None, lexicon: Lexicon) -> str:
    """Return what the codes at the home of an outlet begin with: 3708 of 济宁日报; empty where it is not known."""
    if not outlet:
        return ""
    named = _divisions(lexicon).homes.get(outlet)
    for place in [named] if named else [outlet.removesuffix(end) for end in _PAPERS if outlet.endswith(end)]:
        code = _decided(_valid(place, year, lexicon), "")
        if code:
            return _within(code)
    return ""


def code_of(text: str, year: int | None, home: str, lexicon: Lexicon) -> str | None:
    """Return the code of a place; None where there is none, or more than one.

    >>> code_of("兖州", 2010, "", Lexicon.default()), code_of("兖州", 2020, "", Lexicon.default())
    ('370882', '370812')
    """
    zone = _zone(text, year, home, lexicon)
    if zone:
        return zone
    code = _decided(_valid(text, year, lexicon), home)
    if code or len(text) < 4:
        return code
    for cut in range(2, len(text) - 1):  # 江苏徐州, 湖北武汉市
        wider = _decided(_valid(text[:cut], year, lexicon), home)
        inner = _valid(text[cut:], year, lexicon) if wider else []
        if wider and inner:
            return _decided([division for division in inner if division.code.startswith(_within(wider))], "")
    return None


def _zone(text: str, year: int | None, home: str, lexicon: Lexicon) -> str | None:
    """Return the code of the parent of a zone: 太白湖新区, 济宁高新区; of a bare 高新区 only at home in a city."""
    parent = _divisions(lexicon).zones.get(text)
    if parent:
        return _decided(_valid(parent, year, lexicon), home)
    found = _ZONE.search(text)
    if not found or found.end() < len(text) or _valid(text, year, lexicon):
        return None
    before = text[: found.start()]
    if not before:
        return f"{home}00" if len(home) == len("3708") else None
    return _decided(_valid(before, year, lexicon), home)


def settled(headers: Sequence[Header], year: int | None, lexicon: Lexicon, page: str = "") -> tuple[Header, ...]:
    """Return the headers with the places that several divisions share decided by the other places of the page.

    Args:
        headers: those of one page or article.
        year: of issue.
        lexicon: the words to read by.
        page: what the codes at the home of the page's outlet begin with.

    >>> settled((), None, Lexicon.default())
    ()
    """
    open_places = [one.place.text for one in headers if one.place and not one.place.code]
    if not open_places:
        return tuple(headers)
    codes = Counter(one.place.code for one in headers if one.place and one.place.code)
    near = [page] if page else [code for code, _ in codes.most_common()]
    found = {text: _near(fold(text), near, year, lexicon) for text in open_places}
    return tuple(
        evolve(one, place=evolve(one.place, code=found[one.place.text])) if one.place and not one.place.code else one
        for one in headers
    )


def _near(text: str, near: Sequence[str], year: int | None, lexicon: Lexicon) -> str | None:
    """Return the code of the one division of that name in the city, else in the province, of another place."""
    for width in (4, 2):  # digits: of a city, of a province
        for code in near:
            inside = [one for one in _valid(text, year, lexicon) if one.code.startswith(code[:width])]
            if inside and (decided := _decided(inside, "")):
                return decided
    return None


def is_division(text: str, lexicon: Lexicon) -> bool:
    """Tell the name of a division of any time."""
    return text in _divisions(lexicon).named


def read_place(text: str | None, printed: str, year: int | None, home: str, lexicon: Lexicon) -> Place | None:
    """Return the place of a header; None where it names none."""
    return Place(text=printed, code=code_of(text, year, home, lexicon)) if text else None
