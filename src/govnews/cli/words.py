"""`govnews words`: the tables of words."""

import argparse

from govnews.cli.arguments import Verbs
from govnews.export.as_table import grid
from govnews.lexicon import Lexicon, table_names


def add(verbs: Verbs) -> None:
    """Add the verb and its arguments."""
    words = verbs.add_parser("words", help="print a table of words")
    words.add_argument(
        "table", nargs="?", choices=table_names(), metavar="TABLE", help="one of the tables; none lists them"
    )
    words.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one table, or the list of them."""
    lexicon = Lexicon.default()
    if args.table is None:
        print(grid(("table", "rows"), [(name, str(len(lexicon.rows(name)))) for name in table_names()]))
        return 0
    rows = lexicon.rows(args.table)
    print(grid(tuple(rows[0]), [tuple(row.values()) for row in rows]))
    return 0
