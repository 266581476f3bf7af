"""What is in an evidence bundle, one row a piece of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from keepproof.services.import_bundle import Entry
from keepproof.ui import labels_bundles, labels_tiles, theme, tips
from keepproof.ui.labels_orders import facts_line
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 61
COLORS = {
    "new": "accent_text",
    "known": "accent_text",
    "filed": "text2",
    "absent": "text2",
    "changed": "bad_text",
}


class BundleModel(QAbstractTableModel):
    """Number, name, what an import does with it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Build an empty model."""
        super().__init__(parent)
        self._rows: list[Entry] = []

    def set_entries(self, rows: Sequence[Entry]) -> None:
        """Show these pieces of evidence."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the pieces of evidence."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else 3

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Number"), self.tr("Name"), self.tr("Import"))
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell, or its piece of evidence."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        entry = self._rows[index.row()]
        cells = _cells(entry)
        if role == ENTRY_ROLE:
            return entry
        if role == SORT_ROLE:
            return entry.item.number if index.column() == 0 else cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(cells[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return facts_line(cells)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return QColor(theme.color(COLORS[entry.state]))
        return None


def _cells(entry: Entry) -> tuple[str, str, str]:
    item = entry.item
    name = item.title or item.original_name
    shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)
    number = labels_tiles.number_words(item.number)
    return number, shown, labels_bundles.state_words(entry.state)
