"""What is in a corpus, to look at: one HTML file of charts, counted in the tables of a run."""

import json
import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from attrs import frozen

from govnews.corpus.query import ask
from govnews.export.picture.charts import Chart, Row, charted
from govnews.export.picture.labels import NAMES
from govnews.export.picture.markup import Markup, both
from govnews.kinds.kind import Label
from govnews.layout.draft import DoubtKind
from govnews.lexicon import Lexicon
from govnews.mentions.mention import MentionType

_SHOWN = 15  # rows of a ranking; what comes after is counted together
_UNKNOWN = ("不明", "unknown")
_DAY = "coalesce(issued, issued_inferred)"
_COUNTED = "type IN ('measure', 'count')"
_TENTH = "least(9, floor((1 - doubt) * 10))::INT"
_TOTALS = ("pages", "articles", "mentions", "errors")


@frozen
class Question:
    """A chart and what is counted for it: the rows of `table` by `name`, an expression of SQL.

    Attributes:
        key: its name in the file.
        chinese: its title.
        english: the same in English.
        table: the table, or a question in brackets.
        name: null where it is not known.
        words: the enumeration of the page document that the names are of, None for names as printed.
        order: rank, the most first; name, by name; time, by months.
    """

    key: str
    chinese: str
    english: str
    table: str
    name: str
    words: type[StrEnum] | None = None
    order: str = "rank"

    @property
    def sql(self) -> str:
        return f"SELECT {self.name} AS name, count(*) AS n FROM {self.table} GROUP BY 1"  # noqa: S608 - written here


# In the order in which they are shown.
QUESTIONS = (
    Question("months", "各月版数", "pages by month", "pages", f"strftime({_DAY}, '%Y-%m')", order="time"),
    Question("kinds", "体裁", "kinds of article", "articles", "kind", Label),
    Question("subkinds", "细类", "subkinds", "(FROM articles WHERE subkind IS NOT NULL)", "subkind"),
    Question("papers", "报纸", "papers, as given", "pages", "outlet"),
    Question("outlets", "稿件来源", "outlets that articles name", "articles", "outlet"),
    Question("places", "地点", "places that articles name", "articles", "place"),
    Question("figures", "数字和时间", "figures and times", "mentions", "type", MentionType),
    Question("units", "单位", "units of measures and counts", f"(FROM mentions WHERE {_COUNTED})", "unit"),
    Question("doubts", "存疑", "doubts", "(SELECT unnest(doubts) AS one FROM pages)", "one.kind", DoubtKind),
    Question(
        "sure",
        "版面把握",
        "how sure it is that an article is cut and ordered right",
        "articles",
        f"format('{{:02d}}–{{}} %', {_TENTH} * 10, {_TENTH} * 10 + 10)",
        order="name",
    ),
    Question("errors", "读不了的", "texts that could not be read", "errors", "reason"),
)


def report_html(out: str | os.PathLike[str]) -> Iterator[str]:
    """Yield an HTML document that shows what is in the tables of a run, piece by piece; it fetches nothing.

    Args:
        out: the folder of the tables, of Parquet or with govnews.duckdb in it.

    Raises:
        CorpusError: where there are no tables.
        MissingExtraError: where duckdb is not installed.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from govnews.corpus import read_folder
    >>> with tempfile.TemporaryDirectory() as name:
    ...     folder = Path(name)
    ...     _ = (folder / "p.txt").write_text("近日,石泉村200余户村民喝上了自来水。", encoding="utf-8")
    ...     _ = read_folder([folder / "p.txt"], folder / "out", workers=1)
    ...     shown = "".join(report_html(folder / "out"))
    >>> shown.count("<svg"), shown[:15]
    (4, '<!DOCTYPE html>')

    .. versionadded:: 0.2.0
    """
    counts = ", ".join(f"(SELECT count(*) FROM {name}) AS {name}" for name in _TOTALS)  # noqa: S608 - written here
    (totals,) = _asked(out, f"SELECT {counts}")
    charts = [_chart(out, question) for question in QUESTIONS]
    return charted(_told(totals), charts)


def _asked(out: str | os.PathLike[str], sql: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(ask(out, sql, form="json")))
    return found


def _told(totals: dict[str, int]) -> Iterator[Markup]:
    for name, chinese in zip(_TOTALS, ("版", "篇", "项数字和时间", "份读不了"), strict=True):
        yield both(f"{totals[name]:,} {chinese}", f"{totals[name]:,} {name}")


def _chart(out: str | os.PathLike[str], question: Question) -> Chart:
    """Return a chart with its answer; what is not known is told, not drawn, and what comes after the first also."""
    order = "n DESC, name" if question.order == "rank" else "name"
    found = _asked(out, f"{question.sql} ORDER BY {order}")
    known = [(str(one["name"]), int(one["n"])) for one in found if one["name"] is not None]
    unknown = sum(int(one["n"]) for one in found if one["name"] is None)
    rest = known[_SHOWN:] if question.order == "rank" else []
    notes: list[Markup] = []
    if unknown:
        notes.append(both(f"{_UNKNOWN[0]} {unknown:,}", _UNKNOWN[1]))
    if rest:
        left = sum(count for _, count in rest)
        notes.append(both(f"另有 {len(rest):,} 种,共 {left:,}", f"{len(rest):,} others, {left:,} in all"))
    shown = known[:_SHOWN] if question.order == "rank" else known
    words = _subkinds() if question.key == "subkinds" else NAMES[question.words] if question.words else {}
    return Chart(
        question.key,
        question.chinese,
        question.english,
        tuple(_row(name, count, words) for name, count in shown),
        notes,
        in_time=question.order == "time",
    )


def _subkinds() -> Mapping[str, tuple[str, str]]:
    return {
        str(row["subkind"]): (str(row["chinese"]), str(row["subkind"])) for row in Lexicon.default().rows("subkinds")
    }


def _row(name: str, count: int, words: Mapping[str, tuple[str, str]]) -> Row:
    chinese, english = words.get(name, (name, ""))
    return Row(chinese, count, english)
