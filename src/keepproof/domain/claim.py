"""The course of a claim: what happened to the request, and what a page said about the time left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

EventKind = Literal[
    "applied",
    "changed",
    "refused",
    "agreed",
    "buyer_shipped",
    "return_signed",
    "intervened",
    "evidence_done",
    "completed",
    "closed",
]
Claim = Literal["refund", "return", "exchange", "resend", "repair"]
Goods = Literal["", "unshipped", "not_received", "received"]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
CLAIMS: tuple[Claim, ...] = get_args(Claim)
REQUESTS: tuple[EventKind, ...] = ("applied", "changed")


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """One thing that happened to a request.

    `claim` and `goods` (what the form was told about the goods, "" when not told) are set for `applied` and
    `changed`, the two that start the clock of the merchant.
    """

    id: str
    dispute_id: str
    kind: EventKind
    at: datetime
    claim: Claim | Literal[""] = ""
    goods: Goods = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Countdown:
    """What the page of the platform said about a deadline, and when the user read it there."""

    dispute_id: str
    deadline: str
    due: datetime
    noted_at: datetime


def request(events: tuple[ClaimEvent, ...]) -> ClaimEvent | None:
    """Give the request that holds now: the last one made or changed, of equal times the later in the list."""
    made = [one for one in events if one.kind in REQUESTS]
    return max(reversed(made), key=lambda one: one.at, default=None)
