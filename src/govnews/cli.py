"""The command: results on stdout, notes on stderr; exit 0, 1 (bad input), 2 (usage)."""

import argparse
import itertools
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from attrs import evolve, field, frozen

from govnews import __version__
from govnews.errors import GovnewsError, SourceError
from govnews.export import to_document, to_json, to_table, to_text
from govnews.export.as_table import grid
from govnews.lexicon import Lexicon, table_names
from govnews.model import Page
from govnews.reader import read_pages
from govnews.sources.textfile import decode, pages_in, read_file
from govnews.trace import explain

_BAD_INPUT = 1
_FORMATS = ("json", "jsonl", "table", "text")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day: expected YYYY-MM-DD ({error})"
        raise argparse.ArgumentTypeError(message) from None


def _path(text: str) -> str:
    if not text:
        message = "the path is empty: expected a file, a folder or -"
        raise argparse.ArgumentTypeError(message)
    return text


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line; `--help` has the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="govnews", description="Reads Chinese government news as it stands on a newspaper page.")
    parser.add_argument("--version", action="version", version=f"govnews {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    read = verbs.add_parser("read", help="read pages: articles, attributions, figures")
    read.add_argument(
        "paths", nargs="+", type=_path, metavar="PATH", help="a text file, a folder of .txt files, or - for stdin"
    )
    read.add_argument("--issued", type=_day, metavar="DATE", help="the day of issue, YYYY-MM-DD")
    read.add_argument("--outlet", metavar="NAME", help="the paper, which is what 本报 on a page stands for")
    read.add_argument("--format", choices=_FORMATS, default="json", help="default: json")
    read.add_argument("--encoding", default="utf-8", help="of the files; default: utf-8")
    read.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, whole or not at all")

    told = verbs.add_parser("explain", help="show who read what in a text, by which rule, and who lost")
    told.add_argument("text", metavar="TEXT", help="the text, or - for stdin")
    told.add_argument("--issued", type=_day, metavar="DATE", help="the day of issue, YYYY-MM-DD")

    words = verbs.add_parser("words", help="print a table of words")
    words.add_argument(
        "table", nargs="?", choices=table_names(), metavar="TABLE", help="one of the tables; none lists them"
    )
    return parser


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
            for path in files:
                try:
                    text = read_file(path, self.encoding)
                except SourceError as error:
                    self._note(str(error))
                else:
                    yield str(path), text

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


def _as_json(job: _Job) -> Iterator[str]:
    """Yield one document for one file of one page, else an array of documents."""
    pages = job.pages()
    head = [] if job.several else list(itertools.islice(pages, 2))
    if len(head) == 1:
        yield to_json(head[0], indent=1) + "\n"
        return
    opened = False
    for page in itertools.chain(head, pages):
        yield ("," if opened else "[") + "\n" + json.dumps(to_document(page), ensure_ascii=False, indent=1)
        opened = True
    if opened:
        yield "\n]\n"


def _rendered(job: _Job, form: str) -> Iterator[str]:
    """Yield the result piece by piece, each page as soon as it is read."""
    if form == "json":
        yield from _as_json(job)
    elif form == "jsonl":
        yield from (to_json(page) + "\n" for page in job.pages())
    else:
        show = to_table if form == "table" else to_text
        for at, page in enumerate(job.pages()):
            yield ("\n\n" if at else "") + show(page) + "\n"


def _write_whole(path: Path, pieces: Iterator[str]) -> None:
    """Write all pieces to a file, or leave it as it was: a file beside it takes its place at the end."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            written = sum(file.write(piece) for piece in pieces)
        if written:
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _read(args: argparse.Namespace) -> int:
    job = _Job(args.paths, args.issued, args.encoding, args.outlet)
    pieces = _rendered(job, args.format)
    if args.output is None:
        sys.stdout.writelines(pieces)
    else:
        try:
            _write_whole(args.output, pieces)
        except OSError as error:
            message = f"{args.output}: {error.strerror or error}"
            raise SourceError(message) from None
    return _BAD_INPUT if job.problems else 0


def _explain(args: argparse.Namespace) -> int:
    text = decode(sys.stdin.buffer.read(), "standard input") if args.text == "-" else args.text
    print(explain(text, issued=args.issued))
    return 0


def _words(args: argparse.Namespace) -> int:
    lexicon = Lexicon.default()
    if args.table is None:
        print(grid(("table", "rows"), [(name, str(len(lexicon.rows(name)))) for name in table_names()]))
        return 0
    rows = lexicon.rows(args.table)
    print(grid(tuple(rows[0]), [tuple(row.values()) for row in rows]))
    return 0


_VERBS = {"read": _read, "explain": _explain, "words": _words}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        argv: the words after `govnews`; None takes the process's own.

    .. versionadded:: 0.1.0
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        return _VERBS[args.verb](args)
    except GovnewsError as error:
        print(f"govnews: {error}", file=sys.stderr)
        return _BAD_INPUT
    except BrokenPipeError:  # the reader of a pipe has seen enough: `govnews read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
