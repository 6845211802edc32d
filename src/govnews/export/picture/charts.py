"""Bar charts of counts as plain SVG, each with its table beneath: rows in, HTML out."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from govnews.export.as_table import fitted
from govnews.export.picture.frame import document
from govnews.export.picture.markup import Markup, both, plain, tag

_NAME = 44  # columns of a terminal, which is about what a telephone shows
_ROW = 38  # pixels: a line for the name, and under it the bar
_WIDEST = 84  # percent of the width, so that the count has room behind the bar
_HIGH = 170
_MARKED = 5  # names under a row of columns; more would run into one another on a telephone
_MOST_MONTHS = 120  # more are counted by years


@frozen
class Row:
    """A count under its name; `other` is the name in English, where there is one."""

    name: str
    count: int
    other: str = ""


@frozen
class Chart:
    """Counts under a title: a bar a row, or with `in_time` a column a month."""

    key: str
    chinese: str
    english: str
    rows: tuple[Row, ...]
    notes: Sequence[Markup] = ()
    in_time: bool = False


def charted(told: Iterable[Markup], charts: Iterable[Chart]) -> Iterator[str]:
    """Yield a document of charts under what is told of the whole."""
    title = tag("h1", both("语料一览", "What is in this corpus"))
    head = tag("header", title, tag("p", [tag("span", one) for one in told], class_="counts"), class_="masthead")
    return document("govnews", [tag("div", head, tag("div", map(drawn, charts), class_="charts"), class_="page")])


def drawn(chart: Chart) -> Markup:
    """Return a chart with its table.

    >>> shown = drawn(Chart("kinds", "体裁", "kinds", (Row("消息", 12, "report"), Row("简讯", 3, "brief"))))
    >>> shown.count("<rect"), shown.count("<tr>")
    (2, 3)
    """
    title = tag("h2", both(chart.chinese, chart.english), id=f"{chart.key}-title")
    notes = [tag("p", note, class_="note-of-chart") for note in chart.notes]
    drawable = any(row.count for row in chart.rows)
    shown = _shown(chart) if drawable else tag("p", both("没有", "none"), class_="empty")
    kind = "chart wide" if chart.in_time else "chart"
    return tag("section", title, notes, shown, class_=kind, aria_labelledby=f"{chart.key}-title")


def _shown(chart: Chart) -> list[Markup | None]:
    if not chart.in_time:
        label = _label(chart, chart.rows)
        return [_bars(chart.rows, label), _table((chart.chinese, chart.english), chart.rows)]
    rows = _in_time(chart.rows)
    years = "-" not in rows[0].name
    note = tag("p", both("时间长,按年计", "a long time, so by year"), class_="note-of-chart") if years else None
    table = _table(("年", "year") if years else ("月", "month"), rows)
    return [note, _columns(rows, _label(chart, rows)), table]


def _label(chart: Chart, rows: Sequence[Row]) -> str:
    """Return what a reader who does not see the picture is told: how many rows there are, and the highest."""
    return f"{chart.chinese} {chart.english}: {len(rows)}; {_told(max(rows, key=lambda row: row.count))}"


def _told(row: Row) -> str:
    return f"{row.name} {row.other} {row.count:,}".replace("  ", " ")


def _bars(rows: Sequence[Row], label: str) -> Markup:
    """Return a bar a row, widths in percent: letters keep their size however wide the screen.

    No name has an element in it: an HTML element within SVG ends the SVG.
    """
    most, parts = max(row.count for row in rows), []
    for at, row in enumerate(rows):
        top, part = at * _ROW, f"{row.count / most * _WIDEST:.2f}%"
        other = tag("tspan", f" {row.other}", class_="en", lang="en") if row.other else None
        parts += [
            tag("text", fitted(plain(row.name), _NAME), other, x=0, y=top + 15),
            tag("rect", x=0, y=top + 21, width=part, height=9),
            tag("text", f"{row.count:,}", x=part, y=top + 30, dx=6, class_="count"),
        ]
    return tag("svg", parts, role="img", aria_label=label, width="100%", height=len(rows) * _ROW)


def _columns(rows: Sequence[Row], label: str) -> Markup:
    """Return a column a row, in order, a few of them named."""
    most, wide, parts = max(row.count for row in rows), 100 / len(rows), []
    step = max(1, -(-len(rows) // _MARKED))
    for at, row in enumerate(rows):
        high = round(row.count / most * _HIGH)
        left = f"{at * wide + wide * 0.08:.3f}%"
        parts.append(tag("rect", x=left, y=20 + _HIGH - high, width=f"{wide * 0.84:.3f}%", height=high))
        if at % step == 0:
            parts.append(tag("text", row.name, x=left, y=_HIGH + 38))
    line = tag("line", x1=0, x2="100%", y1=20 + _HIGH, y2=20 + _HIGH)
    top = tag("text", f"{most:,}", x=0, y=13, class_="count")
    return tag("svg", parts, line, top, role="img", aria_label=label, width="100%", height=_HIGH + 44)


def _in_time(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return months (2023-05) without gaps; of a long time years."""
    counts = {row.name: row.count for row in rows}
    first, last = (_month(name) for name in (min(counts), max(counts)))
    if last - first < _MOST_MONTHS:
        names = [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(first, last + 1)]
        return tuple(Row(name, counts.get(name, 0)) for name in names)
    years: dict[int, int] = {}
    for name, count in counts.items():
        years[_month(name) // 12] = years.get(_month(name) // 12, 0) + count
    return tuple(Row(f"{year:04d}", years.get(year, 0)) for year in range(first // 12, last // 12 + 1))


def _month(name: str) -> int:
    year, _, month = name.partition("-")
    return int(year) * 12 + int(month) - 1


def _table(name: tuple[str, str], rows: Sequence[Row]) -> Markup:
    body = []
    for row in rows:
        shown = both(row.name, row.other) if row.other else row.name
        body.append(tag("tr", tag("th", shown, scope="row"), tag("td", f"{row.count:,}")))
    heads = [tag("th", both(*label), scope="col") for label in (name, ("数", "count"))]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", body))
    return tag("details", tag("summary", both("表", "as a table")), tag("div", table, class_="rows"))
