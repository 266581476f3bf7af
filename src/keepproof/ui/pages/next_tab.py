"""The next steps of one order: the ladder, the contact log, and the card to call with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.contact import Contact
from keepproof.errors import KnownError
from keepproof.services.log_contact import ContactForm, form_of
from keepproof.services.next_page import CALL, ContactRow, NextView, next_view
from keepproof.ui import theme
from keepproof.ui.pages.next_tab_call import CallPanel
from keepproof.ui.pages.next_tab_ladder import LadderPane
from keepproof.ui.pages.next_tab_log import LogPane
from keepproof.ui.pages.next_tab_promise import PromisePane
from keepproof.ui.room import UNBOUND
from keepproof.ui.session import Session
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

WIDEST = 900
SIDE, SIDE_NARROW, NARROW = 348, 300, 1180
STACKED, CARD_HIGH = 760, 480


class NextTab(QWidget):
    """Whom to turn to, what happened so far; `text_asked` carries the channel a text is wanted for."""

    text_asked = Signal(str)
    issue_asked = Signal()
    ready = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the tab without an order."""
        super().__init__(parent)
        self._session = session
        self._order_id = ""
        self._stale = False
        self.view: NextView | None = None
        self.promises = PromisePane(session, self)
        self.ladder = LadderPane(session, self)
        self.log = LogPane(session, self)
        self.call = CallPanel(session, self)
        self._lay_out()
        self.promises.settled.connect(self.log.settle)
        self.ladder.text_asked.connect(self.text_asked)
        self.ladder.issue_asked.connect(self.issue_asked)
        self.ladder.log_asked.connect(self.log_on)
        self.ladder.call_asked.connect(self.call.focus_first)
        self.log.log_asked.connect(self.log_contact)
        self.log.change_asked.connect(self.change_contact)
        self.call.finished.connect(self.log_call)
        session.events.changed.connect(self.changed)
        session.settings.changed.connect(self.refresh)

    def set_order(self, order_id: str) -> None:
        """Show the next steps of another order."""
        if order_id == self._order_id and not self._stale:
            return
        self._order_id = order_id
        self.refresh()

    def refresh(self) -> None:
        """Read the order again."""
        self._stale = False
        if not self._order_id:
            return
        order_id, session = self._order_id, self._session

        def look(library: Library, ticket: Ticket) -> NextView:
            del ticket
            return next_view(library, order_id, session.book, session.settings.value)

        session.operations.read(self, look, self._show, self._lost)

    def changed(self, changes: Changes) -> None:
        """Look again when something of this order changed, now or when it is shown."""
        if not self._order_id or not self._touches(changes):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def focus_first(self) -> None:
        """Put the keyboard on the step to take now, else on the button that logs a contact."""
        for card in self.ladder.cards:
            if not card.isHidden() and not card.primary.isHidden():
                card.primary.setFocus()
                return
        self.log.log_button.setFocus()

    def log_contact(self) -> None:
        """Log a contact of this order, with the merchant unless another rung is on."""
        self._open(self._fresh())

    def log_on(self, channel: str) -> None:
        """Log a contact on one channel."""
        rungs = self.view.rungs if self.view is not None else ()
        party = next((one.channel.party for one in rungs if one.channel.id == channel), "other")
        self._open(replace(self._fresh(), party=party, channel=channel))

    def change_contact(self, row: ContactRow) -> None:
        """Change a contact."""
        self._open(form_of(row.contact, row.promises), row.contact.id)

    def log_call(self, order_id: str) -> None:
        """Log the call that was timed, with its notes."""
        draft, now = self._session.calls.draft(order_id), self._session.now()
        form = replace(
            self._fresh(),
            at=draft.started or now,
            channel=CALL,
            outcome="no_answer" if draft.started and draft.answered is None else "answered",
            waited_seconds=draft.waited(now),
            talked_seconds=draft.talked(now),
            notes=draft.notes,
        )
        self._open(form, call=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        self._fit()
        if self._stale:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface of the card and the line beside it."""
        del event
        if self._side.parentWidget() is not self:
            return
        painter = QPainter(self)
        side = self._side.geometry()
        painter.fillRect(side, theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(side.left(), side.top(), side.left(), side.bottom())
        painter.end()

    def _fresh(self) -> ContactForm:
        form = ContactForm(self._session.now())
        rung = (
            next((one for one in self.view.rungs if one.state == "now"), None)
            if self.view
            else None
        )
        if rung is None:
            return form
        party = rung.channel.party
        return replace(form, party=party, channel=rung.channel.id)

    def _open(self, form: ContactForm, contact_id: str = "", *, call: bool = False) -> None:
        from keepproof.ui.dialogs.contact_dialog import ContactDialog  # noqa: PLC0415 - built when first needed

        order_id = self._order_id
        dialog = ContactDialog(
            self._session, self.window(), order_id, form=form, contact_id=contact_id
        )
        dialog.saved.connect(lambda contact: self._saved(order_id, contact, call=call))
        dialog.open()

    def _saved(self, order_id: str, contact: Contact, *, call: bool) -> None:
        if call:
            self._session.calls.forget(order_id)
        self._session.status.emit(
            self.tr("Logged; the notes are kept as evidence")
            if call and contact.evidence_id
            else self.tr("Logged")
        )

    def _show(self, view: NextView) -> None:
        if view.order.id != self._order_id:
            return
        self.view = view
        self.promises.set_view(view)
        self.ladder.set_view(view)
        self.log.set_view(view)
        self.call.set_view(view)
        self.ready.emit()

    def _lost(self, error: KnownError) -> None:
        """Let go of an order that is no longer there; its page says why."""
        self._order_id, self.view = "", None
        if error.code != "library.not_found":
            self._session.status.emit(self._session.explain(error))

    def _touches(self, changes: Changes) -> bool:
        if self._order_id in changes.orders or self.view is None:
            return self._order_id in changes.orders
        proofs = [one.proof for one in self.view.rows] + [one.proof for one in self.view.promised]
        proof = {one.evidence.id for one in proofs if one is not None}
        dispute = {self.view.dispute.id} if self.view.dispute is not None else set()
        return bool(
            dispute & changes.disputes
            or proof & changes.evidence
            or self.view.order.merchant_id in changes.merchants
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card beside the ladder, or below it where large text leaves no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < theme.px(STACKED)
        if stacked != (self._side.parentWidget() is not self):
            (self._column if stacked else self._row).addWidget(self._side)
        narrow = self.window().width() < theme.px(NARROW)
        wide = theme.px(SIDE_NARROW if narrow else SIDE)
        self._side.setMinimumSize(0 if stacked else wide, theme.px(CARD_HIGH) if stacked else 0)
        self._side.setMaximumWidth(UNBOUND if stacked else wide)

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(theme.px(WIDEST))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(theme.px(22), theme.px(16), theme.px(22), theme.px(24))
        self._column.setSpacing(theme.px(14))
        for part in (self.promises, self.ladder, self.log):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._side = QWidget(self)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 0, 0, 0)
        side.addWidget(self.call)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(ScrollPane(column, self), 1)
        self._row.addWidget(self._side)
        self._fit()
