"""Take a promise that stands in a chat over among what was promised about an order; it is then reminded of."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.chat import Role
from keepproof.domain.contact import Commitment, CommitmentState
from keepproof.domain.promise import Promise, PromiseState
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

PARTIES = {Role.MERCHANT: "merchant", Role.PLATFORM: "platform", Role.COURIER: "courier"}
OTHER = "other"
STATES: dict[PromiseState, CommitmentState] = {
    PromiseState.KEPT: "kept",
    PromiseState.BROKEN: "broken",
}


def taken(known: Iterable[Commitment], evidence_id: str, promise: Promise) -> Commitment | None:
    """Find a promise among those taken over: the same evidence, the same place, the same words or a part of them."""
    return next(
        (
            one
            for one in known
            if (one.evidence_id, one.place) == (evidence_id, promise.place)
            and (one.words in promise.words or promise.words in one.words)
        ),
        None,
    )


def take_promise(
    library: Library, order_id: str, evidence_id: str, promise: Promise, ticket: Ticket
) -> Outcome[Commitment]:
    """Keep a promise of a chat with its words, its due time and its place.

    What the order's moments have settled already is settled here too; all else is open. KnownErrors:
    contact.promise_taken, contact.promise_undated, contact.promise_is_claim (it tells what the goods are),
    library.not_found where the evidence is not in the order.
    """
    ticket.check()
    if not any(one.evidence.id == evidence_id for one in library.evidence.of_order(order_id)):
        raise KnownError("library.not_found", what="evidence", id=evidence_id)
    if promise.claim:
        raise KnownError("contact.promise_is_claim", words=promise.words)
    if promise.said is None:
        raise KnownError("contact.promise_undated", words=promise.words)
    if taken(library.commitments.of_order(order_id), evidence_id, promise) is not None:
        raise KnownError("contact.promise_taken", words=promise.words)
    state = STATES.get(promise.state, "open")
    made = Commitment(
        uuid.uuid4().hex,
        order_id,
        PARTIES.get(promise.party, OTHER),
        promise.words,
        promise.said,
        promise.due,
        state,
        promise.sender,
        evidence_id=evidence_id,
        place=promise.place,
        settled_at=None if state == "open" else promise.settled or library.now(),
    )
    return _put(library, made, "commitment.take")


def remove_promise(library: Library, commitment_id: str, ticket: Ticket) -> Outcome[Commitment]:
    """Take a promise out of the log again; the chat it stands in stays as it is. KnownError library.not_found."""
    ticket.check()
    return _remove(library, library.commitments.get(commitment_id), "commitment.remove")


def _put(library: Library, one: Commitment, label: str) -> Outcome[Commitment]:
    library.commitments.put(one)
    return Outcome(one, _touched(one), partial(_remove, one=one, label=label), label)


def _remove(library: Library, one: Commitment, label: str) -> Outcome[Commitment]:
    library.commitments.remove(one.id)
    return Outcome(one, _touched(one), partial(_put, one=one, label=label), label)


def _touched(one: Commitment) -> Changes:
    return Changes(orders=frozenset({one.order_id}))
