"""The card to call with: what to say, what to ask, notes, and the clock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from keepproof.services.call_cost import call_cost
from keepproof.services.next_page import CallCard, NextView
from keepproof.ui import (
    labels_complaint,
    labels_contacts,
    labels_orders,
    reading_order,
    theme,
)
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.scroll_pane import ScrollPane

LINES = ("number", "shop", "problem", "course", "demand")


class CallPanel(QWidget):
    """Reads and writes the session's clock of calls; `finished` asks to log what was measured."""

    finished = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the panel without an order."""
        super().__init__(parent)
        self._session = session
        self._order_id = ""
        self._view: NextView | None = None
        self.cost = Pill("", "warn", self)
        self.large_button = IconButton("corners-out", self.tr("Show the card large"))
        self.large_button.clicked.connect(self.show_large)
        self.lines = {name: Label("", "section", "text", self) for name in LINES}
        self._heads = {name: QLabel(self) for name in LINES}
        self.asks = {
            "ticket": QCheckBox(self.tr("Staff and ticket number"), self),
            "when": QCheckBox(self.tr("When they answer: day and hour"), self),
            "more": QCheckBox(self.tr("What else they need"), self),
        }
        self.notes = QPlainTextEdit(self)
        self.notes.setPlaceholderText(
            self.tr("Write along: their words, what they promise, by when")
        )
        self.notes.setAccessibleName(self.tr("Notes of the call"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(theme.px(64))
        self.fraud = Notice(
            "bad",
            self.tr("Asked to share your screen, transfer money or tell a code? Hang up"),
            parent=self,
        )
        self.clock = Label("00:00", "title", "text", self)
        self.clock.setFont(_figures())
        self.clock.setWordWrap(False)
        self.clock.setAccessibleName(self.tr("Time of the call"))
        self.state = Label("", "small", "text2", self)
        self.start_button = Button(self.tr("Start the clock"), "primary", "phone", parent=self)
        self.answer_button = Button(self.tr("Answered"), "primary", parent=self)
        self.stop_button = Button(self.tr("Hang up"), "secondary", parent=self)
        self.log_button = Button(self.tr("Log this call"), "secondary", parent=self)
        self._lay_out()
        self._connect()

    def set_view(self, view: NextView) -> None:
        """Show the card of an order; notes that are being written stay."""
        fresh = view.order.id != self._order_id
        self._view, self._order_id = view, view.order.id
        self._fill(view.card)
        words = labels_complaint.cost(view.call.cost_class if view.call else "unknown")
        self.cost.setText(words[0])
        self.cost.set_tone(words[1])
        self.cost.updateGeometry()
        if fresh:
            self._take_draft()
        self._show_clock()

    def focus_first(self) -> None:
        """Put the keyboard on the clock, and the clock into sight."""
        shown = (self.start_button, self.answer_button, self.stop_button)
        button = next(one for one in shown if not one.isHidden())
        button.setFocus()
        reading_order.bring_into_sight(button)

    def show_large(self) -> None:
        """Show the card in letters that can be read at arm's length."""
        from keepproof.ui.dialogs.call_card_dialog import CallCardDialog  # noqa: PLC0415 - built when first needed

        rows = {words: self.lines[name].text() for name, words in self._names().items()}
        CallCardDialog(rows, self.window()).show()

    def stop(self) -> None:
        """Stop the clock and ask to log the call."""
        self._session.calls.stop(self._order_id)
        self.finished.emit(self._order_id)

    def _fill(self, card: CallCard) -> None:
        for name, label in self.lines.items():
            words = getattr(card, name)
            label.setText(words)
            label.setVisible(bool(words))
            self._heads[name].setVisible(bool(words))

    def _take_draft(self) -> None:
        draft = self._session.calls.draft(self._order_id)
        self.notes.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.notes.setPlainText(draft.notes)
        self.notes.blockSignals(False)  # noqa: FBT003 - Qt's own
        for id_, box in self.asks.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            box.setChecked(id_ in draft.asked)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _note(self) -> None:
        if self._order_id:
            asked = tuple(id_ for id_, box in self.asks.items() if box.isChecked())
            self._session.calls.note(self._order_id, self.notes.toPlainText(), asked)
            self._show_clock()

    def _changed(self, order_id: str) -> None:
        if order_id == self._order_id:
            if self._session.calls.draft(order_id).blank:
                self._take_draft()
            self._show_clock()

    def _show_clock(self) -> None:
        """Show the time, what it may cost, and the buttons of the moment."""
        session = self._session
        draft, now = session.calls.draft(self._order_id), session.now()
        waited, talked = draft.waited(now) or 0, draft.talked(now)
        self.clock.setText(labels_contacts.clock(waited + (talked or 0)))
        self.start_button.setVisible(not draft.running)
        self.answer_button.setVisible(draft.running and talked is None)
        self.stop_button.setVisible(draft.running)
        self.log_button.setVisible(not draft.running and not draft.blank)
        self.state.setText(self._state(waited, talked))

    def _state(self, waited: int, talked: int | None) -> str:
        draft = self._session.calls.draft(self._order_id)
        cost = self._cost(waited + (talked or 0))
        if draft.started is None:
            return cost
        if talked is None:
            words = self.tr("Waiting {time}").format(time=labels_contacts.length(waited))
        else:
            words = self.tr("Waited {waited}, talking {talked}").format(
                waited=labels_contacts.length(waited), talked=labels_contacts.length(talked)
            )
        return labels_orders.facts_line([words, cost])

    def _cost(self, seconds: int) -> str:
        view = self._view
        if view is None:
            return ""
        settings = self._session.settings.value
        cost = call_cost(seconds, number="", channel=view.call, settings=settings, used=view.used)
        if cost.money is None:
            return self.tr("Cost unknown without your rate")
        amount = cost.money.shown()
        if settings.call_included and not cost.billed:
            return self.tr("About {amount} (in your plan)").format(amount=amount)
        return self.tr("About {amount}").format(amount=amount)

    def _connect(self) -> None:
        calls = self._session.calls
        self.start_button.clicked.connect(self._start)
        self.answer_button.clicked.connect(lambda: calls.answer(self._order_id))
        self.stop_button.clicked.connect(self.stop)
        self.log_button.clicked.connect(lambda: self.finished.emit(self._order_id))
        self.notes.textChanged.connect(self._note)
        for box in self.asks.values():
            box.toggled.connect(self._note)
        calls.changed.connect(self._changed)
        calls.ticked.connect(self._show_clock)
        self._session.settings.changed.connect(self._show_clock)

    def _start(self) -> None:
        if self._order_id:
            self._session.calls.start(self._order_id)
            self.answer_button.setFocus()

    def _names(self) -> dict[str, str]:
        return {
            "number": self.tr("Order"),
            "shop": self.tr("Shop"),
            "problem": self.tr("Problem"),
            "course": self.tr("So far"),
            "demand": self.tr("Demand"),
        }

    def _card(self) -> Card:
        card = Card(self, "sunken", None)
        grid = QGridLayout(card)
        grid.setContentsMargins(theme.px(14), theme.px(12), theme.px(12), theme.px(12))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(self._names().items()):
            head, line = self._heads[name], self.lines[name]
            head.setText(words)
            head.setFont(theme.font("small"))
            head.setBuddy(line)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        return card

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.addWidget(Label(self.tr("Call card"), "title", "text", self), 1)
        title.addWidget(self.cost)
        title.addWidget(self.large_button)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        edge = theme.px(18)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(title)
        hint = self.tr("Read it aloud; tick what you have asked.")
        column.addWidget(Label(hint, "small", "text2", inner))
        column.addWidget(self._card())
        column.addSpacing(theme.px(4))
        column.addWidget(Label(self.tr("Ask for"), "section", "text", inner))
        for box in self.asks.values():
            column.addWidget(box)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.px(4), edge, theme.px(12))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.clock)
        foot.addStretch(1)
        for button in (self.log_button, self.start_button, self.answer_button, self.stop_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPane(inner, self), 1)
        # Below the card, not in it: what is written along and the warning stay in sight while one reads.
        for part in (self.notes, self.fraud, self.state):
            line = QHBoxLayout()
            line.setContentsMargins(edge, theme.px(6), edge, 0)
            line.addWidget(part)
            layout.addLayout(line)
        layout.addLayout(foot)


def _figures() -> QFont:
    """Give figures of one width, so that the clock does not jump."""
    font = QFont(theme.font("title"))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
