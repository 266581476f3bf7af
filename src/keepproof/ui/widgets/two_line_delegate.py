"""Rows of a list with a second, quieter line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class TwoLineDelegate(QStyledItemDelegate):
    """What a row is on the first line, quieter what more is known of it on the next."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the lines."""
        del option
        lines = str(index.data()).count("\n") + 1
        high = QFontMetrics(theme.font("body")).lineSpacing() * lines + theme.px(12)
        return QSize(theme.px(150), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the lines on the ground of every list."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.row_ground(painter, option, option.rect.adjusted(1, 1, -1, -1))
        line = option.rect.adjusted(theme.px(10), theme.px(6), -theme.px(10), 0)
        line.setHeight(QFontMetrics(theme.font("body")).lineSpacing())
        for place, words in enumerate(str(index.data()).split("\n")):
            ink = theme.color("text2" if place else "text")
            painting.text(painter, line, words, theme.font("small" if place else "body"), ink)
            line.translate(0, line.height())
        painter.restore()
