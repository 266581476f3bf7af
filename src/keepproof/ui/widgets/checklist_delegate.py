"""Paints the rows of the checklist, and knows what is where in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from keepproof.services.checklist import ChecklistRow
from keepproof.ui import labels_tiles, theme
from keepproof.ui.models.checklist_model import LIT_ROLE, OUT_ROLE, ROW_ROLE, wanted
from keepproof.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a row that can be clicked: an evidence number, or adding (number 0)."""

    rect: QRect
    number: int
    out: bool = False


class ChecklistDelegate(QStyledItemDelegate):
    """Icon, name, numbers or the link that adds, and one sentence why."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Paint in the language of the window."""
        super().__init__(parent)
        self._lang = lang

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as name and reason need at the width of the list."""
        del option
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else theme.px(280)
        row = index.data(ROW_ROLE)
        if not isinstance(row, ChecklistRow):
            return QSize(wide, QFontMetrics(theme.font("small")).lineSpacing() + theme.px(8))
        name = self._name_height(QRect(0, 0, wide, 0), index)
        return QSize(wide, theme.px(16) + name + self._why_height(wide, row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        row = index.data(ROW_ROLE)
        if isinstance(row, ChecklistRow):
            self._paint_row(painter, option, index, row)
        else:
            line = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
            painting.text(
                painter, line, str(index.data()), theme.font("small"), theme.color("text2")
            )
        painter.restore()

    def part_at(self, rect: QRect, index: Index, point: QPoint) -> Part | None:
        """Find what is under a point of a row."""
        parts = self.parts(rect, index)
        return next((one for one in parts if one.rect.contains(point)), None)

    def parts(self, rect: QRect, index: Index) -> list[Part]:
        """Place numbers and link at the right of the first line, the last one rightmost."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ChecklistRow):
            return []
        out: Sequence[int] = index.data(OUT_ROLE) or ()
        marks = [(number, False) for number in row.have] + [(number, True) for number in out]
        if not row.have:
            marks.append((0, False))
        line = self._name_rect(rect)
        room = max(theme.px(60), line.width() - self._name_width(index, line))
        return self._placed(marks, line, room)

    def _placed(self, marks: list[tuple[int, bool]], line: QRect, room: int) -> list[Part]:
        parts: list[Part] = []
        right = line.right()
        for number, out in reversed(marks):
            wide = self._mark_width(number, out=out)
            if parts and line.right() - right + wide > room:
                break
            high = painting.pill_height()
            rect = QRect(right - wide, line.center().y() - high // 2, wide, high)
            parts.append(Part(rect, number, out))
            right -= wide + theme.px(6)
        return parts

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ChecklistRow
    ) -> None:
        rect: QRect = option.rect
        lit: Sequence[int] = index.data(LIT_ROLE) or ()
        ground = rect.adjusted(0, 1, 0, -1)
        if lit:
            painting.rounded(painter, ground, theme.px(8), theme.color("accent_tint"))
        else:
            painting.row_ground(painter, option, ground)
        line = self._name_rect(rect)
        name, tone = _icon(row)
        painting.icon(
            painter, QPoint(rect.left() + theme.px(19), line.center().y()), name, tone, 18
        )
        parts = self.parts(rect, index)
        for part in parts:
            self._paint_mark(painter, part, part.number in lit)
        quiet = row.missing and not wanted(row)
        high = self._name_height(rect, index)
        painter.setFont(theme.font("body", bold=not quiet))
        painter.setPen(theme.color("text2" if quiet else "text"))
        words = QRect(line.left(), line.top(), self._name_room(rect, index), high)
        painter.drawText(words, WRAP, str(index.data()))
        more = _more(index, parts)
        if more:
            place = parts[-1].rect.translated(-parts[-1].rect.width() - theme.px(4), 0)
            ink = theme.color("text2")
            painting.text(painter, place, more, theme.font("small"), ink, painting.RIGHT)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("warn_text" if wanted(row) else "text2"))
        top = line.top() + high + theme.px(2)
        where = QRect(line.left(), top, line.width(), rect.bottom() - top)
        painter.drawText(where, WRAP, self._why(row))

    def _paint_mark(self, painter: QPainter, part: Part, lit: bool) -> None:
        if not part.number:
            font = theme.font("small")
            painting.text(
                painter, part.rect, self.tr("Add"), font, theme.color("accent"), painting.RIGHT
            )
            return
        tone = "solid" if lit else ("mute" if part.out else "line")
        painting.pill(painter, part.rect, self._number_words(part.number, out=part.out), tone)

    def _mark_width(self, number: int, *, out: bool) -> int:
        if not number:
            return painting.width(self.tr("Add"), theme.font("small")) + theme.px(8)
        return painting.pill_width(self._number_words(number, out=out)) + 1

    def _number_words(self, number: int, *, out: bool) -> str:
        words = labels_tiles.number_words(number)
        return self.tr("{number} left out").format(number=words) if out else words

    def _name_rect(self, rect: QRect) -> QRect:
        high = max(QFontMetrics(theme.font("body")).lineSpacing(), painting.pill_height())
        left, right = rect.left() + theme.px(38), rect.right() - theme.px(10)
        return QRect(left, rect.top() + theme.px(6), right - left, high)

    def _name_width(self, index: Index, line: QRect) -> int:
        wide = painting.width(str(index.data()), theme.font("body", bold=True)) + theme.px(8)
        return min(wide, line.width() * 3 // 5)

    def _name_room(self, rect: QRect, index: Index) -> int:
        """Give the width left of the numbers."""
        line = self._name_rect(rect)
        parts = self.parts(rect, index)
        left = min((one.rect.left() for one in parts), default=line.right())
        more = _more(index, parts)
        beside = painting.width(more, theme.font("small")) + theme.px(4) if more else 0
        return max(theme.px(60), left - beside - line.left() - theme.px(6))

    def _name_height(self, rect: QRect, index: Index) -> int:
        """Give the height of the name, which wraps rather than lose its end."""
        room = QRect(0, 0, self._name_room(rect, index), 4000)
        metrics = QFontMetrics(theme.font("body", bold=True))
        high = metrics.boundingRect(room, WRAP, str(index.data())).height()
        return max(high, self._name_rect(rect).height())

    def _why(self, row: ChecklistRow) -> str:
        why = row.why.of(self._lang)
        return f"{why}\n{row.how.of(self._lang)}" if row.missing and row.perishable else why

    def _why_height(self, wide: int, row: ChecklistRow) -> int:
        line = self._name_rect(QRect(0, 0, wide, 0))
        metrics = QFontMetrics(theme.font("caption"))
        return metrics.boundingRect(QRect(0, 0, line.width(), 4000), WRAP, self._why(row)).height()


def _more(index: Index, parts: Sequence[Part]) -> str:
    """Count the numbers for which there was no room; "" is none."""
    row = index.data(ROW_ROLE)
    known = len(row.have) + len(index.data(OUT_ROLE) or ()) if isinstance(row, ChecklistRow) else 0
    hidden = known - sum(1 for one in parts if one.number)
    return f"+{hidden}" if hidden > 0 and parts else ""


def _icon(row: ChecklistRow) -> tuple[str, str]:
    if row.have:
        return "check-circle", "accent"
    return ("circle-dashed", "warn_mark") if wanted(row) else ("circle", "text3")
