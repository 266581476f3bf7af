from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.money import Money
from keepproof.knowledge.book import Book
from keepproof.knowledge.compensation import Compensation, Kind, compensate, day_total

BOOK = Book.load()
TAOBAO = BOOK.platform("taobao")
TMALL = BOOK.platform("tmall")


def owed(
    kind: Kind, yuan: str, hours: float, platform: str = "taobao", *, admitted: bool = False
) -> Compensation:
    rules = BOOK.platform(platform).compensations
    found = compensate(rules, BOOK.fact, kind, Money.parse(yuan), hours, admitted=admitted)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "yuan", "hours", "cents"),
    [
        ("late", "459.00", 48, 459),
        ("late", "100.00", 48, 300),  # never less than 3
        ("late", "9999.00", 24, 3000),  # never more than 30
        ("late", "459.00", 48.5, 2295),
        ("late", "20.00", 72, 500),
        ("late", "0.05", 24, 300),
        ("late", "459.50", 48, 460),  # 4.595 rounds up
        ("out_of_stock", "459.00", 48, 4590),
        ("out_of_stock", "5000.00", 48, 10000),
        ("out_of_stock", "5000.00", 72, 50000),
        ("out_of_stock", "10.00", 72, 500),
    ],
)
def test_the_share_stays_within_its_bounds(kind: Kind, yuan: str, hours: float, cents: int) -> None:
    assert owed(kind, yuan, hours).amount == Money(cents)


def test_admitting_it_in_time_lowers_the_share_for_a_long_promise_only() -> None:
    assert owed("out_of_stock", "1000.00", 72, admitted=True).amount == Money(10000)
    assert owed("out_of_stock", "500.00", 48, admitted=True).amount == Money(5000)


def test_tmall_has_another_cap_and_no_share_for_late_shipping() -> None:
    assert owed("out_of_stock", "5000.00", 48, "tmall").amount == Money(50000)
    late = owed("late", "459.00", 48, "tmall")
    assert (late.amount, late.fact.status) == (None, "open")


def test_the_example_of_the_rule_comes_to_180_yuan() -> None:
    both = [owed("late", "1000.00", 72), owed("out_of_stock", "1000.00", 72)]
    assert day_total(both, TAOBAO.compensation_cap, BOOK.fact) == Money(18000)


@pytest.mark.parametrize(("hours", "cents"), [(48, 10000), (72, 50000)])
def test_a_day_has_a_cap_that_a_long_promise_raises(hours: float, cents: int) -> None:
    day = [owed("out_of_stock", "5000.00", hours)] * 3
    assert day_total(day, TAOBAO.compensation_cap, BOOK.fact) == Money(cents)


def test_no_cap_is_known_for_tmall() -> None:
    day = [owed("out_of_stock", "5000.00", 72, "tmall")] * 2
    assert day_total(day, TMALL.compensation_cap, BOOK.fact) == Money(100000)


def test_other_platforms_and_currencies_have_no_rule() -> None:
    dollars = Money(45900, "USD")
    assert compensate(TAOBAO.compensations, BOOK.fact, "late", dollars, 24) is None
    rules = BOOK.platform("ebay").compensations
    assert compensate(rules, BOOK.fact, "late", Money(45900), 24) is None


@given(st.integers(1, 10_000_000), st.integers(1, 10_000_000), st.sampled_from([24.0, 72.0]))
def test_a_dearer_item_never_owes_less(first: int, second: int, hours: float) -> None:
    low, high = sorted([first, second])
    sums = []
    for cents in (low, high):
        found = compensate(TAOBAO.compensations, BOOK.fact, "late", Money(cents), hours)
        assert found is not None
        assert found.amount is not None
        sums.append(found.amount.cents)
    assert 300 <= sums[0] <= sums[1] <= 3000
