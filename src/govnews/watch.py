"""The one tracing hook that the engines report to.

An engine takes `watch=None` and says nothing then, so that it costs nothing; `govnews.trace.explain` passes a recorder.
"""

from collections.abc import Callable
from typing import Literal

Outcome = Literal["won", "lost", "refused"]
# (room, rule, start, end, outcome, reason): offsets into the text of the passage that the room was given
Watch = Callable[[str, str, int, int, Outcome, str], None]
