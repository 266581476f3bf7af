"""How one thing that happened looks in the timeline of an order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.services.views import TimelineEntry
from keepproof.ui import labels_orders, labels_tiles, theme
from keepproof.ui.models.timeline_model import ENTRY_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex

_MOMENT_ICONS = {
    "ordered": "shopping-cart",
    "paid": "wallet",
    "shipped": "truck",
    "signed": "package",
    "confirmed": "check-circle",
}


class TimelineDelegate(QStyledItemDelegate):
    """Paint an entry: time, icon on a rail, one line of text, evidence number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give 1.6 lines of text to a row."""
        del option, index
        line = QFontMetrics(theme.font("body")).lineSpacing()
        return QSize(theme.px(200), round(1.6 * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, TimelineEntry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        painting.row_ground(painter, option, rect)
        small = theme.font("small")
        clock = QRect(rect.left(), rect.top(), theme.px(90), rect.height())
        words = labels_orders.short_time(entry.at)
        painting.text(painter, clock, words, small, theme.color("text2"), painting.RIGHT)
        middle = QPoint(clock.right() + theme.px(18), rect.center().y())
        self._rail(painter, rect, middle, index)
        name, tone = entry_icon(entry)
        painting.icon(painter, middle, name, tone)
        right = rect.right() - theme.px(4)
        if entry.number is not None:
            right = self._number(painter, rect, entry.number)
        left = middle.x() + theme.px(20)
        line = QRect(left, rect.top(), right - left, rect.height())
        title = index.data(Qt.ItemDataRole.DisplayRole)
        painting.text(painter, line, str(title), theme.font("body"), theme.color("text"))
        painter.restore()

    def _rail(self, painter: QPainter, rect: QRect, middle: QPoint, index: Index) -> None:
        painter.setPen(QPen(theme.color("border"), 1.5))
        gap = theme.px(10)
        if index.row() > 0:
            painter.drawLine(middle.x(), rect.top(), middle.x(), middle.y() - gap)
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(middle.x(), middle.y() + gap, middle.x(), rect.bottom() + 1)

    def _number(self, painter: QPainter, rect: QRect, number: int) -> int:
        words = labels_tiles.number_words(number)
        wide, high = painting.pill_width(words), painting.pill_height()
        place = QRect(rect.right() - wide - theme.px(2), 0, wide, high)
        place.moveTop(rect.center().y() - high // 2)
        painting.pill(painter, place, words, "line")
        return place.left() - theme.px(8)


def entry_icon(entry: TimelineEntry) -> tuple[str, str]:
    """Choose the icon of an entry and its tone."""
    if entry.group == "order":
        return _MOMENT_ICONS.get(entry.what, "package"), "text2"
    if entry.group == "sent":
        return "paper-plane-tilt", "accent"
    if entry.group == "contact":
        return "phone", "accent"
    media = entry.evidence.media_type if entry.evidence is not None else ""
    if entry.evidence is not None and entry.evidence.broken:
        return "warning", "bad_text"
    return media_icon(media), "text2"


def media_icon(media_type: str) -> str:
    """Choose the icon for a type of file."""
    head = media_type.partition("/")[0]
    if media_type in {"application/pdf", "text/html"}:
        return "file-text"
    return {
        "image": "image",
        "video": "video-camera",
        "audio": "microphone",
        "text": "file-text",
    }.get(head, "file")
