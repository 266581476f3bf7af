"""Words for orders, their stages, their next step and their timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Moments, Order
from keepproof.ui.labels_counts import Counts

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.services.next_step import NextStep
    from keepproof.services.today import Task
    from keepproof.services.views import OrderRow, TimelineEntry


@dataclass(frozen=True, slots=True)
class StepWords:
    """How a next step reads: what to do, why, and the button's verb ("" for no button)."""

    title: str
    detail: str
    button: str


def short_time(at: datetime) -> str:
    """Write a moment, in the zone it was noted in, for a list: 11-20 10:02, or its date in another year."""
    this_year = at.year == datetime.now().astimezone().year
    return at.strftime("%m-%d %H:%M" if this_year else "%Y-%m-%d")


def due_time(at: datetime) -> str:
    """Write when something is due: always with its hour, with the year where it is another."""
    this_year = at.year == datetime.now().astimezone().year
    return at.strftime("%m-%d %H:%M" if this_year else "%Y-%m-%d %H:%M")


def full_time(at: datetime) -> str:
    """Write a moment in full: 2026-11-20 10:02."""
    return at.strftime("%Y-%m-%d %H:%M")


def moment_name(name: str) -> str:
    """Name one of the five moments of an order."""
    words = {
        "ordered": QCoreApplication.translate("OrderWords", "Ordered"),
        "paid": QCoreApplication.translate("OrderWords", "Paid"),
        "shipped": QCoreApplication.translate("OrderWords", "Shipped"),
        "signed": QCoreApplication.translate("OrderWords", "Signed"),
        "confirmed": QCoreApplication.translate("OrderWords", "Receipt"),
    }
    return words[name]


def moment_field(name: str) -> str:
    """Label the field of one of the five moments."""
    words = {
        "ordered": QCoreApplication.translate("OrderWords", "Ordered at"),
        "paid": QCoreApplication.translate("OrderWords", "Paid at"),
        "shipped": QCoreApplication.translate("OrderWords", "Shipped at"),
        "signed": QCoreApplication.translate("OrderWords", "Signed at"),
        "confirmed": QCoreApplication.translate("OrderWords", "Confirmed at"),
    }
    return words[name]


def stage(order: Order) -> tuple[str, str]:
    """Say how far an order without a problem has come, with the tone of its pill."""
    if order.archived:
        return QCoreApplication.translate("OrderWords", "Archived"), "mute"
    reached = list(order.moments.known())
    last = reached[-1] if reached else ""
    words = {
        "confirmed": QCoreApplication.translate("OrderWords", "Completed"),
        "signed": QCoreApplication.translate("OrderWords", "Delivered"),
        "shipped": QCoreApplication.translate("OrderWords", "On its way"),
        "paid": QCoreApplication.translate("OrderWords", "Paid for"),
    }
    return words.get(last, QCoreApplication.translate("OrderWords", "Logged")), "mute"


def pill(row: OrderRow, book: Book, lang: str) -> tuple[str, str]:
    """Word the pill of an order row: its problem, or how far it has come."""
    if row.dispute is None or row.order.archived:
        return stage(row.order)
    if row.dispute.state != "open":
        return QCoreApplication.translate("OrderWords", "Closed"), "mute"
    return book.issue(row.dispute.issue).short.of(lang), "warn"


def evidence_count(count: int) -> str:
    """Count pieces of evidence."""
    return Counts().evidence(count)


def missing_count(count: int) -> str:
    """Count kinds of proof that are not there."""
    return Counts().missing(count)


def row_sentence(row: OrderRow, book: Book, lang: str) -> str:
    """Say an order row in one sentence, for a screen reader."""
    parts = [row.order.title, row.order.shop, pill(row, book, lang)[0]]
    if row.order.paid is not None:
        parts.insert(2, row.order.paid.shown())
    parts.append(evidence_count(row.evidence_count))
    if row.missing:
        parts.append(missing_count(row.missing))
    return listed([one for one in parts if one])


def shortened(words: str, most: int = 16) -> str:
    """Cut long words, for places where more follows behind them."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def listed(parts: Sequence[str]) -> str:
    """Join parts with the comma of the language."""
    return QCoreApplication.translate("OrderWords", ", ").join(parts)


def enumerated(parts: Sequence[str]) -> str:
    """Join things of one kind with the mark the language lists them by."""
    return QCoreApplication.translate("OrderLists", ", ").join(parts)


def facts_line(parts: Sequence[str]) -> str:
    """Join short facts with a middle dot, leaving out empty ones."""
    return "\N{NO-BREAK SPACE}· ".join(one for one in parts if one)


def step_words(step: NextStep, book: Book, lang: str, platform: str = "generic") -> StepWords:
    """Word a next step."""
    if step.code == "add_missing":
        return _missing_words(step, book, lang)
    if step.code == "await_reply":
        return _awaiting_words(step, book, lang, platform)
    if step.code == "answer":
        count = int(str(step.data.get("open", 0)))
        return StepWords(
            Counts().answer(count),
            QCoreApplication.translate("OrderWords", "The complaint is written from your answers"),
            QCoreApplication.translate("OrderWords", "Answer"),
        )
    if step.code == "check_changed":
        numbers = _numbers(step.data.get("numbers", ()))
        return StepWords(
            QCoreApplication.translate("OrderWords", "Check evidence {numbers}").format(
                numbers=numbers
            ),
            QCoreApplication.translate(
                "OrderWords", "A file is missing or differs from import; the record stays"
            ),
            QCoreApplication.translate("OrderWords", "Look"),
        )
    return _plain_words(step.code)


def _plain_words(code: str) -> StepWords:
    words = {
        "add_first": StepWords(
            QCoreApplication.translate("OrderWords", "Keep the order page and the product page"),
            QCoreApplication.translate(
                "OrderWords", "Sellers change pages; a screenshot of today stays as it is"
            ),
            QCoreApplication.translate("OrderWords", "Add evidence"),
        ),
        "kept": StepWords(
            QCoreApplication.translate("OrderWords", "Nothing to do"),
            QCoreApplication.translate(
                "OrderWords", "The proof is kept. If something goes wrong, start a complaint here"
            ),
            QCoreApplication.translate("OrderWords", "Start a complaint"),
        ),
        "write": StepWords(
            QCoreApplication.translate("OrderWords", "Copy the complaint and send it"),
            QCoreApplication.translate(
                "OrderWords", "All facts and the required evidence are there; start with the seller"
            ),
            QCoreApplication.translate("OrderWords", "Write complaint"),
        ),
    }
    closed = StepWords(
        QCoreApplication.translate("OrderWords", "This dispute is closed"),
        QCoreApplication.translate("OrderWords", "Everything stays here, unchanged since import"),
        "",
    )
    return words.get(code, closed)


def _missing_words(step: NextStep, book: Book, lang: str) -> StepWords:
    listed_kinds = step.data.get("kinds", ())
    kinds = [
        book.kind(EvidenceKind(str(one))).label.of(lang)
        for one in (listed_kinds if isinstance(listed_kinds, Sequence) else ())
    ]
    count = int(str(step.data.get("count", len(kinds))))
    return StepWords(
        Counts().add_required(count),
        enumerated(kinds),
        QCoreApplication.translate("OrderWords", "Add evidence"),
    )


def _awaiting_words(step: NextStep, book: Book, lang: str, platform: str) -> StepWords:
    at = step.data.get("at")
    channel = channel_name(str(step.data.get("channel", "")), book, lang, platform)
    sent = short_time(at) if isinstance(at, datetime) else ""
    return StepWords(
        QCoreApplication.translate("OrderWords", "Wait for the answer and keep it as evidence"),
        QCoreApplication.translate("OrderWords", "Text copied {at} for {channel}").format(
            at=sent, channel=channel
        ),
        QCoreApplication.translate("OrderWords", "Open"),
    )


def channel_name(channel: str, book: Book, lang: str, platform: str) -> str:
    """Name a channel as the order's platform calls it."""
    for one in book.every_channel(platform):
        if one.id == channel:
            return one.label.of(lang)
    return channel


def waited(step: NextStep, now: datetime) -> str:
    """Say how long an answer has been waited for, rounded down."""
    at = step.data.get("at")
    if not isinstance(at, datetime):
        return ""
    hours = max(0, int((now - at).total_seconds() // 3600))
    if hours >= 72:
        return Counts().waiting_days(hours // 24)
    if not hours:
        return QCoreApplication.translate("OrderWords", "just now")
    return Counts().waiting_hours(hours)


def urgency(task: Task, now: datetime) -> tuple[str, str, str]:
    """Word the left block of a task: bold line, line below it, tone."""
    if task.urgency == "waiting":
        at = task.step.data.get("at")
        sent = short_time(at) if isinstance(at, datetime) else ""
        return waited(task.step, now), sent, "mute"
    if task.urgency == "now":
        return QCoreApplication.translate("OrderWords", "Now"), "", "bad"
    count = task.step.data.get("count", task.step.data.get("open", 0))
    if task.step.code == "add_missing":
        required = QCoreApplication.translate("OrderWords", "required")
        return missing_count(int(str(count))), required, "warn"
    if task.step.code == "answer":
        return Counts().unanswered(int(str(count))), "", "warn"
    if task.step.code == "write":
        return QCoreApplication.translate("OrderWords", "Ready"), "", "ok"
    return QCoreApplication.translate("OrderWords", "New"), "", "mute"


def timeline_words(entry: TimelineEntry, book: Book, lang: str, platform: str) -> str:
    """Word one line of the timeline."""
    if entry.group == "order":
        return moment_name(entry.what)
    if entry.group == "sent":
        return QCoreApplication.translate("OrderWords", "Text copied for {channel}").format(
            channel=channel_name(entry.what, book, lang, platform)
        )
    kind = entry.evidence.kind if entry.evidence is not None else EvidenceKind.OTHER
    if kind == EvidenceKind.OTHER:
        return entry.what
    label = book.kind(kind).label.of(lang)
    titled = entry.evidence is not None and entry.evidence.title
    return facts_line([label, entry.what]) if titled else label


def reversed_moments(moments: Moments) -> dict[str, str]:
    """Name each moment that comes before the one it should follow, with the words for it."""
    return {
        later: QCoreApplication.translate("OrderWords", "before “{moment}”").format(
            moment=moment_name(first)
        )
        for first, later in moments.contradictions()
    }


def _numbers(numbers: object) -> str:
    if not isinstance(numbers, Sequence):
        return ""
    return enumerated([str(one) for one in numbers])
