"""The timeline of one order, newest first, filtered by group."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.services.views import TimelineEntry
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class TimelineModel(QAbstractListModel):
    """What happened with one order; `show_group` filters by order, evidence, contact or sent."""

    def __init__(
        self,
        words: Callable[[TimelineEntry], str],
        sentence: Callable[[TimelineEntry], str],
        parent: QObject | None = None,
    ) -> None:
        """Take the functions that word an entry for the eye and, with its time, for the ear."""
        super().__init__(parent)
        self._words = words
        self._sentence = sentence
        self._entries: list[TimelineEntry] = []
        self._shown: list[TimelineEntry] = []
        self._group = "all"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the entries shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line, the sentence with its time, or the entry itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._words(entry))
        if role in {
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }:
            return self._sentence(entry)
        if role == SORT_ROLE:
            return entry.at.timestamp()
        return entry if role == ENTRY_ROLE else None

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries."""
        self._entries = list(entries)
        self._apply()

    def show_group(self, group: str) -> None:
        """Show one group only, or "all"."""
        self._group = group
        self._apply()

    def entry_at(self, index: Index) -> TimelineEntry | None:
        """Return the entry at an index."""
        if index.isValid() and 0 <= index.row() < len(self._shown):
            return self._shown[index.row()]
        return None

    def _apply(self) -> None:
        shown = [one for one in self._entries if self._group in {"all", one.group}]
        if shown == self._shown:
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
