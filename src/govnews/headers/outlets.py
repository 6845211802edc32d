"""Outlets to their canonical names."""

from collections.abc import Mapping
from functools import lru_cache

from govnews.headers.header import Outlet
from govnews.lexicon import Lexicon


@lru_cache(maxsize=4)
def _rows(lexicon: Lexicon) -> Mapping[str, tuple[str, str]]:
    return {row["surface"]: (row["kind"], row["name"]) for row in lexicon.rows("outlets")}


def read_outlet(text: str | None, printed: str, lexicon: Lexicon, page: str | None) -> Outlet | None:
    """Return the outlet of a header; None where it names none.

    Args:
        text: the outlet in folded text.
        printed: the same as printed.
        lexicon: the words to read by.
        page: the outlet of the page, which is what 本报 stands for.
    """
    if not text:
        return None
    kind, name = _rows(lexicon).get(text.strip("《》 "), ("", ""))
    return Outlet(text=printed, name=page if kind == "own" else name or None)
