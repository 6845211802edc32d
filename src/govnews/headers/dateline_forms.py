"""The printed forms of a dateline, in order: their order is their precedence."""

from govnews.headers.form import At, HeaderForm
from govnews.headers.header import Form

_D = Form.DATELINE
_COLON = r"(?=\s*:)"
_CUT = r"(?=\s*(?:$|[\s题:(]))"  # 新华社北京12月9日电 题:…; after a dateline that has no date

DATELINES: tuple[HeaderForm, ...] = (
    # 央视网消息(新闻联播): a programme, but not (记者 孔令河)
    HeaderForm(
        name="dateline-broadcast",
        form=_D,
        at=(At.START,),
        slots=r"ACCORDING? OUTLET (?P<verb>消息) GAP \((?!\s* KNOWNS? ROLE )[^()\n]{2,10}\)",
        follows=_COLON,
        has="消息",
    ),
    # 本报讯(汶上 孔令河): the place in the brackets
    HeaderForm(
        name="dateline-credit-placed",
        form=_D,
        at=(At.START,),
        slots=r"ACCORDING? OUTLET DATE? SENT GAP OPEN PLACE \s{1,4} REST CLOSE",
        reads="credit",
        shapes=("names",),
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
        has="报道",
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
        has="据|综合",
    ),
    # 本报长沙1月10日电记者孔令河报道:
    HeaderForm(
        name="dateline-spoken", form=_D, at=(At.START,), slots="ACCORDING? OUTLET PLACE? DATE? SENT GAP", reads="spoken"
    ),
    # 新华社北京12月9日电
    HeaderForm(name="dateline-agency", form=_D, at=(At.START,), slots="ACCORDING? OUTLET PLACE? DATE SENT"),
    # 综合本报和新华社电
    HeaderForm(name="dateline-roundup", form=_D, at=(At.START,), slots="综合 OUTLETS (?P<verb>电|消息|讯)", has="综合"),
    # 本报记者孔令河济宁报道: the reporter for the verb
    HeaderForm(
        name="dateline-reporter",
        form=_D,
        at=(At.START,),
        slots=r"(?P<rest> KNOWNS? ROLE [^。,:!?()“]{2,60}?报道 )",
        reads="credit",
        shapes=("role",),
        follows=r"(?=\s*:|\s{1,4}\S)",
        has="报道",
    ),
    # 中国妇女报记者孔令河 发自贵阳
    HeaderForm(
        name="dateline-sent-from",
        form=_D,
        at=(At.START,),
        slots=r"REST \s*发自 (?P<place>[一-鿿·]{2,8})(?=\s|$)",
        reads="credit",
        shapes=("role",),
        has="发自",
    ),
    # 本报讯
    HeaderForm(
        name="dateline-report",
        form=_D,
        at=(At.START,),
        slots=r"ACCORDING? OUTLET PLACE? (?:综合|专)?(?P<verb>快讯|[讯訊](?!员|号|息|问))",
        has="[讯訊]",
    ),
    # 新华社电, 本报巴黎电
    HeaderForm(
        name="dateline-undated",
        form=_D,
        at=(At.START,),
        slots="ACCORDING? OUTLET PLACE? (?P<verb>专电|电|電)",
        follows=_CUT,
        has="[电電]",
    ),
    # 本报大连电春运来临: run on, where the place is a division
    HeaderForm(
        name="dateline-placed",
        form=_D,
        at=(At.START,),
        slots="ACCORDING? OUTLET PLACE (?P<verb>电)(?!话|视|影|台|工|梯|脑|缆)",
        has="电",
    ),
    # 央视网消息: but not 据新华社消息, in running text
    HeaderForm(
        name="dateline-message",
        form=_D,
        at=(At.START,),
        slots="OUTLET PLACE? (?:综合)?(?P<verb>消息)",
        follows=_CUT,
        has="消息",
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
        name="dateline-local",
        form=_D,
        at=(At.START,),
        slots=r"PAPER DATE? (?P<verb>快讯|[讯訊](?!员|号|息|问))",
        has="[讯訊]",
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
    # 本报5月18日济宁电 记者孔令河报道
    HeaderForm(
        name="dateline-day-first-spoken",
        form=_D,
        at=(At.START,),
        slots="OUTLET DATE PLACE SENT GAP",
        reads="spoken",
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
        has="[讯訊]",
    ),
)
