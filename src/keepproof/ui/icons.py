"""Line icons, recoloured as they are loaded."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from keepproof import assets
from keepproof.ui import theme

RATIOS = (1.0, 2.0)


def icon(name: str, tone: str = "text2", size: int = 16) -> QIcon:
    """Give an icon in the colour of a token; a missing one is a quiet square, never an error."""
    return _icon(name, theme.hex_color(tone), theme.hex_color("text3"), size)


def pixmap(name: str, tone: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Give an icon as a pixmap of `size` device-independent pixels."""
    return _pixmap(name, theme.hex_color(tone), size, ratio)


def app_icon() -> QIcon:
    """Give the icon of the program; the small sizes are drawn on their own grid."""
    made = QIcon()
    for size in (16, 20):
        made.addPixmap(_render(_raw("keepproof-16"), size, 1.0))
    for size in (32, 48, 64, 128, 256):
        made.addPixmap(_render(_raw("keepproof"), size, 1.0))
    return made


def mark(size: int, ratio: float = 1.0) -> QPixmap:
    """Give the mark of the program as a pixmap."""
    return _render(_raw("keepproof-16" if size <= 20 else "keepproof"), size, ratio)


@cache
def _icon(name: str, color: str, disabled: str, size: int) -> QIcon:
    made = QIcon()
    for ratio in RATIOS:
        picture = _pixmap(name, color, size, ratio)
        # The same picture for "selected": Qt would tint it otherwise.
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
            made.addPixmap(picture, mode)
        made.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


@cache
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    return _render(_raw(name).replace(b"currentColor", color.encode()), size, ratio)


@cache
def _raw(name: str) -> bytes:
    path = assets.path("icons", f"{name}.svg")
    if not path.is_file():
        return (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
            b'<rect x="3" y="3" width="10" height="10" rx="2" fill="none" stroke="currentColor"/></svg>'
        )
    return path.read_bytes()


def _render(svg: bytes, size: int, ratio: float) -> QPixmap:
    edge = round(size * ratio)
    made = QPixmap(QSize(edge, edge))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
