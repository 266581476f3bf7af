"""What stands beside a chat: its promises, or the messages to quote; each row leads to its message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
_NAMES = frozenset({Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole})


@dataclass(frozen=True, slots=True)
class SideRow:
    """One row: bold words, a quiet line, a pill with its tone or a place at the right, the number of the message.

    `action` are the words of what can be done with it in a line of its own, `done` those of what was done already,
    `hint` what stands there where neither is.
    """

    message: int
    title: str
    detail: str
    pill: str = ""
    tone: str = "mute"
    tip: str = ""
    quoted: bool = False
    action: str = ""
    done: str = ""
    hint: str = ""


class ChatSideModel(QAbstractListModel):
    """Rows beside a chat."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Build an empty model."""
        super().__init__(parent)
        self._rows: list[SideRow] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, all of them for the ear, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain("\n".join(one for one in (row.title, row.detail, row.tip) if one))
        if role in _NAMES:
            parts = (row.title, row.pill, row.detail, row.tip, row.action or row.done or row.hint)
            return ", ".join(one for one in parts if one)
        return row if role == ROW_ROLE else None

    def set_rows(self, rows: Sequence[SideRow]) -> None:
        """Show other rows."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> SideRow | None:
        """Return the row at an index."""
        at = index.row()
        return self._rows[at] if index.isValid() and 0 <= at < len(self._rows) else None
