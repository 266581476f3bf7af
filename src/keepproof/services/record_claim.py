"""Record what happened to a request, and what the page said about the time left."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from keepproof.domain.changes import Changes
from keepproof.domain.claim import REQUESTS, ClaimEvent, Countdown
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

AHEAD = timedelta(minutes=10)
"""Clocks differ; what is said to have happened later than this cannot have."""
LONGEST = timedelta(days=400)


def record_event(library: Library, event: ClaimEvent, ticket: Ticket) -> Outcome[ClaimEvent]:
    """Record one event of a claim; an empty id gets a new one, a known one is replaced.

    KnownErrors claim.in_future, claim.type_missing (a request without what is asked for), claim.nothing_asked
    (a change before anything was asked), dispute.unknown.
    """
    ticket.check()
    library.disputes.get(event.dispute_id)
    if event.at > library.now() + AHEAD:
        raise KnownError("claim.in_future", at=f"{event.at:%Y-%m-%d %H:%M}")
    asks = event.kind in REQUESTS
    if asks and not event.claim:
        raise KnownError("claim.type_missing")
    known = library.course.events(event.dispute_id)
    before = next((one for one in known if one.id == event.id), None)
    asked = any(one.kind in REQUESTS for one in known if one is not before)
    if event.kind == "changed" and not asked:
        raise KnownError("claim.nothing_asked")
    bare = event if asks else replace(event, claim="", goods="")
    after = replace(bare, id=bare.id or uuid.uuid4().hex)
    outcome = _event_written(library, before, after, f"claim.{after.kind}")
    return replace(outcome, value=after)


def remove_event(library: Library, event_id: str, ticket: Ticket) -> Outcome[None]:
    """Remove one event of a claim."""
    ticket.check()
    before = library.course.event(event_id)
    outcome = _event_written(library, before, None, "claim.remove")
    return replace(outcome, value=None)


def set_countdown(
    library: Library, dispute_id: str, deadline: str, due: datetime, ticket: Ticket
) -> Outcome[Countdown]:
    """Note what the page says about a deadline; from now on it comes before every rule.

    KnownErrors claim.countdown_impossible (no page counts down that far or from that long ago).
    """
    ticket.check()
    now = library.now()
    if abs(due - now) > LONGEST:
        raise KnownError("claim.countdown_impossible", at=f"{due:%Y-%m-%d %H:%M}")
    before = library.course.countdowns(dispute_id).get(deadline)
    after = Countdown(dispute_id, deadline, due, now)
    return replace(_countdown_written(library, before, after), value=after)


def clear_countdown(
    library: Library, dispute_id: str, deadline: str, ticket: Ticket
) -> Outcome[None]:
    """Forget what the page said; the rule counts again. KnownError claim.no_countdown."""
    ticket.check()
    before = library.course.countdowns(dispute_id).get(deadline)
    if before is None:
        raise KnownError("claim.no_countdown", deadline=deadline)
    return replace(_countdown_written(library, before, None), value=None)


def _event_written(
    library: Library, before: ClaimEvent | None, after: ClaimEvent | None, label: str
) -> Outcome[Any]:
    """Put one state of an event in place of another; None is an event that is not there."""
    known = after or before
    if known is None:
        raise ValueError("an event comes from nowhere and goes nowhere")
    if after is None:
        library.course.remove_event(known.id)
    else:
        library.course.put_event(after)
    undo = partial(_event_written, before=after, after=before, label=label)
    return Outcome(after, _touched(library, known.dispute_id), undo, label)


def _countdown_written(
    library: Library, before: Countdown | None, after: Countdown | None
) -> Outcome[Any]:
    known = after or before
    if known is None:
        raise ValueError("a countdown comes from nowhere and goes nowhere")
    if after is None:
        library.course.drop_countdown(known.dispute_id, known.deadline)
    else:
        library.course.put_countdown(after)
    undo = partial(_countdown_written, before=after, after=before)
    label = "claim.countdown" if after is not None else "claim.countdown_clear"
    return Outcome(after, _touched(library, known.dispute_id), undo, label)


def _touched(library: Library, dispute_id: str) -> Changes:
    dispute = library.disputes.get(dispute_id)
    return Changes(orders=frozenset({dispute.order_id}), disputes=frozenset({dispute_id}))
