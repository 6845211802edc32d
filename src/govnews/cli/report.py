"""`govnews report`: what is in the tables of a run, as charts."""

import argparse
import sys
from pathlib import Path

from govnews.cli.arguments import Verbs, path
from govnews.cli.door import corpus
from govnews.cli.written import write_whole
from govnews.errors import SourceError


def add(verbs: Verbs) -> None:
    """Add the verb and its arguments."""
    report = verbs.add_parser("report", help="show what is in the tables of govnews read -o OUT/ as charts")
    report.add_argument("out", type=path, metavar="OUT", help="the folder of the tables")
    report.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, whole or not at all")
    report.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the document, or write it to a file."""
    pieces = corpus().report_html(args.out)
    if args.output is None:
        sys.stdout.writelines(pieces)
        return 0
    try:
        write_whole(args.output, pieces)
    except OSError as error:
        message = f"{args.output}: {error.strerror or error}"
        raise SourceError(message) from None
    return 0
