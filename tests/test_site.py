"""The site shows every page of docs/, teaches in two languages, and its lists are those of the tables."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LISTED = re.findall(r"([\w/.-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)


def script(name: str) -> ModuleType:
    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_site_lists_every_page_once() -> None:
    assert sorted(LISTED) == sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


@pytest.mark.parametrize("room", ["tutorial", "how-to"])
def test_pages_that_teach_stand_in_two_languages(room: str) -> None:
    pages = {path.name for path in (DOCS / room).glob("*.md")}
    english = {name for name in pages if not name.endswith(".zh.md")}
    assert english
    assert pages - english == {name.replace(".md", ".zh.md") for name in english}


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.zh.md")), ids=lambda path: path.name)
def test_twins_lead_to_one_another(path: Path) -> None:
    twin = path.with_name(path.name.replace(".zh.md", ".md"))
    assert f"]({twin.name})" in path.read_text(encoding="utf-8")
    assert f"]({path.name})" in twin.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["units", "command", "document"])
def test_a_page_made_from_the_source_is_as_it_says(name: str) -> None:
    written = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert written == script(f"write_{name}_reference").page(), f"run scripts/write_{name}_reference.py"
