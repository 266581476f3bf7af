"""Words of the chat page: who speaks, what became of a promise, where something is missing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from keepproof.domain.chat import ChatMessage, Role
from keepproof.domain.promise import ChatGap, Promise, PromiseState, Saying, SayingKind
from keepproof.ui import labels_orders

ROLE_ICONS = {
    Role.ME: "user",
    Role.MERCHANT: "storefront",
    Role.ROBOT: "robot",
    Role.PLATFORM: "headset",
    Role.COURIER: "truck",
    Role.SYSTEM: "info",
    Role.UNKNOWN: "question",
}
# the roles that can be given to a sender
CHOICES = (Role.ME, Role.MERCHANT, Role.ROBOT, Role.PLATFORM, Role.COURIER)
TONES = {
    PromiseState.KEPT: "ok",
    PromiseState.BROKEN: "warn",
    PromiseState.OPEN: "line",
    PromiseState.UNJUDGED: "mute",
}
HOUR = 3600
DAY = 24 * HOUR


def role_name(role: Role) -> str:
    """Name a role."""
    words = {
        Role.ME: QCoreApplication.translate("ChatWords", "Me"),
        Role.MERCHANT: QCoreApplication.translate("ChatWords", "Seller"),
        Role.ROBOT: QCoreApplication.translate("ChatWords", "Robot"),
        Role.PLATFORM: QCoreApplication.translate("ChatWords", "Platform"),
        Role.COURIER: QCoreApplication.translate("ChatWords", "Courier"),
        Role.SYSTEM: QCoreApplication.translate("ChatWords", "System"),
    }
    return words.get(role, QCoreApplication.translate("ChatWords", "Not known"))


def place_words(place: str) -> str:
    """Word where a message stands in its file."""
    if place.startswith("#"):
        return QCoreApplication.translate("ChatWords", "no. {number}").format(number=place[1:])
    return place


def place_spoken(place: str) -> str:
    """Word where a message stands, to be read aloud."""
    if place.startswith("L"):
        return QCoreApplication.translate("ChatWords", "line {number}").format(number=place[1:])
    return place_words(place)


def clock(message: ChatMessage, *, day: bool = False) -> str:
    """Give the time of a message as its file shows it, without the day where that stands above."""
    written = message.time
    if len(written) >= 19 and written[4:5] == "-":
        return written[:19] if day else written[11:19]
    return written


def day_of(written: str) -> str:
    """Give the day of the time of a message, "" where it has none."""
    return written[:10] if len(written) >= 19 and written[4:5] == "-" else ""


def span(seconds: int) -> str:
    """Word a length of time: minutes, hours up to two days, then days."""
    if seconds < HOUR:
        return QCoreApplication.translate("ChatWords", "{count} min").format(
            count=max(1, seconds // 60)
        )
    if seconds < 2 * DAY:
        return QCoreApplication.translate("ChatWords", "{count} h").format(count=seconds // HOUR)
    return QCoreApplication.translate("ChatWords", "{count} days").format(count=seconds // DAY)


def state_words(one: Promise) -> str:
    """Say what became of a promise."""
    if one.state is PromiseState.KEPT:
        return QCoreApplication.translate("ChatWords", "Kept")
    if one.state is PromiseState.BROKEN and one.late_s is not None:
        late = QCoreApplication.translate("ChatWords", "Late by {span}")
        return late.format(span=span(one.late_s))
    if one.state is PromiseState.BROKEN:
        return QCoreApplication.translate("ChatWords", "Not kept")
    if one.state is PromiseState.OPEN:
        return QCoreApplication.translate("ChatWords", "Not due yet")
    if one.claim:
        return QCoreApplication.translate("ChatWords", "Compare")
    return QCoreApplication.translate("ChatWords", "Not judged")


def promise_detail(one: Promise, *, pictured: bool = False) -> str:
    """Say who promised it, when, and until when it was to be kept."""
    parts = [who(one.sender, one.role, pictured=pictured)]
    if one.said is not None:
        parts[0] += f" {local_time(one.said)}"
    if one.due is not None:
        until = QCoreApplication.translate("ChatWords", "due by {at}")
        parts.append(until.format(at=local_time(one.due)))
    elif one.claim:
        parts.append(QCoreApplication.translate("ChatWords", "about the goods"))
    elif one.said is None:
        parts.append(QCoreApplication.translate("ChatWords", "no full time shown"))
    else:
        parts.append(QCoreApplication.translate("ChatWords", "no time named"))
    return labels_orders.facts_line(parts)


def promise_reason(one: Promise) -> str:
    """Say why a promise is judged as it is, in one sentence."""
    if one.settled is not None:
        return QCoreApplication.translate("ChatWords", "Happened {at}").format(
            at=local_time(one.settled)
        )
    return _not_judged(one) if one.state is PromiseState.UNJUDGED else ""


def _not_judged(one: Promise) -> str:
    """Say why a promise cannot be judged, and what to do."""
    if one.claim:
        return QCoreApplication.translate(
            "ChatWords",
            "This says what the goods are. Compare it with them; if it is not true, tick the message, "
            "quote it, and choose “Not as described” or “False advertising”.",
        )
    if one.said is None:
        return QCoreApplication.translate(
            "ChatWords",
            "The chat shows no full date and time, so nothing can be counted from it; look at the original",
        )
    if one.due is None:
        return QCoreApplication.translate(
            "ChatWords", "No time was named, so nothing falls due; ask the other side for a date"
        )
    return QCoreApplication.translate(
        "ChatWords",
        "Nothing here says when it happened; enter the times of the order to judge it",
    )


def who(sender: str, role: Role, *, pictured: bool = False) -> str:
    """Name a speaker: the name without the shop in front of it, else the role; the left side of a picture has none."""
    name = sender.rpartition(":")[2].strip() or sender
    if role is Role.ME:
        return QCoreApplication.translate("ChatWords", "Me")
    if pictured and role is Role.UNKNOWN:
        return QCoreApplication.translate("ChatWords", "Other side")
    return name or role_name(role)


def speaker(message: ChatMessage) -> str:
    """Name who says a message that is shown: what has no place stands in a picture."""
    return who(message.sender, message.role, pictured=not message.source)


def said(message: ChatMessage) -> str:
    """Return the words of a message, or that it has none."""
    return message.text or no_words()


def no_words() -> str:
    """Say that a message has no content."""
    return QCoreApplication.translate("ChatWords", "(no content)")


def local_time(at: datetime) -> str:
    """Write a moment by its own clock: month, day, hour, minute."""
    return f"{at:%m-%d %H:%M}"


def gap_words(gap: ChatGap, before: str) -> tuple[str, str]:
    """Say what is missing, and what to do about it."""
    if gap.kind == "begins":
        return (
            QCoreApplication.translate("ChatWords", "The log begins with an answer"),
            QCoreApplication.translate(
                "ChatWords", "Add the earlier messages, or a screenshot of them."
            ),
        )
    if gap.kind == "ends":
        return (
            QCoreApplication.translate("ChatWords", "The log ends with a question"),
            QCoreApplication.translate("ChatWords", "If an answer came later, add that part too."),
        )
    pause = span(gap.seconds)
    if gap.kind == "unanswered":
        text = QCoreApplication.translate("ChatWords", "No answer for {span} after {at}")
        return text.format(span=pause, at=before), ""
    text = QCoreApplication.translate("ChatWords", "Nothing for {span} after {at}, then an answer")
    return (
        text.format(span=pause, at=before),
        QCoreApplication.translate(
            "ChatWords", "If something was said in between, add a screenshot of it."
        ),
    )


def saying_words(one: Saying, words: str, state: str) -> str:
    """Word the mark on a message: what it is and the words that tell."""
    kinds = {
        SayingKind.PROMISE: QCoreApplication.translate("ChatWords", "Promise"),
        SayingKind.REFUSAL: QCoreApplication.translate("ChatWords", "Refusal"),
        SayingKind.ADMISSION: QCoreApplication.translate("ChatWords", "Admission"),
    }
    parts = [kinds.get(one.kind, ""), words, state]
    return labels_orders.facts_line([part for part in parts if part])


def message_sentence(message: ChatMessage, marks: list[str]) -> str:
    """Read a message aloud: who, when, where, what, and what it holds."""
    parts = [
        role_name(message.role),
        speaker(message),
        clock(message, day=True),
        place_spoken(message.source),
        said(message),
        *marks,
    ]
    return labels_orders.listed(list(dict.fromkeys(part for part in parts if part)))
