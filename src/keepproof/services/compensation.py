"""What a shop may owe for late shipping in a dispute, as far as its answers say; a hint with its rule."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.money import Money
from keepproof.knowledge.compensation import Compensation, Kind, compensate

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book

ISSUE = "late_shipment"
NO_GOODS = "out_of_stock"


def compensation_of(book: Book, order: Order, dispute: Dispute) -> tuple[Compensation, ...]:
    """Compute what the answers of a late shipment come to; nothing where a figure is missing.

    The base is what was paid without postage, the promise the time from payment to the promised shipping.
    """
    base = item_price(order)
    due, paid = _moment(dispute.answers.get("due_at")), order.moments.paid
    if dispute.issue != ISSUE or base is None or due is None or paid is None or due <= paid:
        return ()
    hours = (due - paid).total_seconds() / 3600
    kinds: list[Kind] = ["late"]
    if dispute.answers.get("ship_state") == NO_GOODS:
        kinds.append("out_of_stock")
    rules = book.platform(order.platform).compensations
    found = (compensate(rules, book.fact, kind, base, hours) for kind in kinds)
    return tuple(one for one in found if one is not None)


def item_price(order: Order) -> Money | None:
    """Give what was paid without postage; None where it is not known or makes no sense."""
    if order.paid is None:
        return None
    freight = order.freight.cents if order.freight is not None else 0
    cents = order.paid.cents - freight
    return Money(cents, order.paid.currency) if cents > 0 else None


def _moment(answer: object) -> datetime | None:
    if not isinstance(answer, str):
        return None
    try:
        at = datetime.fromisoformat(answer)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
