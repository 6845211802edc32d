"""Mutation testing of what must be exact: numerals, EDTF, and the stitching of cut lines.

    python scripts/mutate.py [numeral edtf stitch]     needs mutmut 3 beside the extra `test`; make mutate sets it up

Each target is copied to build/mutate/ and mutated there; its own tests alone are run on each mutant. Prints the score
and the survivors; `mutmut show NAME` in that folder shows one. Which survivors are let live, and why, stands in
docs/explanation/testing.md.
"""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "mutate"


@frozen
class Target:
    """What is mutated, by which names of mutants, and the tests that must notice."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    names: tuple[str, ...] = ()


TARGETS = {
    "numeral": Target(
        ("src/govnews/mentions/numeral.py",),
        ("tests/mentions/test_numerals.py", "tests/property/test_exactness.py"),
    ),
    "edtf": Target(
        ("src/govnews/mentions/edtf.py",),
        ("tests/mentions/test_edtf.py", "tests/mentions/test_times.py"),
    ),
    "stitch": Target(
        ("src/govnews/span.py", "src/govnews/layout/unwrap.py", "src/govnews/layout/build.py"),
        ("tests/layout/test_stitching.py", "tests/layout/test_unwrap.py", "tests/layout/test_layout_cases.py"),
        (
            "govnews.span*",
            "govnews.layout.unwrap.x__whole__*",  # what only judges where a line ends is held by the floors of quality
            *(f"govnews.layout.build.xǁSorterǁ{name}__*" for name in ("_body", "_joint", "_joins", "_broken_off")),
        ),
    ),
}
CONFIG = """
[tool.mutmut]
source_paths = ["src/govnews"]
only_mutate = [{files}]
also_copy = ["tests", "seeds", "src", "pyproject.toml"]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = ["-x", "-p", "no:cacheprovider"]
"""


def quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def run(name: str) -> bool:
    """Mutate one target and say what survived; tell whether all mutants were tried."""
    target, folder = TARGETS[name], OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in ("src", "tests", "seeds"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    config = CONFIG.format(files=quoted(target.files), tests=quoted(target.tests))
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8") + config, "utf-8")
    command = [sys.executable, "-m", "mutmut"]
    done = subprocess.run(
        [*command, "run", "--max-children", "2", *target.names], cwd=folder, check=False, capture_output=True, text=True
    )
    shown = subprocess.run(
        [*command, "results", "--all", "true"], cwd=folder, check=False, capture_output=True, text=True
    )
    verdicts = re.findall(r"^\s*(\S+): ([a-z ]+?)\s*$", shown.stdout, re.MULTILINE)
    tried = [(mutant, verdict) for mutant, verdict in verdicts if verdict != "not checked"]
    killed = [mutant for mutant, verdict in tried if verdict in ("killed", "timeout", "segfault", "suspicious")]
    print(f"{name}: {len(killed)} of {len(tried)} mutants killed ({100 * len(killed) / max(1, len(tried)):.0f} %)")
    for mutant, verdict in tried:
        if mutant not in killed:
            print(f"  {verdict}: {mutant}")
    if not tried:
        print(done.stdout[-3000:], done.stderr[-3000:])
    return bool(tried)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help="all if none is named")
    chosen = parser.parse_args().targets or list(TARGETS)
    return 0 if min([run(name) for name in chosen]) else 1


if __name__ == "__main__":
    sys.exit(main())
