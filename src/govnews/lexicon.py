"""The words of govnews: tables in data/, each row checked, read at first use and once.

A data file is UTF-8 text of tab-separated columns. It opens with its manual, in lines that begin with `#`; the first
other line names the columns and their types, `surface:key  unit:text?  value:decimal`:

- `key`: never empty, at most 100 characters, no two rows with the same; exactly one a file
- `text`, `text?`: any text; with `?` it may be empty
- `number`, `number?`: a decimal number
- `fraction`, `fraction?`: a decimal number, or two with a slash between them
- `whole`, `whole?`: a whole number; `day`: a day as YYYY-MM-DD
- `a|b|c`, `a|b|c?`: one of these words
- `example`: a phrase of the trade in which the row's key stands, marked ⟦…⟧; it is the row's test
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from govnews.errors import LexiconError

Row = Mapping[str, str]
_Plain = tuple[tuple[str, tuple[tuple[tuple[str, str], ...], ...]], ...]  # tables of rows, as a pickle has them


_LONGEST = 100  # characters of a key: what a newspaper prints as one word is shorter by far
_SHOWN = 60
_NUMBER = re.compile(
    r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:e-?[0-9]{1,2})?"
)  # no 1e999999999: to write it out takes all memory
_FRACTION = re.compile(rf"{_NUMBER.pattern}(?:/(?![0.]+$){_NUMBER.pattern})?")


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "number": ("a decimal number", lambda value: _NUMBER.fullmatch(value) is not None),
    "fraction": ("a number or a fraction", lambda value: _FRACTION.fullmatch(value) is not None),
    "whole": ("a whole number", lambda value: re.fullmatch("-?[0-9]{1,9}", value) is not None),
    "day": ("a day as YYYY-MM-DD", _is_day),
}


def _problem(kind: str, value: str, key: str) -> str | None:
    """Say what is wrong with one cell, or None."""
    name, optional = kind.removesuffix("?"), kind.endswith("?")
    if not value:
        return None if optional else "may not be empty"
    if name in _CHECKS:
        expected, check = _CHECKS[name]
        if not check(value):
            return f"expected {expected}, got {value[:_SHOWN]!r}"
    elif "|" in name:
        words = name.split("|")
        if value not in words:
            return f"expected one of {', '.join(words)}, got {value!r}"
    elif name == "example":
        if value.count("⟦") != 1 or value.count("⟧") != 1 or value.index("⟧") < value.index("⟦"):
            return "expected one stretch marked ⟦…⟧"
        if key not in value.replace("⟦", "").replace("⟧", ""):
            return f"the example does not show {key!r}"
    return None


def read_table(text: str, file: str, types: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    r"""Return the rows of a data file, checked.

    Args:
        text: what the file holds.
        file: how it is called in an error.
        types: the types of its columns by name, where they are not for the file to say; these columns it must have.

    Raises:
        LexiconError: with file, line and column, where a row does not hold.

    >>> read_table("# 量词\nsurface:key\tkind:count|measure\n亩\tmeasure\n", "units.tsv")[0]["kind"]
    'measure'
    """
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]
    lines = iter([(number, line) for number, line in numbered if not line.isspace()])
    number, line = next(lines, (1, ""))
    if not line:
        raise LexiconError(file, number, "-", "expected a line that names the columns")
    return tuple(_rows(lines, _columns(line, types, file, number), file))


def _columns(line: str, types: Mapping[str, str] | None, file: str, number: int) -> dict[str, str]:
    """Return the types of the columns, by name."""
    cells = line.split("\t")
    columns = {name: kind for name, _, kind in (cell.partition(":") for cell in cells)}
    if types is not None:
        if columns.keys() != types.keys():
            raise LexiconError(file, number, "-", f"expected the columns {', '.join(types)}")
        columns = {name: types[name] for name in columns}
    if len(columns) < len(cells) or list(columns.values()).count("key") != 1 or not all(columns.values()):
        raise LexiconError(file, number, cells[0], "expected columns as name:type, one of them a key")
    return columns


def _rows(lines: Iterable[tuple[int, str]], columns: Mapping[str, str], file: str) -> Iterator[Row]:
    names, width = tuple(columns), len(columns)
    key_name = next(name for name, kind in columns.items() if kind == "key")
    filled = [name for name, kind in columns.items() if kind in ("key", "text")]
    # the cells of a column that held, so that a word of a few is checked once; of an example each is its own
    checked = [(name, kind, set[str]()) for name, kind in columns.items() if kind not in ("key", "text", "text?")]
    seen: dict[str, int] = {}
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) > width:
            raise LexiconError(file, number, names[-1], f"{len(cells)} cells in a table of {width} columns")
        row = dict(zip_longest(names, cells, fillvalue=""))
        key = row[key_name]
        if empty := next((name for name in filled if not row[name]), ""):
            raise LexiconError(file, number, empty, "may not be empty")
        if len(key) > _LONGEST:
            raise LexiconError(file, number, key_name, f"expected at most {_LONGEST} characters, got {key[:_SHOWN]!r}")
        for name, kind, held in checked:
            if row[name] not in held:
                if problem := _problem(kind, row[name], key):
                    raise LexiconError(file, number, name, problem)
                if kind != "example":
                    held.add(row[name])
        if key in seen:
            raise LexiconError(file, number, key_name, f"{key!r} stands in line {seen[key]} already")
        seen[key] = number
        yield MappingProxyType(row)


@frozen(eq=False)
class Lexicon:
    """The words that the rooms read by; frozen. Compared by identity, so that it can key a cache.

    Pickled and copied, the one that comes with govnews is itself again, and another has the same rows.

    >>> Lexicon.default() is Lexicon.default()
    True

    .. versionadded:: 0.1.0
    """

    _more: Mapping[str, tuple[Row, ...]] = field(factory=dict)
    _read: dict[str, tuple[Row, ...]] = field(factory=dict, init=False, repr=False)

    @staticmethod
    def default() -> "Lexicon":
        """Return the lexicon that comes with govnews; the same one every time."""
        return _default()

    def extended(self, **tables: Path) -> "Lexicon":
        """Return a lexicon with the rows of the given files before this one's, table by table.

        A row with the key of an existing row takes its place.

        Args:
            tables: the name of a table (`units`, `outlets` …) and a file of the same columns.

        Raises:
            LexiconError: where there is no such table, or a row does not hold.
        """
        more = dict(self._more)
        for name, path in tables.items():
            new = read_table(_given(path), str(path), _types(name))
            more[name] = (*new, *more.get(name, ()))
        return Lexicon(more)

    def __reduce__(self) -> tuple[Callable[[_Plain], "Lexicon"], tuple[_Plain]]:
        """Pickle the rows of the user alone; in one process the same rows give the same lexicon, compiled once."""
        more = ((name, tuple(tuple(row.items()) for row in rows)) for name, rows in sorted(self._more.items()))
        return _restored, (tuple(more),)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of one table, the user's first.

        Raises:
            LexiconError: where there is no such table.
        """
        rows = self._read.get(table)
        if rows is None:
            own = read_table(_own(table), f"{table}.tsv")
            more = self._more.get(table, ())
            key = next(iter((own or more)[0]), "") if own or more else ""
            taken = {row[key] for row in more}
            rows = self._read[table] = (*more, *(row for row in own if row[key] not in taken))
        return rows


def _own(table: str) -> str:
    """Return the text of a table that comes with govnews."""
    path = _folder() / f"{table}.tsv"
    if table not in table_names():
        raise LexiconError(path.name, 1, "-", "there is no such table")
    return path.read_text(encoding="utf-8")


def _given(path: Path) -> str:
    """Return the text of a user's table, which an editor may have begun with a byte-order mark."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise LexiconError(str(path), line, "-", "expected text in UTF-8") from None


def _types(table: str) -> dict[str, str]:
    """Return the types of the columns of a table that comes with govnews."""
    head = next(line for line in _own(table).split("\n") if line.strip() and not line.startswith("#"))
    return {name: kind for name, _, kind in (cell.partition(":") for cell in head.split("\t"))}


def _folder() -> Traversable:
    return files("govnews") / "data"


def table_names() -> tuple[str, ...]:
    """Return the names of the tables that come with govnews, sorted."""
    return tuple(sorted(path.name.removesuffix(".tsv") for path in _folder().iterdir() if path.name.endswith(".tsv")))


@cache
def _default() -> Lexicon:
    return Lexicon()


@lru_cache(maxsize=4)
def _restored(more: _Plain) -> Lexicon:
    if not more:
        return _default()
    return Lexicon({name: tuple(MappingProxyType(dict(row)) for row in rows) for name, rows in more})


@contextmanager
def checking(table: str) -> Iterator[None]:
    """Tell as an error of its table what no type of a column can check: around what a room makes of the rows."""
    try:
        yield
    except (ValueError, KeyError) as error:
        file = f"{table}.tsv"
        raise LexiconError(file, 0, "-", str(error)) from None
