"""Which proof a dispute needs, which is there, and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain.evidence import EvidenceKind, Proof

if TYPE_CHECKING:
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.knowledge.text import Text


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One kind of proof: needed how much, which numbers are there, and the reason."""

    kind: EvidenceKind
    need: str
    have: tuple[int, ...]
    why: Text
    how: Text
    perishable: bool

    @property
    def missing(self) -> bool:
        """Say whether nothing of this kind is there."""
        return not self.have


def checklist(
    issue: IssueType, filed: Sequence[Proof], left_out: AbstractSet[int] = frozenset()
) -> list[ChecklistRow]:
    """Hold the evidence of an order against what the issue type needs; required kinds first."""
    numbers: dict[EvidenceKind, list[int]] = {}
    for one in filed:
        usable = not one.broken and one.number not in left_out
        if one.number is not None and usable:
            numbers.setdefault(one.kind, []).append(one.number)
    rows = [
        ChecklistRow(
            need.kind,
            need.need,
            tuple(sorted(numbers.get(need.kind, ()))),
            need.why,
            need.how,
            need.perishable,
        )
        for need in issue.evidence
    ]
    return sorted(rows, key=lambda row: row.need != "required")
