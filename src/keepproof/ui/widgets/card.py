"""A quiet rounded surface that holds other things."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from keepproof.ui import theme


class Card(QFrame):
    """One rounded rectangle with a hairline, painted: a style rule would leak into its children."""

    def __init__(
        self, parent: QWidget | None = None, fill: str = "surface", edge: str | None = "border"
    ) -> None:
        """Build a card of a colour, with or without an edge."""
        super().__init__(parent)
        self._fill, self._edge = fill, edge
        theme.changed().connect(self.update)

    def set_look(self, fill: str, edge: str | None) -> None:
        """Change the colours."""
        self._fill, self._edge = fill, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color(self._edge), 1) if self._edge else QPen(theme.color(self._fill), 0)
        painter.setPen(pen)
        painter.setBrush(theme.color(self._fill))
        radius = theme.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
