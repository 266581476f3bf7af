"""What a page needs, gathered in one call: values only, nothing of the library leaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.domain.order import Merchant, Order
from keepproof.services.checklist import ChecklistRow, checklist

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.library.library import Library

RECENT = 4


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next step. `code` is worded by window and command line.

    Codes: add_first (no evidence at all), kept (proof is there, no problem known), answer (data: open),
    add_missing (data: count, kinds), check_changed (data: numbers), write, await_reply (data: at, channel), closed.
    """

    code: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: a moment of the order, a piece of evidence, or a text that was sent.

    `group` is order, evidence or sent; `what` the moment's name, the evidence title or the channel.
    """

    at: datetime
    group: str
    what: str
    number: int | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in a list; `missing` counts required kinds of proof that are not there."""

    order: Order
    evidence_count: int
    dispute: Dispute | None
    missing: int
    cover: Evidence | None
    next: NextStep


@dataclass(frozen=True, slots=True)
class OrderView:
    """Everything the page of one order shows."""

    order: Order
    merchant: Merchant
    filed: tuple[FiledEvidence, ...]
    dispute: Dispute | None
    checklist: tuple[ChecklistRow, ...]
    timeline: tuple[TimelineEntry, ...]
    next: NextStep


@dataclass(frozen=True, slots=True)
class Task:
    """One line of Today. `urgency` is now (something is wrong), soon (something is missing) or waiting."""

    order: Order
    dispute: Dispute | None
    step: NextStep
    urgency: str
    cover: Evidence | None


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the first page shows."""

    tasks: tuple[Task, ...]
    unfiled: tuple[Evidence, ...]
    recent: tuple[OrderRow, ...]
    order_count: int
    evidence_count: int
    checked_at: datetime | None
    broken: int


@dataclass(frozen=True, slots=True)
class SideView:
    """What the side bar counts: tasks, orders, evidence, the open disputes, and how the last check went."""

    tasks: int
    orders: int
    evidence: int
    disputes: tuple[OrderRow, ...]
    broken: int
    checked_at: datetime | None


def side_view(library: Library, book: Book) -> SideView:
    """Count everything for the side bar."""
    rows = order_rows(library, book)
    return SideView(
        sum(1 for row in rows if _is_task(row)),
        len(rows),
        library.evidence.count(),
        tuple(row for row in rows if row.dispute is not None and row.dispute.state == "open"),
        library.evidence.broken_count(),
        library.evidence.last_check(),
    )


def order_rows(library: Library, book: Book) -> list[OrderRow]:
    """List every order, newest first, with what the list shows of it."""
    filed: dict[str, list[FiledEvidence]] = {}
    for one in library.evidence.all():
        if one.order_id is not None:
            filed.setdefault(one.order_id, []).append(one)
    disputes = _current(library.disputes.all())
    sent = library.disputes.last_submissions()
    rows = [
        _row(order, filed.get(order.id, []), disputes.get(order.id), book, sent)
        for order in library.orders.all()
    ]
    return sorted(rows, key=lambda row: (_placed(row.order), row.order.number), reverse=True)


def order_page(library: Library, order_id: str, book: Book) -> OrderView:
    """Gather one order with its evidence, dispute, checklist and timeline."""
    order = library.orders.get(order_id)
    filed = library.evidence.of_order(order_id)
    dispute = current_dispute(library, order_id)
    rows: list[ChecklistRow] = []
    issue = None
    sent = None
    if dispute is not None:
        issue = book.issue(dispute.issue)
        rows = checklist(issue, filed, dispute.left_out)
        sent = library.disputes.last_submissions().get(dispute.id)
    step = next_step(filed, dispute, issue, rows, sent)
    merchant = library.merchants.get(order.merchant_id)
    timeline = _timeline(library, order, filed, dispute)
    return OrderView(order, merchant, tuple(filed), dispute, tuple(rows), tuple(timeline), step)


def current_dispute(library: Library, order_id: str) -> Dispute | None:
    """Pick the dispute of an order that window and command line work on: an open one, the newest."""
    return _current(library.disputes.of_order(order_id)).get(order_id)


def today_view(library: Library, book: Book) -> TodayView:
    """Gather the tasks of all open disputes, most urgent first, and what came in lately."""
    rows = order_rows(library, book)
    tasks = [
        Task(row.order, row.dispute, row.next, _urgency(row.next), row.cover)
        for row in rows
        if _is_task(row)
    ]
    rank = {"now": 0, "soon": 1, "waiting": 2}
    tasks.sort(key=lambda task: rank[task.urgency])
    checked = library.evidence.last_check()
    return TodayView(
        tuple(tasks),
        tuple(one.evidence for one in library.evidence.unfiled()),
        tuple(rows[:RECENT]),
        len(rows),
        library.evidence.count(),
        checked,
        library.evidence.broken_count(),
    )


def next_step(
    filed: Sequence[FiledEvidence],
    dispute: Dispute | None,
    issue: IssueType | None,
    rows: Sequence[ChecklistRow],
    sent: tuple[datetime, str] | None,
) -> NextStep:
    """Decide the one next step: what is broken, then unanswered, then missing, then writing."""
    broken = sorted(one.number for one in filed if one.number and one.evidence.broken)
    if broken:
        return NextStep("check_changed", {"numbers": broken})
    if dispute is None or issue is None:
        return NextStep("kept") if filed else NextStep("add_first")
    if dispute.state != "open":
        return NextStep("closed")
    if sent is not None:
        return NextStep("await_reply", {"at": sent[0], "channel": sent[1]})
    unanswered = [
        one for one in issue.questions if one.required and dispute.answers.get(one.id) in {None, ""}
    ]
    if unanswered:
        return NextStep("answer", {"open": len(unanswered)})
    missing = [row.kind for row in rows if row.need == "required" and row.missing]
    if missing:
        return NextStep("add_missing", {"count": len(missing), "kinds": missing})
    return NextStep("write")


def _is_task(row: OrderRow) -> bool:
    return not row.order.archived and row.next.code not in {"kept", "closed"}


def _row(
    order: Order,
    filed: list[FiledEvidence],
    dispute: Dispute | None,
    book: Book,
    sent: Mapping[str, tuple[datetime, str]],
) -> OrderRow:
    rows: list[ChecklistRow] = []
    issue = None
    if dispute is not None:
        issue = book.issue(dispute.issue)
        rows = checklist(issue, filed, dispute.left_out)
    missing = sum(1 for row in rows if row.need == "required" and row.missing)
    pictures = [
        one.evidence for one in filed if one.evidence.media_type.startswith(("image/", "video/"))
    ]
    photos = [one for one in pictures if one.kind.value in {"photo", "snapshot"}]
    cover = next(iter(photos or pictures), None)
    last = sent.get(dispute.id) if dispute is not None else None
    return OrderRow(
        order, len(filed), dispute, missing, cover, next_step(filed, dispute, issue, rows, last)
    )


def _current(disputes: Sequence[Dispute]) -> dict[str, Dispute]:
    """Pick one dispute an order: an open one before a closed one, the newest of each."""
    chosen: dict[str, Dispute] = {}
    for one in disputes:
        known = chosen.get(one.order_id)
        if known is None or _weight(one) >= _weight(known):
            chosen[one.order_id] = one
    return chosen


def _weight(dispute: Dispute) -> tuple[bool, float]:
    return dispute.state == "open", dispute.opened_at.timestamp() if dispute.opened_at else 0.0


def _placed(order: Order) -> float:
    at = order.moments.ordered or order.moments.paid or order.added_at
    return at.timestamp() if at else 0.0


def _urgency(step: NextStep) -> str:
    if step.code == "check_changed":
        return "now"
    return "waiting" if step.code == "await_reply" else "soon"


def _timeline(
    library: Library, order: Order, filed: Sequence[FiledEvidence], dispute: Dispute | None
) -> list[TimelineEntry]:
    entries = [TimelineEntry(at, "order", name) for name, at in order.moments.known().items()]
    for one in filed:
        times = one.evidence.times
        best = times.event or times.content or times.file or times.imported
        if best is not None:
            entries.append(
                TimelineEntry(best.at, "evidence", one.evidence.name, one.number, one.evidence)
            )
    if dispute is not None:
        sent = library.disputes.submissions(dispute.id)
        entries.extend(TimelineEntry(one.at, "sent", one.channel) for one in sent)
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
