"""Earlier disputes with a shop, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from keepproof.knowledge.book import Book
from keepproof.services.merchant_history import Case
from keepproof.ui import labels_orders, labels_overview
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CASE_ROLE = Qt.ItemDataRole.UserRole + 40


class CasesModel(QAbstractListModel):
    """Kind of problem and how it ended; below, when and what was bought."""

    def __init__(self, book: Book, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model that words problems in a language."""
        super().__init__(parent)
        self._book, self._lang = book, lang
        self._cases: list[Case] = []

    def set_cases(self, cases: Sequence[Case]) -> None:
        """Show these cases in this order."""
        self.beginResetModel()
        self._cases = list(cases)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the cases."""
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, or its case."""
        if not index.isValid() or index.row() >= len(self._cases):
            return None
        case = self._cases[index.row()]
        if role == CASE_ROLE:
            return case
        if role == SORT_ROLE:
            opened = case.dispute.opened_at
            return opened.timestamp() if opened is not None else 0.0
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._lines(case))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labels_orders.listed(self._lines(case))
        return None

    def _lines(self, case: Case) -> tuple[str, str]:
        dispute, ending = case.dispute, case.dispute.ending
        issue = self._book.issue(dispute.issue).label.of(self._lang)
        state = QCoreApplication.translate("Cases", "In progress")
        if dispute.state != "open":
            state = labels_overview.outcome_words(ending.outcome if ending else "")
        back = ending.recovered.shown() if ending and ending.recovered else ""
        opened = f"{dispute.opened_at.astimezone():%Y-%m-%d}" if dispute.opened_at else ""
        first = labels_orders.facts_line([issue, state, back])
        return first, labels_orders.facts_line(
            [opened, labels_orders.shortened(case.order.title, 28)]
        )
