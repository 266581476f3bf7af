"""A library with an order in it, and the shortest way to keep something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Merchant, Order
from keepproof.library.incoming import Incoming, Kept
from keepproof.library.library import Library
from keepproof.ticket import Ticket


@pytest.fixture
def order(library: Library) -> Order:
    """Add one order."""
    library.merchants.add(Merchant("m1", "tmall", "澄屿旗舰店"))
    order = Order("o1", "2690183455720166318", "tmall", "m1", "澄屿旗舰店")
    library.orders.add(order)
    return order


@pytest.fixture
def other_order(library: Library, order: Order) -> Order:
    """Add a second order of the same shop."""
    other = Order("o2", "2690183455720166319", "tmall", order.merchant_id, order.shop)
    library.orders.add(other)
    return other


@pytest.fixture
def keep_bytes(library: Library) -> Callable[..., FiledEvidence]:
    """Keep bytes under a name, in an order or in none."""

    def keep(data: bytes, name: str = "shot.png", order_id: str | None = None) -> FiledEvidence:
        incoming = Incoming(Path(name), data=data, order_id=order_id)
        (result,) = library.keep([incoming], Ticket())
        assert isinstance(result, Kept)
        return result.filed

    return keep
