"""Write docs/reference/headers.md from tests/cases/header-shapes.tsv; a test holds the two together.

python scripts/write_header_reference.py
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHAPES = ROOT / "tests" / "cases" / "header-shapes.tsv"
PAGE = ROOT / "docs" / "reference" / "headers.md"
TITLES = {
    "dateline": "Datelines 电头",
    "byline": "Bylines 署名",
    "credit": "Credits 摄影署名",
    "tail": "Tails 文末署名",
}
HEAD = """\
# Attributions

The printed shapes that `find_headers` reads, each with an example and a near one that it refuses; every row is a test.
X stands for a person, P for a place, O for an outlet, F for an office, ␣ for a space that is meant. ⟦ ⟧ mark what is
found. Half-width and full-width print are one. The names are no one's.

What the fields hold is said in the [glossary](glossary.md). Where they come from:

- `outlet.name`: the canonical name, from `outlets.tsv`; 本报 is the `outlet=` that the verb is given, else None. A
  paper that is not in the table is read by the ending of its name (汶上日报) and has no canonical name.
- `place.code`: the GB/T 2260 code in the year of issue (兖州 is 370882 in 2010, 370812 from 2013 on); a zone has the
  code of its parent (`zones.tsv`). A name that several divisions have is decided by the home of the outlet, else by the
  other places of the text; else it is None. Towns have codes where a table of them is given, of nine digits:
  `Lexicon.default().extended(towns=path)`; `govnews words towns` shows its columns.
- `date.edtf`: the day nearest to the day of issue. A page that does not say its day has `Page.issued_inferred`, by the
  votes of its datelines.
- `contributors[].certain`: false where names run together could as well be cut otherwise, or did not split.

`Article.body_text` is the running text without its attributions.
"""


def page() -> str:
    """Return the page as the table of shapes has it."""
    lines = [line for line in SHAPES.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    text = HEAD
    for group, title in TITLES.items():
        text += f"\n## {title}\n\n| Shape | Read | As | Refused |\n| --- | --- | --- | --- |\n"
        for shape, own, case, answer, refusal in rows:
            if own == group:
                cells = (f"`{cell}`" for cell in (shape, case, answer, refusal))
                text += "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
