"""Ask how a dispute ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.dispute import MOST_STARS, Dispute, Ending
from keepproof.domain.money import Money
from keepproof.services.close_dispute import close_dispute
from keepproof.ui import alerts, labels_overview, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class CloseDisputeDialog(QDialog):
    """Outcome, money that came back, how content she is, a note; only the outcome is needed."""

    closed = Signal()

    def __init__(
        self, session: Session, dispute: Dispute, currency: str, parent: QWidget | None = None
    ) -> None:
        """Build the dialog for a dispute whose money is in this currency."""
        super().__init__(parent)
        self._session, self._dispute, self._currency = session, dispute, currency
        self.setWindowTitle(self.tr("Close the dispute"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(460))
        self._group = QButtonGroup(self)
        self.options = {id_: QRadioButton(words, self) for id_, words in labels_overview.outcomes()}
        for button in self.options.values():
            self._group.addButton(button)
            button.toggled.connect(self._chosen)
        self.money = QLineEdit(self)
        self.money.setAccessibleName(self.tr("Money that came back"))
        self.money.setPlaceholderText(self.tr("e.g. 129.00"))
        self._wrong = Label(self.tr("Write an amount like 129.00"), "caption", "bad_text", self)
        self._wrong.hide()
        self.money.textEdited.connect(self._wrong.hide)
        self.rating = Segment(self)
        stars = [(str(one), str(one)) for one in range(1, MOST_STARS + 1)]
        self.rating.set_options([("", self.tr("None")), *stars])
        self.rating.setAccessibleName(self.tr("How well it was handled, 1 to 5"))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(64))
        self.note.setAccessibleName(self.tr("Note"))
        self.save_button = Button(self.tr("Close dispute"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self.options["solved"].setFocus()

    def save(self) -> None:
        """Store the ending."""
        typed = self.money.text().strip()
        try:
            recovered = Money.parse(typed, self._currency) if typed else None
        except ValueError:
            self._wrong.show()
            self.money.setFocus()
            return
        rating = self.rating.current()
        note = self.note.toPlainText().strip()
        ending = Ending(self.outcome(), None, recovered, int(rating) if rating else None, note)
        id = self._dispute.id

        def work(library: Library, ticket: Ticket) -> Outcome[Dispute]:
            return close_dispute(library, id, ending, ticket)

        self.save_button.setEnabled(False)
        self._session.operations.write(self, work, lambda _: self._stored(), self._refused)

    def outcome(self) -> str:
        """Say which outcome is chosen; "" before."""
        return next((id_ for id_, one in self.options.items() if one.isChecked()), "")

    def _chosen(self) -> None:
        """Fill in what follows from the outcome, where nothing was typed."""
        self.save_button.setEnabled(True)
        amount = self._dispute.amount
        if self.options["solved"].isChecked() and amount is not None and not self.money.text():
            self.money.setText(amount.plain())
        elif amount is not None and self.money.text() == amount.plain():
            self.money.clear()

    def _stored(self) -> None:
        self.closed.emit()
        self.accept()

    def _refused(self, error: KnownError) -> None:
        self.save_button.setEnabled(True)
        alerts.tell(self, self._session.explain(error))

    def _lay_out(self) -> None:
        hint = self.tr(
            "Everything stays: evidence, texts and contacts. You can open the dispute again at any time."
        )
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Label(self.tr("How did it end?"), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addSpacing(theme.px(6))
        for button in self.options.values():
            layout.addWidget(button)
        for words, field in (
            (self.tr("Money that came back ({currency})"), self.money),
            (self.tr("How well was it handled? 5 is best"), self.rating),
            (self.tr("Note, only for you"), self.note),
        ):
            layout.addSpacing(theme.px(6))
            label = Label(words.format(currency=self._currency), "small", "text2", self)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
            if field is self.money:
                layout.addWidget(self._wrong)
        layout.addSpacing(theme.px(8))
        layout.addLayout(buttons)
