"""The promises of a chat: each leads to its message, and is added to the contact log with one click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from keepproof.ui.models.chat_side_model import ChatSideModel
from keepproof.ui.widgets.chat_side_delegate import ChatSideDelegate
from keepproof.ui.widgets.whole_list import WholeList


class PromiseList(WholeList):
    """Rows of promises; `shown` and `taken` carry the number of a row. Enter shows, Space adds."""

    shown = Signal(int)
    taken = Signal(int)

    def __init__(self, model: ChatSideModel, parent: QWidget | None = None) -> None:
        """Build the list over its model."""
        super().__init__(parent)
        self._model = model
        self._delegate = ChatSideDelegate(self, acting=True)
        self._on_action = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._clicked)
        self.activated.connect(lambda index: self.shown.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add a promise to the log with Space; the rest is the list's own."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._take(index)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember whether the click is on what can be done."""
        self._on_action = self._acts_at(event.position().toPoint())
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be done."""
        super().mouseMoveEvent(event)
        acts = self._acts_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def row_menu(self, index: QModelIndex) -> QMenu | None:
        """Build the menu of a promise; None where no row stands."""
        row = self._model.row_at(index)
        if row is None:
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("Show in the chat"), lambda: self.shown.emit(index.row()))
        if row.action or row.done:
            take = menu.addAction(row.action or row.done, lambda: self._take(index))
            take.setEnabled(bool(row.action))
        return menu

    def _acts_at(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        row = self._model.row_at(index)
        if row is None:
            return False
        return self._delegate.action_place(self.visualRect(index), row).contains(point)

    def _clicked(self, index: QModelIndex) -> None:
        if self._on_action:
            self._take(index)
        else:
            self.shown.emit(index.row())

    def _take(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and row.action:
            self.taken.emit(index.row())

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        menu = self.row_menu(index if index.isValid() else self.currentIndex())
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))
