"""Rows with a small picture before two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex
PICTURE_PX = 52


class PictureLineDelegate(QStyledItemDelegate):
    """The picture of a row, an icon while there is none, and two lines beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the picture, or the lines where text is large."""
        del option, index
        lines = 2 * QFontMetrics(theme.font("body")).lineSpacing()
        return QSize(theme.px(200), max(theme.px(PICTURE_PX), lines) + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint picture and lines on the ground of every list."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        painting.row_ground(painter, option, rect.adjusted(1, 1, -1, -1))
        edge = theme.px(PICTURE_PX)
        frame = QRect(rect.left() + theme.px(8), 0, edge, edge)
        frame.moveTop(rect.top() + (rect.height() - edge) // 2)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        painting.picture(painter, frame, picture, "image", top=True)
        high = QFontMetrics(theme.font("body")).lineSpacing()
        line = rect.adjusted(edge + theme.px(20), 0, -theme.px(10), 0)
        line.setTop(rect.top() + (rect.height() - 2 * high) // 2)
        line.setHeight(high)
        first, _, second = str(index.data()).partition("\n")
        painting.text(painter, line, first, theme.font("body"), theme.color("text"))
        line.translate(0, high)
        painting.text(painter, line, second, theme.font("small"), theme.color("text2"))
        painter.restore()
