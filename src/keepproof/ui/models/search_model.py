"""What the search found, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.domain.search import Hit
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex

HIT_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()


class SearchModel(QAbstractListModel):
    """Results by type, the type of the best result first; the first row of a group carries its name."""

    def __init__(
        self,
        group: Callable[[str], str],
        sentence: Callable[[Hit], str],
        parent: QObject | None = None,
    ) -> None:
        """Take the functions that name a group and say a result whole (for screen readers)."""
        super().__init__(parent)
        self._group = group
        self._sentence = sentence
        self._hits: list[Hit] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the results."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the sentence, the name of the group that begins here, or the result itself."""
        hit = self.hit_at(index)
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(hit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._sentence(hit))
        if role == HEAD_ROLE:
            return self._head(index.row())
        if role == SORT_ROLE:
            return index.row()
        return hit if role == HIT_ROLE else None

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show other results."""
        types = list(dict.fromkeys(one.type for one in hits))
        grouped = sorted(hits, key=lambda one: types.index(one.type))
        if grouped == self._hits:
            return
        self.beginResetModel()
        self._hits = grouped
        self.endResetModel()

    def hit_at(self, index: Index) -> Hit | None:
        """Return the result at an index."""
        if index.isValid() and 0 <= index.row() < len(self._hits):
            return self._hits[index.row()]
        return None

    def _head(self, row: int) -> str:
        type = self._hits[row].type
        begins = row == 0 or self._hits[row - 1].type != type
        return self._group(type) if begins else ""
