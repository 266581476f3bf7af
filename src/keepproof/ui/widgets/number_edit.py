"""A field for a whole number in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from keepproof.ui import theme

EDGE = 7


class NumberEdit(QSpinBox):
    """A spin box whose text stands where that of a line does, as the style sheet cannot move it.

    It leaves the wheel to the page: scrolling must not change a figure.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty field."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(theme.px(EDGE), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
