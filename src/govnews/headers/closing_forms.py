"""The printed forms of bylines, credits and tails, in order: their order is their precedence."""

from govnews.headers.credits import Shape
from govnews.headers.form import At, HeaderForm
from govnews.headers.header import Form
from govnews.headers.people import LETTER

_B, _C, _T = Form.BYLINE, Form.CREDIT, Form.TAIL
_PEOPLE: tuple[Shape, ...] = ("role", "text", "label", "work")

CLOSINGS: tuple[HeaderForm, ...] = (
    # 据新华社, the whole line; (均据新华社电)
    HeaderForm(
        name="agency-line",
        form=_T,
        at=(At.LINE, At.BRACKET),
        slots=r"(?:本[栏版]|以上)?均?据\s* QUOTED GAP (?P<verb>电|报道|消息)?",
        has="据",
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
        has="综合",
    ),
    # 新华社供本报专电
    HeaderForm(
        name="agency-supplied",
        form=_T,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"ACCORDING? OUTLET 供(?:本报|[一-鿿]{2,6}报) (?P<verb>专电|特稿|稿件|电)?",
        has="供",
    ),
    # put together by the outlet: 本报综合, 新华网综合报道
    HeaderForm(
        name="outlet-roundup",
        form=_T,
        at=(At.LINE, At.BRACKET),
        slots=r"OUTLET 综合(?P<verb>报道|整理|消息)?",
        has="综合",
    ),
    # 摘自《人民日报》; (原载《人民日报》2020年3月2日)
    HeaderForm(
        name="quoted-source",
        form=_T,
        at=(At.LINE, At.BRACKET),
        slots=r"(?:摘自|摘编自|转自|转载自|原载于?|选自)\s* QUOTED \s*,?\s* DATE? (?:\s*第?[0-9]{1,2}版)?",
        has="自|原载",
    ),
    # 【环球网报道】
    HeaderForm(name="outlet-report", form=_T, at=(At.BRACKET,), slots="OUTLET (?:综合)?(?P<verb>报道)", has="报道"),
    # the stamp of a page: 《人民日报》(2020年12月06日 02 版)
    HeaderForm(
        name="page-stamp",
        form=_T,
        at=(At.LINE,),
        slots=r"《\s*(?P<outlet>[^《》]{2,12}?)\s*》\s*\(\s* DATE \s*[0-9]{1,2}\s*版\s*\)",
        has="版",
    ),
    # 作者为某局局长
    HeaderForm(
        name="author-note",
        form=_T,
        at=(At.LINE, At.BRACKET, At.END),
        slots="MARK? REST",
        reads="author",
        shapes=("label",),
        has="作者",
    ),
    # a line or brackets with 作者:孔令河
    HeaderForm(name="author-line", form=_B, at=(At.LINE,), slots="MARK? REST", reads="author", has="作者"),
    HeaderForm(name="author-tail", form=_T, at=(At.BRACKET, At.END), slots="REST", reads="author", has="作者"),
    # a line or brackets with 来源:新华网
    HeaderForm(
        name="source",
        form=_T,
        at=(At.LINE, At.BRACKET, At.END),
        slots=(
            r"(?:(?:本文|文章|稿件|信息|素材|内容)?来\s?源|稿源|转自)\s*[:丨|/]\s*"
            r"(?P<outlet>[^。:()丨|\n]{2,60}?(?:\([^()\n]{1,30}\))?)"
        ),
        has="源|转自",
    ),
    # 图片来源:某县文旅局, 图源:视觉中国
    HeaderForm(
        name="photo-source",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"(?:(?:图片|照片|视频|本文图)来?源|图源)(?:自|于)?\s*[:丨|/]\s*(?P<outlet>[^。:()丨|\n]{2,40}?)",
        has="源",
    ),
    # a line or brackets with 本文来源:中国经济网 作者:本报评论员
    HeaderForm(
        name="source-author",
        form=_T,
        at=(At.BRACKET,),
        slots=r"(?:本文|文章)?来\s?源\s*[:丨|]\s*(?P<outlet>[^。:()\n]{2,40}?)\s*作者\s*[:丨|]?\s* REST",
        reads="credit",
        has="源",
    ),
    # an agency: 新华社发, 新华社发美联社照片, 新华社发(孔令河摄)
    HeaderForm(
        name="agency-photo",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=(
            r"(?:(?:以上|本[版组栏])(?:图片|照片)?均?[为由])? OUTLET "
            r"(?:(?P<verb>发|供图)(?:[一-鿿]{2,6}照片)?|照片|图片)"
        ),
        has="发|供图|照片|图片",
    ),
    HeaderForm(
        name="agency-photo-by",
        form=_C,
        at=(At.LINE, At.END),
        slots=r"OUTLET (?:发|供图) GAP OPEN REST CLOSE",
        reads="credit",
        shapes=("photo",),
        has="发|供图",
    ),
    # 孔令河摄(影像中国): but 孔令河摄(新华社发) is two
    HeaderForm(
        name="photo-by-agency",
        form=_C,
        at=(At.LINE, At.END),
        slots=r"MARK? REST \s?\( OUTLET (?:供图)? \)",
        reads="credit",
        shapes=("photo",),
        has=r"\(",
    ),
    # 新华社发 孔令河 摄
    HeaderForm(
        name="agency-photo-named",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"OUTLET 发\s+ REST",
        reads="credit",
        shapes=("photo",),
        has="发",
    ),
    # a picture of two agencies: 新华社/法新
    HeaderForm(
        name="agency-photo-joint",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots=r"(?P<outlet>(?:新华社|中新社)\s?/\s?(?:法新|美联|路透|欧新|韩联|埃菲|塔斯|共同)社?)",
        has="/",
    ),
    # a line or brackets with 资料图
    HeaderForm(name="stock-photo", form=_C, at=(At.BRACKET,), slots="OUTLET? 资料(?:图|照片)", has="资料"),
    # ■通讯员 孔令河 摄
    HeaderForm(
        name="photo-credit",
        form=_C,
        at=(At.LINE, At.BRACKET, At.END),
        slots="MARK? REST",
        reads="credit",
        shapes=("photo",),
    ),
    # a line or brackets with 编辑:孔令河, 执笔:孔令河
    HeaderForm(name="staff-line", form=_T, at=(At.LINE,), slots="MARK? REST", reads="credit", shapes=("label",)),
    # ■本报通讯员 孔令河, 文/孔令河
    HeaderForm(name="marked-byline", form=_B, at=(At.LINE,), slots="MARK REST", reads="credit"),
    HeaderForm(
        name="byline", form=_B, at=(At.LINE,), slots="REST", reads="credit", shapes=("role", "text", "work", "gift")
    ),
    # 齐鲁壹点 孔令河, 汶上日报 孔令河 颜承志: the outlet before the names
    HeaderForm(
        name="outlet-name-line",
        form=_B,
        at=(At.LINE,),
        slots=r"MARK? OUTLET \s{0,4} REST",
        reads="credit",
        shapes=("names",),
    ),
    HeaderForm(
        name="paper-name-line",
        form=_B,
        at=(At.LINE,),
        slots=r"MARK? (?P<outlet> JOINED ) \s{1,4} REST",
        reads="credit",
        shapes=("names",),
        has=r"\s",
    ),
    # 汶上县委宣传部 孔令河
    HeaderForm(name="unit-name-line", form=_B, at=(At.LINE,), slots="MARK? REST", reads="credit", shapes=("names",)),
    # (本报记者 孔令河)
    HeaderForm(
        name="closing-credit", form=_T, at=(At.BRACKET,), slots="MARK? REST", reads="credit", shapes=(*_PEOPLE, "gift")
    ),
    # (孔令河 新华社发)
    HeaderForm(
        name="name-agency-photo",
        form=_C,
        at=(At.LINE, At.BRACKET),
        slots=r"MARK? REST \s{1,4} OUTLET (?P<verb>发)",
        reads="credit",
        shapes=("role", "names"),
        has="发",
    ),
    # 本报编辑部, as a line and in brackets
    HeaderForm(name="outlet-desk", form=_B, at=(At.LINE,), slots=r"MARK? (?P<office> OUTLET 编辑部)", has="编辑部"),
    HeaderForm(name="outlet-desk-tail", form=_T, at=(At.BRACKET,), slots=r"(?P<office> OUTLET 编辑部)", has="编辑部"),
    # (汶上 孔令河)
    HeaderForm(
        name="place-names",
        form=_T,
        at=(At.LAST,),
        slots=r"PLACE \s{1,4} REST",
        reads="credit",
        shapes=("names",),
        has=r"\s",
    ),
    # (孔令河 颜承志)
    HeaderForm(name="closing-names", form=_T, at=(At.LAST,), slots="REST", reads="credit", shapes=("names",)),
    # …。□本报记者 孔令河
    HeaderForm(name="running-credit", form=_T, at=(At.END,), slots="MARK? REST", reads="credit", shapes=_PEOPLE),
    # 石桥镇党委书记 孔令河
    HeaderForm(name="office-name", form=_B, at=(At.LINE,), slots=r"MARK? OFFICE \s{1,4} NAME", has=r"\s"),
    # (石桥镇党委书记 孔令河)
    HeaderForm(name="office-name-tail", form=_T, at=(At.LAST,), slots=r"OFFICE \s{1,4} NAME", has=r"\s"),
    # the outlet alone: (大众日报)
    HeaderForm(name="closing-outlet", form=_T, at=(At.LAST,), slots="OUTLET (?:APP)?"),
    # 孔令河 某大学教授, 孔令河(某大学教授)
    HeaderForm(name="name-office", form=_T, at=(At.LAST,), slots=r"NAME (?:\s+|\s?\() OFFICE \)?"),
    # 孔令河(某县检察院), in brackets
    HeaderForm(
        name="name-unit", form=_T, at=(At.LAST,), slots=r"NAME \s?\(\s? (?P<office> INSTITUTION ) \)?", has=r"\("
    ),
    # (某县检察院孔令河), run together
    HeaderForm(
        name="unit-name-joined",
        form=_T,
        at=(At.LAST,),
        slots=rf"(?P<office> INSTITUTION )(?P<rest>[{LETTER}]{{2,3}})",
    ),
    # 孔令河(某县检察院), the whole line
    HeaderForm(
        name="name-unit-line", form=_B, at=(At.LINE,), slots=r"MARK? NAME \s?\( (?P<office> INSTITUTION ) \)", has=r"\("
    ),
    # 孔令河(某大学教授), the whole line
    HeaderForm(name="name-office-line", form=_B, at=(At.LINE,), slots=r"MARK? NAME \s?\( OFFICE \)", has=r"\("),
)
