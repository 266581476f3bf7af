from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.domain.suggestion import Suggestion
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.take_over import FIELDS, take_over
from keepproof.ticket import Ticket

VALUES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "shop": ("另一家旗舰店", lambda order: order.shop),
    "courier": ("中通快递", lambda order: order.courier),
    "tracking_number": ("73123456789012", lambda order: order.tracking_number),
    "freight": ("8.00", lambda order: order.freight.plain()),
    "paid": ("1199.00", lambda order: order.paid.plain()),
    "discount": ("100.50", lambda order: order.discount.plain()),
    "ordered": ("2026-11-10T13:05:22+08:00", lambda order: order.moments.ordered.isoformat()),
    "paid_at": ("2026-11-10T13:06:22+08:00", lambda order: order.moments.paid.isoformat()),
    "shipped": ("2026-11-11T09:00:00+08:00", lambda order: order.moments.shipped.isoformat()),
    "signed": ("2026-11-12T09:00:00+08:00", lambda order: order.moments.signed.isoformat()),
    "confirmed": ("2026-11-20T09:00:00+08:00", lambda order: order.moments.confirmed.isoformat()),
}


def test_every_field_is_tried_here() -> None:
    assert set(VALUES) == FIELDS


@pytest.mark.parametrize("field", VALUES)
def test_a_value_stands_in_its_field_with_its_words_and_can_be_taken_back(
    library: Library, order: Order, field: str
) -> None:
    value, read = VALUES[field]
    outcome = take_over(library, order.id, Suggestion(field, value, f"读到{value}"), Ticket())
    after = library.orders.get(order.id)
    assert read(after) == value
    assert after.sources[field] == f"读到{value}"
    assert after.number == order.number
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.orders.get(order.id) == order


def test_amounts_are_in_the_currency_of_the_order(library: Library, order: Order) -> None:
    take_over(library, order.id, Suggestion("freight", "8.00", "8"), Ticket())
    assert library.orders.get(order.id).freight == Money(800, "CNY")


def test_what_is_no_field_changes_nothing(library: Library, order: Order) -> None:
    with pytest.raises(KnownError) as error:
        take_over(library, order.id, Suggestion("countdown", "P2D", "剩余2天"), Ticket())
    assert error.value.code == "order.field_unknown"
    assert library.orders.get(order.id) == order
