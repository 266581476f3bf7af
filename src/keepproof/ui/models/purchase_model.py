"""What to look at before buying at a shop, to tick off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.knowledge.care import PurchaseCheck
from keepproof.ui.labels_orders import facts_line, listed

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole


class PurchaseModel(QAbstractListModel):
    """The checks with the day each was ticked; it keeps the ticks itself until a dialog stores them."""

    ticked = Signal()

    def __init__(
        self, checks: Sequence[PurchaseCheck], lang: str, parent: QObject | None = None
    ) -> None:
        """Build the model with nothing ticked."""
        super().__init__(parent)
        self._checks, self._lang = tuple(checks), lang
        self._done: dict[str, datetime] = {}

    def set_done(self, done: Mapping[str, datetime]) -> None:
        """Show what is ticked, and since when."""
        self.beginResetModel()
        self._done = dict(done)
        self.endResetModel()

    def done(self) -> dict[str, datetime]:
        """Say what is ticked, and since when."""
        return dict(self._done)

    def counts(self) -> tuple[int, int]:
        """Count what is ticked, and everything."""
        return sum(1 for one in self._checks if one.id in self._done), len(self._checks)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the checks."""
        return 0 if parent.isValid() else len(self._checks)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every check be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row or its tick."""
        if not index.isValid() or index.row() >= len(self._checks):
            return None
        check = self._checks[index.row()]
        done = check.id in self._done
        if role == CHECK:
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return "\n".join(self._lines(check))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("done") if done else self.tr("not done")
            return listed([*self._lines(check), state])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a check now, or take its tick back."""
        if role != CHECK or not index.isValid():
            return False
        id_ = self._checks[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._done.setdefault(id_, datetime.now().astimezone())
        else:
            self._done.pop(id_, None)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _lines(self, check: PurchaseCheck) -> tuple[str, str]:
        at = self._done.get(check.id)
        since = ""
        if at is not None:
            since = self.tr("ticked on {day}").format(day=f"{at.astimezone():%Y-%m-%d}")
        return check.label.of(self._lang), facts_line([since, check.why.of(self._lang)])
