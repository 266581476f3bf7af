"""The places suggested for covering, each with a tick."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from keepproof.services.redact_suggestions import Suggestion
from keepproof.ui import labels_redaction, tips
from keepproof.ui.labels_orders import listed
from keepproof.ui.redaction_boxes import RedactionBoxes

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole
SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 61


class SuggestionsModel(QAbstractListModel):
    """What stands there, its words veiled, and whether it is covered; a tick covers it."""

    def __init__(self, boxes: RedactionBoxes, parent: QObject | None = None) -> None:
        """Follow the boxes of one redaction."""
        super().__init__(parent)
        self._boxes = boxes
        self._items: tuple[Suggestion, ...] = ()
        boxes.changed.connect(self._follow)
        self._follow()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the places."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, its tick, or its suggestion."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        covered = self._boxes.ticked(index.row())
        lines = (labels_redaction.kind_words(item.kind), item.veiled)
        if role == SUGGESTION_ROLE:
            return item
        if role == CHECK:
            return Qt.CheckState.Checked if covered else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(lines)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain("\n".join(lines))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed([*lines, labels_redaction.state_words(covered=covered)])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Cover a place, or uncover it."""
        if role != CHECK or not index.isValid():
            return False
        self._boxes.tick(index.row(), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _follow(self) -> None:
        if self._items != self._boxes.suggestions:
            self.beginResetModel()
            self._items = self._boxes.suggestions
            self.endResetModel()
        elif self._items:
            last = self.index(len(self._items) - 1)
            self.dataChanged.emit(self.index(0), last)
