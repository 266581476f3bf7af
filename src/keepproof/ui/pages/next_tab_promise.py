"""Promises whose time is over, each with the two answers: kept, not kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.contact import Commitment
from keepproof.services.next_page import NextView
from keepproof.ui import labels_contacts, labels_orders, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label


class PromisePane(QWidget):
    """`settled` carries the promise's id and kept or broken; hidden while nothing is due."""

    settled = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty pane."""
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Commitment, ...] = ()
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.hide()

    def set_view(self, view: NextView) -> None:
        """Show what is due now."""
        due = view.course.overdue(view.now)
        if due != self._shown:
            self._shown = due
            for card in self.cards:
                self._column.removeWidget(card)
                card.deleteLater()
            self.cards = [self._card(one) for one in due]
            for card in self.cards:
                self._column.addWidget(card)
        self.setVisible(bool(due))

    def _card(self, promise: Commitment) -> Card:
        card = Card(self, "warn_tint", None)
        party = labels_contacts.party(promise.party)
        said = self.tr("{party} promised “{words}”. Was it kept?").format(
            party=party, words=promise.words
        )
        when = labels_orders.short_time(promise.due) if promise.due is not None else ""
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(said, "body", "warn_text", card))
        words.addWidget(Label(self.tr("Due {when}").format(when=when), "small", "text2", card))
        kept = Button(self.tr("Kept"), "secondary", parent=card)
        broken = Button(self.tr("Not kept"), "secondary", parent=card)
        kept.clicked.connect(partial(self.settled.emit, promise.id, "kept"))
        broken.clicked.connect(partial(self.settled.emit, promise.id, "broken"))
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(10))
        row.addLayout(words, 1)
        row.addWidget(kept)
        row.addWidget(broken)
        card.setAccessibleName(said)
        return card
