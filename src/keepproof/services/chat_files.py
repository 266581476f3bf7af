"""Which evidence is shown as a chat."""

from __future__ import annotations

from keepproof.domain.evidence import Evidence, EvidenceKind

KINDS = frozenset({EvidenceKind.CHAT, EvidenceKind.PROMISE, EvidenceKind.REFUSE})
# excerpts are made from chats that are shown already
DERIVED = "derived"
NO_TEXT = ("image/", "video/", "audio/", "font/", "application/zip", "application/pdf")


def pictured(evidence: Evidence) -> bool:
    """Say whether the words of a chat in this evidence are those of a picture."""
    return evidence.media_type.startswith("image/")


def is_chat(evidence: Evidence) -> bool:
    """Say whether a piece of evidence is shown as a chat: by its kind, and as a text of its own."""
    return (
        evidence.kind in KINDS
        and evidence.origin != DERIVED
        and not evidence.media_type.startswith(NO_TEXT)
    )
