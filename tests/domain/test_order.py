from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from keepproof.domain.order import Moments, Order, OrderItem

PAID = datetime(2026, 11, 10, 21, 6, tzinfo=UTC)


def test_reversed_moments_are_named_in_pairs() -> None:
    moments = Moments(paid=PAID, signed=PAID - timedelta(days=1), confirmed=PAID)
    assert moments.contradictions() == [("paid", "signed")]


def test_moments_are_compared_across_zones() -> None:
    east = timezone(timedelta(hours=8))
    shipped = datetime(2026, 11, 11, 5, 7, tzinfo=east)  # a minute after it was paid
    assert Moments(paid=PAID, shipped=shipped).contradictions() == []


def test_known_moments_come_in_the_order_of_an_orders_life() -> None:
    assert list(Moments(confirmed=PAID, ordered=PAID).known()) == ["ordered", "confirmed"]


def test_an_order_is_named_by_its_first_item_or_its_number() -> None:
    bare = Order("i", "12345", "tmall", "m", "shop")
    assert bare.title == "12345"
    assert Order("i", "12345", "tmall", "m", "shop", items=(OrderItem("X1"),)).title == "X1"
