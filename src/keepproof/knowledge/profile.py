"""What a platform profile says besides its channels: whom to ask, the ladder, the deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from keepproof.domain.claim import Claim, EventKind
from keepproof.domain.deadline import Start
from keepproof.knowledge.issue_type import Party
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

Need = Literal[
    "contact_logged",
    "request_filed",
    "refused_or_overdue",
    "intervention_open",
    "platform_closed",
    "merchant_named",
    "real_name",
    "evidence",
]
GoodsState = Literal["any", "unshipped", "shipped", "not_received", "received"]
Meaning = Literal["answer", "act", "opens", "ends"]
NEEDS: tuple[Need, ...] = get_args(Need)


@dataclass(frozen=True, slots=True)
class Routing:
    """Whom to ask about a kind of question (an inquiry or issue code, or a group): channels, free ones first."""

    kind: str
    party: Party
    channels: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: the channel, and what is needed before it is climbed.

    `opens` names the deadline that has to be over first, where there is one.
    """

    channel: str
    source: str
    as_of: str
    status: Status
    needs: tuple[Need, ...] = ()
    opens: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One deadline: from which event, how long by which fact, for whom.

    `anchor` names moments of the order (ordered, paid, shipped, signed, confirmed), events of the claim, or
    sent_CHANNEL; the latest of them counts. `until` are events that settle it. The clock stands still from
    an event of `pauses` to one of `resumes`. Of rules with the same id the first that fits counts. `status`
    weakens that of the fact. `meaning`: answer (the other side must act by then), act (the buyer must), opens
    (possible from then on), ends (a right ends).
    """

    id: str
    label: Text
    fact: str
    anchor: tuple[str, ...]
    who: Party | Literal["buyer"]
    meaning: Meaning
    start: Start = "same_moment"
    claims: tuple[Claim, ...] = ()
    goods: GoodsState = "any"
    issues: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    unless: tuple[EventKind, ...] = ()
    pauses: tuple[EventKind, ...] = ()
    resumes: tuple[EventKind, ...] = ()
    rolls: bool = False
    status: Status | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A time of the year in which other limits hold (both days included); ours are only hints then."""

    first: date
    last: date
    note: Text
    source: str
    as_of: str
    status: Status


@dataclass(frozen=True, slots=True)
class Profile:
    """Deadlines and ways of a party that is no platform: authorities, payment arms, couriers."""

    id: str
    name: Text
    kind: Literal["authority", "payment", "courier"]
    country: str
    channels: tuple[str, ...]
    source: str
    as_of: str
    status: Status
    takes: Text | None = None
    deadlines: tuple[DeadlineRule, ...] = ()
