"""What happened with a shop before, across its orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain.dispute import Dispute
from keepproof.domain.money import Money, added
from keepproof.domain.order import Merchant, Order

if TYPE_CHECKING:
    from keepproof.library.library import Library


@dataclass(frozen=True, slots=True)
class Case:
    """One dispute with the shop and the order it is about."""

    order: Order
    dispute: Dispute


@dataclass(frozen=True, slots=True)
class MerchantHistory:
    """Everything known of one shop: its orders, and its disputes, the newest first."""

    merchant: Merchant
    orders: int
    cases: tuple[Case, ...]
    recovered: tuple[Money, ...]

    @property
    def open(self) -> int:
        """Count the disputes that are not closed."""
        return sum(1 for one in self.cases if one.dispute.state == "open")


def merchant_history(library: Library, merchant_id: str) -> MerchantHistory:
    """Gather the history of a shop; KnownError library.not_found."""
    merchant = library.merchants.get(merchant_id)
    orders = {one.id: one for one in library.orders.all() if one.merchant_id == merchant_id}
    cases = [
        Case(orders[one.order_id], one) for one in library.disputes.all() if one.order_id in orders
    ]
    cases.sort(key=_opened, reverse=True)
    endings = [one.dispute.ending for one in cases]
    recovered = added(one.recovered for one in endings if one is not None)
    return MerchantHistory(merchant, len(orders), tuple(cases), recovered)


def _opened(case: Case) -> float:
    at = case.dispute.opened_at
    return at.timestamp() if at is not None else 0.0
