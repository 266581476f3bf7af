"""The custody log: what happened to each item, each event sealed by the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class CustodyEvent:
    """One entry of the log. `at` is ISO 8601 with offset, `hash` seals the entry and `previous`."""

    sequence: int
    at: str
    action: str
    subject: str
    data: Mapping[str, object] = field(default_factory=dict)
    previous: str = GENESIS
    hash: str = ""


def canonical(event: CustodyEvent) -> bytes:
    """Write an event as canonical JSON (sorted keys, no spaces, UTF-8), without its own hash."""
    values = {
        "sequence": event.sequence,
        "at": event.at,
        "action": event.action,
        "subject": event.subject,
        "data": dict(event.data),
        "previous": event.previous,
    }
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def seal(event: CustodyEvent) -> str:
    """Compute the SHA-256 that seals an event and, through `previous`, all before it."""
    return hashlib.sha256(canonical(event)).hexdigest()


def first_break(events: Iterable[CustodyEvent]) -> int | None:
    """Find the sequence number of the first event that does not follow from the one before."""
    previous, expected = GENESIS, 1
    for event in events:
        if (event.sequence, event.previous, event.hash) != (expected, previous, seal(event)):
            return min(event.sequence, expected)
        previous, expected = event.hash, expected + 1
    return None
