"""The one demand of a dispute, and the amount it asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.money import SYMBOLS, Money
from keepproof.knowledge.issue_type import DemandOption
from keepproof.ui import theme, tips
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice

Demands = tuple[DemandOption, ...]


class DemandForm(QWidget):
    """Radio buttons, one of them; `edited` carries the demand and its amount (None where it has none)."""

    edited = Signal(str, object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        """Build an empty form in the language of the window."""
        super().__init__(parent)
        self._lang = lang
        self._demands: Demands = ()
        self._chosen = ""
        self._amount: Money | None = None
        self._paid: Money | None = None
        self._notice: Notice | None = None
        self._group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(2))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Label(self.tr("Demand (one only)"), "section", "text", self))
        layout.addLayout(self._list)
        layout.addWidget(self._amount_row())
        layout.addWidget(self._error)
        self._layout = layout

    def set_demand(
        self, demands: Demands, chosen: str, amount: Money | None, paid: Money | None
    ) -> None:
        """Offer these demands, with the chosen one and its amount."""
        if demands != self._demands:
            self._build(demands)
        amount_is_new = amount != self._amount or paid != self._paid or chosen != self._chosen
        self._chosen, self._amount, self._paid = chosen, amount, paid
        if chosen in self._radios:
            self._radios[chosen].setChecked(True)
        if amount_is_new:
            self._show_amount()
        self._show_parts()

    def error(self) -> str:
        """Give the sentence under the amount."""
        return self._error.text()

    def _amount_row(self) -> QWidget:
        row = QWidget(self)
        self._symbol = QLabel("", row)
        self.line = QLineEdit(row)
        self.line.setAccessibleName(self.tr("Amount"))
        self.line.setFixedWidth(theme.px(104))
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._check)
        self._hint = QLabel("", row)
        self._hint.setFont(theme.font("small"))
        self.paid_button = Button("", "link", parent=row)
        self.paid_button.clicked.connect(self._take_paid)
        label = QLabel(self.tr("Amount"), row)
        label.setFont(theme.font("small"))
        label.setBuddy(self.line)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        for widget in (label, self._symbol, self.line, self._hint, self.paid_button):
            line.addWidget(widget)
        line.addStretch(1)
        self._error = Label("", "caption", "bad_text", self)
        self._error.hide()
        self._row = row
        return row

    def _build(self, demands: Demands) -> None:
        for old in self._radios.values():
            self._group.removeButton(old)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._demands, self._radios = demands, {}
        for one in demands:
            words = one.label.of(self._lang)
            if one.where == "authority":
                words = self.tr("{demand} (only in texts to authorities)").format(demand=words)
            radio = QRadioButton(words, self)
            radio.setToolTip(tips.plain(words))
            radio.clicked.connect(lambda _=False, demand=one.id: self._choose(demand))
            self._group.addButton(radio)
            self._list.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
            self._radios[one.id] = radio

    def _demand(self) -> DemandOption | None:
        return next((one for one in self._demands if one.id == self._chosen), None)

    def _choose(self, id: str) -> None:
        if id == self._chosen:
            return
        before = self._demand()
        self._chosen = id
        demand = self._demand()
        if demand is None or demand.amount == "none":
            self._amount = None
        elif demand.amount == "paid":
            self._amount = self._paid
        elif before is not None and before.amount != "entered":
            self._amount = None
        self._show_amount()
        self._show_parts()
        self.edited.emit(self._chosen, self._amount)

    def _typed(self, text: str) -> None:
        if self._problem(text):
            return
        self._amount = self._read(text)
        self._set_error("")
        self._show_parts()
        self.edited.emit(self._chosen, self._amount)

    def _check(self) -> None:
        self._set_error(self._problem(self.line.text()))

    def _take_paid(self) -> None:
        if self._paid is not None:
            self._amount = self._paid
            self._show_amount()
            self._show_parts()
            self.edited.emit(self._chosen, self._amount)

    def _read(self, text: str) -> Money | None:
        currency = self._paid.currency if self._paid is not None else "CNY"
        return Money.parse(text, currency) if text.strip() else None

    def _problem(self, text: str) -> str:
        """Say why an amount is impossible; "" when it is not."""
        try:
            amount = self._read(text)
        except ValueError:
            return self.tr("Expected an amount like 1299.00, without words.")
        if amount is None:
            return ""
        if amount.cents == 0:
            return self.tr("The amount is 0. Enter what you ask for.")
        demand = self._demand()
        refund = demand is not None and demand.amount == "paid"
        if refund and self._paid is not None and amount.cents > self._paid.cents:
            words = self.tr("More than the {paid} you paid; a refund cannot exceed it.")
            return words.format(paid=self._paid.shown())
        return ""

    def _set_error(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        needed = self._needs_amount() and self._amount is None
        state = "bad" if text else ("warn" if needed else "")
        if (self.line.property("state") or "") != state:
            self.line.setProperty("state", state)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _needs_amount(self) -> bool:
        demand = self._demand()
        return demand is not None and demand.amount != "none"

    def _show_amount(self) -> None:
        self.line.setText(self._amount.plain() if self._amount is not None else "")
        self._set_error("")

    def _show_parts(self) -> None:
        self._row.setVisible(self._needs_amount())
        currency = self._paid.currency if self._paid is not None else "CNY"
        self._symbol.setText(SYMBOLS.get(currency, currency))
        demand, paid = self._demand(), self._paid
        same = paid is not None and self._amount == paid
        self._hint.setText(self.tr("= paid") if same else "")
        offer = paid is not None and not same and demand is not None and demand.amount == "paid"
        self.paid_button.setVisible(offer)
        if paid is not None:
            self.paid_button.setText(self.tr("Paid {amount}").format(amount=paid.shown()))
        self._set_error(self._error.text())
        self._warn(demand.warn.of(self._lang) if demand is not None and demand.warn else "")

    def _warn(self, words: str) -> None:
        if self._notice is not None:
            if self._notice.text.text() == words:
                return
            self._layout.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if words:
            self._notice = Notice("warn", words, parent=self)
            self._layout.insertWidget(2, self._notice)
