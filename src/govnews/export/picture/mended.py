"""The articles mended: whole, in reading order, role by role, with who wrote them and how sure all that is."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from govnews.export.picture.facts import of_header, sure
from govnews.export.picture.ink import Ink, Item
from govnews.export.picture.labels import names
from govnews.export.picture.markup import Content, Markup, both, flat, tag
from govnews.export.picture.printed import look
from govnews.export.picture.sheet import HEADS, pieces_of
from govnews.headers.header import Header
from govnews.layout.draft import Role
from govnews.model import Article, Block

_PLAIN = frozenset((Role.PARAGRAPH, Role.ITEM))  # what a reader takes for text without being told


@frozen
class Mended:
    """Draws one article; `owner` counts from 0."""

    article: Article
    owner: int
    prefix: str
    ink: Ink
    signed: tuple[Item[Header], ...]
    level: int = 3

    def section(self) -> Markup:
        """Return the article under its headline."""
        key = f"{self.prefix}a{self.owner + 1}"
        title = tag(f"h{self.level}", self._title(), id=f"{key}-title")
        head = tag("header", self._told(), self._over(), title, self._under())
        blocks = [self._block(block) for block in self.article.blocks if block.role not in HEADS]
        return tag(
            "article",
            head,
            signatures(self.signed),
            blocks,
            class_=f"article {look(self.owner)}",
            id=key,
            aria_labelledby=f"{key}-title",
        )

    def _told(self) -> Markup:
        """Return the line of what it is: its number, its kind, how sure the kind and the cut are."""
        kind = self.article.kind
        finer = tag("span", f" · {kind.subkind}", class_="en", lang="en") if kind.subkind else None
        parts = [
            tag("span", str(self.owner + 1), class_=f"badge {look(self.owner)}", aria_hidden="true"),
            tag("span", both(*names(kind.label)), finer, class_="kind"),
            self._sure("体裁", "kind", kind.confidence),
        ]
        if self.article.confidence < 1:  # else it was never cut out of a page
            parts.append(self._sure("版面", "layout", self.article.confidence))
        if self.article.attachment is not None:
            parts.append(self._sure("题文", "headline", self.article.attachment))
        return tag("p", parts, class_="told")

    def _sure(self, chinese: str, english: str, confidence: float) -> Markup:
        bar = tag("span", class_="meter", style=f"--part:{confidence:.3f}", aria_hidden="true")
        return tag("span", both(chinese, english), " ", bar, sure(confidence), class_="sure")

    def _title(self) -> Content:
        return self._heads(Role.HEADLINE, self.article.headline) or tag(
            "span", both("无题", "untitled"), class_="untitled"
        )

    def _over(self) -> Iterator[Markup]:
        if self.article.rubric:
            yield tag("p", self._role(Role.RUBRIC), self.article.rubric, class_="rubric")
        if shown := self._heads(Role.KICKER, self.article.kicker):
            yield tag("p", self._role(Role.KICKER), shown, class_="kicker")

    def _under(self) -> Iterator[Markup]:
        if shown := self._heads(Role.DECK, self.article.deck):
            yield tag("p", self._role(Role.DECK), shown, class_="deck")

    def _heads(self, role: Role, known: str | None) -> Markup:
        """Return the lines of a head with its figures marked; where no block has them, as the article knows them."""
        lines = [self._shown(block) for block in self.article.blocks if block.role is role]
        return flat(*(part for line in lines for part in (line, " "))) if lines else flat(known)

    def _role(self, role: Role) -> Markup:
        return tag("span", both(*names(role)), " ", class_="role")

    def _block(self, block: Block) -> Markup:
        told = None if block.role in _PLAIN else self._role(block.role)
        return tag("p", told, self._shown(block), class_=block.role.value)

    def _shown(self, block: Block) -> Markup:
        """Return the text of a block, a mark where a break was mended."""
        pieces = [self.ink.piece(piece) for piece in pieces_of(block)]
        if not pieces:
            return flat(block.text)
        seam = tag("i", class_="seam", aria_hidden="true")
        return flat(*(part for at, piece in enumerate(pieces) for part in ((seam, piece) if at else (piece,))))


def signatures(signed: Sequence[Item[Header]]) -> Markup | None:
    """Return attributions in their fields, each leading back to where it is printed."""
    return tag("dl", [_signature(item) for item in signed], class_="signed") if signed else None


def _signature(item: Item[Header]) -> Markup:
    facts = [
        tag("span", both(fact.chinese, fact.english), " ", tag("span", fact.value, class_="v"), class_="fact")
        for fact in of_header(item.thing)
    ]
    back = tag("a", item.thing.text, href=f"#{item.key}-at")
    told = tag("dd", tag("span", back, class_="as-printed"), facts)
    return tag("div", tag("dt", both(*names(item.thing.form))), told, id=item.key)
