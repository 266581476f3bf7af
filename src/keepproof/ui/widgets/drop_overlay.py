"""What lies over a pane while files are dragged: where they will go, or why they will not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting


class DropOverlay(QWidget):
    """Lets the mouse through: the window itself takes the drop."""

    def __init__(self, parent: QWidget) -> None:
        """Build a hidden overlay."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._detail, self._accepted = "", "", True
        self.hide()

    def show_over(self, rect: QRect, title: str, detail: str, *, accepted: bool) -> None:
        """Lie over a part of the parent and say where things will go, or why not."""
        self._title, self._detail, self._accepted = title, detail, accepted
        self.setGeometry(rect)
        self.setAccessibleName(f"{title} {detail}")
        self.raise_()
        self.show()
        self.update()

    def words(self) -> str:
        """Give what the overlay says."""
        return f"{self._title}\n{self._detail}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint veil, dashed edge and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.color("accent_tint" if self._accepted else "bad_tint"))
        veil.setAlphaF(0.93)
        inner = self.rect().adjusted(8, 8, -8, -8)
        painting.rounded(painter, inner, theme.px(12), veil)
        pen = QPen(
            theme.color("accent" if self._accepted else "bad_mark"), 2, Qt.PenStyle.CustomDashLine
        )
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(inner), theme.px(12), theme.px(12))
        middle = inner.center()
        icon = "tray" if self._accepted else "warning-circle"
        tone = "accent" if self._accepted else "bad_text"
        painting.icon(painter, middle - QPoint(0, theme.px(44)), icon, tone, 34)
        line = QRect(
            inner.left() + theme.px(16),
            middle.y() - theme.px(14),
            inner.width() - theme.px(32),
            theme.px(28),
        )
        ink = theme.color("accent_text" if self._accepted else "bad_text")
        painting.text(painter, line, self._title, theme.font("section"), ink, painting.CENTRE)
        line.translate(0, theme.px(28))
        painting.text(
            painter, line, self._detail, theme.font("small"), theme.color("text2"), painting.CENTRE
        )
