"""The parts of the dialog about a seller: which shop, its registered data, what to look at before buying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from keepproof.domain.order import Merchant
from keepproof.ui import theme
from keepproof.ui.models.purchase_model import PurchaseModel
from keepproof.ui.session import Session
from keepproof.ui.widgets import combo_rows
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.tick_delegate import TickDelegate
from keepproof.ui.widgets.whole_list import WholeList

FIELDS = ("registered_name", "credit_code", "address", "phone")


class ShopPicker(QWidget):
    """Platform and name of a shop; `picked` carries the remembered merchant, or None for a new one."""

    picked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer the platforms; the shops come later."""
        super().__init__(parent)
        self._known: list[Merchant] = []
        self.platforms = QuietCombo(self)
        for one in session.book.platforms:
            self.platforms.addItem(one.name.of(session.lang), one.id)
        self.shop = QComboBox(self)
        self.shop.setEditable(True)
        combo_rows.dress(self.shop)
        self.shop.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._complete()
        rows = [
            FieldRow("platform", self.tr("Platform"), self.platforms),
            FieldRow("shop", self.tr("Shop"), self.shop),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        align(rows, layout)
        self.platforms.currentIndexChanged.connect(lambda _: self._offer())
        self.shop.editTextChanged.connect(lambda _: self._tell())

    def set_known(self, known: Sequence[Merchant]) -> None:
        """Offer the remembered shops."""
        self._known = list(known)
        self._offer()

    def identity(self) -> tuple[str, str]:
        """Say which platform and shop are meant."""
        return str(self.platforms.currentData()), self.shop.currentText().strip()

    def _offer(self) -> None:
        platform, typed = self.identity()
        self.shop.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.shop.clear()
        self.shop.addItems([one.name for one in self._known if one.platform == platform])
        self.shop.setEditText(typed)
        self.shop.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._complete()
        self._tell()

    def _complete(self) -> None:
        completer = self.shop.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _tell(self) -> None:
        self.picked.emit(
            next((one for one in self._known if (one.platform, one.name) == self.identity()), None)
        )


class DetailsForm(QWidget):
    """The registered data that authorities ask for, and a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the empty form."""
        super().__init__(parent)
        self.lines = {name: QLineEdit(self) for name in FIELDS}
        self.lines["credit_code"].setPlaceholderText(self.tr("18 letters and digits"))
        self.note = _paragraph(self)
        hint = self.tr(
            "The shop's licence page names them. 12315 and consumer associations ask for a seller "
            "that is named exactly; platform support does not."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(hint, "small", "text2", self))
        rows = [
            FieldRow("registered_name", self.tr("Registered name"), self.lines["registered_name"]),
            FieldRow("credit_code", self.tr("Credit code"), self.lines["credit_code"]),
            FieldRow("address", self.tr("Address"), self.lines["address"]),
            FieldRow("phone", self.tr("Phone"), self.lines["phone"]),
            FieldRow("note", self.tr("Note"), self.note),
        ]
        align(rows, layout)
        layout.addStretch(1)

    def fill(self, merchant: Merchant) -> None:
        """Show what is known."""
        for name, line in self.lines.items():
            line.setText(getattr(merchant, name))
        self.note.setPlainText(merchant.note)

    def applied(self, merchant: Merchant) -> Merchant:
        """Give the merchant with what stands in the form."""
        name, code, address, phone = (self.lines[one].text().strip() for one in FIELDS)
        return replace(
            merchant,
            registered_name=name,
            credit_code=code,
            address=address,
            phone=phone,
            note=self.note.toPlainText().strip(),
        )


class PurchaseForm(QWidget):
    """What to look at before buying, and the return terms of the shop."""

    save_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the form with nothing ticked."""
        super().__init__(parent)
        self.model = PurchaseModel(session.book.purchase, session.lang, self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setAccessibleName(self.tr("Before you buy"))
        self.policy = _paragraph(self)
        example = self.tr("e.g. seven days without a reason, the buyer pays the postage")
        self.policy.setPlaceholderText(example)
        self.policy.setAccessibleName(self.tr("Return terms"))
        self.page_button = Button(self.tr("Keep a picture of the page…"), "link", parent=self)
        self.page_button.clicked.connect(self.save_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.list)
        layout.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        align([FieldRow("policy", self.tr("Return terms"), self.policy)], layout)
        layout.addStretch(1)

    def fill(self, merchant: Merchant) -> None:
        """Show what is known."""
        self.policy.setPlainText(merchant.return_policy)
        self.model.set_done(merchant.checks)

    def applied(self, merchant: Merchant) -> Merchant:
        """Give the merchant with what stands in the form."""
        policy = self.policy.toPlainText().strip()
        return replace(merchant, return_policy=policy, checks=self.model.done())


def align(rows: Sequence[FieldRow], layout: QVBoxLayout) -> None:
    """Put rows below one another with their editors in line."""
    wide = max(row.label_width() for row in rows)
    for row in rows:
        row.set_label_width(wide)
        layout.addWidget(row)


def _paragraph(parent: QWidget) -> QPlainTextEdit:
    edit = QPlainTextEdit(parent)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(theme.px(60))
    return edit
