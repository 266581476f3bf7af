"""Words for what was read in a picture."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.suggestion import Suggestion
from keepproof.knowledge.book import Book
from keepproof.ui import labels_orders

_PERIOD = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def field_words(field: str) -> str:
    """Name what a value is."""
    words = {
        "kind": QCoreApplication.translate("ReadHints", "Looks like"),
        "number": QCoreApplication.translate("ReadHints", "Order number"),
        "shop": QCoreApplication.translate("ReadHints", "Shop"),
        "paid": QCoreApplication.translate("ReadHints", "Paid"),
        "freight": QCoreApplication.translate("ReadHints", "Freight"),
        "discount": QCoreApplication.translate("ReadHints", "Discount"),
        "courier": QCoreApplication.translate("ReadHints", "Courier"),
        "tracking_number": QCoreApplication.translate("ReadHints", "Tracking number"),
        "countdown": QCoreApplication.translate("ReadHints", "Time left when taken"),
    }
    moments = {"paid_at": "paid"}
    return words.get(field) or labels_orders.moment_field(moments.get(field, field))


def value_words(one: Suggestion, book: Book, lang: str) -> str:
    """Write a value as a person reads it."""
    if one.field == "kind":
        return book.kind(EvidenceKind(one.value)).label.of(lang)
    if one.field in {"paid", "freight", "discount"}:
        return one.words or one.value
    if one.field == "countdown":
        return period_words(one.value)
    if one.field in {"ordered", "paid_at", "shipped", "signed", "confirmed"}:
        return labels_orders.full_time(datetime.fromisoformat(one.value))
    return one.value


def own_words(own: str | Money | datetime) -> str:
    """Say what the order has in the place of a value."""
    if isinstance(own, Money):
        said = own.shown()
    else:
        said = labels_orders.full_time(own) if isinstance(own, datetime) else own
    return QCoreApplication.translate("ReadHints", "The order says {value}").format(value=said)


def period_words(value: str) -> str:
    """Write an ISO 8601 duration: 2 d 3 h."""
    found = _PERIOD.fullmatch(value)
    if found is None:
        return value
    units = (
        QCoreApplication.translate("ReadHints", "{count} d"),
        QCoreApplication.translate("ReadHints", "{count} h"),
        QCoreApplication.translate("ReadHints", "{count} min"),
        QCoreApplication.translate("ReadHints", "{count} s"),
    )
    parts = zip(units, found.groups(), strict=True)
    return " ".join(unit.format(count=int(count)) for unit, count in parts if count)
