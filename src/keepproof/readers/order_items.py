"""Put together the items of an order page from what its lines are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from keepproof.domain.money import Money
from keepproof.domain.order import OrderItem, ReadField
from keepproof.readers import order_values as values
from keepproof.readers.order_fields import Fields
from keepproof.readers.order_lines import Line
from keepproof.readers.order_tokens import Kind, Token, token_of

MOST_ITEMS = 200
MOST_PIECES = 9999
COLUMNS = {
    "title": (
        "宝贝",
        "商品",
        "商品名称",
        "商品信息",
        "宝贝信息",
        "宝贝标题",
        "名称",
        "item",
        "product",
    ),
    "sku": ("宝贝属性", "商品属性", "型号款式", "规格", "属性", "颜色分类"),
    "price": ("单价", "单价(元)", "京东价", "价格", "商品单价", "unit price", "price"),
    "count": ("数量", "商品数量", "购买数量", "数量(件)", "quantity", "qty"),
}


@dataclass(slots=True)
class Piece:
    """An item in the making: words and lines of what is known of it."""

    title: ReadField
    sku: ReadField | None = None
    price: ReadField | None = None
    count: ReadField | None = None
    money: Money | None = None


@dataclass(slots=True)
class Items:
    """The items found, the shop that stood over them, and what was of no use."""

    pieces: list[Piece] = field(default_factory=list)
    shop: ReadField | None = None
    problems: list[str] = field(default_factory=list)


class ItemReader:
    """Walk over the lines and close an item at each price or quantity."""

    def __init__(self, fields: Fields, currency: str) -> None:
        """Take the labelled values (their lines are no items) and the usual currency."""
        self._fields = fields
        self._currency = currency
        self._found = Items()
        self._titles: list[Token] = []
        self._sku: Token | None = None
        self._piece: Piece | None = None
        self._width = 0
        self._columns: list[int] = []
        self._table = False

    def read(self, lines: Sequence[Line]) -> Items:
        """Read all lines."""
        tokens = list(self._tokens(lines))
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            self._take(token, following)
            if len(self._found.pieces) >= MOST_ITEMS:
                break
        return self._found

    def _tokens(self, lines: Iterable[Line]) -> Iterator[Token | None]:
        """Yield what each line is, and None where a labelled value ends a group."""
        for line in lines:
            if self._is_header(line):
                yield None
            elif row := self._row(line):
                yield from (token_of(cell, table=True) for cell in row)
            elif line.number in self._fields.breaks:
                yield None
            elif line.number not in self._fields.quiet and line.plain.strip():
                yield from (token_of(cell, table=self._table) for cell in line.cells())

    def _is_header(self, line: Line) -> bool:
        names = [name.strip().lower() for name in line.plain.split("\t")]
        price = any(name in COLUMNS["price"] for name in names)
        count = any(name in COLUMNS["count"] for name in names)
        if len(names) == 1:
            # a header copied cell by cell, each on a line of its own
            self._table = self._table or (price and "单价" in names[0])
            return False
        if price and count:
            self._width, self._table = len(names), True
            self._columns = [
                at for one in COLUMNS.values() for at, name in enumerate(names) if name in one
            ]
        return price and count

    def _row(self, line: Line) -> list[Line]:
        """Return the cells of a row that tell of an item, by their columns; none where it is no row."""
        if "\t" not in line.plain or line.plain.count("\t") + 1 != self._width:
            return []
        spans = [match.span() for match in re.finditer(r"[^\t]*(?:\t|$)", line.plain)]
        cells = (
            Line(line.number, line.text[a:b].rstrip("\t"), line.plain[a:b].rstrip("\t"))
            for a, b in (spans[at] for at in self._columns)
        )
        return [cell for cell in cells if cell.plain.strip()]

    def _take(self, token: Token | None, following: Token | None) -> None:
        if token is None or token.kind in {Kind.PRIVATE, Kind.SHOP}:
            self._break()
            if token is not None and token.kind is Kind.SHOP and self._found.shop is None:
                self._found.shop = _read("shop", token, token.title)
        elif token.kind is Kind.TITLE:
            self._take_title(token, following)
        elif token.kind is Kind.SKU:
            self._take_sku(token)
        elif token.kind is Kind.PRICE:
            self._take_price(token)
        elif token.kind is Kind.COUNT:
            self._take_count(token, token.count)
        elif token.kind is Kind.SOLD and self._titles:
            self._open()

    def _take_title(self, token: Token, following: Token | None) -> None:
        piece = self._piece
        is_sku = (
            following is not None and following.kind is Kind.COUNT and following.count is not None
        )
        if piece is not None and piece.count is None and piece.sku is None and is_sku:
            piece.sku = _read("sku", token, token.title)
            return
        self._piece = None
        self._titles.append(token)

    def _take_sku(self, token: Token) -> None:
        if self._titles:
            self._sku = self._sku or token
        elif self._piece is not None and self._piece.sku is None:
            self._piece.sku = _read("sku", token, token.title)

    def _take_price(self, token: Token) -> None:
        if token.title is not None:
            self._piece = None
            self._titles.append(token)
        if self._titles:
            self._open()
        piece = self._piece
        if piece is None or piece.price is not None or token.price is None:
            return
        found = values.amount(token.line.plain[slice(*token.price)], self._currency)
        if found is not None and isinstance(found.value, Money):
            piece.price = _read("price", token, token.price, found.value.plain())
            piece.money = found.value
        else:
            self._found.problems.append("readers.bad_amount")
        if token.count is not None:
            self._take_count(token, token.count)

    def _take_count(self, token: Token, span: tuple[int, int] | None) -> None:
        if self._titles:
            self._open()
        if self._piece is None or self._piece.count is not None or span is None:
            return
        count = int(token.line.plain[slice(*span)])
        if 1 <= count <= MOST_PIECES:
            self._piece.count = _read("quantity", token, span, str(count))
        else:
            self._found.problems.append("readers.bad_quantity")

    def _open(self) -> None:
        """Begin an item with the titles seen: the longest names it, the next may say its variant."""
        chosen = max(range(len(self._titles)), key=lambda at: _length(self._titles[at]))
        token = self._titles[chosen]
        later = self._titles[chosen + 1 :]
        sku = self._sku or (later[0] if later else None)
        piece = Piece(_read("title", token, token.title))
        if sku is not None:
            piece.sku = _read("sku", sku, sku.title)
        self._titles, self._sku = [], None
        self._piece = piece
        self._found.pieces.append(piece)
        if token.kind is Kind.TITLE and token.count is not None:
            self._take_count(token, token.count)

    def _break(self) -> None:
        self._titles, self._sku, self._piece = [], None, None


def order_item(piece: Piece) -> OrderItem:
    """Turn what was read into an item."""
    return OrderItem(
        piece.title.value,
        piece.sku.value if piece.sku else "",
        int(piece.count.value) if piece.count else 1,
        piece.money,
    )


def reads_of(piece: Piece, index: int) -> list[ReadField]:
    """List where the parts of an item stood, named by its index."""
    parts = (piece.title, piece.sku, piece.count, piece.price)
    return [
        ReadField(f"item.{index}.{one.name}", one.value, one.words, one.line)
        for one in parts
        if one
    ]


def _read(
    name: str, token: Token, span: tuple[int, int] | None, value: str | None = None
) -> ReadField:
    words = token.line.text[slice(*span)].strip() if span else ""
    return ReadField(name, words if value is None else value, words, token.line.number)


def _length(token: Token) -> int:
    """Measure a title as wide as it is printed: Chinese characters count twice."""
    words = token.line.plain[slice(*token.title)] if token.title else ""
    return len(words) + sum(one > "\u2e7f" for one in words)
