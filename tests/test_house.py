"""The laws of the house, read from the source: who may import whom, how long, how named, how documented."""

import ast
import importlib
import inspect
import json
import os
import re
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import govnews
from govnews import corpus, export, trace

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "govnews"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = ("headers", "mentions", "layout", "kinds")  # in this order; a room may see the type file of an earlier one
TYPES = {
    "headers": "headers.header",
    "mentions": "mentions.mention",
    "layout": "layout.draft",
    "kinds": "kinds.kind",
}
GROUND = frozenset(("span", "errors", "text", "pattern", "watch"))
DOOR = "notebook"  # by which a value finds its picture
# Who may fetch a module of govnews by name, and which: nobody else may.
DOORS = {DOOR: frozenset(("export",)), "cli.door": frozenset(("corpus",))}
WORDS = GROUND | {"words", "lexicon"}

# Who may import what; a name stands for the module and all that is in it.
EDGES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("span", "errors", "text", "pattern", "watch"), frozenset()),
    **dict.fromkeys(("words", "lexicon"), GROUND),
    **{room: WORDS | {room} | {TYPES[one] for one in ROOMS[:at]} for at, room in enumerate(ROOMS)},
    DOOR: DOORS[DOOR],
    "model": GROUND | set(TYPES.values()) | {DOOR},
    "phrases": WORDS | {"headers", "mentions"},
    "reader": WORDS | set(ROOMS) | {"model"},
    "issue": GROUND | {"model", "layout"},
    "sources": GROUND | {"sources"},
    "export": GROUND | set(TYPES.values()) | {"", "model", "export"},  # "": the version, which some formats name
    "trace": WORDS | set(ROOMS) | {"model", "reader", "export"},
    "corpus": WORDS | set(TYPES.values()) | {"", "model", "reader", "sources", "export", "corpus"},
    "cli": WORDS | {"", "model", "reader", "export", "sources", "trace", "corpus", "cli"},
    "__main__": frozenset(("cli",)),
}
LONGEST = 300
UNNAMED = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base"}


def name_of(path: Path) -> str:
    """Return the name of a module within govnews, `` for the package itself."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in MODULES}
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: name_of(path) or "govnews")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the names of the modules of govnews that are imported anywhere in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[2] for one in node.names if one.name.split(".")[0] == "govnews")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import names its module whole"
            package, _, module = (node.module or "").partition(".")
            if package == "govnews":
                inner = [f"{module}.{one.name}".lstrip(".") for one in node.names]
                yield from (name if name in NAMES else module for name in inner)


def fetched(tree: ast.AST) -> Iterator[str]:
    """Yield the names of the modules of govnews that are named in a string as `import_module` takes it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("govnews."):
            module = node.value.removeprefix("govnews.")
            if module in NAMES:
                yield module


def within(name: str, allowed: frozenset[str]) -> bool:
    return any(name == one or (one and name.startswith(f"{one}.")) for one in allowed)


@each_module
def test_imports_go_one_way(path: Path) -> None:
    name = name_of(path)
    if not name:
        return  # the public names, from everywhere
    allowed = EDGES[name.split(".")[0]]
    assert [one for one in imported(parsed(path)) if not within(one, allowed)] == []


@each_module
def test_only_the_doors_fetch_a_module_by_name(path: Path) -> None:
    name, tree = name_of(path), parsed(path)
    if name in DOORS:
        assert not list(imported(tree))
        assert [one for one in fetched(tree) if not within(one, DOORS[name])] == []
    elif name:  # the public names are fetched by theirs
        assert list(fetched(tree)) == []


@each_module
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = [
        node.lineno for one in functions for node in ast.walk(one) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@each_module
def test_a_module_is_short_and_named_for_its_job(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert not UNNAMED & set(name_of(path).split("."))


@each_module
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


# -- the public names -------------------------------------------------------------------------------------------------
def test_the_names_of_trace() -> None:
    assert trace.__all__ == ["Attempt", "Trace", "explain"]


def functions() -> dict[str, Callable[..., Any]]:
    found = {name: getattr(govnews, name) for name in govnews.__all__}
    found |= {f"export.{name}": getattr(export, name) for name in export.__all__}
    found |= {f"corpus.{name}": getattr(corpus, name) for name in corpus.__all__}
    found["trace.explain"] = trace.explain
    return {name: value for name, value in found.items() if inspect.isfunction(value)}


def classes() -> dict[str, type]:
    found = {name: getattr(govnews, name) for name in govnews.__all__}
    found |= {f"corpus.{name}": getattr(corpus, name) for name in corpus.__all__}
    return {name: value for name, value in found.items() if inspect.isclass(value)}


@pytest.mark.parametrize("name", functions())
def test_a_public_function_has_an_example_and_a_version(name: str) -> None:
    text = inspect.getdoc(functions()[name]) or ""
    assert ".. versionadded:: " in text
    assert ">>> " in text


@pytest.mark.parametrize("name", classes())
def test_a_public_class_says_what_it_is(name: str) -> None:
    text = inspect.getdoc(classes()[name]) or ""
    assert ".. versionadded:: " in text


@pytest.mark.parametrize("name", classes())
def test_the_annotations_of_a_public_class_can_be_resolved(name: str) -> None:
    for method in vars(classes()[name]).values():
        if inspect.isfunction(method) and method.__module__.startswith("govnews."):
            typing.get_type_hints(method)


def test_the_lazy_names_are_those_that_the_type_checker_sees() -> None:
    home: dict[str, tuple[str, ...]] = govnews._HOME  # noqa: SLF001 - the list that this test is about
    lazy = {(module, name) for module, names in home.items() for name in names}
    tree = parsed(SOURCE / "__init__.py")
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = [
        ((node.module or "").partition(".")[2], one.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    ]
    modules = {name for module, name in seen if not module}
    assert {one for one in seen if one[0]} == lazy
    assert len(seen) == len(lazy) + len(modules)
    assert set(govnews.__all__) == {name for _, name in lazy} | modules | {"__version__"}
    assert len(govnews.__all__) == len(set(govnews.__all__))


@pytest.mark.parametrize("name", govnews.__all__)
def test_each_public_name_is_there(name: str) -> None:
    found = getattr(govnews, name)
    assert name in dir(govnews)
    if inspect.isclass(found):
        assert getattr(importlib.import_module(found.__module__), name) is found
    assert not isinstance(found, ModuleType) or name in ("export", "trace")


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'read_book'"):
        _ = govnews.read_book


# -- what an import costs ---------------------------------------------------------------------------------------------
WATCHED = """
import json, sys, time
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
start = time.perf_counter()
import govnews
took = time.perf_counter() - start
print(json.dumps({"took": took, "opened": opened, "modules": sorted(sys.modules)}))
"""
DEAREST = 0.06  # seconds


def watched() -> dict[str, Any]:
    run = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_an_import_is_light() -> None:
    runs = [watched() for _ in range(5)]
    modules = runs[0]["modules"]
    assert [name for name in modules if name.split(".")[0] in ("jieba", "attr", "attrs", "dateutil")] == []
    assert [name for name in modules if name.startswith("govnews")] == ["govnews"]
    data = os.fspath(SOURCE / "data")
    assert [name for name in runs[0]["opened"] if name.startswith(data) or name.endswith(".tsv")] == []
    assert min(run["took"] for run in runs) < DEAREST


MENTIONS = """
import json, re, sys
from pathlib import Path
from govnews import find_mentions
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    find_mentions(path.read_text(encoding="utf-8"))
peak = re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())
print(json.dumps({"modules": sorted(sys.modules), "resident": int(peak[1])}))
"""
MOST_RESIDENT = 40 * 1024  # kB, at the highest


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")
def test_figures_and_times_need_no_dictionary_and_no_other_room() -> None:
    command = [sys.executable, "-c", MENTIONS, str(ROOT / "seeds")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(run.stdout)
    rooms = {name.split(".")[1] for name in found["modules"] if name.startswith("govnews.")}
    assert not rooms & {"layout", "kinds", "export", "reader", "sources"}
    assert not {"jieba", "pint"} & set(found["modules"])
    assert found["resident"] < MOST_RESIDENT


# -- what stands in the project's files -------------------------------------------------------------------------------
# Written apart, so that this file does not hold them itself.
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + r"(?:root|work|home/\w+|Users/\w+|tmp)/",
            r"[A-Z]:\\+" + "Users",
            "pythonhosted" + r"\.org",
            "pypi" + r"\.(?:org|python)/simple",
            "(?:extra-)?index" + "-url",
            "arti" + "factory",
            r"(?:mirror|mirrors|npm|registry)" + r"\.[a-z]+\.(?:com|org|cn|edu\.cn)",
            r"\.\./" + r"[\w/]*shared\b",
            r"(?:parents\[3\]|parent\.parent\.parent)" + r"\s*/",
            r"parent\s*/\s*[\"']" + "shared",
            r"\b(?:10|127|192)" + r"\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d+",
        )
    )
)


def tracked() -> list[Path]:
    try:
        run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in run.stdout.decode().split("\0") if name]


@pytest.mark.parametrize(
    "line",
    [
        "needs `../" + "shared` beside the checkout",
        "python scripts/learn.py ../../" + "shared/data",
        'HERE.parent / "' + 'shared"',
        "Path(__file__).parents" + "[3] / name",
    ],
)
def test_a_folder_beside_the_checkout_is_foreign(line: str) -> None:
    assert FOREIGN.search(line)


def test_no_file_names_a_machine_or_a_registry() -> None:
    paths = tracked()
    if not paths:
        pytest.skip("no checkout")
    found = []
    for path in paths:
        if path.is_file():
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            found += [f"{path.relative_to(ROOT)}:{at}" for at, line in enumerate(lines, 1) if FOREIGN.search(line)]
    assert found == []
