"""Which evidence a search and its filters let through."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order

GROUPS = ("all", "shots", "chats", "photos", "videos", "papers", "others")
_PHOTOS = {EvidenceKind.PHOTO, EvidenceKind.MEASURE, EvidenceKind.WAYBILL, EvidenceKind.BATCH}
_PAPERS = {
    EvidenceKind.PAY_SHOT,
    EvidenceKind.INVOICE,
    EvidenceKind.FREIGHT,
    EvidenceKind.TEST,
    EvidenceKind.MEDICAL,
    EvidenceKind.LICENCE,
}
_CHATS = {EvidenceKind.CHAT, EvidenceKind.CALL, EvidenceKind.SMS}


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """What the user looks for; `order_id` None means every order."""

    words: str = ""
    group: str = "all"
    order_id: str | None = None
    unfiled: bool = False


def group_of(filed: FiledEvidence) -> str:
    """Name the group a piece of evidence is shown in."""
    kind, media = filed.evidence.kind, filed.evidence.media_type
    if media.startswith("video/"):
        return "videos"
    if kind in _CHATS:
        return "chats"
    if kind in _PHOTOS:
        return "photos"
    if kind in _PAPERS:
        return "papers"
    return "shots" if media.startswith("image/") else "others"


def fold(text: str) -> str:
    """Make full and half width, upper and lower case alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def haystack(filed: FiledEvidence, order: Order | None) -> str:
    """Collect everything a word may be found in."""
    item = filed.evidence
    parts = [item.title, item.original_name, item.note, item.sha256]
    if filed.number is not None:
        parts += [f"E{filed.number}", f"证据{filed.number}"]
    if order is not None:
        parts += [order.title, order.shop, order.number, order.tracking_number]
    return fold("\n".join(parts))


def passed(
    every: Iterable[FiledEvidence], wanted: EvidenceFilter, orders: Mapping[str, Order]
) -> list[FiledEvidence]:
    """Let through what fits all but the group, so that the groups can be counted."""
    words = fold(wanted.words).split()
    found = []
    for one in every:
        if wanted.unfiled and one.order_id is not None:
            continue
        if wanted.order_id is not None and one.order_id != wanted.order_id:
            continue
        if words:
            text = haystack(one, orders.get(one.order_id or ""))
            if not all(word in text for word in words):
                continue
        found.append(one)
    return found


def counted(found: Iterable[FiledEvidence]) -> dict[str, int]:
    """Count what was found by group."""
    counts = dict.fromkeys(GROUPS, 0)
    for one in found:
        counts["all"] += 1
        counts[group_of(one)] += 1
    return counts
