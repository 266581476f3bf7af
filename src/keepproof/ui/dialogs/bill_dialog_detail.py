"""The chosen row of a bill in full: what differs from the order, what is filled in, why it cannot be used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import labels_bills, labels_orders, theme
from keepproof.ui.models.bill_model import BillLine, BillModel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label

LINES = 4


class BillDetail(Card):
    """A heading, a few lines, and the way to the known order."""

    open_asked = Signal(object)

    def __init__(self, model: BillModel, parent: QWidget | None = None) -> None:
        """Build the empty card."""
        super().__init__(parent, "sunken", None)
        self._model = model
        self._line: BillLine | None = None
        self.head = Label("", "small", "text", self)
        self.text = Label("", "small", "text2", self)
        self.open_button = Button(self.tr("Show order"), "link", parent=self)
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._line))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.head)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        self._measure()
        theme.changed().connect(self._measure)
        self.show_line(None)

    def show_line(self, line: BillLine | None) -> None:
        """Show a row, or nothing."""
        self._line = line
        entry = line.entry if line is not None else None
        self.open_button.setVisible(entry is not None and bool(entry.order_id))
        if line is None:
            self.head.setText(self.tr("Choose a row to see it in full"))
            self.text.setText("")
            return
        state = labels_bills.state_words(line.state)
        if entry is None:
            self.head.setText(
                labels_orders.facts_line([state, line.problem.file if line.problem else ""])
            )
            self.text.setText(self._model.reason(line))
            return
        form = entry.form
        self.head.setText(
            labels_orders.facts_line([state, form.shop, labels_bills.item_words(entry)])
        )
        first = labels_orders.facts_line([form.number, entry.source, labels_bills.refunded(entry)])
        self.text.setText("\n".join([first, *labels_bills.detail(entry)]))

    def _measure(self) -> None:
        # of one height whatever it says, so that the table above does not jump
        line = self.text.fontMetrics().lineSpacing()
        self.setMinimumHeight(line * (LINES + 1) + theme.px(24))
