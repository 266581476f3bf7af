"""A passphrase typed twice, or once where it is already known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.field import Field

LEAST = 8


class PassphraseFields(QWidget):
    """Hidden letters that can be shown; `value` is empty as long as both do not agree."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, twice: bool) -> None:
        """Build empty fields."""
        super().__init__(parent)
        self.first = self._line(self.tr("Passphrase"))
        self.second = self._line(self.tr("The same again"))
        self.first_field = Field(self.tr("Passphrase"), self.first, parent=self)
        self.second_field = Field(self.tr("The same again"), self.second, parent=self)
        self.second_field.setVisible(twice)
        self._twice = twice
        self.show_box = QCheckBox(self.tr("Show the passphrase"), self)
        self.show_box.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for one in (self.first_field, self.second_field, self.show_box):
            column.addWidget(one)

    def value(self) -> str:
        """Give the passphrase, or nothing where it is not long enough or not the same twice."""
        first = self.first.text()
        if not self._twice:
            return first
        return first if len(first) >= LEAST and first == self.second.text() else ""

    def explain(self) -> None:
        """Say at the fields what is missing."""
        short = self._twice and len(self.first.text()) < LEAST
        words = self.tr("At least {count} characters; several words are best.")
        self.first_field.set_error(words.format(count=LEAST) if short else "")
        other = self._twice and not short and self.first.text() != self.second.text()
        self.second_field.set_error(self.tr("The two are not the same.") if other else "")

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(name)
        line.textChanged.connect(self._typed)
        return line

    def _typed(self) -> None:
        self.first_field.set_error("")
        self.second_field.set_error("")
        self.changed.emit()

    def _show(self, on: bool) -> None:
        modes = QLineEdit.EchoMode
        for one in (self.first, self.second):
            one.setEchoMode(modes.Normal if on else modes.Password)
