from __future__ import annotations

from keepproof.domain.contradiction import Dismissal
from keepproof.domain.order import Merchant, Order
from keepproof.library.library import Library

ONE = Dismissal("shop", "这家\udc80", "那家")


def test_a_dismissal_is_noted_once_and_forgotten(library: Library) -> None:
    library.merchants.add(Merchant("m1", "tmall", "s"))
    library.orders.add(Order("o1", "1", "tmall", "m1", "s"))
    library.dismissals.add("o1", ONE)
    library.dismissals.add("o1", ONE)
    assert library.dismissals.of_order("o1") == {ONE}
    assert library.dismissals.of_order("o2") == frozenset()
    library.dismissals.drop("o1", ONE)
    assert library.dismissals.of_order("o1") == frozenset()
