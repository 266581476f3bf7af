"""The rows of the side bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting


class NavRow(QToolButton):
    """Icon or dot, words, and a count or time at the right; on the rail the icon alone."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        """Build a row; without an icon it has a dot."""
        super().__init__(parent)
        self._icon_name, self._note, self._tone = icon, "", "border_strong"
        self._rail = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(bool(icon))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed().connect(self.updateGeometry)

    def set_note(self, note: str, tone: str = "border_strong") -> None:
        """Show a count or a time, and colour the dot."""
        self._note, self._tone = note, tone
        self.setAccessibleName(f"{self.text()} {note}".strip())
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Show the icon alone, or everything."""
        self._rail = rail
        self.setToolTip(self.text() if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Be 1.8 lines high."""
        line = QFontMetrics(theme.font("body")).lineSpacing()
        scale = 1.8 if self._icon_name else 1.7
        return QSize(theme.px(188), round(line * scale))

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is."""
        return QSize(theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().adjusted(0, 1, 0, -1)
        radius = theme.px(7)
        if self.isChecked():
            painting.rounded(painter, rect, radius, theme.color("accent_tint"))
        elif self.underMouse():
            hover = QColor(theme.color("text"))
            hover.setAlphaF(0.05)
            painting.rounded(painter, rect, radius, hover)
        if self.hasFocus():
            painting.edge(painter, rect, radius, QPen(theme.color("accent"), 2))
        ink = "accent_text" if self.isChecked() else "text"
        self._paint_mark(painter, rect, "accent" if self.isChecked() else "text2")
        if not self._rail:
            self._paint_words(painter, rect, ink)

    def _paint_mark(self, painter: QPainter, rect: QRect, tone: str) -> None:
        centre = rect.center()
        if not self._rail:
            centre.setX(rect.left() + theme.px(19))
        if self._icon_name:
            painting.icon(painter, centre, self._icon_name, tone, 20 if self._rail else 18)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._tone))
        half = theme.px(7) / 2
        painter.drawEllipse(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half))

    def _paint_words(self, painter: QPainter, rect: QRect, ink: str) -> None:
        note_font = theme.font("caption")
        room = painting.width(self._note, note_font) + theme.px(16) if self._note else theme.px(8)
        words = QRect(rect)
        words.setLeft(rect.left() + theme.px(36))
        words.setRight(rect.right() - room)
        font = theme.font("body", bold=self.isChecked())
        painting.text(painter, words, self.text(), font, theme.color(ink))
        note = QRect(rect.right() - room, rect.top(), room - theme.px(10), rect.height())
        painting.text(painter, note, self._note, note_font, theme.color("text2"), painting.RIGHT)
