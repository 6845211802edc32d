"""What text and tables from strangers cannot do: run code, write or connect anywhere, hang, be taken for patterns."""

import ast
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govnews import GovnewsError, Lexicon, find_headers, find_mentions, read_page
from govnews.errors import LexiconError
from govnews.export import from_json, to_json
from govnews.lexicon import _types, read_table, table_names

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "govnews"
MODULES = sorted(SOURCE.rglob("*.py"))

# -- the source -------------------------------------------------------------------------------------------------------
NEVER_IMPORTED = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio"),
    *("requests", "httpx", "aiohttp", "urllib3", "webbrowser", "subprocess", "pty", "ctypes", "cffi", "code", "codeop"),
    *("pickle", "marshal", "shelve", "dbm", "runpy", "imp", "yaml"),
}
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "input", "breakpoint", "globals", "vars", "setattr", "delattr"}
NEVER_ASKED = {"os.system", "os.popen", "os.execv", "os.fork", "os.kill", "pickle.loads", "sys.settrace", "os.putenv"}
# The one door to a module by its name, and what is written by name into a module: the lazy public names, and jieba.
BY_NAME = {"__init__.py", "words.py", "mentions/as_pint.py", "cli/door.py", "corpus/database.py"}
BY_NAME |= {"export/as_spacy.py", "notebook.py"}  # an extra; and the picture, fetched when a notebook asks for it
BY_NAME |= {"headers/enclosing.py"}  # an engine that waits for a line that needs it
# Who writes files: add a module here only with a test that it writes beside the named output nothing.
WRITERS = {"cli/written.py", "cli/__init__.py"}  # and the command turns a closed pipe to the null device
# Tables, and no file but in their folder: tests/corpus/test_run.py watches all processes of a run.
WRITERS |= {"corpus/shards.py", "corpus/finish.py"}
# These open files and members of archives to read their bytes.
WRITERS |= {"corpus/archives.py", "corpus/inputs.py", "corpus/pieces.py"}
WRITING = {
    "write_text",
    "write_bytes",
    "mkstemp",
    "mkdtemp",
    "open",
    "fdopen",
    "mkdir",
    "makedirs",
    "rename",
    "copyfile",
}


def reads_xml(name: str) -> bool:
    """Tell a reader of XML, which can be made to fetch and to swell; to escape what is written is another thing."""
    return name.partition(".")[0] == "xml" and name != "xml.sax.saxutils"


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the dotted name of each call."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_module_runs_no_code_of_others_and_asks_no_network(path: Path) -> None:
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [(node.lineno, name) for name in names if name.split(".")[0] in NEVER_IMPORTED or reads_xml(name)]  # type: ignore[attr-defined]
    allowed = {"globals"} if place(path) in BY_NAME else set()
    found += [(at, name) for at, name in calls(path) if name in NEVER_CALLED - allowed or name in NEVER_ASKED]
    found += [(at, name) for at, name in calls(path) if name.endswith("import_module") and place(path) not in BY_NAME]
    assert found == []


@pytest.mark.parametrize("path", [path for path in MODULES if place(path) not in WRITERS], ids=place)
def test_only_the_named_modules_write(path: Path) -> None:
    assert [(at, name) for at, name in calls(path) if name.split(".")[-1] in WRITING] == []


# -- what a process does ----------------------------------------------------------------------------------------------
# Every file opened for writing, every connection and every process is told by Python's own audit hook.
WATCHED = """
import json, os, sys
told = []
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def hook(event, args):
    if event == "open" and (isinstance(args[1], str) and set(args[1]) & set("wax+") or args[2] & WRITES):
        told.append([event, str(args[0])])
    elif event.split(".")[0] in ("socket", "subprocess", "shutil", "ftplib", "urllib", "ctypes"):
        told.append([event, str(args[:1])])
    elif event in ("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir",
                   "os.chmod", "os.symlink", "os.link", "os.truncate", "os.putenv", "os.kill", "os.chdir", "os.rmdir"):
        told.append([event, str(args[0])])

sys.dont_write_bytecode = True
sys.addaudithook(hook)
"""
READS = """
import govnews
from pathlib import Path
from govnews import export, trace
text = Path(sys.argv[1]).read_text("utf-8")
page = govnews.read_page(text)
govnews.read_pages(text), govnews.read_article(text[:500]), govnews.find_mentions(text), govnews.find_headers(text)
export.from_json(export.to_json(page)), export.to_table(page), export.to_text(page), trace.explain(text[:200])
print(json.dumps(told))
"""
COMMAND = """
from govnews.cli import main
code = main(sys.argv[1:])
print(json.dumps(told), file=sys.stderr)
sys.exit(code)
"""


def told(program: str, *words: str, folder: Path) -> tuple[list[tuple[str, str]], str]:
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT / "src"), "TMPDIR": os.fspath(folder)}
    command = [sys.executable, "-c", WATCHED + program, *words]
    run = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=120, cwd=folder, env=environment, encoding="utf-8"
    )
    lines = (run.stderr or run.stdout).splitlines()
    return [(event, name) for event, name in json.loads(lines[-1])], run.stdout


def seed() -> str:
    return os.fspath(max((ROOT / "seeds").glob("*.txt")))


def test_reading_writes_nothing_connects_nowhere_and_starts_nothing(tmp_path: Path) -> None:
    events, _ = told(READS, seed(), folder=tmp_path)
    assert events == []
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_the_named_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    events, _ = told(COMMAND, "read", seed(), "-o", "out/page.json", folder=tmp_path)
    beside = re.compile(r"(?:.*/)?out/(?:\.page\.json\.\w+\.part|page\.json)$")
    own = [one for one in events if beside.match(one[1]) or (one[0] == "open" and one[1].isdigit())]  # by its number
    assert [one for one in events if one not in own] == []
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [
        "out/page.json"
    ]


def test_the_command_that_prints_writes_no_file(tmp_path: Path) -> None:
    events, shown = told(COMMAND, "read", seed(), "--format", "table", folder=tmp_path)
    assert events == []
    assert shown


# -- tables of strangers ----------------------------------------------------------------------------------------------
HOSTILE = (
    *(
        ".*",
        "(a+)+$",
        "[",
        "]",
        "\\",
        "(?P<x>",
        "x{2,",
        "^$",
        "|",
        "(?:",
        "a|b",
        r"\d+",
        "*",
        "?",
        "$",
        "(?i)",
        "^",
        "]-[",
    ),
    *("(a|aa)+" * 14, "(" * 50, "[^" * 50, "\x00", "\x1b[31m", "\u202e", "%s%n", "{0}", "#x", '"', "<script>", "=1+1"),
    *("\u3000*", "．＊", "年.*", "本报.*", "\\g<0>", "\\1", "(?=", "(?<!", "é\u0301", "\U0001f600", "🀄+"),
)
TEXT = (ROOT / "seeds" / "004_a96e1d0e0bfc5781.txt").read_text("utf-8")[:2500]
# A line of each form, so that each pattern that words go into is compiled and tried.
FORMS = {
    room: "\n".join(
        line.replace("⟦", "").replace("⟧", "")
        for path in sorted((ROOT / "tests" / "cases" / room).glob("*.txt"))
        for line in [line for line in path.read_text("utf-8").split("\n") if "⟦" in line][:1]
    )
    for room in ("headers", "mentions")
}
LONGEST = 10  # seconds for a lexicon of forty hostile rows to be made and read by; without hostile ones it is 0.2


def answers(lexicon: Lexicon) -> list[object]:
    issued = date(2019, 4, 19)
    page = read_page(TEXT, issued=issued, lexicon=lexicon)
    return [page, find_mentions(TEXT, issued=issued, lexicon=lexicon), find_headers(TEXT, lexicon=lexicon)]


def by_form(lexicon: Lexicon) -> None:
    """Try each pattern; some of the hostile words stand here."""
    find_headers(FORMS["headers"], lexicon=lexicon)
    find_mentions(FORMS["mentions"], lexicon=lexicon)


@pytest.fixture(scope="module")
def plain() -> list[object]:
    return answers(Lexicon.default())


def hostile(table: str, column: str) -> str:
    """Return a file of the table with a hostile cell in one of its columns of free text, a row for each."""
    types = _types(table)
    key = next(name for name, kind in types.items() if kind == "key")
    rows = Lexicon.default().rows(table)
    made = ["\t".join(f"{name}:{kind}" for name, kind in types.items())]
    for at, cell in enumerate(HOSTILE):
        row = dict(rows[at % len(rows)]) | {column: cell}
        if column != key:
            row[key] = f"雒{at}邬"  # a word that no text here has
        row |= {name: f"⟦{row[key]}⟧" for name, kind in types.items() if kind == "example"}
        if not row[next(iter(types))].startswith("#"):
            made.append("\t".join(row[name] for name in types))
    return "\n".join(made)


COLUMNS = [
    (table, column)
    for table in table_names()
    for column, kind in _types(table).items()
    if kind in ("key", "text", "text?")
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_hostile_row_is_a_word_or_an_error(table: str, column: str, tmp_path: Path, plain: list[object]) -> None:
    path = tmp_path / f"{table}.tsv"
    path.write_text(hostile(table, column), "utf-8")
    start = time.process_time()
    try:
        lexicon = Lexicon.default().extended(**{table: path})
        found = answers(lexicon)
        if _types(table)[column] == "key":
            by_form(lexicon)
    except LexiconError:
        pass
    else:
        assert found == plain  # the words do not stand in the text, so nothing may be read by them
    assert time.process_time() - start < LONGEST


@pytest.mark.parametrize("key", ["(a+)+" * 20_000, "长" * 101])
def test_a_word_of_a_hundred_thousand_characters_is_an_error(key: str) -> None:
    with pytest.raises(LexiconError, match="at most 100 characters") as caught:
        read_table(f"surface:key\n{key}\n", "words.tsv")
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "number", ["1e999999999", "NaN", "Infinity", "1/0", "0x10", "１２", "1_000", "", " 1", "1\x00"]
)
def test_a_number_is_a_number_that_can_be_written_out(number: str) -> None:
    with pytest.raises(LexiconError):
        read_table(f"surface:key\tfactor:fraction\n畹\t{number}\n", "units.tsv")


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "units.tsv", "", ".", "units\x00"])
def test_a_table_is_one_of_those_that_are_there(name: str) -> None:
    with pytest.raises(LexiconError, match="no such table"):
        Lexicon.default().rows(name)


def test_a_file_does_not_say_what_its_columns_are_checked_for(tmp_path: Path) -> None:
    path = tmp_path / "currencies.tsv"
    path.write_text(
        "surface:key\tcode:text\tscale:text\ttakes:text\tapart:text?\tonly:text?\texample:text\n贝\tXBE\tmuch\tany\t\t\t⟦3贝⟧\n",
        "utf-8",
    )
    with pytest.raises(LexiconError, match="line 2, column scale"):
        Lexicon.default().extended(currencies=path)


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_bytes(b"surface:key\n" + "畹".encode("gb18030"))
    with pytest.raises(LexiconError, match=r"line 2.*UTF-8"):
        Lexicon.default().extended(units=path)


# -- documents of strangers -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 100_000,
            '{"schema":' * 50_000,
            "9" * 5000,
            "1e999999",
            "NaN",
            "null",
            "[]",
            '"',
            "",
            "\ud800",
            "{}" * 3,
        ),
        '{"schema": "govnews/page@1", "text_sha256": ' + "9" * 5000 + "}",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_a_hostile_document_is_told(text: str) -> None:
    with pytest.raises(GovnewsError):
        from_json(text)


def test_what_is_printed_is_escaped_in_a_document() -> None:
    text = '"\\}],"schema":1\x00\x1f\u2028</script>\ud800\n\n近日,"3户"。'
    page = read_page(text)
    assert json.loads(to_json(page))["schema"] == "govnews/page@1"
    assert from_json(to_json(page)) == page
    assert not re.search("[\x00-\x09\x0b-\x1f]", to_json(page, indent=1))
