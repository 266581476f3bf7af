"""Words for next steps: what to do, why, and how urgent it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from keepproof.services.reminders import NEAR
from keepproof.ui import labels_contacts, labels_deadlines, labels_orders
from keepproof.ui.labels_orders import StepWords

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.services.next_step import NextStep
    from keepproof.services.reminders import Reminder
    from keepproof.services.today import Task

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


def task_words(task: Task, book: Book, lang: str) -> StepWords:
    """Word a line of Today."""
    one = task.reminder
    if one is None:
        return step_words(task.step, book, lang, task.order.platform)
    look = QCoreApplication.translate("StepWords", "Look")
    if one.deadline is not None:
        return StepWords(one.deadline.label.of(lang), labels_deadlines.known(one.deadline), look)
    if one.care is None:
        return StepWords("", "", "")
    prompt = one.care.prompt
    detail = Remembered().more(task.more) if task.more else prompt.why.of(lang)
    button = QCoreApplication.translate("StepWords", "Add evidence")
    return StepWords(prompt.label.of(lang), detail, button if prompt.kind else look)


class Remembered(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def more(self, count: int) -> str:
        """Say that there is more to save or check."""
        return self.tr("%n more to save or check", "", count)


def urgency(task: Task, now: datetime) -> tuple[str, str, str]:
    """Word the left block of a task: bold line, line below it, tone."""
    step = task.step
    if task.reminder is not None:
        return _remembered(task.reminder, now)
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


def _remembered(one: Reminder, now: datetime) -> tuple[str, str, str]:
    """Word the time left; only what is sure takes a colour."""
    when = labels_orders.short_time(one.due)
    deadline = one.deadline
    if deadline is None:
        return labels_contacts.time_left(one.due, now), when, "mute"
    if deadline.origin == "page":
        when = QCoreApplication.translate("StepWords", "as on the page")
    words, tone = labels_deadlines.state(deadline, now)
    if deadline.state == "running":
        words = labels_contacts.time_left(one.due, now)
        near = one.rings and one.due - now <= NEAR and deadline.who == "buyer"
        tone = "bad" if near else tone if tone == "warn" else "mute"
    return words, when, tone


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
