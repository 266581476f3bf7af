"""Rows of places that can be covered: tick, what it is, its words veiled, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from keepproof.services.redact_suggestions import Suggestion
from keepproof.ui import labels_redaction, theme
from keepproof.ui.models.suggestions_model import SUGGESTION_ROLE
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.tick_delegate import CHECK, TickDelegate

Index = QModelIndex | QPersistentModelIndex
GAP = 6


class SuggestionDelegate(TickDelegate):
    """A card for each row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the lines and the gap to the next card."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + theme.px(GAP + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint card, tick, icon, lines and state."""
        found = index.data(SUGGESTION_ROLE)
        if not isinstance(found, Suggestion):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painting.rounded(
            painter, card, theme.px(8), theme.color("accent_tint" if chosen else "surface")
        )
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        pen = QPen(theme.color("accent" if chosen or focused else "border"), 2 if focused else 1)
        painting.edge(painter, card, theme.px(8), pen)
        done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
        box = self._box(option.rect)
        self._paint_box(painter, box, done=done)
        icon = box.center()
        icon.setX(box.right() + theme.px(20))
        painting.icon(painter, icon, labels_redaction.ICONS[found.kind], "text2", 16)
        self._paint_words(painter, card, found, covered=done, chosen=chosen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, card: QRect, found: Suggestion, *, covered: bool, chosen: bool
    ) -> None:
        state = labels_redaction.state_words(covered=covered)
        wide = painting.pill_width(state) + 1
        pill = QRect(0, 0, wide, painting.pill_height())
        pill.moveCenter(card.center())
        pill.moveRight(card.right() - theme.px(10))
        tone = ("okS" if chosen else "ok") if covered else "line"
        painting.pill(painter, pill, state, tone)
        line = card.adjusted(theme.px(68), theme.px(6), -wide - theme.px(18), 0)
        line.setHeight(QFontMetrics(theme.font("body")).lineSpacing())
        words = labels_redaction.kind_words(found.kind)
        painting.text(painter, line, words, theme.font("body", bold=True), theme.color("text"))
        line.translate(0, line.height())
        painting.text(painter, line, found.veiled, theme.font("small"), theme.color("text2"))

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(0, 0, -1, -theme.px(GAP))

    def _box(self, rect: QRect) -> QRect:
        box = super()._box(rect)
        box.moveTop(self._card(rect).center().y() - box.height() // 2)
        return box
