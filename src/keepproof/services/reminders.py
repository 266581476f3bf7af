"""What should not be forgotten: deadlines and promises due soon, and what to save or check before it is too late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from keepproof.services.care import CareItem, care_items
from keepproof.services.deadlines import deadlines_of
from keepproof.services.views import current_disputes

if TYPE_CHECKING:
    from keepproof.domain.contact import Commitment
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.deadlines import Deadline
    from keepproof.library.library import Library

ReminderKind = Literal["deadline", "commitment", "save", "delivery"]
Urgency = Literal["over", "now", "soon"]
AHEAD = timedelta(days=7)
NEAR = timedelta(days=1)
STAYS = timedelta(days=3)
RECENT = timedelta(days=200)
"""How long an order without a dispute can still have something to remember."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to remember; of `deadline`, `commitment` and `care` the one of its kind is there.

    `id` stays the same while its due time does. `rings`: an alarm may be made of it; all others are shown quietly.
    `urgency`: over (its time has run out), now (within a day), soon.
    """

    id: str
    kind: ReminderKind
    order: Order
    due: datetime
    urgency: Urgency
    rings: bool = False
    deadline: Deadline | None = None
    commitment: Commitment | None = None
    care: CareItem | None = None


def reminders(library: Library, book: Book, now: datetime) -> tuple[Reminder, ...]:
    """List everything to remember now, the first due first; orders that were put away are left out."""
    disputes = current_disputes(library)
    promises: dict[str, list[Commitment]] = {}
    for one in library.commitments.all():
        promises.setdefault(one.order_id, []).append(one)
    found: list[Reminder] = []
    for order in library.orders.all():
        dispute = disputes.get(order.id)
        if dispute is not None and dispute.state != "open":
            dispute = None
        if order.archived or not _alive(order, dispute, promises, now):
            continue
        found += _of_deadlines(library, book, order, dispute, now)
        found += _of_promises(order, promises.get(order.id, []), now)
        found += _of_care(library, book, order, dispute, now)
    return tuple(sorted(found, key=lambda one: (one.due, one.order.number, one.id)))


def _alive(
    order: Order, dispute: Dispute | None, promises: dict[str, list[Commitment]], now: datetime
) -> bool:
    """Tell whether anything of an order can still be due, so that old orders cost nothing."""
    if dispute is not None or order.id in promises:
        return True
    last = max(order.moments.known().values(), default=None)
    return last is not None and now - last < RECENT


def _of_deadlines(
    library: Library, book: Book, order: Order, dispute: Dispute | None, now: datetime
) -> list[Reminder]:
    return [
        Reminder(
            f"{order.id}.{one.id}.{one.due:%Y%m%dT%H%M%z}",
            "deadline",
            order,
            one.due,
            _urgency(one.due, now),
            one.alarms,
            deadline=one,
        )
        for one in deadlines_of(library, book, order, dispute, now)
        if one.due is not None
        and one.state in {"running", "over"}
        and _in_sight(one.due, now)
        and (one.state == "running" or one.meaning in {"answer", "opens"})
    ]


def _of_promises(order: Order, promises: list[Commitment], now: datetime) -> list[Reminder]:
    return [
        Reminder(
            f"{order.id}.{one.id}.{one.due:%Y%m%dT%H%M%z}",
            "commitment",
            order,
            one.due,
            _urgency(one.due, now),
            rings=True,
            commitment=one,
        )
        for one in promises
        if one.state == "open" and one.due is not None and one.due - now <= AHEAD
    ]


def _of_care(
    library: Library, book: Book, order: Order, dispute: Dispute | None, now: datetime
) -> list[Reminder]:
    return [
        Reminder(
            f"{order.id}.{one.prompt.id}.{one.due:%Y%m%dT%H%M%z}",
            one.prompt.group,
            order,
            one.due,
            _urgency(one.due, now),
            care=one,
        )
        for one in care_items(library, book, order, dispute, now)
        if not one.done
    ]


def _in_sight(due: datetime, now: datetime) -> bool:
    return now - STAYS <= due <= now + AHEAD


def _urgency(due: datetime, now: datetime) -> Urgency:
    if due <= now:
        return "over"
    return "now" if due - now <= NEAR else "soon"
