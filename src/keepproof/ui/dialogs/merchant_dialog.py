"""A shop: the registered data that authorities ask for, its return terms, and what to look at before buying there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.services.log_order import shops
from keepproof.services.remember_merchant import change_merchant, remember_merchant
from keepproof.ui import alerts, theme
from keepproof.ui.dialogs.merchant_dialog_parts import FIELDS, DetailsForm, PurchaseForm, ShopPicker
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class MerchantDialog(FormDialog):
    """The details of one merchant, remembered for every order from the shop.

    Without a merchant it asks for the shop and begins with what to look at before buying.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, merchant: Merchant | None = None, parent: QWidget | None = None
    ) -> None:
        """Build the dialog filled with what is known."""
        super().__init__(parent)
        self._session = session
        self._merchant = merchant or Merchant("", "", "")
        self._known = merchant is not None
        title = self.tr("Seller details") if self._known else self.tr("Before you buy")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(580))
        self.picker = ShopPicker(session, self)
        self.picker.setHidden(self._known)
        self.details = DetailsForm(self)
        self.purchase = PurchaseForm(session, self)
        self.lines = self.details.lines
        self.parts = Segment(self)
        self.stack = QStackedWidget(self)
        self._cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self._lay_out(title)
        self._connect()
        self._fill(self._merchant)
        self.show_part("details" if self._known else "purchase")
        if not self._known:
            session.operations.read(self, lambda library, _: shops(library), self.picker.set_known)

    def show_part(self, part: str) -> None:
        """Show "details" or "purchase"."""
        self.parts.set_current(part)
        self.stack.setCurrentWidget(self.details if part == "details" else self.purchase)
        first = self.lines["registered_name"] if part == "details" else self.purchase.list
        (first if self._known else self.picker.shop).setFocus()

    def save(self) -> None:
        """Store the details."""
        merchant, known = self._filled(), self._known
        if not known:
            platform, name = self.picker.identity()
            merchant = replace(merchant, platform=platform, name=name)

        def work(library: Library, ticket: Ticket) -> Outcome[Merchant]:
            store = change_merchant if known else remember_merchant
            return store(library, merchant, ticket)

        self.save_button.setEnabled(False)
        self._session.operations.write(self, work, self._stored, self._refused)

    def reject(self) -> None:
        """Close; what was typed or ticked is let go only when she says so."""
        if self._filled() == self._merchant:
            super().reject()
            return
        words = self.tr("What you changed is not saved yet. Let go of it?")
        alerts.ask(self, words, self.tr("Let go"), self._leave)

    def _leave(self) -> None:
        super().reject()

    def _filled(self) -> Merchant:
        return self.purchase.applied(self.details.applied(self._merchant))

    def _fill(self, merchant: Merchant) -> None:
        self._merchant = merchant
        self.details.fill(merchant)
        self.purchase.fill(merchant)
        # What is compared with later went through the fields once: they drop blanks at the ends.
        self._merchant = self._filled()
        self._count()

    def _pick(self, merchant: Merchant | None) -> None:
        """Show what is known of the shop; what she changed herself stays as she left it."""
        typed, before = self._filled(), self._merchant
        self._fill(merchant or Merchant("", "", ""))
        changed = {
            name: getattr(typed, name)
            for name in (*FIELDS, "note", "return_policy", "checks")
            if getattr(typed, name) != getattr(before, name)
        }
        both = replace(self._merchant, **changed)
        self.details.fill(both)
        self.purchase.fill(both)
        self._count()

    def _stored(self, merchant: Merchant) -> None:
        self.saved.emit(merchant)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        """Say why it was not stored; what was typed stays."""
        self.save_button.setEnabled(True)
        alerts.tell(self, self._session.explain(error))

    def _count(self) -> None:
        done, total = self.purchase.model.counts()
        words = self.tr("Before you buy {done}/{total}").format(done=done, total=total)
        self.parts.set_words("purchase", words)

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.picker.picked.connect(self._pick)
        self.purchase.model.ticked.connect(self._count)
        kind = EvidenceKind.SNAPSHOT
        self.purchase.save_asked.connect(lambda: self._session.add_requested.emit(None, kind))
        self._cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)

    def _lay_out(self, title: str) -> None:
        options = [
            ("purchase", self.tr("Before you buy")),
            ("details", self.tr("Registered data")),
        ]
        self.parts.set_options(options)
        self.parts.setAccessibleName(self.tr("Parts"))
        self.stack.addWidget(self.purchase)
        self.stack.addWidget(self.details)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self._merchant.name or title, "title", "text", self))
        layout.addWidget(self.picker)
        layout.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.stack, 1)
        layout.addLayout(buttons)
