"""A text file, or what stands on standard input, to the text of a page."""

from pathlib import Path

from govnews.errors import SourceError

# Of many texts, and no text themselves; tar and lines of JSON would otherwise be read as if they were a page.
_MANY = (".jsonl", ".ndjson", ".parquet", ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    r"""Return the text of a file: no byte-order mark, every line break a line feed.

    Args:
        data: what the file holds.
        name: how the file is called in an error.
        encoding: utf-8, or another that Python knows.

    Raises:
        SourceError: where the bytes are not text in that encoding: says which byte, and whether GB18030 fits.

    >>> decode("\ufeff村民\r\n用水".encode(), "p.txt")
    '村民\n用水'
    >>> decode("村民".encode("gb18030"), "p.txt")
    Traceback (most recent call last):
    ...
    govnews.errors.SourceError: p.txt: not UTF-8: byte 0xB4 at offset 0; it reads as GB18030 (--encoding gb18030)
    """
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"{name}: not {encoding.upper()}: byte 0x{data[error.start]:02X} at offset {error.start}"
        raise SourceError(message + _fits_gb18030(data, encoding)) from None
    except LookupError:
        message = f"{name}: there is no encoding {encoding!r}"
        raise SourceError(message) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _fits_gb18030(data: bytes, encoding: str) -> str:
    if encoding.lower() == "gb18030":
        return ""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "; nor is it GB18030"
    return "; it reads as GB18030 (--encoding gb18030)"


def read_file(path: Path, encoding: str = "utf-8") -> str:
    """Return the text of a file.

    Raises:
        SourceError: where it cannot be read, with the reason.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise SourceError(message) from None
    return decode(data, str(path), encoding)


def pages_in(path: Path) -> list[Path]:
    """Return the files to read: the path itself, or every .txt file in the folder, sorted by name.

    What begins with a point is passed over, as where tables are made: a desktop leaves files like ._01.txt there.

    Raises:
        SourceError: where nothing is there, the folder holds no page, or the file is one of many texts.
    """
    if path.is_dir():
        found = sorted(one for one in path.rglob("*") if _is_page(one.relative_to(path)) and one.is_file())
        if not found:
            message = f"{path}: a folder without pages (no .txt file in it)"
            raise SourceError(message)
        return found
    if not path.exists():
        message = f"{path}: no such file or folder"
        raise SourceError(message)
    if path.name.lower().endswith(_MANY):
        message = f"{path}: a file of many texts, which is read into tables only (-o OUT/)"
        raise SourceError(message)
    return [path]


def _is_page(inner: Path) -> bool:
    return inner.name.lower().endswith(".txt") and not any(part.startswith(".") for part in inner.parts)
