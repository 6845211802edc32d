"""Every example of the docs and of the public docstrings runs, and every relative link leads somewhere."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MODULES = sorted(path for path in (SOURCE / "govnews").rglob("*.py") if path.name != "__main__.py")
# What runs only where an extra is installed, by the module that the extra brings.
EXTRAS = {
    "src/govnews/corpus/ray.py": ("ray",),
    "src/govnews/corpus/spark.py": ("pyspark",),
    "src/govnews/export/as_spacy.py": ("spacy",),
    "docs/how-to/export-to-other-tools.md": ("spacy", "pandas", "duckdb"),
    "docs/how-to/export-to-other-tools.zh.md": ("spacy", "pandas", "duckdb"),
    "docs/how-to/many-machines.md": ("pyspark",),
    "docs/how-to/many-machines.zh.md": ("pyspark",),
    "docs/how-to/tables-in-your-tools.md": ("pandas", "polars", "datasets"),
    "docs/how-to/tables-in-your-tools.zh.md": ("pandas", "polars", "datasets"),
}
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

# [text](target) outside of code
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```[ ]*$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def skip_without_extras(path: Path) -> None:
    for name in EXTRAS.get(relative(path), ()):
        pytest.importorskip(name)


def run(test: doctest.DocTest) -> None:
    said: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_examples_of_page(path: Path) -> None:
    skip_without_extras(path)
    blocks = PYTHON.findall(path.read_text(encoding="utf-8"))
    examples = "\n".join(block for block in blocks if ">>>" in block)
    run(doctest.DocTestParser().get_doctest(examples, {}, relative(path), str(path), 0))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_examples_of_module(path: Path) -> None:
    skip_without_extras(path)
    parts = path.relative_to(SOURCE).with_suffix("").parts
    module = import_module(".".join(part for part in parts if part != "__init__"))
    for test in doctest.DocTestFinder().find(module):
        if test.examples:
            run(test)


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_links_of_page(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    targets = [target.partition("#")[0] for target in LINK.findall(text) if "://" not in target]
    missing = [target for target in targets if target and not (path.parent / target).exists()]
    assert not missing, f"{relative(path)} links to {missing}"
