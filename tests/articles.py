"""Cases of articles, in a form that an editor can write.

    # a comment                        the file is tests/cases/kinds/<rule>.txt, or kinds_by_outlet/<outlet>.txt
    headline: 村里办起供销社             also kicker: deck: rubric:
    本报临河6月3日讯 …                  a paragraph a line
    [caption] 图为…                    a block of another role
    = brief                            what it is; a second word is accepted too
    ! notice                           what it may not be called, after the `=` line

An article ends with its `=` and `!` lines. The headers are read by the room of headers. In the first article of a file
of kinds/, the rule that gives the file its name must be there.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from govnews.headers.find import find
from govnews.kinds.facts import Copy
from govnews.lexicon import Lexicon
from govnews.span import Passage

CASES = Path(__file__).parent / "cases" / "kinds"
BY_OUTLET = Path(__file__).parent / "cases" / "kinds_by_outlet"
_FIELD = re.compile(r"(headline|kicker|deck|rubric):\s*(.*)")
_ROLE = re.compile(r"\[([a-z_]+)\]\s*(.*)")


@frozen
class Case:
    where: str
    kind: str
    also: frozenset[str]
    never: frozenset[str]
    fields: dict[str, str] = field(factory=dict)
    blocks: tuple[tuple[str, str], ...] = ()

    def copy(self, lexicon: Lexicon) -> Copy:
        return make_copy(self.blocks, self.fields, lexicon)


def make_copy(blocks: tuple[tuple[str, str], ...], fields: dict[str, str], lexicon: Lexicon) -> Copy:
    headers = find(Passage.whole("\n".join(text for _, text in blocks)), lexicon=lexicon)
    return Copy(
        headline=fields.get("headline"),
        kicker=fields.get("kicker"),
        deck=fields.get("deck"),
        rubric=fields.get("rubric"),
        blocks=blocks,
        headers=headers,
    )


def read_cases(path: Path) -> Iterator[Case]:
    fields: dict[str, str] = {}
    blocks: list[tuple[str, str]] = []
    labels: list[str] = []
    never: list[str] = []
    number = 0

    def made() -> Case:
        return Case(
            f"{path.stem}:{number}", labels[0], frozenset(labels[1:]), frozenset(never), dict(fields), tuple(blocks)
        )

    for at, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("="):
            labels = line[1:].split()
        elif line.startswith("! "):
            never += line[2:].split()
        else:
            if labels:
                yield made()
                fields, blocks, labels, never, number = {}, [], [], [], 0
            number = number or at
            if found := _FIELD.match(line):
                fields[found[1]] = found[2]
            elif found := _ROLE.match(line):
                blocks.append((found[1], found[2]))
            else:
                blocks.append(("paragraph", line))
    if labels:
        yield made()


def all_cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]


def cases_by_outlet() -> list[Case]:
    """What each kind looks like with outlets of different sorts, from the county paper to the gazette."""
    return [case for path in sorted(BY_OUTLET.glob("*.txt")) for case in read_cases(path)]
