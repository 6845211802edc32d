"""What can be measured of an article: its size and form, who signs it, its words, and the person it turns about."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from govnews.headers.header import Form, Header
from govnews.kinds.shape import Shape, columns, is_day
from govnews.kinds.shape import measure as measure_shape
from govnews.kinds.wording import Wording, count
from govnews.lexicon import Lexicon
from govnews.pattern import later
from govnews.text import fold, is_han, squeeze

_BODY = frozenset({"paragraph", "item", "subhead", "editor_note", "caption"})
# …。”他说 / 他说:“… ; each begins with its quotation mark, which is found fast
_SAID_AFTER = later("”(?<=[。!?,]”)[^“”。]{0,16}[说道示绍]")
_SAID_BEFORE = later("“(?:(?<=[说道示绍]“)|(?<=[说道示绍][:,]“))")
_LEAD, _READ = 180, 2400  # where a name is looked for, and where it is counted
_COLUMN = 9  # characters before a colon in a headline that may name a column, a place or a person
_TOP = 4  # lines above which a byline stands over the text
_COMMON = 1.0  # of a thousand people
_NEVER = "的了在是与和将从对也就都这那个们市县区镇村委员府"  # characters that no given name has
_SENT = frozenset(("供稿", "供图", "提供"))
_REPORTS = ("记者", "通讯员", "报道员", "实习生")
# what follows the name of an official in the news of a meeting, a visit or a reception
_OFFICIAL = (
    "指出",
    "强调",
    "要求",
    "表示",
    "希望",
    "主持",
    "会见",
    "出席",
    "听取",
    "对",
    "代表",
    "在会",
    "讲话",
    "一行",
    "首先",
)


@frozen(kw_only=True)
class Copy:
    """What the judge is given: one article, with what is known of it.

    Attributes:
        blocks: (role, text) in reading order; roles as in the page document.
        headers: as read by the room of headers.

    .. versionadded:: 0.1.0
    """

    headline: str | None = None
    kicker: str | None = None
    deck: str | None = None
    rubric: str | None = None
    blocks: tuple[tuple[str, str], ...] = ()
    headers: tuple[Header, ...] = ()


@frozen(kw_only=True)
class Signed:
    """Who signs: each 1 or 0 but for `reporters`, which counts.

    Attributes:
        dateline: 本报济宁5月18日讯, at the head.
        sent_last: the dateline in brackets at the end.
        office: an author's office, not one with the paper.
        reporters: 记者, 通讯员.
        bare: a name with neither role nor office.
        commentator: 评论员, and an author who is of the paper: (作者为本报记者) stands under comment.
        byline: a line of its own that names the author, above the text.
        credit: who took the photograph.
        credit_last: the same, as the last line.
    """

    dateline: int
    sent_last: int
    office: int
    reporters: int
    bare: int
    commentator: int
    byline: int
    credit: int
    credit_last: int


@frozen(kw_only=True)
class Person:
    """The one name that comes back most.

    Attributes:
        share: of the paragraphs, how many have it.
        in_headline: whether the headline has it.
        pronouns: 他 and 她 per thousand characters.
        official: the share of its places after which 指出, 强调, 会见 follow: who is reported on, not told of.
    """

    share: float
    in_headline: bool
    pronouns: float
    official: float = 0.0


@frozen(kw_only=True)
class Facts:
    """All that the rules may look at.

    Attributes:
        headline: kicker, headline and deck, folded.
        before_colon: what stands before a colon in the headline: `place`, `name`, `other`, or empty.
        titles: the headline, with the names of columns that stand over the text.
        body: the lines that are text.
        roles: of the blocks.
        speeches: sentences of direct speech that name their speaker.
    """

    shape: Shape
    words: Wording
    signed: Signed
    person: Person
    headline: str
    before_colon: str
    titles: str
    body: str
    roles: frozenset[str]
    speeches: int


def _lines(copy: Copy, headline: str) -> tuple[list[str], list[str]]:
    """Return the lines that are text, folded, and their roles: no attribution, no headline said again."""
    cut = [fold(h.text).strip() for h in copy.headers if h.form is not Form.DATELINE]
    sent = tuple(fold(h.text).strip() for h in copy.headers if h.form is Form.DATELINE)
    title = squeeze(headline)
    lines: list[str] = []
    roles: list[str] = []
    # a day alone at the foot belongs to a letter or a document; what else is no text of the article says nothing
    texts = [(role, text) for role, text in copy.blocks if role in _BODY or (role == "other" and is_day(fold(text)))]
    whole, at = fold("".join(text for _, text in texts)), 0  # folded at once: it keeps every place
    for role, text in texts:
        # sites put paragraphs on one line, two wide blanks between them
        for raw in whole[at : at + len(text)].replace("。  ", "。\n").split("\n"):
            line = raw.strip()
            for piece in cut:
                if piece and piece in line:
                    line = line.replace(piece, "", 1).strip()
            said = len(lines) < 2 and title and len(line) < len(headline) + 16 and title in squeeze(line)
            # 新华社济宁6月3日电 通讯:… says the headline again as well, but with what the agency calls the piece
            if not line or (said and not line.startswith(sent) and not line.endswith("。")):
                continue
            lines.append(line)
            roles.append(role)
        at += len(text)
    return lines, roles


def _over(copy: Copy, roles: frozenset[str]) -> bool:
    """Tell a byline that stands over text from one at the foot, and from the line that names the page's editor."""
    bylines = [header.text for header in copy.headers if header.form is Form.BYLINE]
    if not bylines and "byline" not in roles:
        return False
    texts = [at for at, (role, _) in enumerate(copy.blocks) if role in {"paragraph", "item"}]
    last = min(texts[-1] if texts else 0, _TOP)
    return any(role == "byline" or any(line in text for line in bylines) for role, text in copy.blocks[:last])


@lru_cache(maxsize=4)
def _house(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(row["surface"] for row in lexicon.rows("kind_words") if row["where"] == "office")


def _signed(copy: Copy, roles: frozenset[str], lexicon: Lexicon) -> Signed:
    headers = copy.headers
    people = [p for h in headers for p in h.contributors if h.form is not Form.CREDIT]
    dateline = any(h.form is Form.DATELINE for h in headers)
    last = headers[-1] if headers else None
    # an office that sent the text in speaks of itself as a reporter would
    sent = {id(p) for h in headers if h.verb in _SENT for p in h.contributors}
    authors = [
        p.office for p in people if p.office and id(p) not in sent and p.role in {None, "作者", "执笔", "执笔人"}
    ]
    house = [office for office in authors if any(word in office for word in _house(lexicon))]
    return Signed(
        dateline=int(dateline),
        sent_last=int(any(h.form is Form.TAIL and h.place is not None and h.date is not None for h in headers)),
        office=int(len(authors) > len(house)),
        reporters=sum(1 for p in people if p.role and p.role.endswith(_REPORTS)),
        bare=int(any(p.name and not p.office and p.role in {None, "作者"} for p in people) and not dateline),
        commentator=int(bool(house) or any(p.role and p.role.endswith("评论员") for p in people)),
        byline=int(_over(copy, roles)),
        credit=int("credit" in roles or any(h.form is Form.CREDIT for h in headers)),
        credit_last=int(last is not None and last.form is Form.CREDIT),
    )


@lru_cache(maxsize=4)
def _surnames(lexicon: Lexicon) -> re.Pattern[str]:
    """The surnames that are common enough to begin a name; a rare one is more often a word."""
    rows = lexicon.rows("surnames")
    common = (re.escape(row["surface"]) for row in rows if len(row["surface"]) == 1 and float(row["weight"]) >= _COMMON)
    return re.compile(f"[{''.join(common)}](?![{_NEVER}])")


def _names(text: str, lexicon: Lexicon, lengths: tuple[int, ...]) -> set[str]:
    """Return what may be a name; names may overlap: 周大勇 is found in 民警周大勇."""
    places = [found.start() for found in _surnames(lexicon).finditer(text)]
    found = {text[at : at + length] for at in places for length in lengths}
    return {name for name in found if name[-1] not in _NEVER and is_han(name[1:2]) and is_han(name[-1])}


def _free(name: str, body: str) -> bool:
    """Tell a name from a part of a longer word, which the same character follows nearly every time."""
    after = [piece[:1] for piece in body.split(name)[1:]]
    return max(after.count(ch) for ch in set(after)) <= 0.6 * len(after)


def _person(lines: Sequence[str], headline: str, pronouns: float, lexicon: Lexicon) -> Person:
    """Find the name of the piece: of those in its headline and lead the one that it repeats most."""
    long = [line for line in lines if len(line) >= 30]
    lead = "\n".join(long[:2])[:_LEAD]
    body = "\n".join(lines)[:_READ]
    # a name of two characters is looked for in the headline alone: in running text it is too often a word
    names = _names(f"{headline}\n{lead}", lexicon, (3,)) | _names(headline, lexicon, (2,))
    counted = sorted(((body.count(name), len(name), name) for name in names), reverse=True)
    best = next((name for found, _, name in counted if found > 2 and _free(name, body)), None)
    if best is None:
        return Person(share=0.0, in_headline=False, pronouns=pronouns)
    share = sum(best in line for line in long) / max(len(long), 1)
    pieces = body.split(best)[1:]
    official = sum(piece.startswith(_OFFICIAL) for piece in pieces) / len(pieces)
    return Person(share=share, in_headline=best in headline, pronouns=pronouns, official=official)


@lru_cache(maxsize=4)
def _places(lexicon: Lexicon) -> frozenset[str]:
    """The names of divisions, whole and without what they are: 江苏省, 江苏."""
    names = {row["name"] for row in lexicon.rows("divisions")}
    return frozenset(names | {name[:-1] for name in names if len(name) > 2})


def _before_colon(headline: str, lexicon: Lexicon, *, comments: bool) -> str:
    """Tell what a headline names before its colon: 江苏南京:, 董清:, 时评:.

    A column of comment may bear the name of a place: 东湖评论, 新华时评.
    """
    title, colon, _ = re.split("[】|丨]", headline, maxsplit=1)[-1].partition(":")
    title = title.strip()
    if not colon or not 1 < len(title) <= _COLUMN:
        return ""
    places = _places(lexicon)
    if comments:
        return "other"
    if any(title[at : at + size] in places for size in (2, 3, 4) for at in range(len(title) - 1)):
        return "place"
    if len(title) in {2, 3} and _surnames(lexicon).match(title):
        return "name"
    return "other"


def measure(copy: Copy, lexicon: Lexicon) -> Facts:
    """Return the facts of an article; never raises.

    >>> copy = Copy(headline="村里办起供销社", blocks=(("paragraph", "本报讯 近日,村里办起供销社。"),))
    >>> measure(copy, Lexicon.default()).shape.length
    14
    """
    headline = fold(" ".join(part for part in (copy.kicker, copy.headline, copy.deck) if part))
    lines, line_roles = _lines(copy, fold(copy.headline or ""))
    roles = frozenset(role for role, _ in copy.blocks)
    body = "\n".join(lines)
    titles = " ".join(part for part in (fold(copy.rubric or ""), *columns(lines), headline) if part)
    words = count(body, titles, lexicon)
    pronouns = words.per_mille("he")
    return Facts(
        shape=measure_shape(lines, line_roles, lexicon),
        words=words,
        signed=_signed(copy, roles, lexicon),
        person=_person(lines, headline, pronouns, lexicon),
        headline=headline,
        before_colon=_before_colon(fold(copy.headline or ""), lexicon, comments="comment" in words.headline),
        titles=titles,
        body=body,
        roles=roles,
        speeches=sum(len(said.findall(body, 0, _READ)) for said in (_SAID_AFTER, _SAID_BEFORE)),
    )
