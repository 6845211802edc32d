"""List the rules that read figures and times in docs/reference/mentions.md, each with an example from its case file.

    python scripts/list_rules.py

Run again where a rule was added or taken away; a test says so.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from govnews import Mention, When, find_mentions  # noqa: E402 - the marks of cases are read by the tests' own reader
from govnews.trace import explain  # noqa: E402
from marked import CASES, Case, read_cases  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "mentions.md"
OPEN, SHUT = "<!-- rules: scripts/list_rules.py -->", "<!-- end of rules -->"
PARTS = (("figure", "Figures"), ("time", "Times"), ("name", "Names, which are refused"))


def shown(text: str, start: int, end: int) -> str:
    """Return the clause around a stretch, the stretch in bold."""
    stops = "。;；!！?？\n"
    first = max(text.rfind(stop, 0, start) for stop in stops) + 1
    last = min((at for stop in stops if (at := text.find(stop, end)) >= 0), default=len(text))
    return f"{text[first:start]}**{text[start:end]}**{text[end:last]}".strip().replace("|", "\\|")


def said(one: Mention) -> str:
    """Return what a mention says, in short."""
    if isinstance(one, When):
        if one.edtf is None and one.time is None:
            return f"{one.type}, {'vague' if one.vague else 'day not known'}"
        return f"{one.type} {' '.join(f'`{word}`' for word in (one.edtf, one.time) if word)}"
    ends = f"{one.value}" if one.upper is None else f"{one.value} to {one.upper}"
    words = (one.type, one.bound, ends, one.unit, one.per and f"for one {one.per}")
    return " ".join(word for word in words if word)


def example(rule: str, cases: list[Case]) -> tuple[str, str, str] | None:
    """Return the part of the list, the example and what is read in it; None where no case shows the rule."""
    for case in cases:
        for one in find_mentions(case.text, issued=case.issued):
            if one.rule == rule:
                stretch = one.spans[0].start, one.spans[-1].end
                return "time" if isinstance(one, When) else "figure", shown(case.text, *stretch), said(one)
    for case in cases:
        for tried in explain(case.text, issued=case.issued).attempts:
            if tried.rule == rule and tried.room == "mentions" and tried.reason == "a name":
                return "name", shown(case.text, tried.start, tried.end), "nothing"
    return None


def rules() -> Iterator[tuple[str, str, str, str]]:
    """Yield part, rule, example and reading, by the names of the case files."""
    for path in sorted((CASES / "mentions").glob("*.txt")):
        found = example(path.stem, list(read_cases(path)))
        if found:
            yield found[0], path.stem, found[1], found[2]


def listed() -> str:
    """Return the tables of rules."""
    rows, text = list(rules()), ""
    for part, title in PARTS:
        text += f"\n### {title}\n\n| Rule | Example | Read as |\n| --- | --- | --- |\n"
        text += "".join(f"| `{rule}` | {printed} | {read} |\n" for one, rule, printed, read in rows if one == part)
    return text


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(OPEN)
    _, _, tail = rest.partition(SHUT)
    PAGE.write_text(f"{head}{OPEN}\n{listed()}\n{SHUT}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
