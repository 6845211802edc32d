"""Where a form of time is tried, and what it gives back."""

import re

from govnews.mentions.almanac import Said
from govnews.mentions.time_patterns import Patterns
from govnews.mentions.time_seen import Sense
from govnews.mentions.time_words import TimeWords


class Place:
    """A place of a text, with what stands before it; `linked` where a range has just been opened."""

    def __init__(  # noqa: PLR0913, PLR0917 - by place it is made twice as fast
        self,
        text: str,
        at: int,
        said: Said,
        words: TimeWords,
        patterns: Patterns,
        linked: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        self.text = text
        self.at = at
        self.said = said
        self.words = words
        self.patterns = patterns
        self.linked = linked

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the pattern's match that begins here, unless it is empty."""
        found = pattern.match(self.text, self.at)
        return found if found and found.end() > self.at else None

    def after(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words stands right before this place."""
        return self.text.endswith(words, 0, self.at)


class Found:
    """What a form read: its rule, the stretch, the sense, and whether a frame may still stand around it."""

    def __init__(
        self,
        rule: str,
        start: int,
        end: int,
        sense: Sense,
        open: bool = False,  # noqa: A002, FBT001, FBT002
    ) -> None:
        self.rule = rule
        self.start = start
        self.end = end
        self.sense = sense
        self.open = open
