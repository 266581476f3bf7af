"""How long answers took by channel, and what calls cost and how many were not needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from keepproof.domain.contact import Contact
from keepproof.domain.money import Money, added

if TYPE_CHECKING:
    from keepproof.library.library import Library

DAY_S = 86400.0
PHONE = "call"


@dataclass(frozen=True, slots=True)
class Wait:
    """How long texts sent through a channel waited for an answer: the median in days, of how many."""

    channel: str
    days: float
    count: int


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls that were logged, and contacts in writing that needed none.

    `seconds` adds waiting and talking; `cost` adds what was noted. `saved` estimates what the written contacts
    would have cost as calls as long as hers are on average, None where no call has a cost to go by.
    """

    count: int
    seconds: int
    cost: Money | None
    written: int
    saved: Money | None


def waits(library: Library, party_of: Callable[[str, str], str]) -> tuple[Wait, ...]:
    """Measure from each sent text to the next answer of the party it went to; what is unanswered does not count.

    `party_of` names the party of a channel (order id, channel id). The slowest channel comes first.
    """
    contacts: dict[str, list[Contact]] = {}
    for one in library.contacts.all():
        if one.outcome != "no_answer":
            contacts.setdefault(one.order_id, []).append(one)
    found: dict[str, list[float]] = {}
    for dispute in library.disputes.all():
        answers = contacts.get(dispute.order_id, [])
        for sent in library.disputes.submissions(dispute.id):
            party = party_of(dispute.order_id, sent.channel)
            at = _next(answers, party, sent.at)
            if at is not None:
                found.setdefault(sent.channel, []).append((at - sent.at).total_seconds() / DAY_S)
    made = [Wait(channel, median(days), len(days)) for channel, days in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.days, one.channel)))


def calls(library: Library) -> Calls:
    """Add up the calls, and estimate those that were not needed."""
    contacts = library.contacts.all()
    called = [one for one in contacts if one.channel == PHONE or one.number]
    sent = sum(len(library.disputes.submissions(one.id)) for one in library.disputes.all())
    written = sent + len(contacts) - len(called)
    priced = [one.cost for one in called if one.cost is not None]
    cost = next(iter(added(priced)), None)  # a tariff has one currency
    saved = None
    if cost is not None and cost.cents and written:
        same = sum(1 for one in priced if one.currency == cost.currency)
        saved = Money(round(cost.cents / same * written), cost.currency)
    return Calls(len(called), sum(one.seconds or 0 for one in called), cost, written, saved)


def _next(answers: Sequence[Contact], party: str, sent: datetime) -> datetime | None:
    later = [one.at for one in answers if one.party == party and one.at > sent]
    return min(later, default=None)
