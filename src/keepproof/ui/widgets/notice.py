"""A row that points something out, with at most one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label

LOOKS = {
    "info": ("neutral", "text", "text2", "info"),
    "ok": ("accent_tint", "accent_text", "text2", "shield-check"),
    "warn": ("warn_tint", "warn_text", "text2", "warning"),
    "bad": ("bad_tint", "bad_text", "text2", "warning-circle"),
}


class Notice(Card):
    """Icon, one line, an optional second line and an optional link."""

    link_clicked = Signal()

    def __init__(
        self,
        tone: str,
        text: str,
        detail: str = "",
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build a notice in a tone: info, ok, warn or bad."""
        fill, ink, quiet, name = LOOKS[tone]
        super().__init__(parent, fill, None)
        self._icon_name, self._ink = name, ink
        self._icon = QLabel(self)
        self.text = Label(text, "small", ink, self)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.text)
        if detail:
            words.addWidget(Label(detail, "small", quiet, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(10))
        beside = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, beside)
        row.addLayout(words, 1)
        self.link: Button | None = None
        if link:
            self.link = Button(link, "link", parent=self)
            self.link.clicked.connect(self.link_clicked)
            row.addWidget(self.link)
        self.setAccessibleName(" ".join(part for part in (text, detail) if part))
        self._dress()
        theme.changed().connect(self._dress)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self._icon_name, self._ink, theme.px(17), ratio))
