"""The first page of an empty library: what to do first, and where everything stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.drops import DropTarget
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.drop_zone import DropZone
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane


class WelcomePage(QWidget):
    """Drop something, log an order, or look at the example."""

    example_asked = Signal()
    paste_order_asked = Signal()
    paste_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(parent)
        self._session = session
        self.drop = DropZone(self)
        self.drop.setMinimumHeight(theme.px(220))
        self.new_order = Button(self.tr("New order"), "primary", "plus", self)
        self.paste_order = Button(self.tr("Paste order text"), "secondary", "clipboard-text", self)
        self.example = Button(self.tr("Open the example"), "link", parent=self)
        self.drop.choose_asked.connect(lambda: session.add_requested.emit(None, None))
        self.drop.paste_asked.connect(self.paste_asked)
        self.new_order.clicked.connect(lambda: session.new_order_requested.emit(""))
        self.paste_order.clicked.connect(self.paste_order_asked)
        self.example.clicked.connect(self.example_asked)
        self._build()

    def _build(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(theme.px(760))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(theme.px(28), theme.px(36), theme.px(28), theme.px(24))
        inner.setSpacing(theme.px(14))
        inner.addWidget(Label(self.tr("Keep the proof first"), "page", "text", column))
        promise = self.tr(
            "KeepProof copies your files unchanged, shows which proof is missing, and writes the complaint when an "
            "order goes wrong. Everything stays on this computer."
        )
        inner.addWidget(Label(promise, "body", "text2", column))
        inner.addWidget(self.drop)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(10))
        for button in (self.new_order, self.paste_order, self.example):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        steps = QHBoxLayout()
        steps.setSpacing(theme.px(12))
        for title, text in self._steps():
            steps.addWidget(self._step(title, text), 1)
        inner.addLayout(steps)
        inner.addStretch(1)
        outer = QWidget(self)
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 8)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(outer, self))

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("1. Log the order"),
                self.tr(
                    "Copy the text of the order page and paste it; the fields fill by themselves"
                ),
            ),
            (
                self.tr("2. Keep the proof"),
                self.tr(
                    "Drop screenshots, chats, photos and videos; each gets a number and is never changed"
                ),
            ),
            (
                self.tr("3. Complain clearly"),
                self.tr(
                    "Answer a few questions and copy the text; every sentence rests on your evidence"
                ),
            ),
        )

    def _step(self, title: str, text: str) -> Card:
        card = Card(self)
        inner = QVBoxLayout(card)
        edge = theme.px(14)
        inner.setContentsMargins(edge, edge, edge, edge)
        inner.addWidget(Label(title, "section", "text", card))
        inner.addWidget(Label(text, "small", "text2", card), 1, Qt.AlignmentFlag.AlignTop)
        return card

    def drop_target(self) -> DropTarget:
        """Files dropped here are kept without an order for now."""
        return DropTarget(None, "")

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self.new_order.setFocus()
