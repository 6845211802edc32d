"""Tasks for Label Studio, with what govnews read as predictions.

One task an article, its mended text as one; regions are code points of that text, as the Text tag counts them, and each
region has its words beside it. Format: https://labelstud.io/guide/predictions and https://labelstud.io/guide/task_format.
"""

from typing import Any
from xml.sax.saxutils import quoteattr

from govnews import __version__
from govnews.export.running import Placed, Running, articles_of, running_of, sounded, warn_of_offsets
from govnews.headers.header import Form, Header
from govnews.mentions.mention import MentionType, When
from govnews.model import Article, Page

_LABELS = (*Form, *MentionType)
_CONTROL, _OBJECT = "label", "text"


def to_labelstudio(what: Page | Article) -> list[dict[str, Any]]:
    """Return a task with its prediction for each article of a page, or for one article.

    The furniture of a page is left out. A project takes the tasks where its labelling interface is that of
    `labelstudio_config()`.

    Warns:
        OffsetWarning: of characters beyond U+FFFF, which Label Studio has counted as two in some releases.

    >>> from govnews import read_article
    >>> [task] = to_labelstudio(read_article("全村200余户喝上了自来水。"))
    >>> [region] = task["predictions"][0]["result"]
    >>> region["value"]
    {'start': 2, 'end': 7, 'text': '200余户', 'labels': ['count']}

    .. versionadded:: 0.2.0
    """
    source, digest = (what.source, what.text_sha256) if isinstance(what, Page) else (None, None)
    return [sounded(_task(article, source, digest)) for article in articles_of(what)]


def labelstudio_config() -> str:
    """Return the labelling interface that the tasks fit: one Text, a Label for each form and each type.

    >>> labelstudio_config().count("<Label ")
    14

    .. versionadded:: 0.2.0
    """
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in _LABELS)
    return (
        f'<View>\n  <Labels name="{_CONTROL}" toName="{_OBJECT}">\n{labels}\n  </Labels>\n'
        f'  <Text name="{_OBJECT}" value="$text" granularity="symbol"/>\n</View>\n'
    )


def _task(article: Article, source: str | None, digest: str | None) -> dict[str, Any]:
    read = running_of(article)
    warn_of_offsets(read.text, "Label Studio")
    return {
        "data": {
            "text": read.text,
            "article": article.id,
            "kind": article.kind.label.value,
            "source": source,
            "text_sha256": digest,
        },
        "predictions": [
            {
                "model_version": f"govnews {__version__}",
                "score": article.confidence,
                "result": [_region(read, at, one) for at, one in enumerate(read.placed)],
            }
        ],
    }


def _region(read: Running, at: int, one: Placed) -> dict[str, Any]:
    return {
        "id": f"r{at}",
        "from_name": _CONTROL,
        "to_name": _OBJECT,
        "type": "labels",
        "value": {
            "start": one.start,
            "end": one.end,
            "text": read.text[one.start : one.end],
            "labels": [one.label],
        },
        "meta": {"text": [_told(one)]},
    }


def _told(one: Placed) -> str:
    """Return what was read, so that whoever looks at the region can judge it: 3200000 CNY about."""
    thing = one.thing
    if isinstance(thing, Header):
        return "、".join(person.name or person.office or "" for person in thing.contributors) or thing.rule
    if isinstance(thing, When):
        return " ".join(filter(None, (thing.edtf, thing.time))) or ("vague" if thing.vague else thing.rule)
    value = f"{thing.value:f}" if thing.upper is None else f"{thing.value:f}..{thing.upper:f}"
    return " ".join(filter(None, (value, thing.unit, thing.bound)))
