"""What stands between the names of a credit: roles, labels, outlets, verbs; as patterns of a lexicon."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govnews.headers.people import LETTER
from govnews.headers.pieces import HAN, either, pieces
from govnews.lexicon import Lexicon
from govnews.pattern import later

_APART = frozenset({"文", "图", "发", "写", "画"})  # a name may end with these: as a verb each stands apart
# 记者 孔令河 济宁报道, but not 孔令河 摄影报道
_REPORTED = rf"(?:(?<=\s)(?P<place>(?!摄影|图片|综合|联合)[{HAN}]{{2,6}}))?(?<!摄影|图片|综合|参与)报道"
_TAKEN = rf"摄[于自](?P<where>[{HAN}—-]{{2,14}})|摄\s?/\s?(?P<by>[{HAN}]{{2,8}})"  # 摄于德国, 摄/光明图片


@frozen(eq=False)
class Marks:
    role: re.Pattern[str]  # 本报驻埃及记者, 环球网报道记者, 新华社“新华视点”记者
    inner: re.Pattern[str]  # the same after a run of names, where only a known outlet may stand before it
    known: re.Pattern[str]  # an outlet of the table
    paper: re.Pattern[str]  # one by its form alone
    label: re.Pattern[str]  # 编辑:, 编辑丨, and 编辑孔令河
    slash: re.Pattern[str]  # 文/孔令河, 孔令河/文, 文/图:孔令河
    tail: re.Pattern[str]  # the verb at the end
    lead: re.Pattern[str]  # 压题照片:, 图为, 以上均为, 本版图片除署名外均由
    gift: re.Pattern[str]  # 县委组织部, 本文由县委组织部
    givers: frozenset[str]  # 受访者, 单位: the whole of it
    photo: frozenset[str]
    work: frozenset[str]
    labels: Mapping[str, str]


@lru_cache(maxsize=4)
def marks_of(lexicon: Lexicon) -> Marks:
    """Return the patterns of what stands between names."""
    p = pieces(lexicon)
    # 本报驻埃及记者, 本报济宁记者站记者
    post = rf"(?:驻(?!站)(?P<post>[{HAN}]{{1,8}}?)|(?P<station>[{HAN}]{{2,4}}?记者站))?\s*"
    # 半岛全媒体记者: a name that only the word after it makes an outlet
    named = rf"[{HAN}]{{2,4}}(?=(?:全媒|融媒|首席))|[A-Z][A-Za-z]{{1,5}}(?={p['ROLE']})"
    verbs = {row["surface"]: row["kind"] for row in lexicon.rows("header_verbs") if row["kind"] != "sent"}
    last = rf"{either(set(verbs) - _APART)}|(?<=[\s/]){either(_APART & set(verbs))}"
    labels = [row for row in lexicon.rows("roles") if row["kind"] in ("label", "both")]
    return Marks(
        role=later(
            rf"(?:(?P<out>《[^《》]{{2,12}}》|{p['JOINED']}|{named})(?:报道|出品)?)?(?:“[^“”]{{1,10}}”)?\s*{post}(?P<role>{p['ROLE']})"
        ),
        inner=later(rf"(?P<out>{p['KNOWNS']})?{post}(?P<role>{p['ROLE']})"),
        known=later(rf"(?P<out>{p['KNOWNS']})(?=[\s/]*[{LETTER}])"),
        # 汶上融媒 孔令河: by its form, where a space parts it from the name
        paper=later(rf"(?P<out>{p['JOINED']})(?=\s+[{LETTER}])"),
        label=later(rf"(?P<label>{p['LABEL']})(?:\s*(?P<colon>[:|丨/])\s*|(?=[\s{LETTER}]))"),
        slash=later(rf"(?:文/图(?=:)|图/文(?=:)|文/摄(?=:)|(?<=/){either(verbs)}(?=\s|$)|{either(verbs)}(?=\s*/))"),
        tail=later(rf"(?:{_TAKEN}|{_REPORTED}|(?P<verb>{last}))\s*$"),
        lead=later(
            r"(?:(?:以上|本[版组文栏期])?(?:图片|照片|图)?(?:除署名外)?[均皆都]?[为由]|压题照片|题图|照片|图片|图)\s*:?\s*"
        ),
        gift=later(rf"(?:(?:本文|稿件|图片|照片|资料图)?由\s*)?(?P<office>{p['INSTITUTION']})\s*"),
        givers=frozenset(row["surface"] for row in lexicon.rows("institutions") if len(row["surface"]) > 1),
        photo=frozenset(verb for verb, kind in verbs.items() if kind == "photo"),
        work=frozenset(verb for verb, kind in verbs.items() if kind == "work"),
        labels={row["surface"]: row["role"] or row["surface"] for row in labels},
    )
