"""A field for a whole number with small arrows."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from keepproof.ui import theme

EDGE = 7


class NumberEdit(QSpinBox):
    """A spin box whose text stands where that of a line does: the style sheet cannot move it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty field."""
        super().__init__(parent)
        self.lineEdit().setTextMargins(theme.px(EDGE), 0, 0, 0)
