"""A page as its printed lines: which piece of which block stands where, and what ties one line to another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govnews.layout.draft import Role
from govnews.model import Article, Block, Page
from govnews.span import Span

HEADS = frozenset((Role.KICKER, Role.HEADLINE, Role.DECK))
_MOST_LANES = 6  # of the margin; what does not fit shares the last


@frozen
class Piece:
    """A stretch of one block on one line; `owner` counts the articles from 0, None is the furniture."""

    span: Span
    text: str
    block: Block
    owner: int | None


@frozen
class Line:
    """What is printed between two gaps, from 1."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def owner(self) -> int | None:
        return self.pieces[0].owner


@frozen
class Tie:
    """Two lines that belong to one another: `join` within a block, `head` to text, `flow` from block to block."""

    kind: str
    source: int
    target: int
    owner: int
    lane: int = 0


@frozen
class Sheet:
    """The lines of a page in the order printed, and their ties."""

    lines: tuple[Line, ...]
    ties: tuple[Tie, ...]

    @property
    def lanes(self) -> int:
        return max((tie.lane + 1 for tie in self.ties), default=0)


def pieces_of(block: Block, owner: int | None = None) -> Iterator[Piece]:
    """Yield the pieces of a block, each with its text."""
    base = 0
    for span in block.spans:
        yield Piece(span, block.text[base : base + len(span)], block, owner)
        base += len(span)


def sheet_of(page: Page) -> Sheet:
    """Return the lines of a page; white space at their ends is not known to it, and so not there.

    >>> from govnews import read_page
    >>> sheet = sheet_of(read_page("村民用上自来水\\n\\n近日,石泉村的村民用\\n\\n上了自来水。"))
    >>> [line.pieces[0].text for line in sheet.lines]
    ['村民用上自来水', '近日,石泉村的村民用', '上了自来水。']
    >>> [(tie.kind, tie.source, tie.target) for tie in sheet.ties]
    [('head', 1, 2), ('join', 2, 3)]
    """
    pieces = [piece for block in page.furniture for piece in pieces_of(block)]
    for at, article in enumerate(page.articles):
        pieces += [piece for block in article.blocks for piece in pieces_of(block, at)]
    pieces.sort(key=lambda piece: (piece.span.start, piece.span.end))
    lines = tuple(Line(number, tuple(group)) for number, group in enumerate(_grouped(pieces), 1))
    places = {piece.span: line.number for line in lines for piece in line.pieces}
    ties = [tie for at, article in enumerate(page.articles) for tie in _ties(article, at, places)]
    return Sheet(lines, tuple(_in_lanes(ties)))


def _grouped(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces that touch together; a gap, which holds white space alone, is taken for a line break."""
    group: list[Piece] = []
    for piece in pieces:
        if group and piece.span.start > group[-1].span.end:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _ties(article: Article, owner: int, places: dict[Span, int]) -> Iterator[Tie]:
    blocks = [block for block in article.blocks if block.spans]
    for block in blocks:
        for one, other in pairwise(block.spans):
            if places[one] != places[other]:
                yield Tie("join", places[one], places[other], owner)
    for before, after in pairwise(blocks):
        source, target = places[before.spans[-1]], places[after.spans[0]]
        if before.role in HEADS and after.role not in HEADS and source != target:
            yield Tie("head", source, target, owner)
        elif target not in (source, source + 1):
            yield Tie("flow", source, target, owner)


def _in_lanes(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Yield the ties, the shortest nearest to the text, none crossing another in its lane while lanes last."""
    taken: list[list[tuple[int, int]]] = []
    for tie in sorted(ties, key=lambda tie: (abs(tie.target - tie.source), tie.source)):
        low, high = sorted((tie.source, tie.target))
        free = (at for at, lane in enumerate(taken) if not any(low < end and start < high for start, end in lane))
        lane = next(free, len(taken))
        if lane == len(taken) and lane < _MOST_LANES:
            taken.append([])
        lane = min(lane, _MOST_LANES - 1)
        taken[lane].append((low, high))
        yield Tie(tie.kind, tie.source, tie.target, tie.owner, lane)
