"""What a place shows when there is nothing in it: what it is for and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label

MEASURE = 520


class EmptyState(QWidget):
    """Icon, bold line, one sentence, at most two buttons."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
        *,
        tone: str = "text3",
    ) -> None:
        """Build the state; the icon has the colour of `tone`."""
        super().__init__(parent)
        self._name, self._tone = icon, tone
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = Label(title, "section", "text", self)
        self._text = Label(text, "body", "text2", self)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(theme.px(MEASURE))
        self._lay_out(buttons)
        self._dress()
        theme.changed().connect(self._dress)

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(8))
        layout.addStretch(2)
        layout.addWidget(self._icon)
        for label in (self._title, self._text):
            # Centred by stretches: an alignment would take the label's height for width away.
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 100)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addSpacing(theme.px(6))
        layout.addLayout(row)
        layout.addStretch(3)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._name = icon
        self._dress()

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self._name, self._tone, theme.px(32), ratio))
