"""The words that every attribution has one of: what a line is looked at for before it is read."""

import re
from functools import lru_cache

from govnews.lexicon import Lexicon
from govnews.pattern import later

# a line with none of these, in either width, is no header as a whole; the marks stand for names alone
_WORDS = later(
    r"[(\[〔【■□◎○〇⊙◇]|讯|电|消息|记\s?[者録录]|記者|通訊|评论员|实习生|[摄攝]|作\s?者|编|来\s?源|执笔|供[图稿]|整理|报道"
    r"|采写|撰|校对|校审|审[核签校]|新华社|[文图]\s?[/:丨|／：｜]|[/／]\s?[文图]|\s[文图绘]$|组成员|稿源|转自|综合|制图|策划|监制|据"
    r"|^\s*\S{1,8}\s?[:：丨|｜/／]|图源|提供|拍摄|转[自载]|原载|摘自|口述|选自"  # 剪辑:孔令河
)
# and brackets with none of these are no credit
INSIDE = later(
    r"讯|电|電|记\s?者|記者|评论员|实习生|[摄攝]|作\s?者|编|来\s?源|执笔|供[图稿]|整理|报道|采写|撰|翻译|校对|审[核签校]|发"
    r"|[文图]\s?[/:丨|／：｜]|[/／]\s?[文图]|(?<=[(（\s【])[文图](?:\s|$)|文/?图|组成员|绘|监制|策划|资料图|据|观察员|综合"
    r"|制图|摄像|转[自载]|稿源|图源|提供|原载|摘自|选自|口述|视觉|拍摄|照片|新华社"
)


@lru_cache(maxsize=4)
def _set_apart(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a name alone: 石桥镇党委书记 孔令河, 汶上日报 孔令河, 汶上县委宣传部 孔令河."""
    before = ("offices", "institutions", "outlets", "outlet_endings")
    last = "".join(sorted({re.escape(row["surface"][-1]) for table in before for row in lexicon.rows(table)}))
    return re.compile(rf"(?<=[{last}])\s")


_BLANK = re.compile(r"\S\s")


def may_be_header(line: str, lexicon: Lexicon) -> bool:
    """Tell a line that has one of the words of a header as a whole, in either width."""
    if _WORDS.search(line):
        return True
    return _BLANK.search(line) is not None and _set_apart(lexicon).search(line) is not None
