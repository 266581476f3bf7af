"""How boxes look on a picture, and what of them lies under a point; all in pixels of the view."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from keepproof.ui import theme

Handle = tuple[int, int]
"""Which side is held: -1 left or top, 1 right or bottom, 0 neither."""

HANDLES: tuple[Handle, ...] = (
    (-1, -1),
    (1, -1),
    (-1, 1),
    (1, 1),
    (0, -1),
    (0, 1),
    (-1, 0),
    (1, 0),
)
SIZE = 8
REACH = 14  # pixels around a handle that belong to it: more than is painted
TINT = 0.35
CURSORS = {
    1: Qt.CursorShape.SizeFDiagCursor,
    -1: Qt.CursorShape.SizeBDiagCursor,
    0: Qt.CursorShape.SizeHorCursor,
}


def handle_points(rect: QRectF) -> Iterator[tuple[Handle, QPointF]]:
    """List the handles of a box and their places."""
    centre = rect.center()
    for across, down in HANDLES:
        yield (
            (across, down),
            QPointF(centre.x() + across * rect.width() / 2, centre.y() + down * rect.height() / 2),
        )


def handle_at(rect: QRectF, point: QPointF) -> Handle | None:
    """Say which handle of a box lies under a point; of a small box only its corners can be held."""
    reach = theme.px(REACH) / 2
    small = min(rect.width(), rect.height()) < 2.5 * theme.px(REACH)
    for handle, place in handle_points(rect):
        off = point - place
        if small and 0 in handle:
            continue
        if small and rect.adjusted(1, 1, -1, -1).contains(point):
            continue
        if abs(off.x()) <= reach and abs(off.y()) <= reach:
            return handle
    return None


def cursor_of(handle: Handle) -> Qt.CursorShape:
    """Choose the cursor over a handle."""
    if handle[0] == 0:
        return Qt.CursorShape.SizeVerCursor
    return CURSORS[handle[0] * handle[1]]


def paint_suggestion(painter: QPainter, rect: QRectF) -> None:
    """Paint a place that could be covered: dashed and lightly tinted, so that the words stay readable."""
    tint = QColor(theme.color("bad_mark"))
    tint.setAlphaF(TINT / 2)
    pen = QPen(theme.color("bad_mark"), theme.px(2), Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tint)
    painter.drawRect(rect)


def paint_cover(painter: QPainter, rect: QRectF) -> None:
    """Paint a box as it will be in the copy: solid."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    painter.drawRect(rect)


def paint_outline(painter: QPainter, rect: QRectF) -> None:
    """Paint where a box lies without hiding what is under it; light and dark, to be seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(Qt.GlobalColor.white), theme.px(3)))
    painter.drawRect(rect)
    painter.setPen(QPen(QColor(Qt.GlobalColor.black), theme.px(1)))
    painter.drawRect(rect)


def paint_chosen(painter: QPainter, rect: QRectF) -> None:
    """Paint the edge and the handles of the chosen box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("surface"), theme.px(4)))
    painter.drawRect(rect)
    painter.setPen(QPen(theme.color("accent"), theme.px(2)))
    painter.drawRect(rect)
    painter.setBrush(theme.color("surface"))
    edge = theme.px(SIZE)
    for _, place in handle_points(rect):
        painter.drawRect(QRectF(place.x() - edge / 2, place.y() - edge / 2, edge, edge))


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Paint the ring of the keyboard around the whole view, while no box is chosen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
