"""Write docs/reference/tables.md from the schemas of the tables; a test holds the two together.

python scripts/write_tables_reference.py
"""

from pathlib import Path

from govnews.corpus.batches import INPUT
from govnews.corpus.tables import SCALE, TABLES, VERSION

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "tables.md"
HEAD = f"""\
# Tables

What [`govnews read … -o OUT/`](../how-to/corpus.md) writes and `read_batches` yields. The schema is `{VERSION}`; it
stands in the metadata of each Parquet file (`govnews.schema`), and the account of each column in that of its field
(`comment`).

**Ids** join the tables. They are made of a hash of the page and of the place on it, `1f0c…-1-m518` for what begins at
code point 518, and stay the same from run to run, on any machine and whatever else is read. What is hashed is what the
text is called and what it says: two copies of a page under two names have two ids and one `text_sha256`.

**Offsets** count code points of the text that was read: of a file without its byte-order mark, each line break one
character. Where a thing has one piece, `text[char_start:char_end]` is what is printed; where it has more, `spans` has
them.

**Values** are `decimal128(38, {SCALE})`, and beside each stands the exact number as text. A value with more
than {SCALE} decimal places (三分之一) is rounded to them; one that would keep less than six figures so, or that has
more than {38 - SCALE} digits before the point, is null. CSV and JSON lines have the exact number in both columns.

**Doubt** is 1 less a confidence: 0 is sure. Kinds, bounds and the words of the other columns are those of the page
document ([glossary](glossary.md)).

```python
>>> from govnews.corpus import schema
>>> schema("mentions").field("si_value").type
Decimal128Type(decimal128(38, 12))

```
"""


def page() -> str:
    """Return the reference as the schemas have it."""
    text = HEAD
    for name, table in TABLES.items():
        text += f"\n## {name}\n\nA row is {table.row}.\n\n| Column | Type | What it holds |\n| --- | --- | --- |\n"
        text += "".join(f"| `{column}` | {shown(str(kind))} | {said} |\n" for column, kind, said in table.columns)
    text += "\n## What is read\n\n"
    text += "The columns of a batch that `read_batches` takes; all but `id` and `text` may be missing.\n\n"
    text += "| Column | What it holds |\n| --- | --- |\n"
    return text + "".join(f"| `{column}` | {said} |\n" for column, said in INPUT.items())


def shown(kind: str) -> str:
    """Return the name of an Arrow type as the page prints it."""
    return kind.replace("element: ", "").replace("item: ", "").replace("[day]", "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
