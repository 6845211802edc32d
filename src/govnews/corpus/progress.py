"""How far a run is, as a line of plain text on stderr: rewritten on a terminal, else one every ten seconds."""

import sys
import time
from typing import TextIO

from attrs import define, field

_REWRITTEN = 0.5  # seconds between two lines
_PRINTED = 10.0


@define(eq=False)
class Progress:
    """What a run tells of itself while it goes.

    Attributes:
        weight: bytes of the input in all; None where it cannot be known.
        stream: where to.
    """

    weight: int | None
    stream: TextIO = field(factory=lambda: sys.stderr)
    texts: int = 0
    pages: int = 0
    errors: int = 0
    read: int = 0  # bytes of the input
    _before: int = 0  # bytes that an earlier run had read
    _start: float = field(factory=time.monotonic)
    _shown: float = 0.0
    _width: int = 0

    def done(self, texts: int, pages: int, errors: int, weight: int, *, now: bool) -> None:
        """Count what a unit gave; `now` tells whether it was read in this run."""
        self.read += weight
        self.errors += errors
        if now:
            self.texts += texts
            self.pages += pages
        else:
            self._before += weight

    def show(self, reading: int, *, last: bool = False) -> None:
        """Print the line, where it is time to."""
        terminal, at = self.stream.isatty(), time.monotonic()
        if not last and at - self._shown < (_REWRITTEN if terminal else _PRINTED):
            return
        self._shown = at
        text = self.line(at - self._start, reading)
        padded = text.ljust(self._width)
        self._width = len(text)
        self.stream.write(f"\r{padded}" + ("\n" if last else "") if terminal else f"{text}\n")
        self.stream.flush()

    def line(self, seconds: float, reading: int) -> str:
        r"""Return the line.

        Args:
            seconds: since the run began.
            reading: texts that are read and not yet written.

        >>> Progress(1000, read=500, texts=900, pages=950).line(10, 50)
        '950 texts, 100.0 pages/s, 50 %, 0:10 left, 0 errors'
        """
        texts = self.texts + reading
        pages = self.pages + reading
        parts = [f"{texts:,} texts", f"{pages / max(seconds, 0.001):,.1f} pages/s"]
        if self.weight:
            share = min(1.0, self.read / self.weight)
            parts.append(f"{share:.0%}".replace("%", " %"))
            fresh = self.read - self._before
            if fresh and share < 1:
                parts.append(f"{_clock(seconds * (self.weight - self.read) / fresh)} left")
        parts.append("1 error" if self.errors == 1 else f"{self.errors:,} errors")
        return ", ".join(parts)


def _clock(seconds: float) -> str:
    """Return a length of time: 0:10, 12:00, 3:05:00.

    >>> _clock(10), _clock(720), _clock(11100)
    ('0:10', '12:00', '3:05:00')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
