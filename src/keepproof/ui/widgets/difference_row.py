"""One value that differs between the order and a piece of evidence, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label


class DifferenceRow(Card):
    """Sentence, exact words, and three links: take the value over, look at the evidence, leave it."""

    taken = Signal()
    looked = Signal()
    left = Signal()

    def __init__(
        self, sentence: str, words: str, value: str, evidence: str, parent: QWidget | None = None
    ) -> None:
        """Build a row; `words` are those of the evidence, "" where they would only repeat the value."""
        super().__init__(parent, "warn_tint", None)
        self._icon = QLabel(self)
        self.text = Label(sentence, "small", "warn_text", self)
        self.take = Button(self.tr("Use {value}").format(value=value), "link", parent=self)
        self.look = Button(
            self.tr("Show {evidence}").format(evidence=evidence), "link", parent=self
        )
        self.leave = Button(self.tr("Leave as it is"), "link", parent=self)
        self.take.clicked.connect(self.taken)
        self.look.clicked.connect(self.looked)
        self.leave.clicked.connect(self.left)
        links = QHBoxLayout()
        links.setSpacing(theme.px(4))
        for button in (self.take, self.look, self.leave):
            # what the button is about, for those who hear it alone
            button.setAccessibleDescription(sentence)
            links.addWidget(button)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(self.text)
        if words:
            quoted = self.tr("There it says: {words}").format(words=words)
            column.addWidget(Label(quoted, "small", "text2", self))
        column.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setAccessibleName(sentence)
        self._dress()
        theme.changed().connect(self._dress)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("warning", "warn_text", theme.px(17), ratio))
