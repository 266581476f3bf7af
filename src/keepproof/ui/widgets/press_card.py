"""A card that is one large button: icon, title, one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.buttons import entered

EDGE = 14
WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class PressCard(QAbstractButton):
    """Painted as a card, pressed and focused as a button."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        """Build a card."""
        super().__init__(parent)
        self._icon_name, self._line = icon, text
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed().connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Have room for two lines of text."""
        width = theme.px(196)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def heightForWidth(self, width: int) -> int:
        """Give the height of icon, title and wrapped line."""
        lines = self._lines(width).height()
        title = QFontMetrics(theme.font("body", bold=True)).lineSpacing()
        return 2 * theme.px(EDGE) + theme.px(20) + theme.px(6) + title + theme.px(3) + lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "neutral" if self.isDown() else "sunken" if self.underMouse() else "surface"
        pen = QPen(theme.color("accent"), 2) if self.hasFocus() else QPen(theme.color("border"), 1)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(theme.color(fill))
        outline = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, theme.px(10), theme.px(10))
        edge = theme.px(EDGE)
        sign = QRect(edge, edge, theme.px(20), theme.px(20))
        painting.icon(painter, sign.center(), self._icon_name, "text2", 20)
        font = theme.font("body", bold=True)
        high = QFontMetrics(font).lineSpacing()
        title = QRect(edge, sign.bottom() + theme.px(6), self.width() - 2 * edge, high)
        painting.text(painter, title, self.text(), font, theme.color("text"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text2"))
        below = QRect(edge, title.bottom() + theme.px(3), title.width(), self.height())
        painter.drawText(below, WRAP, self._line)

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - 2 * theme.px(EDGE), 1), 10_000)
        return QFontMetrics(theme.font("small")).boundingRect(room, WRAP, self._line)
