"""Upright columns over time: one group a month, its series beside one another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.chart_figures import Figures, fill, hover, largest

HIGH = 150
CENTRE = Qt.AlignmentFlag.AlignCenter


class ColumnChart(QWidget):
    """Shows every row; a value that is not nothing has its words above its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty chart."""
        super().__init__(parent)
        self._figures = Figures("", (), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed().connect(self.updateGeometry)

    def set_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self._figures = figures
        self.setAccessibleName(figures.heading)
        self.setAccessibleDescription(figures.sentences())
        self.update()

    def sizeHint(self) -> QSize:
        """Be a band of one height."""
        return QSize(theme.px(360), theme.px(HIGH) + 2 * self._line())

    def minimumSizeHint(self) -> QSize:
        """Never be lower."""
        return QSize(theme.px(260), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the month under the mouse."""
        if isinstance(event, QHelpEvent):
            rows = self._figures.rows
            place = int(event.pos().x() // self._step()) if rows else -1
            if 0 <= place < len(rows):
                QToolTip.showText(event.globalPos(), hover(self._figures, place), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground line, columns, their words and the months."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._figures.rows
        most = largest([value for one in rows for value in one.values])
        ground = self.height() - self._line()
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.drawLine(0, ground, self.width(), ground)
        for place in range(len(rows)):
            self._paint_month(painter, place, ground, most)

    def _paint_month(self, painter: QPainter, place: int, ground: int, most: float) -> None:
        row, step, line = self._figures.rows[place], self._step(), self._line()
        left = place * step
        font = theme.font("caption")
        month = QRect(round(left), ground, round(step), line)
        painting.text(painter, month, row.mark or row.name, font, theme.color("text2"), CENTRE)
        room = min(step * 0.76, theme.px(72) * len(row.values))
        wide = room / max(1, len(row.values))
        start = left + (step - room) / 2
        for series, value in enumerate(row.values):
            if not value:
                continue
            high = max(2.0, (ground - line - theme.px(4)) * value / most)
            bar = QRectF(start + series * wide, ground - high, wide - theme.px(3), high)
            fill(painter, bar, series)
            alone = sum(1 for one in row.values if one) == 1
            more = step / 4 if alone else 0.0
            words = QRect(round(bar.left() - more), round(bar.top()) - line, 0, line)
            words.setWidth(round(wide + 2 * more))
            if painting.width(row.words[series], font) <= words.width():
                painting.text(painter, words, row.words[series], font, theme.color("text2"), CENTRE)

    def _step(self) -> float:
        return self.width() / max(1, len(self._figures.rows))

    def _line(self) -> int:
        return round(QFontMetrics(theme.font("caption")).lineSpacing() * 1.15)
