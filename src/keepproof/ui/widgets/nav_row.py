"""The rows of the side bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from keepproof.ui import theme, tips
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.buttons import entered

WORDS_AT = 36


class NavRow(QToolButton):
    """Icon or dot, words, and a count or state at the right; on the rail the icon alone.

    A `quiet` row is smaller and its icon coloured: it tells a state rather than a place.
    """

    def __init__(
        self, icon: str, words: str, parent: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        """Build a row; without an icon it has a dot."""
        super().__init__(parent)
        self._icon_name, self._note, self._tip = icon, "", ""
        self._tone = "accent" if quiet else "text2" if icon else "border_strong"
        self._quiet, self._rail = quiet, False
        self.setCheckable(bool(icon) and not quiet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        theme.changed().connect(self.updateGeometry)

    def set_words(self, words: str, note: str = "", tip: str = "") -> None:
        """Say something, with a count or a state at the right, and more in the tool tip."""
        self._note, self._tip = note, tip
        self.setText(words)
        self.setAccessibleName(f"{words} {note}".strip())
        self._say_tip()
        self.update()

    def set_mark(self, icon: str, tone: str) -> None:
        """Change the icon, or the colour of the dot."""
        self._icon_name, self._tone = icon, tone
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Show the icon alone, or everything."""
        self._rail = rail
        self._say_tip()
        self.update()

    def sizeHint(self) -> QSize:
        """Be 1.8 lines high."""
        line = QFontMetrics(theme.font("body")).lineSpacing()
        scale = 1.8 if self._icon_name and not self._quiet else 1.6
        return QSize(theme.px(188), round(line * scale))

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is."""
        return QSize(theme.px(40), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = self.rect(), theme.px(7)
        if self.isChecked():
            painting.rounded(painter, rect, radius, theme.color("accent_tint"))
        elif self.isDown() or self.underMouse():
            painting.rounded(painter, rect, radius, theme.color("neutral"))
        if self.hasFocus():
            painting.edge(painter, rect, radius, QPen(theme.color("accent"), 2))
        self._paint_mark(painter, rect)
        if not self._rail:
            self._paint_words(painter, rect)

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        centre = rect.center()
        if not self._rail:
            centre = QPoint(rect.left() + theme.px(19), rect.center().y())
        if self._icon_name:
            size = 20 if self._rail else 15 if self._quiet else 18
            painting.icon(painter, centre, self._icon_name, self._ink(self._tone), size)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._tone))
        half = theme.px(7) / 2
        painter.drawEllipse(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half))

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        right = rect.right() - theme.px(10)
        note_font = theme.font("caption")
        room = painting.width(self._note, note_font) + theme.px(8) if self._note else 0
        left = rect.left() + theme.px(WORDS_AT - (2 if self._quiet else 0))
        words = QRect(left, rect.top(), max(right - room - left, 0), rect.height())
        ink = theme.color(self._ink("text2" if self._quiet else "text"))
        painting.text(painter, words, self.text(), self._font(), ink)
        note = QRect(right - room, rect.top(), room, rect.height())
        note_ink = theme.color(self._ink("text2"))
        painting.text(painter, note, self._note, note_font, note_ink, painting.RIGHT)

    def _font(self) -> QFont:
        return theme.font("caption" if self._quiet else "body", bold=self.isChecked())

    def _ink(self, tone: str) -> str:
        if not self.isEnabled():
            return "text3"
        return "accent_text" if self.isChecked() else tone

    def _say_tip(self) -> None:
        shown = f"{self.text()} {self._note}".strip()
        lines = [shown if self._rail or self._tip else "", self._tip]
        self.setToolTip(tips.plain("\n".join(one for one in lines if one)))
        self.setAccessibleDescription(self._tip)
