"""A list as high as all its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from keepproof.ui import theme

CHECK = Qt.ItemDataRole.CheckStateRole


class WholeList(QListView):
    """Rows of one height and no scroll bars of its own; Enter and Space tick or activate a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self._row = -1
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        theme.changed().connect(self.doItemsLayout)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow the number of rows."""
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._remember_row)
            model.modelReset.connect(self._reset_done)
            model.rowsInserted.connect(self._count)
            model.rowsRemoved.connect(self._count)
            self._count()

    def sizeHint(self) -> QSize:
        """Be as high as the rows."""
        return QSize(theme.px(200), self._high())

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is, but never hide a row."""
        return QSize(theme.px(120), self._high())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick a row that can be ticked with Enter or Space; activate any other."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        index = self.currentIndex()
        if event.key() not in keys or not index.isValid():
            super().keyPressEvent(event)
        elif index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
            after = Qt.CheckState.Unchecked if done else Qt.CheckState.Checked
            self.model().setData(index, after, CHECK)
        else:
            self.activated.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll the page to a row the keyboard came to; the list itself shows all of them."""
        super().scrollTo(index, hint)
        pane = self._pane()
        inner = pane.widget() if pane is not None else None
        if pane is None or inner is None or QApplication.mouseButtons():
            return
        rect = self.visualRect(index)
        middle = self.viewport().mapTo(inner, rect.center())
        pane.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    def _pane(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _count(self) -> None:
        """Follow the number of rows; without any there is nothing the keyboard could stop at."""
        some = self.model().rowCount() > 0
        self.setFocusPolicy(Qt.FocusPolicy.WheelFocus if some else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()

    def _remember_row(self) -> None:
        self._row = self.currentIndex().row() if self.hasFocus() else -1

    def _reset_done(self) -> None:
        """Leave the keyboard where it was: a row ticked or answered brings all rows anew."""
        self._count()
        last = self.model().rowCount() - 1
        if self._row >= 0 and last >= 0:
            index = self.model().index(min(self._row, last), 0)
            change = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, change)

    def _high(self) -> int:
        model = self.model()
        rows = model.rowCount(QModelIndex()) if model is not None else 0
        return rows * self.sizeHintForRow(0) if rows else 0
