"""How the open list of a combo box looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from keepproof.ui import theme

Index = QModelIndex | QPersistentModelIndex
MOST = 16  # rows shown at once; more are scrolled to
SEPARATOR = "separator"  # what Qt writes into the accessible description of one


class ComboRows(QStyledItemDelegate):
    """Rows as high as those of a menu; separators as hairlines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a row room above and below its words."""
        size = super().sizeHint(option, index)
        line = QFontMetrics(theme.font("body")).lineSpacing()
        size.setHeight(theme.px(7) if _is_separator(index) else round(1.6 * line))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, or the hairline between two groups."""
        if not _is_separator(index):
            super().paint(painter, option, index)
            return
        middle = option.rect.center().y()
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(option.rect.left(), middle, option.rect.right(), middle)


def dress(combo: QComboBox) -> None:
    """Give the list of a combo box these rows; long words are cut in their middle."""
    combo.setItemDelegate(ComboRows(combo))
    combo.setMaxVisibleItems(MOST)
    combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)


def _is_separator(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == SEPARATOR)
