"""Rows for doccano's import of sequence labelling: one JSON object a line, one line an article.

Format: `text` and `label`, a list of [start, end, label] in code points, as doccano's importer reads it (`JSONL`); what
else stands in a row becomes the metadata of the example.
"""

from typing import Any

from govnews.export.running import articles_of, running_of, sounded, warn_of_offsets
from govnews.model import Article, Page


def to_doccano(what: Page | Article) -> list[dict[str, Any]]:
    """Return a row for each article of a page, or for one article.

    The furniture of a page is left out. The day of a dateline lies within the dateline: a project that is to keep both
    allows overlapping spans, else doccano keeps the one that begins first.

    Warns:
        OffsetWarning: of characters beyond U+FFFF, which the browser counts as two.

    >>> from govnews import read_article
    >>> to_doccano(read_article("全村200余户喝上了自来水。"))[0]["label"]
    [[2, 7, 'count']]

    .. versionadded:: 0.2.0
    """
    source, digest = (what.source, what.text_sha256) if isinstance(what, Page) else (None, None)
    rows = []
    for article in articles_of(what):
        read = running_of(article)
        warn_of_offsets(read.text, "doccano")
        row = {
            "text": read.text,
            "label": [[one.start, one.end, one.label] for one in read.placed],
            "article": article.id,
            "kind": article.kind.label.value,
            "source": source,
            "text_sha256": digest,
        }
        rows.append(sounded(row))
    return rows
