"""Show the rows of a bill that hold some words and are of one state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from keepproof.ui.models.bill_model import BillModel
from keepproof.ui.models.evidence_model import SORT_ROLE

ALL = "all"


class BillFilter(QSortFilterProxyModel):
    """A sorted and filtered look at a BillModel.

    Which rows fit is worked out once for all of them: asked row by row, a bill of a year would be slow to type in.
    """

    def __init__(self, model: BillModel, parent: QObject | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self._model = model
        self._words, self._state = "", ALL
        self._fitting: set[int] | None = None
        self.setSortRole(SORT_ROLE)
        model.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(model)

    def set_words(self, words: str) -> None:
        """Show rows that hold all these words."""
        self._words = words
        self._again()

    def set_state(self, state: str) -> None:
        """Show rows of one state, or "all"."""
        self._state = state
        self._again()

    def shown(self) -> list[int]:
        """List the rows of the model that are let through."""
        return [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Say whether a row is let through."""
        del source_parent
        if self._fitting is None:
            state = "" if self._state == ALL else self._state
            self._fitting = self._model.matching(self._words, state)
        return source_row in self._fitting

    def _forget(self) -> None:
        self._fitting = None

    def _again(self) -> None:
        self._forget()
        self.invalidate()
