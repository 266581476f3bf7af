"""The stages of an order on one line, on two where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets import painting

A_DATE = "00-00 00:00"
BESIDE = 8  # pixels of the design between the words of two cells


@dataclass(frozen=True, slots=True)
class Stage:
    """One cell: `state` is done, current or future; `tone` colours the second line (mute, warn)."""

    id: str
    label: str
    detail: str
    state: str
    tone: str = "mute"


class StageStrip(QWidget):
    """Cells of equal width joined by a line; a click or Enter asks for the field behind a cell."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty strip."""
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self._current = 0
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Stages of this order"))
        theme.changed().connect(self._fit)

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages."""
        self._stages = tuple(stages)
        self._current = min(self._current, max(0, len(self._stages) - 1))
        self.setAccessibleDescription("; ".join(f"{one.label}: {one.detail}" for one in stages))
        self._fit()
        self.update()

    def stages(self) -> tuple[Stage, ...]:
        """List the stages shown."""
        return self._stages

    def sizeHint(self) -> QSize:
        """Give room for the marks and two lines."""
        return QSize(theme.px(620), self._rows() * _row_height())

    def minimumSizeHint(self) -> QSize:
        """Elide rather than widen the page."""
        return QSize(theme.px(240), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin a second line before a date would be cut."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, lines and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, stage in enumerate(self._stages):
            self._paint_link(painter, place, stage)
        for place, stage in enumerate(self._stages):
            self._paint_cell(painter, place, stage)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Enter or Space."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._stages:
            self._current = (self._current + step) % len(self._stages)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self._stages:
                self.chosen.emit(self._stages[self._current].id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a cell can be pressed."""
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hovered cell."""
        self._hover(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        place = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._current = place
            self.chosen.emit(self._stages[place].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show a whole cell as a tool tip: its words may be elided."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos())
            stage = self._stages[place] if place >= 0 else None
            QToolTip.showText(
                event.globalPos(), f"{stage.label}  {stage.detail}" if stage is not None else ""
            )
            return True
        return super().event(event)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _at(self, point: QPoint) -> int:
        if not self._stages or not self.rect().contains(point):
            return -1
        found = (place for place in range(len(self._stages)) if self._cell(place).contains(point))
        return next(found, -1)

    def _columns(self) -> int:
        every = max(1, len(self._stages))
        date = QFontMetrics(theme.font("caption")).horizontalAdvance(A_DATE) + theme.px(BESIDE)
        return every if self.width() >= every * date else ceil(every / 2)

    def _rows(self) -> int:
        return ceil(max(1, len(self._stages)) / self._columns())

    def _fit(self) -> None:
        self.setFixedHeight(self._rows() * _row_height())

    def _cell(self, place: int) -> QRect:
        columns = self._columns()
        row, column = divmod(place, columns)
        wide, high = self.width() / columns, _row_height()
        left = round(column * wide)
        return QRect(left, row * high, round((column + 1) * wide) - left, high)

    def _mark(self, place: int) -> QPointF:
        cell = self._cell(place)
        return QPointF(cell.left() + theme.px(8), cell.top() + theme.px(9))

    def _paint_link(self, painter: QPainter, place: int, stage: Stage) -> None:
        if place + 1 >= len(self._stages):
            return
        gap = theme.px(11)
        start, end = self._mark(place), self._mark(place + 1)
        if end.y() > start.y():  # the line goes on in the next row
            end = QPointF(self.width() + gap, start.y())
        done = stage.state == "done"
        if done:
            painter.setPen(QPen(theme.color("accent"), 2))
        else:
            pen = QPen(theme.color("border_strong"), 1.5, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
        painter.drawLine(QPointF(start.x() + gap, start.y()), QPointF(end.x() - gap, end.y()))

    def _paint_cell(self, painter: QPainter, place: int, stage: Stage) -> None:
        mark, radius = self._mark(place), theme.px(8) - 0.5
        accent = theme.color("accent")
        if stage.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(mark, radius, radius)
            edge = theme.px(11)
            tick = QRect(0, 0, edge, edge)
            tick.moveCenter(mark.toPoint())
            icons.icon("check", "on_accent", edge).paint(painter, tick)
        else:
            current = stage.state == "current"
            painter.setPen(QPen(accent if current else theme.color("border_strong"), 1.6))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(mark, radius - 0.5, radius - 0.5)
            if current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(accent)
                painter.drawEllipse(mark, theme.px(3), theme.px(3))
        self._paint_words(painter, place, stage)

    def _paint_words(self, painter: QPainter, place: int, stage: Stage) -> None:
        cell = self._cell(place)
        top = cell.top() + theme.px(21)
        line = QRect(cell.left() + 1, top, cell.width() - theme.px(BESIDE), _line())
        label = theme.font("small", bold=stage.state == "current")
        ink = theme.color("text") if stage.state != "future" else theme.color("text2")
        painting.text(painter, line, stage.label, label, ink)
        line.translate(0, round(0.95 * _line()))
        tone = "warn_text" if stage.tone == "warn" else "text2"
        if place == self._hovered:
            tone = "accent"
        painting.text(painter, line, stage.detail, theme.font("caption"), theme.color(tone))
        if self.hasFocus() and place == self._current:
            ring = cell.adjusted(-theme.px(2), 0, -theme.px(4), 0)
            ring = ring.intersected(self.rect())
            painting.edge(painter, ring, theme.px(6), QPen(theme.color("accent"), 2))


def _row_height() -> int:
    return theme.px(24) + 2 * _line()


def _line() -> int:
    return QFontMetrics(theme.font("body")).lineSpacing()
