"""Advice for an order that can be ticked off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.services.care import CareItem
from keepproof.ui import labels_deadlines
from keepproof.ui.labels_orders import facts_line, listed
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CARE_ROLE = Qt.ItemDataRole.UserRole + 47
CHECK = Qt.ItemDataRole.CheckStateRole


class CareModel(QAbstractListModel):
    """What to do, why, until when; ticking tells `ticked` and changes nothing by itself."""

    ticked = Signal(str, bool)

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model that words advice in a language."""
        super().__init__(parent)
        self._lang = lang
        self._items: list[CareItem] = []
        self._now = datetime.now().astimezone()

    def set_items(self, items: Sequence[CareItem], now: datetime) -> None:
        """Show this advice as it stands now."""
        self.beginResetModel()
        self._items, self._now = list(items), now
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the advice."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what is not shown to be done by evidence be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, its tick, or its advice."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == CARE_ROLE:
            return item
        if role == SORT_ROLE:
            return item.due.timestamp()
        if role == CHECK:
            return Qt.CheckState.Checked if item.done else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return "\n".join(self._lines(item))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            done = self.tr("done") if item.done else self.tr("not done")
            return listed([*self._lines(item), done])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a row was ticked or not."""
        if role != CHECK or not index.isValid():
            return False
        item = self._items[index.row()]
        self.ticked.emit(item.prompt.id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _lines(self, item: CareItem) -> tuple[str, str]:
        late = item.done or item.due < self._now
        left = "" if late else labels_deadlines.TimeLeft().words(item.due, self._now)
        return item.prompt.label.of(self._lang), facts_line([left, item.prompt.why.of(self._lang)])
