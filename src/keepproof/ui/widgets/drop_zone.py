"""A place that invites files; dropping is never the only way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class DropZone(QWidget):
    """Dashed edge, what to drop, and buttons to choose files or paste. The window itself takes the drop."""

    choose_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the zone."""
        super().__init__(parent)
        self.setMinimumHeight(theme.px(180))
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = Label(
            self.tr("Drop screenshots, chats, photos and videos here"), "section", "text", self
        )
        text = Label(
            self.tr("The files are copied, never moved or changed"), "small", "text2", self
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = Button(self.tr("Choose files"), "secondary", parent=self)
        self.paste = Button(self.tr("Paste"), "ghost", "clipboard-text", self)
        self.choose.clicked.connect(self.choose_asked)
        self.paste.clicked.connect(self.paste_asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        edge = theme.px(16)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(6))
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addSpacing(theme.px(4))
        layout.addLayout(row)
        layout.addStretch(1)
        self._dress()
        theme.changed().connect(self._dress)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and dashed edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("border_strong"), 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        radius = theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _dress(self) -> None:
        self._icon.setPixmap(icons.pixmap("tray", "accent", theme.px(28), self.devicePixelRatioF()))
