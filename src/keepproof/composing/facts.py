"""Everything a complaint may rest on, gathered before a word is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.contradiction import Contradiction
from keepproof.domain.dispute import Dispute, MaskChoice, StatementEdit
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.exposed import Exposed
from keepproof.domain.order import Merchant, Order
from keepproof.domain.quote import Quote
from keepproof.domain.shot_gap import ShotGap
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.platform import Platform
from keepproof.knowledge.rule import Rule


@dataclass(frozen=True, slots=True)
class Person:
    """Who complains; only channels that need a true name ever show it."""

    name: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one dispute. `rules` are those that fit it, the strongest first.

    `differing` is what the evidence says otherwise than the order; `gaps` are the screenshots of a chat between
    which one may be missing; `exposed` are the pictures that show private data.
    """

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
    differing: tuple[Contradiction, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    masks: tuple[MaskChoice, ...] = ()
    gaps: tuple[ShotGap, ...] = ()
    exposed: tuple[Exposed, ...] = ()
