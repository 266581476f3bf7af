"""The ladder of a dispute: whom to turn to, one rung after the other, free before paid, inside before outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from keepproof.domain.contact import Contact

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.knowledge.channel import Channel
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.services.course import Course

State = Literal["done", "now", "next", "skipped", "locked"]
NeedCode = Literal["request_filed", "refused", "platform_asked", "trader_named", "person_named"]

ANSWERED_AT = {
    "contact_at": "merchant",
    "applied_at": "refund_form",
    "intervened_at": "intervention",
}
"""Answers that say when a rung was climbed: by the id of a channel, or by its party."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a rung asks for before it can be climbed, and whether it is there."""

    code: NeedCode
    met: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: its channel and how far one is with it.

    `at` is when it was tried last, `contact` the last contact on it, `sent` whether the last thing was a text
    that nobody has answered yet. `waiting`: an answer or a promise is still awaited.
    """

    channel: Channel
    state: State
    needs: tuple[Need, ...] = ()
    at: datetime | None = None
    contact: Contact | None = None
    contacts: int = 0
    sent: bool = False
    waiting: bool = False

    @property
    def missing(self) -> tuple[NeedCode, ...]:
        """List what is needed and not there."""
        return tuple(one.code for one in self.needs if not one.met)


@dataclass(frozen=True, slots=True)
class Known:
    """What the needs of the rungs are checked against, besides the course."""

    trader: bool = True
    person: bool = True


@dataclass(frozen=True, slots=True)
class _Tried:
    """What happened on one rung."""

    at: datetime | None = None
    contact: Contact | None = None
    contacts: int = 0
    sent: bool = False
    waiting: bool = False
    touched: bool = False


def ladder(
    course: Course,
    channels: Sequence[Channel],
    dispute: Dispute,
    issue: IssueType,
    now: datetime,
    known: Known | None = None,
) -> tuple[Rung, ...]:
    """Lay the channels out as rungs, the one to climb now marked; none is when all is solved or tried."""
    ordered = in_order(channels, issue)
    tried = {one.id: _tried(one, ordered, course, dispute, now) for one in ordered}
    place = _place(ordered, tried, course)
    rungs: list[Rung] = []
    for index, channel in enumerate(ordered):
        seen = tried[channel.id]
        needs = _needs(channel, ordered, tried, course, dispute, known or Known())
        state = _state(index, place, seen, needs)
        rungs.append(
            Rung(
                channel,
                state,
                needs,
                seen.at,
                seen.contact,
                seen.contacts,
                seen.sent,
                seen.waiting,
            )
        )
    return tuple(rungs)


def in_order(channels: Sequence[Channel], issue: IssueType) -> list[Channel]:
    """Sort channels: inside the platform first, free ones first, the party this problem belongs to first."""
    first = issue.first_contact
    return sorted(
        channels,
        key=lambda one: (
            one.party == "authority",
            one.cost_class != "free",
            first == "platform" and one.party == "merchant",
        ),
    )


def current(rungs: Sequence[Rung]) -> Rung | None:
    """Give the rung to climb now."""
    return next((one for one in rungs if one.state == "now"), None)


def below(rungs: Sequence[Rung], channel: str) -> tuple[Rung, ...]:
    """List the rungs under a channel that were not tried: what one would skip by going there."""
    ids = [one.channel.id for one in rungs]
    place = ids.index(channel) if channel in ids else 0
    return tuple(one for one in rungs[:place] if one.at is None and not one.contacts)


def _tried(
    channel: Channel,
    ordered: Sequence[Channel],
    course: Course,
    dispute: Dispute,
    now: datetime,
) -> _Tried:
    contacts = [one for one in course.contacts if _rung_of(one, ordered) == channel.id]
    sent = [at for at, id in course.sent if id == channel.id]
    answered = _answered(channel, ordered, dispute)
    contact = contacts[-1] if contacts else None
    last_sent = sent[-1] if sent else None
    moments = [one for one in (contact.at if contact else None, last_sent) if one is not None]
    unanswered = last_sent is not None and (contact is None or last_sent > contact.at)
    waiting = unanswered
    if contact is not None and not unanswered and contact.outcome == "promised":
        promises = course.promises(contact)
        waiting = any(one.state == "open" and not one.overdue(now) for one in promises)
    return _Tried(
        max(moments) if moments else answered,
        contact,
        len(contacts),
        unanswered,
        waiting,
        touched=bool(moments) or answered is not None,
    )


def _rung_of(contact: Contact, ordered: Sequence[Channel]) -> str:
    """Say which rung a contact belongs to: that of its channel, else the first one of its party."""
    for one in ordered:
        if one.id == contact.channel and one.party == contact.party:
            return one.id
    return next((one.id for one in ordered if one.party == contact.party), "")


def _answered(channel: Channel, ordered: Sequence[Channel], dispute: Dispute) -> datetime | None:
    """Read from the answers when this rung was climbed."""
    first = next((one.id for one in ordered if one.party == channel.party), "")
    for question, place in ANSWERED_AT.items():
        answer = dispute.answers.get(question)
        here = place == channel.id or (place == channel.party and first == channel.id)
        if here and isinstance(answer, str) and answer:
            try:
                return datetime.fromisoformat(answer).astimezone()
            except ValueError:
                continue
    return None


def _place(ordered: Sequence[Channel], tried: Mapping[str, _Tried], course: Course) -> int:
    """Find the rung to climb now: the highest one that waits, else the one above the highest tried."""
    last = course.last()
    if isinstance(last, Contact) and last.outcome == "solved":
        return len(ordered)
    waiting = [at for at, one in enumerate(ordered) if tried[one.id].waiting]
    touched = [at for at, one in enumerate(ordered) if tried[one.id].touched]
    if waiting and waiting[-1] == touched[-1]:
        return waiting[-1]
    return touched[-1] + 1 if touched else 0


def _state(index: int, place: int, seen: _Tried, needs: Sequence[Need]) -> State:
    if index == place:
        return "now"
    if seen.touched:
        return "done"
    if index < place:
        return "skipped"
    return "next" if all(one.met for one in needs) else "locked"


def _needs(
    channel: Channel,
    ordered: Sequence[Channel],
    tried: Mapping[str, _Tried],
    course: Course,
    dispute: Dispute,
    known: Known,
) -> tuple[Need, ...]:
    if channel.id == "intervention":
        filed = any(tried[one.id].touched for one in ordered if one.id == "refund_form")
        refused = bool(dispute.answers.get("refused_at") or dispute.answers.get("refuse_reason"))
        refused = refused or any(one.failed and one.party == "merchant" for one in course.contacts)
        refused = refused or any(one.state == "broken" for one in course.commitments)
        return (Need("request_filed", filed), Need("refused", refused))
    if channel.party == "authority":
        asked = any(tried[one.id].touched for one in ordered if one.party == "platform")
        return (
            Need("platform_asked", asked),
            Need("trader_named", known.trader),
            Need("person_named", known.person),
        )
    return ()
