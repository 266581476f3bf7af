"""What a file says of an order, and where that is not what the order says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from keepproof.domain.money import Money

Value = str | Money | datetime

FIELDS = (
    "number",
    "shop",
    "paid",
    "freight",
    "ordered",
    "paid_at",
    "shipped",
    "signed",
    "confirmed",
    "tracking_number",
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One labelled value in a file that is about this order.

    `number` is the evidence number, `line` where it stands (from 1, 0 in a picture), `words` as they stand there. `day_only` says
    that a moment names no time of day.
    """

    field: str
    value: Value
    evidence_id: str
    number: int
    line: int
    words: str = ""
    day_only: bool = False


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A pair of values the user has looked at and left as it is, written as `plain` does."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of which files say something else than the order, or than each other where the order says nothing.

    `source` is what the order's value was read from. Each sighting differs from `here`.
    """

    field: str
    here: Value | None
    source: str
    sightings: tuple[Sighting, ...]

    def dismissal(self, sighting: Sighting) -> Dismissal:
        """Name the pair that a dismissal of this sighting is about."""
        return Dismissal(self.field, plain(self.here), plain(sighting.value))


def plain(value: Value | None) -> str:
    """Write a value in one way, for comparison and storage; "" for none."""
    if isinstance(value, Money):
        return f"{value.plain()} {value.currency}"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="minutes")
    return value or ""
