"""Cases in marked text: what an editor writes to say what must be found, and what must not.

    # a comment                               the file is tests/cases/<room>/<rule>.txt
    @ issued=2023-05-19                       the day of issue, from here on; `@ issued=` takes it back
    ⟦本报临河6月3日电⟧ 记者从市水务局获悉……    ⟦ ⟧ marks what must be found: all of it, and nothing else
    = dateline outlet=本报 place=临河          one such line for each mark: type or form, then fields
    ! 来电话说,本报临河发行站6月3日开张。        text in which nothing may be found

A field that is not named is not compared; `field=` means that it must be empty. A value with a space in it is written
with ␣. Of the marks of a file at least one must have been read by the rule that gives the file its name.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import field, frozen

from govnews.span import Span

CASES = Path(__file__).parent / "cases"


@frozen
class Mark:
    span: Span
    type: str
    fields: dict[str, str] = field(factory=dict)


@frozen
class Case:
    where: str
    text: str
    issued: date | None
    marks: tuple[Mark, ...]


def unmarked(line: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and where they stood."""
    text, spans, start = "", [], None
    for ch in line:
        if ch == "⟦":
            start = len(text)
        elif ch == "⟧":
            assert start is not None, line
            spans.append(Span(start, len(text)))
            start = None
        else:
            text += ch
    assert start is None, line
    return text, spans


def answer(line: str) -> tuple[str, dict[str, str]]:
    kind, *pairs = line.removeprefix("=").split()
    return kind, {name: value.replace("␣", " ") for name, _, value in (pair.partition("=") for pair in pairs)}


def read_cases(path: Path) -> Iterator[Case]:
    issued: date | None = None
    pending: tuple[int, str, list[Span]] | None = None
    answers: list[tuple[str, dict[str, str]]] = []

    def flush() -> Iterator[Case]:
        if pending is None:
            return
        number, text, spans = pending
        assert len(spans) == len(answers), f"{path.name}:{number}: {len(spans)} marks, {len(answers)} answers"
        marks = tuple(Mark(span, *found) for span, found in zip(spans, answers, strict=True))
        yield Case(f"{path.stem}:{number}", text, issued, marks)

    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        line = raw.strip()
        if line.startswith("="):
            answers.append(answer(line))
            continue
        yield from flush()
        pending, answers = None, []
        if line.startswith("@"):
            day = line.partition("=")[2].strip()
            issued = date.fromisoformat(day) if day else None
        elif line.startswith("!"):
            yield Case(f"{path.stem}:{number}", line[1:].strip(), issued, ())
        elif line and not line.startswith("#"):
            pending = (number, *unmarked(line))
    yield from flush()


def all_cases(room: str) -> list[Case]:
    return [case for path in sorted((CASES / room).glob("*.txt")) for case in read_cases(path)]
