"""How promises and quotations look beside a chat."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from keepproof.ui import theme
from keepproof.ui.models.chat_side_model import ROW_ROLE, SideRow
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class ChatSideDelegate(QStyledItemDelegate):
    """Two lines a row: promises over a hairline, quotations on a quiet ground; a third one for what can be done."""

    def __init__(self, parent: QWidget, *, acting: bool = False) -> None:
        """Take the view; `acting` gives every row the third line."""
        super().__init__(parent)
        self._acting = acting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same lines."""
        del option, index
        high = QFontMetrics(theme.font("body")).lineSpacing()
        line = QFontMetrics(theme.font("caption")).lineSpacing()
        high += line + (line + theme.px(6) if self._acting else 0)
        return QSize(theme.px(160), high + theme.px(24))

    def action_place(self, rect: QRect, row: SideRow) -> QRect:
        """Place the words of what can be done in the rect of a row; invalid where there is nothing to do."""
        if not self._acting or not row.action:
            return QRect()
        wide = theme.px(22) + painting.width(row.action, theme.font("caption", bold=True))
        line = self._last_line(rect)
        return QRect(line.left(), line.top(), min(wide, line.width()), line.height())

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
        if self._acting:
            self._paint_action(painter, self._last_line(rect), row)

    def _last_line(self, rect: QRect) -> QRect:
        high = QFontMetrics(theme.font("caption")).lineSpacing() + theme.px(4)
        edge = theme.px(6)
        return QRect(
            rect.left() + edge, rect.bottom() - theme.px(6) - high, rect.width() - 2 * edge, high
        )

    def _paint_action(self, painter: QPainter, line: QRect, row: SideRow) -> None:
        words = row.action or row.done
        tone = "accent_text" if row.action else "text2"
        if words:
            middle = QPoint(line.left() + theme.px(8), line.center().y())
            painting.icon(painter, middle, "plus" if row.action else "check", tone, 14)
            line.setLeft(line.left() + theme.px(20))
        font = theme.font("caption", bold=bool(row.action))
        painting.text(painter, line, words or row.hint, font, theme.color(tone))

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
