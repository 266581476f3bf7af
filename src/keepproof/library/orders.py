"""The orders and their items."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog
from keepproof.library.values import (
    TEXTS,
    Row,
    cents,
    iso,
    moment_or_none,
    money,
    packed,
    shown,
)

_FIELDS = (
    "number, platform, merchant_id, shop, paid_cents, paid_currency, discount_cents, discount_currency, "
    "freight_cents, freight_currency, ordered, paid_at, shipped, signed, confirmed, courier, "
    "tracking_number, note, archived, added_at, sources"
)
_ITEM_FIELDS = "order_id, position, title, sku, quantity, price_cents, price_currency"


class Orders:
    """Add, change, remove and find orders."""

    def __init__(self, catalog: Catalog, custody: CustodyLog) -> None:
        """Use this catalogue; adding and removing is written into the custody log."""
        self._catalog = catalog
        self._custody = custody

    def all(self) -> list[Order]:
        """List all orders, the first added first."""
        return self._select("removed = 0")

    def get(self, id: str) -> Order:
        """Return one order; KnownError library.not_found."""
        found = self._select("removed = 0 AND id = ?", id)
        if not found:
            raise KnownError("library.not_found", what="order", id=id)
        return found[0]

    def find(self, number: str) -> Order | None:
        """Find the order with this exact number; the first one when several platforms gave it."""
        found = self._select("removed = 0 AND number = ?", number)
        return found[0] if found else None

    def add(self, order: Order) -> None:
        """Add an order whose merchant is in the library."""
        with self._catalog.transaction():
            marks = ", ".join("?" * 22)
            self._catalog.run(
                f"INSERT INTO orders (id, {_FIELDS}) VALUES ({marks})", (order.id, *_values(order))
            )
            self._put_items(order)
            self._custody.record("order.added", order.id, number=order.number)

    def replace(self, order: Order) -> None:
        """Change an order; KnownError library.not_found."""
        with self._catalog.transaction():
            assignments = ", ".join(f"{name} = ?" for name in _FIELDS.split(", "))
            changed = self._catalog.run(
                f"UPDATE orders SET {assignments} WHERE id = ? AND removed = 0",
                (*_values(order), order.id),
            )
            if not changed:
                raise KnownError("library.not_found", what="order", id=order.id)
            self._catalog.run("DELETE FROM order_items WHERE order_id = ?", (order.id,))
            self._put_items(order)

    def remove(self, id: str) -> None:
        """Remove an order with its links and disputes; all of it stays for `restore`."""
        self._set_removed(id, removed=True)

    def restore(self, id: str) -> None:
        """Bring a removed order back with its links, disputes, edits and submissions."""
        self._set_removed(id, removed=False)

    def _set_removed(self, id: str, *, removed: bool) -> None:
        with self._catalog.transaction():
            changed = self._catalog.run(
                "UPDATE orders SET removed = ? WHERE id = ? AND removed = ?",
                (int(removed), id, int(not removed)),
            )
            if not changed:
                raise KnownError("library.not_found", what="order", id=id)
            self._catalog.run(
                "UPDATE filings SET order_removed = ? WHERE order_id = ?", (int(removed), id)
            )
            self._custody.record("order.removed" if removed else "order.restored", id)

    def _put_items(self, order: Order) -> None:
        self._catalog.many(
            f"INSERT INTO order_items ({_ITEM_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (order.id, position, one.title, one.sku, one.quantity, *cents(one.price))
                for position, one in enumerate(order.items)
            ],
        )

    def _select(self, condition: str, *values: str) -> list[Order]:
        rows = self._catalog.rows(
            f"SELECT id, {_FIELDS} FROM orders WHERE {condition} ORDER BY seq", values
        )
        items: dict[str, list[OrderItem]] = {}
        for order_id, _, title, sku, quantity, *price in self._catalog.rows(
            f"SELECT {_ITEM_FIELDS} FROM order_items WHERE order_id IN "
            f"(SELECT id FROM orders WHERE {condition}) ORDER BY order_id, position",
            values,
        ):
            item = OrderItem(shown(title), shown(sku), quantity, money(*price))
            items.setdefault(order_id, []).append(item)
        return [_order(row, tuple(items.get(row[0], ()))) for row in rows]


def _order(row: Row, items: tuple[OrderItem, ...]) -> Order:
    id, number, platform, merchant_id, shop = row[:5]
    courier, tracking_number, note, archived, added_at, sources = row[16:]
    return Order(
        id,
        shown(number),
        platform,
        merchant_id,
        shown(shop),
        items,
        money(*row[5:7]),
        money(*row[7:9]),
        money(*row[9:11]),
        Moments(*map(moment_or_none, row[11:16])),
        shown(courier),
        shown(tracking_number),
        shown(note),
        bool(archived),
        moment_or_none(added_at),
        {} if sources == "{}" else TEXTS.read(sources),
    )


def _values(one: Order) -> tuple[object, ...]:
    times = one.moments
    moments = (times.ordered, times.paid, times.shipped, times.signed, times.confirmed)
    return (
        one.number,
        one.platform,
        one.merchant_id,
        one.shop,
        *cents(one.paid),
        *cents(one.discount),
        *cents(one.freight),
        *map(iso, moments),
        one.courier,
        one.tracking_number,
        one.note,
        int(one.archived),
        iso(one.added_at),
        packed(one.sources),
    )
