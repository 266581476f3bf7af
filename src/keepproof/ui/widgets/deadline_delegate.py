"""Rows of deadlines: what and when, how long still, and the rule below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.models.deadlines_model import DETAIL_ROLE, STATE_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class DeadlineDelegate(QStyledItemDelegate):
    """Two lines, with the time left as a pill at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the lines."""
        del option, index
        high = QFontMetrics(theme.font("body")).lineSpacing()
        high += QFontMetrics(theme.font("small")).lineSpacing()
        return QSize(theme.px(220), high + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the lines and the pill."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        painting.row_ground(painter, option, rect.adjusted(1, 1, -1, -1))
        words, tone = index.data(STATE_ROLE)
        line = rect.adjusted(theme.px(10), theme.px(6), -theme.px(10), 0)
        line.setHeight(QFontMetrics(theme.font("body")).lineSpacing())
        wide = painting.pill_width(words)
        pill = QRect(line.right() - wide, line.top(), wide, painting.pill_height())
        painting.pill(painter, pill, words, tone)
        title = QRect(line)
        title.setRight(pill.left() - theme.px(8))
        ink = theme.color("text")
        painting.text(painter, title, str(index.data()), theme.font("body"), ink)
        line.translate(0, line.height())
        small = theme.font("small")
        painting.text(painter, line, str(index.data(DETAIL_ROLE)), small, theme.color("text2"))
        painter.restore()
