"""`govnews explain`: who read what in a text, by which rule, and who lost."""

import argparse
import sys

from govnews.cli.arguments import Verbs, day
from govnews.sources.textfile import decode
from govnews.trace import explain


def add(verbs: Verbs) -> None:
    """Add the verb and its arguments."""
    told = verbs.add_parser("explain", help="show who read what in a text, by which rule, and who lost")
    told.add_argument("text", metavar="TEXT", help="the text, or - for stdin")
    told.add_argument("--issued", type=day, metavar="DATE", help="the day of issue, YYYY-MM-DD")
    told.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the account of one text."""
    text = decode(sys.stdin.buffer.read(), "standard input") if args.text == "-" else args.text
    print(explain(text, issued=args.issued))
    return 0
