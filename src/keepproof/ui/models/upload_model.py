"""The evidence of an order as it could go out as pictures, one row a piece, each with a tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.domain.evidence import Evidence, number_label
from keepproof.ui import labels_uploads, tips
from keepproof.ui.labels_orders import listed
from keepproof.ui.labels_uploads import Fate

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole
ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
FATE_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class UploadRow:
    """One piece: its number, what others may call it, the item that would go out, and a line about it.

    `picture` is False for what cannot go out as a picture: it has no tick.
    """

    number: int
    name: str
    item: Evidence
    about: str
    picture: bool


class UploadModel(QAbstractListModel):
    """Rows by number; `ticks_changed` tells that another set is chosen."""

    ticks_changed = Signal()

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model that names numbers in this language."""
        super().__init__(parent)
        self._lang = lang
        self._rows: list[UploadRow] = []
        self._ticked: set[int] = set()
        self._fates: Mapping[int, Fate] = {}
        self._fixed = False

    def set_rows(self, rows: Sequence[UploadRow], ticked: frozenset[int]) -> None:
        """Show other pieces; those of `ticked` that can go out are ticked."""
        self.beginResetModel()
        self._rows = sorted(rows, key=lambda row: (not row.picture, row.number))
        self._ticked = {row.number for row in rows if row.picture and row.number in ticked}
        self._fates = {}
        self.endResetModel()
        self.ticks_changed.emit()

    def set_fates(self, fates: Mapping[int, Fate], *, fixed: bool = False) -> None:
        """Say what becomes of each; once it has happened nothing can be ticked any more."""
        self._fates, self._fixed = fates, fixed
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the pieces."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let pictures be ticked."""
        flags = super().flags(index)
        row = self.row_at(index)
        if row is not None and row.picture and not self._fixed:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the two lines of a row, its tick, what becomes of it, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{number_label(row.number, self._lang)}  {row.name}\n{row.about}"
        if role == CHECK:
            return self._tick(row) if row.picture else None
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = self._sentence(row)
            return tips.plain(said) if role == Qt.ItemDataRole.ToolTipRole else said
        if role == FATE_ROLE:
            return self.fate(row)
        if role == SORT_ROLE:
            return index.row()
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take its tick away."""
        row = self.row_at(index)
        if role != CHECK or row is None or not row.picture or self._fixed:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(row.number)
        else:
            self._ticked.discard(row.number)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def ticked(self) -> frozenset[int]:
        """List the numbers that are ticked."""
        return frozenset(self._ticked)

    def row_at(self, index: Index) -> UploadRow | None:
        """Return the row at an index."""
        if index.isValid() and 0 <= index.row() < len(self._rows):
            return self._rows[index.row()]
        return None

    def fate(self, row: UploadRow) -> Fate:
        """Say what becomes of a row."""
        if row.picture and row.number not in self._ticked:
            return labels_uploads.stays()
        return self._fates.get(row.number, Fate("", "mute"))

    def _tick(self, row: UploadRow) -> Qt.CheckState:
        on = row.number in self._ticked
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _sentence(self, row: UploadRow) -> str:
        parts = (number_label(row.number, self._lang), row.name, row.about, self.fate(row).words)
        return listed([one for one in parts if one])
