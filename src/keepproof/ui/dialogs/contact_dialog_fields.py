"""The fields of one contact: who was reached how and when, what was said, promised and spent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from keepproof.domain.contact import OTHER_CHANNEL, OUTCOMES, PARTIES, PHONES
from keepproof.services.log_contact import ContactForm
from keepproof.ui import labels_contacts, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.length_edit import LengthEdit
from keepproof.ui.widgets.moment_edit import MomentEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo

if TYPE_CHECKING:
    from keepproof.knowledge.channel import Channel

SOON = (24, 48, 72)
USUAL = {"merchant": "merchant_chat", "platform": "platform_chat", "authority": "12315"}


class ContactFields(QWidget):
    """`set_form` fills the fields, `form` reads them; `changed` tells that something was typed or chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build empty fields."""
        super().__init__(parent)
        self._channels: tuple[Channel, ...] = ()
        self.party, self.channel, self.outcome = (QuietCombo(self) for _ in range(3))
        self.at = MomentEdit(self.tr("When"), parent=self)
        self.due = MomentEdit(self.tr("By when"), parent=self, ahead=True)
        self.who, self.number, self.ticket, self.promise = (QLineEdit(self) for _ in range(4))
        self.waited = LengthEdit(self.tr("Waited"), self)
        self.talked = LengthEdit(self.tr("Talked"), self)
        self.cost = Label("", "small", "text2", self)
        self.summary, self.notes = (self._text() for _ in range(2))
        self.who.setPlaceholderText(self.tr("Name or staff number"))
        self.number.setPlaceholderText(self.tr("As copied from the official page"))
        self.ticket.setPlaceholderText(self.tr("Ticket or case number"))
        self.promise.setPlaceholderText(self.tr("In their words, e.g. an answer within 48 hours"))
        self.summary.setPlaceholderText(self.tr("What was said, in a sentence"))
        for party in PARTIES:
            self.party.addItem(labels_contacts.party(party), party)
        for outcome in OUTCOMES:
            self.outcome.addItem(labels_contacts.outcome(outcome), outcome)
        self.soon = [self._soon(hours) for hours in SOON]
        self.fields: dict[str, Field] = {}
        self._lay_out()
        self._connect()

    def set_channels(self, channels: Sequence[Channel], lang: str, zone: tzinfo) -> None:
        """Offer the channels of a platform; typed times are in its zone."""
        chosen = self.channel.currentData()
        self._channels = tuple(channels)
        self.channel.clear()
        for one in channels:
            words = self.tr("Phone") if one.id == "call" else one.label.of(lang)
            self.channel.addItem(words, one.id)
        self.channel.addItem(self.tr("Another way"), OTHER_CHANNEL)
        self.channel.setCurrentIndex(max(0, self.channel.findData(chosen)))
        for edit in (self.at, self.due):
            edit.set_zone(zone)

    def set_form(self, form: ContactForm) -> None:
        """Show a contact."""
        self.party.setCurrentIndex(max(0, self.party.findData(form.party)))
        self.channel.setCurrentIndex(max(0, self.channel.findData(form.channel)))
        self.outcome.setCurrentIndex(self.outcome.findData(form.outcome))
        self.at.set_moment(form.at)
        self.due.set_moment(form.due)
        self.who.setText(form.who)
        self.number.setText(form.number)
        self.ticket.setText(form.ticket)
        self.summary.setPlainText(form.summary)
        self.notes.setPlainText(form.notes)
        self.promise.setText(form.promise)
        self.waited.set_seconds(form.waited_seconds)
        self.talked.set_seconds(form.talked_seconds)
        self.fields["notes"].setVisible(bool(form.notes))
        self._fit()

    def form(self) -> ContactForm:
        """Read the fields; ValueError names the field that makes no sense."""
        at = self._read("at")
        return ContactForm(
            at if isinstance(at, datetime) else self._refuse("at"),
            str(self.party.currentData()),
            str(self.channel.currentData()),
            self.summary.toPlainText().strip(),
            self.outcome.currentData(),
            self.who.text(),
            self.number.text() if self.calls() else "",
            self.ticket.text(),
            self._length("waited"),
            self._length("talked"),
            promise=self.promise.text(),
            due=self._read("due"),
            notes=self.notes.toPlainText(),
        )

    def calls(self) -> bool:
        """Say whether the contact was a phone call."""
        return self.channel.currentData() in PHONES

    def seconds(self) -> int | None:
        """Add waiting and talking as typed, None where neither is a length."""
        try:
            both = [one.seconds() for one in (self.waited, self.talked)]
        except ValueError:
            return None
        known = [one for one in both if one is not None]
        return sum(known) if known else None

    def show_error(self, name: str, words: str) -> None:
        """Say under a field what is wrong; all others are fine."""
        for id_, field in self.fields.items():
            field.set_error(words if id_ == name else "")

    def _read(self, name: str) -> datetime | None:
        edit = self.at if name == "at" else self.due
        try:
            return edit.moment()
        except ValueError:
            return self._refuse(name)

    def _length(self, name: str) -> int | None:
        edit = self.waited if name == "waited" else self.talked
        try:
            return edit.seconds()
        except ValueError:
            self._refuse(name)
            raise

    def _refuse(self, name: str) -> datetime:
        raise ValueError(name)

    def _text(self) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(theme.px(60))
        return edit

    def _soon(self, hours: int) -> Button:
        button = Button(self.tr("{hours} h").format(hours=hours), "link", parent=self)
        button.setAccessibleName(self.tr("Due {hours} hours after the contact").format(hours=hours))
        button.clicked.connect(lambda: self._take_soon(hours))
        return button

    def _take_soon(self, hours: int) -> None:
        try:
            at = self.at.moment()
        except ValueError:
            return
        if at is not None:
            self.due.set_moment(at + timedelta(hours=hours))
            self.changed.emit()

    def _take_party(self) -> None:
        wanted = USUAL.get(str(self.party.currentData()), OTHER_CHANNEL)
        if not self.calls():
            self.channel.setCurrentIndex(max(0, self.channel.findData(wanted)))
        self._fit()

    def _take_channel(self) -> None:
        chosen = self.channel.currentData()
        party = next((one.party for one in self._channels if one.id == chosen), "")
        if chosen not in {"call", OTHER_CHANNEL} and party:
            self.party.setCurrentIndex(max(0, self.party.findData(party)))
        self._fit()

    def _take_promise(self) -> None:
        answered = self.outcome.findData("answered")
        if self.promise.text().strip() and self.outcome.currentIndex() == answered:
            self.outcome.setCurrentIndex(self.outcome.findData("promised"))

    def _fit(self) -> None:
        """Show what belongs to a call only where there was one."""
        for name in ("number", "waited", "talked"):
            self.fields[name].setVisible(self.calls())
        self.cost.setVisible(self.calls())
        self.changed.emit()

    def _connect(self) -> None:
        self.party.activated.connect(self._take_party)
        self.channel.activated.connect(self._take_channel)
        self.outcome.activated.connect(self.changed)
        self.promise.textEdited.connect(self._take_promise)
        for line in (self.who, self.number, self.ticket, self.promise, self.waited, self.talked):
            line.textChanged.connect(self.changed)
        for text in (self.summary, self.notes):
            text.textChanged.connect(self.changed)
        for edit in (self.at, self.due):
            edit.changed.connect(self.changed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places: tuple[tuple[str, str, QWidget, int, int, int], ...] = (
            ("party", self.tr("Who you reached"), self.party, 0, 0, 1),
            ("channel", self.tr("How"), self.channel, 0, 1, 1),
            ("at", self.tr("When"), self.at, 1, 0, 1),
            ("who", self.tr("Person"), self.who, 1, 1, 1),
            ("number", self.tr("Number called"), self.number, 2, 0, 1),
            ("ticket", self.tr("Reference"), self.ticket, 2, 1, 1),
            ("waited", self.tr("Waited"), self.waited, 3, 0, 1),
            ("talked", self.tr("Talked"), self.talked, 3, 1, 1),
            ("summary", self.tr("What was said"), self.summary, 5, 0, 2),
            ("outcome", self.tr("Outcome"), self.outcome, 6, 0, 1),
            ("promise", self.tr("Promise, word for word"), self.promise, 7, 0, 1),
            ("due", self.tr("By when"), self.due, 7, 1, 1),
            ("notes", self.tr("Notes of the call; they are kept as evidence"), self.notes, 9, 0, 2),
        )
        for name, label, editor, row, column, wide in places:
            self.fields[name] = Field(label, editor, parent=self)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.fields[name], row, column, 1, wide, top)
        grid.addWidget(self.cost, 4, 0, 1, 2)
        soon = QHBoxLayout()
        soon.setSpacing(0)
        soon.addStretch(1)
        for button in self.soon:
            soon.addWidget(button)
        grid.addLayout(soon, 8, 1)
