"""Long work under way, at the foot of the page: what, how far, and the way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.ticket import Ticket
from keepproof.ui import theme
from keepproof.ui.operations import Operations
from keepproof.ui.widgets.progress_card import ProgressCard

# Work that is over at once shows nothing.
SHOWN_AFTER_MS = 300


class WorkTray(QWidget):
    """One card for each piece of long work."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        """Build an empty tray that follows the work."""
        super().__init__(parent)
        self._cards: dict[Ticket, ProgressCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(8))
        self._column.setSpacing(theme.px(8))
        self.hide()
        operations.busy.connect(self._begin)
        operations.progressed.connect(self._progress)
        operations.ended.connect(self._end)

    def cards(self) -> list[ProgressCard]:
        """List the cards, the oldest first."""
        return list(self._cards.values())

    def _begin(self, title: str, ticket: Ticket) -> None:
        card = ProgressCard(title, self)
        card.hide()
        card.cancelled.connect(ticket.cancel)
        self._cards[ticket] = card
        self._column.addWidget(card)
        card.appeared.connect(self.show)
        card.appear_after(SHOWN_AFTER_MS)

    def _progress(self, ticket: Ticket, done: float, total: int, what: str) -> None:
        if ticket in self._cards:
            self._cards[ticket].report(done, total, what)

    def _end(self, ticket: Ticket) -> None:
        card = self._cards.pop(ticket, None)
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.setVisible(any(not one.isHidden() for one in self._cards.values()))
