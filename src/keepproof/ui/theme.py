"""The look of the window: our own palette, fonts and sizes, for light, dark and any text size."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from keepproof.ui import tokens
from keepproof.ui.stylesheet import stylesheet

FAMILIES = {
    "win32": ["Microsoft YaHei UI", "Segoe UI"],
    "darwin": ["PingFang SC", ".AppleSystemUIFont"],
}
LINUX_FAMILIES = ["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]
DESIGN_BASE = 13


class _Theme(QObject):
    """The one look of the process: Qt has one palette and one font, so this has one state."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dark = False
        self.contrast = False
        self.base = float(DESIGN_BASE)
        self.fonts: dict[tuple[str, bool], QFont] = {}
        self.colors: dict[str, QColor] = {}


@dataclass(slots=True)
class _Holder:
    theme: _Theme | None = field(default=None)


_HOLDER = _Holder()


def _theme() -> _Theme:
    if _HOLDER.theme is None:
        _HOLDER.theme = _Theme()
    return _HOLDER.theme


def changed() -> SignalInstance:
    """Give the signal that the look has changed."""
    return _theme().changed


def is_dark() -> bool:
    """Say whether the dark colours are in use."""
    return _theme().dark


def color(name: str) -> QColor:
    """Give a colour by its token."""
    theme = _theme()
    if name not in theme.colors:
        theme.colors[name] = QColor(_hex(theme, name))
    return theme.colors[name]


def hex_color(name: str) -> str:
    """Give a colour by its token as #RRGGBB."""
    return _hex(_theme(), name)


def font(role: str = "body", *, bold: bool = False) -> QFont:
    """Give the font of a role: badge, caption, small, body, reading, section, title, page."""
    theme = _theme()
    key = (role, bold)
    if key not in theme.fonts:
        scale, heavy = tokens.TYPE[role]
        made = QFont(QApplication.font())
        made.setFamilies(_families())
        made.setPixelSize(max(8, round(theme.base * scale)))
        made.setBold(bold or heavy)
        theme.fonts[key] = made
    return QFont(theme.fonts[key])


def px(size: float) -> int:
    """Scale a length of the design (at a 13 px base) to the present text size."""
    scaled = round(size * _theme().base / DESIGN_BASE)
    return max(1, scaled) if size > 0 else scaled


def line_height(role: str = "body") -> int:
    """Give the fixed height of a line of read text, in pixels."""
    scale = tokens.LINE_HEIGHT.get(role)
    made = font(role)
    return round(made.pixelSize() * scale) if scale else QFontMetrics(made).lineSpacing()


def apply(app: QApplication, scheme: str, text_size: int) -> None:
    """Give the application a scheme (light, dark, system) and a text size in percent."""
    theme = _theme()
    theme.dark = scheme == "dark" or (scheme == "system" and _system_is_dark())
    theme.contrast = _high_contrast()
    theme.base = _system_pixels(app) * text_size / 100
    theme.fonts.clear()
    theme.colors.clear()
    app.setFont(font("body"))
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet(hex_color, px, dark=theme.dark))
    theme.changed.emit()


def _hex(theme: _Theme, name: str) -> str:
    wanted = tokens.HIGH_CONTRAST.get(name, name) if theme.contrast else name
    light, dark = tokens.COLORS[wanted]
    return dark if theme.dark else light


def _families() -> list[str]:
    named = FAMILIES.get(sys.platform, LINUX_FAMILIES)
    own = [one for one in QApplication.font().families() if one not in named]
    return [*named, *own]


def _system_pixels(app: QApplication) -> float:
    """Read the system's font size once: later ones are our own."""
    known = app.property("keepproof_base")
    if isinstance(known, float):
        return known
    made = app.font()
    size = float(made.pixelSize())
    if size <= 0:
        screen = app.primaryScreen()
        dots = screen.logicalDotsPerInch() if screen is not None else 96.0
        size = made.pointSizeF() * dots / 72
    size = min(max(size, 12.0), 22.0)
    app.setProperty("keepproof_base", size)
    return size


def _system_is_dark() -> bool:
    hints = QApplication.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark


def _high_contrast() -> bool:
    hints = QApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    preference = accessibility().contrastPreference()
    return bool(preference == Qt.ContrastPreference.HighContrast)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    roles = {
        role.Window: "window",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.Base: "surface",
        role.Button: "surface",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.AlternateBase: "sunken",
        role.Midlight: "sunken",
        role.Light: "surface",
        role.Mid: "border",
        role.Dark: "border_strong",
        role.Shadow: "border_strong",
        role.Highlight: "accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.HighlightedText: "on_accent",
        role.PlaceholderText: "text3",
        role.BrightText: "bad_text",
    }
    palette = QPalette()
    for one, name in roles.items():
        palette.setColor(one, color(name))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, color("text3"))
    return palette
