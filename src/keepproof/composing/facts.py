"""Everything a complaint may rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from keepproof.domain.dispute import Dispute, StatementEdit
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Merchant, Order
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import DemandOption, IssueType
from keepproof.knowledge.platform import Platform
from keepproof.knowledge.rule import Rule


@dataclass(frozen=True, slots=True)
class Person:
    """Who complains; empty fields are left out of texts, never invented."""

    name: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one dispute. `rules` are those that hold on its platform and fit its answers."""

    order: Order
    merchant: Merchant
    dispute: Dispute
    issue: IssueType
    evidence: tuple[FiledEvidence, ...]
    person: Person
    platform: Platform
    rules: tuple[Rule, ...]
    today: date
    reply_by: datetime | None = None
    edits: tuple[StatementEdit, ...] = ()

    def usable(self) -> list[FiledEvidence]:
        """List the evidence a text may cite: in the order, not left out, unchanged since import."""
        left_out = self.dispute.left_out
        return [
            one
            for one in self.evidence
            if one.number is not None and one.number not in left_out and one.evidence.fixity == "intact"
        ]

    def numbers(self, kinds: tuple[EvidenceKind, ...]) -> tuple[int, ...]:
        """Give the numbers of the usable evidence of some kinds, in order."""
        found = (one.number for one in self.usable() if one.evidence.kind in kinds)
        return tuple(sorted(one for one in found if one is not None))

    def demand(self, channel: Channel) -> DemandOption | None:
        """Give the demand a channel may be asked: statutory damages only where an authority decides."""
        known = {one.id: one for one in self.issue.demands}
        chosen = known.get(self.dispute.demand)
        if chosen is None or (chosen.where == "authority" and not channel.statutory):
            return next((one for one in self.issue.demands if one.where == "all"), None)
        return chosen
