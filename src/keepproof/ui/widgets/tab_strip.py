"""The tabs of a page: words with an underline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.segment import Choices


class TabStrip(Choices):
    """Tabs, the chosen one bold over a 3 px accent line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty strip."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        """Be as wide as the bold words."""
        metrics = QFontMetrics(theme.font("body", bold=True))
        width = metrics.horizontalAdvance(self.tabText(index)) + theme.px(28)
        return QSize(width, round(metrics.lineSpacing() * 1.9))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never be cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and underline."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            rect = self.tabRect(place)
            chosen = place == self.currentIndex()
            painter.setFont(theme.font("body", bold=chosen))
            painter.setPen(theme.color("text" if chosen else "text2"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.tabText(place))
            if chosen:
                line = QRectF(rect.left() + 2, rect.bottom() - 2, rect.width() - 4, 3)
                painter.fillRect(line, theme.color("accent"))
                if self.hasFocus():
                    painter.setPen(QPen(theme.color("accent"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    around = QRectF(rect).adjusted(2, 2, -2, -5)
                    painter.drawRoundedRect(around, theme.px(5), theme.px(5))
