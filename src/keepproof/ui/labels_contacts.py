"""Words for contacts: parties, ways, outcomes, promises, times and what a call costs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.domain.contact import OTHER_CHANNEL
from keepproof.ui import labels_orders
from keepproof.ui.labels_counts import in_unit

if TYPE_CHECKING:
    from keepproof.domain.contact import Commitment, Contact
    from keepproof.knowledge.book import Book


def party(id: str) -> str:
    """Name a party."""
    words = {
        "merchant": QCoreApplication.translate("ContactWords", "The seller"),
        "platform": QCoreApplication.translate("ContactWords", "Platform support"),
        "courier": QCoreApplication.translate("ContactWords", "The courier"),
        "payment": QCoreApplication.translate("ContactWords", "Payment support"),
        "authority": QCoreApplication.translate("ContactWords", "An authority"),
    }
    return words.get(id, QCoreApplication.translate("ContactWords", "Somebody else"))


def outcome(id: str) -> str:
    """Name what a contact led to, for a list of choices."""
    words = {
        "answered": QCoreApplication.translate("ContactWords", "Answered"),
        "unsatisfied": QCoreApplication.translate("ContactWords", "Not settled"),
        "refused": QCoreApplication.translate("ContactWords", "Refused"),
        "no_answer": QCoreApplication.translate("ContactWords", "No answer"),
        "promised": QCoreApplication.translate("ContactWords", "Promised something"),
        "solved": QCoreApplication.translate("ContactWords", "Settled"),
    }
    return words.get(id, id)


def ended(outcome: str) -> str:
    """Say why one goes on after a contact."""
    words = {
        "refused": QCoreApplication.translate("ContactWords", "The last contact was refused"),
        "no_answer": QCoreApplication.translate("ContactWords", "Nobody answered last time"),
        "promised": QCoreApplication.translate("ContactWords", "The promise was not kept"),
        "answered": QCoreApplication.translate("ContactWords", "The last answer did not settle it"),
    }
    plain = QCoreApplication.translate("ContactWords", "The last contact did not settle it")
    return words.get(outcome, plain)


def channel(id: str, book: Book, lang: str, platform: str) -> str:
    """Name the way of a contact."""
    if id == OTHER_CHANNEL:
        return QCoreApplication.translate("ContactWords", "Another way")
    if id == "call":
        return QCoreApplication.translate("ContactWords", "Phone")
    return labels_orders.channel_name(id, book, lang, platform)


def length(seconds: int) -> str:
    """Write a length of time: 3 min 10 s."""
    minutes, rest = divmod(max(0, seconds), 60)
    if not minutes:
        return QCoreApplication.translate("ContactWords", "{seconds} s").format(seconds=rest)
    return QCoreApplication.translate("ContactWords", "{minutes} min {seconds} s").format(
        minutes=minutes, seconds=rest
    )


def clock(seconds: int) -> str:
    """Write a running clock: 03:10, with hours only where there are any."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def time_left(due: datetime, now: datetime) -> str:
    """Say briefly, for a narrow column, how long there is until a moment, or how long ago it was."""
    seconds = int((due - now).total_seconds())
    if seconds <= 0:
        return QCoreApplication.translate("ContactWords", "{time} over").format(
            time=_rough(-seconds)
        )
    return QCoreApplication.translate("ContactWords", "{time} left").format(time=_rough(seconds))


def promise(one: Commitment, now: datetime) -> str:
    """Word a promise with its time and whether it was kept."""
    parts = [f"“{one.words}”"]
    if one.due is not None:
        parts.append(
            QCoreApplication.translate("ContactWords", "by {due}").format(
                due=labels_orders.short_time(one.due)
            )
        )
    state = promise_state(one, now)
    return labels_orders.facts_line([" ".join(parts), state])


def promise_state(one: Commitment, now: datetime) -> str:
    """Say whether a promise was kept; "" while there is time."""
    if one.state == "kept":
        return QCoreApplication.translate("ContactWords", "kept")
    if one.state == "broken":
        return QCoreApplication.translate("ContactWords", "not kept")
    return QCoreApplication.translate("ContactWords", "due") if one.overdue(now) else ""


def who(contact: Contact) -> str:
    """Name the party and the person."""
    return " ".join(one for one in (party(contact.party), contact.who) if one)


def way(contact: Contact, book: Book, lang: str, platform: str) -> str:
    """Name the way of a contact and how long it took."""
    parts = [channel(contact.channel, book, lang, platform)]
    if contact.seconds is not None:
        parts.append(length(contact.seconds))
    return " ".join(parts)


def entry(contact: Contact, book: Book, lang: str, platform: str) -> str:
    """Word a contact for the timeline."""
    words = contact.summary or outcome(contact.outcome)
    name = channel(contact.channel, book, lang, platform)
    return labels_orders.facts_line([who(contact), name, words])


def _rough(seconds: int) -> str:
    count, unit = in_unit(seconds)
    words = {
        "days": QCoreApplication.translate("ContactWords", "{count} d"),
        "hours": QCoreApplication.translate("ContactWords", "{count} h"),
        "minutes": QCoreApplication.translate("ContactWords", "{count} min"),
    }
    return words[unit].format(count=count)
