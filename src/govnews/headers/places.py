"""Places of datelines."""

from govnews.headers.header import Place


def read_place(text: str | None, printed: str) -> Place | None:
    """Return the place of a header; None where it names none."""
    return Place(text=printed) if text else None
