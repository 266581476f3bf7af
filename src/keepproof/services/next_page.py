"""What the page of next steps shows: the ladder, the contact log and the card to call with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.contact import Commitment, Contact
from keepproof.services import compose_complaint
from keepproof.services.call_cost import minutes_used
from keepproof.services.checklist import checklist
from keepproof.services.course import Course, course_of
from keepproof.services.deadlines import deadlines_of
from keepproof.services.ladder import Rung, ladder, steps
from keepproof.services.ladder_needs import Known
from keepproof.services.views import current_dispute

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library
    from keepproof.settings import Settings

CALL = "call"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the contact log: the contact, what was promised in it, and its evidence."""

    contact: Contact
    promises: tuple[Commitment, ...] = ()
    proof: FiledEvidence | None = None


@dataclass(frozen=True, slots=True)
class PromisedRow:
    """One promise taken over from a chat, and the chat; None where that is no longer in the order."""

    promise: Commitment
    proof: FiledEvidence | None = None


@dataclass(frozen=True, slots=True)
class CallCard:
    """What to read aloud: the number in groups, shop, problem, course so far and demand; "" is not known."""

    number: str
    shop: str = ""
    problem: str = ""
    course: str = ""
    demand: str = ""


@dataclass(frozen=True, slots=True)
class NextView:
    """Everything the page shows; `used` are the minutes the plan has given this month.

    `promised` is what was promised elsewhere than in a logged contact.
    """

    order: Order
    dispute: Dispute | None
    rungs: tuple[Rung, ...]
    rows: tuple[ContactRow, ...]
    course: Course
    card: CallCard
    call: Channel | None
    used: int
    now: datetime
    promised: tuple[PromisedRow, ...] = ()


def next_view(library: Library, order_id: str, book: Book, settings: Settings) -> NextView:
    """Gather the page of one order; contacts newest first."""
    order = library.orders.get(order_id)
    dispute = current_dispute(library, order_id)
    course = course_of(library, order_id, dispute)
    now = library.now()
    filed = library.evidence.of_order(order_id)
    rungs: tuple[Rung, ...] = ()
    if dispute is not None:
        issue = book.issue(dispute.issue)
        rows = checklist(issue, filed, dispute.left_out)
        person = (settings.person_name, settings.person_phone, settings.person_address)
        known = Known(
            trader=bool(library.merchants.get(order.merchant_id).registered_name.strip()),
            person=all(one.strip() for one in person),
            evidence=not any(one.need == "required" and one.missing for one in rows),
            opens=_opens(library, book, order, dispute, now),
        )
        offered = steps(book, order.platform)
        rungs = ladder(course.about(dispute.id), offered, dispute, issue, now, known)
    return NextView(
        order,
        dispute,
        rungs,
        contact_rows(course, {one.evidence.id: one for one in filed}),
        course,
        _card(library, order, dispute, book, settings),
        next((one for one in book.channels(order.platform) if one.id == CALL), None),
        minutes_used(library.contacts.all(), now),
        now,
        promised_rows(course, {one.evidence.id: one for one in filed}),
    )


def _opens(
    library: Library, book: Book, order: Order, dispute: Dispute, now: datetime
) -> dict[str, datetime]:
    """Say when ways open; only what was verified, or read by the user, keeps a way closed."""
    return {
        one.id: one.due
        for one in deadlines_of(library, book, order, dispute, now)
        if one.meaning == "opens" and one.due is not None and one.alarms
    }


def contact_rows(course: Course, proof: Mapping[str, FiledEvidence]) -> tuple[ContactRow, ...]:
    """List contacts with their promises and evidence, the newest first."""
    rows = [
        ContactRow(one, course.promises(one), proof.get(one.evidence_id or ""))
        for one in course.contacts
    ]
    return tuple(reversed(rows))


def promised_rows(course: Course, proof: Mapping[str, FiledEvidence]) -> tuple[PromisedRow, ...]:
    """List what was promised in no contact but stands in evidence, the latest first."""
    found = [one for one in course.commitments if one.contact_id is None]
    rows = [PromisedRow(one, proof.get(one.evidence_id or "")) for one in found]
    return tuple(sorted(rows, key=lambda one: one.promise.made_at, reverse=True))


def _card(
    library: Library, order: Order, dispute: Dispute | None, book: Book, settings: Settings
) -> CallCard:
    from keepproof.composing.call_card import spoken  # noqa: PLC0415 - the window starts without the composer
    from keepproof.composing.facts import Person  # noqa: PLC0415 - as above
    from keepproof.composing.ordering import grouped  # noqa: PLC0415 - as above

    number = grouped(order.number)
    if dispute is None:
        return CallCard(number, order.shop)
    person = Person(settings.person_name, settings.person_phone, settings.person_address)
    today = library.now().date()
    facts = compose_complaint.gather(library, dispute.id, book, person, today)
    channel = book.channel(CALL, order.platform)
    said = spoken(compose_complaint.write(facts, channel, settings.complaint_language))
    words = [said.get(one, "") for one in ("problem", "tried", "demand")]
    return CallCard(number, order.shop, *words)
