"""What a way of printing must be worth to be weighed in full: nearly all are weighed in vain otherwise."""

NEVER = float("-inf")


class Aim:
    """The bar for the ways that begin at one line.

    Attributes:
        least: what a way must be worth, together with the rest of the page.
        rest: by line, what the page is worth from that line on.
    """

    def __init__(self, least: float, rest: list[float]) -> None:
        """Take the bar and the worth of the rest."""
        self.least = least
        self.rest = rest


def everything(size: int) -> Aim:
    """Return the aim that every way reaches, on a page of so many lines."""
    return Aim(NEVER, [0.0] * (size + 1))
