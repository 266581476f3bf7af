"""How one task looks on Today, with the one button it carries."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from keepproof.services.today import Task
from keepproof.ui import labels_orders, labels_steps, theme
from keepproof.ui.models.tasks_model import TASK_ROLE
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class TaskDelegate(QStyledItemDelegate):
    """Paint a task: how urgent, picture, what to do, why, and its button."""

    pressed = Signal(object)

    def __init__(self, session: Session, *, primary: bool, parent: QObject | None = None) -> None:
        """Take the session for the words; `primary` fills the button of the first row."""
        super().__init__(parent)
        self._session = session
        self._primary = primary
        self._held = QPersistentModelIndex()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give three lines of text to a row."""
        del option, index
        return QSize(theme.px(200), 3 * _line() + theme.px(2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        task = index.data(TASK_ROLE)
        if not isinstance(task, Task):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        painting.row_ground(painter, option, rect.adjusted(theme.px(4), 2, -theme.px(4), -2))
        self._paint_urgency(painter, rect, task)
        picture = self._picture(rect)
        if index.row() > 0:
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(picture.left(), rect.top(), rect.right() - theme.px(12), rect.top())
        cover = None
        if task.cover is not None:
            ratio = painter.device().devicePixelRatio()
            cover = self._session.thumbnails.pixmap(task.cover, picture.size(), ratio)
        painting.picture(painter, picture, cover, "package")
        button = self._paint_button(painter, option, index, task)
        self._paint_words(painter, rect, task, picture.right() + theme.px(10), button.left())
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Press the painted button."""
        kinds = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease}
        task = index.data(TASK_ROLE)
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        inside = isinstance(task, Task) and self.button_rect(option, index).contains(
            event.position().toPoint()
        )
        if event.type() == QEvent.Type.MouseButtonPress:
            self._held = QPersistentModelIndex(index) if inside else QPersistentModelIndex()
            return inside
        pressed = inside and self._held == QPersistentModelIndex(index)
        self._held = QPersistentModelIndex()
        if pressed:
            self.pressed.emit(task)
        return pressed

    def button_rect(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Say where the button of a row is."""
        task = index.data(TASK_ROLE)
        words = self.words(task).button if isinstance(task, Task) else ""
        rect: QRect = option.rect
        if not words:
            return QRect(rect.right() - theme.px(12), rect.top(), 0, 0)
        wide = painting.width(words, theme.font("body", bold=True)) + 2 * theme.px(13)
        high = round(1.6 * _line())
        top = rect.center().y() - high // 2 + 1
        return QRect(rect.right() - theme.px(13) - wide, top, wide, high)

    def words(self, task: Task) -> labels_orders.StepWords:
        """Word the step of a task."""
        return labels_steps.task_words(task, self._session.book, self._session.lang)

    def _paint_urgency(self, painter: QPainter, rect: QRect, task: Task) -> None:
        first, second, tone = labels_steps.urgency(task, self._session.now())
        block = QRect(rect.left() + theme.px(8), rect.top(), theme.px(98), _line())
        total = 2 * _line() if second else _line()
        block.moveTop(rect.top() + (rect.height() - total) // 2)
        bold = theme.font("body", bold=True)
        painting.text(painter, block, first, bold, painting.tone_text(tone), painting.RIGHT)
        if second:
            block.translate(0, _line())
            caption = theme.font("small")
            painting.text(painter, block, second, caption, theme.color("text2"), painting.RIGHT)

    def _paint_words(
        self, painter: QPainter, rect: QRect, task: Task, left: int, right: int
    ) -> None:
        words = self.words(task)
        line = QRect(left, 0, right - theme.px(12) - left, _line())
        line.moveTop(rect.top() + (rect.height() - 2 * _line()) // 2)
        bold = theme.font("body", bold=True)
        painting.text(painter, line, words.title, bold, theme.color("text"))
        line.translate(0, _line())
        reason = labels_orders.facts_line(
            [task.order.shop, labels_orders.shortened(task.order.title), words.detail]
        )
        painting.text(painter, line, reason, theme.font("small"), theme.color("text2"))

    def _paint_button(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, task: Task
    ) -> QRect:
        place = self.button_rect(option, index)
        words = self.words(task).button
        if not words:
            return place
        primary = self._primary and index.row() == 0
        state = option.state
        held = self._held.isValid() and self._held == QPersistentModelIndex(index)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        fill, ink = _button_colors(primary=primary, held=held, hover=hover)
        painting.rounded(painter, place, theme.px(6), fill)
        if not primary:
            painting.edge(painter, place, theme.px(6), QPen(theme.color("border"), 1))
        font = theme.font("body", bold=primary)
        painting.text(painter, place, words, font, ink, painting.CENTRE)
        return place

    def _picture(self, rect: QRect) -> QRect:
        edge = theme.px(36)
        top = rect.center().y() - edge // 2
        return QRect(rect.left() + theme.px(122), top, edge, edge)


def _button_colors(*, primary: bool, held: bool, hover: bool) -> tuple[QColor, QColor]:
    if primary:
        name = "accent_press" if held else "accent_hover" if hover else "accent"
        return theme.color(name), theme.color("on_accent")
    name = "neutral" if held else "sunken" if hover else "surface"
    return theme.color(name), theme.color("text")


def _line() -> int:
    return QFontMetrics(theme.font("body")).lineSpacing()
