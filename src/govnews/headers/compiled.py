"""The forms as patterns, made of a lexicon at first use."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from govnews.headers.anchors import Anchoring, Anchors
from govnews.headers.form import At, HeaderForm
from govnews.headers.forms import FORMS
from govnews.headers.pieces import pieces
from govnews.lexicon import Lexicon
from govnews.pattern import later


@frozen(eq=False, slots=False)
class FormPattern:
    """A form and its pattern, compiled when the form is first tried: together they take a third of a second."""

    form: HeaderForm
    source: str
    anchors: Anchors

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.source)


@frozen(eq=False)
class Compiled:
    forms: Mapping[At, tuple[FormPattern, ...]]
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
    anchoring = Anchoring(lexicon)
    made = [FormPattern(form, _source(form, named), anchoring.of(form)) for form in FORMS]
    return Compiled(
        {at: tuple(one for one in made if at in one.form.at) for at in At},
        # and a headline before it: …新路本报讯记者孔令河报道:
        later(
            rf"(?:报道|摄)\s?(?={named['KNOWN']}[^,。:]{{0,14}}?[讯电])"
            r"|(?<=[一-鿿])(?=本报[^,。:]{0,14}?[讯电]记者[^,。:]{2,16}报道:)"
        ),
    )
