"""How one result of the search looks: icon, title and snippet with the found words marked, and its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.domain.search import Hit
from keepproof.ui import labels_search, theme
from keepproof.ui.models.search_model import HEAD_ROLE, HIT_ROLE
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex
Ranges = tuple[tuple[int, int], ...]
WORDS_AT = 40
SIDE = 14
BEFORE = 6  # characters shown before the first mark when a text is too long for its line


class SearchDelegate(QStyledItemDelegate):
    """Paint a result; the first of each group has the group's name above it."""

    def __init__(self, place: Callable[[Hit], str], parent: QObject | None = None) -> None:
        """Take the function that says where a result stands."""
        super().__init__(parent)
        self._place = place

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give two lines to a result, one more to the name of a group."""
        del option
        hit = index.data(HIT_ROLE)
        lines = 2 if isinstance(hit, Hit) and hit.snippet else 1
        head = _head_height() if index.data(HEAD_ROLE) else 0
        return QSize(theme.px(200), lines * _line() + theme.px(14) + head)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one result."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        head = str(index.data(HEAD_ROLE) or "")
        if head:
            side = theme.px(SIDE)
            line = QRect(rect.left() + side, rect.top(), rect.width() - 2 * side, _head_height())
            line.adjust(0, theme.px(6), 0, 0)
            painting.text(painter, line, head, theme.font("small", bold=True), theme.color("text2"))
            rect.setTop(rect.top() + _head_height())
        edge = theme.px(4)
        painting.row_ground(painter, option, rect.adjusted(edge, 1, -edge, -1))
        self._paint_hit(painter, rect, hit)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        side = theme.px(SIDE)
        top = rect.top() + (rect.height() - (2 if hit.snippet else 1) * _line()) // 2
        centre = QPoint(rect.left() + side + theme.px(9), top + _line() // 2)
        painting.icon(painter, centre, labels_search.icon_name(hit), "text2", 18)
        where, small = self._place(hit), theme.font("small")
        left = rect.left() + theme.px(WORDS_AT)
        line = QRect(left, top, rect.right() - side - left, _line())
        taken = painting.text(painter, line, where, small, theme.color("text2"), painting.RIGHT)
        title = line.adjusted(0, 0, -(taken + theme.px(10)), 0)
        font = theme.font("body", bold=True)
        marked(painter, title, hit.title, hit.title_ranges, font, theme.color("text"))
        if hit.snippet:
            line.translate(0, _line())
            marked(painter, line, hit.snippet, hit.ranges, small, theme.color("text2"))


def marked(
    painter: QPainter, rect: QRect, words: str, ranges: Ranges, font: QFont, ink: QColor
) -> None:
    """Paint one line whose found words are marked; a long one begins shortly before the first of them."""
    metrics = QFontMetrics(font)
    words, ranges = shifted(words, ranges, metrics, rect.width())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    high = metrics.height()
    for start, end in ranges:
        # The last character of an elided text is the ellipsis: it stands for the rest of the mark.
        if start >= len(shown):
            break
        x = metrics.horizontalAdvance(shown[:start])
        wide = metrics.horizontalAdvance(shown[:end]) - x
        ground = QRect(rect.left() + x, rect.center().y() - high // 2, wide, high)
        painting.rounded(painter, ground, theme.px(3), theme.color("mark"))
    painting.text(painter, rect, shown, font, ink)


def shifted(words: str, ranges: Ranges, metrics: QFontMetrics, room: int) -> tuple[str, Ranges]:
    """Cut the beginning off a text whose first mark would not be seen."""
    if not ranges or metrics.horizontalAdvance(words[: ranges[0][1] + 1]) <= room:
        return words, ranges
    cut = max(0, ranges[0][0] - BEFORE)
    return f"…{words[cut:]}", tuple((start - cut + 1, end - cut + 1) for start, end in ranges)


def _line() -> int:
    return QFontMetrics(theme.font("body")).lineSpacing()


def _head_height() -> int:
    return QFontMetrics(theme.font("small")).lineSpacing() + theme.px(12)
