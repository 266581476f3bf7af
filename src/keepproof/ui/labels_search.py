"""Words and icons for what the search finds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import number_label
from keepproof.domain.search import Hit
from keepproof.ui.labels_orders import facts_line

TAIL = 6  # digits by which people tell their orders apart
_ICONS = {
    "order": "package",
    "merchant": "storefront",
    "evidence": "image",
    "contact": "phone",
    "promise": "hourglass",
    "dispute": "scales",
    "sent": "paper-plane-tilt",
}
_EVIDENCE_ICONS = {
    "chat": "chat-circle-text",
    "call": "phone",
    "sms": "chat-text",
    "photo": "camera",
    "unbox": "video-camera",
    "use_video": "video-camera",
    "invoice": "receipt",
    "track": "truck",
    "waybill": "truck",
}


def group_name(type: str) -> str:
    """Name a group of results."""
    words = {
        "order": QCoreApplication.translate("SearchWords", "Orders"),
        "merchant": QCoreApplication.translate("SearchWords", "Sellers"),
        "evidence": QCoreApplication.translate("SearchWords", "Evidence and chats"),
        "contact": QCoreApplication.translate("SearchWords", "Contacts"),
        "promise": QCoreApplication.translate("SearchWords", "Promises"),
        "dispute": QCoreApplication.translate("SearchWords", "Disputes"),
        "sent": QCoreApplication.translate("SearchWords", "Texts that were sent"),
    }
    return words[type]


def icon_name(hit: Hit) -> str:
    """Choose the icon of a result."""
    if hit.type == "evidence":
        return _EVIDENCE_ICONS.get(hit.kind, "image")
    return _ICONS[hit.type]


def place(hit: Hit, lang: str) -> str:
    """Say in few words where a result stands: the end of the order number, its number in the order, its day."""
    number = "" if hit.number is None else number_label(hit.number, lang)
    if hit.type == "evidence" and hit.order is None:
        number = QCoreApplication.translate("SearchWords", "no order yet")
    order = _tail(hit.order) if hit.order and hit.type == "evidence" else ""
    return facts_line([order, number, hit.day])


def sentence(hit: Hit, lang: str) -> str:
    """Say a result whole, for screen readers and tool tips."""
    order = ""
    if hit.order is not None:
        words = QCoreApplication.translate("SearchWords", "Order {number}")
        order = words.format(number=hit.order)
    return facts_line([group_name(hit.type), hit.title, hit.snippet, order, place(hit, lang)])


def _tail(number: str) -> str:
    return number if len(number) <= TAIL else f"…{number[-TAIL:]}"
