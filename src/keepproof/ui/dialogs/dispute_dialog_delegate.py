"""How a kind of problem looks in the list, and the heading of its group."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.dialogs.dispute_dialog_model import ISSUE_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class IssueDelegate(QStyledItemDelegate):
    """Paint a kind as a row, and a heading quiet and small."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give 1.7 lines of text to a row."""
        del option, index
        return QSize(theme.px(120), round(1.7 * QFontMetrics(theme.font("body")).lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        rect = option.rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
        if index.data(ISSUE_ROLE) is None:
            rect.setTop(rect.top() + theme.px(6))
            font = theme.font("caption", bold=True)
            painting.text(painter, rect, words, font, theme.color("text2"))
        else:
            painting.row_ground(painter, option, option.rect.adjusted(0, 1, -theme.px(2), -1))
            painting.text(painter, rect, words, theme.font("body"), theme.color("text"))
        painter.restore()
