from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from keepproof.domain.bill import BillRow, purchases
from keepproof.domain.money import Money

AT = datetime(2026, 11, 10, tzinfo=UTC)
PAID = BillRow("payment", "n", "t", "shop", "title", Money(1000), 1, at=AT)
BACK = BillRow(
    "refund", "n", "t_1", "shop", "退款", Money(300), 2, at=AT + timedelta(days=1), direction="in"
)


@given(some.lists(some.integers(1, 300), min_size=1, max_size=3))
def test_several_refunds_of_one_payment_are_summed(parts: list[int]) -> None:
    back = [replace(BACK, amount=Money(one)) for one in parts]
    (paid,), alone = purchases([PAID, *back])
    assert (paid.refunded, alone) == (Money(sum(parts)), [])


def test_a_refund_the_payment_already_states_is_not_counted_twice() -> None:
    (paid,), _ = purchases([replace(PAID, refunded=Money(300)), BACK])
    assert paid.refunded == Money(300)


def test_a_refund_larger_than_the_payment_belongs_to_another() -> None:
    (paid,), alone = purchases([PAID, replace(BACK, amount=Money(1001))])
    assert (paid.refunded, len(alone)) == (None, 1)


def test_of_payments_with_one_number_the_same_shop_is_meant() -> None:
    other = replace(PAID, merchant="other", transaction_number="u")
    bought, _ = purchases([other, PAID, replace(BACK, transaction_number="")])
    assert [one.refunded for one in bought] == [None, Money(300)]


def test_of_several_payments_the_last_before_the_refund_is_meant() -> None:
    rows = [replace(PAID, at=AT + timedelta(days=day), transaction_number="") for day in (-2, 0, 5)]
    bought, _ = purchases([*rows, BACK])
    assert [one.refunded for one in bought] == [None, Money(300), None]


def test_income_is_no_purchase() -> None:
    assert purchases([replace(PAID, direction="in")]) == ([], [])
