"""The tasks of one group of Today."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.services.today import Task
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex

TASK_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class TasksModel(QAbstractListModel):
    """Tasks in the order they come; each row is one thing to do with one order."""

    def __init__(
        self,
        title: Callable[[Task], str],
        sentence: Callable[[Task], str],
        parent: QObject | None = None,
    ) -> None:
        """Take the functions that name a task and say it whole (for screen readers)."""
        super().__init__(parent)
        self._title = title
        self._sentence = sentence
        self._tasks: list[Task] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the tasks."""
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the sentence or the task itself."""
        task = self.task_at(index)
        if task is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(task)
        if role in {
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }:
            return self._sentence(task)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._sentence(task))
        if role == SORT_ROLE:
            return index.row()
        return task if role == TASK_ROLE else None

    def set_tasks(self, tasks: Sequence[Task]) -> None:
        """Show other tasks."""
        if list(tasks) == self._tasks:
            return
        same_orders = [one.order.id for one in tasks] == [one.order.id for one in self._tasks]
        if same_orders:
            self._tasks = list(tasks)
            self.dataChanged.emit(self.index(0), self.index(len(self._tasks) - 1))
            return
        self.beginResetModel()
        self._tasks = list(tasks)
        self.endResetModel()

    def task_at(self, index: Index) -> Task | None:
        """Return the task at an index."""
        if index.isValid() and 0 <= index.row() < len(self._tasks):
            return self._tasks[index.row()]
        return None

    def cover_came(self, evidence_id: str) -> None:
        """Repaint the rows whose cover is this evidence: its picture has come."""
        for place, task in enumerate(self._tasks):
            if task.cover is not None and task.cover.id == evidence_id:
                here = self.index(place)
                self.dataChanged.emit(here, here)
