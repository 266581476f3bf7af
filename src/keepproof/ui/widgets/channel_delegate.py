"""Rows of the channels list: headings, and channels with their cost."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.knowledge.channel import Channel
from keepproof.ui import labels_channels, labels_complaint, theme
from keepproof.ui.models.channels_model import CHANNEL_ROLE, STEP_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class ChannelDelegate(QStyledItemDelegate):
    """Icon or place in the order, name, cost; below them the path."""

    def __init__(self, lang: str, view: object) -> None:
        """Word paths in a language for a view."""
        super().__init__(view)  # type: ignore[arg-type]  # a view is an object
        self._lang = lang

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as one line or two."""
        del option
        high = QFontMetrics(theme.font("body")).lineSpacing()
        if index.data(CHANNEL_ROLE) is None:
            return QSize(theme.px(200), high + theme.px(12))
        small = QFontMetrics(theme.font("small")).lineSpacing()
        return QSize(theme.px(200), high + small + theme.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a channel."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        channel = index.data(CHANNEL_ROLE)
        if isinstance(channel, Channel):
            self._paint_channel(painter, option, index, channel)
        else:
            line = option.rect.adjusted(theme.px(10), theme.px(6), -theme.px(10), 0)
            words, ink = str(index.data()), theme.color("text2")
            painting.text(painter, line, words, theme.font("small", bold=True), ink)
        painter.restore()

    def _paint_channel(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, channel: Channel
    ) -> None:
        rect = option.rect
        painting.row_ground(painter, option, rect.adjusted(1, 1, -1, -1))
        high = QFontMetrics(theme.font("body")).lineSpacing()
        left, top = rect.left() + theme.px(36), rect.top() + theme.px(7)
        centre = QPoint(rect.left() + theme.px(20), top + high // 2)
        step = int(index.data(STEP_ROLE) or 0)
        if step:
            mark = QRect(0, 0, theme.px(20), painting.pill_height())
            mark.moveCenter(centre)
            painting.pill(painter, mark, str(step), "ok")
        else:
            painting.icon(painter, centre, labels_channels.icon(channel), "text2")
        words, tone = labels_complaint.cost(channel.cost_class)
        wide = painting.pill_width(words)
        pill = QRect(rect.right() - wide - theme.px(10), top, wide, painting.pill_height())
        painting.pill(painter, pill, words, tone)
        name = QRect(left, top, pill.left() - left - theme.px(6), high)
        painting.text(painter, name, str(index.data()), theme.font("body"), theme.color("text"))
        small = theme.font("small")
        path = QRect(left, top + high, rect.right() - left - theme.px(10), 0)
        path.setHeight(QFontMetrics(small).lineSpacing())
        painting.text(painter, path, channel.path.of(self._lang), small, theme.color("text2"))
