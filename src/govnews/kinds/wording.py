"""How often the words of kind_words.tsv and kind_headlines.tsv stand in an article."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from govnews.lexicon import Lexicon

# A long article is told by its beginning, a piece of its middle and its end: what is read stays under 700 characters.
_WHOLE, _HEAD, _MIDDLE, _END = 700, 450, 80, 150
_LEAD, _TAIL = 300, 200
_QUOTES = {"“": True, "『": True, "「": True, "”": False, "』": False, "」": False}


@frozen
class _Words:
    """The words of one part of the article: a pattern of all of them, and the fact that each counts for."""

    pattern: re.Pattern[str]
    facts: Mapping[str, str]

    def count(self, text: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        facts = self.facts
        for word in self.pattern.findall(text):
            fact = facts.get(word)
            if fact is not None:
                counts[fact] = counts.get(fact, 0) + 1
        return counts


@frozen
class Wording:
    """How often each fact was counted, and in how many characters.

    Attributes:
        counts: by fact; a fact that is not there was not counted.
        headline: the same for the headline.
        ending: the fact of the word in which the headline ends, else empty.
        read: how many characters of the body were read for words.
        quoted: the share of them inside quotation marks, 0 to 1.
    """

    counts: Mapping[str, int]
    headline: Mapping[str, int]
    ending: str
    read: int
    quoted: float

    def per_mille(self, fact: str) -> float:
        return 1000 * self.counts.get(fact, 0) / max(self.read, 150)


def _branch(words: Iterable[str]) -> str:
    """Return a pattern of all words that shares their beginnings, so that each place is looked at once.

    A character with which a word begins matches alone as well: else the engine, at each that begins none after all,
    would try the hundreds of other ways. Such a match counts for nothing.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for ch in word:
            node = node.setdefault(ch, {})
        node[""] = {}

    def written(node: dict[str, Any]) -> str:
        ways = [re.escape(ch) + written(below) for ch, below in node.items() if ch]
        if not ways:
            return ""
        return f"(?:{'|'.join(ways)}){'?' if '' in node else ''}"

    return "|".join(f"{re.escape(ch)}(?:{written(below)}|)" for ch, below in tree.items())


def _compiled(facts: Mapping[str, str]) -> _Words:
    return _Words(re.compile(_branch(facts)), facts)


@lru_cache(maxsize=4)
def _tables(lexicon: Lexicon) -> dict[str, _Words]:
    rows = lexicon.rows("kind_words")
    by_place = {
        # quotation marks are read with the words, so that one pass knows what is inside them
        "body": {r["surface"]: r["fact"] for r in rows if r["where"] in {"body", "told"}} | dict.fromkeys(_QUOTES, ""),
        "lead": {r["surface"]: r["fact"] for r in rows if r["where"] == "lead"},
        "tail": {r["surface"]: r["fact"] for r in rows if r["where"] == "tail"},
        "headline": {r["surface"]: r["fact"] for r in lexicon.rows("kind_headlines")},
    }
    return {place: _compiled(facts) for place, facts in by_place.items()}


@lru_cache(maxsize=4)
def _told(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(r["fact"] for r in lexicon.rows("kind_words") if r["where"] == "told")


def _sample(body: str) -> str:
    if len(body) <= _WHOLE:
        return body
    middle = len(body) // 2
    return f"{body[:_HEAD]}\n{body[middle : middle + _MIDDLE]}\n{body[-_END:]}"


def _quoted(text: str) -> float:
    inside = sum(len(piece.partition("”")[0]) for piece in text.split("“")[1:] if "”" in piece)
    return inside / max(len(text), 1)


def count(body: str, headline: str, lexicon: Lexicon) -> Wording:
    """Return what the words of an article count for; `body` and `headline` are folded."""
    tables, told = _tables(lexicon), _told(lexicon)
    text = _sample(body)
    words = tables["body"]
    facts, inside = words.facts, False
    counts: dict[str, int] = {}
    for word in words.pattern.findall(text):
        fact = facts.get(word)
        if fact is None:
            continue
        if not fact:
            inside = _QUOTES[word]
        elif not (inside and fact in told):
            counts[fact] = counts.get(fact, 0) + 1
    counts |= tables["lead"].count(body[:_LEAD])
    counts |= tables["tail"].count(body[-_TAIL:])
    titles = tables["headline"]
    last = next(reversed(titles.pattern.findall(headline)), "")
    ending = titles.facts.get(last, "") if last and headline.endswith(last) else ""
    return Wording(counts, titles.count(headline), ending, len(text), _quoted(text))
