"""The tasks of Today in groups, each group a card of rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.services.today import Task
from keepproof.ui import labels_orders, labels_steps, theme
from keepproof.ui.models.tasks_model import TasksModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.task_delegate import TaskDelegate
from keepproof.ui.widgets.whole_list import WholeList

# A day has room for so many tasks; the rest waits behind a link.
MOST = 20


class TaskGroup(QWidget):
    """A heading with a count, and a card of tasks; hidden while it is empty."""

    pressed = Signal(object)

    def __init__(
        self, session: Session, title: str, *, primary: bool, parent: QWidget | None = None
    ) -> None:
        """Build the group; `primary` fills the button of its first task."""
        super().__init__(parent)
        self._session = session
        self.model = TasksModel(self._title, self._sentence, self)
        self.delegate = TaskDelegate(session, primary=primary, parent=self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(title)
        self._count = Label("", "small", "text3", self)
        self._tasks: tuple[Task, ...] = ()
        self._all = False
        self.more_button = Button("", "link")
        self.more_button.clicked.connect(self._show_all)
        name = BoldLabel(title, "small", "text2", self)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(2), 0, 0, 0)
        head.setSpacing(theme.px(6))
        head.addWidget(name)
        head.addWidget(self._count)
        head.addStretch(1)
        card = Card(self)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, theme.px(2), 1, theme.px(2))
        inner.addWidget(self.list)
        inner.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(card)
        self.delegate.pressed.connect(self.pressed)
        self.list.activated.connect(self._activated)
        session.thumbnails.ready.connect(self.model.cover_came)
        self.hide()

    def set_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these tasks."""
        self._tasks = tuple(tasks)
        self._fill()
        self._count.setText(str(len(tasks)))
        self.setVisible(bool(tasks))

    def _fill(self) -> None:
        shown = self._tasks if self._all else self._tasks[:MOST]
        self.model.set_tasks(shown)
        rest = len(self._tasks) - len(shown)
        self.more_button.setText(self.tr("Show %n more", "", rest))
        self.more_button.setVisible(rest > 0)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.list.setFocus()

    def _activated(self, index: QModelIndex) -> None:
        task = self.model.task_at(index)
        if task is not None:
            self.pressed.emit(task)

    def _title(self, task: Task) -> str:
        return labels_steps.task_words(task, self._session.book, self._session.lang).title

    def _sentence(self, task: Task) -> str:
        session = self._session
        words = labels_steps.task_words(task, session.book, session.lang)
        first, second, _ = labels_steps.urgency(task, session.now())
        parts = [words.title, task.order.title, task.order.shop, words.detail, first, second]
        return labels_orders.listed([one for one in parts if one])
