"""Words for next steps: what to do, why, and how urgent it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.ui import labels_contacts, labels_orders
from keepproof.ui.labels_orders import StepWords

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.services.next_step import NextStep
    from keepproof.services.views import Task

LONGEST = 24  # characters of a promise in a heading


def step_words(step: NextStep, book: Book, lang: str, platform: str = "generic") -> StepWords:
    """Word a next step."""
    if step.code in {"overdue", "await_promise"}:
        return _promise_words(step)
    if step.code == "solved":
        return StepWords(
            QCoreApplication.translate("StepWords", "Make sure that it is settled"),
            QCoreApplication.translate(
                "StepWords", "Once the money or the goods are there, close the dispute"
            ),
            QCoreApplication.translate("StepWords", "Open"),
        )
    if step.code in {"contact_merchant", "write", "escalate"} and step.data.get("channel"):
        return _channel_words(step, book, lang, platform)
    return labels_orders.step_words(step, book, lang, platform)


def urgency(task: Task, now: datetime) -> tuple[str, str, str]:
    """Word the left block of a task: bold line, line below it, tone."""
    step = task.step
    if step.due is not None:
        when = labels_orders.short_time(step.due)
        tone = "bad" if step.code == "overdue" else "mute"
        return labels_contacts.time_left(step.due, now), when, tone
    if step.code == "await_promise":
        return QCoreApplication.translate("StepWords", "Promised"), "", "mute"
    if step.code in {"contact_merchant", "escalate"}:
        return QCoreApplication.translate("StepWords", "Ready"), "", "ok"
    if step.code == "solved":
        return QCoreApplication.translate("StepWords", "Settled"), "", "ok"
    return labels_orders.urgency(task, now)


def _promise_words(step: NextStep) -> StepWords:
    said = labels_orders.shortened(str(step.data.get("words", "")), LONGEST)
    party = labels_contacts.party(str(step.data.get("party", "")))
    if step.code == "overdue":
        return StepWords(
            QCoreApplication.translate("StepWords", "Was it kept? “{words}”").format(words=said),
            QCoreApplication.translate(
                "StepWords", "{party} promised it; the time for it is over"
            ).format(party=party),
            QCoreApplication.translate("StepWords", "Note it"),
        )
    return StepWords(
        QCoreApplication.translate("StepWords", "Wait for what was promised: “{words}”").format(
            words=said
        ),
        QCoreApplication.translate("StepWords", "{party} promised it").format(party=party),
        QCoreApplication.translate("StepWords", "Open"),
    )


def _channel_words(step: NextStep, book: Book, lang: str, platform: str) -> StepWords:
    name = labels_orders.channel_name(str(step.data["channel"]), book, lang, platform)
    texts = {one.id for one in book.channels(platform)}
    button = QCoreApplication.translate("StepWords", "Prepare text")
    if step.data["channel"] not in texts:
        button = QCoreApplication.translate("StepWords", "Open")
    if step.code == "contact_merchant":
        return StepWords(
            QCoreApplication.translate("StepWords", "Contact the seller first"),
            QCoreApplication.translate(
                "StepWords", "All facts and the required evidence are there; {channel} is free"
            ).format(channel=name),
            button,
        )
    if step.code == "escalate":
        return StepWords(
            QCoreApplication.translate("StepWords", "Go on with {channel}").format(channel=name),
            labels_contacts.ended(str(step.data.get("outcome", ""))),
            button,
        )
    if step.data["channel"] not in texts:
        return StepWords(
            QCoreApplication.translate("StepWords", "Go on with {channel}").format(channel=name),
            QCoreApplication.translate("StepWords", "It comes first and costs nothing"),
            button,
        )
    return StepWords(
        QCoreApplication.translate("StepWords", "Copy the complaint and send it"),
        QCoreApplication.translate(
            "StepWords", "All facts and the required evidence are there; {channel} comes first"
        ).format(channel=name),
        button,
    )
