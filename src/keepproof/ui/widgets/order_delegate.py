"""How one order looks in a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from keepproof.services.views import OrderRow
from keepproof.ui import labels_orders, theme
from keepproof.ui.models.orders_model import ROW_ROLE
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex


class OrderDelegate(QStyledItemDelegate):
    """Paint an order: picture, title and amount, shop, then pill, evidence count and what is missing.

    `target` is the order that would take what is dragged over the window.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session for the words and the pictures."""
        super().__init__(parent)
        self._session = session
        self.target = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give 4.1 lines of text to a row."""
        del option, index
        return QSize(theme.px(200), round(4.1 * _line()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OrderRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        ground = whole.adjusted(0, 1, 0, -2)
        painting.row_ground(painter, option, ground)
        if self.target and row.order.id == self.target:
            painting.drop_ground(painter, ground)
        pad = theme.px(8)
        edge = theme.px(44)
        top = whole.top() + (whole.height() - 3 * _line()) // 2 - 1
        painting.picture(
            painter,
            QRect(whole.left() + pad, top + theme.px(1), edge, edge),
            self._cover(row, edge, painter),
            "package",
        )
        left = whole.left() + pad + edge + theme.px(10)
        place = QRect(left, top, whole.right() - pad - left, _line())
        self._paint_lines(painter, place, row)
        painter.restore()

    def _paint_lines(self, painter: QPainter, place: QRect, row: OrderRow) -> None:
        body, bold = theme.font("body"), theme.font("body", bold=True)
        amount = row.order.paid.shown() if row.order.paid is not None else ""
        taken = painting.width(amount, body)
        painting.text(
            painter,
            place.adjusted(place.width() - taken - 1, 0, 0, 0),
            amount,
            body,
            theme.color("text"),
            painting.RIGHT,
        )
        title = place.adjusted(0, 0, -(taken + theme.px(8) if taken else 0), 0)
        painting.text(painter, title, row.order.title, bold, theme.color("text"))
        place.translate(0, _line())
        painting.text(painter, place, row.order.shop, theme.font("small"), theme.color("text2"))
        place.translate(0, _line() + theme.px(1))
        self._paint_state(painter, place, row)

    def _paint_state(self, painter: QPainter, place: QRect, row: OrderRow) -> None:
        small = theme.font("small")
        right = ""
        if row.missing and row.dispute is not None and row.dispute.state == "open":
            right = labels_orders.missing_count(row.missing)
        taken = painting.width(right, small)
        painting.text(painter, place, right, small, theme.color("warn_text"), painting.RIGHT)
        count = str(row.evidence_count)
        clip = theme.px(22) + painting.width(count, small)
        words, tone = labels_orders.pill(row, self._session.book, self._session.lang)
        room = place.width() - taken - clip - theme.px(18)
        pill = min(painting.pill_width(words), max(room, theme.px(40)))
        height = painting.pill_height()
        y = place.center().y() - height // 2 + 1
        painting.pill(painter, QRect(place.left(), y, pill, height), words, tone)
        x = place.left() + pill + theme.px(10)
        if x + clip <= place.right() - taken:
            icon = place.center()
            icon.setX(x + theme.px(7))
            painting.icon(painter, icon, "paperclip", "text2", 14)
            painting.text(
                painter,
                QRect(x + theme.px(17), place.top(), clip, place.height()),
                count,
                small,
                theme.color("text2"),
            )

    def _cover(self, row: OrderRow, edge: int, painter: QPainter) -> QPixmap | None:
        if row.cover is None:
            return None
        ratio = painter.device().devicePixelRatio()
        return self._session.thumbnails.pixmap(row.cover, QSize(edge, edge), ratio)


class RecentDelegate(OrderDelegate):
    """Paint an order in short: picture, shop and item, amount and pill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give 2.9 lines of text to a row."""
        del option, index
        return QSize(theme.px(200), round(2.9 * _line()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OrderRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        painting.row_ground(painter, option, whole)
        pad, edge = theme.px(8), theme.px(40)
        top = whole.center().y() - edge // 2
        frame = QRect(whole.left() + pad, top, edge, edge)
        painting.picture(painter, frame, self._cover(row, edge, painter), "package")
        right = whole.right() - pad
        first = QRect(frame.right() + theme.px(10), whole.center().y() - _line(), 0, _line())
        first.setRight(right)
        second = first.translated(0, _line() + 1)
        text, small = theme.color("text"), theme.font("small")
        amount = row.order.paid.shown() if row.order.paid is not None else ""
        taken = painting.text(painter, first, amount, small, text, painting.RIGHT)
        first.setRight(right - taken - theme.px(8))
        painting.text(painter, first, row.order.shop, theme.font("small", bold=True), text)
        words, tone = labels_orders.pill(row, self._session.book, self._session.lang)
        wide, high = painting.pill_width(words), painting.pill_height()
        pill = QRect(right - wide + 1, second.center().y() - high // 2, wide, high)
        painting.pill(painter, pill, words, tone)
        second.setRight(pill.left() - theme.px(8))
        painting.text(painter, second, row.order.title, theme.font("caption"), theme.color("text2"))
        painter.restore()


def _line() -> int:
    return QFontMetrics(theme.font("body")).lineSpacing()
