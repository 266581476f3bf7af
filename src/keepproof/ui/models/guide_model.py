"""The table of contents of the guide, or what a search found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.knowledge.guide import Hit, Topic
from keepproof.ui import theme

Index = QModelIndex | QPersistentModelIndex

TOPIC_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class GuideModel(QAbstractListModel):
    """Rows are headings (str), topics, or hits with the line that was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[str | Topic | Hit] = []

    def set_rows(self, rows: Sequence[str | Topic | Hit]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give title and found line, or the id of the topic ("" for a heading)."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(row, Hit):
                return f"{row.topic.title}\n{row.snippet}" if row.snippet else row.topic.title
            return row.title if isinstance(row, Topic) else row
        if isinstance(row, str) and role == Qt.ItemDataRole.FontRole:
            return theme.font("small", bold=True)
        if isinstance(row, str) and role == Qt.ItemDataRole.ForegroundRole:
            return theme.color("text2")
        if role == TOPIC_ROLE:
            if isinstance(row, Hit):
                return row.topic.id
            return row.id if isinstance(row, Topic) else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if index.isValid() and not self.data(index, TOPIC_ROLE):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def row_of(self, topic: str) -> QModelIndex:
        """Find the row of a topic."""
        for row in range(len(self._rows)):
            index = self.index(row)
            if self.data(index, TOPIC_ROLE) == topic:
                return index
        return QModelIndex()
