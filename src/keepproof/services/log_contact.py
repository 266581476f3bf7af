"""Log, change and remove contacts, and note whether a promise was kept."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from keepproof.domain.changes import Changes
from keepproof.domain.contact import Commitment, CommitmentState, Contact
from keepproof.domain.contact import Outcome as ContactOutcome
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.services.call_notes import CallNotes, keep_notes
from keepproof.services.outcome import Outcome, together
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

AHEAD = timedelta(minutes=10)
"""Clocks differ; a contact further in the future than this cannot have been."""


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What the user filled in for one contact; `notes` taken during a call become evidence."""

    at: datetime
    party: str = "merchant"
    channel: str = "merchant_chat"
    summary: str = ""
    outcome: ContactOutcome = "answered"
    who: str = ""
    number: str = ""
    ticket: str = ""
    waited_seconds: int | None = None
    talked_seconds: int | None = None
    cost: Money | None = None
    promise: str = ""
    due: datetime | None = None
    notes: str = ""


def form_of(contact: Contact, promises: tuple[Commitment, ...]) -> ContactForm:
    """Lay a contact out as a form, to be changed."""
    promise = promises[0] if promises else None
    return ContactForm(
        contact.at,
        contact.party,
        contact.channel,
        contact.summary,
        contact.outcome,
        contact.who,
        contact.number,
        contact.ticket,
        contact.waited_seconds,
        contact.talked_seconds,
        contact.cost,
        promise.words if promise else "",
        promise.due if promise else None,
    )


def check_form(form: ContactForm, now: datetime) -> KnownError | None:
    """Find what is impossible: contact.in_future, due_without_promise, due_before, promise_missing."""
    if form.at > now + AHEAD:
        return KnownError("contact.in_future", at=f"{form.at:%Y-%m-%d %H:%M}")
    if form.due is not None and not form.promise.strip():
        return KnownError("contact.due_without_promise")
    if form.due is not None and form.due <= form.at:
        return KnownError("contact.due_before", due=f"{form.due:%Y-%m-%d %H:%M}")
    if form.outcome == "promised" and not form.promise.strip():
        return KnownError("contact.promise_missing")
    return None


def add_contact(
    library: Library, order_id: str, form: ContactForm, ticket: Ticket, lang: str = "zh"
) -> Outcome[Contact]:
    """Log a contact with what was promised in it; KnownErrors of `check_form`.

    Notes are kept first, as a text file filed in the order, so that they are safe whatever comes after.
    """
    _ready(library, form, ticket)
    library.orders.get(order_id)
    dispute = next(
        (one for one in library.disputes.of_order(order_id)[::-1] if one.state == "open"), None
    )
    notes = keep_notes(library, order_id, _noted(form), lang) if form.notes.strip() else None
    contact = _filled(
        Contact(
            uuid.uuid4().hex,
            order_id,
            form.party,
            form.channel,
            form.at,
            dispute_id=dispute.id if dispute else None,
            evidence_id=notes.value if notes else None,
        ),
        form,
    )
    after = _Record(contact, _promised(contact, form, ()))
    outcome = _written(library, None, after, "contact.add")
    steps = [outcome] if notes is None else [notes, outcome]
    return together(contact, steps, outcome.label)


def change_contact(
    library: Library, contact_id: str, form: ContactForm, ticket: Ticket
) -> Outcome[Contact]:
    """Store a changed form over a contact; KnownErrors of `check_form`."""
    _ready(library, form, ticket)
    before = _record(library, contact_id)
    contact = _filled(before.contact, form)
    after = _Record(contact, _promised(contact, form, before.promises))
    return replace(_written(library, before, after, "contact.change"), value=contact)


def attach_evidence(
    library: Library, contact_id: str, evidence_id: str | None, ticket: Ticket
) -> Outcome[Contact]:
    """Name the evidence that proves a contact, None for none."""
    ticket.check()
    before = _record(library, contact_id)
    contact = replace(before.contact, evidence_id=evidence_id)
    after = replace(before, contact=contact)
    return replace(_written(library, before, after, "contact.change"), value=contact)


def remove_contact(library: Library, contact_id: str, ticket: Ticket) -> Outcome[None]:
    """Remove a contact with its promises; evidence made of its notes stays."""
    ticket.check()
    return _written(library, _record(library, contact_id), None, "contact.remove")


def settle(
    library: Library, commitment_id: str, state: CommitmentState, now: datetime, ticket: Ticket
) -> Outcome[Commitment]:
    """Note that a promise was kept or broken, or is open again."""
    ticket.check()
    before = library.commitments.get(commitment_id)
    after = replace(before, state=state, settled_at=None if state == "open" else now)
    return _settled(library, before, after)


@dataclass(frozen=True, slots=True)
class _Record:
    """One contact with what was promised in it."""

    contact: Contact
    promises: tuple[Commitment, ...]


def _ready(library: Library, form: ContactForm, ticket: Ticket) -> None:
    ticket.check()
    problem = check_form(form, library.now())
    if problem is not None:
        raise problem


def _record(library: Library, contact_id: str) -> _Record:
    contact = library.contacts.get(contact_id)
    return _Record(contact, tuple(library.commitments.of_contact(contact_id)))


def _filled(contact: Contact, form: ContactForm) -> Contact:
    return replace(
        contact,
        party=form.party,
        channel=form.channel,
        at=form.at,
        summary=form.summary.strip(),
        outcome=form.outcome,
        who=form.who.strip(),
        number=form.number.strip(),
        ticket=form.ticket.strip(),
        waited_seconds=form.waited_seconds,
        talked_seconds=form.talked_seconds,
        cost=form.cost,
    )


def _noted(form: ContactForm) -> CallNotes:
    return CallNotes(form.notes, form.at, form.who, form.number, form.ticket)


def _promised(
    contact: Contact, form: ContactForm, known: tuple[Commitment, ...]
) -> tuple[Commitment, ...]:
    """Write the form's promise over the first one; further ones stay as they are."""
    words = form.promise.strip()
    if not words:
        return known[1:]
    new = Commitment(uuid.uuid4().hex, contact.order_id, contact.party, words, contact.at)
    promise = replace(
        known[0] if known else new,
        party=contact.party,
        words=words,
        made_at=contact.at,
        due=form.due,
        who=contact.who,
        contact_id=contact.id,
    )
    return (promise, *known[1:])


def _written(
    library: Library, before: _Record | None, after: _Record | None, label: str
) -> Outcome[Any]:
    """Put one state of a contact in place of another; None is a contact that is not there."""
    known = before or after
    if known is None:
        raise ValueError("a contact comes from nowhere and goes nowhere")
    kept = {one.id for one in after.promises} if after else set()
    with library.transaction():
        for one in before.promises if before else ():
            if one.id not in kept:
                library.commitments.remove(one.id)
        if after is None:
            library.contacts.remove(known.contact.id)
        else:
            library.contacts.put(after.contact)
            for one in after.promises:
                library.commitments.put(one)
    undo = partial(_written, before=after, after=before, label=label)
    return Outcome(None, _touched(known.contact), undo, label)


def _settled(library: Library, before: Commitment, after: Commitment) -> Outcome[Commitment]:
    library.commitments.put(after)
    undo = partial(_settled, before=after, after=before)
    return Outcome(
        after, Changes(orders=frozenset({after.order_id})), undo, f"commitment.{after.state}"
    )


def _touched(contact: Contact) -> Changes:
    disputes = frozenset({contact.dispute_id}) if contact.dispute_id else frozenset[str]()
    return Changes(orders=frozenset({contact.order_id}), disputes=disputes)
