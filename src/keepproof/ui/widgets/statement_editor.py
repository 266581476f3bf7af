"""Put one's own words in place of one statement, or give it the generated ones back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.complaint import Statement
from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.fact_editors import GrowingEdit
from keepproof.ui.widgets.label import Label


class WordsEdit(GrowingEdit):
    """The words of one statement; Ctrl+Enter keeps them."""

    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter or Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
            return
        super().keyPressEvent(event)


class StatementEditor(Card):
    """An inline editor. `kept` carries statement id, the words, and the generated words they replace.

    When the facts have changed since, both wordings are shown and one is chosen.
    """

    kept = Signal(str, str, str)
    restored = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it out of sight."""
        super().__init__(parent, "surface", "accent")
        self._id, self._generated = "", ""
        self._title = Label("", "small", "text2", self)
        self.words = WordsEdit(self)
        self.words.setFont(theme.font("reading"))
        self.words.setAccessibleName(self.tr("Your wording"))
        self.words.kept.connect(self._keep)
        self._now = Label("", "small", "warn_text", self)
        self.keep_button = Button(self.tr("Use my wording"), "secondary")
        self.restore_button = Button(self.tr("Generated wording"), "ghost")
        self.cancel_button = Button(self.tr("Cancel"), "ghost")
        self.keep_button.clicked.connect(self._keep)
        self.restore_button.clicked.connect(lambda: self.restored.emit(self._id))
        self.cancel_button.clicked.connect(self.close_now)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        buttons.addStretch(1)
        for one in (self.cancel_button, self.restore_button, self.keep_button):
            buttons.addWidget(one)
        layout = QVBoxLayout(self)
        edge = theme.px(12)
        layout.setContentsMargins(edge, theme.px(8), edge, theme.px(8))
        layout.setSpacing(theme.px(6))
        for part in (self._title, self.words, self._now):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.hide()

    def statement(self) -> str:
        """Say which statement is being reworded; "" is none."""
        return self._id if not self.isHidden() else ""

    def open_for(self, statement: Statement, generated: str) -> None:
        """Start rewording; `generated` is what the facts give now."""
        self._id, self._generated = statement.id, generated
        self.words.setPlainText(statement.text)
        title = self.tr("Reword this sentence for this channel")
        outdated = statement.stale and statement.edited
        if outdated:
            title = self.tr("The facts have changed since you reworded this sentence")
        self._title.setText(title)
        now = self.tr("From the facts it now reads: {words}").format(words=generated)
        self._now.setText(now)
        self._now.setVisible(statement.edited and bool(generated))
        self.restore_button.setVisible(statement.edited)
        keep = self.tr("Keep mine") if outdated else self.tr("Use my wording")
        self.keep_button.setText(keep)
        self.show()
        self.words.setFocus()
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def close_now(self) -> None:
        """Stop without keeping."""
        if not self.isHidden():
            self.hide()
            self._id = ""
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        words = " ".join(self.words.toPlainText().split())
        if not words:
            return
        if words == self._generated:
            self.restored.emit(self._id)
        else:
            self.kept.emit(self._id, words, self._generated)
