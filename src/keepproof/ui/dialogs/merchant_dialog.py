"""Who sold it: the registered data that authorities ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.services.log_order import change_merchant
from keepproof.ui import alerts, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.label import Label

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

FIELDS = ("registered_name", "credit_code", "address", "phone")


class MerchantDialog(QDialog):
    """The details of one merchant; they are remembered for every order from the shop."""

    saved = Signal(object)

    def __init__(self, session: Session, merchant: Merchant, parent: QWidget | None = None) -> None:
        """Build the dialog filled with what is known."""
        super().__init__(parent)
        self._session = session
        self._merchant = merchant
        self.setWindowTitle(self.tr("Seller details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(520))
        self.lines = {name: QLineEdit(getattr(merchant, name), self) for name in FIELDS}
        self.lines["credit_code"].setPlaceholderText(self.tr("18 letters and digits"))
        self.note = QPlainTextEdit(merchant.note, self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(60))
        self._cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        self._cancel.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self.lines["registered_name"].setFocus()

    def save(self) -> None:
        """Store the details."""
        words = {name: line.text().strip() for name, line in self.lines.items()}
        merchant = replace(self._merchant, **words, note=self.note.toPlainText().strip())

        def work(library: Library, ticket: Ticket) -> Outcome[Merchant]:
            return change_merchant(library, merchant, ticket)

        self.save_button.setEnabled(False)
        self._session.operations.write(self, work, self._stored, self._refused)

    def _stored(self, merchant: Merchant) -> None:
        self.saved.emit(merchant)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        """Say why it was not stored; what was typed stays."""
        self.save_button.setEnabled(True)
        alerts.tell(self, self._session.explain(error))

    def _lay_out(self) -> None:
        rows = [
            FieldRow("registered_name", self.tr("Registered name"), self.lines["registered_name"]),
            FieldRow("credit_code", self.tr("Credit code"), self.lines["credit_code"]),
            FieldRow("address", self.tr("Address"), self.lines["address"]),
            FieldRow("phone", self.tr("Phone"), self.lines["phone"]),
            FieldRow("note", self.tr("Note"), self.note),
        ]
        wide = max(row.label_width() for row in rows)
        hint = self.tr(
            "The shop's licence page names them. 12315 and consumer associations ask for a seller "
            "that is named exactly; platform support does not."
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self._merchant.name or self.tr("Shop"), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        for row in rows:
            row.set_label_width(wide)
            layout.addWidget(row)
        layout.addLayout(buttons)
