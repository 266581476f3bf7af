"""Words for what bills and order exports say, beside what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from keepproof.ui import labels_orders

if TYPE_CHECKING:
    from datetime import datetime

    from keepproof.services.import_orders import Entry

STATES = ("new", "known", "conflict", "other", "refused")
TONES = {"new": "accent_text", "conflict": "warn_text", "refused": "bad_text"}
_MOMENTS = {"ordered": "ordered", "paid_at": "paid", "shipped": "shipped", "signed": "signed"}


def state_words(state: str) -> str:
    """Name what a row is: new, known, conflict, other or refused."""
    words = {
        "new": QCoreApplication.translate("BillWords", "New"),
        "known": QCoreApplication.translate("BillWords", "Known"),
        "conflict": QCoreApplication.translate("BillWords", "Differs from the order"),
        "other": QCoreApplication.translate("BillWords", "Perhaps no shopping"),
        "refused": QCoreApplication.translate("BillWords", "Not usable"),
    }
    return words[state]


def field_name(field: str) -> str:
    """Name a field of an order as a conflict names it."""
    if field in _MOMENTS or field == "confirmed":
        return labels_orders.moment_field(_MOMENTS.get(field, field))
    words = {
        "number": QCoreApplication.translate("BillWords", "Order no."),
        "shop": QCoreApplication.translate("BillWords", "Shop"),
        "items": QCoreApplication.translate("BillWords", "Items"),
        "paid": QCoreApplication.translate("BillWords", "Paid"),
        "freight": QCoreApplication.translate("BillWords", "Postage"),
        "courier": QCoreApplication.translate("BillWords", "Courier"),
        "tracking_number": QCoreApplication.translate("BillWords", "Tracking no."),
        "transaction_number": QCoreApplication.translate("BillWords", "Transaction no."),
    }
    return words.get(field, field)


def refunded(entry: Entry) -> str:
    """Say what came back, "" where nothing did."""
    if entry.refunded is None:
        return ""
    words = QCoreApplication.translate("BillWords", "refunded {amount}")
    return words.format(amount=entry.refunded.shown())


def at(entry: Entry) -> datetime | None:
    """Give the moment of a purchase."""
    return entry.form.moments.ordered or entry.form.moments.paid


def item_words(entry: Entry) -> str:
    """Name what was bought: the first item, and how many more."""
    items = entry.form.items
    if not items:
        return ""
    first = items[0].title if items[0].quantity == 1 else f"{items[0].title} ×{items[0].quantity}"
    return first if len(items) == 1 else BillCounts().items(first, len(items) - 1)


def detail(entry: Entry) -> list[str]:
    """Say what differs or is added, one line a field."""
    lines = [
        QCoreApplication.translate(
            "BillWords", "{field}: {here} in the order, {there} here"
        ).format(field=field_name(one.field), here=one.here, there=one.there)
        for one in entry.conflicts
    ]
    if entry.conflicts:
        lines.append(
            QCoreApplication.translate(
                "BillWords", "The order stays as it is; which value is right can be chosen there"
            )
        )
    if entry.lacking:
        names = labels_orders.enumerated([field_name(one) for one in entry.lacking])
        words = QCoreApplication.translate("BillWords", "Ticked, it fills in: {fields}")
        lines.append(words.format(fields=names))
    return lines


class BillCounts(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def items(self, first: str, more: int) -> str:
        """Name the first item and count the others."""
        return self.tr("{item} and %n more", "", more).format(item=first)

    def purchases(self, count: int) -> str:
        """Say what a bill holds."""
        return self.tr("This is a bill with %n purchase(s)", "", count)

    def orders(self, count: int) -> str:
        """Say what an order export holds."""
        return self.tr("This is an order list with %n order(s)", "", count)

    def add(self, count: int) -> str:
        """Ask for new orders."""
        return self.tr("Add %n order(s)", "", count)

    def complete(self, count: int) -> str:
        """Ask for what is empty in known orders."""
        return self.tr("Complete %n order(s)", "", count)

    def added(self, count: int) -> str:
        """Say what was added."""
        return self.tr("%n order(s) added", "", count)

    def completed(self, count: int) -> str:
        """Say what was completed."""
        return self.tr("%n completed", "", count)

    def ticked(self, count: int) -> str:
        """Count what is ticked."""
        return self.tr("%n ticked", "", count)

    def left_out(self, count: int) -> str:
        """Count what is no purchase at all."""
        return self.tr("%n row(s) of income, transfers and the like are no purchases", "", count)
