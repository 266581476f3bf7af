"""A list as high as all its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from keepproof.ui import theme


class WholeList(QListView):
    """Rows of one height and no scroll bars of its own; Enter and Space activate a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
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
            model.modelReset.connect(self.updateGeometry)
            model.rowsInserted.connect(self.updateGeometry)
            model.rowsRemoved.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as high as the rows."""
        return QSize(theme.px(200), self._high())

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is, but never hide a row."""
        return QSize(theme.px(120), self._high())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the row with Enter or Space."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _high(self) -> int:
        model = self.model()
        rows = model.rowCount(QModelIndex()) if model is not None else 0
        return rows * self.sizeHintForRow(0) if rows else 0
