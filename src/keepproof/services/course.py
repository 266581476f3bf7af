"""The course of a dispute so far: contacts, what was promised, what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.contact import Commitment, Contact
from keepproof.services.deadlines import events_of

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.library.library import Library

Sent = tuple[datetime, str]
"""When a text was copied or exported, and for which channel."""


@dataclass(frozen=True, slots=True)
class Course:
    """Contacts and promises of one order, the texts sent in its dispute and the events of its claim, in order."""

    contacts: tuple[Contact, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    sent: tuple[Sent, ...] = ()
    events: tuple[ClaimEvent, ...] = ()

    def about(self, dispute_id: str) -> Course:
        """Leave out what belongs to another dispute of the order."""
        contacts = tuple(one for one in self.contacts if one.dispute_id in {None, dispute_id})
        gone = {one.id for one in self.contacts} - {one.id for one in contacts}
        kept = tuple(one for one in self.commitments if one.contact_id not in gone)
        return replace(self, contacts=contacts, commitments=kept)

    def promises(self, contact: Contact) -> tuple[Commitment, ...]:
        """List what was promised in a contact."""
        return tuple(one for one in self.commitments if one.contact_id == contact.id)

    def overdue(self, now: datetime) -> tuple[Commitment, ...]:
        """List the promises whose time is over, the longest overdue first."""
        return _by_due(one for one in self.commitments if one.overdue(now))

    def awaited(self, now: datetime) -> tuple[Commitment, ...]:
        """List the promises still to be kept, the next one due first."""
        return _by_due(
            one for one in self.commitments if one.state == "open" and not one.overdue(now)
        )

    def last(self) -> Contact | Sent | None:
        """Give what happened last: a contact or a text that was sent."""
        contact = self.contacts[-1] if self.contacts else None
        sent = self.sent[-1] if self.sent else None
        if contact is None or sent is None:
            return contact or sent
        return contact if contact.at >= sent[0] else sent


def course_of(library: Library, order_id: str, dispute: Dispute | None) -> Course:
    """Gather the course of one order."""
    sent = library.disputes.submissions(dispute.id) if dispute is not None else []
    return Course(
        tuple(library.contacts.of_order(order_id)),
        tuple(library.commitments.of_order(order_id)),
        tuple(sorted((one.at, one.channel) for one in sent)),
        events_of(library, dispute) if dispute is not None else (),
    )


class Courses:
    """The courses of all orders; only the events of a claim are asked for one by one."""

    def __init__(self, library: Library) -> None:
        """Read everything once."""
        self._library = library
        self._contacts: dict[str, list[Contact]] = {}
        self._commitments: dict[str, list[Commitment]] = {}
        self._sent = library.disputes.sent()
        for contact in library.contacts.all():
            self._contacts.setdefault(contact.order_id, []).append(contact)
        for commitment in library.commitments.all():
            self._commitments.setdefault(commitment.order_id, []).append(commitment)

    def of(self, order_id: str, dispute: Dispute | None) -> Course:
        """Give the course of one order."""
        contacts = sorted(self._contacts.get(order_id, ()), key=lambda one: one.at)
        sent = self._sent.get(dispute.id, ()) if dispute is not None else ()
        open_ = dispute is not None and dispute.state == "open"
        return Course(
            tuple(contacts),
            tuple(self._commitments.get(order_id, ())),
            tuple(sorted(sent)),
            events_of(self._library, dispute) if dispute is not None and open_ else (),
        )


def _by_due(found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    return tuple(
        sorted(found, key=lambda one: (one.due is None, one.due.timestamp() if one.due else 0.0))
    )
