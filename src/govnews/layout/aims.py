"""What a way of printing must be worth to be weighed in full: nearly all are weighed in vain otherwise."""

from govnews.layout.chunk import Way

NEVER = float("-inf")


class Aim:
    """The bar for the ways that begin at one line: to come near to the best of them.

    Attributes:
        least: what a way must be worth, together with the rest of the page.
        near: by how much it may be worse than the best one known.
        rest: by line, what the page is worth from that line on.
    """

    def __init__(self, known: float, near: float, rest: list[float]) -> None:
        """Take the worth of a way that is known."""
        self.least = known - near
        self.near = near
        self.rest = rest

    def rise(self, found: list[Way]) -> None:
        """Raise the bar to what the best of some ways asks of all others."""
        for way in found:
            least = way.score + self.rest[way.end] - self.near
            self.least = max(self.least, least)


def everything(size: int) -> Aim:
    """Return the aim that every way reaches, on a page of so many lines."""
    return Aim(NEVER, -NEVER, [0.0] * (size + 1))
