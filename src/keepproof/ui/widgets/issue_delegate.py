"""Paints the kinds of problems: headings small, kinds with room for a finger."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.dialogs.dispute_dialog_model import ISSUE_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class IssueDelegate(QStyledItemDelegate):
    """One line a row; the row under pointer or keyboard is marked as in every other list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give kinds 28 pixels at least, headings a little air above."""
        del option
        kind = index.data(ISSUE_ROLE) is not None
        metrics = QFontMetrics(theme.font("body" if kind else "small"))
        return QSize(theme.px(160), max(theme.px(28), round(metrics.lineSpacing() * 1.6)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a kind."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data())
        line = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        if index.data(ISSUE_ROLE) is None:
            line.setTop(line.top() + theme.px(6))
            painting.text(painter, line, words, theme.font("small"), theme.color("text2"))
        else:
            painting.row_ground(painter, option, option.rect.adjusted(0, 1, 0, -1))
            painting.text(painter, line, words, theme.font("body"), theme.color("text"))
        painter.restore()
