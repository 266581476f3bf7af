"""Orders, their items and the merchants who sold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import pairwise

from keepproof.domain.money import Money


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of an order's life, each known with its zone or not known."""

    ordered: datetime | None = None
    paid: datetime | None = None
    shipped: datetime | None = None
    signed: datetime | None = None
    confirmed: datetime | None = None

    def known(self) -> dict[str, datetime]:
        """List the moments that are known, in the order they should happen."""
        pairs = ((name, getattr(self, name)) for name in MOMENTS)
        return {name: at for name, at in pairs if at is not None}

    def contradictions(self) -> list[tuple[str, str]]:
        """Name each pair of neighbouring moments of which the later one comes before the earlier."""
        known = list(self.known().items())
        pairs = pairwise(known)
        return [(first, second) for (first, a), (second, b) in pairs if b < a]


MOMENTS: tuple[str, ...] = tuple(one.name for one in fields(Moments))


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One line of an order; `price` is for one piece."""

    title: str
    sku: str = ""
    quantity: int = 1
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class Merchant:
    """Who sold it; the registered data serve 12315.

    `checks` says what was looked at before buying there, by id, and when.
    """

    id: str
    platform: str
    name: str
    registered_name: str = ""
    credit_code: str = ""
    address: str = ""
    phone: str = ""
    note: str = ""
    return_policy: str = ""
    checks: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `sources` says for each field what it was read from ("stated" when typed)."""

    id: str
    number: str
    platform: str
    merchant_id: str
    shop: str
    items: tuple[OrderItem, ...] = ()
    paid: Money | None = None
    discount: Money | None = None
    freight: Money | None = None
    moments: Moments = field(default_factory=Moments)
    courier: str = ""
    tracking_number: str = ""
    note: str = ""
    archived: bool = False
    added_at: datetime | None = None
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Name the order by its first item, or by its number."""
        return self.items[0].title if self.items else self.number


@dataclass(frozen=True, slots=True)
class ReadField:
    """A value read from a text, with the exact words and the line (from 1) it stood in."""

    name: str
    value: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order as read from outside: nothing is sure, every field says where it stood.

    `reads` holds one ReadField per filled field; names are `number, shop, paid, discount, freight,
    courier, tracking_number, ordered, paid_at, shipped, signed, confirmed` and `item.N.title`, `item.N.sku`,
    `item.N.quantity`, `item.N.price` with N from 0. `problems` are codes of what could not be used.
    """

    platform: str | None = None
    number: str = ""
    shop: str = ""
    items: tuple[OrderItem, ...] = ()
    paid: Money | None = None
    discount: Money | None = None
    freight: Money | None = None
    moments: Moments = field(default_factory=Moments)
    courier: str = ""
    tracking_number: str = ""
    reads: tuple[ReadField, ...] = ()
    problems: tuple[str, ...] = ()
