"""The playground of the built site in a real browser: as the library, nothing foreign, by keyboard, offline.

Needs what tests/export/test_browser.py needs, and the site as `make docs` builds it.
"""

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from chromium import AXE, CHROMIUM
from govnews import read_page

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request
else:
    BrowserContext = Page = Request = Any
    pytest.importorskip("playwright", reason="the package playwright is not installed")

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
SEED = "004_a96e1d0e0bfc5781.txt"
ISSUED = date(2019, 4, 19)
PUT = """text => {
    const at = document.getElementById("play-text");
    at.value = text;
    at.dispatchEvent(new Event("input"));
}"""
SECOND = 1000  # in the browser's milliseconds
FIRST = 90 * SECOND  # how long a test waits for Python to start on a busy machine

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: install it, or name one by GOVNEWS_CHROMIUM"),
    pytest.mark.skipif(not (SITE / "playground" / "runtime").is_dir(), reason="no built site: run make docs"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name for it
        pass


class Served:
    """The site on this machine; `stop` takes the network away."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.root = f"http://127.0.0.1:{self.server.server_port}/"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Window:
    """The playground in a window, with what was asked for and complained of."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(FIRST)
        context.on("request", partial(self._asked, root))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(f"{root}playground/")

    def _asked(self, root: str, request: Request) -> None:
        if not request.url.startswith((root, "blob:", "data:", "about:")):
            self.foreign.append(request.url)

    def answered(self, number: int) -> tuple[int, int]:
        """Return the articles and figures of an answer, once it or a later one is shown."""
        self.page.wait_for_function(f"Number(document.getElementById('play-counts').dataset.id) >= {number}")
        shown = self.page.locator("#play-counts")
        return int(shown.get_attribute("data-articles") or -1), int(shown.get_attribute("data-figures") or -1)

    def choose(self, seed: str) -> tuple[int, int]:
        self.page.wait_for_selector(f"#play-sample option[value='{seed}']", state="attached")
        self.page.select_option("#play-sample", seed)
        return self.answered(1)


@pytest.fixture(scope="module")
def context() -> Iterator[tuple[BrowserContext, Served]]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it

    served = Served()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_context(), served
        browser.close()
    served.stop()


@pytest.fixture(scope="module")
def window(context: tuple[BrowserContext, Served]) -> Window:
    return Window(context[0], context[1].root)


def in_library(text: str, issued: date | None = None) -> tuple[int, int]:
    page = read_page(text, issued=issued)
    return len(page.articles), sum(len(article.mentions) for article in page.articles)


def test_reads_a_seed_as_the_library_does(window: Window) -> None:
    text = (ROOT / "seeds" / SEED).read_text(encoding="utf-8")
    assert window.choose(SEED) == in_library(text, ISSUED)
    assert "govnews/page@1" in (window.page.locator("#play-json").text_content() or "")
    assert window.page.frame_locator("#play-picture").locator("body").inner_text()


def test_a_changed_text_is_read_again(window: Window) -> None:
    before = int(window.page.locator("#play-counts").get_attribute("data-id") or 0)
    text = window.page.input_value("#play-text") + "\n\n夏粮开秤\n\n本报临河6月3日讯 昨日,全县32个收购点开秤。"
    window.page.fill("#play-text", text)
    assert window.answered(before + 1) == in_library(text, ISSUED)


@pytest.mark.parametrize(
    "text", ["", "\x00\x07<script>document.title='run'</script>", "𠮷野家\ud800\u202e1,2,3" * 50, "一" * 5000]
)
def test_survives_rubbish(window: Window, text: str) -> None:
    before = int(window.page.locator("#play-counts").get_attribute("data-id") or 0)
    window.page.evaluate(PUT, text)
    articles, _ = window.answered(before + 1)
    assert articles >= 0
    assert "run" not in window.page.title()


def test_works_by_keyboard_alone(window: Window) -> None:
    page = window.page
    page.focus("#play-sample")
    page.keyboard.press("ArrowDown")
    page.focus("#play-text")
    page.fill("#play-text", "近日,石泉村200余户村民喝上了自来水。")
    before = int(page.locator("#play-counts").get_attribute("data-id") or 0)
    page.focus("#play-read")
    page.keyboard.press("Enter")
    assert window.answered(before + 1) == (1, 2)
    page.focus("#tab-picture")
    page.keyboard.press("ArrowRight")
    assert page.locator("#play-json").is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#play-picture").is_visible()


def test_fits_a_telephone(window: Window) -> None:
    window.page.set_viewport_size({"width": 360, "height": 740})
    assert window.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: name axe.min.js by GOVNEWS_AXE")
@pytest.mark.parametrize("path", ["", "playground/"])
def test_no_serious_finding_of_axe(context: tuple[BrowserContext, Served], path: str) -> None:
    browser, served = context
    page = browser.new_page()
    page.goto(served.root + path)
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("async () => (await axe.run(document, {iframes: false})).violations")
    page.close()
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in ("serious", "critical")
    ]
    assert not serious


def test_nothing_foreign_was_asked_for_and_nothing_complained_of(window: Window) -> None:
    assert window.foreign == []
    assert window.complaints == []


def test_a_second_visit_needs_no_network(context: tuple[BrowserContext, Served], window: Window) -> None:
    browser, served = context
    window.page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    served.stop()
    again = Window(browser, served.root)
    again.page.fill("#play-text", "近日,石泉村200余户村民喝上了自来水。")
    assert again.answered(1) == (1, 2)
    assert again.complaints == []
