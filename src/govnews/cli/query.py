"""`govnews query`: a question in SQL to the tables of a run."""

import argparse
import sys

from govnews.cli.arguments import Verbs, path
from govnews.cli.door import question

_FORMATS = ("table", "csv", "json")


def add(verbs: Verbs) -> None:
    """Add the verb and its arguments."""
    query = verbs.add_parser("query", help="ask the tables of govnews read -o OUT/ in SQL")
    query.add_argument("out", type=path, metavar="OUT", help="the folder of the tables")
    query.add_argument("sql", metavar="SQL", help="a question: SELECT …; or - for stdin")
    query.add_argument("--format", choices=_FORMATS, default="table", help="default: table")
    query.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the answer."""
    sql = sys.stdin.read() if args.sql == "-" else args.sql
    sys.stdout.writelines(question().ask(args.out, sql, form=args.format))
    return 0
