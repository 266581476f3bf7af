"""A line to search with."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from keepproof.ui import icons, theme


class SearchField(QLineEdit):
    """A line with a magnifying glass and a button that clears it."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Build an empty field; the hint is also its accessible name."""
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._dress()
        theme.changed().connect(self._dress)

    def _dress(self) -> None:
        self._glass.setIcon(icons.icon("magnifying-glass", "text3", theme.px(16)))
