"""What the verbs of the command share: how an argument is read, and how wrong usage is told."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, NoReturn

BAD_INPUT = 1  # the exit code; wrong usage has 2
INTERRUPTED = 130  # by Ctrl-C, as a shell has it

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no public name for it
else:
    Verbs = object


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line; `--help` has the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def day(text: str) -> date:
    """Return the day that an argument names."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day: expected YYYY-MM-DD ({error})"
        raise argparse.ArgumentTypeError(message) from None


def path(text: str) -> str:
    """Return the path, where there is one."""
    if not text:
        message = "the path is empty: expected a file, a folder or -"
        raise argparse.ArgumentTypeError(message)
    return text
