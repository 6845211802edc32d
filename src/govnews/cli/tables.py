"""`govnews read … -o OUT/`: many pages to tables, by all cores."""

import argparse
import os
import sys
from pathlib import Path

from govnews.cli.arguments import BAD_INPUT, INTERRUPTED
from govnews.cli.door import corpus

FORMS = ("parquet", "csv", "jsonl", "duckdb")
_OWN = ("parquet", "duckdb")  # tables only; csv and jsonl are also formats of pages


def add(read: argparse.ArgumentParser) -> None:
    """Add the arguments that only tables have."""
    group = read.add_argument_group("tables", "many pages to tables: with -o OUT/ (a folder), by all cores")
    told = "the day of issue in the names of the files: '%%Y-%%m/%%d', '%%Y%%m%%d'"
    group.add_argument("--issued-from", metavar="PATTERN", help=told)
    group.add_argument(
        "--fields", type=fields, metavar="text=…,id=…", help="what JSON lines and Parquet call text, id, issued, outlet"
    )
    group.add_argument("--workers", type=int, metavar="N", help="processes; default: one a core")
    group.add_argument("--shard", type=int, default=500, metavar="N", help="texts a shard, at most; default: 500")
    group.add_argument("--restart", action="store_true", help="throw away what an earlier run has written to OUT/")
    group.add_argument("--progress", action="store_true", default=None, help="tell how far it is, terminal or not")


def fields(text: str) -> dict[str, str]:
    """Return the fields that an argument names."""
    pairs = [pair.partition("=") for pair in text.split(",")]
    if not all(own and equals and theirs for own, equals, theirs in pairs):
        message = f"{text!r} names no fields: expected text=…,id=…,issued=…,outlet=…"
        raise argparse.ArgumentTypeError(message)
    return {own.strip(): theirs.strip() for own, _, theirs in pairs}


def wanted(args: argparse.Namespace) -> bool:
    """Tell whether tables are asked for: by the format, or by an output that is a folder."""
    output = args.output
    folder = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    if args.format in _OWN and output is None:
        args.fail(f"--format {args.format} needs a folder to write to: -o OUT/")
    if folder and args.format is not None and args.format not in FORMS:
        args.fail(f"--format {args.format} is no format of tables: expected one of {', '.join(FORMS)}")
    tables = folder or args.format in _OWN
    if not tables:
        for name in ("issued_from", "fields", "workers", "restart", "progress"):
            if getattr(args, name):
                args.fail(f"--{name.replace('_', '-')} is for tables: -o OUT/")
    return tables


def run(args: argparse.Namespace) -> int:
    """Write the tables; what could not be read is told at the end, and stands in the table of errors."""
    try:
        found = corpus().read_folder(
            args.paths,
            args.output,
            form=args.format or "parquet",
            issued=args.issued,
            issued_from=args.issued_from,
            outlet=args.outlet,
            fields=args.fields,
            encoding=args.encoding,
            workers=args.workers,
            shard=args.shard,
            restart=args.restart,
            progress=sys.stderr.isatty() if args.progress is None else args.progress,
        )
    except KeyboardInterrupt:
        print("\ngovnews: stopped; the same command goes on where it ended", file=sys.stderr)
        return INTERRUPTED
    kept = f" ({_counted(found.kept, 'text')} read before)" if found.kept else ""
    told = ", ".join(_counted(getattr(found, f"{noun}s"), noun) for noun in ("page", "article", "mention"))
    print(f"govnews: {found.out}: {told}{kept}", file=sys.stderr)
    if not found.errors:
        return 0
    print(
        f"govnews: {found.errors:,} of {found.texts:,} texts could not be read: see the table errors", file=sys.stderr
    )
    return BAD_INPUT


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
