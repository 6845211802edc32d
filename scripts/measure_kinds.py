"""Measure whether the kind of an article stays, and what it takes to judge it.

    PYTHONPATH=src python scripts/measure_kinds.py [--every 3]

Every so many articles of a folder with annotated articles, which the environment variable GOVNEWS_DATA names
(data/articles.jsonl; their labels are not needed), are read whole, with the dateline cut off, without the headline,
and in full-width and half-width print. Said is the share whose label stays; for the dateline and the headline a brief
that becomes a report, or the other way round, under 400 characters counts as kept, since what was cut off was a part
of its length. Then the time of the judge alone, in milliseconds an article.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

from govnews.headers.header import Form
from govnews.kinds.judge import judge
from govnews.kinds.kind import Label
from govnews.lexicon import Lexicon
from govnews.model import Article
from govnews.reader import copy_of, read_article

ARTICLES = Path(os.environ.get("GOVNEWS_DATA", "")) / "data" / "articles.jsonl"
SHORT = frozenset((Label.BRIEF, Label.REPORT))


def widened(text: str) -> str:
    return "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" and not ch.isalpha() else ch for ch in text)


def narrowed(text: str) -> str:
    return "".join(chr(ord(ch) - 0xFEE0) if "！" <= ch <= "～" else ch for ch in text)


def kept(before: Article, after: Article) -> bool:
    labels = {before.kind.label, after.kind.label}
    return len(labels) == 1 or (labels == SHORT and len(before.text) < 400)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=3)
    options = parser.parse_args()
    if not ARTICLES.is_file():
        print(f"no {ARTICLES}: GOVNEWS_DATA names a folder with annotated articles; nothing measured", file=sys.stderr)
        return 1
    with ARTICLES.open(encoding="utf-8") as file:
        rows = [row for at, row in enumerate(map(json.loads, file)) if at % options.every == 0]
    stays: dict[str, list[bool]] = {"dateline cut off": [], "no headline": [], "full width": [], "half width": []}
    copies = []
    for row in rows:
        text, headline = "\n".join(row["body"]), row["headline"] or None
        whole = read_article(text, headline=headline)
        copies.append(copy_of(whole))
        lead = next((header for header in whole.headers if header.form is Form.DATELINE), None)
        if lead is not None:
            cut = read_article(text.replace(lead.text, "", 1), headline=headline)
            stays["dateline cut off"].append(kept(whole, cut))
        stays["no headline"].append(kept(whole, read_article(text)))
        for name, change in (("full width", widened), ("half width", narrowed)):
            other = read_article(change(text), headline=headline and change(headline))
            stays[name].append(other.kind.label is whole.kind.label)
    for name, found in stays.items():
        print(f"{name}: {sum(found) / max(len(found), 1):.3f} of {len(found)}")
    best = 1e9
    for _ in range(5):
        started = time.process_time()
        for copy in copies:
            judge(copy, lexicon=Lexicon.default())
        best = min(best, time.process_time() - started)
    print(f"judged in {1000 * best / len(copies):.3f} ms an article")
    return 0


if __name__ == "__main__":
    sys.exit(main())
