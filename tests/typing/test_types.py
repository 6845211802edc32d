"""The public names have the types that a user's checker is promised."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

PROMISES = Path(__file__).with_name("public_api.py")


def test_the_package_is_marked_as_typed() -> None:
    assert (files("govnews") / "py.typed").is_file()


def test_a_strict_checker_agrees(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    settings = tmp_path / "mypy.ini"
    settings.write_text("[mypy]\n", encoding="utf-8")  # a user has not ours
    # From an empty folder the package is found as an installed one, by its marker.
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", str(settings), str(PROMISES)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
