"""Text that wraps and knows how high it gets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from keepproof.ui import theme


class Label(QLabel):
    """Plain text in the font of a role and the colour of a token; long text wraps."""

    def __init__(
        self, text: str = "", role: str = "body", color: str = "text", parent: QWidget | None = None
    ) -> None:
        """Build a label; its text is never read as markup."""
        super().__init__(text, parent)
        self._role, self._color = role, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        theme.changed().connect(self._dress)

    def set_color(self, color: str) -> None:
        """Change the colour token."""
        self._color = color
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._color))
        self.setPalette(palette)
