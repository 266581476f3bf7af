"""The deadlines of an order: its moments, its claim and what the page said, held against the rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from keepproof.domain.claim import Claim, ClaimEvent, EventKind
from keepproof.knowledge.deadlines import Course, Deadline

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

ANSWERS: Mapping[str, EventKind] = {
    "applied_at": "applied",
    "refused_at": "refused",
    "intervened_at": "intervened",
    "returned_at": "buyer_shipped",
    "received_at": "return_signed",
}
"""Answers that tell an event where none was recorded."""
DEMANDS: Mapping[str, Claim] = {
    "refund": "refund",
    "partial_refund": "refund",
    "refund_missing": "refund",
    "gift_refund": "refund",
    "return_refund": "return",
    "accept_return": "return",
    "exchange": "exchange",
    "resend": "resend",
    "repair": "repair",
}
"""What the request asks for, by the demand: the answers alone do not say it."""


def deadlines_of(
    library: Library, book: Book, order: Order, dispute: Dispute | None, now: datetime
) -> tuple[Deadline, ...]:
    """Compute the deadlines of an order and of its dispute, the next one first."""
    course = claim_course(library, order, dispute)
    return book.reckoner(order.platform).deadlines(course, now)


def claim_course(library: Library, order: Order, dispute: Dispute | None) -> Course:
    """Gather what the deadlines rest on."""
    moments = order.moments.known()
    clashing = frozenset(name for pair in order.moments.contradictions() for name in pair)
    tracked = bool(order.tracking_number)
    if dispute is None:
        return Course(moments, tracked=tracked, contradicting=clashing)
    for one in library.disputes.submissions(dispute.id):
        moments[f"sent_{one.channel}"] = one.at
    for contact in library.contacts.of_order(order.id):
        moments.setdefault(f"sent_{contact.channel}", contact.at)
    return Course(
        moments,
        events_of(library, dispute),
        library.course.countdowns(dispute.id),
        dispute.issue,
        tracked,
        clashing,
    )


def events_of(library: Library, dispute: Dispute) -> tuple[ClaimEvent, ...]:
    """List the events of a claim: those recorded, and of each other kind the one an answer tells."""
    recorded = library.course.events(dispute.id)
    kinds = {one.kind for one in recorded}
    told = [
        event
        for question, kind in ANSWERS.items()
        if kind not in kinds
        and (event := _told(dispute, question, kind)) is not None
        and not (kind == "applied" and "changed" in kinds)
    ]
    return tuple(sorted([*recorded, *told], key=lambda one: one.at))


def _told(dispute: Dispute, question: str, kind: EventKind) -> ClaimEvent | None:
    """Make an event of an answer that gives its moment; a bare day would not do."""
    answer = dispute.answers.get(question)
    if not isinstance(answer, str):
        return None
    try:
        at = datetime.fromisoformat(answer)
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    claim: Claim | Literal[""] = DEMANDS.get(dispute.demand, "") if kind == "applied" else ""
    return ClaimEvent(f"{dispute.id}.{question}", dispute.id, kind, at, claim)
