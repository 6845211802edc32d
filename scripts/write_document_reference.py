"""Write docs/reference/document.md from the JSON Schema of the page document.

    python scripts/write_document_reference.py

Run again where the schema changed; a test says so.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govnews.export import schema

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "document.md"
HEAD = """# The page document

What `govnews read` prints and `govnews.export.to_json` returns: the only form that keeps everything. Its JSON Schema
(2020-12) is in the package, `govnews.export.schema()`. Later releases add fields and drop none, so a reader passes over
what it does not know.

Offsets are code points of the text that was passed in, half-open. Numbers are strings where rounding would hurt.
`from_json` reads a document back.
"""


def kind(part: dict[str, Any]) -> str:
    """Return what a value is, in a word or two."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    words = [part["const"]] if "const" in part else part.get("enum", ())
    if words:
        return " ".join(f"`{one}`" for one in words) if len(words) < 16 else "a word of a closed list"
    if choices := part.get("anyOf") or part.get("oneOf"):
        return " or ".join(kind(one) for one in choices)
    if "prefixItems" in part:
        return f"array of {len(part['prefixItems'])}: {', '.join(kind(one) for one in part['prefixItems'])}"
    return typed(part)


def typed(part: dict[str, Any]) -> str:
    names = part.get("type", "any")
    said = " or ".join(names) if isinstance(names, list) else str(names)
    if "array" in said and isinstance(part.get("items"), dict):
        return said.replace("array", f"array of {kind(part['items'])}")
    return f"{said} ({part['format']})" if "format" in part else said


def inner(part: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects that stand within a field, with the name that their fields go by."""
    several = [part, *part.get("anyOf", ()), *part.get("oneOf", ())]
    for one in several:
        if "properties" in one:
            yield name, one
        if isinstance(one.get("items"), dict) and "properties" in one["items"]:
            yield f"{name}[]", one["items"]


def rows(part: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, one in part["properties"].items():
        told = one.get("description", "") + ("" if name in part.get("required", ()) else " (may be missing)")
        yield f"| `{before}{name}` | {kind(one)} | {told.strip().replace('|', chr(92) + '|')} |"
        for path, nested in inner(one, f"{before}{name}"):
            yield from rows(nested, f"{path}.")


def fields(part: dict[str, Any]) -> Iterator[str]:
    yield "| Field | What it is | |"
    yield "| --- | --- | --- |"
    yield from rows(part)


def page() -> str:
    """Return the page, whole."""
    whole = schema()
    lines = [HEAD, "## Page", "", *fields(whole), ""]
    for name, part in whole.get("$defs", {}).items():
        lines += [f"## {name}", ""]
        if part.get("description"):
            lines += [part["description"].rstrip(".") + ".", ""]
        lines += [*fields(part), ""] if "properties" in part else [kind(part).capitalize() + ".", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
