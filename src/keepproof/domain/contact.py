"""Contacts: each attempt to reach somebody, and what somebody promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from keepproof.domain.money import Money

Outcome = Literal["answered", "unsatisfied", "refused", "no_answer", "promised", "solved"]
CommitmentState = Literal["open", "kept", "broken"]

OUTCOMES: tuple[Outcome, ...] = (
    "answered",
    "unsatisfied",
    "refused",
    "no_answer",
    "promised",
    "solved",
)
FAILED: frozenset[str] = frozenset({"unsatisfied", "refused", "no_answer"})
PARTIES = ("merchant", "platform", "courier", "payment", "authority", "other")
OTHER_CHANNEL = "other"
PHONES = frozenset({"call", "merchant_phone"})


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt to reach somebody about an order.

    `channel` is the id of a channel or "other"; `number` the phone number that was called; waiting and talking
    are in whole seconds, None where nobody looked at a clock. `evidence_id` is what proves it.
    """

    id: str
    order_id: str
    party: str
    channel: str
    at: datetime
    summary: str = ""
    outcome: Outcome = "answered"
    dispute_id: str | None = None
    who: str = ""
    number: str = ""
    ticket: str = ""
    waited_seconds: int | None = None
    talked_seconds: int | None = None
    cost: Money | None = None
    evidence_id: str | None = None

    @property
    def called(self) -> bool:
        """Say whether it was a phone call."""
        return self.channel in PHONES or bool(self.number)

    @property
    def failed(self) -> bool:
        """Say whether it led nowhere."""
        return self.outcome in FAILED

    @property
    def seconds(self) -> int | None:
        """Add waiting and talking, None where neither is known."""
        known = [one for one in (self.waited_seconds, self.talked_seconds) if one is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody promised, word for word, and by when.

    It was said in a contact (`contact_id`) or stands in a piece of evidence (`evidence_id` and the `place`
    in it, such as a line of a chat). `state` is what the user found: whether it was kept is never guessed.
    """

    id: str
    order_id: str
    party: str
    words: str
    made_at: datetime
    due: datetime | None = None
    state: CommitmentState = "open"
    who: str = ""
    contact_id: str | None = None
    evidence_id: str | None = None
    place: str = ""
    settled_at: datetime | None = None

    def overdue(self, now: datetime) -> bool:
        """Say whether its time is over and nobody has noted that it was kept or broken."""
        return self.state == "open" and self.due is not None and self.due <= now
