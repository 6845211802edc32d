"""Photograph the picture of the README's page, for the README and the docs: docs/how-to/look-at-a-page.png.

    python scripts/photograph_page.py

Needs playwright and a Chromium, which GOVNEWS_CHROMIUM names, else the system's. Run again where the picture changed.
"""

import os
import shutil
from datetime import date
from pathlib import Path

from attrs import evolve
from playwright.sync_api import sync_playwright

from govnews import read_page
from govnews.export import to_html

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "how-to" / "look-at-a-page.png"
CHROMIUM = os.environ.get("GOVNEWS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def page_of_readme() -> str:
    """Return the first text that the README shows as a block."""
    _, _, opened = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n```text\n")
    return opened.partition("```")[0]


def main() -> None:
    page = evolve(read_page(page_of_readme(), issued=date(2023, 6, 4)), source="page.txt")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1180, "height": 600}, color_scheme="light")
        window.set_content(to_html(page))
        window.locator(".sheet a.figure").first.hover()
        window.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
