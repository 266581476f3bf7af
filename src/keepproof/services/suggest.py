"""What was read in evidence and may be of use, and screenshots of a chat between which one may be missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.shot_gap import ShotGap
from keepproof.domain.suggestion import Suggestion
from keepproof.readers.hints import suggestions
from keepproof.services.shot_gaps import shot_gaps

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.library.library import Library


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion and what may be done with it.

    `order` is the order whose number this is, where the evidence is not filed there yet; `known` says that the order
    it is filed under, or the evidence itself, says the same already; `own` is what that order says otherwise.
    """

    suggestion: Suggestion
    order: Order | None = None
    known: bool = False
    own: str | Money | datetime | None = None


def offers(library: Library, filed: FiledEvidence) -> tuple[Offer, ...]:
    """List what was read in a piece of evidence and may be of use; nothing is entered."""
    reading = library.readings.get(filed.evidence.sha256)
    if reading is None:
        return ()
    return tuple(_offer(library, filed, one) for one in suggestions(reading))


@dataclass(frozen=True, slots=True)
class HintsView:
    """What may be offered of one item; `width` is that of the upright picture whose boxes these are, 0 where none is.

    `gaps` are the neighbours of a screenshot of a chat between which one may be missing.
    """

    offers: tuple[Offer, ...] = ()
    width: int = 0
    gaps: tuple[ShotGap, ...] = ()


def hints_view(library: Library, filed: FiledEvidence) -> HintsView:
    """Gather what the window shows of what was read in one item."""
    reading = library.readings.get(filed.evidence.sha256)
    if reading is None:
        return HintsView()
    gaps: tuple[ShotGap, ...] = ()
    if reading.kind == "chat" and filed.order_id is not None:
        found = shot_gaps(library, filed.order_id)
        gaps = tuple(one for one in found if filed.number in {one.before, one.after})
    return HintsView(offers(library, filed), int(reading.facts.get("width", "0")), gaps)


def _offer(library: Library, filed: FiledEvidence, one: Suggestion) -> Offer:
    if one.field == "kind":
        return Offer(one, known=filed.evidence.kind.value == one.value)
    own = library.orders.get(filed.order_id) if filed.order_id is not None else None
    if one.field == "number":
        order = library.orders.find(one.value)
        if order is None:
            return Offer(one)
        where = {filing.order_id for filing in library.evidence.filings(filed.evidence.id)}
        return Offer(one, None if order.id in where else order, known=order.id in where)
    said = _said(own, one.field) if own is not None else None
    known = said is not None and _plainly(said) == one.value
    return Offer(one, known=known, own=None if known else said)


def _said(order: Order, field: str) -> str | Money | datetime | None:
    """Give what an order says in a field; None where it says nothing."""
    if field in {"shop", "paid", "freight", "discount", "courier", "tracking_number"}:
        said: str | Money | None = getattr(order, field)
        return said or None
    moment: datetime | None = getattr(order.moments, {"paid_at": "paid"}.get(field, field), None)
    return moment


def _plainly(said: str | Money | datetime) -> str:
    """Write a value of an order as a suggestion writes it."""
    if isinstance(said, Money):
        return said.plain()
    return said.isoformat() if isinstance(said, datetime) else said
