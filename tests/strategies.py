"""Shared strategies: text as newspapers print it, and text as the world feeds it."""

from hypothesis import strategies as st

PLACES = ("临河", "安平县", "东岭镇", "石泉街道", "柳林乡", "清溪开发区")
NAMES = ("马骁", "周敏", "王 众", "欧阳一鸣", "买买提·艾力", "李小芳")
SUBJECTS = ("春耕备播", "自来水改造", "招商引资", "志愿服务", "防汛演练", "数字赋能", "老旧小区改造")
NUMERALS = (
    "3",
    "26",
    "1.6万",
    "200余",
    "近3000",
    "五六",
    "三至五",
    "55亿",
    "1,280",
    "两千三百",
    "20-30",
    "几十",
    "半",
    "零几",
    "二十零几",
)
UNITS = ("户", "名", "元", "亩", "个", "人次", "%", "公里", "年", "兆瓦", "毫克每立方米", "台(套)", "")
TIMES = (
    "5月18日",
    "近日",
    "2021年8月",
    "今年以来",
    "去年二季度",
    "上午9点50分",
    "“十四五”期间",
    "自3月1日起",
    "18日",
    "4月14日至15日",
)
TRAPS = (
    "三农",
    "一线",
    "进一步",
    "5A级",
    "第一书记",
    "“231”产业集群",
    "一盘棋",
    "国发〔2018〕43号",
    "12345热线",
    "十分",
)
ENDS = ("。", "。”", "!", ";", ",", "", ":")

figures = st.builds(str.__add__, st.sampled_from(NUMERALS), st.sampled_from(UNITS))
clauses = st.one_of(
    figures,
    st.sampled_from(TIMES),
    st.sampled_from(TRAPS),
    st.sampled_from(SUBJECTS),
    st.builds("{}{}有序推进".format, st.sampled_from(PLACES), st.sampled_from(SUBJECTS)),
    st.builds("新增{}{}".format, figures, st.sampled_from(SUBJECTS)),
)
sentences = st.builds(
    lambda parts, end: ",".join(parts) + end, st.lists(clauses, min_size=1, max_size=6), st.sampled_from(ENDS)
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map("".join)
headlines = st.one_of(
    st.builds("{} {}".format, st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS)),
    st.builds("{}{}再上台阶".format, st.sampled_from(PLACES), st.sampled_from(SUBJECTS)),
    st.sampled_from(PLACES),
    st.builds("——{}".format, st.sampled_from(SUBJECTS)),
)
attributions = st.one_of(
    st.builds("本报{}5月18日讯(通讯员 {})".format, st.sampled_from(PLACES), st.sampled_from(NAMES)),
    st.builds(
        "新华社{}12月9日电(记者{}、{})".format, st.sampled_from(PLACES), st.sampled_from(NAMES), st.sampled_from(NAMES)
    ),
    st.builds("■本报记者 {} 通讯员 {}".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds("{}党委书记 {}".format, st.sampled_from(PLACES), st.sampled_from(NAMES)),
    st.builds("■通讯员 {} 摄".format, st.sampled_from(NAMES)),
    st.builds("(本报记者 {})".format, st.sampled_from(NAMES)),
)
others = st.sampled_from(
    (
        "(上接T01版)",
        "(下转第2版)",
        "编者按:今起推出专栏。",
        "图为活动现场。",
        "2023年5月19日 星期五",
        "责编 周敏",
        "A03版",
        "1. 获奖项目",
    )
)
printed = st.one_of(headlines, paragraphs, attributions, others, st.builds(str.__add__, attributions, paragraphs))
breaks = st.sampled_from(("\n", "\n\n", "\n\n\n\n", "\n　　", "\n    "))


@st.composite
def newspapers(draw: st.DrawFn, most: int = 14) -> str:
    """Draw a page: lines of all sorts in any order, some of them cut by a column."""
    text = draw(breaks)
    for _ in range(draw(st.integers(0, most))):
        line = draw(printed)
        if len(line) > 8 and draw(st.booleans()):
            cut = draw(st.integers(1, len(line) - 1))
            line = line[:cut] + "\n\n" + line[cut:]
        text += line + draw(breaks)
    return text


# Everything that a str can hold: surrogates, controls, private use, right-to-left, emoji, NUL, lone CR.
raw = st.text(alphabet=st.characters(), max_size=80)
broken = st.builds(lambda page, noise, at: page[:at] + noise + page[at:], newspapers(6), raw, st.integers(0, 200))
texts = st.one_of(newspapers(), raw, broken)
