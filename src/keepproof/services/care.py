"""What to save before it vanishes and what to check on delivery, for one order: what is done and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from keepproof.domain.changes import Changes
from keepproof.services.deadlines import claim_course
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.evidence import EvidenceKind
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.care import CarePrompt
    from keepproof.knowledge.deadlines import Course
    from keepproof.library.library import Library

COUNTDOWN = "countdown_page"


@dataclass(frozen=True, slots=True)
class CareItem:
    """One piece of advice for an order: since when, until when, and whether it is done."""

    prompt: CarePrompt
    starts: datetime
    due: datetime
    done: bool


def care_items(
    library: Library, book: Book, order: Order, dispute: Dispute | None, now: datetime
) -> tuple[CareItem, ...]:
    """List the advice that fits an order now, done or not; the first due first.

    The delivery checklist begins with the sign date and ends with the confirmation of receipt.
    """
    course = claim_course(library, order, dispute)
    ticked = library.ticks.of_order(order.id)
    kinds: frozenset[EvidenceKind] | None = None
    found: list[CareItem] = []
    zone = ZoneInfo(book.platform(order.platform).time_zone)
    for prompt in book.care:
        starts = _starts(prompt, course)
        if starts is None or starts > now:
            continue
        if prompt.group == "delivery" and order.moments.confirmed is not None:
            continue
        due = _due(prompt, starts, zone)
        if now > due + timedelta(days=prompt.days):
            continue
        if kinds is None:  # most orders are past all advice
            kinds = library.evidence.kinds(order.id)
        seen = ticked.get(prompt.id)
        done = (seen is not None and seen >= starts) or prompt.kind in kinds
        done = done or (prompt.id == COUNTDOWN and _noted(course, starts))
        found.append(CareItem(prompt, starts, due, done))
    return tuple(sorted(found, key=lambda one: (one.due, one.prompt.id)))


def delivery_checklist(
    library: Library, book: Book, order: Order, now: datetime
) -> tuple[CareItem, ...]:
    """List what to check of a parcel that has come, done or not."""
    items = care_items(library, book, order, None, now)
    return tuple(one for one in items if one.prompt.group == "delivery")


def tick(
    library: Library, order_id: str, prompt: str, ticket: Ticket, *, done: bool = True
) -> Outcome[bool]:
    """Tick a piece of advice off for an order, or take the tick back."""
    ticket.check()
    library.orders.get(order_id)
    before = library.ticks.of_order(order_id)
    return _ticked(library, order_id, prompt, before.get(prompt), library.now() if done else None)


def _ticked(
    library: Library, order_id: str, prompt: str, before: datetime | None, after: datetime | None
) -> Outcome[bool]:
    library.ticks.drop(order_id, prompt)
    if after is not None:
        library.ticks.put(order_id, prompt, after)
    undo = partial(_ticked, order_id=order_id, prompt=prompt, before=after, after=before)
    label = "care.tick" if after is not None else "care.untick"
    return Outcome(after is not None, Changes(orders=frozenset({order_id})), undo, label)


def _starts(prompt: CarePrompt, course: Course) -> datetime | None:
    times: Mapping[str, datetime] = course.moments
    known = [times[name] for name in prompt.anchor if name in times]
    known += [one.at for one in course.events if one.kind in prompt.anchor]
    return max(known, default=None)


def _due(prompt: CarePrompt, starts: datetime, zone: ZoneInfo) -> datetime:
    if prompt.next_day:
        following = starts.astimezone(zone).date() + timedelta(days=1)
        starts = datetime.combine(following, time(), zone)
    return starts + timedelta(hours=prompt.hours)


def _noted(course: Course, starts: datetime) -> bool:
    return any(one.noted_at >= starts for one in course.countdowns.values())
