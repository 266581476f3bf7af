from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from keepproof.domain.dispute import Dispute, StatementEdit, Submission
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.order import Merchant, Moments, Order, OrderItem
from keepproof.errors import KnownError
from keepproof.library.library import Library

BEIJING = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 1, 18, 20, 5, 123456, BEIJING)
FULL = Order(
    id="full",
    number="2690183455720166318",
    platform="tmall",
    merchant_id="m1",
    shop="澄屿旗舰店",
    items=(
        OrderItem("X1 无线吸尘器", "标准版", 2, Money(129900)),
        OrderItem("滤网", price=None),
        OrderItem("Case", quantity=3, price=Money(1999, "USD")),
    ),
    paid=Money(260000),
    discount=Money(0),
    freight=Money(-100),
    moments=Moments(ordered=AT, paid=AT + timedelta(minutes=1), signed=AT.astimezone(UTC)),
    courier="顺丰",
    tracking_number="SF1234567890123",
    note="note",
    archived=True,
    added_at=AT,
    sources={"number": "text", "paid": "stated"},
)


@pytest.fixture
def shop(library: Library) -> Merchant:
    return library.merchants.add(Merchant("m1", "tmall", "澄屿旗舰店"))


def test_an_order_comes_back_whole(library: Library, shop: Merchant) -> None:
    library.orders.add(FULL)
    assert library.orders.get("full") == FULL


def test_a_bare_order_comes_back_bare(library: Library, shop: Merchant) -> None:
    bare = Order("bare", "1", "other", "m1", "")
    library.orders.add(bare)
    assert library.orders.get("bare") == bare


def test_a_change_replaces_everything(library: Library, shop: Merchant) -> None:
    library.orders.add(FULL)
    changed = Order("full", "2", "jd", "m1", "别家", (OrderItem("only"),))
    library.orders.replace(changed)
    assert library.orders.all() == [changed]


def test_orders_are_listed_as_they_were_added(library: Library, shop: Merchant) -> None:
    orders = [replace(FULL, id=id, number=id) for id in ("b", "a", "c")]
    for one in orders:
        library.orders.add(one)
    assert library.orders.all() == orders


def test_an_order_is_found_by_its_number(library: Library, shop: Merchant) -> None:
    library.orders.add(FULL)
    assert library.orders.find(FULL.number) == FULL


def test_an_unknown_number_finds_nothing(library: Library) -> None:
    assert library.orders.find("1") is None


def test_a_removed_order_is_not_found_by_its_number(library: Library, order: Order) -> None:
    library.orders.remove(order.id)
    assert library.orders.find(order.number) is None


def test_an_unknown_order_is_told(library: Library) -> None:
    with pytest.raises(KnownError) as caught:
        library.orders.get("nothing")
    assert caught.value.code == "library.not_found"


@pytest.mark.parametrize("verb", ["remove", "restore"])
def test_what_is_not_there_cannot_be_removed_or_restored(library: Library, verb: str) -> None:
    with pytest.raises(KnownError) as caught:
        getattr(library.orders, verb)("nothing")
    assert caught.value.code == "library.not_found"


def test_a_removed_order_cannot_be_changed(library: Library, order: Order) -> None:
    library.orders.remove(order.id)
    with pytest.raises(KnownError) as caught:
        library.orders.replace(order)
    assert caught.value.code == "library.not_found"


def test_removing_an_order_leaves_its_evidence_unfiled(
    library: Library, order: Order, keep_bytes: Callable[..., FiledEvidence]
) -> None:
    kept = keep_bytes(b"1", order_id=order.id)
    library.orders.remove(order.id)
    assert [(one.evidence.id, one.order_id) for one in library.evidence.all()] == [
        (kept.evidence.id, None)
    ]


def test_removing_an_order_hides_its_disputes(library: Library, order: Order) -> None:
    library.disputes.add(Dispute("d1", order.id, "fake"))
    library.orders.remove(order.id)
    assert library.disputes.all() == []


def test_restoring_an_order_brings_everything_back(
    library: Library, order: Order, other_order: Order, keep_bytes: Callable[..., FiledEvidence]
) -> None:
    filed = keep_bytes(b"1", order_id=order.id)
    library.evidence.file(filed.evidence.id, other_order.id)
    library.evidence.freeze(order.id, [1])
    library.disputes.add(Dispute("d1", order.id, "fake", {"claim": "全新"}))
    library.disputes.add(Dispute("gone", order.id, "late"))
    library.disputes.remove("gone")
    library.disputes.put_edit(StatementEdit("d1", "12315", "zh", "s", "t", "b"))
    library.disputes.add_submission(Submission("s1", "d1", "12315", "zh", "全文", AT, (1,)))

    def state() -> object:
        return (
            library.orders.all(),
            library.evidence.all(),
            library.disputes.all(),
            library.disputes.edits("d1"),
            library.disputes.submissions("d1"),
        )

    before = state()
    library.orders.remove(order.id)
    library.orders.restore(order.id)
    assert state() == before


def test_adding_and_removing_is_in_the_custody_log(library: Library, order: Order) -> None:
    library.orders.remove(order.id)
    library.orders.restore(order.id)
    assert [one.action for one in library.custody.events(order.id)] == [
        "order.added",
        "order.removed",
        "order.restored",
    ]
