"""What lies over a pane while things are dragged: where they will go, or why they will not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting

SHEET = (92, 118)
TURN = 8.0
VEILS = (0.7, 0.84)


class DropOverlay(QWidget):
    """Lets the mouse through: the window itself takes the drop."""

    def __init__(self, parent: QWidget) -> None:
        """Build a hidden overlay."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines: tuple[str, ...] = ()
        self._icons: tuple[str, ...] = ()
        self._accepted = True
        self.hide()

    def show_over(
        self, rect: QRect, lines: Sequence[str], icons: Sequence[str], *, accepted: bool
    ) -> None:
        """Lie over a part of the parent: a title, more lines below, an icon for up to three things."""
        self._lines, self._icons, self._accepted = tuple(lines), tuple(icons)[:3], accepted
        self.setGeometry(rect)
        self.setAccessibleName(" ".join(lines))
        self.raise_()
        self.show()
        self.update()

    def words(self) -> list[str]:
        """Give what the overlay says, line by line."""
        return list(self._lines)

    def accepted(self) -> bool:
        """Say whether what is dragged will be taken."""
        return self._accepted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint veil, dashed edge, sheets and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        high = theme.px(SHEET[1]) if self._accepted else theme.px(34)
        words = [QFontMetrics(theme.font(role)).lineSpacing() for role in self._roles()]
        gap = theme.px(8)
        whole = high + gap * 3 + sum(words) + gap * (len(words) - 1)
        top = (self.height() - whole) // 2
        middle = QPoint(self.width() // 2, top + high // 2)
        if self._accepted:
            self._paint_sheets(painter, middle)
        else:
            painting.icon(painter, middle, "warning-circle", "bad_text", 34)
        self._paint_words(painter, top + high + gap * 3, gap)

    def _roles(self) -> list[str]:
        return [
            *["title", "body", "small"][: len(self._lines)],
            *["small"] * (len(self._lines) - 3),
        ]

    def _paint_ground(self, painter: QPainter) -> None:
        inner = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        names = ("window", self._tone("accent_tint", "bad_tint"))
        for name, share in zip(names, VEILS, strict=True):
            veil = QColor(theme.color(name))
            veil.setAlphaF(share)
            painting.rounded(painter, inner, theme.px(12), veil)
        pen = QPen(theme.color(self._tone("accent", "bad_mark")), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))

    def _paint_sheets(self, painter: QPainter, middle: QPoint) -> None:
        """Draw the things as a fan of sheets; their content is not read before it is kept."""
        wide, high = theme.px(SHEET[0]), theme.px(SHEET[1])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fans = {1: [0], 2: [-1, 1], 3: [-1, 1, 0]}.get(len(self._icons), [])
        for side, icon in zip(fans, self._icons, strict=False):
            painter.save()
            painter.translate(
                QPointF(middle) + QPointF(side * wide * 0.62, abs(side) * high * 0.05)
            )
            painter.rotate(side * TURN)
            sheet = QRectF(-wide / 2, -high / 2, wide, high)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(sheet, theme.px(8), theme.px(8))
            painting.icon(painter, QPoint(round(side * wide * 0.16), 0), icon, "accent", 32)
            painter.restore()

    def _paint_words(self, painter: QPainter, top: int, gap: int) -> None:
        inks = [self._tone("accent_text", "bad_text"), "text", "text2"]
        for place, (line, role) in enumerate(zip(self._lines, self._roles(), strict=True)):
            font = theme.font(role)
            high = QFontMetrics(font).lineSpacing()
            rect = QRect(theme.px(24), top, self.width() - theme.px(48), high)
            ink = theme.color(inks[min(place, 2)])
            painting.text(painter, rect, line, font, ink, painting.CENTRE)
            top += high + gap

    def _tone(self, good: str, bad: str) -> str:
        return good if self._accepted else bad
