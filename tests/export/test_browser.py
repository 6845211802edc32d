"""The picture in a real browser: nothing asked for, nothing complained of, keyboard, small screens, both themes.

Needs the package playwright and a Chromium: the one that GOVNEWS_CHROMIUM names, else the system's. The accessibility
check needs axe.min.js of the npm package axe-core, which GOVNEWS_AXE names.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from chromium import AXE, CHROMIUM
from govnews import find_mentions, read_article, read_page
from govnews.export import notebook_html, to_html
from govnews.export.picture.charts import Chart, Row, charted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
else:
    Browser = Page = Any
    pytest.importorskip("playwright", reason="the package playwright is not installed")

ROOT = Path(__file__).parents[2]
TEXT = "今年以来,清河县投入资金1200余万元,新建粮食烘干中心3座,比去年增长5.3%。"
CHARTS = (
    Chart("months", "各月版数", "pages by month", (Row("2022-11", 3), Row("2023-05", 12)), in_time=True),
    Chart("kinds", "体裁", "kinds", (Row("消息", 12, "report"), Row("一个很长很长的名字" * 5, 3))),
    Chart("none", "没有", "nothing", ()),
)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: install it, or name one by GOVNEWS_CHROMIUM"),
    # its event loop is closed by the driver after the warnings of a test are counted
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
has_axe = pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: name axe.min.js by GOVNEWS_AXE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return pictures of every sort as files."""
    (first, *_) = sorted((ROOT / "seeds").glob("001*.txt"))
    text = first.read_text(encoding="utf-8")
    page = evolve(read_page(text, issued=date(2023, 5, 19)), source="<script>document.title = 'run'</script>")
    article = read_article(TEXT, headline="清河县新增粮食烘干中心")
    wrapped = f"<!DOCTYPE html><html lang='zh'><title>n</title><main><h1>n</h1>{notebook_html(page)}</main></html>"
    pictures = {
        "page": to_html(page),
        "article": to_html(article),
        "text": to_html(find_mentions(TEXT), TEXT),
        "notebook": wrapped,
        "charts": "".join(charted([], CHARTS)),
    }
    folder = tmp_path_factory.mktemp("pictures")
    for name, html in pictures.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pictures}


@pytest.fixture
def opened(browser: Browser) -> Iterator["Opened"]:
    shown = Opened(browser)
    yield shown
    shown.page.close()
    assert shown.complaints == []


class Opened:
    """A window, and what was asked for or complained of in it."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.complaints.append(url)

    def at(self, path: Path, *, width: int = 1280, scheme: str = "light") -> Page:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        self.page.goto(path.as_uri())
        return self.page


PICTURES = ("page", "article", "text", "notebook", "charts")


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_is_asked_for_and_no_script_of_a_page_runs(opened: Opened, files: dict[str, Path], name: str) -> None:
    page = opened.at(files[name])
    page.wait_for_load_state("load")
    assert page.title() != "run"


def test_a_note_shows_on_focus_and_goes_on_escape(opened: Opened, files: dict[str, Path]) -> None:
    page = opened.at(files["page"])
    first = page.locator(".sheet .at > a.figure").first
    note = page.locator(f"[id='{first.get_attribute('aria-describedby')}']")
    assert not note.is_visible()
    first.focus()
    assert note.is_visible()
    assert note.inner_text().strip()
    page.keyboard.press("Escape")
    assert not note.is_visible()


def test_every_figure_and_doubt_can_be_reached_by_keyboard(opened: Opened, files: dict[str, Path]) -> None:
    page = opened.at(files["page"])
    wanted = set(page.eval_on_selector_all(".at > a[id]", "links => links.map(link => link.id)"))
    met = set()
    for _ in range(600):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.id")
        if page.evaluate("document.activeElement.matches('.at > a')"):
            box = page.evaluate("document.activeElement.nextElementSibling.getBoundingClientRect().toJSON()")
            assert box["height"] > 0
            assert box["left"] >= 0
            assert box["right"] <= 1280
        met.add(here)
        if wanted <= met:
            break
    assert wanted <= met


def test_a_note_shows_on_hover_and_can_be_pointed_at(opened: Opened, files: dict[str, Path]) -> None:
    page = opened.at(files["page"])
    first = page.locator(".sheet .at > a.by").first
    note = page.locator(f"[id='{first.get_attribute('aria-describedby')}']")
    first.hover(position={"x": 3, "y": 3})
    assert note.is_visible()
    box = note.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 8, box["y"] + box["height"] / 2, steps=4)
    assert note.is_visible()


def test_a_figure_leads_to_its_row_and_back(opened: Opened, files: dict[str, Path]) -> None:
    page = opened.at(files["page"])
    first = page.locator(".sheet .at > a.figure").first
    printed, key = first.inner_text(), first.get_attribute("href")
    first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(str(key))
    row = page.locator("tr:target")
    assert row.locator("td.printed").inner_text() == printed
    row.locator("td.printed a").focus()
    page.keyboard.press("Enter")
    assert page.locator(".sheet a:target").inner_text() == printed


def test_the_table_sorts_by_keyboard(opened: Opened, files: dict[str, Path]) -> None:
    page = opened.at(files["text"])

    def column() -> Any:
        return page.eval_on_selector_all("td.value", "cells => cells.map(cell => cell.dataset.sort)")

    before = column()
    page.locator("th.value button").focus()
    page.keyboard.press("Enter")
    assert page.locator("th.value").get_attribute("aria-sort") == "ascending"
    figures = [value for value in column() if value.replace(".", "").isdigit()]
    assert figures == sorted(figures, key=float)
    page.keyboard.press("Space")
    assert page.locator("th.value").get_attribute("aria-sort") == "descending"
    page.locator("th button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").count() == 1
    assert sorted(before) == sorted(column())


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("name", PICTURES)
def test_a_small_screen_scrolls_in_one_direction(opened: Opened, files: dict[str, Path], name: str, width: int) -> None:
    page = opened.at(files[name], width=width)
    page.evaluate("document.querySelectorAll('.note').forEach(note => { note.style.display = 'block' })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark_differ_and_print_is_light(opened: Opened, files: dict[str, Path]) -> None:
    def paper(page: Page) -> Any:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    light = paper(opened.at(files["page"]))
    dark = paper(opened.at(files["page"], scheme="dark"))
    assert light != dark
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert paper(opened.page) == "rgb(255, 255, 255)"
    assert opened.page.pdf(format="A4").startswith(b"%PDF")


def test_it_is_whole_without_its_script(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(files["page"].as_uri())
    first = page.locator(".sheet .at > a.figure").first
    first.focus()
    assert page.locator(".sheet .at:focus-within .note").is_visible()
    assert page.locator("th button").count() == 0
    page.close()


@has_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_serious_barrier(browser: Browser, files: dict[str, Path], name: str, scheme: str) -> None:
    # axe is put in from outside, which the picture's own policy would not let in
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(files[name].as_uri())
    page.evaluate("document.querySelectorAll('.note').forEach(note => { note.style.display = 'block' })")
    page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations)")
    context.close()
    serious = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []
