"""Rows with a tick box, a small picture, two lines, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from keepproof.ui import theme
from keepproof.ui.labels_uploads import Fate
from keepproof.ui.models.upload_model import CHECK, FATE_ROLE, ROW_ROLE, UploadRow
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.tick_delegate import TickDelegate

if TYPE_CHECKING:
    from keepproof.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
PICTURE, SIDE, WORDS_AT = 44, 36, 92
MOST_OF_ROW = 0.42  # of its width, for what becomes of a piece


class UploadDelegate(TickDelegate):
    """Paints what the upload model gives; only pictures have a box."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session that has the small pictures."""
        super().__init__(parent)
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as picture and lines."""
        lines = super().sizeHint(option, index).height()
        return QSize(theme.px(280), max(lines, theme.px(PICTURE) + theme.px(10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one piece."""
        row, fate = index.data(ROW_ROLE), index.data(FATE_ROLE)
        if not isinstance(row, UploadRow) or not isinstance(fate, Fate):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        painting.row_ground(painter, option, rect.adjusted(1, 1, -1, -1))
        if row.picture:
            done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
            self._paint_box(painter, self._middle_box(rect), done=done)
        self._paint_picture(painter, rect, row)
        taken = self._paint_fate(painter, rect, fate)
        self._paint_words(painter, rect, str(index.data()), taken, quiet=not row.picture)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRect, row: UploadRow) -> None:
        edge = theme.px(PICTURE)
        frame = QRect(rect.left() + theme.px(SIDE), 0, edge, edge)
        frame.moveTop(rect.top() + (rect.height() - edge) // 2)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._session.thumbnails.pixmap(row.item, frame.size(), ratio)
        painting.picture(painter, frame, pixmap, "image" if row.picture else "file", top=True)

    def _paint_fate(self, painter: QPainter, rect: QRect, fate: Fate) -> int:
        """Paint what becomes of a piece at the right, and say how much room it took."""
        if not fate.words:
            return 0
        most = int(rect.width() * MOST_OF_ROW)
        wide = min(most, painting.pill_width(fate.words) + 1)
        high = painting.pill_height()
        left = rect.right() - theme.px(10) - wide
        pill = QRect(left, rect.top() + (rect.height() - high) // 2, wide, high)
        painting.pill(painter, pill, fate.words, fate.tone)
        return wide + theme.px(20)

    def _paint_words(
        self, painter: QPainter, rect: QRect, words: str, taken: int, *, quiet: bool
    ) -> None:
        first, _, second = words.partition("\n")
        high = QFontMetrics(theme.font("body")).lineSpacing()
        low = QFontMetrics(theme.font("small")).lineSpacing()
        line = rect.adjusted(theme.px(WORDS_AT), 0, -(taken + theme.px(6)), 0)
        line.setTop(rect.top() + (rect.height() - high - low) // 2)
        line.setHeight(high)
        ink = theme.color("text2" if quiet else "text")
        painting.text(painter, line, first, theme.font("body"), ink)
        line.translate(0, high)
        line.setHeight(low)
        painting.text(painter, line, second, theme.font("small"), theme.color("text2"))

    def _middle_box(self, rect: QRect) -> QRect:
        box = self._box(rect)
        box.moveTop(rect.top() + (rect.height() - box.height()) // 2)
        return box
