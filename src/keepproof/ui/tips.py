"""Tool tips that show words as they are: Qt would read a file name that looks like HTML as HTML."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain(words: str) -> str:
    """Make words safe for a tool tip: markup in them is shown, never followed to pictures or other computers."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
