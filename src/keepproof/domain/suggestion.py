"""What was read in a piece of evidence and may be of use: offered with its place, never entered by itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One value and where it stands.

    `field` is a field of an order (number, shop, paid, ordered, paid_at, shipped, signed, tracking_number …), `kind` (a
    value of EvidenceKind) or `countdown` (an ISO 8601 duration). `words` are the exact words, `line` counts from 1 in
    the text that was read; `boxes` are left, top, right, bottom in pixels of the upright picture, empty where the
    source is none.
    """

    field: str
    value: str
    words: str
    line: int = 0
    boxes: tuple[tuple[int, int, int, int], ...] = ()
    page: int = 0
