"""Hold the compiled wheel against the pure one: its engines are compiled, and it reads the seed pages as before.

build/compiled/bin/python scripts/check_compiled.py     (make compiled)
"""

import importlib
import json
import sys
import tomllib
from datetime import date
from pathlib import Path

import govnews
from govnews import export

ROOT = Path(__file__).parents[1]
LINES = (
    "投资3.2亿元,同比增长12%,惠及5个镇、2000余户。",
    "截至5月底,完成投资五千三百万元。",
    "本报临河6月3日讯(记者 周敏)",
)


def engines() -> list[str]:
    """Return the modules that pyproject.toml names as compiled."""
    hook = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    hook = hook["build"]["targets"]["wheel"]["hooks"]["custom"]
    left = {path for pattern in hook["pure"] for path in ROOT.glob(pattern)}
    found = {path for pattern in hook["compiled"] for path in ROOT.glob(pattern)} - left
    return sorted(".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in found)


def main() -> int:
    pure = [name for name in engines() if str(importlib.import_module(name).__file__).endswith(".py")]
    changed = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        golden = (ROOT / "tests" / "golden" / f"{path.stem}.json").read_text("utf-8")
        page = govnews.read_page(path.read_text("utf-8"), issued=date.fromisoformat(json.loads(golden)["issued"]))
        if export.to_json(page, indent=1) + "\n" != golden:
            changed.append(path.name)
    found = sum(len(govnews.find_mentions(line, issued=date(2023, 6, 5))) for line in LINES)
    print(f"{len(engines())} engines, not compiled: {pure or 'none'}; {found} figures and times")
    print(f"seed pages read otherwise: {changed or 'none'}")
    return int(bool(pure or changed) or found < len(LINES))


if __name__ == "__main__":
    sys.exit(main())
