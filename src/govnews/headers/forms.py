"""The printed forms of an attribution, as rows of named slots; their order is their precedence.

A slot is a piece of `pieces.pieces`, with `?` where it may be missing; anything else is a pattern as it stands. `REST`
is what `reads` makes sense of: the words of a credit, or a note on the author.
"""

from enum import Enum
from typing import Literal

from attrs import frozen

from govnews.headers.credits import Shape
from govnews.headers.header import Form


class At(Enum):
    """Where on its line a form stands."""

    START = "at the start, running text after it"
    LINE = "the whole line"
    BRACKET = "in brackets, anywhere"
    LAST = "in brackets, at the end of the line"
    END = "after running text, at the end of the line, without brackets"


Reads = Literal["", "credit", "author", "spoken", "source"]


@frozen(kw_only=True)
class HeaderForm:
    """One printed form.

    Attributes:
        name: the rule's name.
        form: what it is.
        at: where it may stand.
        slots: its slots in order.
        reads: what reads the slot REST.
        shapes: what that may turn out to be; anything where empty.
        follows: what must follow, as a pattern.
    """

    name: str
    form: Form
    at: tuple[At, ...]
    slots: str
    reads: Reads = ""
    shapes: tuple[Shape, ...] = ()
    follows: str = ""


_D, _B, _C, _T = Form.DATELINE, Form.BYLINE, Form.CREDIT, Form.TAIL
_PEOPLE: tuple[Shape, ...] = ("role", "text", "label", "work")
_COLON = r"(?=\s*:)"
_CUT = r"(?=\s*(?:$|[\s题:(]))"  # 新华社北京12月9日电 题:…; after a dateline that has no date

FORMS: tuple[HeaderForm, ...] = (
    # 央视网消息(新闻联播):
    HeaderForm(
        name="dateline-broadcast",
        form=_D,
        at=(At.START,),
        slots=r"ACCORDING? OUTLET (?P<verb>消息) GAP \([^()\n]{2,10}\)",
        follows=_COLON,
    ),
    # 本报济宁5月18日讯(通讯员 孔令河)
    HeaderForm(
        name="dateline-credit",
        form=_D,
        at=(At.START,),
        slots="ACCORDING? OUTLET PLACE? DATE? SENT GAP :?\\s* OPEN REST CLOSE",
        reads="credit",
    ),
    # 国际在线报道(记者孔令河):
    HeaderForm(
        name="dateline-report-credit",
        form=_D,
        at=(At.START,),
        slots="OUTLET (?P<verb>报道) GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("role",),
    ),
    # the verb left out: 中新网银川3月31日(孔令河)
    HeaderForm(
        name="dateline-verbless",
        form=_D,
        at=(At.START,),
        slots="OUTLET PLACE? DATE GAP OPEN REST CLOSE",
        reads="credit",
    ),
    # without day and verb: 据新华社(记者孔令河)
    HeaderForm(
        name="dateline-according",
        form=_D,
        at=(At.START,),
        slots="ACCORDING OUTLET GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("role",),
    ),
    # 本报长沙1月10日电记者孔令河报道:
    HeaderForm(
        name="dateline-spoken", form=_D, at=(At.START,), slots="ACCORDING? OUTLET PLACE? DATE? SENT GAP", reads="spoken"
    ),
    # 新华社北京12月9日电
    HeaderForm(name="dateline-agency", form=_D, at=(At.START,), slots="ACCORDING? OUTLET PLACE? DATE SENT"),
    # 综合本报和新华社电
    HeaderForm(name="dateline-roundup", form=_D, at=(At.START,), slots="综合 OUTLETS (?P<verb>电|消息|讯)"),
    # 中国妇女报记者孔令河 发自贵阳
    HeaderForm(
        name="dateline-sent-from",
        form=_D,
        at=(At.START,),
        slots=r"REST \s*发自 (?P<place>[一-鿿·]{2,8})(?=\s|$)",
        reads="credit",
        shapes=("role",),
    ),
    # 本报讯
    HeaderForm(
        name="dateline-report",
        form=_D,
        at=(At.START,),
        slots=r"ACCORDING? OUTLET PLACE? (?:综合|专)?(?P<verb>快讯|[讯訊](?!员|号|息|问))",
    ),
    # 新华社电, 本报巴黎电
    HeaderForm(
        name="dateline-undated",
        form=_D,
        at=(At.START,),
        slots="ACCORDING? OUTLET PLACE? (?P<verb>专电|电|電)",
        follows=_CUT,
    ),
    # 本报大连电春运来临: run on, where the place is a division
    HeaderForm(
        name="dateline-placed", form=_D, at=(At.START,), slots="ACCORDING? OUTLET PLACE (?P<verb>电)(?!话|视|影|台)"
    ),
    # 央视网消息: but not 据新华社消息, in running text
    HeaderForm(
        name="dateline-message", form=_D, at=(At.START,), slots="OUTLET PLACE? (?:综合)?(?P<verb>消息)", follows=_CUT
    ),
    # 汶上日报讯(记者 孔令河): by its form alone
    HeaderForm(
        name="dateline-local-credit",
        form=_D,
        at=(At.START,),
        slots="PAPER PLACE? DATE? SENT GAP OPEN REST CLOSE",
        reads="credit",
    ),
    HeaderForm(
        name="dateline-local-spoken", form=_D, at=(At.START,), slots="PAPER PLACE? DATE? SENT GAP", reads="spoken"
    ),
    HeaderForm(
        name="dateline-local", form=_D, at=(At.START,), slots=r"PAPER DATE? (?P<verb>快讯|[讯訊](?!员|号|息|问))"
    ),
    # 本报5月18日济宁讯(记者 孔令河)
    HeaderForm(
        name="dateline-day-first",
        form=_D,
        at=(At.START,),
        slots="OUTLET DATE PLACE SENT GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("role",),
    ),
    # 济宁5月18日讯(记者 孔令河): no outlet, and a place that is a division
    HeaderForm(
        name="dateline-place-credit",
        form=_D,
        at=(At.START,),
        slots="PLACE DATE? SENT GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("role",),
    ),
    # 更邹城讯(记者 孔令河): a name that only the credit after it makes an outlet
    HeaderForm(
        name="dateline-named-credit",
        form=_D,
        at=(At.START,),
        slots=r"(?P<outlet>[一-鿿·]{2,10}?) DATE? (?P<verb>[讯訊]) GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("role",),
    ),
    # 据新华社, the whole line; (均据新华社电)
    HeaderForm(
        name="agency-line",
        form=_T,
        at=(At.LINE, At.BRACKET),
        slots=r"(?:本[栏版]|以上)?均?据\s* QUOTED GAP (?P<verb>电)?",
    ),
    # 本报北京1月15日电, 新华社北京5月7日电 记者孔令河: in brackets after a document
    HeaderForm(
        name="closing-dateline",
        form=_T,
        at=(At.BRACKET,),
        slots="ACCORDING? OUTLET PLACE? DATE? SENT GAP REST?",
        reads="credit",
    ),
    # 综合新华社、人民日报报道
    HeaderForm(
        name="agencies-line",
        form=_T,
        at=(At.LINE, At.BRACKET),
        slots=r"综合 OUTLETS GAP (?P<verb>报道|消息|电)?",
    ),
    # 【环球网报道】
    HeaderForm(name="outlet-report", form=_T, at=(At.BRACKET,), slots="OUTLET (?:综合)?(?P<verb>报道)"),
    # the stamp of a page: 《人民日报》(2020年12月06日 02 版)
    HeaderForm(
        name="page-stamp",
        form=_T,
        at=(At.LINE,),
        slots=r"《\s*(?P<outlet>[^《》]{2,12}?)\s*》\s*\(\s* DATE \s*[0-9]{1,2}\s*版\s*\)",
    ),
    # 作者为某局局长
    HeaderForm(
        name="author-note",
        form=_T,
        at=(At.LINE, At.BRACKET, At.END),
        slots="MARK? REST",
        reads="author",
        shapes=("label",),
    ),
    # a line or brackets with 作者:孔令河
    HeaderForm(name="author-line", form=_B, at=(At.LINE,), slots="MARK? REST", reads="author"),
    HeaderForm(name="author-tail", form=_T, at=(At.BRACKET, At.END), slots="REST", reads="author"),
    # a line or brackets with 来源:新华网
    HeaderForm(
        name="source",
        form=_T,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"(?:(?:本文|文章|稿件|信息)?来\s?源|稿源|转自)\s*[:丨|/]\s*(?P<outlet>[^。:()\n]{2,60}?)",
    ),
    # a line or brackets with 本文来源:中国经济网 作者:本报评论员
    HeaderForm(
        name="source-author",
        form=_T,
        at=(At.BRACKET,),
        slots=r"(?:本文|文章)?来\s?源\s*[:丨|]\s*(?P<outlet>[^。:()\n]{2,40}?)\s*作者\s*[:丨|]?\s* REST",
        reads="credit",
    ),
    # an agency: 新华社发, 新华社发美联社照片, 新华社发(孔令河摄)
    HeaderForm(
        name="agency-photo",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"(?:(?:以上|本[版组栏])(?:图片|照片)?均?[为由])? OUTLET (?P<verb>发|供图)(?:[一-鿿]{2,6}照片)?",
    ),
    HeaderForm(
        name="agency-photo-by",
        form=_C,
        at=(At.LINE, At.END),
        slots=r"OUTLET (?:发|供图) GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("photo",),
    ),
    # 新华社发 孔令河 摄
    HeaderForm(
        name="agency-photo-named",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"OUTLET 发\s+ REST",
        reads="credit",
        shapes=("photo",),
    ),
    # a line or brackets with 资料图
    HeaderForm(name="stock-photo", form=_C, at=(At.BRACKET,), slots="OUTLET? 资料图"),
    # ■通讯员 孔令河 摄
    HeaderForm(
        name="photo-credit",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots="MARK? REST",
        reads="credit",
        shapes=("photo",),
    ),
    # ■本报通讯员 孔令河, 文/孔令河
    HeaderForm(name="marked-byline", form=_B, at=(At.LINE,), slots="MARK REST", reads="credit"),
    HeaderForm(
        name="byline", form=_B, at=(At.LINE,), slots="REST", reads="credit", shapes=("role", "text", "work", "gift")
    ),
    # a line or brackets with 编辑:孔令河, 执笔:孔令河
    HeaderForm(name="staff-line", form=_T, at=(At.LINE,), slots="REST", reads="credit", shapes=("label",)),
    # (本报记者 孔令河)
    HeaderForm(
        name="closing-credit", form=_T, at=(At.BRACKET,), slots="MARK? REST", reads="credit", shapes=(*_PEOPLE, "gift")
    ),
    # (孔令河 颜承志)
    HeaderForm(name="closing-names", form=_T, at=(At.LAST,), slots="REST", reads="credit", shapes=("names",)),
    # …。□本报记者 孔令河
    HeaderForm(name="running-credit", form=_T, at=(At.END,), slots="MARK? REST", reads="credit", shapes=_PEOPLE),
    # 石桥镇党委书记 孔令河
    HeaderForm(name="office-name", form=_B, at=(At.LINE,), slots=r"MARK? OFFICE \s{1,4} NAME"),
    # (石桥镇党委书记 孔令河)
    HeaderForm(name="office-name-tail", form=_T, at=(At.LAST,), slots=r"OFFICE \s{1,4} NAME"),
    # the outlet alone: (大众日报)
    HeaderForm(name="closing-outlet", form=_T, at=(At.LAST,), slots="OUTLET (?:APP)?"),
    # 孔令河 某大学教授, 孔令河(某大学教授)
    HeaderForm(name="name-office", form=_T, at=(At.LAST,), slots=r"NAME (?:\s+|\s?\() OFFICE \)?"),
    # 孔令河(某大学教授), the whole line
    HeaderForm(name="name-office-line", form=_B, at=(At.LINE,), slots=r"MARK? NAME \s?\( OFFICE \)"),
)
