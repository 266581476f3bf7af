from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from keepproof.domain.order import Merchant, Order
from keepproof.errors import KnownError
from keepproof.library.library import Library

SHOP = Merchant(
    "m1", "tmall", "澄屿旗舰店", "澄屿（杭州）有限公司", "91330100MA27", "杭州", "0571", "x"
)


def test_a_merchant_comes_back_whole(library: Library) -> None:
    library.merchants.add(SHOP)
    assert library.merchants.get("m1") == SHOP


def test_the_same_shop_is_remembered_once(library: Library) -> None:
    library.merchants.add(SHOP)
    again = library.merchants.add(Merchant("m2", "tmall", "澄屿旗舰店"))
    assert (again, library.merchants.all()) == (SHOP, [SHOP])


def test_the_same_name_on_another_platform_is_another_shop(library: Library) -> None:
    library.merchants.add(SHOP)
    library.merchants.add(replace(SHOP, id="m2", platform="jd"))
    assert library.merchants.find("jd", SHOP.name) == replace(SHOP, id="m2", platform="jd")


def test_a_change_is_kept(library: Library) -> None:
    library.merchants.add(SHOP)
    library.merchants.replace(replace(SHOP, name="新店名", phone="400"))
    assert library.merchants.get("m1") == replace(SHOP, name="新店名", phone="400")


def test_a_name_cannot_be_taken_from_another_shop(library: Library) -> None:
    library.merchants.add(SHOP)
    library.merchants.add(Merchant("m2", "tmall", "另一家"))
    with pytest.raises(KnownError) as caught:
        library.merchants.replace(Merchant("m2", "tmall", SHOP.name))
    assert caught.value.code == "library.merchant_exists"


def test_an_unknown_merchant_is_told(library: Library) -> None:
    with pytest.raises(KnownError) as caught:
        library.merchants.get("nobody")
    assert caught.value.code == "library.not_found"


def test_changing_an_unknown_merchant_is_told(library: Library) -> None:
    with pytest.raises(KnownError) as caught:
        library.merchants.replace(SHOP)
    assert caught.value.code == "library.not_found"


def test_what_was_checked_before_buying_comes_back(library: Library) -> None:
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    library.merchants.add(replace(SHOP, return_policy="七天无理由", checks={"details": at}))
    library.merchants.replace(replace(SHOP, checks={"licence": at}))
    found = library.merchants.get("m1")
    assert (found.return_policy, found.checks) == ("", {"licence": at})


def test_a_merchant_nothing_was_bought_from_can_be_forgotten(library: Library) -> None:
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    library.merchants.add(replace(SHOP, checks={"details": at}))
    assert library.merchants.forget("m1")
    assert library.merchants.all() == []


def test_a_merchant_of_an_order_is_not_forgotten(library: Library) -> None:
    library.merchants.add(SHOP)
    library.orders.add(Order("o1", "2690183455720166318", "tmall", "m1", SHOP.name))
    assert not library.merchants.forget("m1")
    assert library.merchants.get("m1") == SHOP
