"""Bills of payment services and exports of orders: what was paid, for what, and what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from keepproof.domain.money import Money
from keepproof.domain.order import OrderItem

Kind = Literal["payment", "refund", "order"]
Direction = Literal["out", "in", "neutral"]
EARLY = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BillRow:
    """One payment, refund or order; `line` is where it starts in the file (from 1).

    `category` is what the bill calls this kind of business, `platform` the id of the platform where that is
    told. The rows of one order are its `items`; of several parcels `tracking_number` is the first.
    """

    kind: Kind
    order_number: str
    transaction_number: str
    merchant: str
    title: str
    amount: Money
    line: int
    sku: str = ""
    quantity: int = 1
    refunded: Money | None = None
    freight: Money | None = None
    at: datetime | None = None
    status: str = ""
    direction: Direction = "out"
    category: str = ""
    platform: str = ""
    courier: str = ""
    tracking_number: str = ""
    items: tuple[OrderItem, ...] = ()


@dataclass(frozen=True, slots=True)
class BillProblem:
    """A row that could not be used, and why."""

    code: str
    line: int
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bill:
    """Everything read from one file; `format` is the id of its layout."""

    format: str
    rows: tuple[BillRow, ...]
    problems: tuple[BillProblem, ...] = ()


def purchases(rows: Sequence[BillRow]) -> tuple[list[BillRow], list[BillRow]]:
    """Join refunds to what they pay back: the orders and outgoing payments, and the refunds left over."""
    bought = [one for one in rows if one.kind == "order" or _is_payment(one)]
    by_number: dict[str, list[int]] = {}
    for index, one in enumerate(bought):
        for number in {one.order_number, one.transaction_number} - {""}:
            by_number.setdefault(number, []).append(index)
    back: dict[int, Money] = {}
    alone: list[BillRow] = []
    for refund in rows:
        if refund.kind != "refund":
            continue
        paid = _paid_back(refund, bought, by_number)
        if paid is None:
            alone.append(refund)
        else:
            back[paid] = back[paid] + refund.amount if paid in back else refund.amount
    for index, sum_back in back.items():
        known = bought[index].refunded
        # the payment may itself say what came back; the same money is not counted twice
        if known is None or known.cents < sum_back.cents:
            bought[index] = replace(bought[index], refunded=sum_back)
    return bought, alone


def _is_payment(row: BillRow) -> bool:
    return row.kind == "payment" and row.direction == "out"


def _paid_back(
    refund: BillRow, bought: Sequence[BillRow], by_number: Mapping[str, Sequence[int]]
) -> int | None:
    """Find the payment of a refund: by number, then by shop, amount and time where several share it."""
    # Alipay makes the number of a refund out of that of the payment: 2023…88_2023…57
    origin = refund.transaction_number.partition("_")[0]
    for number in (origin, refund.order_number):
        fitting = [
            index
            for index in by_number.get(number, ())
            if bought[index].amount.currency == refund.amount.currency
            and bought[index].amount.cents >= refund.amount.cents
        ]
        if len(fitting) > 1:
            same = [index for index in fitting if bought[index].merchant == refund.merchant]
            fitting = same or fitting
        before = [index for index in fitting if (bought[index].at or EARLY) <= (refund.at or EARLY)]
        if fitting:
            return max(before or fitting, key=lambda index: (bought[index].at or EARLY, index))
    return None
