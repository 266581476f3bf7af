from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.money import LIMIT, Money

amounts = st.integers(min_value=0, max_value=LIMIT - 1)


@given(amounts)
def test_what_is_written_is_read_back(cents: int) -> None:
    money = Money(cents)
    assert Money.parse(money.plain()) == money
    assert Money.parse(money.shown()) == money


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1,299", 129900),
        ("￥１２９９．００", 129900),
        ("¥ 1299.5", 129950),
        ("1299 元", 129900),
        ("CNY 0.05", 5),
    ],
)
def test_people_write_amounts_in_many_ways(text: str, cents: int) -> None:
    assert Money.parse(text).cents == cents


@pytest.mark.parametrize(
    "text", ["", "元", "12.345", "1e9", "-5", "1.2.3", "nan", "9" * 13, "十元", "12 or 13.", "٣"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        Money.parse(text)


def test_negative_amounts_are_shown_with_one_sign() -> None:
    assert Money(-5).shown() == "-¥0.05"
    assert Money(-129900).plain() == "-1299.00"


def test_currencies_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="USD"):
        Money(1) + Money(1, "USD")
