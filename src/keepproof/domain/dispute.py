"""Disputes: one problem with one order, its answers, its one demand, and what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from keepproof.domain.money import Money

Answer = str | bool


OUTCOMES = ("solved", "partly", "unsolved", "withdrawn")
MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Ending:
    """How a dispute ended, in the user's own judgement.

    `outcome` is one of OUTCOMES, "" where it was not said; `rating` is 1 to 5, how content she is with how it
    was handled; `recovered` is the money that came back.
    """

    outcome: str = ""
    at: datetime | None = None
    recovered: Money | None = None
    rating: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One problem with one order.

    `answers` maps question ids to text (dates as ISO 8601, numbers and choices as text) or bool.
    `demand` is one demand id of the issue type; `amount` is set where it asks for money. `ending` says how
    a closed one ended, where that is known.
    """

    id: str
    order_id: str
    issue: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    demand: str = ""
    amount: Money | None = None
    reason: str = ""
    left_out: frozenset[int] = frozenset()
    state: str = "open"
    opened_at: datetime | None = None
    ending: Ending | None = None

    @property
    def days(self) -> int | None:
        """Say how many whole days passed from opening to closing, None where one of them is unknown."""
        if self.ending is None or self.ending.at is None or self.opened_at is None:
            return None
        return max(0, (self.ending.at - self.opened_at).days)


@dataclass(frozen=True, slots=True)
class StatementEdit:
    """The user's own words for one statement in one channel and language.

    `base` is the generated text she replaced: when the facts now give another, the edit is stale.
    """

    dispute_id: str
    channel: str
    lang: str
    statement: str
    text: str
    base: str


@dataclass(frozen=True, slots=True)
class MaskChoice:
    """Whether the user wants a private item hidden or shown in one channel; `item` is `kind:value`."""

    dispute_id: str
    channel: str
    item: str
    masked: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """A frozen copy of what was pasted, where and when, and the evidence it cites."""

    id: str
    dispute_id: str
    channel: str
    lang: str
    text: str
    at: datetime
    numbers: tuple[int, ...] = ()
    ticket: str = ""
