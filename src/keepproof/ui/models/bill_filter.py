"""Show the rows of a bill that hold some words and are of one state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from keepproof.ui.models.bill_model import SEARCH_ROLE, STATE_ROLE
from keepproof.ui.models.evidence_filter import fold
from keepproof.ui.models.evidence_model import SORT_ROLE

ALL = "all"


class BillFilter(QSortFilterProxyModel):
    """A sorted and filtered look at a BillModel."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self._words: list[str] = []
        self._state = ALL
        self.setSortRole(SORT_ROLE)

    def set_words(self, words: str) -> None:
        """Show rows that hold all these words."""
        self._words = fold(words).split()
        self.invalidate()

    def set_state(self, state: str) -> None:
        """Show rows of one state, or "all"."""
        self._state = state
        self.invalidate()

    def shown(self) -> list[int]:
        """List the rows of the model that are let through."""
        return [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Say whether a row is let through."""
        index = self.sourceModel().index(source_row, 0, source_parent)
        if self._state not in {ALL, index.data(STATE_ROLE)}:
            return False
        text = str(index.data(SEARCH_ROLE)) if self._words else ""
        return all(word in text for word in self._words)
