"""Log one contact, or change one; two clicks away from every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.contact import Contact
from keepproof.errors import KnownError
from keepproof.services import call_cost, log_contact
from keepproof.services.call_cost import minutes_used
from keepproof.services.log_contact import ContactForm
from keepproof.ui import alerts, labels_orders, theme
from keepproof.ui.dialogs.contact_dialog_fields import ContactFields
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

PLACES = {
    "contact.in_future": "at",
    "contact.due_without_promise": "promise",
    "contact.promise_missing": "promise",
    "contact.due_before": "due",
}


@dataclass(frozen=True, slots=True)
class _Loaded:
    orders: tuple[Order, ...]
    used: int


class ContactDialog(FormDialog):
    """One form; `saved` carries the contact. Without an order it asks which one it is about."""

    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        order_id: str = "",
        *,
        form: ContactForm | None = None,
        contact_id: str = "",
    ) -> None:
        """Build the dialog; a form fills it, `contact_id` names the contact that is changed."""
        super().__init__(parent)
        self._session, self._contact_id = session, contact_id
        self._form = form or ContactForm(session.now())
        self._order_id = order_id
        self._orders: dict[str, Order] = {}
        self._used = 0
        self._before: ContactForm | None = None
        title = self.tr("Change the contact") if contact_id else self.tr("Log a contact")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(room(self, 600, 600))
        self.order = QuietCombo(self)
        self.order_field = Field(self.tr("Order"), self.order, parent=self)
        self.fields = ContactFields(self)
        self.problem = Label("", "small", "bad_text", self)
        self.problem.hide()
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        self._cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        self._cancel.clicked.connect(self.reject)
        self._lay_out(title)
        self.order.activated.connect(self._take_order)
        self.fields.changed.connect(self._estimate)
        self._load()

    def save(self) -> None:
        """Store the contact, or say which field makes no sense."""
        try:
            form = self.fields.form()
        except ValueError as error:
            self.fields.show_error(str(error), self._expected(str(error)))
            return
        problem = log_contact.check_form(form, self._session.now())
        if problem is not None:
            self._refused(problem)
            return
        form = self._costed(form)
        order_id, contact_id, lang = self._order_id, self._contact_id, self._session.lang

        def work(library: Library, ticket: Ticket) -> Outcome[Contact]:
            if contact_id:
                return log_contact.change_contact(library, contact_id, form, ticket)
            return log_contact.add_contact(library, order_id, form, ticket, lang)

        self.save_button.setEnabled(False)
        self._session.operations.write(self, work, self._stored, self._refused)

    def reject(self) -> None:
        """Close; what was typed is let go only when she says so."""
        if not self._typed():
            super().reject()
            return
        words = self.tr("This contact is not saved yet. Let go of what you typed?")
        alerts.ask(self, words, self.tr("Let go"), self._leave)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the words go."""
        super().showEvent(event)
        self.fields.summary.setFocus()

    def _leave(self) -> None:
        super().reject()

    def _typed(self) -> bool:
        """Say whether there is anything to lose."""
        try:
            return self._before is not None and self.fields.form() != self._before
        except ValueError:
            return True

    def _load(self) -> None:
        contact_id = self._contact_id

        def look(library: Library, ticket: Ticket) -> _Loaded:
            del ticket
            open_ = {one.order_id for one in library.disputes.all() if one.state == "open"}
            orders = [one for one in library.orders.all() if not one.archived]
            if self._order_id:
                orders = [library.orders.get(self._order_id)]
            orders.sort(key=lambda one: (one.id not in open_, one.number))
            used = minutes_used(library.contacts.all(), library.now(), besides=contact_id)
            return _Loaded(tuple(orders), used)

        self._session.operations.read(self, look, self._show, self._lost)

    def _show(self, found: _Loaded) -> None:
        self._orders = {one.id: one for one in found.orders}
        self._used = found.used
        for one in found.orders:
            words = labels_orders.facts_line([one.title, one.shop, one.number])
            self.order.addItem(words, one.id)
        if not found.orders:
            self.problem.setText(self.tr("Log an order first; a contact belongs to one."))
            self.problem.show()
            return
        self._order_id = self._order_id or found.orders[0].id
        self._take_platform()
        self.fields.set_form(self._form)
        try:
            self._before = replace(self.fields.form(), notes="") if self._form.notes else None
            self._before = self._before or self.fields.form()
        except ValueError:
            self._before = None
        self.save_button.setEnabled(True)

    def _lost(self, error: KnownError) -> None:
        self.problem.setText(self._session.explain(error))
        self.problem.show()

    def _take_order(self) -> None:
        self._order_id = str(self.order.currentData())
        self._take_platform()

    def _take_platform(self) -> None:
        book, platform = self._session.book, self._orders[self._order_id].platform
        zone = ZoneInfo(book.platform(platform).time_zone)
        self.fields.set_channels(book.every_channel(platform), self._session.lang, zone)

    def _estimate(self) -> None:
        """Say what the call costs, where its length is known."""
        seconds = self.fields.seconds()
        if not self.fields.calls() or seconds is None:
            self.fields.cost.setText("")
            return
        cost = self._cost(seconds, self.fields.number.text())
        if cost.money is None:
            words = self.tr("Cost unknown; your rate per minute can be entered in the settings")
        elif cost.minutes and not cost.billed:
            words = self.tr("About {amount} (within the minutes of your plan)").format(
                amount=cost.money.shown()
            )
        else:
            words = self.tr("About {amount}").format(amount=cost.money.shown())
        self.fields.cost.setText(words)

    def _costed(self, form: ContactForm) -> ContactForm:
        seconds = self.fields.seconds()
        if not self.fields.calls() or seconds is None:
            return form
        return replace(form, cost=self._cost(seconds, form.number).money)

    def _cost(self, seconds: int, number: str) -> call_cost.CallCost:
        session, order = self._session, self._orders.get(self._order_id)
        channels = session.book.every_channel(order.platform if order else "generic")
        chosen = self.fields.channel.currentData()
        channel = next((one for one in channels if one.id == chosen), None)
        return call_cost.call_cost(
            seconds,
            number=number,
            channel=channel,
            settings=session.settings.value,
            used=self._used,
        )

    def _expected(self, field: str) -> str:
        if field in {"waited", "talked"}:
            return self.tr("This is no length of time. Write it like {example}.").format(
                example="3:10"
            )
        return self.tr("This is not a date and time. Write it like {example}.").format(
            example="2026-11-15 18:20"
        )

    def _stored(self, contact: Contact) -> None:
        self.saved.emit(contact)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        """Say why it was not stored; what was typed stays."""
        self.save_button.setEnabled(True)
        words, place = self._session.explain(error), PLACES.get(error.code, "")
        self.fields.show_error(place, words)
        self.problem.setText("" if place else words)
        self.problem.setVisible(not place)

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        edge = theme.px(20)
        column.setContentsMargins(edge, edge, edge, theme.px(8))
        column.setSpacing(theme.px(10))
        column.addWidget(Label(title, "section", "text", inner))
        column.addWidget(self.order_field)
        column.addWidget(self.fields)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(14))
        layout.addWidget(ScrollPane(inner, self), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(edge, 0, edge, 0)
        foot.addWidget(self.problem)
        foot.addLayout(buttons)
        layout.addLayout(foot)
        self.order_field.setVisible(not self._order_id)
