"""Pages of short articles, the commonest thing in a county paper: a headline and a paragraph or two, one under another.

An article is cut to the beginning of its first paragraphs, its headline often to one of its two halves, and stands
under a dateline of its own or its paper's. One alone, two, or a page full; some with long articles among them; with
blank lines, without any, or with blank lines between the articles alone.
"""

import random
import re
from collections.abc import Iterator
from typing import Any

from learn_layout import AIMS, CALLS, LEAD, LEADS, NAMES, PLACES, TOKENIZER, Source

Article = dict[str, Any]

WHOLE = 0.2  # of the articles are not cut
LENGTHS = (1, 1, 1, 1, 2, 2, 3)  # paragraphs of a brief
COUNTS = (1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10)  # articles of a page
OWN = 0.45  # of the briefs keep the beginning that they had, dateline or none; the others have the page's
CALLED = 0.1  # of the headlines are calls: 全力做好防汛工作
BARE = 0.06  # of the pages: briefs without headlines under the name of a column
MIXED = 0.35  # of the pages have whole articles among the briefs
BLANKS = ("all", "all", "all", "between articles", "none")
RATES = {"headlines together": 0.04, "headline last": 0.02, "caption between": 0.1, "rubric": 0.1}
COLUMNS = ("简讯", "短讯", "要闻速览", "一句话新闻", "短波", "新闻速递", "基层快讯")
SENTENCE = re.compile("[^。]*。[”’)]?")
LEAST = 24  # characters of a paragraph
SHORT_HEAD, LONG_HEAD = 4, 30


def headline(rng: random.Random, article: Article) -> str:
    """Return a headline as briefs have them: short, of two halves often one, now and then a call."""
    full = str(article["headline"])
    if rng.random() < CALLED:
        found = [word for word in TOKENIZER.lcut(article["body"][0][:80]) if len(word) > 1 and word.isalnum()]
        if found:
            aim = rng.choice(AIMS).format(thing=rng.choice(found), place=rng.choice(PLACES))
            return rng.choice(CALLS) + aim
    halves = [half for half in full.split(" ") if len(half) >= SHORT_HEAD and half[-1].isalnum()]
    if len(halves) > 1 and rng.random() < 0.6:
        return rng.choice(halves)
    return full[:LONG_HEAD] if len(halves) < 2 else full


def paragraph(rng: random.Random, text: str) -> str:
    """Return the first sentences of a paragraph."""
    sentences = SENTENCE.findall(text)
    if rng.random() < 0.3 or len(sentences) < 2:
        return text
    kept = "".join(sentences[: rng.randint(1, 3)])
    return kept if len(kept) >= LEAST and kept.count("“") == kept.count("”") else text


def brief(rng: random.Random, article: Article, lead: str, home: str) -> Article:
    """Return the first paragraphs of an article under its headline, often with a dateline of the paper."""
    body = [paragraph(rng, text) for text in article["body"][: rng.choice(LENGTHS)]]
    if rng.random() > OWN:
        dated = lead.format(p=home, name=rng.choice(NAMES), name2=rng.choice(NAMES))
        first = LEAD.sub("", body[0]) or body[0]
        body[0] = dated + (f"{home}县" if rng.random() < 0.3 else "") + first
    made: Article = {"headline": headline(rng, article), "body": body, "id": article["id"]}
    if rng.random() < 0.1:
        made["headline"] = f"{home}{rng.choice('县镇乡')}:{made['headline']}"
    return made


def page(rng: random.Random, source: Source) -> list[Any]:
    """Return the lines of one page."""
    count = rng.choice(COUNTS)
    articles = rng.sample(source.articles, count)
    lead, home = rng.choice(LEADS), rng.choice(PLACES)
    whole = WHOLE if rng.random() < MIXED else 0.0
    if count == 1:
        whole = MIXED
    chosen = [article if rng.random() < whole else brief(rng, article, lead, home) for article in articles]
    extras = source.extras(rng, source.articles)
    if count > 2 and rng.random() < BARE:
        chosen = [
            {"headline": "", "body": [lead.format(p=home, name="马骁", name2="李晓") + LEAD.sub("", one["body"][0])]}
            for one in chosen
        ]
        extras = {**extras, "rubrics": list(COLUMNS)}
    usual = dict(source.module.RATES)
    source.module.RATES.update(RATES)
    try:
        lines: list[Any] = source.module.compose(rng, chosen, extras)[0]
    finally:
        source.module.RATES.update(usual)
    return lines


def briefs(source: Source, count: int, seed: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield pages of briefs as (text, lines with gold)."""
    rng = random.Random(seed)
    for _ in range(count):
        lines = page(rng, source)
        blanks = rng.choice(BLANKS)
        text, last = "", None
        for line in lines:
            parted = blanks == "all" or (blanks == "between articles" and line.article != last)
            text += "\n" * (bool(text) and line.blank_before and parted) + line.text + "\n"
            last = line.article
        yield text, lines
