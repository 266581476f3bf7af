"""How large a dialog begins: as the design says, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from keepproof.ui import theme

# What Qt calls QWIDGETSIZE_MAX and PySide does not name.
UNBOUND = 16_777_215
BESIDE, ABOVE = 40, 60  # what the frame of a window and its title take, in pixels


def room(widget: QWidget, width: float, height: float) -> QSize:
    """Scale a size of the design to the text size; where the screen is smaller, give what it has."""
    screen = widget.screen().availableSize()
    return QSize(theme.px(width), theme.px(height)).boundedTo(screen - QSize(BESIDE, ABOVE))
