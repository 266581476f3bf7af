"""Rows with a tick box before two lines."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import icons, theme
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex
CHECK = Qt.ItemDataRole.CheckStateRole
BOX = 16


class TickDelegate(QStyledItemDelegate):
    """The box, what to do, and quieter why; done rows are quiet as a whole."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the lines."""
        del option, index
        high = QFontMetrics(theme.font("body")).lineSpacing()
        high += QFontMetrics(theme.font("small")).lineSpacing()
        return QSize(theme.px(220), high + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint box and lines."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        painting.row_ground(painter, option, rect.adjusted(1, 1, -1, -1))
        done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
        self._paint_box(painter, self._box(rect), done=done)
        first, _, second = str(index.data()).partition("\n")
        line = rect.adjusted(theme.px(36), theme.px(6), -theme.px(10), 0)
        line.setHeight(QFontMetrics(theme.font("body")).lineSpacing())
        ink = theme.color("text2" if done else "text")
        painting.text(painter, line, first, theme.font("body"), ink)
        line.translate(0, line.height())
        painting.text(painter, line, second, theme.font("small"), theme.color("text2"))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with the mouse anywhere on the row, or with the space bar."""
        released = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not released and not pressed:
            return False
        done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if done else Qt.CheckState.Checked
        return model.setData(index, after, CHECK)

    def _box(self, rect: QRect) -> QRect:
        edge = theme.px(BOX)
        high = QFontMetrics(theme.font("body")).lineSpacing()
        top = rect.top() + theme.px(6) + (high - edge) // 2
        return QRect(rect.left() + theme.px(10), top, edge, edge)

    def _paint_box(self, painter: QPainter, box: QRect, *, done: bool) -> None:
        painting.rounded(painter, box, theme.px(4), theme.color("accent" if done else "surface"))
        pen = QPen(theme.color("accent" if done else "border_strong"), 1)
        painting.edge(painter, box, theme.px(4), pen)
        if done:
            icons.icon("check", "on_accent", box.width()).paint(painter, box)
