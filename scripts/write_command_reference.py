"""Write docs/reference/command.md from what the verbs say of themselves with --help.

    python scripts/write_command_reference.py

Run again where a verb or an option changed; a test says so.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from govnews.cli import parser

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "command.md"
HEAD = """# The command

`govnews VERB`. Results go to stdout, notes and progress to stderr. Exit codes: 0 all read, 1 bad input (each file that
could not be read has a line on stderr, the others were read all the same), 2 the call itself is off.
"""


def table(actions: Iterator[argparse.Action]) -> Iterator[str]:
    yield "| | |"
    yield "| --- | --- |"
    for action in actions:
        words = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = "" if action.nargs == 0 or not action.option_strings else f" {action.metavar or action.dest.upper()}"
        told = (action.help or "").replace("%%", "%")
        if action.choices and len(tuple(action.choices)) < 20:
            told += f" ({', '.join(map(str, action.choices))})"
        yield f"| `{words}{value}` | {told.replace('|', chr(92) + '|')} |"


def page() -> str:
    """Return the page, whole."""
    whole = parser()
    [verbs] = [one for one in whole._actions if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001
    said = {one.dest: one.help or "" for one in verbs._choices_actions}  # noqa: SLF001 - argparse has no other way in
    lines = [HEAD]
    for name, verb in verbs.choices.items():
        actions = (one for one in verb._actions if one.dest != "help")  # noqa: SLF001
        lines += [f"## govnews {name}", "", f"{said[name][:1].upper()}{said[name][1:]}.", "", *table(actions), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
