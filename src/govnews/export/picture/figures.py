"""The figures and times of a page as a table that can be sorted."""

from collections.abc import Iterable, Sequence

from govnews.export.picture.facts import amount, days, moment, moved, number, word
from govnews.export.picture.ink import Item
from govnews.export.picture.labels import names
from govnews.export.picture.markup import Content, Markup, both, tag
from govnews.export.picture.printed import badge
from govnews.mentions.mention import Mention, Quantity, When

_HEADS = (
    ("篇", "article"),
    ("原文", "printed"),
    ("类型", "type"),
    ("值", "value"),
    ("单位", "unit"),
    ("限度", "hedge"),
    ("换算、变动、起讫", "SI, change, days"),
    ("规则", "rule"),
)

_RIGHT = {("值", "value"): "value"}


def heads(labels: Iterable[tuple[str, str]]) -> Markup:
    """Return the head of a table."""
    return tag("thead", tag("tr", [tag("th", both(*label), scope="col", class_=_RIGHT.get(label)) for label in labels]))


def framed(head: Markup, body: Markup, caption: Content, label: str, *, sortable: bool = False) -> Markup:
    """Return a table in a frame of its own, which scrolls where the screen is narrower than the table."""
    known = "sortable" if sortable else None
    table = tag("table", tag("caption", caption), head, body, class_=known)
    return tag("div", table, class_="frame", role="region", aria_label=label, tabindex=0)


def table_of(items: Sequence[Item[Mention]], prefix: str, *, owned: bool = True) -> Markup:
    """Return the table, or a line that says that there is nothing in it.

    Args:
        items: what stands in the rows.
        prefix: of the articles' names.
        owned: with a column for the article.
    """
    if not items:
        return tag("p", both("没有数字和时间", "no figures and times"), class_="empty")
    rows = [_row(item, prefix, owned=owned) for item in items]
    caption = both(f"数字和时间 {len(items)} 项", f"{len(items)} figures and times")
    head = heads(_HEADS if owned else _HEADS[1:])
    return framed(head, tag("tbody", rows), caption, "数字和时间 figures and times", sortable=True)


def _row(item: Item[Mention], prefix: str, *, owned: bool) -> Markup:
    mention, owner = item.thing, item.owner
    known = "—" if owner is None else badge(owner, prefix)
    printed = tag("a", mention.text, href=f"#{item.key}-at")
    cells = [
        tag("td", known, data_sort=str(-1 if owner is None else owner)) if owned else None,
        tag("td", printed, class_="printed"),
        tag("td", both(*names(mention.type))),
        *(_time(mention) if isinstance(mention, When) else _figure(mention)),
        tag("td", tag("code", mention.rule), lang="en"),
    ]
    return tag("tr", cells, id=item.key)


def _figure(mention: Quantity) -> list[Markup]:
    notes = []
    if mention.si is not None:
        notes.append(f"{number(mention.si.value)} {mention.si.unit}")
    if mention.change is not None:
        notes.append(moved(mention.change))
    unit = f"{mention.unit or ''}{f'/{mention.per}' if mention.per else ''}"
    return [
        tag("td", amount(mention), class_="value", data_sort=f"{mention.value:f}"[:60]),
        tag("td", unit),
        tag("td", word(mention.bound) if mention.bound else None),
        tag("td", "; ".join(notes)),
    ]


def _time(mention: When) -> list[Markup]:
    notes = [days(mention)] if days(mention) else []
    if mention.calendar is not None:
        notes.append(word(mention.calendar))
    if mention.other is not None:
        notes.append(f"又读 or else {mention.other}")
    return [
        tag("td", moment(mention), class_="value", data_sort=mention.edtf or "~"),
        tag("td", word(mention.grain) if mention.grain else None),
        tag("td", None),
        tag("td", "; ".join(notes)),
    ]
