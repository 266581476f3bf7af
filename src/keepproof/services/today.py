"""What to do today: the next step of every order, what becomes due, and what to save or check in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from keepproof.services.next_step import NOTHING_TO_DO, NextStep
from keepproof.services.reminders import NEAR, Reminder, reminders
from keepproof.services.views import OrderRow, order_rows

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.evidence import Evidence
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.deadlines import Deadline
    from keepproof.library.library import Library

RECENT = 4
RANK = {"now": 0, "soon": 1, "waiting": 2}
SURE = ("verified", "user")


@dataclass(frozen=True, slots=True)
class Task:
    """One line of Today. `urgency` is now (wrong, or due today), soon or waiting (others have to act).

    A line about a deadline or about something to save or check carries its `reminder`; `more` counts what else is
    to be saved or checked of the same order. Every other line is the next step of its order.
    """

    order: Order
    dispute: Dispute | None
    step: NextStep
    urgency: str
    cover: Evidence | None
    reminder: Reminder | None = None
    more: int = 0

    @property
    def due(self) -> datetime | None:
        """Give the moment it is about, where there is one."""
        return self.reminder.due if self.reminder is not None else self.step.due


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


def today_view(library: Library, book: Book) -> TodayView:
    """Gather everything to do, most urgent first, and what came in lately."""
    rows = order_rows(library, book)
    return TodayView(
        _tasks(library, book, rows),
        tuple(one.evidence for one in library.evidence.unfiled()),
        tuple(rows[:RECENT]),
        len(rows),
        library.evidence.count(),
        library.evidence.last_check(),
        library.evidence.broken_count(),
    )


def side_view(library: Library, book: Book) -> SideView:
    """Count everything for the side bar."""
    rows = order_rows(library, book)
    return SideView(
        len(_tasks(library, book, rows)),
        len(rows),
        library.evidence.count(),
        tuple(row for row in rows if row.dispute is not None and row.dispute.state == "open"),
        library.evidence.broken_count(),
        library.evidence.last_check(),
    )


def _tasks(library: Library, book: Book, rows: Iterable[OrderRow]) -> tuple[Task, ...]:
    now = library.now()
    shown = {row.order.id: row for row in rows if not row.order.archived}
    tasks = [
        Task(row.order, row.dispute, row.next, row.next.urgency, row.cover)
        for row in shown.values()
        if row.next.code not in NOTHING_TO_DO
    ]
    tasks += _remembered(reminders(library, book, now), shown, now)
    return tuple(sorted(tasks, key=lambda one: (RANK[one.urgency], *_time_left(one))))


def _remembered(
    found: Iterable[Reminder], rows: Mapping[str, OrderRow], now: datetime
) -> list[Task]:
    """Make a line of each deadline, and one of all that is to be saved or checked of an order."""
    deadlines: list[Task] = []
    care: dict[tuple[str, str], list[Reminder]] = {}
    for one in found:
        row = rows.get(one.order.id)
        if row is None:
            continue
        if one.deadline is not None:
            urgency = _deadline_urgency(one, one.deadline, now)
            deadlines.append(_line(row, one, urgency))
        elif one.care is not None and one.due > now and not _asked_already(row, one):
            care.setdefault((one.order.id, one.kind), []).append(one)
    kept = [
        _line(rows[id], group[0], "now" if _today(group[0].due, now) else "soon", len(group) - 1)
        for (id, _), group in care.items()
    ]
    return deadlines + kept


def _line(row: OrderRow, one: Reminder, urgency: str, more: int = 0) -> Task:
    step = NextStep("remember", {"due": one.due})
    return Task(row.order, row.dispute, step, urgency, row.cover, one, more)


def _deadline_urgency(
    one: Reminder, deadline: Deadline, now: datetime
) -> Literal["now", "soon", "waiting"]:
    if deadline.state == "over":
        late = deadline.meaning == "answer" and deadline.status in SURE and not deadline.doubts
        return "now" if late else "soon"
    if deadline.who != "buyer" and deadline.meaning in {"answer", "opens"}:
        return "waiting"
    near = one.due - now <= NEAR if one.rings else _today(one.due, now)
    return "now" if near else "soon"


def _asked_already(row: OrderRow, one: Reminder) -> bool:
    """Say whether the next step of the order asks for the same thing."""
    kinds = row.next.data.get("kinds", ())
    wanted = one.care.prompt.kind if one.care is not None else None
    asked = isinstance(kinds, list | tuple) and wanted is not None and wanted in kinds
    return asked or (row.next.code == "add_first" and one.kind == "save")


def _today(due: datetime, now: datetime) -> bool:
    return due.astimezone(now.tzinfo).date() <= now.date()


def _time_left(task: Task) -> tuple[bool, float]:
    """Sort what has a time before what has none, the nearest first."""
    return task.due is None, task.due.timestamp() if task.due is not None else 0.0
