"""Words for deadlines, the events of a claim, and advice."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from keepproof.knowledge.deadlines import Deadline
from keepproof.ui.labels_counts import in_unit


class TimeLeft(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def words(self, due: datetime, now: datetime) -> str:
        """Say how much time is left, or for how long it has been over, in the unit that says enough."""
        seconds = round((due - now).total_seconds())
        count, unit = in_unit(abs(seconds))
        if seconds < 0:
            over = {
                "days": self.tr("over for %n day(s)", "", count),
                "hours": self.tr("over for %n hour(s)", "", count),
                "minutes": self.tr("over for %n minute(s)", "", count),
            }
            return over[unit]
        ahead = {
            "days": self.tr("%n day(s) left", "", count),
            "hours": self.tr("%n hour(s) left", "", count),
            "minutes": self.tr("%n minute(s) left", "", count),
        }
        return ahead[unit]


def state(one: Deadline, now: datetime) -> tuple[str, str]:
    """Say where a deadline stands, with the tone of its pill; only what is sure is urgent."""
    if one.due is None:
        if one.state == "paused":
            return QCoreApplication.translate("DeadlineWords", "Clock stopped"), "mute"
        return QCoreApplication.translate("DeadlineWords", "See the page"), "mute"
    words = TimeLeft().words(one.due, now)
    if one.meaning == "opens" and one.state == "over":
        return QCoreApplication.translate("DeadlineWords", "Open now"), "ok"
    if one.state == "over":
        late = one.meaning == "answer" and one.status in {"verified", "user"}
        return words, "bad" if late else "mute"
    near = (one.due - now).total_seconds() < 48 * 3600
    return words, "warn" if one.alarms and near else "ok" if one.alarms else "mute"


def known(one: Deadline) -> str:
    """Say how well a deadline is known."""
    if one.origin == "page":
        return QCoreApplication.translate("DeadlineWords", "as you copied it from the page")
    words = {
        "verified": QCoreApplication.translate("DeadlineWords", "rule text checked"),
        "user": QCoreApplication.translate("DeadlineWords", "as you entered it"),
        "open": QCoreApplication.translate("DeadlineWords", "no figure known, the page decides"),
        "memory": QCoreApplication.translate("DeadlineWords", "reference value, the page decides"),
    }
    hint = QCoreApplication.translate("DeadlineWords", "a hint, please check on the page")
    return words.get(one.status, hint)


def doubt(code: str) -> str:
    """Say what makes a deadline unsure."""
    words = {
        "later_than_now": QCoreApplication.translate(
            "DeadlineWords", "its beginning is later than now"
        ),
        "dates_contradict": QCoreApplication.translate(
            "DeadlineWords", "the dates contradict each other"
        ),
        "holidays_unknown": QCoreApplication.translate(
            "DeadlineWords", "holidays are not known yet"
        ),
        "season": QCoreApplication.translate("DeadlineWords", "other limits hold in this season"),
        "goods_guessed": QCoreApplication.translate(
            "DeadlineWords", "whether it was shipped is not sure"
        ),
        "page_older": QCoreApplication.translate(
            "DeadlineWords", "something happened after you copied it"
        ),
    }
    return words.get(code, code)


def event(kind: str) -> str:
    """Name what happened to a request."""
    words = {
        "applied": QCoreApplication.translate("DeadlineWords", "I filed a request"),
        "changed": QCoreApplication.translate("DeadlineWords", "I changed the request"),
        "refused": QCoreApplication.translate("DeadlineWords", "The seller refused"),
        "agreed": QCoreApplication.translate("DeadlineWords", "The seller agreed"),
        "buyer_shipped": QCoreApplication.translate("DeadlineWords", "I sent the goods back"),
        "return_signed": QCoreApplication.translate(
            "DeadlineWords", "The seller signed for the return"
        ),
        "intervened": QCoreApplication.translate(
            "DeadlineWords", "I asked the platform to step in"
        ),
        "evidence_done": QCoreApplication.translate("DeadlineWords", "I handed in my evidence"),
        "completed": QCoreApplication.translate("DeadlineWords", "Refunded or settled"),
        "closed": QCoreApplication.translate("DeadlineWords", "The request was closed"),
    }
    return words.get(kind, kind)


def claim(code: str) -> str:
    """Name what a request asks for."""
    words = {
        "refund": QCoreApplication.translate("DeadlineWords", "Refund only"),
        "return": QCoreApplication.translate("DeadlineWords", "Return and refund"),
        "exchange": QCoreApplication.translate("DeadlineWords", "Exchange"),
        "resend": QCoreApplication.translate("DeadlineWords", "Send what is missing"),
        "repair": QCoreApplication.translate("DeadlineWords", "Repair"),
    }
    return words.get(code, code)


def goods(code: str) -> str:
    """Name what the form was told about the goods."""
    words = {
        "unshipped": QCoreApplication.translate("DeadlineWords", "Not shipped yet"),
        "not_received": QCoreApplication.translate("DeadlineWords", "Shipped, not received"),
        "received": QCoreApplication.translate("DeadlineWords", "Received"),
    }
    return words.get(code, QCoreApplication.translate("DeadlineWords", "Not said"))
