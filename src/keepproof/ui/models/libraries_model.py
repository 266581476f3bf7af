"""The libraries that were opened before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.paths import Paths
from keepproof.services.known_libraries import KnownLibrary
from keepproof.ui import labels_libraries, tips
from keepproof.ui.labels_orders import facts_line

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class LibrariesModel(QAbstractListModel):
    """Name and folder of each; the one that is open and those that are not there say so."""

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._paths = paths
        self._rows: tuple[KnownLibrary, ...] = ()
        self._open = Path()

    def set_libraries(self, rows: Sequence[KnownLibrary], open: Path) -> None:
        """Show other rows; `open` is the folder of the library that is open now."""
        self.beginResetModel()
        self._rows, self._open = tuple(rows), open
        self.endResetModel()

    def library_at(self, index: Index) -> KnownLibrary | None:
        """Give the library of a row."""
        inside = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._rows[index.row()] if inside else None

    def is_open(self, one: KnownLibrary) -> bool:
        """Say whether it is the library of the window."""
        return one.folder == self._open

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give two lines: the name with its state, and the folder."""
        one = self.library_at(index)
        if one is None:
            return None
        state = ""
        if self.is_open(one):
            state = self.tr("open now")
        elif one.missing:
            state = self.tr("not there now")
        name = facts_line([labels_libraries.name(one.folder, self._paths), state])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{name}\n{one.folder}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(str(one.folder))
        return None
