"""The contact log: every attempt with what was said and promised."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from keepproof.domain.contact import CommitmentState
from keepproof.services import log_contact, take_promise
from keepproof.services.next_page import ContactRow, NextView
from keepproof.ui import labels_contacts, labels_orders, theme
from keepproof.ui.pages.next_tab_promised import PromisedPane
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.contact_table import ContactTable
from keepproof.ui.widgets.label import Label

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome


class LogPane(QWidget):
    """Head with a count and the button, and the table; changing and removing can be undone."""

    log_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty log."""
        super().__init__(parent)
        self._session = session
        self.table = ContactTable(session, self)
        self.count = Label("", "small", "text2", self)
        self.empty = Label(
            self.tr("Nobody was contacted yet. Every attempt counts, even one nobody answered."),
            "body",
            "text2",
            self,
        )
        self.promised = PromisedPane(session, self)
        self.promised.settled.connect(self.settle)
        self.promised.remove_asked.connect(self.remove_promise)
        self.log_button = Button(self.tr("Log a contact"), "secondary", "plus", parent=self)
        self.log_button.clicked.connect(self.log_asked)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(self.tr("Contact log"), "section", "text", self))
        head.addWidget(self.count, 1)
        head.addWidget(self.log_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.table)
        layout.addWidget(self.promised)
        self.table.change_asked.connect(self.change_asked)
        self.table.remove_asked.connect(self.remove)
        self.table.menu_asked.connect(self._show_menu)

    def set_view(self, view: NextView) -> None:
        """Show the contacts of an order."""
        self.table.contacts.set_rows(view.rows, view.order.platform)
        self.table.setVisible(bool(view.rows))
        self.empty.setVisible(not view.rows)
        self.promised.set_view(view)
        seconds = sum(one.contact.seconds or 0 for one in view.rows)
        times = self.tr("%n contact(s)", "", len(view.rows)) if view.rows else ""
        phone = (
            self.tr("{time} on the phone").format(time=labels_contacts.length(seconds))
            if seconds
            else ""
        )
        self.count.setText(labels_orders.facts_line([times, phone]))

    def remove(self, row: ContactRow) -> None:
        """Remove a contact; undo brings it back."""
        id = row.contact.id
        said = self.tr("Contact deleted. Undo brings it back.")
        self._write(lambda library, ticket: log_contact.remove_contact(library, id, ticket), said)

    def remove_promise(self, commitment_id: str) -> None:
        """Take a promise of a chat out of the log; undo brings it back."""
        said = self.tr("Promise removed from the log. Undo brings it back.")
        self._write(
            lambda library, ticket: take_promise.remove_promise(library, commitment_id, ticket),
            said,
        )

    def settle(self, commitment_id: str, state: CommitmentState) -> None:
        """Note whether a promise was kept."""
        now = self._session.now()
        said = {
            "kept": self.tr("Noted: the promise was kept"),
            "broken": self.tr("Noted: the promise was not kept"),
            "open": self.tr("The promise is open again"),
        }[state]
        self._write(
            lambda library, ticket: log_contact.settle(library, commitment_id, state, now, ticket),
            said,
        )

    def row_menu(self, row: ContactRow) -> QMenu:
        """Build the menu of one contact."""
        menu = QMenu(self)
        menu.addAction(self.tr("Change…"), lambda: self.change_asked.emit(row))
        proof = row.proof
        if proof is not None:
            menu.addAction(
                self.tr("Open its evidence"),
                lambda: self._session.evidence_requested.emit(proof.evidence.id),
            )
        for promise in row.promises:
            menu.addSeparator()
            for state, words in self._states():
                action = menu.addAction(words, partial(self.settle, promise.id, state))
                action.setEnabled(promise.state != state)
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.remove(row))
        return menu

    def _states(self) -> tuple[tuple[CommitmentState, str], ...]:
        return (
            ("kept", self.tr("The promise was kept")),
            ("broken", self.tr("The promise was not kept")),
            ("open", self.tr("The promise is still open")),
        )

    def _show_menu(self, row: ContactRow, where: QPoint) -> None:
        menu = self.row_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _write(self, work: Callable[[Library, Any], Outcome[Any]], said: str) -> None:
        session = self._session
        session.operations.write(self, work, lambda _: session.status.emit(said))
