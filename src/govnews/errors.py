"""What govnews raises: one family, each error pointing at its place."""


class GovnewsError(Exception):
    """The root of every error that govnews raises on purpose.

    .. versionadded:: 0.1.0
    """


class ParseError(GovnewsError):
    """An expression handed to a `parse_*` verb is not one of its kind.

    The message shows the expression with a caret under the first character that could not be read.

    >>> raise ParseError("三农", 0, "a measure word")
    Traceback (most recent call last):
    ...
    govnews.errors.ParseError: expected a measure word
      三农
      ^

    .. versionadded:: 0.1.0
    """

    def __init__(self, text: str, at: int, expected: str) -> None:
        """Keep `text`, the place `at` (a code point) and what was `expected` there."""
        super().__init__(f"expected {expected}\n{caret(text, at)}")
        self.text = text
        self.at = at
        self.expected = expected

    def __reduce__(self) -> tuple[type["ParseError"], tuple[str, int, str]]:
        return ParseError, (self.text, self.at, self.expected)


class LexiconError(GovnewsError):
    """A row of a data file does not hold: says the file, the line and the column.

    .. versionadded:: 0.1.0
    """

    def __init__(self, file: str, line: int, column: str, problem: str) -> None:
        """Keep the place, and say what is wrong there."""
        super().__init__(f"{file}, line {line}, column {column}: {problem}")
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem

    def __reduce__(self) -> tuple[type["LexiconError"], tuple[str, int, str, str]]:
        return LexiconError, (self.file, self.line, self.column, self.problem)


class SourceError(GovnewsError):
    """A file cannot be read as a page: says the file, the place in it and what was expected.

    .. versionadded:: 0.1.0
    """


class DocumentError(GovnewsError):
    """JSON is not a page document: says where in it, as a path, and what was expected there.

    .. versionadded:: 0.1.0
    """

    def __init__(self, path: str, problem: str) -> None:
        """Keep the `path` (`$.articles[2].kind`), and say what is wrong there."""
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type["DocumentError"], tuple[str, str]]:
        return DocumentError, (self.path, self.problem)


class SpellingError(GovnewsError, ValueError):
    """A number cannot be written out in the way asked for: says what can.

    .. versionadded:: 0.2.0
    """


class UnitError(GovnewsError):
    """A figure has no magnitude in the units asked for: money, a rank, a container.

    .. versionadded:: 0.2.0
    """


class CorpusError(GovnewsError):
    """A run over many pages cannot go on: says what is in its way, and what stands whole.

    .. versionadded:: 0.2.0
    """


class MissingExtraError(GovnewsError, ImportError):
    """A verb needs a package that comes with an extra of govnews, and it is not installed.

    .. versionadded:: 0.2.0
    """


class OffsetWarning(UserWarning):
    """An export counts in code points, and the tool that it is for may count otherwise beyond U+FFFF.

    .. versionadded:: 0.2.0
    """


def caret(text: str, at: int) -> str:
    """Return `text` on one line with a caret under the code point `at`, as wide as a terminal prints it."""
    shown = text.replace("\n", " ").replace("\r", " ")
    blank = "".join("　" if ch > "ᄀ" else " " for ch in shown[:at])
    return f"  {shown}\n  {blank}^"
