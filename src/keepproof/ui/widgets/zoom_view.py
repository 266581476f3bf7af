"""A view of a large scene: fitted, at its own size, or as near as one likes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from keepproof.ui import theme

STEP = 1.25
NEAREST = 8.0
FARTHEST = 0.02
TALL = 3  # a picture so many times as high as wide is fitted to the width
TALL_WIDTH = 0.6


class ZoomView(QGraphicsView):
    """Zoom with Ctrl and the wheel, + and -, 0 to fit, 1 for its own size."""

    zoomed = Signal(float)
    margin = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty view."""
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._fitted = True
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setBackgroundBrush(theme.color("sunken"))

    def set_area(self, area: QRectF) -> None:
        """Say how large the picture is, and show it whole; a tall one fits in width and starts at its top."""
        self._scene.setSceneRect(area)
        self.fit()

    def fit(self) -> None:
        """Show the whole picture, never larger than it is."""
        self._fitted = True
        size = self._scene.sceneRect().size()
        if size.isEmpty():
            return
        edge = 2 * theme.px(self.margin)
        room = self.viewport().size() - QSize(edge, edge)
        scale = min(room.width() / size.width(), room.height() / size.height(), 1.0)
        tall = size.height() > TALL * size.width()
        if tall:
            scale = min(room.width() / size.width() * TALL_WIDTH, 1.0)
        self._set_zoom(scale)
        if tall:
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
