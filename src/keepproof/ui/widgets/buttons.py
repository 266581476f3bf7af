"""Buttons: four kinds with words, one with an icon alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from keepproof.ui import icons, theme, tips

TONES = {"primary": "on_accent", "secondary": "text2", "ghost": "text2", "link": "accent"}


def entered(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button with Enter as with Space: else Enter does nothing, or presses the default of its dialog."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class Button(QPushButton):
    """A button of a kind: primary, secondary, ghost or link; the look is in the style sheet."""

    def __init__(
        self, text: str, kind: str = "secondary", icon: str = "", parent: QWidget | None = None
    ) -> None:
        """Build a button, with an icon before its words where one is named."""
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        theme.changed().connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def _dress(self) -> None:
        if self._icon:
            self.setIcon(icons.icon(self._icon, TONES[str(self.property("kind"))], theme.px(16)))
            self.setIconSize(QSize(theme.px(16), theme.px(16)))


class IconButton(QToolButton):
    """An icon with a name for tool tip and screen reader."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        """Build a button of 30 px."""
        super().__init__(parent)
        self._icon = icon
        self.setAutoRaise(True)
        self.setToolTip(tips.plain(name))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()
        theme.changed().connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the ring that Fusion leaves out on a flat one."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            radius = theme.px(6)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _dress(self) -> None:
        edge = theme.px(30)
        self.setFixedSize(edge, edge)
        self.setIcon(icons.icon(self._icon, "text2", theme.px(18)))
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
