"""Words for what can be covered in a picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

ICONS = {
    "phone": "phone",
    "address": "map-pin",
    "name": "user",
    "nick": "user",
    "id": "identification-card",
    "card": "bank",
    "email": "at",
}


def kind_words(kind: str) -> str:
    """Name what stands at a place."""
    words = {
        "phone": QCoreApplication.translate("RedactionWords", "Phone number"),
        "address": QCoreApplication.translate("RedactionWords", "Address"),
        "name": QCoreApplication.translate("RedactionWords", "Name"),
        "nick": QCoreApplication.translate("RedactionWords", "Nickname or account"),
        "id": QCoreApplication.translate("RedactionWords", "ID number"),
        "card": QCoreApplication.translate("RedactionWords", "Bank card"),
        "email": QCoreApplication.translate("RedactionWords", "E-mail address"),
    }
    return words[kind]


def state_words(*, covered: bool) -> str:
    """Say whether a place is covered or only suggested."""
    if covered:
        return QCoreApplication.translate("RedactionWords", "Covered")
    return QCoreApplication.translate("RedactionWords", "Suggested")


class RedactionCounts(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def suggested(self, count: int) -> str:
        """Count the places that could be covered."""
        return self.tr("%n place(s) suggested", "", count)

    def by_hand(self, count: int) -> str:
        """Count the boxes drawn by hand."""
        return self.tr("%n box(es) drawn by hand", "", count)
