"""Small values the tests of orders are made from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import (
    Evidence,
    EvidenceKind,
    EvidenceTimes,
    FiledEvidence,
    SourcedTime,
)
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.services.next_step import NextStep
from keepproof.services.today import Task
from keepproof.services.views import OrderRow, TimelineEntry

START = datetime(2026, 11, 10, 21, 4, tzinfo=UTC)


def an_order(place: int = 0, **changes: object) -> Order:
    """Make an order that was paid but not confirmed."""
    values: dict[str, object] = {
        "id": f"order{place}",
        "number": f"26901834557201{place:05d}",
        "platform": "tmall",
        "merchant_id": "merchant",
        "shop": "澄屿家电旗舰店",
        "items": (OrderItem("X1 无线吸尘器", price=Money(129900)),),
        "paid": Money(129900 + place),
        "moments": Moments(ordered=START, paid=START + timedelta(minutes=2)),
    }
    return Order(**{**values, **changes})  # type: ignore[arg-type]  # tests name real fields


def a_row(place: int = 0, *, issue: str = "", missing: int = 0, **changes: object) -> OrderRow:
    """Make a row; an issue code gives it an open dispute."""
    order = an_order(place, **changes)
    dispute = Dispute(f"dispute{place}", order.id, issue) if issue else None
    return OrderRow(order, place, dispute, missing, None, NextStep("kept"))


def a_filing(
    number: int, kind: EvidenceKind = EvidenceKind.PHOTO, **changes: object
) -> FiledEvidence:
    """Make a filed piece of evidence."""
    values: dict[str, object] = {
        "id": f"evidence{number}",
        "sha256": f"{number:064x}",
        "size": 10,
        "media_type": "image/png",
        "original_name": f"shot{number}.png",
        "kind": kind,
        "times": EvidenceTimes(content=SourcedTime(START, "exif")),
    }
    evidence = Evidence(**{**values, **changes})  # type: ignore[arg-type]  # as above
    return FiledEvidence(evidence, "order0", number)


def a_task(place: int = 0, code: str = "answer", urgency: str = "soon", **data: object) -> Task:
    """Make a task of an order with a dispute."""
    order = an_order(place)
    dispute = Dispute(f"dispute{place}", order.id, "not_as_described")
    return Task(order, dispute, NextStep(code, data), urgency, None)


def an_entry(group: str, what: str, minutes: int = 0, number: int | None = None) -> TimelineEntry:
    """Make a line of the timeline."""
    return TimelineEntry(START + timedelta(minutes=minutes), group, what, number)
