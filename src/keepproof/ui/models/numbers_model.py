"""The phone numbers the user copied, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.knowledge.official_number import OfficialNumber
from keepproof.knowledge.phone_cost import phone_costs
from keepproof.ui.labels_orders import facts_line, listed
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 43


class NumbersModel(QAbstractListModel):
    """Number, what for, who pays; below, where and when it was copied."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model."""
        super().__init__(parent)
        self._lang = lang
        self._numbers: list[OfficialNumber] = []

    def set_numbers(self, numbers: Sequence[OfficialNumber]) -> None:
        """Show these numbers."""
        self.beginResetModel()
        self._numbers = list(numbers)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the numbers."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, or its number."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        one = self._numbers[index.row()]
        if role == NUMBER_ROLE:
            return one
        if role == SORT_ROLE:
            return one.number
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._lines(one))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(self._lines(one))
        return None

    def _lines(self, one: OfficialNumber) -> tuple[str, str]:
        kind = phone_costs().classify(one.number).kind.label.of(self._lang)
        copied = self.tr("Copied {day} from {place}").format(
            day=one.copied_on.isoformat(), place=one.place
        )
        return facts_line([one.number, one.topic, kind]), copied
