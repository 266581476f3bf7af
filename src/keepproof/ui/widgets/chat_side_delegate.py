"""How promises and quotations look beside a chat."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.models.chat_side_model import ROW_ROLE, SideRow
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class ChatSideDelegate(QStyledItemDelegate):
    """Two lines a row: promises over a hairline, quotations on a quiet ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row two lines."""
        del option, index
        high = QFontMetrics(theme.font("body")).lineSpacing()
        high += QFontMetrics(theme.font("caption")).lineSpacing()
        return QSize(theme.px(160), high + theme.px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, SideRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if row.quoted:
            self._paint_quote(painter, option, rect.adjusted(0, 3, 0, -3), row)
        else:
            painting.row_ground(painter, option, rect.adjusted(0, 1, 0, -2))
            self._paint_promise(painter, rect, row)
            if index.row() < index.model().rowCount() - 1:
                painter.setPen(QPen(theme.color("border"), 1))
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_promise(self, painter: QPainter, rect: QRect, row: SideRow) -> None:
        wide = painting.pill_width(row.pill) + 1
        first = QFontMetrics(theme.font("body")).lineSpacing()
        line = QRect(rect.left() + theme.px(6), rect.top() + theme.px(10), 0, first)
        line.setRight(rect.right() - wide - theme.px(14))
        bold = theme.font("body", bold=True)
        painting.text(painter, line, row.title, bold, theme.color("text"))
        pill = QRect(rect.right() - wide - theme.px(6), 0, wide, painting.pill_height())
        pill.moveTop(line.center().y() - pill.height() // 2)
        painting.pill(painter, pill, row.pill, row.tone)
        second = QRect(line.left(), line.bottom() + theme.px(3), 0, first)
        second.setRight(rect.right() - theme.px(6))
        painting.text(painter, second, row.detail, theme.font("caption"), theme.color("text2"))

    def _paint_quote(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: SideRow
    ) -> None:
        painting.rounded(painter, rect, theme.px(8), theme.color("sunken"))
        painting.row_ground(painter, option, rect)
        caption = theme.font("caption")
        first = QFontMetrics(caption).lineSpacing()
        line = QRect(rect.left() + theme.px(10), rect.top() + theme.px(7), 0, first)
        line.setRight(rect.right() - theme.px(10))
        wide = painting.width(row.pill, caption)
        painting.text(painter, line, row.pill, caption, theme.color("text2"), painting.RIGHT)
        line.setRight(line.right() - wide - theme.px(8))
        painting.text(painter, line, row.detail, caption, theme.color("text2"))
        high = QFontMetrics(theme.font("body")).lineSpacing()
        second = QRect(line.left(), line.bottom() + theme.px(2), 0, high)
        second.setRight(rect.right() - theme.px(10))
        painting.text(painter, second, row.title, theme.font("body"), theme.color("text"))
