"""The ladder of a dispute as cards, the rung to climb now marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.services.ladder import Rung, below
from keepproof.services.next_page import NextView
from keepproof.ui import alerts, labels_complaint, labels_ladder, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.rung_card import RungCard


class LadderPane(QWidget):
    """`text_asked` and `log_asked` carry the channel a text or a contact is for, `call_asked` that one wants to phone."""

    text_asked = Signal(str)
    call_asked = Signal()
    log_asked = Signal(str)
    issue_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build a ladder without rungs."""
        super().__init__(parent)
        self._session = session
        self._rungs: tuple[Rung, ...] = ()
        self.cards: list[RungCard] = []
        self.none = self._no_dispute()
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(self.tr("Next steps"), "section", "text", self))
        order = self.tr("Free ways first, then paid ones; the platform first, then beyond it")
        head.addWidget(Label(order, "small", "text2", self), 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addLayout(self._column)
        layout.addWidget(self.none)
        self.setAccessibleName(self.tr("Next steps"))

    def set_view(self, view: NextView) -> None:
        """Show the rungs of a dispute; cards that are there already are only filled anew."""
        self._rungs = view.rungs
        self.none.setVisible(view.dispute is None)
        while len(self.cards) < len(view.rungs):
            card = RungCard(len(self.cards) + 1, self)
            card.pressed.connect(partial(self.press, len(self.cards)))
            self.cards.append(card)
            self._column.addWidget(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(view.rungs))
            if place < len(view.rungs):
                self._fill(card, place, view)

    def press(self, place: int) -> None:
        """Ask for the text of a rung; where rungs below were not tried, ask gently before."""
        rung = self._rungs[place]
        skipped = [one for one in below(self._rungs, rung.channel.id) if one.state != "done"]
        if rung.state in {"done", "now"} or not skipped:
            self._take(rung)
            return
        lang = self._session.lang
        names = [one.channel.label.of(lang) for one in skipped]
        words = labels_ladder.question(names, rung.channel.label.of(lang))
        alerts.ask(self.window(), words, self.tr("Go on"), lambda: self._take(rung))

    def _take(self, rung: Rung) -> None:
        if rung.channel.type == "phone":
            self.call_asked.emit()
        elif rung.channel.takes_text:
            self.text_asked.emit(rung.channel.id)
        else:
            self.log_asked.emit(rung.channel.id)

    def _fill(self, card: RungCard, place: int, view: NextView) -> None:
        rung, lang = view.rungs[place], self._session.lang
        name = rung.channel.label.of(lang)
        cost = labels_complaint.cost(rung.channel.cost_class)
        detail = labels_ladder.detail(rung, view.course, view.now, self._session.book, lang)
        hint = labels_ladder.hint(rung, lang) if rung.state == "now" else ""
        phone = rung.channel.type == "phone"
        card.set_words(
            {
                "name": self.tr("Phone support") if phone else name,
                "hours": rung.channel.hours.of(lang),
                "path": rung.channel.path.of(lang),
                "detail": detail,
                "hint": hint,
            }
        )
        verb = self.tr("Prepare text") if rung.channel.takes_text else self.tr("Log a contact")
        verb = self.tr("Call card") if phone else verb
        last = place == len(view.rungs) - 1
        card.set_state(rung.state, labels_ladder.state(rung), verb, last=last)
        card.set_cost(cost)
        spoken = labels_ladder.sentence(place + 1, rung, name, cost[0], (detail, hint))
        card.setAccessibleName(spoken)
        card.button.setAccessibleName(f"{verb} – {name}")

    def _no_dispute(self) -> Card:
        card = Card(self)
        row = QHBoxLayout(card)
        edge = theme.px(16)
        row.setContentsMargins(edge, edge, edge, edge)
        words = self.tr(
            "The ways to go on stand here once you say what went wrong. Contacts can be logged now."
        )
        row.addWidget(Label(words, "body", "text2", card), 1)
        self.start_button = Button(self.tr("Start a complaint"), "primary", parent=card)
        self.start_button.clicked.connect(self.issue_asked)
        row.addWidget(self.start_button)
        card.hide()
        return card
