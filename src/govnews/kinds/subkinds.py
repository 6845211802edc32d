"""The finer sort of an article within its kind, where it is plain; the table is data/subkinds.tsv."""

import re
from collections.abc import Container
from functools import lru_cache

from attrs import frozen

from govnews.kinds.facts import Facts
from govnews.kinds.kind import Label
from govnews.lexicon import Lexicon, checking

_LEAD = 100  # characters of the text that may say what it is


@frozen
class _Sort:
    name: str
    headline: re.Pattern[str] | None
    lead: re.Pattern[str] | None
    bars: re.Pattern[str] | None
    rule: str

    def fits(self, titles: str, lead: str, there: Container[str]) -> bool:
        if self.rule and self.rule in there:
            return True
        if self.bars is not None and self.bars.search(titles):
            return False
        if self.headline is not None and self.headline.search(titles):
            return True
        said = self.lead is not None and self.lead.search(lead) is not None
        return said and not (self.bars is not None and self.bars.search(lead))


def _pattern(cell: str) -> re.Pattern[str] | None:
    return re.compile(re.escape(cell).replace(r"\|", "|").replace("…", "[^,。;!?]{0,16}")) if cell else None


@lru_cache(maxsize=4)
@checking("subkinds")
def _sorts(lexicon: Lexicon) -> dict[str, tuple[_Sort, ...]]:
    """Return the rows of each kind, in their order."""
    found: dict[str, list[_Sort]] = {label.value: [] for label in Label}
    for row in lexicon.rows("subkinds"):
        sort = _Sort(
            row["subkind"], _pattern(row["headline"]), _pattern(row["lead"]), _pattern(row["not"]), row["rule"]
        )
        for kind in row["kinds"].split("|"):
            found[kind].append(sort)
    return {kind: tuple(sorts) for kind, sorts in found.items()}


def subkind(label: Label, facts: Facts, there: Container[str], lexicon: Lexicon) -> str | None:
    """Return the name of the first sort that fits, None where none does.

    Args:
        label: the kind that the article was judged to be.
        facts: what was measured of it.
        there: the names of the rules that are there in it.
        lexicon: the table of sorts.
    """
    lead = facts.body[:_LEAD]
    return next((sort.name for sort in _sorts(lexicon)[label.value] if sort.fits(facts.titles, lead, there)), None)
