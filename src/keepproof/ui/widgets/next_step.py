"""The one next step of an order, with the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.knowledge.book import Book
from keepproof.services.next_step import NextStep
from keepproof.ui import icons, labels_steps, theme
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class NextStepBanner(QWidget):
    """Title, reason and button on the accent tint."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty banner."""
        super().__init__(parent)
        self._arrow = QLabel(self)
        self._title = BoldLabel("", "body", "accent_text", self)
        self._detail = Label("", "small", "text2", self)
        self.button = Button("", "primary")
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._arrow)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setAccessibleName(self.tr("Next step"))
        theme.changed().connect(self._recolour)
        self._recolour()

    def set_step(self, step: NextStep, book: Book, lang: str, platform: str) -> None:
        """Word a next step."""
        words = labels_steps.step_words(step, book, lang, platform)
        self._title.setText(self.tr("Next: {step}").format(step=words.title))
        self._detail.setText(words.detail)
        self._detail.setVisible(bool(words.detail))
        self.button.setText(words.button)
        self.button.setVisible(bool(words.button))
        self.setAccessibleDescription(f"{words.title}. {words.detail}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.rounded(painter, self.rect(), theme.px(10), theme.color("accent_tint"))
        painter.end()

    def _recolour(self) -> None:
        edge = theme.px(18)
        self._arrow.setPixmap(
            icons.pixmap("arrow-right", "accent_text", edge, self.devicePixelRatioF())
        )
