from __future__ import annotations

from datetime import UTC, datetime

import pytest

from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.remember_merchant import remember_merchant
from keepproof.ticket import Ticket

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
NOTED = Merchant("", "tmall", " 青禾生鲜 ", return_policy="48 小时", checks={"details": AT})


def buy(library: Library) -> None:
    add_order(library, OrderForm("2690183455720166318", "tmall", "青禾生鲜"), Ticket())


def test_a_new_shop_is_added_and_undo_takes_it_back(library: Library) -> None:
    done = remember_merchant(library, NOTED, Ticket())
    assert library.merchants.all() == [done.value]
    assert done.undo is not None
    back = done.undo(library)
    assert library.merchants.all() == []
    assert back.undo is not None
    assert back.undo(library).value.checks == {"details": AT}


def test_an_order_from_the_shop_finds_what_was_noted(library: Library) -> None:
    noted = remember_merchant(library, NOTED, Ticket()).value
    buy(library)
    order = library.orders.all()[0]
    assert library.merchants.get(order.merchant_id) == noted


def test_what_is_noted_of_a_known_shop_is_changed(library: Library) -> None:
    buy(library)
    done = remember_merchant(library, NOTED, Ticket())
    assert [one.return_policy for one in library.merchants.all()] == ["48 小时"]
    assert done.changes.orders == {library.orders.all()[0].id}


def test_undo_leaves_a_shop_that_was_bought_from_since(library: Library) -> None:
    done = remember_merchant(library, NOTED, Ticket())
    buy(library)
    assert done.undo is not None
    done.undo(library)
    [left] = library.merchants.all()
    assert (left.name, left.return_policy, dict(left.checks)) == ("青禾生鲜", "", {})


def test_a_shop_needs_a_name(library: Library) -> None:
    with pytest.raises(KnownError) as caught:
        remember_merchant(library, Merchant("", "tmall", "  "), Ticket())
    assert caught.value.code == "merchant.name_missing"
