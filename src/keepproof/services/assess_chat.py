"""Say what a chat holds: what was promised and whether it was kept, and where something is missing.

What cannot be known stays open or unjudged: nothing here is a guess about what happened outside the chat.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from keepproof.domain.chat import Chat, ChatMessage, Role
from keepproof.domain.order import Moments
from keepproof.domain.promise import Assessment, Promise, PromiseState, Saying, SayingKind
from keepproof.knowledge.promise_due import WorkingDays, due
from keepproof.services.chat_gaps import gaps, notices

if TYPE_CHECKING:
    from keepproof.knowledge.promise import PromiseRules
    from keepproof.ticket import Ticket

RELATIVE = frozenset({"minutes", "hours", "days", "weeks", "working_days"})
# What follows a promise at once is no answer yet, but still the same message in pieces.
AT_ONCE = timedelta(minutes=10)
_STEP = 2000


@dataclass(frozen=True, slots=True)
class Known:
    """What settles promises: the moments of the order, a refund, and that the goods were not sent at all.

    `zone` is the time zone of the platform; `working_days` gives the n-th working day after a day, where known.
    """

    moments: Moments
    zone: ZoneInfo
    now: datetime
    refunded: datetime | None = None
    unshipped: bool = False
    working_days: WorkingDays | None = None


def assess(chat: Chat, rules: PromiseRules, known: Known, ticket: Ticket) -> Assessment:
    """Find what is said in a chat, and judge each promise by what is known."""
    messages = tuple(chat.messages)
    times = [said_at(one, known.zone) for one in messages]
    sayings: dict[int, tuple[Saying, ...]] = {}
    # shops and their robots say the same over and over
    read: dict[tuple[str, Role], tuple[Saying, ...]] = {}
    for index, one in enumerate(messages):
        if index % _STEP == 0:
            ticket.check()
        said = one.text, one.role
        found = read.get(said)
        if found is None:
            found = read[said] = rules.read(*said)
        if found:
            sayings[index] = found
    judge = _Judge(messages, times, rules, known)
    return Assessment(
        sayings,
        tuple(judge.promises(sayings, ticket)),
        tuple(gaps(messages, times, rules)),
        tuple(notices(chat, rules)),
    )


def said_at(one: ChatMessage, zone: ZoneInfo) -> datetime | None:
    """Return when a message was said; a time without a zone is taken as the platform's."""
    if one.at is not None:
        return one.at
    if len(one.local) != 19:
        return None
    try:
        return datetime.fromisoformat(one.local).replace(tzinfo=zone)
    except ValueError:
        return None


class _Judge:
    """Judges the promises of one chat."""

    def __init__(
        self,
        messages: Sequence[ChatMessage],
        times: Sequence[datetime | None],
        rules: PromiseRules,
        known: Known,
    ) -> None:
        self._messages = messages
        self._times = times
        self._rules = rules
        self._known = known

    @cached_property
    def _spoken(self) -> tuple[defaultdict[Role, _Times], defaultdict[str, _Times]]:
        """Sort the times of all messages by role, and by sender."""
        by_role: defaultdict[Role, _Times] = defaultdict(_Times)
        by_sender: defaultdict[str, _Times] = defaultdict(_Times)
        for number, (at, one) in enumerate(zip(self._times, self._messages, strict=True)):
            if at is not None:
                by_role[one.role].add(number, at)
                by_sender[one.sender].add(number, at)
        return by_role, by_sender

    def promises(
        self, sayings: Mapping[int, Sequence[Saying]], ticket: Ticket
    ) -> Iterator[Promise]:
        """Give the promises in the order they were made."""
        for index, found in sayings.items():
            for one in found:
                if one.kind is SayingKind.PROMISE:
                    ticket.check()
                    yield self._promise(index, one)

    def _promise(self, index: int, saying: Saying) -> Promise:
        message, said = self._messages[index], self._times[index]
        until = self._due(saying, said)
        party = saying.party or _party(message.role)
        state, settled = self._settled(index, saying, party, until)
        late = None
        if state is PromiseState.BROKEN and settled is not None and until is not None:
            late = round((settled - until).total_seconds())
        return Promise(
            index,
            message.source,
            message.sender,
            message.role,
            party,
            saying.topic,
            message.text[saying.start : saying.end],
            said,
            until,
            state,
            settled,
            late,
            not self._rules.topics[saying.topic].timed,
        )

    def _due(self, saying: Saying, said: datetime | None) -> datetime | None:
        if saying.when is None or said is None:
            return None
        paid = self._known.moments.paid
        start = said
        topic = self._rules.topics[saying.topic]
        if topic.from_paid and paid is not None and saying.when.unit in RELATIVE:
            start = max(said, paid)
        return due(saying.when, start, self._known.zone, self._known.working_days)

    def _settled(
        self, index: int, saying: Saying, party: Role, until: datetime | None
    ) -> tuple[PromiseState, datetime | None]:
        moment = self._rules.topics[saying.topic].moment
        said = self._times[index]
        if until is None or said is None:
            return PromiseState.UNJUDGED, None
        waiting = PromiseState.OPEN if self._known.now <= until else PromiseState.UNJUDGED
        if moment == "message":
            return self._answered(index, said, party, until, waiting)
        known = self._known
        happened = {
            "shipped": known.moments.shipped,
            "signed": known.moments.signed,
            "refunded": known.refunded,
        }.get(moment)
        if happened is None:
            broken = moment == "shipped" and known.unshipped and known.now > until
            return (PromiseState.BROKEN if broken else waiting), None
        if happened < said:
            # what had happened before is not what was promised
            return PromiseState.UNJUDGED, None
        return _by(happened, until), happened

    def _answered(
        self, index: int, said: datetime, party: Role, until: datetime, waiting: PromiseState
    ) -> tuple[PromiseState, datetime | None]:
        """Judge a promised answer by the next message of the party; without one by who wrote in vain."""
        by_role, by_sender = self._spoken
        sender = self._messages[index].sender
        said_by = by_sender[sender] if party is Role.UNKNOWN else by_role[party]
        answer = said_by.first(index, said + min(AT_ONCE, (until - said) / 10))
        if answer is not None:
            return _by(answer, until), answer
        asked = by_role[Role.ME].latest(index)
        in_vain = asked is not None and asked > until
        return (PromiseState.BROKEN if in_vain else waiting), None


class _Times:
    """When some of the messages of a chat were said, by their numbers."""

    def __init__(self) -> None:
        """Start without any."""
        self._numbers: list[int] = []
        self._times: list[datetime] = []

    def add(self, number: int, at: datetime) -> None:
        """Add a message; they come in the order of the chat."""
        self._numbers.append(number)
        self._times.append(at)

    @cached_property
    def _latest(self) -> list[datetime]:
        """Return for each of them the latest time from there on."""
        return [*accumulate(reversed(self._times), max)][::-1]

    def latest(self, number: int) -> datetime | None:
        """Return the latest time behind a message."""
        place = bisect_right(self._numbers, number)
        return self._latest[place] if place < len(self._latest) else None

    def first(self, number: int, from_: datetime) -> datetime | None:
        """Return the time of the first message behind another that was not said before a moment."""
        latest = self.latest(number)
        if latest is None or latest < from_:
            return None
        place = bisect_right(self._numbers, number)
        return next(at for at in islice(self._times, place, None) if at >= from_)


def _by(happened: datetime, until: datetime) -> PromiseState:
    return PromiseState.KEPT if happened <= until else PromiseState.BROKEN


def _party(role: Role) -> Role:
    """Take a shop's robot for the shop: it promises in its name."""
    return Role.MERCHANT if role is Role.ROBOT else role
