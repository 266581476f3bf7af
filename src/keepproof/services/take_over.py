"""Take a value that was read in evidence over into its order; the user asked for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.services.log_order import change_order, form_from

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.domain.suggestion import Suggestion
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

TEXTS = frozenset({"shop", "courier", "tracking_number"})
AMOUNTS = frozenset({"paid", "freight", "discount"})
MOMENTS = {
    "ordered": "ordered",
    "paid_at": "paid",
    "shipped": "shipped",
    "signed": "signed",
    "confirmed": "confirmed",
}
FIELDS = TEXTS | AMOUNTS | frozenset(MOMENTS)


def take_over(library: Library, order_id: str, one: Suggestion, ticket: Ticket) -> Outcome[Order]:
    """Put a value into its field of the order, with the exact words as its source; can be undone.

    Raises KnownError order.field_unknown for what is no such field, and what change_order raises.
    """
    form = form_from(library.orders.get(order_id))
    changed: dict[str, Any]
    if one.field in TEXTS:
        changed = {one.field: one.value}
    elif one.field in AMOUNTS:
        currency = form.paid.currency if form.paid is not None else "CNY"
        changed = {one.field: Money.parse(one.value, currency)}
    elif one.field in MOMENTS:
        at = datetime.fromisoformat(one.value)
        changed = {"moments": replace(form.moments, **{MOMENTS[one.field]: at})}
    else:
        raise KnownError("order.field_unknown", field=one.field)
    sources = {**form.sources, one.field: one.words}
    return change_order(library, order_id, replace(form, **changed, sources=sources), ticket)
