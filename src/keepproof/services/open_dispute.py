"""Open, answer and close a dispute: one problem with one order, one demand."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.dispute import Dispute
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.knowledge.issue_type import DemandOption, IssueType
    from keepproof.library.library import Library


def open_dispute(
    library: Library, order_id: str, issue: IssueType, ticket: Ticket
) -> Outcome[Dispute]:
    """Open a dispute on an order with the issue type's first demand and the amount paid."""
    ticket.check()
    order = library.orders.get(order_id)
    first = issue.demands[0] if issue.demands else None
    dispute = Dispute(
        uuid.uuid4().hex,
        order_id,
        issue.code,
        demand=first.id if first else "",
        amount=default_amount(order, first) if first else None,
        reason=issue.platform_reasons[0] if issue.platform_reasons else "",
        opened_at=library.now(),
    )
    library.disputes.add(dispute)
    return Outcome(dispute, _touched(dispute), _removing(dispute.id), "dispute.open")


def change_dispute(library: Library, dispute: Dispute, ticket: Ticket) -> Outcome[Dispute]:
    """Store answers, demand, amount or state of a dispute."""
    ticket.check()
    before = library.disputes.get(dispute.id)
    library.disputes.replace(dispute)

    def undo(again: Library) -> Outcome[Dispute]:
        return change_dispute(again, before, Ticket())

    return Outcome(dispute, _touched(dispute), undo, "dispute.change")


def change_issue(
    library: Library, dispute_id: str, issue: IssueType, ticket: Ticket
) -> Outcome[Dispute]:
    """Give a dispute another issue type; answers to questions both types ask are kept."""
    before = library.disputes.get(dispute_id)
    asked = {one.id for one in issue.questions}
    demands = {one.id: one for one in issue.demands}
    demand = demands.get(before.demand) or (issue.demands[0] if issue.demands else None)
    order = library.orders.get(before.order_id)
    amount = before.amount if before.demand in demands else default_amount(order, demand)
    after = replace(
        before,
        issue=issue.code,
        answers={key: value for key, value in before.answers.items() if key in asked},
        demand=demand.id if demand else "",
        amount=amount,
        reason=issue.platform_reasons[0] if issue.platform_reasons else "",
    )
    return change_dispute(library, after, ticket)


def remove_dispute(library: Library, dispute_id: str, ticket: Ticket) -> Outcome[None]:
    """Remove a dispute with its edits; undo brings everything back."""
    ticket.check()
    dispute = library.disputes.get(dispute_id)
    if library.disputes.submissions(dispute_id):
        raise KnownError("dispute.has_submissions")
    library.disputes.remove(dispute_id)
    return Outcome(None, _touched(dispute), _restoring(dispute), "dispute.remove")


def default_amount(order: Order, demand: DemandOption | None) -> Money | None:
    """Suggest the amount of a demand: what was paid, where the demand asks for that."""
    return order.paid if demand is not None and demand.amount == "paid" else None


def _touched(dispute: Dispute) -> Changes:
    return Changes(orders=frozenset({dispute.order_id}), disputes=frozenset({dispute.id}))


def _removing(dispute_id: str) -> Callable[[Library], Outcome[None]]:
    def undo(library: Library) -> Outcome[None]:
        return remove_dispute(library, dispute_id, Ticket())

    return undo


def _restoring(dispute: Dispute) -> Callable[[Library], Outcome[None]]:
    def undo(library: Library) -> Outcome[None]:
        library.disputes.restore(dispute.id)
        return Outcome(None, _touched(dispute), _removing(dispute.id), "dispute.open")

    return undo
