"""A line to search with."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from keepproof.ui import drops, icons, theme


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

    def event(self, event: QEvent) -> bool:
        """Leave to the window what there is nothing of in the line: undo, redo, pasting files and pictures."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            nothing = (
                (event.matches(keys.Undo) and not self.isUndoAvailable())
                or (event.matches(keys.Redo) and not self.isRedoAvailable())
                or (event.matches(keys.Paste) and _things_on_clipboard())
            )
            if nothing:
                event.ignore()
                return True
        return super().event(event)

    def _dress(self) -> None:
        self._glass.setIcon(icons.icon("magnifying-glass", "text3", theme.px(16)))


def _things_on_clipboard() -> bool:
    copied = QGuiApplication.clipboard().mimeData()
    return copied is not None and not drops.for_a_field(copied)
