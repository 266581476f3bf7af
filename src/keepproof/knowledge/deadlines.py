"""Deadlines of an order and its claim, from the rules of the platform and what the user read on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from keepproof.domain.claim import EVENT_KINDS, REQUESTS, ClaimEvent, Countdown, request
from keepproof.domain.deadline import Pause, Period, Reckoning, Unit, WorkingDays, reckon
from keepproof.knowledge.fact import Fact, weaker
from keepproof.knowledge.profile import DeadlineRule, Meaning, Season
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

Doubt = Literal[
    "later_than_now",
    "dates_contradict",
    "holidays_unknown",
    "season",
    "goods_guessed",
    "page_older",
]
State = Literal["running", "over", "met", "paused", "unknown"]
ALARMING: tuple[Status, ...] = ("verified", "user")
NEVER_CAME = ("not_received",)
NOT_SENT = ("late_shipment",)
UNITS: Mapping[str, Unit] = {
    "hours": "hours",
    "natural_days": "natural_days",
    "working_days": "working_days",
}
TOLERANCE = timedelta(minutes=5)  # clocks of phone, platform and computer differ


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of an order and its claim.

    `moments` are those of the order and of what was sent (sent_12315); `contradicting` names those that cannot
    all be right. `tracked`: the order has a tracking number.
    """

    moments: Mapping[str, datetime]
    events: tuple[ClaimEvent, ...] = ()
    countdowns: Mapping[str, Countdown] = field(default_factory=dict)
    issue: str = ""
    tracked: bool = False
    contradicting: frozenset[str] = frozenset()

    @property
    def request(self) -> ClaimEvent | None:
        """Give the request that holds now."""
        return request(self.events)

    def goods(self) -> tuple[frozenset[str], bool]:
        """Say where the goods were at the request, and whether that is only guessed."""
        asked = self.request
        if asked is not None and asked.goods:
            tags = {asked.goods} if asked.goods == "unshipped" else {"shipped", asked.goods}
            return frozenset(tags), False
        shipped, signed = (self._by_then(name, asked) for name in ("shipped", "signed"))
        if signed and self.issue not in NEVER_CAME:
            return frozenset({"shipped", "received"}), False
        if shipped or signed or (self.tracked and "shipped" not in self.moments):
            return frozenset({"shipped", "not_received"}), False
        sure = self.issue in NOT_SENT or "shipped" in self.moments
        return frozenset({"unshipped"}), not sure

    def _by_then(self, name: str, asked: ClaimEvent | None) -> bool:
        at = self.moments.get(name)
        return at is not None and (asked is None or at <= asked.at)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline with the rule it rests on.

    `due` is None where it is paused or where no figure is known: then the page is to be asked. `origin` page:
    the user copied it. Only one that `alarms` may ring; the others are hints, those from memory are shown as
    reference values.
    """

    id: str
    label: Text
    due: datetime | None
    starts: datetime | None
    who: str
    meaning: Meaning
    state: State
    rule: Text
    source: str
    as_of: str
    status: Status
    fact: str
    origin: Literal["rule", "page"] = "rule"
    doubts: tuple[Doubt, ...] = ()
    note: Text | None = None
    condition: Text | None = None

    @property
    def alarms(self) -> bool:
        """Say whether a countdown or an alarm may rest on it."""
        sure = self.status in ALARMING and not self.doubts
        return sure and self.due is not None and self.state == "running"


class Reckoner:
    """The deadline rules of a platform and of the parties that go with it."""

    def __init__(
        self,
        rules: Sequence[DeadlineRule],
        fact: Callable[[str], Fact],
        zone: ZoneInfo,
        days: WorkingDays,
        seasons: Sequence[Season] = (),
    ) -> None:
        """Take rules (of one id the first that fits counts), figures, the platform's zone and its calendar."""
        self._rules = tuple(rules)
        self._fact = fact
        self._zone = zone
        self._days = days
        self._seasons = tuple(seasons)

    def deadlines(self, course: Course, now: datetime) -> tuple[Deadline, ...]:
        """Compute every deadline that has begun, the next one first."""
        found: dict[str, Deadline] = {}
        for rule in self._rules:
            if rule.id not in found:
                one = self._deadline(rule, course, now)
                if one is not None:
                    found[rule.id] = one
        for rule in self._rules:
            if rule.id in course.countdowns and rule.id not in found:
                found[rule.id] = self._read(rule, course.countdowns[rule.id], now, None)
        return tuple(sorted(found.values(), key=_place))

    def _deadline(self, rule: DeadlineRule, course: Course, now: datetime) -> Deadline | None:
        anchor = self._anchor(rule, course)
        if anchor is None:
            return None
        name, starts = anchor
        fact = self._fact(rule.fact)
        settled = _settled(rule, course, starts)
        page = course.countdowns.get(rule.id)
        if page is not None and page.noted_at >= starts and settled is None:
            return self._read(rule, page, now, starts)
        doubts = self._doubts(rule, course, name, starts, now)
        if page is not None and settled is None:
            doubts = (*doubts, "page_older")
        reckoned = Reckoning(None)
        if fact.value is not None:
            period = Period(fact.value, UNITS[fact.unit], rule.start, rule.rolls)
            pauses = _pauses(rule, course.events)
            reckoned = reckon(starts, period, self._zone, self._days, pauses)
            if reckoned.approx:
                doubts = (*doubts, "holidays_unknown")
        due = reckoned.due
        return Deadline(
            rule.id,
            rule.label,
            due,
            starts.astimezone(self._zone),
            rule.who,
            rule.meaning,
            _state(due, settled, now, open_ended=fact.value is None),
            fact.rule,
            fact.source,
            fact.as_of,
            weaker(fact.status, rule.status),
            fact.id,
            doubts=doubts,
            note=rule.note,
            condition=fact.condition,
        )

    def _read(
        self, rule: DeadlineRule, page: Countdown, now: datetime, starts: datetime | None
    ) -> Deadline:
        """Take what the user read on the page, which comes before every rule."""
        return Deadline(
            rule.id,
            rule.label,
            page.due.astimezone(self._zone),
            starts.astimezone(self._zone) if starts else None,
            rule.who,
            rule.meaning,
            "over" if page.due <= now else "running",
            self._fact(rule.fact).rule,
            "page",
            page.noted_at.astimezone(self._zone).date().isoformat(),
            "user",
            rule.fact,
            "page",
            note=rule.note,
        )

    def _anchor(self, rule: DeadlineRule, course: Course) -> tuple[str, datetime] | None:
        """Find what the clock starts with, or None where the rule does not fit."""
        asked = course.request
        if rule.issues and course.issue not in rule.issues:
            return None
        if rule.claims and (asked is None or asked.claim not in rule.claims):
            return None
        if rule.goods != "any" and rule.goods not in course.goods()[0]:
            return None
        if any(one.kind in rule.unless for one in course.events):
            return None
        times = [(name, course.moments[name]) for name in rule.anchor if name in course.moments]
        times += [
            (one.kind, one.at)
            for one in course.events
            if one.kind in rule.anchor and (one.kind not in REQUESTS or one is asked)
        ]
        return max(times, key=lambda one: one[1], default=None)

    def _doubts(
        self, rule: DeadlineRule, course: Course, name: str, starts: datetime, now: datetime
    ) -> tuple[Doubt, ...]:
        found: list[Doubt] = []
        if starts > now + TOLERANCE:
            found.append("later_than_now")
        begun = course.moments.get("ordered") or course.moments.get("paid")
        if name in course.contradicting or (begun is not None and starts < begun):
            found.append("dates_contradict")
        if rule.goods != "any" and course.goods()[1]:
            found.append("goods_guessed")
        day = starts.astimezone(self._zone).date()
        if name in EVENT_KINDS and any(one.first <= day <= one.last for one in self._seasons):
            found.append("season")
        return tuple(found)


def _settled(rule: DeadlineRule, course: Course, starts: datetime) -> datetime | None:
    times = [one.at for one in course.events if one.kind in rule.until and one.at >= starts]
    times += [at for name, at in course.moments.items() if name in rule.until and at >= starts]
    return min(times, default=None)


def _pauses(rule: DeadlineRule, events: Iterable[ClaimEvent]) -> list[Pause]:
    pauses: list[Pause] = []
    since: datetime | None = None
    for one in sorted(events, key=lambda each: each.at):
        if since is None and one.kind in rule.pauses:
            since = one.at
        elif since is not None and one.kind in rule.resumes:
            pauses.append(Pause(since, one.at))
            since = None
    return pauses if since is None else [*pauses, Pause(since)]


def _state(
    due: datetime | None, settled: datetime | None, now: datetime, *, open_ended: bool
) -> State:
    if settled is not None:
        return "met"
    if due is None:
        return "unknown" if open_ended else "paused"
    return "over" if due <= now else "running"


def _place(one: Deadline) -> tuple[bool, bool, float, str]:
    done = one.state in {"met", "over"}
    return done, one.due is None, one.due.timestamp() if one.due else 0.0, one.id
