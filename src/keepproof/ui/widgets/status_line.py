"""The line at the foot of the window: what was just done, as text that stays long enough to be read."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.elided_label import ElidedLabel

STAYS_MS = 8000


class StatusLine(QWidget):
    """One line; after a while it goes back to its resting words."""

    def __init__(self, resting: str, parent: QWidget | None = None) -> None:
        """Build the line with its resting words."""
        super().__init__(parent)
        self._resting = resting
        self._label = ElidedLabel(text=resting, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.addWidget(self._label, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rest)
        self._dress()
        theme.changed().connect(self._dress)

    def say(self, words: str) -> None:
        """Show words for a while, and announce them to screen readers."""
        self._label.setText(words)
        self._label.set_look("caption", "text")
        self._timer.start(STAYS_MS)
        self._announce(words)

    def add(self, widget: QWidget) -> None:
        """Put something small at its end."""
        self._row.addWidget(widget)

    def words(self) -> str:
        """Give what the line says."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline above."""
        del event
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.color("border"))

    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not for the first paint

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _rest(self) -> None:
        self._label.setText(self._resting)
        self._label.set_look("caption", "text3")

    def _dress(self) -> None:
        self._label.set_look("caption", "text" if self._timer.isActive() else "text3")
        line = QFontMetrics(theme.font("caption")).lineSpacing()
        self.setFixedHeight(round(line * 1.5))
