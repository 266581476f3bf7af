"""Words for evidence as tiles: numbers, times, what is missing or broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence, number_label
from keepproof.domain.redaction import is_copy
from keepproof.ui.labels_orders import listed, short_time

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.ui.models.evidence_model import MissingTile


def tile_time(filed: FiledEvidence) -> str:
    """Write the time that says most about a piece of evidence, or nothing."""
    times = filed.evidence.times
    best = times.event or times.content or times.file or times.imported
    return short_time(best.at) if best is not None else ""


def number_words(number: int) -> str:
    """Write an evidence number where room is short: 证据3, Ev. 3."""
    return QCoreApplication.translate("OrderWords", "Ev. {number}").format(number=number)


def name_words(evidence: Evidence, book: Book, lang: str) -> str:
    """Name a piece of evidence: its title, else its kind, else the name of its file."""
    if evidence.title or evidence.kind == EvidenceKind.OTHER:
        return evidence.name
    name = book.kind(evidence.kind).label.of(lang)
    if not is_copy(evidence):
        return name
    return QCoreApplication.translate("OrderWords", "{name}, redacted").format(name=name)


def missing_word() -> str:
    """Mark proof that is not there."""
    return QCoreApplication.translate("OrderWords", "Missing")


def need_word(need: str) -> str:
    """Say how much a kind of proof is needed."""
    if need == "required":
        return QCoreApplication.translate("OrderWords", "required")
    return QCoreApplication.translate("OrderWords", "helpful")


def broken_words(evidence: Evidence) -> str:
    """Say what the last check found wrong with a piece of evidence; nothing when it is whole."""
    words = {
        "missing": QCoreApplication.translate("OrderWords", "File not found"),
        "changed": QCoreApplication.translate("OrderWords", "Differs from import"),
        "unreadable": QCoreApplication.translate("OrderWords", "Could not be read"),
    }
    return words.get(evidence.fixity, "")


def odd_words() -> str:
    """Say that a file is kept though nothing in it could be read."""
    return QCoreApplication.translate("OrderWords", "Kept; no preview")


def tile_sentence(tile: FiledEvidence | MissingTile, book: Book, lang: str) -> str:
    """Say a tile in one sentence, for a screen reader and the tool tip."""
    if not isinstance(tile, FiledEvidence):
        return listed(
            [one for one in (missing_word(), tile.label, need_word(tile.need), tile.why) if one]
        )
    parts = [number_label(tile.number, lang)] if tile.number is not None else []
    parts += [tile.evidence.name, book.kind(tile.evidence.kind).label.of(lang), tile_time(tile)]
    parts.append(broken_words(tile.evidence))
    return listed([one for one in parts if one])
