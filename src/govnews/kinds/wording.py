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
# the characters that news prints most, among those with which words of kind_words.tsv begin
_OFTEN = ",。国中一会新为发有要全工不日实主生进出政以重家方理记务来强组现治入同我共公提保本题坚基习推事自"
_OLDER = (("『", "“"), ("「", "“"), ("』", "”"), ("」", "”"))  # quotation marks of other printers


@frozen
class _Words:
    """The words of one part of the article: a pattern of all of them, and the fact that each counts for."""

    pattern: re.Pattern[str]
    facts: Mapping[str, str]

    def count(self, text: str) -> tuple[dict[str, int], dict[str, int]]:
        """Return how often each fact is there, and by how many different words."""
        facts = self.facts
        hits = [word for word in self.pattern.findall(text) if word in facts]
        counts: dict[str, int] = {}
        for word in hits:
            fact = facts[word]
            counts[fact] = counts.get(fact, 0) + 1
        different: dict[str, int] = {}
        for word in set(hits):
            fact = facts[word]
            different[fact] = different.get(fact, 0) + 1
        return counts, different


@frozen
class Wording:
    """How often each fact was counted, and in how many characters.

    Attributes:
        counts: by fact; a fact that is not there was not counted.
        different: by how many different words.
        headline: the counts of the headline.
        ending: the fact of the word in which the headline ends, else empty.
        read: how many characters of the body were read for words.
        quoted: the share of them inside quotation marks, 0 to 1.
    """

    counts: Mapping[str, int]
    different: Mapping[str, int]
    headline: Mapping[str, int]
    ending: str
    read: int
    quoted: float

    def per_mille(self, fact: str) -> float:
        return 1000 * self.counts.get(fact, 0) / max(self.read, 150)


def _branch(words: Iterable[str]) -> str:
    """Return a pattern of all words that shares their beginnings, so that each place is looked at once.

    A character with which a word begins matches alone as well: else the engine, at each that begins none after all,
    would try the hundreds of other ways. Such a match counts for nothing. The ways are tried in turn, so those come
    first whose character is printed most.
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

    heads = sorted(tree, key=lambda ch: _OFTEN.index(ch) if ch in _OFTEN else len(_OFTEN))
    return "|".join(f"{re.escape(ch)}(?:{written(tree[ch])}|)" for ch in heads)


def _compiled(facts: Mapping[str, str]) -> _Words:
    return _Words(re.compile(_branch(facts)), facts)


@lru_cache(maxsize=4)
def _tables(lexicon: Lexicon) -> dict[str, _Words]:
    rows = lexicon.rows("kind_words")

    def at(*places: str) -> dict[str, str]:
        return {row["surface"]: row["fact"] for row in rows if row["where"] in places}

    titles = {row["surface"]: row["fact"] for row in lexicon.rows("kind_headlines")}
    by_place = {"body": at("body", "told"), "quoted": at("body"), "lead": at("lead"), "tail": at("tail")}
    return {place: _compiled(facts) for place, facts in (by_place | {"headline": titles}).items()}


def _sample(body: str) -> str:
    if len(body) <= _WHOLE:
        return body
    middle = len(body) // 2
    return f"{body[:_HEAD]}\n{body[middle : middle + _MIDDLE]}\n{body[-_END:]}"


def _parted(text: str) -> tuple[str, str]:
    """Return what the paper says itself, and what it quotes."""
    for old, new in _OLDER:
        text = text.replace(old, new)
    first, *pieces = text.split("“")
    own, quoted = [first], []
    for piece in pieces:
        inside, closed, after = piece.partition("”")
        # a quotation that the sample cut counts as the paper's words
        quoted.append(inside if closed else "")
        own.append(after if closed else inside)
    return "”".join(own), "”".join(quoted)


def count(body: str, headline: str, lexicon: Lexicon) -> Wording:
    """Return what the words of an article count for; `body` and `headline` are folded."""
    tables = _tables(lexicon)
    text = _sample(body)
    own, quoted = _parted(text)
    counts, different = tables["body"].count(own)
    if quoted:
        inside, others = tables["quoted"].count(quoted)
        counts = {fact: counts.get(fact, 0) + inside.get(fact, 0) for fact in counts | inside}
        different = {fact: max(different.get(fact, 0), others.get(fact, 0)) for fact in counts}
    counts |= tables["lead"].count(body[:_LEAD])[0]
    counts |= tables["tail"].count(body[-_TAIL:])[0]
    titles = tables["headline"]
    last = next(reversed(titles.pattern.findall(headline)), "")
    ending = titles.facts.get(last, "") if last and headline.endswith(last) else ""
    return Wording(counts, different, titles.count(headline)[0], ending, len(text), len(quoted) / max(len(text), 1))
