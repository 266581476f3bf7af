"""A picture to look at closely."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsView, QWidget

from keepproof.ui.widgets.zoom_view import ZoomView


class PictureView(ZoomView):
    """One picture that can be dragged about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty view."""
        super().__init__(parent)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._item)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)

    def show_picture(self, pixmap: QPixmap) -> None:
        """Show a picture, fitted; a tall one is fitted to the width and starts at its top."""
        self._item.setPixmap(pixmap)
        self.set_area(self._item.boundingRect())
