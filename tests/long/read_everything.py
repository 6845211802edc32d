"""Read all that there is, and check every law of it: real articles and thousands of composed pages.

    GOVNEWS_DATA=FOLDER python tests/long/read_everything.py [--pages 2000] [--slice 3/10]

FOLDER holds data/articles.jsonl, an article a line: id, date, headline, body. Each is read as one article, its text
alone and as the one article of a page, in half and in full width. Without the folder the composed pages alone are read.
Says what failed and goes on; the exit code tells whether anything did.
"""

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from composer import hard_wrapped, pages, without_blank_lines  # noqa: E402 - after the path
from govnews import Page, find_headers, find_mentions, read_article, read_page, read_pages  # noqa: E402
from govnews.export import from_json, to_json, to_table, to_text  # noqa: E402
from laws import check_article, check_found, check_page, check_pages, said, said_article, said_mention  # noqa: E402

WIDE = {code: code + 0xFEE0 for code in map(ord, ",:;()?!%0123456789")}
NARROW = {code + 0xFEE0: code for code in map(ord, ",:;()?!%0123456789")}
Check = Callable[[str, date | None], None]


def page_laws(text: str, issued: date | None) -> None:
    page = read_page(text, issued=issued)
    check_page(text, page)
    assert read_page(text, issued=issued) == page
    assert from_json(to_json(page)) == page
    to_table(page), to_text(page)
    check_pages(f"{text}\f{text}", read_pages(f"{text}\f{text}", issued=issued))
    widths(text, issued, page)


def widths(text: str, issued: date | None, page: Page) -> None:
    told = said(page)
    for other in (text.translate(WIDE), text.translate(NARROW), text.replace("\n", "\r\n"), text.replace("　", " ")):
        assert said(read_page(other, issued=issued)) == told


def article_laws(text: str, issued: date | None) -> None:
    article = read_article(text, issued=issued)
    check_article(text, article)
    assert said_article(read_article(text.translate(WIDE), issued=issued)) == said_article(article)


def phrase_laws(text: str, issued: date | None) -> None:
    found = find_mentions(text, issued=issued)
    check_found(text, found)
    check_found(text, find_headers(text, issued=issued))
    wide = find_mentions(text.translate(WIDE), issued=issued)
    assert [said_mention(one) for one in wide] == [said_mention(one) for one in found]


def articles(folder: Path) -> Iterator[tuple[str, str, date | None]]:
    with (folder / "data" / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            day = one.get("date") or ""
            issued = date.fromisoformat(day) if len(day) == 10 else None
            yield one["id"], "\n".join((one.get("headline") or "", *one["body"])), issued


def composed(count: int) -> Iterator[tuple[str, str, date | None]]:
    for at, page in enumerate(pages(count, 11)):
        form = (page, without_blank_lines(page), hard_wrapped(page, 18 + at % 12, indent=at % 3 == 0))[at % 3]
        yield f"page {at}", form.text, date(2023, 6, 4) if at % 2 else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--slice", default="1/1", help="3/10: the third of ten parts")
    args = parser.parse_args()
    part, parts = map(int, args.slice.split("/"))
    work: list[tuple[str, Iterator[tuple[str, str, date | None]], tuple[Check, ...]]] = [
        ("composed pages", composed(args.pages), (page_laws,))
    ]
    folder = os.environ.get("GOVNEWS_DATA")
    if folder:
        work.append(("articles", articles(Path(folder)), (article_laws, phrase_laws, page_laws)))
    failed = 0
    for name, texts, checks in work:
        done = size = wrong = 0
        start = time.process_time()
        for at, (which, text, issued) in enumerate(texts):
            if at % parts != part - 1:
                continue
            for check in checks:
                try:
                    check(text, issued)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and the rest is read
                    wrong += 1
                    last = traceback.extract_tb(error.__traceback__)[-1]
                    where = f"{Path(last.filename).name}:{last.lineno}"
                    print(f"{which}: {check.__name__}: {type(error).__name__} at {where}", flush=True)
            done, size = done + 1, size + len(text)
        took = time.process_time() - start
        print(
            f"{name}, part {args.slice}: {done} read, {size:,} characters, {wrong} failures, {took:.0f} s", flush=True
        )
        failed += wrong
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
