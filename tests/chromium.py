"""The browser that the tests of pictures and of the site run in, and axe-core, where they are installed."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHROMIUM = os.environ.get("GOVNEWS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("GOVNEWS_AXE") or ROOT / "build" / "browser" / "node_modules" / "axe-core" / "axe.min.js")
