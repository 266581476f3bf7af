"""What the rungs of the ladder need, and whether it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.knowledge import profile
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.services.course import Course

FIRST_ASKED = "contact_at"
"""The answer that says when the merchant was contacted first."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a rung asks for before it can be climbed, and whether it is there."""

    code: profile.Need
    met: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the needs of the rungs are checked against, besides the course; `opens` by id of a deadline."""

    trader: bool = True
    person: bool = True
    evidence: bool = True
    opens: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dispute stands; `touched` are the channels that were tried."""

    course: Course
    dispute: Dispute
    issue: IssueType
    touched: frozenset[str]
    known: Known
    now: datetime

    def met(self, need: profile.Need) -> bool:
        """Say whether something a rung needs is there."""
        return {
            "contact_logged": self._contacted(),
            "request_filed": "refund_form" in self.touched,
            "refused_or_overdue": self._refused(),
            "intervention_open": "intervention" in self.touched,
            "platform_closed": self._closed(),
            "merchant_named": self.known.trader,
            "real_name": self.known.person,
            "evidence": self.known.evidence,
        }[need]

    def opens(self, deadline: str) -> datetime | None:
        """Give the moment a way opens, None where it is open already."""
        at = self.known.opens.get(deadline)
        return at if at is not None and at > self.now else None

    def _contacted(self) -> bool:
        # A question that belongs to the platform needs no word with the merchant before.
        asked = any(one.party == "merchant" for one in self.course.contacts)
        answered = bool(self.dispute.answers.get(FIRST_ASKED))
        sent = "merchant_chat" in self.touched
        return asked or answered or sent or self.issue.first_contact == "platform"

    def _refused(self) -> bool:
        answers = self.dispute.answers
        said = bool(answers.get("refused_at") or answers.get("refuse_reason"))
        told = any(one.kind == "refused" for one in self.course.events)
        failed = any(one.failed and one.party == "merchant" for one in self.course.contacts)
        broken = any(one.state == "broken" for one in self.course.commitments)
        return said or told or failed or broken

    def _closed(self) -> bool:
        decided = any(one.kind in {"completed", "closed"} for one in self.course.events)
        failed = any(one.failed and one.party == "platform" for one in self.course.contacts)
        return decided or failed or bool(self.dispute.answers.get("platform_reply"))
