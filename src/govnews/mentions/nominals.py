"""The scan for names that hold numerals."""

from govnews.lexicon import Lexicon
from govnews.mentions.reading import Reading
from govnews.watch import Watch


def scan(text: str, lexicon: Lexicon, watch: Watch | None = None) -> list[Reading]:
    """Return the names of folded text."""
    return []
