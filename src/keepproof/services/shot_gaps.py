"""Screenshots of a chat between which one may be missing."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.redaction import without_copies
from keepproof.domain.shot_gap import ShotGap
from keepproof.services.chat_files import KINDS, pictured
from keepproof.services.read_chats import pictured_chat

if TYPE_CHECKING:
    from keepproof.library.library import Library

SHOWN = KINDS | {EvidenceKind.OTHER}
ALIKE = 0.85
SHORTEST = 2


def shot_gaps(library: Library, order_id: str) -> tuple[ShotGap, ...]:
    """Find the neighbours among an order's screenshots of chats that have no line in common: one may be missing."""
    shots: list[tuple[int, list[str]]] = []
    for one in without_copies(library.evidence.of_order(order_id)):
        # what somebody filed as a listing or a photo is no chat, whatever its words look like
        if one.number is None or not pictured(one.evidence) or one.evidence.kind not in SHOWN:
            continue
        reading = library.readings.get(one.evidence.sha256)
        chat = pictured_chat(reading) if reading is not None else None
        if chat is not None:
            shots.append((one.number, [_plain(message.text) for message in chat.messages]))
    return tuple(
        ShotGap(first, second)
        for (first, before), (second, after) in pairwise(shots)
        if not _overlap(before, after)
    )


def _overlap(before: Sequence[str], after: Sequence[str]) -> bool:
    return any(_same(one, other) for one in before for other in after)


def _same(one: str, other: str) -> bool:
    """Say whether two texts are the same line, perhaps read with a mistake or cut at the edge of the screen."""
    if min(len(one), len(other)) < SHORTEST:
        return False
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and 2 * len(shorter) >= len(longer):
        return True
    both = difflib.SequenceMatcher(None, one, other)
    # the first two are cheap and never below the third
    shares = (both.real_quick_ratio, both.quick_ratio, both.ratio)
    return all(share() >= ALIKE for share in shares)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
