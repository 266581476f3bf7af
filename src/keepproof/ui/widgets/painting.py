"""What the delegates of orders, tasks, timeline and evidence paint alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextOption,
)

from keepproof.ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_TONES = {
    "ok": ("accent_tint", "accent_text", None),
    "warn": ("warn_tint", "warn_text", None),
    "bad": ("bad_tint", "bad_text", None),
    "mute": ("neutral", "text2", None),
    "line": (None, "text", "border_strong"),
    "solid": ("accent", "on_accent", None),
    "okS": ("surface", "accent_text", None),
}


def tone_text(tone: str) -> QColor:
    """Give the text colour of a tone on the ground of a list."""
    name = {"ok": "accent_text", "warn": "warn_text", "bad": "bad_text"}.get(tone, "text2")
    return theme.color(name)


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Paint one line of text, elided to its place; returns the width it took."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, elide, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def width(words: str, font: QFont) -> int:
    """Measure one line of text."""
    return QFontMetrics(font).horizontalAdvance(words)


def pill_height() -> int:
    """Give the height of a pill in a list."""
    return round(QFontMetrics(theme.font("caption")).lineSpacing() * 1.15)


def pill_width(words: str) -> int:
    """Measure a pill."""
    return width(words, theme.font("caption")) + 2 * theme.px(8)


def pill(painter: QPainter, rect: QRect, words: str, tone: str) -> None:
    """Paint a pill into its place, its words elided when they do not fit."""
    fill, ink, edge = _TONES[tone]
    outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
    inner = rect.adjusted(theme.px(8), 0, -theme.px(8) + 1, 0)
    text(painter, inner, words, theme.font("caption"), theme.color(ink), CENTRE)


def icon(painter: QPainter, centre: QPoint, name: str, tone: str, size: int = 16) -> None:
    """Paint an icon around a point."""
    edge = theme.px(size)
    rect = QRect(centre.x() - edge // 2, centre.y() - edge // 2, edge, edge)
    icons.icon(name, tone, edge).paint(painter, rect)


def rounded(painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor | None) -> None:
    """Fill a rounded rectangle."""
    if fill is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def edge(painter: QPainter, rect: QRect, radius: float, pen: QPen) -> None:
    """Draw the edge of a rounded rectangle, kept inside it."""
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)


def row_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    """Paint selection, hover and keyboard focus of a list row."""
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - slow to load, and the first paint has no lists

    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    active = bool(state & QStyle.StateFlag.State_Active)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if selected:
        rounded(painter, rect, theme.px(8), theme.color("accent_tint" if active else "neutral"))
    elif state & QStyle.StateFlag.State_MouseOver:
        hover = QColor(theme.color("text"))
        hover.setAlphaF(0.04)
        rounded(painter, rect, theme.px(8), hover)
    if focused and state & QStyle.StateFlag.State_KeyboardFocusChange:
        edge(painter, rect, theme.px(8), QPen(theme.color("accent"), 2))


def drop_ground(painter: QPainter, rect: QRect) -> None:
    """Paint the row that would take what is dragged: tinted, with the dashed edge of the overlay."""
    rounded(painter, rect, theme.px(8), theme.color("accent_tint"))
    pen = QPen(theme.color("accent"), 2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([5, 3])
    edge(painter, rect, theme.px(8), pen)


def picture(
    painter: QPainter, rect: QRect, pixmap: QPixmap | None, fallback: str, *, top: bool = False
) -> None:
    """Paint a thumbnail that fills its frame (cut at the bottom when `top`), or an icon in its place."""
    radius = theme.px(6)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(rect), radius, radius)
    painter.save()
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    if pixmap is None or pixmap.isNull():
        painter.fillRect(rect, theme.color("sunken"))
        icon(painter, rect.center(), fallback, "text3", 22)
    else:
        painter.fillRect(rect, theme.color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(rect), pixmap, _source(rect.size(), pixmap, top=top))
    painter.restore()
    edge(painter, rect, radius, QPen(theme.color("border"), 1))


def written_page(words: str, edge: int) -> QPixmap:
    """Draw the first words of a text as on a sheet of paper, white in both themes like the page of a PDF."""
    page = QPixmap(edge, edge)
    page.fill(QColor(255, 255, 255))
    painter = QPainter(page)
    font = QFont(theme.font("body"))
    font.setPixelSize(max(6, edge // 20))
    painter.setFont(font)
    painter.setPen(QColor(50, 54, 52))
    margin = edge // 14
    room = page.rect().adjusted(margin, margin, -margin, 0)
    lines = QTextOption(LEFT_TOP)
    lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(QRectF(room), words, lines)
    painter.end()
    return page


def _source(target: QSize, pixmap: QPixmap, *, top: bool) -> QRectF:
    """Choose the part of a picture that fills the target without distortion."""
    whole = pixmap.size()
    scale = min(whole.width() / target.width(), whole.height() / target.height())
    wide, high = target.width() * scale, target.height() * scale
    start = QPointF((whole.width() - wide) / 2, 0 if top else (whole.height() - high) / 2)
    return QRectF(start.x(), start.y(), wide, high)
