"""Words for the rungs of the ladder: how far one is, what is still needed, what helps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.ui import labels_contacts, labels_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from keepproof.knowledge.book import Book
    from keepproof.services.course import Course
    from keepproof.services.ladder import Rung


def state(rung: Rung) -> tuple[str, str]:
    """Word how far one is with a rung, with the tone of its pill."""
    if rung.state == "done":
        words = QCoreApplication.translate("LadderWords", "Done")
        day = labels_orders.short_time(rung.at).split(" ")[0] if rung.at is not None else ""
        return f"{words} {day}".strip(), "mute"
    words = {
        "now": QCoreApplication.translate("LadderWords", "Now"),
        "skipped": QCoreApplication.translate("LadderWords", "Skipped"),
        "locked": QCoreApplication.translate("LadderWords", "Not yet"),
        "next": "",
    }[rung.state]
    return words, "solid" if rung.state == "now" else "mute"


def detail(rung: Rung, course: Course, now: datetime, book: Book, lang: str) -> str:
    """Say what happened on a rung, what is awaited there, or what it still needs."""
    if rung.opens is not None and rung.state != "done":
        return QCoreApplication.translate("LadderWords", "Open from {when}").format(
            when=labels_orders.full_time(rung.opens)
        )
    if rung.missing and rung.state != "done":
        joint = QCoreApplication.translate("LadderWords", "; ")
        needed = joint.join(book.need(one).of(lang) for one in rung.missing)
        return QCoreApplication.translate("LadderWords", "Still needed: {what}").format(what=needed)
    if rung.waiting:
        return _waiting(rung, course, now)
    if rung.contact is not None:
        said = rung.contact.summary or labels_contacts.outcome(rung.contact.outcome)
        when = labels_orders.short_time(rung.contact.at)
        return QCoreApplication.translate("LadderWords", "{when}: {words}").format(
            when=when, words=said
        )
    if rung.at is not None:
        return QCoreApplication.translate("LadderWords", "Done {when}").format(
            when=labels_orders.short_time(rung.at)
        )
    return ""


def hint(rung: Rung, lang: str) -> str:
    """Give a tip for a way that starts with a robot, or one that is called."""
    channel = rung.channel
    if rung.note is not None:
        return rung.note.of(lang)
    if channel.type == "chat" and channel.party == "platform":
        return QCoreApplication.translate(
            "LadderWords",
            "A robot answers first: say that you want a person, and note when you asked",
        )
    if channel.type == "phone":
        return QCoreApplication.translate(
            "LadderWords", "Call at a quiet time; the card on the right has what to say"
        )
    return ""


def sentence(place: int, rung: Rung, name: str, cost: str, more: Sequence[str]) -> str:
    """Say a rung in one sentence, for a screen reader."""
    step = QCoreApplication.translate("LadderWords", "Step {place}: {name}").format(
        place=place, name=name
    )
    words = state(rung)[0]
    return labels_orders.listed([one for one in (step, words, cost, *more) if one])


def question(names: Sequence[str], wanted: str) -> str:
    """Ask gently before rungs are passed over."""
    return QCoreApplication.translate(
        "LadderWords",
        "Not tried yet: {skipped}. They cost nothing, and the next place will ask about them. "
        "Go on to {wanted} all the same?",
    ).format(skipped=labels_orders.enumerated(names), wanted=wanted)


def _waiting(rung: Rung, course: Course, now: datetime) -> str:
    if rung.sent and rung.at is not None:
        return QCoreApplication.translate(
            "LadderWords", "Text copied {when}; note the answer when it comes"
        ).format(when=labels_orders.short_time(rung.at))
    promises = course.promises(rung.contact) if rung.contact is not None else ()
    open_ = next((one for one in promises if one.state == "open"), None)
    if open_ is None:
        return ""
    left = labels_contacts.time_left(open_.due, now) if open_.due is not None else ""
    said = QCoreApplication.translate("LadderWords", "Promised: “{words}”").format(
        words=open_.words
    )
    return labels_orders.facts_line([said, left])
