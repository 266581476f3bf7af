"""Write down what the platform's page says of a channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from keepproof.domain.complaint import Limits
from keepproof.knowledge.channel import Channel
from keepproof.services.edit_knowledge import SeenChannel
from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label

KB = 1024


class ChannelDialog(FormDialog):
    """Path, hours, limits, note, and where it was seen; `stored` carries a SeenChannel."""

    stored = Signal(object)

    def __init__(self, channel: Channel, lang: str, parent: QWidget | None = None) -> None:
        """Fill the form with what is known now."""
        super().__init__(parent)
        self._channel = channel
        self.setWindowTitle(self.tr("What the page says"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(560))
        limits = channel.limits
        size = None if limits.picture_bytes is None else limits.picture_bytes // KB
        self.path = QLineEdit(channel.path.of(lang), self)
        self.hours = QLineEdit(channel.hours.of(lang), self)
        self.characters = self._number(limits.characters)
        self.pictures = self._number(limits.pictures)
        self.picture_size = self._number(size)
        self.note = QPlainTextEdit(channel.note.of(lang) if channel.note else "", self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(64))
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(self.tr("e.g. the refund page in the app"))
        self._wrong = Label("", "caption", "bad_text", self)
        self._wrong.hide()
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self.path.setFocus()

    def save(self) -> None:
        """Check the form and give it on."""
        if not self.place.text().strip():
            self._refuse(self.tr("Say where you saw it; that is what makes it usable."), self.place)
            return
        counts: list[int | None] = []
        for line in (self.characters, self.pictures, self.picture_size):
            text = line.text().strip()
            if text and not (text.isascii() and text.isdecimal() and 0 < int(text) < 10**7):
                self._refuse(self.tr("Write a whole number, or leave it empty."), line)
                return
            counts.append(int(text) if text else None)
        characters, pictures, size = counts
        # A limit in bytes belongs to the text length that was known before.
        same = characters == self._channel.limits.characters
        limits = replace(
            self._channel.limits,
            characters=characters,
            bytes=self._channel.limits.bytes if same else None,
            pictures=pictures,
            picture_bytes=None if size is None else size * KB,
        )
        self.stored.emit(self._seen(limits))
        self.accept()

    def _seen(self, limits: Limits) -> SeenChannel:
        return SeenChannel(
            self.place.text().strip(),
            date.today(),  # noqa: DTZ011 - the day where the user is
            path=self.path.text().strip() or None,
            hours=self.hours.text().strip() or None,
            note=self.note.toPlainText().strip() or None,
            limits=limits,
        )

    def _number(self, value: int | None) -> QLineEdit:
        line = QLineEdit("" if value is None else str(value), self)
        line.setPlaceholderText(self.tr("not known"))
        return line

    def _refuse(self, words: str, field: QLineEdit) -> None:
        self._wrong.setText(words)
        self._wrong.show()
        field.setFocus()

    def _lay_out(self) -> None:
        hint = self.tr(
            "What you write here comes before what the program says, also for the length of texts. "
            "The program's own values can be brought back at any time."
        )
        rows = [
            FieldRow("path", self.tr("Way there"), self.path),
            FieldRow("hours", self.tr("Hours"), self.hours),
            FieldRow("characters", self.tr("Characters at most"), self.characters),
            FieldRow("pictures", self.tr("Pictures at most"), self.pictures),
            FieldRow("size", self.tr("KB a picture at most"), self.picture_size),
            FieldRow("note", self.tr("Note"), self.note),
            FieldRow("place", self.tr("Where you saw it"), self.place),
        ]
        wide = max(row.label_width() for row in rows)
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._wrong, 1)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.windowTitle(), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        for row in rows:
            row.set_label_width(wide)
            layout.addWidget(row)
        layout.addLayout(buttons)
