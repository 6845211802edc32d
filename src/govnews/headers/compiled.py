"""The forms as patterns, and the words that every header has one of; made of a lexicon at first use."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from govnews.headers.form import At, HeaderForm
from govnews.headers.forms import FORMS
from govnews.headers.pieces import pieces
from govnews.lexicon import Lexicon

# a line with none of these, in either width, is no header as a whole; the marks stand for names alone
_WORDS = (
    r"[(\[〔【■□◎○〇⊙◇]|讯|电|消息|记\s?[者録录]|記者|通訊|评论员|实习生|[摄攝]|作\s?者|编|来\s?源|执笔|供[图稿]|整理|报道"
    r"|采写|撰|校对|校审|审[核签校]|新华社|[文图]\s?[/:丨|／：｜]|[/／]\s?[文图]|\s[文图绘]$|组成员|稿源|转自|综合|制图|策划|监制|据"
    r"|^\s*\S{1,8}\s?[:：丨|｜/／]|图源|提供|拍摄|转[自载]|原载|摘自|口述|选自"  # 剪辑:孔令河
)
# and brackets with none of these are no credit
_INSIDE = (
    r"讯|电|電|记\s?者|記者|评论员|实习生|[摄攝]|作\s?者|编|来\s?源|执笔|供[图稿]|整理|报道|采写|撰|翻译|校对|审[核签校]|发"
    r"|[文图]\s?[/:丨|／：｜]|[/／]\s?[文图]|(?<=[(（\s【])[文图](?:\s|$)|文/?图|组成员|绘|监制|策划|资料图|据|观察员|综合"
    r"|制图|摄像|转[自载]|稿源|图源|提供|原载|摘自|选自|口述|视觉|拍摄|照片|新华社"
)


@frozen(eq=False, slots=False)
class FormPattern:
    """A form and its pattern, compiled when the form is first tried: together they take a third of a second."""

    form: HeaderForm
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.source)


@frozen(eq=False)
class Compiled:
    forms: Mapping[At, tuple[FormPattern, ...]]
    whole: re.Pattern[str]
    inside: re.Pattern[str]
    joint: re.Pattern[str]  # …孔令河摄本报济南3月2日讯: a dateline that runs on after a credit


def _source(form: HeaderForm, named: Mapping[str, str]) -> str:
    made = ""
    for slot in form.slots.split(" "):
        piece = named.get(slot.removesuffix("?"))
        if piece is None:
            made += slot
        else:
            made += f"(?:{piece})?" if slot.endswith("?") else piece
    return made + form.follows


@lru_cache(maxsize=4)
def compiled(lexicon: Lexicon) -> Compiled:
    """Return the patterns of the forms, by where they may stand."""
    named = pieces(lexicon)
    made = [FormPattern(form, _source(form, named)) for form in FORMS]
    # 石桥镇党委书记 孔令河, 汶上日报 孔令河, 汶上县委宣传部 孔令河
    before = ("offices", "institutions", "outlets", "outlet_endings")
    last = "".join(sorted({re.escape(row["surface"][-1]) for table in before for row in lexicon.rows(table)}))
    return Compiled(
        {at: tuple(one for one in made if at in one.form.at) for at in At},
        re.compile(rf"{_WORDS}|(?<=[{last}])\s"),
        re.compile(_INSIDE),
        # and a headline before it: …新路本报讯记者孔令河报道:
        re.compile(
            rf"(?:报道|摄)\s?(?={named['KNOWN']}[^,。:]{{0,14}}?[讯电])"
            r"|(?<=[一-鿿])(?=本报[^,。:]{0,14}?[讯电]记者[^,。:]{2,16}报道:)"
        ),
    )
