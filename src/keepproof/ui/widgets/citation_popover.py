"""A card over the text that shows what the statement under the pointer rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.citation_view import CitationView

LINGER_MS = 250
WIDEST = 560


class CitationPopover(Card):
    """A child of the window, so that it also works where windows cannot be placed (Wayland).

    It stays while the pointer is inside; Esc closes it and gives the keyboard back.
    """

    closed = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        """Build it out of sight."""
        super().__init__(window, "surface", "border_strong")
        self._window = window
        self.view = CitationView(session, self)
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(1, 1, 1, 1)
        self._inner.addWidget(self.view)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.close_now)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 160 if theme.is_dark() else 71))
        self.setGraphicsEffect(shadow)
        self.hide()

    def show_at(self, statement: QRect, room: QRect) -> None:
        """Show it below a statement, above where there is no room; both in the window's coordinates."""
        self._linger.stop()
        window = self._window
        wide = min(theme.px(WIDEST), room.width(), window.width() - theme.px(24))
        self.setFixedWidth(wide)
        self._inner.activate()
        high = self._inner.totalHeightForWidth(wide)
        high = high if high > 0 else self.sizeHint().height()
        left = max(theme.px(12), min(room.left(), window.width() - wide - theme.px(12)))
        below = statement.bottom() + theme.px(4)
        above = statement.top() - high - theme.px(4)
        fits_below = below + high <= window.height() - theme.px(8)
        top = below if fits_below or above < 0 else above
        top = max(theme.px(4), min(top, window.height() - high - theme.px(4)))
        self.setGeometry(left, top, wide, high)
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Close soon, unless the pointer comes in."""
        if self.isVisible():
            self._linger.start()

    def close_now(self) -> None:
        """Close, and tell."""
        self._linger.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is inside."""
        super().enterEvent(event)
        self._linger.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Close soon."""
        super().leaveEvent(event)
        self._linger.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            return
        super().keyPressEvent(event)
