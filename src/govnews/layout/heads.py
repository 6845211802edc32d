"""The lines over an article: which is the kicker 引题, the headline 主题, the deck 副题."""

import re
from collections.abc import Sequence

from govnews.layout.draft import Role
from govnews.layout.flow import word_over
from govnews.layout.lines import Line

_RUNS_ON = re.compile("(?:——|――|--|—|:)$")  # 济宁经开区只争朝夕大发展求突破——
_DECK = re.compile("(?:——|――|--|—)")  # ——记县水务局抢修队
# A place or a body alone on the line over the headline: 嘉祥县, 嘉祥县妇联, 嘉祥经开区, 县卫健局
_BODY = re.compile(
    r"(?!.*(?:[举主承开协]办$|出席|举行|召开|会[见谈]|把握|走进|访问|抵达|部署|祝贺|强调|表彰))"
    r"[^ ,:“”《》!?、]{2,14}(?:省|市|州|县|区|旗|镇|乡|街道|村|社区|局|委|办|厅|部|署|联|院|校|站|所|中心|公司|集团"
    r"|[员协工商学合委事总字]会|[报联信作杂志版]社|银行|大队|支队|大学|学院|园)$"
)


def head_roles(lines: Sequence[Line]) -> list[Role]:
    """Return the role of each line over an article: kickers, then headline, then deck."""
    roles = [Role.HEADLINE] * len(lines)
    for at in range(len(lines) - 1, 0, -1):
        if _RUNS_ON.search(lines[at - 1].text) and not lines[at - 1].text.endswith(":"):
            roles[:at] = [Role.KICKER] * at  # all that stands over a line which runs on with a dash
            break
    runs_on = (
        len(lines) > 1 and word_over(lines[0].text, lines[1].text) > 0
    )  # 全国新闻出版局长会 / 议指出改革寻求新突破
    if len(lines) > 1 and roles[0] is Role.HEADLINE and lines[1].gap and _BODY.match(lines[0].text) and not runs_on:
        roles[0] = Role.KICKER
    for at in range(1, len(lines)):
        if roles[at - 1] is Role.HEADLINE and _DECK.match(lines[at].text):
            roles[at:] = [Role.DECK] * (len(lines) - at)
            break
    return roles
