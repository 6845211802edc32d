"""Write docs/reference/units.md from the tables of units, measure words and currencies.

    python scripts/write_units_reference.py

Run again where a row was added or taken away; a test says so.
"""

from collections.abc import Iterator
from pathlib import Path

from govnews.lexicon import Lexicon, Row

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "units.md"
HEAD = """# Units, measure words, currencies

Every unit that govnews knows, from the tables of `data/`; each row's example is its test. What is done with them:
[Figures and times](mentions.md). To add one: [Add a unit](../how-to/add-a-unit.md).

`govnews words units`, `govnews words measure_words`, `govnews words currencies` print the same with all columns.
"""
TAKES = {"any": "", "arabic": "Arabic figures alone", "long": "of Chinese numerals, long ones alone"}


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def shown(row: Row) -> str:
    return cell(row["example"]).replace("⟦", "**").replace("⟧", "**")


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def measures(rows: tuple[Row, ...]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        size = f"{row['factor']} {row['base']}" if row["base"] else ""
        yield (
            cell(row["surface"]),
            f"`{row['ucum']}`" if row["ucum"] else "",
            cell(size),
            TAKES[row["takes"]],
            shown(row),
        )


def page() -> str:
    """Return the page, whole."""
    lexicon = Lexicon.default()
    units, words, money = (lexicon.rows(name) for name in ("units", "measure_words", "currencies"))
    parts = (
        (
            f"Units of measure 计量单位 ({len(units)})",
            "Rates (微克/立方米, 公里/小时) are put together from two of these when they are read.",
            table(("Printed", "UCUM", "In SI", "Takes", "Example"), measures(units)),
        ),
        (
            f"Measure words 量词 and counted nouns ({len(words)})",
            "After a measure word the span ends (93个网格 is 93个); a counted noun is the unit itself (14县市区).",
            table(
                ("Printed", "Sort", "Takes", "Example"),
                ((cell(row["surface"]), row["kind"], TAKES[row["takes"]], shown(row)) for row in words),
            ),
        ),
        (
            f"Currencies 货币 ({len(money)})",
            "Codes are ISO 4217.",
            table(
                ("Printed", "Code", "One is", "Example"),
                ((cell(row["surface"]), row["code"], row["scale"], shown(row)) for row in money),
            ),
        ),
    )
    lines = [HEAD]
    for title, says, rows in parts:
        lines += [f"## {title}", "", says, "", *rows, ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
