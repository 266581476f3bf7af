"""A small rounded mark: a state or an evidence number."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting


class Pill(QLabel):
    """Words in a tone: ok, warn, bad, mute, line, solid, okS."""

    def __init__(self, text: str, tone: str = "mute", parent: QWidget | None = None) -> None:
        """Build a pill."""
        super().__init__(text, parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed().connect(self.updateGeometry)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as the words."""
        return QSize(painting.pill_width(self.text()) + 1, painting.pill_height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.pill(painter, self.rect(), self.text(), self._tone)
