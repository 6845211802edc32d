"""Compiles the hot modules into the wheel where GOVNEWS_COMPILE=1 asks for it; without it the wheel is pure.

The modules are named in pyproject.toml and compiled by mypyc from the source that the pure wheel has, which stays in the
wheel beside them. Needs a C compiler. An editable install is never compiled.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "GOVNEWS_COMPILE"
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules, target = sys.argv.pop(1).split(), sys.argv.pop(1)
extensions = mypycify(modules, opt_level="3", debug_level="0", multi_file=True, target_dir=f"{target}/c")
setup(name="govnews", packages=[], ext_modules=extensions)
"""


class CompileHook(BuildHookInterface[Any]):
    """hatchling's hook, called before a wheel is packed."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return ["mypy[mypyc]>=1.13", "setuptools>=65"] if os.environ.get(ASKED) == "1" else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put what was made into the wheel under the tag of this Python."""
        if os.environ.get(ASKED) != "1" or self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        left = {path for pattern in self.config["pure"] for path in root.glob(pattern)}
        found = {path for pattern in self.config["compiled"] for path in root.glob(pattern)} - left
        made = Path(self.directory) / "compiled"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        for extension in compiled(root, sorted(found), made):
            build_data["force_include"][str(extension)] = str(extension.relative_to(made / "lib"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def compiled(root: Path, modules: list[Path], made: Path) -> list[Path]:
    """Return the extension modules made of some modules, under `made/lib`."""
    names = " ".join(path.relative_to(root).as_posix() for path in modules)
    (made / "setup.py").write_text(SETUP, encoding="utf-8")
    command = [sys.executable, str(made / "setup.py"), names, str(made), "--quiet"]
    command += ["build_ext", "--build-lib", str(made / "lib"), "--build-temp", str(made / "temp")]
    subprocess.run(command, cwd=root, env=os.environ | {"MYPYPATH": "src"}, check=True)
    return sorted((made / "lib").rglob("*.so")) + sorted((made / "lib").rglob("*.pyd"))
