"""How messages look: bubbles at their side, the speaker beside them, days, holes and notices between them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from keepproof.domain.chat import Role
from keepproof.ui import labels_chat, theme
from keepproof.ui.models.chat_model import ChatModel, Row
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.bubble_text import BubbleText

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
WIDEST = 520


@dataclass(frozen=True, slots=True)
class _Measures:
    """Lengths every row is made of, in pixels of the present look: looked up once for a hundred thousand rows."""

    widest: int
    narrowest: int
    beside: int
    mark: int
    around: int
    least: int

    @classmethod
    def now(cls) -> _Measures:
        line = QFontMetrics(theme.font("caption")).lineSpacing()
        return cls(
            theme.px(WIDEST),
            theme.px(120),
            theme.px(48 + 30 + 12 + 24 + 70),
            painting.pill_height() + theme.px(4),
            line + theme.px(3 + 16 + 14),
            theme.px(44),
        )


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a message stand in its row."""

    tick: QRect
    face: QRect
    head: QRect
    bubble: QRect


class ChatDelegate(QStyledItemDelegate):
    """Paint the rows of a chat; `places` tells what a click meant."""

    def __init__(self, model: ChatModel, parent: QWidget) -> None:
        """Take the model and the view that is painted on."""
        super().__init__(parent)
        self._model = model
        self._text = BubbleText()
        self._known: _Measures | None = None
        self.found = ""
        theme.changed().connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a row the height of its words at the width of the view."""
        wide = option.rect.width() or theme.px(400)
        row = self._model.row_at(index)
        if row is None:
            return QSize(0, 0)
        if row.kind == "message":
            return QSize(theme.px(200), self._message_height(row, wide))
        if row.kind == "day":
            return QSize(theme.px(200), theme.px(30))
        return QSize(theme.px(200), self._card_height(row, wide) + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if row.kind == "message":
            self._paint_message(painter, option, row)
        elif row.kind == "day":
            self._paint_day(painter, rect, row.words)
        else:
            self._paint_card(painter, rect, row)
        painter.restore()

    def places(self, rect: QRect, row: Row) -> Places:
        """Place tick, speaker, first line and bubble of a message."""
        message = self._model.message(row)
        own = message.role is Role.ME
        room = self._room(rect.width())
        words, high = self._text.size(labels_chat.said(message), room)
        marks = self._model.marks(row)
        inner = max([words, *(min(room, painting.pill_width(one)) for one, _ in marks)])
        inner += theme.px(24)
        body = high + 2 * theme.px(8) + len(marks) * self._mark_step()
        face_size = theme.px(30)
        top = rect.top() + theme.px(4)
        left, right = rect.left() + theme.px(48), rect.right() - theme.px(16)
        face_left = right - face_size if own else left
        face = QRect(face_left, top, face_size, face_size)
        start = face.left() - theme.px(10) - inner if own else face.right() + theme.px(12)
        line = QFontMetrics(theme.font("caption")).lineSpacing()
        head_left = left if own else start
        head_right = face.left() - theme.px(10) if own else right
        head = QRect(head_left, top, head_right - head_left, line)
        bubble = QRect(start, head.bottom() + theme.px(3), inner, body)
        box = theme.px(17)
        tick = QRect(rect.left() + theme.px(14), bubble.center().y() - box // 2, box, box)
        return Places(tick, face, head, bubble)

    def _forget(self) -> None:
        self._text.forget()
        self._known = None

    def _measures(self) -> _Measures:
        if self._known is None:
            self._known = _Measures.now()
        return self._known

    def _room(self, wide: int) -> int:
        """Return how wide the words of a bubble may get."""
        known = self._measures()
        return max(known.narrowest, min(known.widest, wide - known.beside))

    def _mark_step(self) -> int:
        return self._measures().mark

    def _message_height(self, row: Row, wide: int) -> int:
        known = self._measures()
        high = self._text.height(self._model.text(row), self._room(wide))
        return max(high + self._model.mark_count(row) * known.mark + known.around, known.least)

    def _paint_message(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        rect: QRect = option.rect
        message = self._model.message(row)
        own = message.role is Role.ME
        places = self.places(rect, row)
        if message.role is not Role.SYSTEM:
            self._paint_tick(painter, places.tick, chosen=self._model.is_chosen(row))
        self._paint_face(painter, places.face, message.role)
        self._paint_head(painter, places.head, row, own=own)
        marks = self._model.marks(row)
        self._paint_bubble(painter, places.bubble, message.role, marked=bool(marks))
        inner = places.bubble.adjusted(theme.px(12), theme.px(8), -theme.px(12), 0)
        tone = "accent_text" if own else "text"
        painter.setPen(theme.color(tone if message.text else "text2"))
        shown = labels_chat.said(message)
        room = self._room(rect.width())
        where = QPointF(inner.topLeft())
        self._text.draw(painter, shown, room, where, self.found)
        top = inner.top() + self._text.size(shown, room)[1] + theme.px(3)
        for words, tone in marks:
            wide = min(painting.pill_width(words) + 1, inner.width())
            pill = QRect(inner.left(), top, wide, painting.pill_height())
            painting.pill(painter, pill, words, tone)
            top += self._mark_step()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_Selected:
            ring = places.bubble.adjusted(-3, -3, 3, 3)
            pen = QPen(theme.color("accent" if focused else "border_strong"), 2 if focused else 1.5)
            painting.edge(painter, ring, theme.px(14), pen)

    def _paint_tick(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        radius = theme.px(4)
        if chosen:
            painting.rounded(painter, rect, radius, theme.color("accent"))
            painting.icon(painter, rect.center(), "check", "on_accent", 13)
            return
        painting.rounded(painter, rect, radius, theme.color("surface"))
        painting.edge(painter, rect, radius, QPen(theme.color("border_strong"), 1.2))

    def _paint_face(self, painter: QPainter, rect: QRect, role: Role) -> None:
        painting.rounded(painter, rect, rect.width() / 2, theme.color("neutral"))
        painting.icon(painter, rect.center(), labels_chat.ROLE_ICONS[role], "text2", 16)

    def _paint_head(self, painter: QPainter, rect: QRect, row: Row, *, own: bool) -> None:
        message = self._model.message(row)
        name = labels_chat.speaker(message)
        rest = "  ".join(
            one
            for one in (labels_chat.clock(message), labels_chat.place_words(message.source))
            if one
        )
        bold, plain = theme.font("caption", bold=True), theme.font("caption")
        tail = painting.width(rest, plain)
        gap = theme.px(8)
        room = max(theme.px(40), rect.width() - tail - gap)
        wide = min(painting.width(name, bold), room)
        left = rect.right() - wide - gap - tail if own else rect.left()
        first = QRect(left, rect.top(), wide + 1, rect.height())
        painting.text(painter, first, name, bold, theme.color("text2"))
        second = QRect(left + wide + gap, rect.top(), tail + 2, rect.height())
        painting.text(painter, second, rest, plain, theme.color("text2"))

    def _paint_bubble(self, painter: QPainter, rect: QRect, role: Role, *, marked: bool) -> None:
        radius = theme.px(12)
        own = role is Role.ME
        painting.rounded(painter, rect, radius, theme.color("accent_tint" if own else "surface"))
        if own:
            return
        pen = QPen(theme.color("warn_mark" if marked else "border"), 1)
        if role in {Role.ROBOT, Role.SYSTEM}:
            pen.setColor(theme.color("warn_mark" if marked else "border_strong"))
            pen.setStyle(Qt.PenStyle.DashLine)
        painting.edge(painter, rect, radius, pen)

    def _paint_day(self, painter: QPainter, rect: QRect, words: str) -> None:
        font = theme.font("caption")
        half = painting.width(words, font) // 2 + theme.px(12)
        middle = rect.center()
        painter.setPen(QPen(theme.color("border"), 1))
        edge = theme.px(40)
        painter.drawLine(rect.left() + edge, middle.y(), middle.x() - half, middle.y())
        painter.drawLine(middle.x() + half, middle.y(), rect.right() - edge, middle.y())
        painting.text(painter, rect, words, font, theme.color("text2"), painting.CENTRE)

    def _paint_card(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """Paint a hole in the chat or a notice about all of it."""
        card = self._card(rect)
        card.setHeight(self._card_height(row, rect.width()))
        painting.rounded(painter, card, theme.px(10), theme.color("warn_tint"))
        mark = QPoint(card.left() + theme.px(20), card.center().y())
        painting.icon(painter, mark, "warning", "warn_text", 17)
        inner = card.adjusted(theme.px(38), theme.px(8), -theme.px(14), 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("warn_text"))
        first = painter.boundingRect(inner, WRAP, row.words)
        painter.drawText(inner, WRAP, row.words)
        if row.detail:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            inner.setTop(first.bottom() + theme.px(3))
            painter.drawText(inner, WRAP, row.detail)

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(48), theme.px(6), -theme.px(40), -theme.px(6))

    def _card_height(self, row: Row, wide: int) -> int:
        room = QRect(0, 0, max(theme.px(80), wide - theme.px(48 + 40 + 38 + 14)), 4000)
        high = QFontMetrics(theme.font("small")).boundingRect(room, WRAP, row.words).height()
        if row.detail:
            caption = QFontMetrics(theme.font("caption"))
            high += caption.boundingRect(room, WRAP, row.detail).height() + theme.px(3)
        return high + 2 * theme.px(8)
