"""Make a redacted copy of a kept picture, kept as evidence of its own; the original is only read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.domain.redaction import FACT, ORIGIN, Box, as_text, boxes_of, copies, is_copy
from keepproof.errors import KnownError
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.outcome import Outcome
from keepproof.services.redact_picture import RedactedPicture, can_redact, redact_picture
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

TIMEOUT_S = 120.0
LABEL = "evidence.redact"


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """The copy as it is filed, what was filled in it, and whether the very same one was there before.

    `frames` counts the pages of the original: the copy holds the first only.
    """

    copy: FiledEvidence
    boxes: tuple[Box, ...]
    frames: int
    known: bool


def original_of(library: Library, filed: FiledEvidence) -> FiledEvidence:
    """Give what a redaction of this item starts from: of a redacted copy its original, where that is still kept."""
    item = filed.evidence
    if not is_copy(item):
        return filed
    filings = library.evidence.filings(item.derived_from or "")
    kept = [one for one in filings if one.evidence.state == "kept"]
    beside = (one for one in kept if one.order_id == filed.order_id)
    return next(beside, kept[0] if kept else filed)


def former_boxes(library: Library, filed: FiledEvidence) -> tuple[Box, ...]:
    """Give the boxes an edit starts from: those of this copy, or of the newest copy of this original."""
    if is_copy(filed.evidence):
        return boxes_of(filed.evidence)
    copy = copies(_beside(library, filed.evidence)).get(filed.evidence.id)
    return boxes_of(copy.evidence) if copy is not None else ()


def preferred_copy(library: Library, evidence: Evidence) -> Evidence:
    """Give the newest redacted copy of an item, which goes out in its place; the item itself where there is none."""
    copy = copies(_beside(library, evidence)).get(evidence.id)
    return copy.evidence if copy is not None else evidence


def redact(
    library: Library,
    filed: FiledEvidence,
    boxes: Sequence[Box],
    sandbox: Sandbox,
    ticket: Ticket,
) -> Outcome[RedactedCopy]:
    """Keep a copy of a picture with boxes filled, filed beside it.

    The original is held against its hash before it is read. KnownErrors: redact.no_boxes, and those of
    `check_original`, of `redact_picture` and of keeping.
    """
    item = filed.evidence
    check_original(library, filed, ticket)
    if not boxes:
        raise KnownError("redact.no_boxes")
    path = library.original_path(item.sha256)
    made = sandbox.run(redact_picture, path, tuple(boxes), timeout_s=TIMEOUT_S)
    ticket.check()
    with library.transaction():
        outcome = add_content(
            library,
            made.data,
            copy_name(filed, made.suffix),
            order_id=filed.order_id,
            kind=item.kind if item.kind != EvidenceKind.OTHER else None,
            origin=ORIGIN,
            ticket=ticket,
            sandbox=sandbox,
            derived_from=item.id,
        )
        copy = _described(library, outcome.value, filed, boxes, made)
    changes = outcome.changes | Changes(evidence=frozenset({item.id}))
    return Outcome(copy, changes, outcome.undo, LABEL)


def check_original(library: Library, filed: FiledEvidence, ticket: Ticket) -> None:
    """Make sure that it is a picture whose bytes are those that were imported.

    KnownErrors: redact.no_picture, redact.changed, redact.missing, redact.unreadable.
    """
    item = filed.evidence
    if not can_redact(item):
        raise KnownError("redact.no_picture", name=item.name)
    found = library.reader(ticket).one(item.sha256, item.size)
    if found != "intact":
        raise KnownError(f"redact.{found}", name=item.name)


def copy_name(filed: FiledEvidence, suffix: str) -> str:
    """Name the file of a copy: E10_waybill_redacted.png. The name the original came with may tell too much."""
    parts = [f"E{filed.number}"] if filed.number is not None else []
    if filed.kind != EvidenceKind.OTHER:
        parts.append(filed.kind.value)
    return "_".join([*parts, "redacted"]) + suffix


def _described(
    library: Library,
    report: AddReport,
    filed: FiledEvidence,
    boxes: Sequence[Box],
    made: RedactedPicture,
) -> RedactedCopy:
    """Note on the copy what it was made with, and in the custody of the original that there is a copy."""
    known = not report.kept
    if report.refused:
        raise KnownError(report.refused[0].reason, **report.refused[0].data)
    copy = report.duplicates[0].of if known else report.kept[0]
    item = library.evidence.get(copy.evidence.id)
    if is_copy(item):
        facts = {**item.facts, FACT: as_text(boxes)}
        library.evidence.replace(replace(item, facts=facts))
    if not known:
        data = {"copy": item.id, "copy_sha256": item.sha256, "boxes": len(made.boxes)}
        library.custody.record("evidence.redacted", filed.evidence.id, **data)
        source = {"original": filed.evidence.id, "original_sha256": filed.evidence.sha256}
        library.custody.record("evidence.copied", item.id, **source)
    copy = replace(copy, evidence=library.evidence.get(item.id))
    return RedactedCopy(copy, made.boxes, made.frames, known)


def _beside(library: Library, item: Evidence) -> list[FiledEvidence]:
    """List what may be a copy of an item: what is filed where it is filed."""
    found: list[FiledEvidence] = []
    for one in library.evidence.filings(item.id):
        found += (
            library.evidence.of_order(one.order_id) if one.order_id else library.evidence.unfiled()
        )
    return found
