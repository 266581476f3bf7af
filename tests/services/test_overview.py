from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.contact import Contact
from keepproof.domain.dispute import Dispute, Ending, Submission
from keepproof.domain.money import Money, added
from keepproof.domain.order import Merchant, Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.merchant_history import merchant_history
from keepproof.services.overview import Overview
from keepproof.services.overview import overview as count

BOOK = Book.load()
NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
Put = Callable[..., Dispute]


@pytest.fixture
def shop(tmp_path: Path) -> Library:
    """Open a library with two shops and three orders; it is November 2026."""
    library = Library.open(tmp_path / "library", now=lambda: NOW)
    library.merchants.add(Merchant("m1", "tmall", "澄屿家电旗舰店"))
    library.merchants.add(Merchant("m2", "amazon", "Harbor Lane"))
    for id, merchant, name in (
        ("o1", "m1", "澄屿家电旗舰店"),
        ("o2", "m1", "澄屿家电旗舰店"),
        ("o3", "m2", "Harbor Lane"),
    ):
        library.orders.add(Order(id, f"26901834557201663{id[1]}8", "tmall", merchant, name))
    return library


@pytest.fixture
def put(shop: Library) -> Put:
    def put_one(order_id: str, issue: str, **values: object) -> Dispute:
        count = len(shop.disputes.all())
        dispute = Dispute(f"d{count}", order_id, issue, opened_at=NOW)
        dispute = replace(dispute, **values)  # type: ignore[arg-type]  # the tests name real fields
        shop.disputes.add(dispute)
        return dispute

    return put_one


def overview(library: Library) -> Overview:
    return count(library, BOOK)


def ended(outcome: str, at: datetime, recovered: Money | None = None) -> dict[str, object]:
    return {"state": "closed", "ending": Ending(outcome, at, recovered)}


def test_without_a_dispute_there_is_nothing_to_count(shop: Library) -> None:
    view = overview(shop)
    assert (view.open, view.closed, view.days) == (0, 0, None)
    assert (view.issues, view.merchants, view.months) == ((), (), ())


def test_disputes_are_counted_by_issue_and_shop(shop: Library, put: Put) -> None:
    put("o1", "late_shipment")
    put("o2", "damaged", **ended("solved", NOW))
    put("o3", "damaged")
    view = overview(shop)
    assert [(one.name, one.open, one.closed) for one in view.issues] == [
        ("damaged", 1, 1),
        ("late_shipment", 1, 0),
    ]
    assert [(one.name, one.all) for one in view.merchants] == [
        ("澄屿家电旗舰店", 2),
        ("Harbor Lane", 1),
    ]


def test_sums_keep_currencies_apart(shop: Library, put: Put) -> None:
    put("o1", "damaged", amount=Money(45900))
    put("o2", "freight", amount=Money(1200))
    put("o3", "damaged", amount=Money(3000, "USD"))
    put("o1", "damaged", amount=Money(9900), **ended("partly", NOW, Money(5000)))
    view = overview(shop)
    assert view.at_stake == (Money(47100), Money(3000, "USD"))
    assert view.recovered == (Money(5000),)


def test_the_days_are_the_median_of_the_closed_ones(shop: Library, put: Put) -> None:
    for day, opened in ((3, 1), (9, 2), (21, 1)):
        at = datetime(2026, 10, day, 12, tzinfo=UTC)
        put(
            "o1",
            "damaged",
            opened_at=datetime(2026, 10, opened, 12, tzinfo=UTC),
            **ended("solved", at),
        )
    assert overview(shop).days == 7


def test_months_run_from_the_first_to_now_without_gaps(shop: Library, put: Put) -> None:
    put("o1", "damaged", opened_at=datetime(2026, 8, 2, tzinfo=UTC), amount=Money(900))
    closed = ended("solved", datetime(2026, 10, 5, tzinfo=UTC), Money(700))
    put("o2", "damaged", opened_at=datetime(2026, 8, 30, tzinfo=UTC), **closed)
    months = overview(shop).months
    assert [(one.first, one.opened, one.closed, one.asked, one.recovered) for one in months] == [
        (date(2026, 8, 1), 2, 0, (Money(900),), ()),
        (date(2026, 9, 1), 0, 0, (), ()),
        (date(2026, 10, 1), 0, 1, (), (Money(700),)),
        (date(2026, 11, 1), 0, 0, (), ()),
    ]


def test_no_more_than_twelve_months_are_listed(shop: Library, put: Put) -> None:
    put("o1", "damaged", opened_at=datetime(2023, 1, 2, tzinfo=UTC))
    months = overview(shop).months
    assert (len(months), months[0].first, months[-1].first) == (
        12,
        date(2025, 12, 1),
        date(2026, 11, 1),
    )


def test_a_removed_order_takes_its_disputes_out_of_the_figures(shop: Library, put: Put) -> None:
    put("o1", "damaged")
    shop.orders.remove("o1")
    assert overview(shop).open == 0


@given(st.lists(st.tuples(st.integers(0, 10**8), st.sampled_from(["CNY", "USD", "EUR"]))))
def test_nothing_is_lost_in_a_sum(amounts: list[tuple[int, str]]) -> None:
    sums = added(Money(cents, currency) for cents, currency in amounts)
    assert len({one.currency for one in sums}) == len(sums)
    assert sum(one.cents for one in sums) == sum(cents for cents, _ in amounts)


def test_the_history_of_a_shop_is_about_that_shop_alone(shop: Library, put: Put) -> None:
    old = put("o1", "damaged", **ended("partly", NOW, Money(800)))
    new = put("o2", "freight", opened_at=NOW.replace(hour=9))
    put("o3", "freight")
    history = merchant_history(shop, "m1")
    assert [(one.order.id, one.dispute.id) for one in history.cases] == [
        ("o2", new.id),
        ("o1", old.id),
    ]
    assert (history.orders, history.open, history.recovered) == (2, 1, (Money(800),))


def test_an_unknown_shop_has_no_history(shop: Library) -> None:
    with pytest.raises(KnownError) as caught:
        merchant_history(shop, "nobody")
    assert caught.value.code == "library.not_found"


def sent(library: Library, dispute: Dispute, channel: str, hours: int) -> None:
    at = NOW + timedelta(hours=hours)
    id = f"s{dispute.id}{channel}{hours}"
    library.disputes.add_submission(Submission(id, dispute.id, channel, "zh", "x", at))


def met(library: Library, order_id: str, party: str, hours: int, **values: object) -> None:
    at = NOW + timedelta(hours=hours)
    contact = Contact(f"c{order_id}{party}{hours}", order_id, party, "merchant_chat", at)
    library.contacts.put(replace(contact, **values))  # type: ignore[arg-type]  # the tests name real fields


def test_an_answer_is_the_next_one_of_the_party_that_was_asked(shop: Library, put: Put) -> None:
    first, second = put("o1", "damaged"), put("o2", "damaged")
    sent(shop, first, "merchant_chat", 0)
    met(shop, "o1", "merchant", -5)
    met(shop, "o1", "platform", 2)
    met(shop, "o1", "merchant", 6, outcome="no_answer")
    met(shop, "o1", "merchant", 12)
    sent(shop, second, "merchant_chat", 0)
    met(shop, "o2", "merchant", 36)
    sent(shop, second, "12315", 0)
    assert [(one.channel, one.days, one.count) for one in overview(shop).waits] == [
        ("merchant_chat", 1.0, 2)
    ]


def test_written_contacts_are_set_against_what_a_call_costs_on_average(
    shop: Library, put: Put
) -> None:
    dispute = put("o1", "damaged")
    called: dict[str, object] = {"channel": "call", "talked_seconds": 100}
    met(shop, "o1", "platform", 1, **called, cost=Money(60))
    met(shop, "o1", "platform", 2, **called, cost=Money(20), waited_seconds=20)
    met(shop, "o1", "merchant", 3)
    sent(shop, dispute, "merchant_chat", 0)
    sent(shop, dispute, "intervention", 4)
    made = overview(shop).calls
    assert (made.count, made.seconds, made.cost) == (2, 220, Money(80))
    assert (made.written, made.saved) == (3, Money(120))


def test_without_a_price_nothing_is_said_to_be_saved(shop: Library, put: Put) -> None:
    sent(shop, put("o1", "damaged"), "merchant_chat", 0)
    made = overview(shop).calls
    assert (made.count, made.cost, made.written, made.saved) == (0, None, 1, None)
