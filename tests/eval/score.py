"""Scores page documents against gold annotations, task by task; each miss keeps its text.

The gold of a page is a folder of TSV tables (structure, articles, headers, mentions); lines count from 1, offsets
within a line from 0. Rows of type `name` are traps; rows of type `free` are neither asked for nor punished.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import field, frozen

Row = Mapping[str, str]
Document = Mapping[str, Any]
Key = tuple[int, int]
BODY = {"paragraph", "item", "subhead"}
TIMES = {"date", "period"}
QUANTITIES = {"money", "measure", "count", "percent", "ratio", "ordinal", "duration"}


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@frozen
class Score:
    """Counts by task: (right, predicted, expected), and what was missed."""

    counts: dict[str, list[int]] = field(factory=dict)
    misses: list[str] = field(factory=list)

    def add(self, task: str, right: int, predicted: int, expected: int) -> None:
        counts = self.counts.setdefault(task, [0, 0, 0])
        for at, number in enumerate((right, predicted, expected)):
            counts[at] += number

    def miss(self, task: str, page: str, what: str) -> None:
        self.misses.append(f"{task}: {page}: {what}")

    def figures(self) -> dict[str, float]:
        """Return F1 by task; of a task in which nothing can be predicted beyond the gold, the share right."""
        return {task: round(2 * n / (p + e), 4) if p + e else 1.0 for task, (n, p, e) in self.counts.items()}


class Sheet:
    """The text of a page, its lines, and where they begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def key(self, row: Row) -> Key:
        base = self.starts[int(row["line"]) - 1]
        start, end = base + int(row["start"]), base + int(row["end"])
        if row.get("continues"):
            line, _, stop = row["continues"].partition(":")
            end = self.starts[int(line) - 1] + int(stop)
        return start, end

    def pieces(self, row: Row) -> list[Key]:
        base = self.starts[int(row["line"]) - 1]
        found = [(base + int(row["start"]), base + int(row["end"]))]
        if row.get("continues"):
            line, _, stop = row["continues"].partition(":")
            found.append((self.starts[int(line) - 1], self.starts[int(line) - 1] + int(stop)))
        return found

    def lines_of(self, spans: Iterable[list[int]]) -> list[int]:
        return [
            number
            for start, end in spans
            for number, line in enumerate(self.lines, 1)
            if line.strip() and self.starts[number - 1] < end and start < self.starts[number - 1] + len(line)
        ]


def squeeze(text: str | None) -> str:
    return "".join((text or "").split())


def ends(spans: list[list[int]]) -> Key:
    return spans[0][0], spans[-1][1]


def overlap(some: Iterable[Key], others: Iterable[Key]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def pairs(lines: list[int]) -> set[Key]:
    return set(pairwise(lines))


def score_structure(  # noqa: C901 - one walk over gold and page, told in their order
    score: Score, sheet: Sheet, gold: Path, page: Document
) -> None:
    table = sorted(rows(gold / "structure.tsv"), key=lambda row: int(row["order"]))
    lines: dict[str, list[int]] = {}
    role = {int(row["line"]): row["role"] for row in table}
    for row in table:
        if row["article"] != "-":
            lines.setdefault(row["article"], []).append(int(row["line"]))
    joined = {int(row["line"]) for row in table if row["join"] == "1"}
    body = {name: [line for line in found if role[line] in BODY] for name, found in lines.items()}
    order, joins = set(), set()
    for name, found in lines.items():
        order |= pairs(body[name])
        joins |= {(a, b) for a, b in pairs(found) if b in joined and {role[a], role[b]} <= BODY}

    owner: dict[int, int] = {}
    read_order, read_joins = set(), set()
    read_body: list[list[int]] = []
    for index, article in enumerate(page["articles"]):
        found = []
        for block in article["blocks"]:
            numbers = sheet.lines_of(block["spans"])
            owner.update(dict.fromkeys(numbers, index))
            if block["role"] in BODY:
                found += numbers
                read_joins |= pairs(numbers)
        read_body.append(found)
        read_order |= pairs(found)
    score.add("reading order", len(order & read_order), len(read_order), len(order))
    score.add("joins", len(joins & read_joins), len(read_joins), len(joins))
    for a, b in sorted(joins ^ read_joins):
        score.miss("joins", gold.name, f"lines {a} and {b}: {sheet.lines[a - 1][-8:]} | {sheet.lines[b - 1][:8]}")

    match = {name: Counter(owner.get(line, -1) for line in found).most_common(1)[0][0] for name, found in lines.items()}
    used = Counter(match.values())
    for row in rows(gold / "articles.tsv"):
        name, index = row["article"], match[row["article"]]
        article = page["articles"][index] if index >= 0 and used[index] == 1 else None
        exact = (
            article is not None
            and read_body[index] == body[name]
            and squeeze(article["headline"]) == squeeze(row["headline"])
        )
        label = article["kind"]["label"] if article else None
        score.add("articles exact", int(exact), 1, 1)
        score.add("kinds", int(label == row["kind"]), 1, 1)
        if not exact:
            score.miss("articles exact", gold.name, f"{name} {row['headline']}")
        if label != row["kind"]:
            score.miss("kinds", gold.name, f"{name} is {row['kind']}, got {label}: {row['headline']}")

    visible = [at for at, ch in enumerate(sheet.text) if not ch.isspace()]
    claims: Counter[int] = Counter()
    for block in [*page["furniture"], *(block for article in page["articles"] for block in article["blocks"])]:
        for start, end in block["spans"]:
            claims.update(range(start, end))
    score.add("characters kept once", sum(claims[at] == 1 for at in visible), len(visible), len(visible))


def score_headers(score: Score, sheet: Sheet, gold: Path, page: Document) -> None:
    want, got = {}, {}
    for row in rows(gold / "headers.tsv"):
        people = tuple((*person.split(":"), "")[:3] for person in row["contributors"].split("|") if person)
        want[sheet.key(row)] = (row["form"], row["outlet"], row["place"], row["date"], row["verb"], people)
    for holder in (*page["articles"], page):
        for header in holder["headers"]:
            people = tuple(
                tuple(person[name] or "" for name in ("role", "name", "office")) for person in header["contributors"]
            )
            texts = ((header[name] or {"text": ""})["text"] for name in ("outlet", "place", "date"))
            got[ends(header["spans"])] = (header["form"], *texts, header["verb"] or "", people)
    right = {key for key in want if got.get(key) == want[key]}
    score.add("headers, every field", len(right), len(got), len(want))
    for key in sorted((want.keys() | got.keys()) - right):
        score.miss("headers, every field", gold.name, f"{sheet.text[slice(*key)]}: {want.get(key)} got {got.get(key)}")
    names, found = (Counter(person[1] for one in side.values() for person in one[-1]) for side in (want, got))
    score.add("names", (names & found).total(), found.total(), names.total())


def number(text: str | None) -> float | None:
    return float(text) if text else None


def agrees(row: Row, mention: Document) -> bool:
    """Tell whether every field of a mention is as the gold has it; `~` is not compared, ratios to four digits."""
    if row["type"] != mention["type"]:
        return False
    if row["type"] in TIMES:
        return row["value"] in ("", "~", mention["edtf"])
    for name in ("value", "upper"):
        want, got = number(row[name]), number(mention[name])
        if want is None or got is None or row["type"] != "ratio":
            if want != got:
                return False
        elif abs(want - got) >= 1e-4:
            return False
    return row["unit"] == (mention["unit"] or "") and row["bound"] == (mention["bound"] or "")


def score_mentions(score: Score, sheet: Sheet, gold: Path, page: Document) -> None:
    table = rows(gold / "mentions.tsv")
    free = [piece for row in table if row["type"] == "free" for piece in sheet.pieces(row)]
    traps = [sheet.pieces(row) for row in table if row["type"] == "name"]
    want = {sheet.key(row): row for row in table if row["type"] not in ("free", "name")}
    got = {}
    for holder in (*page["articles"], page):
        for mention in holder["mentions"]:
            spans = [(start, end) for start, end in mention["spans"]]
            if ends(mention["spans"]) in want or not overlap(spans, free):
                got[ends(mention["spans"])] = mention
    for task, types in (("quantities, every field", QUANTITIES), ("times, every field", TIMES)):
        asked = {key for key, row in want.items() if row["type"] in types}
        given = {key for key, mention in got.items() if mention["type"] in types}
        right = {key for key in asked & given if agrees(want[key], got[key])}
        score.add(task, len(right), len(given), len(asked))
        for key in sorted((asked | given) - right):
            where = sheet.text[max(0, key[0] - 6) : key[1] + 6].replace("\n", " ")
            score.miss(task, gold.name, f"{sheet.text[slice(*key)]} in …{where}…")
    extra = [[(start, end) for start, end in mention["spans"]] for key, mention in got.items() if key not in want]
    fell = [trap for trap in traps if any(overlap(trap, one) for one in extra)]
    score.add("traps passed", len(traps) - len(fell), len(traps), len(traps))
    for trap in fell:
        score.miss("traps passed", gold.name, sheet.text[slice(*trap[0])])


def score_page(score: Score, text: str, gold: Path, page: Document) -> None:
    sheet = Sheet(text)
    score_structure(score, sheet, gold, page)
    score_headers(score, sheet, gold, page)
    score_mentions(score, sheet, gold, page)
