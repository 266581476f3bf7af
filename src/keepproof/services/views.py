"""What a page needs, gathered in one call: values only, nothing of the library leaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.contact import Contact
from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence, FilingMark, Proof
from keepproof.domain.order import Merchant, Order
from keepproof.services.checklist import ChecklistRow, checklist
from keepproof.services.course import Course, Courses, course_of
from keepproof.services.ladder import steps
from keepproof.services.next_step import Matter, NextStep, next_step

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

COVERS = frozenset({EvidenceKind.PHOTO, EvidenceKind.SNAPSHOT})


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: a moment of the order, a piece of evidence, a contact, or a text that was sent.

    `group` is order, evidence, contact or sent; `what` the moment's name, the evidence title or the channel.
    """

    at: datetime
    group: str
    what: str
    number: int | None = None
    evidence: Evidence | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in a list; `missing` counts required kinds of proof that are not there."""

    order: Order
    evidence_count: int
    dispute: Dispute | None
    missing: int
    cover: Evidence | None
    next: NextStep


@dataclass(frozen=True, slots=True)
class OrderView:
    """Everything the page of one order shows."""

    order: Order
    merchant: Merchant
    filed: tuple[FiledEvidence, ...]
    dispute: Dispute | None
    checklist: tuple[ChecklistRow, ...]
    timeline: tuple[TimelineEntry, ...]
    next: NextStep


def order_rows(library: Library, book: Book) -> list[OrderRow]:
    """List every order, newest first, with what the list shows of it."""
    marks = library.evidence.marks()
    covers = {order_id: one.id for order_id, of in marks.items() if (one := _cover(of))}
    pictures = library.evidence.some(covers.values())
    disputes = _current(library.disputes.all())
    courses, now = Courses(library), library.now()
    rows = []
    for order in library.orders.all():
        dispute = disputes.get(order.id)
        course = courses.of(order.id, dispute)
        filed = marks.get(order.id, [])
        matter = _matter(order, filed, dispute, book, course, now)
        missing = sum(1 for row in matter.rows if row.need == "required" and row.missing)
        cover = pictures.get(covers.get(order.id, ""))
        rows.append(OrderRow(order, len(filed), dispute, missing, cover, next_step(matter)))
    return sorted(rows, key=lambda row: (_placed(row.order), row.order.number), reverse=True)


def order_page(library: Library, order_id: str, book: Book) -> OrderView:
    """Gather one order with its evidence, dispute, checklist and timeline."""
    order = library.orders.get(order_id)
    filed = library.evidence.of_order(order_id)
    dispute = current_dispute(library, order_id)
    course = course_of(library, order_id, dispute)
    matter = _matter(order, filed, dispute, book, course, library.now())
    rows, step = matter.rows, next_step(matter)
    merchant = library.merchants.get(order.merchant_id)
    timeline = _timeline(order, filed, course)
    return OrderView(order, merchant, tuple(filed), dispute, tuple(rows), tuple(timeline), step)


def current_dispute(library: Library, order_id: str) -> Dispute | None:
    """Pick the dispute of an order that window and command line work on: an open one, the newest."""
    return _current(library.disputes.of_order(order_id)).get(order_id)


def current_disputes(library: Library) -> dict[str, Dispute]:
    """Pick the dispute of every order that has one, by the order's id."""
    return _current(library.disputes.all())


def _matter(
    order: Order,
    filed: Sequence[Proof],
    dispute: Dispute | None,
    book: Book,
    course: Course,
    now: datetime,
) -> Matter:
    if dispute is None:
        return Matter(filed, None, None, (), course, (), now)
    issue = book.issue(dispute.issue)
    rows = checklist(issue, filed, dispute.left_out)
    offered = steps(book, order.platform) if dispute.state == "open" else ()
    return Matter(filed, dispute, issue, rows, course.about(dispute.id), offered, now)


def _cover(filed: Sequence[FilingMark]) -> FilingMark | None:
    """Choose the picture that stands for an order."""
    pictures = [one for one in filed if one.media_type.startswith(("image/", "video/"))]
    photos = [one for one in pictures if one.kind in COVERS]
    return next(iter(photos or pictures), None)


def _current(disputes: Sequence[Dispute]) -> dict[str, Dispute]:
    """Pick one dispute an order: an open one before a closed one, the newest of each."""
    chosen: dict[str, Dispute] = {}
    for one in disputes:
        known = chosen.get(one.order_id)
        if known is None or _weight(one) >= _weight(known):
            chosen[one.order_id] = one
    return chosen


def _weight(dispute: Dispute) -> tuple[bool, float]:
    return dispute.state == "open", dispute.opened_at.timestamp() if dispute.opened_at else 0.0


def _placed(order: Order) -> float:
    at = order.moments.ordered or order.moments.paid or order.added_at
    return at.timestamp() if at else 0.0


def _timeline(order: Order, filed: Sequence[FiledEvidence], course: Course) -> list[TimelineEntry]:
    entries = [TimelineEntry(at, "order", name) for name, at in order.moments.known().items()]
    for one in filed:
        times = one.evidence.times
        best = times.event or times.content or times.file or times.imported
        if best is not None:
            entries.append(
                TimelineEntry(best.at, "evidence", one.evidence.name, one.number, one.evidence)
            )
    numbers = {one.evidence.id: one for one in filed}
    for contact in course.contacts:
        proof = numbers.get(contact.evidence_id or "")
        number, evidence = (proof.number, proof.evidence) if proof else (None, None)
        entries.append(
            TimelineEntry(contact.at, "contact", contact.channel, number, evidence, contact)
        )
    entries.extend(TimelineEntry(at, "sent", channel) for at, channel in course.sent)
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
