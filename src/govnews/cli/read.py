"""`govnews read`: pages to articles, attributions and figures."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from govnews.cli import tables
from govnews.cli.arguments import BAD_INPUT, Verbs, day, path
from govnews.cli.formats import FORMATS
from govnews.cli.written import write_whole
from govnews.errors import SourceError
from govnews.model import Page
from govnews.reader import read_pages
from govnews.sources.textfile import decode, pages_in, read_file


def add(verbs: Verbs) -> None:
    """Add the verb and its arguments."""
    read = verbs.add_parser("read", help="read pages: articles, attributions, figures")
    read.add_argument(
        "paths",
        nargs="+",
        type=path,
        metavar="PATH",
        help="a text file, a folder of .txt files, or - for stdin; for tables also JSON lines, Parquet, zip and tar",
    )
    read.add_argument("--issued", type=day, metavar="DATE", help="the day of issue, YYYY-MM-DD")
    read.add_argument("--outlet", metavar="NAME", help="the paper, which is what 本报 on a page stands for")
    read.add_argument(
        "--format", choices=tuple(dict.fromkeys((*FORMATS, *tables.FORMS))), help="default: json; of tables parquet"
    )
    read.add_argument("--encoding", default="utf-8", help="of the files; default: utf-8")
    read.add_argument("-o", "--output", metavar="FILE", help="write to FILE, whole or not at all; to OUT/, tables")
    tables.add(read)
    read.set_defaults(run=run, fail=read.error)


@frozen
class _Job:
    """One run of `govnews read`: which pages, and what went wrong."""

    paths: Sequence[str]
    issued: date | None
    encoding: str
    outlet: str | None = None
    problems: list[str] = field(factory=list)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (source, text) of each page that can be read; what cannot goes to `problems`."""
        for name in self.paths:
            try:
                if name == "-":
                    yield "-", decode(sys.stdin.buffer.read(), "standard input", self.encoding)
                    continue
                files = pages_in(Path(name))
            except SourceError as error:
                self._note(str(error))
                continue
            for file in files:
                try:
                    text = read_file(file, self.encoding)
                except SourceError as error:
                    self._note(str(error))
                else:
                    yield str(file), text

    def pages(self) -> Iterator[Page]:
        for source, text in self.texts():
            pages = read_pages(text, issued=self.issued, outlet=self.outlet)
            yield from (evolve(page, source=source) for page in pages)

    def _note(self, problem: str) -> None:
        self.problems.append(problem)
        print(f"govnews: {problem}", file=sys.stderr)

    @property
    def several(self) -> bool:
        return len(self.paths) > 1 or (self.paths[0] != "-" and Path(self.paths[0]).is_dir())


def run(args: argparse.Namespace) -> int:
    """Print the pages in the format asked for, or write them to a file, or tables to a folder."""
    if tables.wanted(args):
        return tables.run(args)
    job = _Job(args.paths, args.issued, args.encoding, args.outlet)
    pieces = FORMATS[args.format or "json"](job.pages(), job.several)
    if args.output is None:
        sys.stdout.writelines(pieces)
    else:
        try:
            write_whole(Path(args.output), pieces)
        except OSError as error:
            message = f"{args.output}: {error.strerror or error}"
            raise SourceError(message) from None
    return BAD_INPUT if job.problems else 0
