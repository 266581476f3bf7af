"""A picture to look at closely: fitted, at its own size, or as near as one likes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from keepproof.ui import theme

STEP = 1.25
NEAREST = 8.0
FARTHEST = 0.02


class PictureView(QGraphicsView):
    """Zoom with Ctrl and the wheel, + and -, 0 to fit, 1 for its own size; drag to move."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty view."""
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self._fitted = True
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setBackgroundBrush(theme.color("sunken"))

    def show_picture(self, pixmap: QPixmap) -> None:
        """Show a picture, fitted; a tall one is fitted to the width and starts at its top."""
        self._item.setPixmap(pixmap)
        self._scene.setSceneRect(self._item.boundingRect())
        self.fit()

    def fit(self) -> None:
        """Show the whole picture, never larger than it is."""
        self._fitted = True
        size = self._item.pixmap().size()
        if size.isEmpty():
            return
        room = self.viewport().size()
        scale = min(room.width() / size.width(), room.height() / size.height(), 1.0)
        if size.height() > 3 * size.width():
            scale = min(room.width() / size.width() * 0.6, 1.0)
        self._set_zoom(scale)
        if size.height() > 3 * size.width():
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def zoom(self) -> float:
        """Give the zoom: 1.0 is the picture's own size."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Come nearer or go farther."""
        self._fitted = False
        self._set_zoom(self.zoom() * factor)

    def own_size(self) -> None:
        """Show every pixel as one."""
        self._fitted = False
        self._set_zoom(1.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by keyboard; the arrows scroll."""
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.own_size()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted when the window changes."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def _set_zoom(self, scale: float) -> None:
        scale = max(FARTHEST, min(scale, NEAREST))
        self.resetTransform()
        self.scale(scale, scale)
        self.zoomed.emit(scale)
