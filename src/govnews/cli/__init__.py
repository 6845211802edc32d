"""The command: results on stdout, notes on stderr; exit 0, 1 (bad input), 2 (usage)."""

import os
import sys
from collections.abc import Sequence

from govnews import __version__
from govnews.cli import explain, query, read, report, words
from govnews.cli.arguments import BAD_INPUT, INTERRUPTED, Parser
from govnews.errors import GovnewsError

__all__ = ["main", "parser"]

# In the order in which `--help` lists them; each module has `add`, which names its `run` in the parsed arguments.
_VERBS = (read, query, report, explain, words)


def parser() -> Parser:
    """Return what reads the words after `govnews`."""
    whole = Parser(prog="govnews", description="Reads Chinese government news as it stands on a newspaper page.")
    whole.add_argument("--version", action="version", version=f"govnews {__version__}")
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb in _VERBS:
        verb.add(verbs)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        argv: the words after `govnews`; None takes the process's own.

    .. versionadded:: 0.1.0
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except GovnewsError as error:
        print(f"govnews: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("\ngovnews: stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough: `govnews read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code
