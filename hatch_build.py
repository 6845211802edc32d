"""Compiles the hot modules into the wheel where GOVNEWS_COMPILE=1 asks for it; without it the wheel is pure.

The modules are named in pyproject.toml and compiled by mypyc from the source of the pure wheel, which stays beside
them. Needs a C compiler. An editable install is never compiled.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "GOVNEWS_COMPILE"
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = sys.argv.pop(1).split(";")
extensions = mypycify(["--config-file=mypy.ini", *modules], opt_level="3", debug_level="0", multi_file=True)
setup(name="govnews-compiled", packages=[], ext_modules=extensions)
"""
TYPES = "[mypy]\nexplicit_package_bases = True\nignore_missing_imports = True\n"


class CompileHook(BuildHookInterface[Any]):
    """hatchling's hook, called before a wheel is packed."""

    PLUGIN_NAME = "custom"
    made: Path | None = None

    def dependencies(self) -> list[str]:
        return ["mypy[mypyc]>=1.13", "setuptools>=65", "attrs>=23.2"] if os.environ.get(ASKED) == "1" else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put what was made into the wheel under the tag of this Python."""
        if os.environ.get(ASKED) != "1" or self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        left = {path for pattern in self.config["pure"] for path in root.glob(pattern)}
        found = {path for pattern in self.config["compiled"] for path in root.glob(pattern)} - left
        self.made = made = Path(tempfile.mkdtemp(prefix="govnews-"))
        for extension in compiled(root, sorted(found), made):
            build_data["force_include"][str(extension)] = str(extension.relative_to(made / "lib"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if self.made:
            shutil.rmtree(self.made, ignore_errors=True)


def compiled(root: Path, modules: list[Path], made: Path) -> list[Path]:
    """Return the extension modules made of some modules, under `made/lib`."""
    (made / "setup.py").write_text(SETUP, encoding="utf-8")  # away from pyproject.toml, which is none of its business
    (made / "mypy.ini").write_text(TYPES, encoding="utf-8")
    command = [sys.executable, "setup.py", ";".join(map(str, modules)), "--quiet", "build_ext", "--build-lib", "lib"]
    environment = os.environ | {"MYPYPATH": str(root / "src")}
    subprocess.run(command, cwd=made, env=environment, check=True)  # noqa: S603 - this Python, and files of the project
    return sorted((made / "lib").rglob("*.so")) + sorted((made / "lib").rglob("*.pyd"))
