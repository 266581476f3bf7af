"""The contact log as a table: when, whom, how, what, what was promised, the reference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.services.next_page import ContactRow
from keepproof.ui import labels_contacts, labels_orders, labels_tiles, tips
from keepproof.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CONTACT_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
TIME, PARTY, WAY, CONTENT, PROMISE, TICKET = range(6)


class ContactsModel(QAbstractTableModel):
    """One row a contact, the newest first; every cell knows its own sort value."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session for words and clock."""
        super().__init__(parent)
        self._session = session
        self._platform = "generic"
        self._rows: tuple[ContactRow, ...] = ()

    def set_rows(self, rows: Sequence[ContactRow], platform: str) -> None:
        """Show other contacts."""
        if (tuple(rows), platform) == (self._rows, self._platform):
            return
        self.beginResetModel()
        self._rows, self._platform = tuple(rows), platform
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the contacts."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else TICKET + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Time"),
            self.tr("With"),
            self.tr("How"),
            self.tr("What was said"),
            self.tr("Promise"),
            self.tr("Reference"),
        )
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its sort value, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == CONTACT_ROLE:
            return row
        if role == SORT_ROLE:
            return self._sort_value(row, index.column())
        words = self._words(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return words or "–"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{name}: {words}" if words else None
        return None

    def row_at(self, index: Index) -> ContactRow | None:
        """Return the contact of a cell."""
        if index.isValid() and 0 <= index.row() < len(self._rows):
            return self._rows[index.row()]
        return None

    def place_of(self, contact_id: str) -> int:
        """Find the row of a contact, -1 for none."""
        ids = [one.contact.id for one in self._rows]
        return ids.index(contact_id) if contact_id in ids else -1

    def _words(self, row: ContactRow, column: int) -> str:
        contact, session = row.contact, self._session
        if column == TIME:
            return labels_orders.short_time(contact.at)
        if column == PARTY:
            return labels_contacts.who(contact)
        if column == WAY:
            return labels_contacts.way(contact, session.book, session.lang, self._platform)
        if column == CONTENT:
            return self._content(row)
        if column == PROMISE:
            now = session.now()
            return labels_orders.listed([labels_contacts.promise(one, now) for one in row.promises])
        return contact.ticket

    def _content(self, row: ContactRow) -> str:
        words = row.contact.summary or labels_contacts.outcome(row.contact.outcome)
        number = row.proof.number if row.proof is not None else None
        proof = labels_tiles.number_words(number) if number is not None else ""
        return labels_orders.facts_line([words, proof])

    def _sort_value(self, row: ContactRow, column: int) -> object:
        return row.contact.at.timestamp() if column == TIME else self._words(row, column)
