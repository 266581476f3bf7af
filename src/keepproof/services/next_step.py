"""The one next step of an order: what is broken, due, unanswered or missing, then whom to turn to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.contact import Commitment, Contact
from keepproof.services.course import Course
from keepproof.services.ladder import Step, current, ladder

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.evidence import Proof
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.services.checklist import ChecklistRow

NOTHING_TO_DO = frozenset({"kept", "closed"})
URGENT = frozenset({"check_changed", "overdue"})
WAITING = frozenset({"await_reply", "await_promise"})


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next step. `code` is worded by window and command line.

    Codes: add_first (no evidence at all), kept (proof is there, no problem known), answer (data: open),
    add_missing (data: count, kinds), check_changed (data: numbers), contact_merchant (data: channel), write (data:
    channel), await_reply (data: at, channel), await_promise (data: due, words, party, commitment), overdue (the
    same), escalate (data: channel, outcome), solved, closed. `due` is None where no time was given.
    """

    code: str
    data: Mapping[str, object] = field(default_factory=dict)

    @property
    def urgency(self) -> str:
        """Rank it: now (something is wrong or due), soon (something is to be done) or waiting."""
        if self.code in URGENT:
            return "now"
        return "waiting" if self.code in WAITING else "soon"

    @property
    def due(self) -> datetime | None:
        """Give the moment it is about, where there is one."""
        due = self.data.get("due")
        return due if isinstance(due, datetime) else None


@dataclass(frozen=True, slots=True)
class Matter:
    """What the next step is decided from."""

    filed: Sequence[Proof]
    dispute: Dispute | None
    issue: IssueType | None
    rows: Sequence[ChecklistRow]
    course: Course
    steps: Sequence[Step]
    now: datetime


def next_step(matter: Matter) -> NextStep:
    """Decide the one next step."""
    broken = sorted(one.number for one in matter.filed if one.number and one.broken)
    if broken:
        return NextStep("check_changed", {"numbers": broken})
    dispute, course = matter.dispute, matter.course
    if dispute is not None and dispute.state != "open":
        return NextStep("closed")
    overdue = course.overdue(matter.now)
    if overdue:
        return NextStep("overdue", _promise(overdue[0]))
    if dispute is None or matter.issue is None:
        return _calm(matter)
    awaited = _awaited(course, matter.now)
    if awaited is not None:
        return awaited
    return _unready(matter, dispute, matter.issue) or _climb(matter, dispute, matter.issue)


def _calm(matter: Matter) -> NextStep:
    """Say what to do with an order without a problem."""
    awaited = [one for one in matter.course.awaited(matter.now) if one.due is not None]
    if awaited:
        return NextStep("await_promise", _promise(awaited[0]))
    return NextStep("kept") if matter.filed else NextStep("add_first")


def _awaited(course: Course, now: datetime) -> NextStep | None:
    """Say what is waited for, judged by what happened last."""
    last = course.last()
    if isinstance(last, tuple):
        return NextStep("await_reply", {"at": last[0], "channel": last[1]})
    if isinstance(last, Contact):
        if last.outcome == "solved":
            return NextStep("solved")
        promises = set(course.promises(last)) if last.outcome == "promised" else set()
        awaited = [one for one in course.awaited(now) if one in promises]
    else:
        awaited = [one for one in course.awaited(now) if one.due is not None]
    return NextStep("await_promise", _promise(awaited[0])) if awaited else None


def _unready(matter: Matter, dispute: Dispute, issue: IssueType) -> NextStep | None:
    """Name what the text still lacks."""
    unanswered = [
        one for one in issue.questions if one.required and dispute.answers.get(one.id) in {None, ""}
    ]
    if unanswered:
        return NextStep("answer", {"open": len(unanswered)})
    missing = [row.kind for row in matter.rows if row.need == "required" and row.missing]
    if missing:
        return NextStep("add_missing", {"count": len(missing), "kinds": missing})
    return None


def _climb(matter: Matter, dispute: Dispute, issue: IssueType) -> NextStep:
    rungs = ladder(matter.course, matter.steps, dispute, issue, matter.now)
    rung = current(rungs)
    if rung is None:
        return NextStep("write", {"channel": rungs[-1].channel.id if rungs else ""})
    last = matter.course.last()
    if isinstance(last, Contact):
        return NextStep("escalate", {"channel": rung.channel.id, "outcome": last.outcome})
    if rung.channel.party == "merchant":
        return NextStep("contact_merchant", {"channel": rung.channel.id})
    return NextStep("write", {"channel": rung.channel.id})


def _promise(one: Commitment) -> dict[str, object]:
    return {"due": one.due, "words": one.words, "party": one.party, "commitment": one.id}
