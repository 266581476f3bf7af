"""Horizontal bars: one row a name, its series behind one another, its figures at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.chart_figures import Figures, fill, hover, largest

NAME_SHARE = 0.34
MOST_ROWS = 8


class BarChart(QWidget):
    """Shows the largest rows; the table beside it shows all of them."""

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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as the rows."""
        return QSize(theme.px(320), self._row_height() * max(1, self._count()))

    def minimumSizeHint(self) -> QSize:
        """Never cut a row."""
        return QSize(theme.px(220), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell the whole name of a row under the mouse."""
        if isinstance(event, QHelpEvent):
            place = event.pos().y() // self._row_height()
            if 0 <= place < self._count():
                QToolTip.showText(event.globalPos(), hover(self._figures, place), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, bars and figures."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._figures.rows[: self._count()]
        most = largest([one.total for one in rows])
        font = theme.font("small")
        ends = [self._end_words(place) for place in range(len(rows))]
        end = max((painting.width(one, font) for one in ends), default=0) + theme.px(8)
        names = round(self.width() * NAME_SHARE)
        room = self.width() - names - theme.px(10) - end
        high = self._row_height()
        for place, row in enumerate(rows):
            top = place * high
            painting.text(painter, QRect(0, top, names, high), row.name, font, theme.color("text"))
            left = float(names + theme.px(10))
            for series, value in enumerate(row.values):
                wide = room * value / most
                fill(painter, QRectF(left, top + high * 0.24, wide, high * 0.52), series)
                left += wide
            where = QRect(round(left) + theme.px(6), top, end, high)
            painting.text(painter, where, ends[place], font, theme.color("text2"))

    def _end_words(self, place: int) -> str:
        row = self._figures.rows[place]
        shown = [words for value, words in zip(row.values, row.words, strict=True) if value]
        return " + ".join(shown) or "0"

    def _count(self) -> int:
        return min(MOST_ROWS, len(self._figures.rows))

    def _row_height(self) -> int:
        return round(QFontMetrics(theme.font("small")).lineSpacing() * 1.55)
