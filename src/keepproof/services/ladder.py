"""The ladder of a dispute: whom to turn to, one rung after the other, free before paid, inside before outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from keepproof.domain.claim import EventKind
from keepproof.domain.contact import Contact
from keepproof.services.ladder_needs import FIRST_ASKED, Known, Need, Standing

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.knowledge import profile
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.knowledge.text import Text
    from keepproof.services.course import Course

State = Literal["done", "now", "next", "skipped", "locked"]

CLIMBED: Mapping[str, tuple[EventKind, ...]] = {
    "refund_form": ("applied", "changed"),
    "intervention": ("intervened",),
}
"""Events of the claim that say when a rung was climbed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One channel of a platform's ladder with what it needs; `opens` names the deadline to be over first."""

    channel: Channel
    needs: tuple[profile.Need, ...] = ()
    opens: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: its channel and how far one is with it.

    `at` is when it was tried last, `contact` the last contact on it, `sent` whether the last thing was a text
    that nobody has answered yet. `waiting`: an answer or a promise is still awaited. `opens` is set where the
    way is not open before that moment.
    """

    channel: Channel
    state: State
    needs: tuple[Need, ...] = ()
    at: datetime | None = None
    contact: Contact | None = None
    contacts: int = 0
    sent: bool = False
    waiting: bool = False
    opens: datetime | None = None
    note: Text | None = None

    @property
    def missing(self) -> tuple[profile.Need, ...]:
        """List what is needed and not there."""
        return tuple(one.code for one in self.needs if not one.met)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What happened on one rung."""

    at: datetime | None = None
    contact: Contact | None = None
    contacts: int = 0
    sent: bool = False
    waiting: bool = False
    touched: bool = False


def steps(book: Book, platform: str) -> list[Step]:
    """List the ladder of a platform; one without a ladder of its own has its channels in their order."""
    profile = book.platform(platform)
    made = [
        Step(book.channel(one.channel, platform), one.needs, one.opens, one.note)
        for one in profile.ladder
    ]
    return made or [Step(one) for one in book.channels(platform)]


def ladder(
    course: Course,
    offered: Sequence[Step],
    dispute: Dispute,
    issue: IssueType,
    now: datetime,
    known: Known | None = None,
) -> tuple[Rung, ...]:
    """Lay the steps out as rungs, the one to climb now marked; none is when all is solved or tried."""
    ordered = in_order(offered, issue)
    channels = [one.channel for one in ordered]
    tried = {one.id: _tried(one, channels, course, dispute, now) for one in channels}
    place = _place(channels, tried, course)
    touched = frozenset(id for id, one in tried.items() if one.touched)
    standing = Standing(course, dispute, issue, touched, known or Known(), now)
    rungs: list[Rung] = []
    for index, step in enumerate(ordered):
        seen = tried[step.channel.id]
        needs = tuple(Need(one, standing.met(one)) for one in step.needs)
        opens = standing.opens(step.opens)
        open_ = opens is None and all(one.met for one in needs)
        rungs.append(
            Rung(
                step.channel,
                _state(index, place, seen, open_=open_),
                needs,
                seen.at,
                seen.contact,
                seen.contacts,
                seen.sent,
                seen.waiting,
                opens,
                step.note,
            )
        )
    return tuple(rungs)


def in_order(offered: Sequence[Step], issue: IssueType) -> list[Step]:
    """Sort steps: inside the platform first, free ones first, the party this problem belongs to first."""
    first = issue.first_contact
    return sorted(
        offered,
        key=lambda one: (
            one.channel.party == "authority",
            one.channel.cost_class != "free" and one.channel.party != "authority",
            first == "platform" and one.channel.party == "merchant",
        ),
    )


def current(rungs: Sequence[Rung]) -> Rung | None:
    """Give the rung to climb now."""
    return next((one for one in rungs if one.state == "now"), None)


def below(rungs: Sequence[Rung], channel: str) -> tuple[Rung, ...]:
    """List the rungs under a channel that were not tried: what one would skip by going there.

    What only answers by itself (robot, self-help) and what costs money is not asked about.
    """
    ids = [one.channel.id for one in rungs]
    place = ids.index(channel) if channel in ids else 0
    return tuple(
        one
        for one in rungs[:place]
        if one.at is None and one.channel.takes_text and one.channel.cost_class == "free"
    )


def _tried(
    channel: Channel,
    ordered: Sequence[Channel],
    course: Course,
    dispute: Dispute,
    now: datetime,
) -> _Tried:
    contacts = [one for one in course.contacts if _rung_of(one, ordered) == channel.id]
    sent = [at for at, id in course.sent if id == channel.id]
    answered = _answered(channel, ordered, course, dispute)
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
    parties = [one for one in ordered if one.party == contact.party]
    return next((one.id for one in sorted(parties, key=lambda one: not one.takes_text)), "")


def _answered(
    channel: Channel, ordered: Sequence[Channel], course: Course, dispute: Dispute
) -> datetime | None:
    """Read from the claim and the answers when this rung was climbed."""
    kinds = CLIMBED.get(channel.id, ())
    found = [one.at for one in course.events if one.kind in kinds]
    first = next((one.id for one in ordered if one.party == "merchant"), "")
    answer = dispute.answers.get(FIRST_ASKED)
    if channel.id == first and isinstance(answer, str) and answer:
        try:
            at = datetime.fromisoformat(answer)
            found.append(at if at.tzinfo is not None else at.astimezone())
        except ValueError:
            return None
    return max(found, default=None)


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


def _state(index: int, place: int, seen: _Tried, *, open_: bool) -> State:
    if index == place:
        return "now"
    if seen.touched:
        return "done"
    if index < place:
        return "skipped"
    return "next" if open_ else "locked"
