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


def test_units_of_the_reference_are_those_of_the_tables() -> None:
    written = (DOCS / "reference" / "units.md").read_text(encoding="utf-8")
    assert written == script("write_units_reference").page(), "run scripts/write_units_reference.py"
